#include "sql.h"

#include <string.h>

/* --- values ------------------------------------------------------------ */

struct sql_value mb_sql_null(void)
{
	return (struct sql_value){ .type = SQL_NULL };
}

struct sql_value mb_sql_int(int64_t n)
{
	return (struct sql_value){ .type = SQL_INT, .n = n };
}

struct sql_value mb_sql_int_or_null(int64_t n)
{
	return n != 0 ? mb_sql_int(n) : mb_sql_null();
}

struct sql_value mb_sql_text(struct mb_str s)
{
	return (struct sql_value){ .type = SQL_TEXT, .s = s };
}

struct sql_value mb_sql_text_or_null(struct mb_str s)
{
	return s.len > 0 ? mb_sql_text(s) : mb_sql_null();
}

struct sql_value mb_sql_blob(struct mb_str s)
{
	return (struct sql_value){ .type = SQL_BLOB, .s = s };
}

/* The bytes outlive the statement's run, so that nothing is copied. */
static int bind(sqlite3_stmt *stmt, int i, const struct sql_value *value)
{
	const char *bytes = value->s.ptr ? value->s.ptr : "";

	switch (value->type) {
	case SQL_INT:
		return sqlite3_bind_int64(stmt, i, value->n);
	case SQL_TEXT:
		return sqlite3_bind_text64(stmt, i, bytes, value->s.len,
					   SQLITE_STATIC, SQLITE_UTF8);
	case SQL_BLOB:
		return sqlite3_bind_blob64(stmt, i, bytes, value->s.len,
					   SQLITE_STATIC);
	default:
		return sqlite3_bind_null(stmt, i);
	}
}

struct mb_str mb_sql_column(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return (struct mb_str){ text,
				(size_t)sqlite3_column_bytes(stmt, column) };
}

const char *mb_sql_of(enum stmt id)
{
	if (mb_sql_write[id])
		return mb_sql_write[id];
	return mb_sql_people[id] ? mb_sql_people[id] : mb_sql_read[id];
}

/* --- running ----------------------------------------------------------- */

int mb_sql_fail(sqlite3 *db, struct mb_err *err)
{
	int rc = sqlite3_errcode(db);

	if (rc == SQLITE_NOMEM)
		return mb_fail_nomem(err);
	if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		return mb_fail(err, MB_EBUSY,
			       "another program is writing to the index");
	if (rc == SQLITE_INTERRUPT)
		return mb_fail(err, MB_ESTOPPED, "stopped");
	if (rc == SQLITE_NOTADB)
		return mb_fail(err, MB_ESTORE, "not an index of minutes-index");
	return mb_fail(err, MB_ESTORE, "%s", sqlite3_errmsg(db));
}

int mb_sql_begin(struct sql *sql, enum stmt id, const struct sql_value *values,
		 size_t n, sqlite3_stmt **out, struct mb_err *err)
{
	sqlite3_stmt **stmt = &sql->stmts[id];

	if (!*stmt && sqlite3_prepare_v3(sql->db, mb_sql_of(id), -1,
					 SQLITE_PREPARE_PERSISTENT, stmt,
					 NULL) != SQLITE_OK)
		return mb_sql_fail(sql->db, err);
	sqlite3_reset(*stmt);
	for (size_t i = 0; i < n; i++)
		if (bind(*stmt, (int)i + 1, &values[i]) != SQLITE_OK)
			return mb_sql_fail(sql->db, err);
	*out = *stmt;
	return MB_OK;
}

int mb_sql_step(struct sql *sql, sqlite3_stmt *stmt, struct mb_err *err)
{
	int rc = sqlite3_step(stmt);

	if (rc == SQLITE_ROW)
		return 1;
	if (rc != SQLITE_DONE)
		rc = mb_sql_fail(sql->db, err); /* before reset clears it */
	else
		rc = 0;
	sqlite3_reset(stmt);
	return rc;
}

int mb_sql_run(struct sql *sql, enum stmt id, const struct sql_value *values,
	       size_t n, struct mb_err *err)
{
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(sql, id, values, n, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(sql, stmt, err)) > 0)
		rc = MB_OK;
	return rc;
}

int mb_sql_get_int(struct sql *sql, enum stmt id,
		   const struct sql_value *values, size_t n, int64_t otherwise,
		   int64_t *out, struct mb_err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = mb_sql_begin(sql, id, values, n, &stmt, err);

	if (rc != MB_OK)
		return rc;
	rc = mb_sql_step(sql, stmt, err);
	if (rc < 0)
		return rc;
	*out = otherwise;
	if (rc > 0 && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		*out = sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	return MB_OK;
}

int mb_sql_script(struct sql *sql, const char *script, struct mb_err *err)
{
	if (sqlite3_exec(sql->db, script, NULL, NULL, NULL) != SQLITE_OK)
		return mb_sql_fail(sql->db, err);
	return MB_OK;
}

/* The number that @question gives, in a file that may be anybody's. */
static int ask(struct sql *sql, const char *question, int *answer,
	       struct mb_err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(sql->db, question, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		*answer = sqlite3_column_int(stmt, 0);
		rc = MB_OK;
	} else {
		rc = mb_sql_fail(sql->db, err);
	}
	sqlite3_finalize(stmt);
	return rc;
}

int mb_sql_version(struct sql *sql, int *version, struct mb_err *err)
{
	return ask(sql, "PRAGMA user_version", version, err);
}

int mb_sql_is_foreign(struct sql *sql, int version, bool *is_foreign,
		      struct mb_err *err)
{
	int n = 0;
	int rc = ask(sql,
		     version == 0 ? "SELECT count(*) FROM sqlite_schema"
				  : "SELECT application_id <> " SCHEMA_MARK
				    " FROM pragma_application_id",
		     &n, err);

	if (rc == MB_OK)
		*is_foreign = n > 0;
	return rc;
}

void mb_sql_close(struct sql *sql)
{
	for (int i = 0; i < STMT_COUNT; i++) {
		sqlite3_finalize(sql->stmts[i]);
		sql->stmts[i] = NULL;
	}
	sqlite3_close(sql->db);
	sql->db = NULL;
}
