/*
 * distinctive.h - the words that one person uses more than the others do
 */
#ifndef QUERY_DISTINCTIVE_H
#define QUERY_DISTINCTIVE_H

#include "inquiry.h"
#include "minutebook/people_read.h"

/*
 * A table of the words in @texts (one column) that are most out of proportion
 * to all of the indexes: log-likelihood (T. Dunning, 1993).  Everything in
 * @arena.
 */
int distinctive_words(const struct sources *sources,
		      const struct mb_table *texts, struct mb_arena *arena,
		      struct mb_table *out, struct mb_err *err);

#endif
