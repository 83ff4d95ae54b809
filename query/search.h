/*
 * search.h - a plan is run, and its hits come in order
 *
 * What is matched is a paragraph, what is ranked is the agenda item, what is
 * shown are its best paragraphs.  A word may stand in the paragraph or in its
 * item's title, one at least in the paragraph itself; an item that fits by its
 * title alone is one hit.  After the items with a paragraph that fits come,
 * when these are too few, those that have all words in several paragraphs,
 * then those that have most of them, and last those that have words which
 * --more added (more.h).
 *
 * The first pass reads every row that has any of the words, item by item in
 * the order of time, and keeps a few numbers for each item; then items are
 * scored and put in order; the second pass reads the rows of the items that
 * are wanted again.
 */
#ifndef QUERY_SEARCH_H
#define QUERY_SEARCH_H

#include "plan.h"

enum search_match {
	MATCH_AUTO, /* all words; fewer only when hits are too few */
	MATCH_ALL,
	MATCH_ANY
};

/* How an item came to be among the hits. */
enum search_level {
	LEVEL_ALL,
	LEVEL_ITEM,
	LEVEL_SOME,
	LEVEL_MORE /* by words that --more added */
};

struct search_options {
	enum search_match match;
	enum plan_sort sort;
	int64_t limit; /* hits; -1: all */
	int64_t offset;
	bool needs_count; /* search_count() will be asked */
};

/*
 * An index and the plan made for it.  Several are searched as one: the words'
 * statistics are those of all together.
 */
struct search_source {
	struct mb_reader *reader;
	const struct plan *plan;
};

#define SEARCH_MAX_SOURCES 32

/* One paragraph that fits. */
struct hit {
	int source; /* which index it is in */
	int64_t paragraph, item;
	int64_t rank; /* 1.. */
	double score; /* of its item */
	enum search_level level;
};

struct search;

/*
 * Runs the plans up to the point where hits can be given.  All plans are of
 * one query; they and the readers must outlive the search.  Fails with
 * MB_ESTORE or MB_ENOMEM.
 */
int search_begin(const struct search_source *sources, int n_sources,
		 const struct search_options *options, struct search **out,
		 struct mb_err *err);

/* The next hit: 1, 0 at the end, negative on failure. */
int search_next(struct search *search, struct hit *out, struct mb_err *err);

/* What one leaf of the plans adds to the score of an item. */
struct search_share {
	const struct leaf *leaf;
	double n_text, n_title;   /* how often it stands in the item */
	double n_items, n_all;    /* how many items have it, how often in all */
	double score, from_title; /* the second is a part of the first */
};

/* How the score of an item came to be. */
struct search_account {
	struct search_share *shares; /* of the leaves that are scored */
	size_t n;
	double n_items, average_length; /* of the indexes together */
	double length;                  /* the item's, its title weighed */
	bool is_boilerplate;
};

/*
 * Accounts for the score of the hit that came last: the shares add up to it.
 * Reads the item once more; in @arena.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int search_explain(struct search *search, struct mb_arena *arena,
		   struct search_account *out, struct mb_err *err);

/* How many paragraphs fit, whatever the limit: exact, or -1 when the search
 * could stop early because nobody needed to know. */
int64_t search_count(const struct search *search);

/* How much each leaf of the plans weighs, for choosing excerpts. */
const double *search_factors(const struct search *search);

/* Takes NULL. */
void search_end(struct search *search);

/* "all", "item", "some", "more" */
const char *search_level_name(enum search_level level);

#endif
