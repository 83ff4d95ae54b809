/*
 * explain.h - how a query was understood, how it is run, and what its hits'
 * scores are made of
 */
#ifndef QUERY_EXPLAIN_H
#define QUERY_EXPLAIN_H

#include "inquiry.h"
#include "options.h"

/*
 * Appends the query in words and its tree; for each index the FTS5 expression,
 * the SQL and SQLite's plan for it; then the scores of the first hits, word by
 * word, as many as @options want.  The inquiry has been planned and is run
 * here.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int explain(struct inquiry *q, const struct options *options,
	    struct mb_buf *out, struct mb_err *err);

#endif
