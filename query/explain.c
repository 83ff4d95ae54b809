#include "explain.h"

static int explain_steps(struct mb_reader *reader, const struct plan *plan,
			 struct mb_buf *out, struct mb_err *err)
{
	struct mb_buf sql = MB_BUF_INIT;
	sqlite3_stmt *stmt = NULL;
	int rc;

	mb_buf_add(&sql, MB_STR("EXPLAIN QUERY PLAN "));
	mb_buf_add(&sql, plan->sql); /* with its NUL */
	if (sql.has_failed)
		rc = mb_fail_nomem(err);
	else
		rc = mb_reader_prepare(reader, sql.ptr, &stmt, err);
	mb_buf_add(out, MB_STR("Steps:\n"));
	while (rc == MB_OK && (rc = mb_reader_step(reader, stmt, err)) > 0) {
		mb_buf_add_format(out, "  %s\n",
				  (const char *)sqlite3_column_text(stmt, 3));
		rc = MB_OK;
	}
	sqlite3_finalize(stmt);
	mb_buf_release(&sql);
	return rc;
}

int explain(struct mb_reader *reader, const struct plan *plan,
	    struct mb_buf *out, struct mb_err *err)
{
	mb_buf_add(out, MB_STR("Searched for: "));
	query_describe(plan->query, out);
	mb_buf_add(out, MB_STR("\nTree:\n"));
	query_dump(plan->query, out);
	plan_dump(plan, out);
	return explain_steps(reader, plan, out, err);
}
