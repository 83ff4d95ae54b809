#include "support/index.h"

#include <string.h>

#include "minutebook/buf.h"
#include "minutebook/fts.h"
#include "support/text.h"

struct index index_open(const char *name)
{
	struct index index = { NULL, 0 };
	struct mb_err err = { 0 };

	cr_assert(eq(int, mb_store_open(scratch_path(name), &index.store, &err),
		     MB_OK),
		  "%s", err.msg);
	cr_assert(eq(int,
		     mb_store_root(index.store, MB_STR("/archive"),
				   MB_STR("archive"), &index.root, &err),
		     MB_OK),
		  "%s", err.msg);
	return index;
}

struct mb_store_file index_file(const struct index *index, const char *path)
{
	static unsigned char hash[MB_STORE_HASH_BYTES];
	int64_t sum = 0;

	for (size_t i = 0; path[i]; i++) {
		hash[i % sizeof(hash)] ^= (unsigned char)path[i];
		sum += path[i];
	}
	return (struct mb_store_file){
		.root = index->root,
		.path = mb_str_of(path),
		.size_bytes = 1000 + sum,
		.mtime_ns = 2000 + sum,
		.ctime_ns = 3000 + sum,
		.inode = 4000 + (uint64_t)sum,
		.hash = hash,
	};
}

void index_put(struct index *index, const char *path, const struct mb_doc *doc)
{
	struct mb_store_file file = index_file(index, path);
	struct mb_err err = { 0 };

	cr_assert(eq(int, mb_store_put(index->store, &file, doc, &err), MB_OK),
		  "%s: %s", path, err.msg);
}

void index_remove(struct index *index, const char *path)
{
	struct mb_store_known known;
	struct mb_err err = { 0 };

	cr_assert(mb_store_find(index->store, index->root, mb_str_of(path),
				&known, &err) == MB_OK,
		  "%s", err.msg);
	cr_assert(known.is_known, "%s", path);
	cr_assert(mb_store_remove(index->store, known.document, &err) == MB_OK,
		  "%s", err.msg);
}

void index_close(struct index *index)
{
	struct mb_err err = { 0 };

	cr_assert(eq(int, mb_store_join(index->store, &err), MB_OK), "%s",
		  err.msg);
	cr_assert(eq(int, mb_store_close(index->store, &err), MB_OK), "%s",
		  err.msg);
	index->store = NULL;
}

/* --- asking ------------------------------------------------------------ */

static void add_row(struct mb_buf *out, sqlite3_stmt *stmt)
{
	if (out->len > 0)
		mb_buf_add_char(out, '\n');
	for (int i = 0; i < sqlite3_column_count(stmt); i++) {
		const char *text = (const char *)sqlite3_column_text(stmt, i);

		mb_buf_add_format(out, "%s%s", i > 0 ? "|" : "",
				  text ? text : "-");
	}
}

static char *rows_of(sqlite3 *db, const char *sql)
{
	struct mb_buf out = MB_BUF_INIT;
	sqlite3_stmt *stmt = NULL;
	char *text;
	int rc;

	cr_assert(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK,
		  "%s: %s", sql, sqlite3_errmsg(db));
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
		add_row(&out, stmt);
	cr_assert(rc == SQLITE_DONE, "%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_finalize(stmt);
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

/* A connection that is neither the indexer's nor the searcher's. */
static sqlite3 *connect(const char *name, struct mb_fts_listener *listener)
{
	sqlite3 *db = NULL;
	struct mb_err err = { 0 };

	cr_assert(sqlite3_open_v2(scratch_path(name), &db,
				  SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK);
	cr_assert(mb_fts_register(db, listener, &err) == MB_OK, "%s", err.msg);
	return db;
}

char *index_ask(const char *name, const char *sql)
{
	sqlite3 *db = connect(name, NULL);
	char *text = rows_of(db, sql);

	sqlite3_close(db);
	return text;
}

char *index_dump(const char *name)
{
	static const char *const questions[] = {
		/* all but the number of the row, which is of one index */
		"SELECT id, council, body, date, item_number, item_title,"
		" paragraph_number, kind, speaker, text, path, line, page,"
		" url, person FROM minutes ORDER BY id",
		"SELECT * FROM attended ORDER BY path, line, name",
		"SELECT * FROM named ORDER BY path, line, name",
		"SELECT * FROM voted ORDER BY path, line, result",
		"SELECT * FROM failed ORDER BY path",
		"SELECT slug, council, body, date, time, venue, status, "
		"is_dirty"
		" FROM meeting ORDER BY slug",
		"SELECT path, folder, size_bytes, mtime_ns, kind, title, url,"
		" council, own_council FROM document ORDER BY path",
		"SELECT d.path, i.seq, i.slug, i.is_hidden, i.n_words,"
		" i.n_title_words FROM item i JOIN document d"
		" ON d.id = i.document ORDER BY d.path, i.seq",
		"SELECT as_written, key FROM alias ORDER BY as_written",
		"SELECT * FROM word ORDER BY word",
		"SELECT * FROM compound ORDER BY joined, parts",
		"SELECT * FROM total ORDER BY name",
	};
	sqlite3 *db = connect(name, NULL);
	struct mb_buf out = MB_BUF_INIT;
	char *text;

	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		mb_buf_add_format(&out, "%s\n\n", rows_of(db, questions[i]));
	sqlite3_close(db);
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

/* --- wholeness --------------------------------------------------------- */

static void run(sqlite3 *db, const char *sql)
{
	char *message = NULL;

	cr_expect(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK,
		  "%s: %s", sql, message);
	sqlite3_free(message);
}

static void expect_none(sqlite3 *db, const char *what, const char *sql)
{
	cr_expect(eq(str, rows_of(db, sql), ""), "%s", what);
}

void index_expect_whole(const char *name)
{
	sqlite3 *db = connect(name, NULL);

	cr_expect(eq(str, rows_of(db, "PRAGMA integrity_check"), "ok"));
	expect_none(db, "foreign keys", "PRAGMA foreign_key_check");
	run(db, "INSERT INTO paragraph_fts (paragraph_fts)"
		" VALUES ('integrity-check')");
	run(db, "CREATE VIRTUAL TABLE temp.fresh USING fts5"
		" (title, text, tokenize = 'minutebook');"
		"INSERT INTO fresh (rowid, title, text)"
		" SELECT p.id, i.title, p.text FROM paragraph p"
		" JOIN item i ON i.id = p.item WHERE NOT i.is_hidden;"
		"CREATE VIRTUAL TABLE temp.is_there USING"
		" fts5vocab (main, paragraph_fts, instance);"
		"CREATE VIRTUAL TABLE temp.must_be USING"
		" fts5vocab (temp, fresh, instance)");
	expect_none(db, "words that should be in the full-text table",
		    "SELECT * FROM must_be EXCEPT SELECT * FROM is_there");
	expect_none(db, "words that should not",
		    "SELECT * FROM is_there EXCEPT SELECT * FROM must_be");
	expect_none(db, "counts of words that differ",
		    "SELECT w.word, w.n, v.n FROM word w LEFT JOIN"
		    " (SELECT term, count(*) AS n FROM must_be GROUP BY term) v"
		    " ON v.term = w.word WHERE w.n IS NOT v.n");
	expect_none(db, "words that the vocabulary lacks",
		    "SELECT term FROM must_be EXCEPT SELECT word FROM word");
	cr_expect(
	    eq(str, rows_of(db, "SELECT n FROM total ORDER BY name"),
	       rows_of(db, "SELECT count(*) FROM item WHERE NOT is_hidden"
			   " UNION ALL SELECT coalesce(sum(n_title_words), 0)"
			   " FROM item WHERE NOT is_hidden"
			   " UNION ALL SELECT coalesce(sum(n_words), 0)"
			   " FROM item WHERE NOT is_hidden")));
	expect_none(db, "documents of no meeting",
		    "SELECT path FROM document"
		    " WHERE meeting IS NULL AND format IS NOT NULL");
	expect_none(db, "meetings of no document",
		    "SELECT slug FROM meeting WHERE id NOT IN"
		    " (SELECT meeting FROM document WHERE meeting NOT NULL)");
	expect_none(db, "meetings that are still to be joined",
		    "SELECT slug FROM meeting WHERE is_dirty");
	expect_none(db, "an id that means two paragraphs",
		    "SELECT id FROM minutes GROUP BY id HAVING count(*) > 1");
	sqlite3_close(db);
}
