#include "minutebook/store_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "council.h"
#include "minutebook/buf.h"
#include "minutebook/fts.h"
#include "minutebook/namematch.h"
#include "minutebook/text.h"
#include "place.h"
#include "reader.h"

/* --- functions for the planner's SQL ----------------------------------- */

static struct mb_str value_text(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return (struct mb_str){ text, (size_t)sqlite3_value_bytes(value) };
}

static void sql_name(sqlite3_context *context, int n, sqlite3_value **args)
{
	struct mb_str value = value_text(args[1]);
	bool is_prefix = value.len > 0 && value.ptr[value.len - 1] == '*';

	(void)n;
	if (is_prefix)
		value.len--;
	sqlite3_result_int(
	    context, mb_name_matches(value_text(args[0]), value, is_prefix));
}

/* Folds both texts, unlike mb_name(), whose keys are stored folded. */
static void sql_words(sqlite3_context *context, int n, sqlite3_value **args)
{
	struct mb_buf text = MB_BUF_INIT, value = MB_BUF_INIT;
	struct mb_str raw = value_text(args[1]);
	bool is_prefix = raw.len > 0 && raw.ptr[raw.len - 1] == '*';

	(void)n;
	mb_fold(&text, value_text(args[0]));
	mb_fold(&value, raw);
	if (text.has_failed || value.has_failed)
		sqlite3_result_error_nomem(context);
	else
		sqlite3_result_int(context, mb_name_matches(mb_buf_str(&text),
							    mb_buf_str(&value),
							    is_prefix));
	mb_buf_release(&text);
	mb_buf_release(&value);
}

static int register_functions(struct mb_reader *reader, struct mb_err *err)
{
	int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
	sqlite3 *db = reader->sql.db;

	if (sqlite3_create_function_v2(db, "mb_name", 2, flags, NULL, sql_name,
				       NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_create_function_v2(db, "mb_words", 2, flags, NULL,
				       sql_words, NULL, NULL,
				       NULL) != SQLITE_OK)
		return mb_sql_fail(db, err);
	return MB_OK;
}

/* --- opening ----------------------------------------------------------- */

static int check_version(struct mb_reader *reader, struct mb_err *err)
{
	int version = 0;
	bool is_foreign = false;
	int rc = mb_sql_version(&reader->sql, &version, err);

	if (rc == MB_OK)
		rc = mb_sql_is_foreign(&reader->sql, version, &is_foreign, err);
	if (rc != MB_OK)
		return rc;
	if (version == SCHEMA_VERSION && !is_foreign)
		return MB_OK;
	if (version == 0 || is_foreign)
		return mb_fail(err, MB_EVERSION,
			       "not an index of minutes-index");
	return mb_fail(err, MB_EVERSION,
		       "made by %s minutes-index (schema %d, this one reads "
		       "%d): index again",
		       version > SCHEMA_VERSION ? "a newer" : "an older",
		       version, SCHEMA_VERSION);
}

static int connect(struct mb_reader *reader, const char *path, int flags,
		   struct mb_err *err)
{
	int rc = sqlite3_open_v2(path, &reader->sql.db, flags, NULL);

	if (rc != SQLITE_OK)
		return reader->sql.db ? mb_sql_fail(reader->sql.db, err)
				      : mb_fail_nomem(err);
	sqlite3_busy_timeout(reader->sql.db, 10000);
	return check_version(reader, err);
}

/*
 * An indexer that was killed may leave a journal that must be rolled back
 * before anybody reads; SQLite does so for whoever may write.
 */
static bool must_roll_back(const struct mb_reader *reader)
{
	return reader->sql.db && (sqlite3_extended_errcode(reader->sql.db) &
				  0xff) == SQLITE_READONLY;
}

static int open_database(struct mb_reader *reader, const char *path,
			 struct mb_err *err)
{
	int rc;

	if (access(path, F_OK) != 0)
		return mb_fail(err, MB_ENOTFOUND,
			       "no index here: make one with 'minutes-index "
			       "-i FILE FOLDER'");
	rc = connect(reader, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
		     err);
	if (rc == MB_ESTORE && must_roll_back(reader)) {
		mb_sql_close(&reader->sql);
		rc = connect(reader, path, SQLITE_OPEN_READWRITE, err);
	}
	if (rc == MB_OK)
		rc = mb_sql_script(&reader->sql,
				   "PRAGMA query_only = ON;"
				   "PRAGMA mmap_size = 2147483648;"
				   "PRAGMA temp_store = MEMORY",
				   err);
	if (rc == MB_OK)
		rc = mb_fts_register(reader->sql.db, NULL, err);
	if (rc == MB_OK)
		rc = register_functions(reader, err);
	return rc;
}

int mb_reader_open(const char *path, struct mb_reader **out, struct mb_err *err)
{
	struct mb_reader *reader = malloc(sizeof(*reader));
	int rc;

	if (!reader)
		return mb_fail_nomem(err);
	*reader = (struct mb_reader){ .sql = { NULL, { NULL } } };
	rc = open_database(reader, path, err);
	if (rc != MB_OK) {
		mb_reader_close(reader);
		return mb_err_in(err, rc, mb_str_of(path));
	}
	*out = reader;
	return MB_OK;
}

int mb_reader_hold(struct mb_reader *reader, struct mb_err *err)
{
	return mb_sql_run(&reader->sql, STMT_HOLD, NULL, 0, err);
}

void mb_reader_close(struct mb_reader *reader)
{
	if (!reader)
		return;
	if (reader->sql.db)
		mb_sql_close(&reader->sql);
	mb_buf_release(&reader->name);
	free(reader);
}

int mb_reader_prepare(struct mb_reader *reader, const char *sql,
		      sqlite3_stmt **out, struct mb_err *err)
{
	if (sqlite3_prepare_v2(reader->sql.db, sql, -1, out, NULL) != SQLITE_OK)
		return mb_sql_fail(reader->sql.db, err);
	return MB_OK;
}

int mb_reader_step(struct mb_reader *reader, sqlite3_stmt *stmt,
		   struct mb_err *err)
{
	int rc = sqlite3_step(stmt);

	if (rc == SQLITE_ROW)
		return 1;
	return rc == SQLITE_DONE ? 0 : mb_sql_fail(reader->sql.db, err);
}

int mb_reader_totals(struct mb_reader *reader, struct mb_totals *out,
		     struct mb_err *err)
{
	const struct {
		const char *name;
		int64_t *n;
	} totals[] = {
		{ "items", &out->items },
		{ "words", &out->words },
		{ "title_words", &out->title_words },
	};
	int rc = MB_OK;

	for (size_t i = 0; i < 3 && rc == MB_OK; i++) {
		const struct sql_value values[] = { mb_sql_text(
		    mb_str_of(totals[i].name)) };

		rc = mb_sql_get_int(&reader->sql, STMT_GET_TOTAL, values, 1, 0,
				    totals[i].n, err);
	}
	return rc;
}

/* --- hits -------------------------------------------------------------- */

/* The columns of STMT_HIT. */
enum hit_column {
	HIT_NUMBER,
	HIT_KIND,
	HIT_TEXT,
	HIT_LINE,
	HIT_PAGE,
	HIT_ITEM_NUMBER,
	HIT_ITEM_TITLE,
	HIT_ID,
	HIT_COUNCIL,
	HIT_BODY,
	HIT_DATE,
	HIT_PATH,
	HIT_URL,
	HIT_ROOT,
	HIT_SPEAKER,
	HIT_FOLDER,
	HIT_DOCUMENT_TITLE,
	HIT_PERSON
};

int mb_reader_hit(struct mb_reader *reader, int64_t paragraph,
		  struct mb_arena *arena, struct mb_hit *out,
		  struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(paragraph) };
	struct mb_hit hit = { .line = 0 };
	const struct {
		enum hit_column column;
		struct mb_str *to;
	} texts[] = {
		{ HIT_NUMBER, &hit.number },
		{ HIT_KIND, &hit.kind },
		{ HIT_TEXT, &hit.text },
		{ HIT_ITEM_NUMBER, &hit.item_number },
		{ HIT_ITEM_TITLE, &hit.item_title },
		{ HIT_ID, &hit.id },
		{ HIT_COUNCIL, &hit.council },
		{ HIT_BODY, &hit.body },
		{ HIT_PATH, &hit.path },
		{ HIT_URL, &hit.url },
		{ HIT_ROOT, &hit.root },
		{ HIT_SPEAKER, &hit.speaker },
		{ HIT_FOLDER, &hit.folder },
		{ HIT_DOCUMENT_TITLE, &hit.document_title },
		{ HIT_PERSON, &hit.person },
	};
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_HIT, values, 1, &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&reader->sql, stmt, err);
	if (rc < 0)
		return rc;
	if (rc == 0)
		return mb_fail(err, MB_ENOTFOUND, "no such paragraph");
	rc = MB_OK;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts) && rc == MB_OK;
	     i++)
		rc = mb_arena_copy(arena,
				   mb_sql_column(stmt, (int)texts[i].column),
				   texts[i].to, err);
	if (rc == MB_OK && hit.council.len == 0)
		rc = mb_council_or_folder(hit.council, hit.folder, arena,
					  &hit.council, err);
	mb_date_parse_iso(mb_sql_column(stmt, HIT_DATE), &hit.date);
	hit.line = (uint32_t)sqlite3_column_int64(stmt, HIT_LINE);
	hit.page = (uint32_t)sqlite3_column_int64(stmt, HIT_PAGE);
	sqlite3_reset(stmt);
	if (rc == MB_OK)
		*out = hit;
	return rc;
}

int mb_reader_hit_id(struct mb_reader *reader, int64_t paragraph,
		     struct mb_arena *arena, struct mb_str *id,
		     struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(paragraph) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_HIT_ID, values, 1, &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&reader->sql, stmt, err);
	if (rc < 0)
		return rc;
	if (rc == 0)
		return mb_fail(err, MB_ENOTFOUND, "no such paragraph");
	rc = mb_arena_copy(arena, mb_sql_column(stmt, 0), id, err);
	sqlite3_reset(stmt);
	return rc;
}

/* --- places in time ---------------------------------------------------- */

struct mb_date mb_paragraph_date(int64_t paragraph)
{
	struct mb_date epoch = { MB_YEAR_MIN, 1, 1 };
	int64_t day = (paragraph - PLACE_DATED) >> PLACE_DAY_BITS;

	if (paragraph < PLACE_DATED)
		return (struct mb_date){ 0, 0, 0 };
	return mb_date_from_days((int32_t)(day + mb_date_to_days(epoch)));
}

int64_t mb_paragraph_first(struct mb_date day)
{
	struct mb_date epoch = { MB_YEAR_MIN, 1, 1 };
	int64_t n = mb_date_to_days(day) - mb_date_to_days(epoch);

	return PLACE_DATED + n * ((int64_t)1 << PLACE_DAY_BITS);
}

int64_t mb_paragraph_last(struct mb_date day)
{
	return mb_paragraph_first(day) + ((int64_t)1 << PLACE_DAY_BITS) - 1;
}
