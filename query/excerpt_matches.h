/*
 * excerpt_matches.h - where the words that are looked for stand in a text
 */
#ifndef QUERY_EXCERPT_MATCHES_H
#define QUERY_EXCERPT_MATCHES_H

#include "minutebook/terms.h"
#include "plan.h"

/* A match of one leaf in the text. */
struct match {
	size_t start, end; /* bytes */
	size_t leaf;
};

struct matches {
	struct match *items; /* by start */
	size_t n, capacity;
};

/*
 * Finds the longest match of each leaf at each place, in the order of the
 * text.  Words that --more added count only where no other is found.  Matches
 * are in @arena.  Fails with MB_ENOMEM.
 */
int excerpt_matches(struct mb_splitter *splitter, const struct plan *plan,
		    struct mb_str text, struct mb_arena *arena,
		    struct matches *out, struct mb_err *err);

#endif
