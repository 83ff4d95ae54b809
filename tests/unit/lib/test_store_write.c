/* Opening an index for writing, what it knows of files, committing. */
#include "minutebook/store_write.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/index.h"
#include "support/sample.h"
#include "support/text.h"

TestSuite(store_write, .init = scratch_make, .fini = scratch_remove);

#define FILE_NAME "withy-green/2019-07-09.txt"

static void expect_rows(const char *sql, const char *want)
{
	cr_expect(eq(str, index_ask("a.db", sql), want), "%s", sql);
}

/* Runs @sql on a file that need not be an index. */
static void change(const char *name, const char *sql)
{
	sqlite3 *db = NULL;

	cr_assert(sqlite3_open(scratch_path(name), &db) == SQLITE_OK);
	cr_assert(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
		  sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void expect_contains(const char *text, const char *part)
{
	cr_expect(
	    ne(sz, mb_str_find(mb_str_of(text), mb_str_of(part)), MB_STR_NONE),
	    "'%s' in '%s'", part, text);
}

/* --- opening ----------------------------------------------------------- */

Test(store_write, makes_an_index_that_is_one_file)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	index_close(&index);
	cr_expect(scratch_has("a.db"));
	cr_expect(not(scratch_has("a.db-wal")));
	cr_expect(not(scratch_has("a.db-shm")));
	cr_expect(not(scratch_has("a.db-lock")));
	expect_rows("PRAGMA user_version", "5");
	expect_rows("PRAGMA application_id", "1296189259");
	expect_rows("PRAGMA journal_mode", "delete");
}

Test(store_write, opens_an_index_again_and_changes_nothing)
{
	struct index index = index_open("a.db");
	char *before;

	index_put(&index, FILE_NAME, sample_minutes());
	index_close(&index);
	before = index_dump("a.db");
	index = index_open("a.db");
	index_close(&index);
	cr_expect(eq(str, index_dump("a.db"), before));
	index_expect_whole("a.db");
}

Test(store_write, lets_one_process_write_and_names_it)
{
	struct index index = index_open("a.db");
	struct mb_store *other = NULL;
	struct mb_err err = { 0 };

	cr_expect(eq(int, mb_store_open(scratch_path("a.db"), &other, &err),
		     MB_EBUSY));
	cr_expect(other == NULL, "the output is untouched");
	expect_contains(err.msg, "is indexing into it");
	index_close(&index);
	cr_expect(
	    eq(int, mb_store_open(scratch_path("a.db"), &other, &err), MB_OK));
	mb_store_abandon(other);
}

Test(store_write, refuses_an_index_of_another_version_and_says_what_to_do)
{
	struct index index = index_open("a.db");
	struct mb_store *store = NULL;
	struct mb_err err = { 0 };
	struct mb_str before;

	index_close(&index);
	change("a.db", "PRAGMA user_version = 6");
	before = scratch_read("a.db");
	cr_expect(eq(int, mb_store_open(scratch_path("a.db"), &store, &err),
		     MB_EVERSION));
	cr_expect(store == NULL);
	expect_contains(err.msg, scratch_path("a.db"));
	expect_contains(err.msg, "delete it and index again, or update");
	cr_expect(not(scratch_has("a.db-lock")));
	cr_expect(mb_str_equal(scratch_read("a.db"), before),
		  "not a byte of it has changed");
}

Test(store_write, writes_into_no_file_of_another_program)
{
	const struct {
		const char *name, *sql;
	} cases[] = {
		{ "plain.db", "CREATE TABLE mine (a)" },
		{ "same-version.db", "CREATE TABLE mine (a);"
				     "PRAGMA user_version = 2" },
		{ "same-version-no-table.db", "PRAGMA user_version = 2" },
		{ "marked.db", "CREATE TABLE mine (a);"
			       "PRAGMA application_id = 42;"
			       "PRAGMA user_version = 2" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_store *store = NULL;
		struct mb_err err = { 0 };
		struct mb_str before;

		change(cases[i].name, cases[i].sql);
		before = scratch_read(cases[i].name);
		cr_expect(
		    eq(int,
		       mb_store_open(scratch_path(cases[i].name), &store, &err),
		       MB_ESTORE),
		    "%s", cases[i].name);
		expect_contains(err.msg, "another program");
		cr_expect(mb_str_equal(scratch_read(cases[i].name), before),
			  "%s: not a byte of it has changed", cases[i].name);
		mb_store_abandon(store);
	}
}

Test(store_write, refuses_a_file_that_is_no_database)
{
	struct mb_store *store = NULL;
	struct mb_err err = { 0 };
	static char text[2000];

	memset(text, 'x', sizeof(text));
	scratch_write("notes.txt", (struct mb_str){ text, sizeof(text) });
	cr_expect(eq(int,
		     mb_store_open(scratch_path("notes.txt"), &store, &err),
		     MB_ESTORE));
	expect_contains(err.msg, "not an index of minutes-index");
	cr_expect(eq(sz, scratch_read("notes.txt").len, sizeof(text)));
}

Test(store_write, refuses_a_place_where_no_file_can_be)
{
	struct mb_store *store = NULL;
	struct mb_err err = { 0 };

	cr_expect(eq(int,
		     mb_store_open(scratch_path("nowhere/a.db"), &store, &err),
		     MB_ESTORE));
	expect_contains(err.msg, "nowhere/a.db");
	mkdir(scratch_path("folder.db"), 0777);
	cr_expect(eq(int,
		     mb_store_open(scratch_path("folder.db"), &store, &err),
		     MB_ESTORE));
}

Test(store_write, keeps_the_keys_of_rows_to_one_another)
{
	struct index index = index_open("a.db");
	struct mb_store_file file = index_file(&index, FILE_NAME);
	struct mb_err err = { 0 };

	file.root = index.root + 99; /* there is none */
	cr_expect(eq(int,
		     mb_store_put(index.store, &file, sample_minutes(), &err),
		     MB_ESTORE));
	mb_store_abandon(index.store);
}

Test(store_write, abandons_nothing_without_complaint)
{
	mb_store_abandon(NULL);
}

/* --- committing -------------------------------------------------------- */

Test(store_write, drops_what_was_not_committed)
{
	struct index index = index_open("a.db");

	index_put(&index, "a/kept.txt", sample_minutes());
	cr_assert(mb_store_join(index.store, NULL) == MB_OK);
	cr_assert(mb_store_commit(index.store, NULL) == MB_OK);
	cr_assert(mb_store_commit(index.store, NULL) == MB_OK, "again");
	index_put(&index, "a/lost.txt", sample_minutes());
	mb_store_abandon(index.store);
	expect_rows("SELECT path FROM document", "a/kept.txt");
	index_expect_whole("a.db");
}

Test(store_write, finishes_in_the_next_run_what_was_not_joined)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	cr_assert(mb_store_commit(index.store, NULL) == MB_OK);
	mb_store_abandon(index.store); /* as if it had been killed */
	index = index_open("a.db");
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT body FROM meeting", "Planning Committee");
}

Test(store_write, never_blocks_who_reads)
{
	struct index index = index_open("a.db");
	struct mb_reader *reader = NULL;
	struct mb_totals totals;

	index_put(&index, "a/first.txt", sample_minutes());
	cr_assert(mb_store_commit(index.store, NULL) == MB_OK);
	index_put(&index, "a/second.txt", sample_minutes());
	cr_assert(mb_reader_open(scratch_path("a.db"), &reader, NULL) == MB_OK);
	cr_assert(mb_reader_totals(reader, &totals, NULL) == MB_OK);
	cr_expect(eq(i64, totals.items, 2), "only what is committed");
	mb_reader_close(reader);
	index_close(&index);
}

Test(store_write, checks_its_full_text_table)
{
	struct index index = index_open("a.db");

	index_put(&index, FILE_NAME, sample_minutes());
	cr_assert(mb_store_join(index.store, NULL) == MB_OK);
	cr_assert(mb_store_commit(index.store, NULL) == MB_OK);
	cr_expect(mb_store_check(index.store, NULL) == MB_OK);
	index_close(&index);
	change("a.db", "UPDATE paragraph SET text = 'tampered with'");
	index = index_open("a.db");
	cr_expect(eq(int, mb_store_check(index.store, NULL), MB_ESTORE),
		  "the text is not what was indexed");
	mb_store_abandon(index.store);
}

/* --- files ------------------------------------------------------------- */

Test(store_write, knows_a_root_by_its_absolute_path)
{
	struct index index = index_open("a.db");
	int64_t again, other;

	cr_assert(mb_store_root(index.store, MB_STR("/archive"),
				MB_STR("../archive"), &again, NULL) == MB_OK);
	cr_assert(mb_store_root(index.store, MB_STR("/other"), MB_STR("other"),
				&other, NULL) == MB_OK);
	cr_expect(eq(i64, again, index.root));
	cr_expect(ne(i64, other, index.root));
	index_close(&index);
	expect_rows("SELECT absolute, given FROM root ORDER BY absolute",
		    "/archive|../archive\n/other|other");
}

Test(store_write, tells_what_it_knows_of_a_file)
{
	struct index index = index_open("a.db");
	struct mb_store_file file = index_file(&index, FILE_NAME);
	struct mb_store_known known;

	cr_assert(mb_store_find(index.store, index.root, file.path, &known,
				NULL) == MB_OK);
	cr_expect(not(known.is_known));
	index_put(&index, FILE_NAME, sample_minutes());
	cr_assert(mb_store_find(index.store, index.root, file.path, &known,
				NULL) == MB_OK);
	cr_expect(known.is_known && known.is_current);
	cr_expect(known.has_hash && !known.is_failed);
	cr_expect(eq(i64, known.size_bytes, file.size_bytes));
	cr_expect(eq(i64, known.mtime_ns, file.mtime_ns));
	cr_expect(eq(i64, known.ctime_ns, file.ctime_ns));
	cr_expect(eq(u64, known.inode, file.inode));
	cr_assert(mb_store_find(index.store, index.root + 1, file.path, &known,
				NULL) == MB_OK);
	cr_expect(not(known.is_known), "in another root");
	index_close(&index);
	change("a.db", "UPDATE document SET extractor = 0");
	index = index_open("a.db");
	cr_assert(mb_store_find(index.store, index.root, file.path, &known,
				NULL) == MB_OK);
	cr_expect(known.is_known && !known.is_current, "read long ago");
	index_close(&index);
}

Test(store_write, touches_a_file_and_nothing_else)
{
	struct index index = index_open("a.db");
	struct mb_store_file file = index_file(&index, FILE_NAME);
	struct mb_store_known known;

	index_put(&index, FILE_NAME, sample_minutes());
	cr_assert(mb_store_find(index.store, index.root, file.path, &known,
				NULL) == MB_OK);
	file.mtime_ns = 77;
	file.ctime_ns = 78;
	file.inode = UINT64_MAX;
	cr_assert(mb_store_touch(index.store, known.document, &file, NULL) ==
		  MB_OK);
	cr_assert(mb_store_find(index.store, index.root, file.path, &known,
				NULL) == MB_OK);
	cr_expect(eq(i64, known.mtime_ns, 77));
	cr_expect(eq(i64, known.ctime_ns, 78));
	cr_expect(eq(u64, known.inode, UINT64_MAX));
	cr_expect(known.has_hash);
	index_close(&index);
	index_expect_whole("a.db");
}

/* Collects paths; stops at the one that @user points to, if any. */
static struct mb_buf visited;

static int visit(void *user, int64_t document, struct mb_str path,
		 struct mb_err *err)
{
	const char *last = user;

	(void)err;
	cr_expect(gt(i64, document, 0));
	mb_buf_add_format(&visited, "%.*s ", MB_STR_ARG(path));
	return last && mb_str_equal(path, mb_str_of(last)) ? MB_ESTOPPED
							   : MB_OK;
}

Test(store_write, visits_documents_in_the_order_of_their_paths)
{
	struct index index = index_open("a.db");
	int64_t other;

	index_put(&index, "b.txt", sample_minutes());
	index_put(&index, "a/z.txt", sample_minutes());
	index_put(&index, "a.txt", sample_minutes());
	cr_assert(mb_store_root(index.store, MB_STR("/other"), MB_STR("other"),
				&other, NULL) == MB_OK);
	cr_expect(mb_store_each(index.store, index.root, visit, NULL, NULL) ==
		  MB_OK);
	text_expect(mb_buf_str(&visited), "a.txt a/z.txt b.txt ", "visited");
	mb_buf_truncate(&visited, 0);
	cr_expect(eq(
	    int, mb_store_each(index.store, index.root, visit, "a/z.txt", NULL),
	    MB_ESTOPPED));
	text_expect(mb_buf_str(&visited), "a.txt a/z.txt ", "visited");
	mb_buf_truncate(&visited, 0);
	cr_expect(mb_store_each(index.store, other, visit, NULL, NULL) ==
		  MB_OK);
	text_expect(mb_buf_str(&visited), "", "visited");
	mb_buf_release(&visited);
	index_close(&index);
}

/* --- memory ------------------------------------------------------------ */

TestSuite(store_memory, .init = scratch_make, .fini = scratch_remove);

static int pass_by(void *user, int64_t document, struct mb_str path,
		   struct mb_err *err)
{
	(void)user;
	(void)document;
	(void)path;
	(void)err;
	return MB_OK;
}

static int pass_by_misplaced(void *user, int64_t document, int64_t root,
			     struct mb_str path, struct mb_err *err)
{
	(void)root;
	return pass_by(user, document, path, err);
}

static int write_index(void)
{
	struct mb_store *store = NULL;
	struct mb_store_file file = { .path = MB_STR("b.txt") };
	int rc = mb_store_open(scratch_path("a.db"), &store, NULL);

	if (rc != MB_OK)
		return rc;
	rc = mb_store_root(store, MB_STR("/archive"), MB_STR("archive"),
			   &file.root, NULL);
	if (rc == MB_OK)
		rc = mb_store_put(store, &file, sample_minutes(), NULL);
	file.path = MB_STR("a/b.txt");
	if (rc == MB_OK)
		rc = mb_store_put(store, &file, sample_minutes(), NULL);
	if (rc == MB_OK)
		rc = mb_store_put_failed(store, &file, MB_STR("a scan"), NULL);
	if (rc == MB_OK)
		rc = mb_store_each(store, file.root, pass_by, NULL, NULL);
	if (rc == MB_OK)
		rc = mb_store_misplaced(store, pass_by_misplaced, NULL, NULL);
	if (rc == MB_OK)
		rc = mb_store_join(store, NULL);
	if (rc == MB_OK)
		return mb_store_close(store, NULL);
	mb_store_abandon(store);
	return rc;
}

Test(store_memory, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(write_index);
	index_expect_whole("a.db");
}

Test(store_memory, survives_sqlite_running_out_of_memory_anywhere)
{
	fault_each_sqlite(write_index);
	index_expect_whole("a.db");
}
