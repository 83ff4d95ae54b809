/*
 * merges.h - persons of the index that may be one
 *
 * Nothing is merged here: the pairs are for somebody who knows, with the line
 * that would say so in the people file.
 */
#ifndef QUERY_MERGES_H
#define QUERY_MERGES_H

#include "minutebook/people_read.h"

/*
 * The table of likely pairs among @people (MB_TABLE_PEOPLE), the likeliest
 * kinds first.  Everything in @arena.
 */
int merges_suggest(const struct mb_table *people, struct mb_arena *arena,
		   struct mb_table *out, struct mb_err *err);

#endif
