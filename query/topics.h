/*
 * topics.h - the topics that a query names, found in the list
 *
 *	topic:housing damp
 */
#ifndef QUERY_TOPICS_H
#define QUERY_TOPICS_H

#include "options.h"
#include "synonyms.h"

/*
 * Gives each topic: of the query its topic; the planner looks for any of its
 * members.  Fails with MB_EUSAGE for a name that is not in the list (the
 * message has the nearest, or all; @fault says where), or MB_ENOMEM.
 */
int topics_find(struct query *query, const struct synonyms *synonyms,
		struct mb_arena *arena, struct query_fault *fault,
		struct mb_err *err);

/* Prints the list, with a person's own; the exit status.  Errors have been
 * printed. */
int topics_print(const struct options *options, struct mb_arena *arena);

#endif
