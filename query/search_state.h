/*
 * search_state.h - a search's inside, shared by its steps
 *
 *	search_items.c  the first pass: rows become items
 *	search.c        items get scores
 *	search_order.c  the items that are wanted, in order
 *	search_hits.c   the second pass: an item's paragraphs become hits
 *	search_account.c  how an item's score came to be
 *
 * One index whose hits are wanted in the order of time is read a few days at
 * a time: both passes of these, then the next ones, so that the first hit
 * comes at once and the last needs no more memory.  Nothing is ranked then,
 * and the first pass keeps the hits that the second would find.
 *
 * An item is kept as a few numbers, since there may be many more of them than
 * anybody wants to see.  The arrays are the search's own; search_end() frees
 * them.
 */
#ifndef QUERY_SEARCH_STATE_H
#define QUERY_SEARCH_STATE_H

#include "minutebook/arena.h"
#include "scan.h"
#include "score.h"
#include "search.h"

/* An item that has some of the words, in a few numbers. */
struct found {
	int source;
	int64_t item;
	int64_t first, last; /* its rows */
	int64_t n_hits;
	double score;
	uint32_t length;      /* words, the title's weighed */
	uint32_t frequencies; /* index of the first in search.frequencies */
	uint8_t level;        /* enum search_level */
	bool is_boilerplate;
	struct mb_str id; /* of its first row; only when equals need it */
	size_t first_row; /* index in search.rows, which has its n_hits */
};

struct search {
	struct search_source sources[SEARCH_MAX_SOURCES];
	struct scan scans[SEARCH_MAX_SOURCES];
	int n_sources;
	const struct plan *plan; /* any of them: their leaves are the same */
	struct search_options options;
	struct mb_arena arena;

	struct found *items; /* owned, like the next two */
	size_t n_items, items_capacity;
	float *frequencies; /* of each positive leaf in each item */
	size_t n_frequencies, frequencies_capacity;
	struct score_collection collection;
	struct score_word words[PLAN_MAX_LEAVES]; /* by leaf */
	double factors[PLAN_MAX_LEAVES];
	int64_t n_fitting; /* hits of LEVEL_ALL */
	bool is_partial;   /* stopped early: n_fitting is not known */
	int64_t enough;    /* hits to stop behind; -1: never */

	/* some days at a time */
	bool is_stream, has_rest;
	int64_t rest_first, rest_last; /* rows that have not been read */
	int64_t *rows;                 /* paragraphs that are hits; owned */
	size_t n_rows, rows_capacity;

	/* giving hits */
	size_t next_item;
	int64_t n_given, n_to_skip;
	struct hit *hits; /* of the item at hand; owned */
	double *hit_scores;
	size_t n_hits, next_hit, hits_capacity;

	struct mb_err *sort_err; /* of comparisons, which cannot fail */
	int sort_rc;
};

#endif
