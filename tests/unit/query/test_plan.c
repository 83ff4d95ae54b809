#include "plan.h"

#include <ctype.h>
#include <string.h>

#include "ask.h"
#include "explain.h"
#include "scan.h"
#include "support/fault.h"
#include "support/text.h"

static struct archive archive;
static struct mb_reader *reader;
static struct mb_arena arena;
static struct query query;

static void open_archive(void)
{
	archive_open(&archive);
	cr_assert(mb_reader_open(archive.all, &reader, NULL) == MB_OK);
}

static void close_archive(void)
{
	mb_reader_close(reader);
	mb_arena_release(&arena);
	archive_close(&archive);
}

TestSuite(plan, .init = open_archive, .fini = close_archive);

static struct plan plan_of(const char *text, bool needs_scores)
{
	const struct plan_options options = { .sort = SORT_RANK,
					      .needs_scores = needs_scores };
	struct query_fault fault;
	struct plan plan;
	struct mb_err err = { .msg = "" };

	query = (struct query){ .tree = NULL };
	cr_assert(query_parse(mb_str_of(text), ASK_TODAY, &arena, &query,
			      &fault, &err) == MB_OK,
		  "%s: %s", text, err.msg);
	cr_assert(plan_make(&query, &options, reader, &arena, &plan, &err) ==
		      MB_OK,
		  "%s: %s", text, err.msg);
	return plan;
}

/* The FTS5 expression, readable: plan_dump()'s second line. */
static void expect_match(const char *text, const char *want)
{
	struct plan plan = plan_of(text, true);
	struct mb_buf dump = MB_BUF_INIT;
	struct mb_str rest, line;

	plan_dump(&plan, &dump);
	rest = mb_buf_str(&dump);
	cr_assert(mb_str_next_line(&rest, &line) &&
		  mb_str_next_line(&rest, &line));
	text_expect(mb_str_trim(line), want, text);
	mb_buf_release(&dump);
}

Test(plan, looks_for_all_words_of_a_stem)
{
	expect_match("library", "(\"library|libraries\")");
	expect_match("Libraries", "(\"libraries|library\")");
	expect_match("unicorns", "(\"unicorns\")");
	expect_match("organize", "(\"organise|organising\")");
}

Test(plan, takes_what_is_exact_as_written)
{
	expect_match("=libraries", "(\"libraries\")");
	expect_match("\"public health\"", "(\"public health\")");
	expect_match("librar*", "(\"librar\" *)");
	expect_match("\"public heal\"*", "(\"public heal\" *)");
	/* a word is spelled in one way, and may begin in others */
	expect_match("organiz*", "(\"organiz\" * OR \"organis\" *)");
	expect_match("organisati*", "(\"organisati\" *)");
	expect_match("program*", "(\"programme\" * OR \"program\" *)");
}

/* Rule 5: three spellings of one word. */
Test(plan, joins_spellings)
{
	expect_match("antiracism", "(\"antiracism\" OR "
				   "\"anti racism\")");
	expect_match("=antiracism", "(\"antiracism\" OR \"anti racism\")");
	expect_match("\"anti racism\"", "(\"anti racism\" OR \"antiracism\")");
	expect_match("\"the anti racism week\"", "(\"the anti racism week\" OR "
						 "\"the antiracism week\")");
	expect_match("coprod*", "(\"coprod\" * OR \"co production\")");
}

Test(plan, knows_what_two_bare_words_make_together)
{
	expect_match("anti racism", "(\"anti\" OR \"antiracism\") OR "
				    "(\"racism\" OR \"antiracism\")");
	expect_match("1.2 million",
		     "(\"1.2\" OR \"1200000\") OR (\"million\" OR "
		     "\"1200000\")");
	expect_match("pond hedge", "(\"pond\") OR (\"hedge\")");
}

Test(plan, brings_operands_of_near_together)
{
	expect_match("pond NEAR/3 hedge", "(NEAR(\"pond\" \"hedge\", 3))");
	expect_match("\"pond hedge\"~3", "(NEAR(\"pond\" \"hedge\", 3))");
	expect_match("title:\"pond hedge\"~3",
		     "{title} : (NEAR(\"pond\" \"hedge\", 3))");
	expect_match("\"pond\"~3", "(\"pond\")");
	expect_match("pond NEAR \xC2\xA3", "(\"pond\")");
	expect_match("\xC2\xA3 NEAR ***",
		     "(nothing: all paragraphs are looked at)");
	expect_match("(pond OR weed) NEAR hedge",
		     "(NEAR(\"pond\" \"hedge\", 10) OR "
		     "NEAR(\"weed\" \"hedge\", 10))");
}

Test(plan, puts_fields_into_columns)
{
	expect_match("title:pond", "{title} : (\"pond\")");
	expect_match("text:pond", "{text} : (\"pond\")");
	expect_match("decision:pond", "{text} : (\"pond\")");
}

Test(plan, drops_stop_words_unless_nothing_is_left)
{
	struct plan plan = plan_of("what of the pond", true);

	cr_expect(eq(sz, plan.n_leaves, 4));
	cr_expect(eq(sz, plan.n_positive, 1));
	expect_match("what of the pond", "(\"pond\")");
	expect_match("who", "(\"who\")");
	expect_match("who of", "(\"who\") OR (\"of\")");
	expect_match("\"the\" pond", "(\"the\") OR (\"pond\")");
	expect_match("=who pond", "(\"who\") OR (\"pond\")");
	expect_match("who -pond", "(\"who\") OR (\"pond\")");
}

Test(plan, weighs_words_by_how_often_they_are_asked_for)
{
	struct plan plan = plan_of("pond weed POND pond", true);

	cr_assert(eq(sz, plan.n_leaves, 2));
	cr_expect(eq(int, plan.leaves[0].weight, 3));
	cr_expect(eq(int, plan.leaves[1].weight, 1));
}

Test(plan, looks_at_all_rows_only_where_words_cannot_tell)
{
	static const struct {
		const char *query;
		enum plan_mode mode;
	} cases[] = {
		{ "pond", PLAN_MATCH },
		{ "pond speaker:x", PLAN_MATCH },
		{ "pond -weed", PLAN_MATCH },
		{ "pond OR weed", PLAN_MATCH },
		{ "(pond speaker:x) OR weed", PLAN_MATCH },
		{ "title:pond", PLAN_MATCH },
		{ "", PLAN_SCAN },
		{ "speaker:x", PLAN_SCAN },
		{ "-pond", PLAN_SCAN },
		{ "pond OR -weed", PLAN_SCAN },
		{ "(speaker:x OR pond)", PLAN_SCAN },
		{ "\"\"", PLAN_SCAN },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(
		    eq(int, plan_of(cases[i].query, true).mode, cases[i].mode),
		    "%s", cases[i].query);
}

Test(plan, warns_of_what_holds_no_words)
{
	struct plan plan = plan_of("\xC2\xA3 pond ***", true);

	cr_assert(eq(sz, plan.n_warnings, 2));
	text_expect(plan.warnings[0],
		    "there is nothing to look for in '\xC2\xA3'", "a sign");
	text_expect(plan.warnings[1], "there is nothing to look for in '*'",
		    "stars");
	plan = plan_of("a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g NEAR h "
		       "NEAR nine NEAR ten",
		       true);
	cr_assert(eq(sz, plan.n_warnings, 1));
	text_expect(plan.warnings[0],
		    "too many words to be near each other: left out from "
		    "'nine'",
		    "the ninth");
}

/* --- what is typed is never SQL ---------------------------------------- */

/* A word that can be in no statement but by pasting. */
#define ODD "zqxjk"

static void expect_bound(const char *text)
{
	struct plan plan = plan_of(text, true);
	bool is_bound = false;

	cr_expect(mb_str_find_nocase(plan.sql, MB_STR(ODD)) == MB_STR_NONE,
		  "%s: the SQL holds what was typed", text);
	for (size_t i = 0; i < plan.n_values; i++)
		is_bound |= plan.values[i].is_text &&
			    mb_str_find_nocase(plan.values[i].text,
					       MB_STR(ODD)) != MB_STR_NONE;
	cr_expect(is_bound, "%s: it is nowhere", text);
	/* each quote of the statement is one of ours */
	cr_expect(mb_str_find(plan.sql, MB_STR("''")) == MB_STR_NONE ||
		  mb_str_find(plan.sql, MB_STR("<> ''")) != MB_STR_NONE);
}

Test(plan, never_pastes_what_was_typed)
{
	static const char *const shapes[] = {
		"%s",
		"\"%s\"",
		"=%s*",
		"%s~1",
		"-%s",
		"x NEAR/2 %s",
		"title:%s",
		"decision:\"%s\"",
		"speaker:%s",
		"-mentions:\"%s\"",
		"(person:%s OR b)",
		"committee:%s",
		"council:(a %s)",
		"number:%s",
		"path:%s",
		"id:%s",
		"present:%s*",
		"against:%s",
		"lead:%s",
	};
	static const char *const words[] = {
		ODD,
		ODD "'",
		"'" ODD,
		ODD "';--",
		ODD "') OR 1=1 --",
		ODD "\\",
		"NEAR(" ODD,
		ODD "*",
		"{title}:" ODD,
		"^" ODD,
		ODD "+x",
		ODD "?4",
		ODD "%",
		"$" ODD,
		"@" ODD,
		"\x1F" ODD "\x1E" ODD "\x1D" ODD,
		ODD "\xE2\x80\x99",
	};
	char text[200];

	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		for (size_t k = 0; k < sizeof(words) / sizeof(*words); k++) {
			/* brackets and blanks are the query's own */
			bool is_quoted = strchr(shapes[i], '"') != NULL;

			if (!is_quoted && strpbrk(words[k], "( "))
				continue;
			if (!is_quoted && i < 6 && strchr(words[k], ':'))
				continue;
			snprintf(text, sizeof(text), shapes[i], words[k]);
			expect_bound(text);
		}
}

/* Numbers of parameters in the SQL are those of the values. */
Test(plan, binds_as_many_values_as_there_are_parameters)
{
	static const char *const queries[] = {
		"pond",
		"pond speaker:(a b) date:2019 -kind:vote",
		"speaker:a person:b year:2019..2020 added:2020..",
		"-pond (title:x OR mentions:y)",
		"has:vote is:draft result:lost number:3 id:x",
	};

	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct plan plan = plan_of(queries[i], i % 2);
		sqlite3_stmt *stmt = NULL;
		struct mb_err err = { .msg = "" };

		cr_assert(mb_reader_prepare(reader, plan.sql.ptr, &stmt,
					    &err) == MB_OK,
			  "%s: %s", queries[i], err.msg);
		cr_expect(eq(int, sqlite3_bind_parameter_count(stmt),
			     (int)plan.n_values + PLAN_FIRST_VALUE - 1),
			  "%s", queries[i]);
		sqlite3_finalize(stmt);
	}
}

/* --- limits ------------------------------------------------------------ */

static const char *repeat(const char *piece, int n)
{
	struct mb_buf out = MB_BUF_INIT;
	struct mb_str text;

	for (int i = 0; i < n; i++)
		mb_buf_add_format(&out, piece, i);
	cr_assert(mb_buf_move(&out, &arena, &text, NULL) == MB_OK);
	mb_buf_release(&out);
	return text.ptr;
}

/* The largest queries that the parser lets through are SQLite's to run. */
Test(plan, stays_within_the_limits_of_sqlite)
{
	const struct {
		const char *piece;
		int n;
	} cases[] = {
		{ "w%d ", PARSE_MAX_TEXTS },
		{ "anti-racism%d ", PARSE_MAX_TEXTS },
		{ "antiracism -w%d ", PARSE_MAX_TEXTS / 2 },
		{ "-w%d ", PARSE_MAX_TEXTS },
		{ "\"anti racism anti racism %d\" ", PARSE_MAX_TEXTS },
		{ "a%d OR ", PARSE_MAX_TEXTS },
		{ "person:a%d ", PARSE_MAX_VALUES },
		{ "path:a%d ", PARSE_MAX_VALUES },
		{ "-person:a%d ", PARSE_MAX_FILTERS },
		{ "(person:a%d) ", PARSE_MAX_FILTERS },
		{ "(w%d person:a) OR ", PARSE_MAX_FILTERS },
		{ "NEAR (library OR libraries) ", PARSE_MAX_TEXTS / 2 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = repeat(cases[i].piece, cases[i].n);
		struct ask a;

		ask_one(&a, archive.all, text, &ask_usual);
		ask_end(&a);
	}
}

/* --- days -------------------------------------------------------------- */

/* The steps that SQLite's machine takes for all rows of a query. */
static int steps_of(const char *text, int *n_rows)
{
	const struct plan plan = plan_of(text, false);
	struct scan scan = { .stmt = NULL };
	struct row row;
	struct mb_err err;
	int n;

	*n_rows = 0;
	cr_assert(scan_open(&scan, reader, &plan, &err) == MB_OK);
	cr_assert(scan_begin(&scan, INT64_MIN, INT64_MAX, &err) == MB_OK);
	while (scan_next(&scan, &row, &err) > 0)
		++*n_rows;
	n = sqlite3_stmt_status(scan.stmt, SQLITE_STMTSTATUS_VM_STEP, 0);
	scan_close(&scan);
	return n;
}

/* Five rows in the middle take no longer than the rows before them allow. */
Test(plan, looks_at_no_other_days_than_those_asked_for)
{
	static const char *const days[] = {
		"date:2020-02-26",
		"since:2020-02-26 until:2020-02-26",
		"date:2020-02-26 date:2020-02-26",
	};
	int n_all, n_some, n_none;
	int all = steps_of("date:1900..2100", &n_all);
	int none = steps_of("date:2001", &n_none);

	cr_expect(eq(int, n_none, 0));
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		int some = steps_of(days[i], &n_some);

		cr_expect(eq(int, n_some, 7), "%s", days[i]);
		cr_expect(n_all * (some - none) <= 2 * (all - none) * n_some,
			  "%s: %d steps for %d rows, %d for %d", days[i], some,
			  n_some, all, n_all);
		cr_expect(some * 3 < all, "%s: %d steps of %d", days[i], some,
			  all);
	}
}

/* --- explaining -------------------------------------------------------- */

/* Asks @text of the archive and explains it. */
static int explain_once(const char *text, struct mb_buf *out,
			struct mb_err *err)
{
	static const struct options options = { .search = { .limit = 3 } };
	const struct inquiry_order order = { .needs_scores = true };
	const char *path = archive.all;
	struct mb_arena own = MB_ARENA_INIT;
	struct sources sources = { .n = 0 };
	struct inquiry q = { .search = NULL };
	int rc = sources_open(&sources, &path, 1, err);

	if (rc == MB_OK)
		rc = inquiry_parse(&q, &sources, mb_str_of(text), &own, err);
	if (rc == MB_OK)
		rc = inquiry_plan(&q, &sources, &order, err);
	if (rc == MB_OK)
		rc = explain(&q, &options, out, err);
	if (rc == MB_OK && out->has_failed)
		rc = MB_ENOMEM;
	inquiry_end(&q);
	sources_close(&sources);
	mb_arena_release(&own);
	return rc;
}

Test(plan, explains_itself)
{
	struct mb_buf out = MB_BUF_INIT;
	struct mb_err err = { .msg = "" };
	static const char *const parts[] = {
		"Searched for: \xE2\x80\x9Cpond\xE2\x80\x9D, "
		"speaker tansley\n",
		"Tree:\ntext pond\nfor all: speaker:\"tansley\"\n",
		"FTS5:\n  (\"pond\")\n",
		"SQL:\nSELECT p.id, ",
		"Steps:\n  SCAN paragraph_fts VIRTUAL TABLE INDEX ",
		"SEARCH p USING INTEGER PRIMARY KEY (rowid=?)",
		"Scores:\n  14 items of ",
		"\xE2\x80\x9Cpond\xE2\x80\x9D: once in the text, once in "
		"the title (",
	};

	cr_assert(explain_once("pond speaker:tansley", &out, &err) == MB_OK,
		  "%s", err.msg);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		cr_expect(mb_str_find(mb_buf_str(&out), mb_str_of(parts[i])) !=
			      MB_STR_NONE,
			  "no '%s' in:\n%.*s", parts[i],
			  MB_STR_ARG(mb_buf_str(&out)));
	mb_buf_release(&out);
}

static int plan_once(void)
{
	struct mb_buf out = MB_BUF_INIT;
	int rc =
	    explain_once("anti-racism \"anti racism\" coprod* libary~1 the "
			 "anti racism person's 50% \"a b\"~3 \xC2\xA3 "
			 "a NEAR (b OR c) speaker:x date:2019 added:2019 "
			 "-(title:x OR kind:vote)",
			 &out, NULL);

	mb_buf_release(&out);
	return rc;
}

Test(plan, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(plan_once);
}
