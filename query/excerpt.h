/*
 * excerpt.h - the passage of a paragraph that a reader wanted to see
 *
 * The stretch of whole sentences or list entries in which the query's words
 * stand together best: as many different ones as possible, the rare ones
 * first, near its beginning.  Where a sentence is longer than the excerpt may
 * be it is cut at words; a match that is longer is shown whole, alone.  Every
 * match is marked, in all its spellings.
 */
#ifndef QUERY_EXCERPT_H
#define QUERY_EXCERPT_H

#include "minutebook/terms.h"
#include "plan.h"

#define EXCERPT_CHARS 300 /* the usual length, in characters */

/* Half-open, in bytes of the excerpt. */
struct mark {
	size_t start, end;
};

struct excerpt {
	struct mb_str text; /* a part of the paragraph, as it stands there */
	struct mark *marks; /* in order, never overlapping */
	size_t n_marks;
	bool is_cut_before, is_cut_after; /* more of the paragraph there */
};

/*
 * Finds the excerpt of at most @limit characters, unless one match is longer;
 * linear in the text and its matches.  @factors weighs the plan's
 * leaves (search_factors()).  The text is not copied; marks are in @arena.
 * Fails with MB_ENOMEM.
 */
int excerpt_make(struct mb_splitter *splitter, const struct plan *plan,
		 const double *factors, struct mb_str text, size_t limit,
		 struct mb_arena *arena, struct excerpt *out,
		 struct mb_err *err);

/* Several passages of one paragraph, in the order of its text. */
struct excerpts {
	struct excerpt *items;
	size_t n;    /* at least 1 */
	size_t best; /* which of them excerpt_make() gives */
};

struct excerpt_options {
	size_t limit; /* characters of each */
	size_t most;  /* passages, at least 1 */
};

/*
 * The same for at most as many passages as are wanted, none overlapping, the
 * best first to be chosen; fewer when every match stands in one of them.
 */
int excerpt_passages(struct mb_splitter *splitter, const struct plan *plan,
		     const double *factors, struct mb_str text,
		     const struct excerpt_options *options,
		     struct mb_arena *arena, struct excerpts *out,
		     struct mb_err *err);

#endif
