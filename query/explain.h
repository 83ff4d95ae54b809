/*
 * explain.h - how a query was understood and how it will be run
 */
#ifndef QUERY_EXPLAIN_H
#define QUERY_EXPLAIN_H

#include "plan.h"

/*
 * Appends the query in words, its tree, the FTS5 expression, the SQL and
 * SQLite's plan for it.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int explain(struct mb_reader *reader, const struct plan *plan,
	    struct mb_buf *out, struct mb_err *err);

#endif
