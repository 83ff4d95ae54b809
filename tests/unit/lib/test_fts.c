#include "minutebook/fts.h"

#include <stdio.h>
#include <string.h>

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/text.h"

static sqlite3 *db;
static struct mb_buf heard;

static void hear_word(void *user, struct mb_str word)
{
	(void)user;
	mb_buf_add(&heard, word);
	mb_buf_add_char(&heard, ' ');
}

static void hear_compound(void *user, struct mb_str joined, struct mb_str parts)
{
	(void)user;
	mb_buf_add_format(&heard, "[%.*s=%.*s] ", MB_STR_ARG(joined),
			  MB_STR_ARG(parts));
}

static struct mb_fts_listener listener = { hear_word, hear_compound, NULL, 1 };

static void run(const char *sql)
{
	char *message = NULL;

	cr_assert(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK,
		  "%s: %s", sql, message);
}

static void begin(void)
{
	struct mb_err err = { 0 };

	cr_assert(sqlite3_open(":memory:", &db) == SQLITE_OK);
	cr_assert(eq(int, mb_fts_register(db, &listener, &err), MB_OK), "%s",
		  err.msg);
	run("CREATE VIRTUAL TABLE t USING fts5"
	    " (title, text, tokenize = 'minutebook')");
}

static void end(void)
{
	sqlite3_close(db);
	mb_buf_release(&heard);
}

TestSuite(fts, .init = begin, .fini = end);

static void fill(void)
{
	run("INSERT INTO t (rowid, title, text) VALUES"
	    " (1, 'Libraries', 'The library''s closure. A library, a wharf.'),"
	    " (2, 'Wharf', 'anti-racism and \xC2\xA3"
	    "1.2 million'),"
	    " (3, 'Library', 'libraries closure'),"
	    " (4, '', 'E8 1DY in 2021/22')");
}

/*
 * The rows that @match finds and how often each of its phrases stands in
 * title and text: "1:0/2,1/0 3:...".
 */
static char *found(const char *match)
{
	struct mb_match counts;
	struct mb_buf out = MB_BUF_INIT;
	sqlite3_stmt *stmt = NULL;
	char *text;
	int rc;

	cr_assert(sqlite3_prepare_v2(db,
				     "SELECT rowid, mb_match(t, ?2) FROM t"
				     " WHERE t MATCH ?1 ORDER BY rowid",
				     -1, &stmt, NULL) == SQLITE_OK);
	sqlite3_bind_text(stmt, 1, match, -1, SQLITE_STATIC);
	sqlite3_bind_pointer(stmt, 2, &counts, MB_MATCH_POINTER, NULL);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		cr_expect(eq(int, sqlite3_column_int(stmt, 1), 1));
		mb_buf_add_format(&out, "%s%d:", out.len > 0 ? " " : "",
				  sqlite3_column_int(stmt, 0));
		for (int i = 0; i < counts.n_phrases; i++)
			mb_buf_add_format(&out, "%s%u/%u", i > 0 ? "," : "",
					  counts.count[i][MB_FTS_TITLE],
					  counts.count[i][MB_FTS_TEXT]);
	}
	cr_assert(rc == SQLITE_DONE, "%s", sqlite3_errmsg(db));
	sqlite3_finalize(stmt);
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

Test(fts, finds_words_and_counts_them_by_column)
{
	const struct {
		const char *match, *want;
	} cases[] = {
		{ "library", "1:0/2 3:1/0" },
		{ "LIBRARY", "1:0/2 3:1/0" },
		{ "libraries", "1:1/0 3:0/1" }, /* nothing is stemmed here */
		{ "library closure", "1:0/2,0/1 3:1/0,0/1" },
		{ "wharf", "1:0/1 2:1/0" },
		{ "wharf OR closure", "1:0/1,0/1 2:1/0,0/0 3:0/0,0/1" },
		{ "\"libraries closure\"", "3:0/1" },
		{ "\"closure libraries\"", "" },
		{ "title : wharf", "2:1/0" },
		{ "\"anti racism\"", "2:0/1" },
		{ "\"anti-racism\"", "2:0/1" },
		{ "\"\xC2\xA3"
		  "1,200,000\"",
		  "2:0/1" },
		{ "million", "2:0/1" },
		{ "\"1.2 million\"", "2:0/1" },
		{ "librarys", "1:0/1" },
		{ "\"E8 1DY\"", "4:0/1" },
		{ "1dy", "4:0/1" },
		{ "\"in 2022\"", "4:0/1" },
		{ "\"2021 2022\"", "" }, /* one place, not two */
		{ "absent", "" },
	};

	fill();
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(str, found(cases[i].match), cases[i].want), "%s",
			  cases[i].match);
}

Test(fts, takes_literal_queries_as_they_are)
{
	const struct {
		const char *match, *want;
	} cases[] = {
		{ "\"\x1Flibrary\"", "1:0/2 3:1/0" },
		{ "\"\x1FLibrary\"", "" },
		{ "\"\x1Flibrary\x1Dlibraries\"", "1:1/2 3:1/1" },
		{ "\"\x1Flibrary\x1Dlibraries\x1E"
		  "closure\"",
		  "1:0/1 3:0/1" },
		{ "\"\x1Flibrary\x1Dlibraries\x1E"
		  "closure\x1Dwharf\"",
		  "1:0/1 3:0/1" },
		{ "\"\x1F"
		  "a\x1Ewharf\"",
		  "1:0/1" },
		{ "\"\x1F"
		  "2021/22\"",
		  "4:0/1" },
		{ "\"\x1F\"", "" },
		{ "\"\x1F"
		  "absent\x1Dgone\"",
		  "" },
	};

	fill();
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(str, found(cases[i].match), cases[i].want),
			  "case %zu", i);
}

Test(fts, tells_its_listener_of_words_and_compounds)
{
	run("INSERT INTO t VALUES ('', 'The CVS''s anti-racism work')");
	text_expect(mb_buf_str(&heard),
		    "the cvs cvss anti racism work [antiracism=anti racism] ",
		    "heard");
	mb_buf_truncate(&heard, 0);
	run("INSERT INTO t VALUES ('', 'face-to-face, and a-b-c-d-e')");
	text_expect(mb_buf_str(&heard),
		    "face to face and a b c d e [facetoface=face to face] ",
		    "nobody spells five parts as one word");
	mb_buf_truncate(&heard, 0);
	listener.is_on = 0;
	run("INSERT INTO t VALUES ('', 'co-production')");
	listener.is_on = 1;
	found("\"anti-racism\"");
	text_expect(mb_buf_str(&heard), "", "a query is no document");
}

Test(fts, passes_its_own_integrity_check)
{
	fill();
	run("DELETE FROM t WHERE rowid = 2");
	run("UPDATE t SET text = 'S.106 and O''Brien' WHERE rowid = 3");
	run("INSERT INTO t (t) VALUES ('integrity-check')");
	run("INSERT INTO t (t) VALUES ('optimize')");
	run("INSERT INTO t (t) VALUES ('integrity-check')");
}

static void expect_refused(const char *sql, const char *why)
{
	char *message = NULL;

	cr_expect(sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK);
	cr_expect(ne(sz, mb_str_find(mb_str_of(message), mb_str_of(why)),
		     MB_STR_NONE),
		  "%s: %s", sql, message);
	sqlite3_free(message);
}

Test(fts, refuses_what_only_minutebook_may_do)
{
	fill();
	expect_refused("SELECT mb_match(t) FROM t WHERE t MATCH 'wharf'",
		       "Minutebook's own");
	expect_refused("SELECT mb_match(t, 1) FROM t WHERE t MATCH 'wharf'",
		       "Minutebook's own");
	expect_refused("CREATE VIRTUAL TABLE u USING fts5"
		       " (a, tokenize = 'minutebook porter')",
		       "tokenizer");
}

Test(fts, counts_no_more_phrases_than_there_is_room_for)
{
	struct mb_buf query = MB_BUF_INIT;
	char *got;

	run("INSERT INTO t VALUES ('', 'w0 w299')");
	mb_buf_add(&query, MB_STR("w0"));
	for (int i = 1; i < MB_FTS_MAX_PHRASES + 44; i++)
		mb_buf_add_format(&query, " OR w%d", i);
	mb_buf_add_char(&query, '\0');
	got = found(query.ptr);
	cr_expect(
	    eq(sz, mb_str_count(mb_str_of(got), ','), MB_FTS_MAX_PHRASES - 1));
	mb_buf_release(&query);
}

static int index_and_find(void)
{
	sqlite3 *own = NULL;
	struct mb_err err = { 0 };
	int rc;

	if (sqlite3_open(":memory:", &own) != SQLITE_OK) {
		sqlite3_close(own);
		return MB_ENOMEM;
	}
	rc = mb_fts_register(own, NULL, &err);
	if (rc == MB_OK &&
	    sqlite3_exec(own,
			 "CREATE VIRTUAL TABLE t USING fts5"
			 " (a, tokenize = 'minutebook');"
			 "INSERT INTO t VALUES ('S.106 and anti-racism');"
			 "SELECT count(*) FROM t WHERE t MATCH 'racism'",
			 NULL, NULL, NULL) != SQLITE_OK)
		rc = (sqlite3_errcode(own) & 0xFF) == SQLITE_NOMEM ? MB_ENOMEM
								   : MB_ESTORE;
	sqlite3_close(own);
	return rc;
}

Test(fts_memory, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(index_and_find);
}

Test(fts_memory, survives_sqlite_running_out_of_memory_anywhere)
{
	fault_each_sqlite(index_and_find);
}
