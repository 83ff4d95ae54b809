/*
 * people.h - what is asked of people: --person, --who, --people,
 * --suggest-merges
 */
#ifndef QUERY_PEOPLE_H
#define QUERY_PEOPLE_H

#include "options.h"

/* Does it and prints it; the exit status. */
int people_run(const struct options *options, struct mb_arena *arena);

#endif
