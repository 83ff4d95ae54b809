/*
 * Statements that a person wrote.  The index is opened read-only; here it is
 * also seen to that a statement reads nothing but the index, says nothing of
 * other files, and ends.
 */
#include <time.h>

#include "minutebook/store_facts.h"
#include "reader.h"

#define STEPS_BETWEEN_LOOKS 10000 /* of SQLite's machine: some 0.1 ms */

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int is_over(void *user)
{
	const struct mb_reader *reader = user;

	return now_ms() > reader->deadline;
}

/* Functions that load code, write files or make memory without end. */
static bool is_forbidden(const char *function)
{
	static const char *const list[] = { "load_extension", "fts3_tokenizer",
					    "writefile", "readfile", "edit" };

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (sqlite3_stricmp(function, list[i]) == 0)
			return true;
	return false;
}

static int authorize(void *user, int action, const char *first,
		     const char *second, const char *database,
		     const char *trigger)
{
	(void)user, (void)database, (void)trigger;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return second && is_forbidden(second) ? SQLITE_DENY : SQLITE_OK;
	case SQLITE_PRAGMA: /* FTS5 asks for data_version by itself */
		return first && !second &&
			       sqlite3_stricmp(first, "data_version") == 0
			   ? SQLITE_OK
			   : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

static bool is_blank(struct mb_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!mb_is_space(text.ptr[i]) && text.ptr[i] != ';')
			return false;
	return true;
}

static int prepare(struct mb_reader *reader, struct mb_str sql,
		   sqlite3_stmt **stmt, struct mb_err *err)
{
	sqlite3 *db = reader->sql.db;
	const char *rest = NULL;
	int rc = sqlite3_prepare_v3(db, sql.ptr, (int)sql.len, 0, stmt, &rest);

	if (rc == SQLITE_NOMEM)
		return mb_fail_nomem(err);
	if (rc == SQLITE_AUTH)
		return mb_fail(err, MB_EUSAGE,
			       "only SELECT is allowed, on this index alone");
	if (rc != SQLITE_OK)
		return mb_fail(err, MB_EUSAGE, "%s", sqlite3_errmsg(db));
	if (!*stmt)
		return mb_fail(err, MB_EUSAGE, "there is no statement");
	if (!is_blank(mb_str_drop(sql, (size_t)(rest - sql.ptr))))
		return mb_fail(err, MB_EUSAGE, "one statement at a time");
	if (!sqlite3_stmt_readonly(*stmt) || sqlite3_column_count(*stmt) == 0)
		return mb_fail(err, MB_EUSAGE, "only SELECT is allowed");
	return MB_OK;
}

int mb_reader_select(struct mb_reader *reader, struct mb_str sql, int seconds,
		     sqlite3_stmt **out, struct mb_err *err)
{
	sqlite3 *db = reader->sql.db;
	sqlite3_stmt *stmt = NULL;
	int rc;

	if (sql.len > 1000000)
		return mb_fail(err, MB_ELIMIT, "the statement is too long");
	if (!sql.ptr)
		return mb_fail(err, MB_EUSAGE, "there is no statement");
	/* FTS5 declares its table when it is first used, which looks like
	 * writing to whoever watches */
	rc = mb_sql_run(&reader->sql, STMT_OPEN_FTS, NULL, 0, err);
	if (rc != MB_OK)
		return rc;
	reader->deadline = now_ms() + (int64_t)seconds * 1000;
	sqlite3_set_authorizer(db, authorize, NULL);
	sqlite3_progress_handler(db, STEPS_BETWEEN_LOOKS, is_over, reader);
	rc = prepare(reader, sql, &stmt, err);
	if (rc == MB_OK)
		*out = stmt;
	else
		sqlite3_finalize(stmt);
	return rc;
}

struct mb_str mb_schema_sql(void)
{
	return mb_str_of(mb_schema);
}
