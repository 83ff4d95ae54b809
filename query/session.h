/*
 * session.h - one query, from its text to its output
 */
#ifndef QUERY_SESSION_H
#define QUERY_SESSION_H

#include "options.h"

/*
 * Runs the query and prints hits, a count or an explanation on standard
 * output and everything else on standard error.  The exit status: 0 found,
 * 1 nothing found, 2 an error, which has been printed.
 */
int session_run(const struct options *options, struct mb_arena *arena);

#endif
