/* An index that is opened to be read, and what it needs while it is. */
#include "minutebook/store_read.h"

#include <string.h>

#include "minutebook/fts.h"
#include "support/fault.h"
#include "support/index.h"
#include "support/sample.h"
#include "support/text.h"

TestSuite(reader_open, .init = scratch_make, .fini = scratch_remove);

#define FILE_NAME "withy-green/2019-07-09.txt"

static void fill(void)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	index_close(&index);
}

static void expect_contains(const char *text, const char *part)
{
	cr_expect(
	    ne(sz, mb_str_find(mb_str_of(text), mb_str_of(part)), MB_STR_NONE),
	    "'%s' in '%s'", part, text);
}

static void expect_refused(const char *name, int code, const char *message)
{
	struct mb_reader *got = NULL;
	struct mb_err err = { 0 };

	cr_expect(eq(int, mb_reader_open(scratch_path(name), &got, &err), code),
		  "%s", name);
	cr_expect(got == NULL, "the output is untouched");
	expect_contains(err.msg, scratch_path(name));
	expect_contains(err.msg, message);
}

static void change(const char *name, const char *sql)
{
	sqlite3 *db = NULL;

	cr_assert(sqlite3_open(scratch_path(name), &db) == SQLITE_OK);
	cr_assert(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
		  sqlite3_errmsg(db));
	sqlite3_close(db);
}

Test(reader_open, says_that_there_is_no_index_and_how_to_make_one)
{
	expect_refused("none.db", MB_ENOTFOUND, "minutes-index -i FILE FOLDER");
	cr_expect(not(scratch_has("none.db")), "none is made");
}

Test(reader_open, refuses_an_index_of_another_version_and_says_what_to_do)
{
	fill();
	change("a.db", "PRAGMA user_version = 6");
	expect_refused("a.db", MB_EVERSION,
		       "made by a newer minutes-index (schema 6, this one "
		       "reads 5): index again");
	change("a.db", "PRAGMA user_version = -1");
	expect_refused("a.db", MB_EVERSION, "made by an older minutes-index");
}

Test(reader_open, refuses_what_is_no_index)
{
	static char text[2000];

	memset(text, 'x', sizeof(text));
	scratch_write("notes.txt", (struct mb_str){ text, sizeof(text) });
	expect_refused("notes.txt", MB_ESTORE, "not an index of minutes-index");
	scratch_write("empty.db", MB_STR(""));
	expect_refused("empty.db", MB_EVERSION, "not an index");
	change("other.db", "CREATE TABLE mine (a)");
	expect_refused("other.db", MB_EVERSION, "not an index");
	change("same.db", "CREATE TABLE mine (a); PRAGMA user_version = 2");
	expect_refused("same.db", MB_EVERSION, "not an index");
}

Test(reader_open, closes_nothing_without_complaint)
{
	mb_reader_close(NULL);
}

/* --- memory ------------------------------------------------------------ */

static int search(struct mb_reader *from, struct mb_arena *own)
{
	static struct mb_match match;
	struct mb_words words;
	struct mb_near_words near_words;
	struct mb_hit hit;
	sqlite3_stmt *stmt = NULL;
	int rc = mb_reader_prepare(
	    from,
	    "SELECT rowid, mb_match(paragraph_fts, ?1), mb_words('A b', 'B')"
	    " FROM paragraph_fts WHERE paragraph_fts MATCH '\"anti-flood\"'",
	    &stmt, NULL);

	if (rc == MB_OK) {
		sqlite3_bind_pointer(stmt, 1, &match, MB_MATCH_POINTER, NULL);
		rc = mb_reader_step(from, stmt, NULL);
	}
	if (rc == 1)
		rc = mb_reader_hit(from, sqlite3_column_int64(stmt, 0), own,
				   &hit, NULL);
	else if (rc == 0)
		rc = MB_ENOTFOUND;
	sqlite3_finalize(stmt);
	if (rc == MB_OK)
		rc = mb_reader_words_near(from, MB_STR("sulice"), 1, 5, own,
					  &near_words, NULL);
	if (rc == MB_OK)
		rc = mb_reader_words_of_stem(from, MB_STR("sluic"), 5, own,
					     &words, NULL);
	if (rc == MB_OK)
		rc = mb_reader_compounds_from(from, MB_STR("anti"), 5, own,
					      &words, NULL);
	return rc;
}

static int open_and_search(void)
{
	struct mb_reader *from = NULL;
	struct mb_arena own = MB_ARENA_INIT;
	int rc = mb_reader_open(scratch_path("a.db"), &from, NULL);

	if (rc == MB_OK)
		rc = search(from, &own);
	mb_reader_close(from);
	mb_arena_release(&own);
	return rc;
}

Test(reader_open, survives_running_out_of_memory_anywhere)
{
	fill();
	fault_each_allocation(open_and_search);
}

Test(reader_open, survives_sqlite_running_out_of_memory_anywhere)
{
	fill();
	fault_each_sqlite(open_and_search);
}
