#include "parse.h"

#include <stdio.h>

#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(parse, .fini = release);

static const struct mb_date today = { 2022, 6, 15 };

/* The tree in brackets and the filters behind it; or the message. */
static const char *tree_of(const char *text)
{
	static char out[2000];
	struct query query = { .tree = NULL };
	struct query_fault fault;
	struct mb_err err = { .code = MB_OK };
	struct mb_buf dump = MB_BUF_INIT;

	if (query_parse(mb_str_of(text), today, &arena, &query, &fault, &err)) {
		snprintf(out, sizeof(out), "%s", err.msg);
		return out;
	}
	query_print(&query, &dump);
	snprintf(out, sizeof(out), "%.*s", MB_STR_ARG(mb_buf_str(&dump)));
	mb_buf_release(&dump);
	return out;
}

static void expect_tree(const char *text, const char *want)
{
	text_expect(mb_str_of(tree_of(text)), want, text);
}

Test(parse, joins_words_by_and)
{
	expect_tree("", "");
	expect_tree("   ", "");
	expect_tree("a", "a");
	expect_tree("a b", "(a b)");
	expect_tree("a AND b", "(a b)");
	expect_tree("a AND AND b", "(a b)");
	expect_tree("AND a", "a");
	expect_tree("a and b", "(a and b)");
	expect_tree("((a))", "a");
	expect_tree("(a b) c", "((a b) c)");
	expect_tree("()", "");
	expect_tree("a ()", "a");
}

Test(parse, binds_or_looser_than_and)
{
	expect_tree("a OR b", "(a OR b)");
	expect_tree("a | b|c", "(a OR b OR c)");
	expect_tree("a b OR c d", "(a b OR c d)");
	expect_tree("a (b OR c)", "(a (b OR c))");
	expect_tree("OR a", "a");
	expect_tree("a OR", "a");
	expect_tree("a OR OR b", "(a OR b)");
	expect_tree("a OR (b OR c)", "(a OR (b OR c))");
}

Test(parse, binds_not_to_what_follows)
{
	expect_tree("-a", "NOT a");
	expect_tree("NOT a", "NOT a");
	expect_tree("a -b", "(a NOT b)");
	expect_tree("a NOT b c", "(a NOT b c)");
	expect_tree("NOT NOT a", "a");
	expect_tree("-(-a)", "NOT (NOT a)");
	expect_tree("-(a OR b)", "NOT (a OR b)");
	expect_tree("a NOT", "a");
	expect_tree("-a NEAR b", "NOT a NEAR/10 b");
}

Test(parse, brings_words_together_with_near)
{
	expect_tree("a NEAR b", "a NEAR/10 b");
	expect_tree("a NEAR/3 b", "a NEAR/3 b");
	expect_tree("a NEAR b NEAR/3 c", "a NEAR/3 b NEAR/3 c");
	expect_tree("x a NEAR b y", "(x a NEAR/10 b y)");
	expect_tree("(a OR b) NEAR c", "(a OR b) NEAR/10 c");
	expect_tree("\"a b\" NEAR c", "\"a b\" NEAR/10 c");
	expect_tree("NEAR a", "a");
}

/* Rule 2: outside of brackets a filter holds for all, whatever OR does. */
Test(parse, lets_a_filter_hold_for_all_or_where_it_stands)
{
	expect_tree("a OR b speaker:x", "(a OR b) speaker:\"x\"");
	expect_tree("speaker:x a OR b", "(a OR b) speaker:\"x\"");
	expect_tree("speaker:x", "speaker:\"x\"");
	expect_tree("a OR (b speaker:x)", "(a OR b (speaker:\"x\"))");
	expect_tree("(speaker:x)", "(speaker:\"x\")");
	expect_tree("a OR b title:c", "((a OR b) title:c)");
	expect_tree("(a title:c) OR b", "(a title:c OR b)");
	expect_tree("a -title:c", "(a NOT title:c)");
}

/* Rule 3: the same filter twice is either, but not across brackets. */
Test(parse, takes_the_same_filter_twice_as_either)
{
	expect_tree("speaker:x speaker:y", "speaker:(\"x\" \"y\")");
	expect_tree("speaker:x by:y", "speaker:(\"x\" \"y\")");
	expect_tree("speaker:(x OR y z)", "speaker:(\"x\" \"y\" \"z\")");
	expect_tree("speaker:x mover:y", "speaker:\"x\" mover:\"y\"");
	expect_tree("speaker:x -speaker:y", "speaker:\"x\" -speaker:\"y\"");
	expect_tree("-speaker:x -speaker:y", "-speaker:\"x\" -speaker:\"y\"");
	expect_tree("(a speaker:x speaker:y)", "(a (speaker:(\"x\" \"y\")))");
	expect_tree("(mentions:x) (mentions:y)",
		    "((mentions:\"x\") (mentions:\"y\"))");
	expect_tree("title:a title:b", "(title:a OR title:b)");
	expect_tree("title:(a b)", "(title:a OR title:b)");
	expect_tree("title:a -title:b", "(title:a NOT title:b)");
}

Test(parse, excludes_by_filters_in_brackets)
{
	expect_tree("-speaker:x", "-speaker:\"x\"");
	expect_tree("-(speaker:x)", "(-speaker:\"x\")");
	expect_tree("-(-speaker:x)", "(speaker:\"x\")");
	expect_tree("(a -speaker:x)", "(a (-speaker:\"x\"))");
	expect_tree("NOT NOT speaker:x", "speaker:\"x\"");
}

Test(parse, keeps_signs_where_they_mean_nothing)
{
	expect_tree("12:30 C++ (iii) O'Brien", "(12:30 C++ iii O'Brien)");
	expect_tree("https://x", "https://x");
	expect_tree("a - b", "(a - b)");
	expect_tree("(a -) =", "((a -) =)");
	expect_tree("=AND \"OR\"", "(=AND \"OR\")");
}

/* Rule 4: the only errors, each with the place for its caret. */
static const struct {
	const char *query, *message;
	size_t start, end;
} wrong[] = {
	{ "budget spekaer:x",
	  "there is no field 'spekaer' (did you mean 'speaker:'?): "
	  "quote it to search for the text",
	  7, 15 },
	{ "foo:bar",
	  "there is no field 'foo' (did you mean 'for:'?): quote it to search "
	  "for the text",
	  0, 4 },
	{ "a speaker:", "'speaker:' needs a value", 2, 10 },
	{ "a speaker: b", "'speaker:' needs a value", 2, 10 },
	{ "speaker:\"\"", "'speaker:' needs a value", 8, 10 },
	{ "speaker:\" \"", "'speaker:' needs a value", 8, 11 },
	{ "speaker:()", "'speaker:' needs a value", 8, 10 },
	{ "title:\"\"", "'title:' needs a value", 6, 8 },
	{ "title:\" \" a", "'title:' needs a value", 6, 9 },
	{ "title:()", "'title:' needs a value", 6, 8 },
	{ "a date:13/13/2019",
	  "'13/13/2019' is no date: say 12/3/2019, mar-2019, 2019, "
	  "2018/19 or 2018..2020",
	  7, 17 },
	{ "date:2020..2019", "the range '2020..2019' ends before it begins", 5,
	  15 },
	{ "kind:decison",
	  "kind: takes agenda, minute, decision or vote, not "
	  "'decison': did you mean 'decision'?",
	  5, 12 },
	{ "is:xyzzy",
	  "is: takes boilerplate, cut, draft or cancelled, not "
	  "'xyzzy'",
	  3, 8 },
	{ "a (b", "this bracket is not closed", 2, 3 },
	{ "((a b)", "this bracket is not closed", 0, 1 },
	{ "a) b", "this bracket was never opened", 1, 2 },
	{ "speaker:(a b",
	  "the bracket behind 'speaker:' is not "
	  "closed",
	  8, 12 },
	{ "title:(a b", "the bracket behind 'title:' is not closed", 6, 10 },
	{ "a NEAR speaker:x", "NEAR stands between words or phrases", 2, 6 },
	{ "a NEAR/3 (b c)", "NEAR stands between words or phrases", 2, 8 },
	{ "a NEAR", "NEAR stands between words or phrases", 2, 6 },
	{ "(title:a NEAR b)", "NEAR stands between words or phrases", 9, 13 },
	{ "\xC3\xA9 foo:bar",
	  "there is no field 'foo' (did you mean 'for:'?): quote it to search "
	  "for the text",
	  3, 7 },
};

Test(parse, says_what_is_wrong_and_where)
{
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct query query = { .n_filters = 99 };
		struct query_fault fault = { 0, 0 };
		struct mb_err err = { .msg = "" };
		int rc = query_parse(mb_str_of(wrong[i].query), today, &arena,
				     &query, &fault, &err);

		cr_expect(eq(int, rc, MB_EUSAGE), "%s", wrong[i].query);
		text_expect(mb_str_of(err.msg), wrong[i].message,
			    wrong[i].query);
		cr_expect(eq(sz, fault.start, wrong[i].start), "%s",
			  wrong[i].query);
		cr_expect(eq(sz, fault.end, wrong[i].end), "%s",
			  wrong[i].query);
		cr_expect(eq(sz, query.n_filters, 99), "%s: output touched",
			  wrong[i].query);
	}
}

Test(parse, takes_nothing_else_for_an_error)
{
	static const char *const queries[] = {
		"\"",
		"\"a",
		"a\"",
		"*",
		"**",
		"~",
		"|",
		"||",
		"-",
		"--",
		"=",
		"OR",
		"AND OR",
		"NOT",
		"a:",
		"a: b",
		"'",
		"a|",
		"50%",
		"a\\b",
		"[x]",
		"{x}",
		"^x",
		"x;y",
		"%s%n",
		"\x01\x02",
		"\xFF\xFE",
		"a=b",
		"&",
		"<b>",
		"\xF0\x9F\x8F\xB4",
		"-\"a",
		"a*b*",
		"~1~2",
		"NEAR",
		":",
		"::",
		":x",
		"12:30:15",
	};

	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct query query;
		struct query_fault fault;
		struct mb_err err = { .msg = "" };

		cr_expect(query_parse(mb_str_of(queries[i]), today, &arena,
				      &query, &fault, &err) == MB_OK,
			  "%s: %s", queries[i], err.msg);
	}
}

static struct query warned(const char *text)
{
	struct query query = { .tree = NULL };
	struct query_fault fault;
	struct mb_err err;

	cr_assert(query_parse(mb_str_of(text), today, &arena, &query, &fault,
			      &err) == MB_OK);
	return query;
}

Test(parse, warns_of_quotes_and_of_a_small_or)
{
	struct query query = warned("\"library closure");

	cr_assert(eq(sz, query.n_warnings, 1));
	text_expect(query.warnings[0],
		    "a quote was not closed: it ends where the query ends",
		    "quote");
	query = warned("library or closure");
	cr_assert(eq(sz, query.n_warnings, 1));
	text_expect(query.warnings[0],
		    "'or' is searched as a word: write OR for either of two",
		    "or");
	cr_expect(eq(sz, warned("or library").n_warnings, 0));
	cr_expect(eq(sz, warned("a OR b").n_warnings, 0));
}

/* A query of @n times @piece around or behind one another. */
static const char *repeat(const char *before, const char *after, int n)
{
	struct mb_buf out = MB_BUF_INIT;
	struct mb_str text;

	for (int i = 0; i < n; i++)
		mb_buf_add(&out, mb_str_of(before));
	for (int i = 0; i < n; i++)
		mb_buf_add(&out, mb_str_of(after));
	cr_assert(mb_buf_move(&out, &arena, &text, NULL) == MB_OK);
	mb_buf_release(&out);
	return text.ptr;
}

Test(parse, has_limits_that_are_errors_and_no_crash)
{
	static const struct {
		const char *before, *after, *message;
		int limit;
	} cases[] = {
		{ "(", "a)", "brackets deeper than 60", PARSE_MAX_DEPTH },
		{ "a ", "", "more than 500 words: a query is not a document",
		  PARSE_MAX_TEXTS },
		{ "-speaker:a ", "",
		  "more than 64 filters: ask in several "
		  "queries",
		  PARSE_MAX_FILTERS },
		{ "speaker:a ", "",
		  "more than 250 values: ask in several "
		  "queries",
		  PARSE_MAX_VALUES },
		{ "(speaker:a) ", "",
		  "more than 64 filters: ask in several "
		  "queries",
		  PARSE_MAX_FILTERS },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *before = cases[i].before, *after = cases[i].after;
		const char *query = repeat(before, after, cases[i].limit);

		cr_expect(mb_str_find(mb_str_of(tree_of(query)),
				      MB_STR("than")) == MB_STR_NONE,
			  "%s: %s", before, tree_of(query));
		query = repeat(before, after, cases[i].limit + 1);
		text_expect(mb_str_of(tree_of(query)), cases[i].message,
			    before);
		query = repeat(before, after, 20000);
		text_expect(mb_str_of(tree_of(query)), cases[i].message,
			    before);
	}
}

Test(parse, says_a_query_in_words)
{
	static const struct {
		const char *query, *want;
	} cases[] = {
		{ "library closure", "\xE2\x80\x9Clibrary\xE2\x80\x9D and "
				     "\xE2\x80\x9C"
				     "closure\xE2\x80\x9D" },
		{ "speaker:okafor", "everything, speaker okafor" },
		{ "a OR (b -c)", "\xE2\x80\x9C"
				 "a\xE2\x80\x9D or (\xE2\x80\x9C"
				 "b\xE2\x80\x9D and not "
				 "\xE2\x80\x9C"
				 "c\xE2\x80\x9D)" },
		{ "=a* date:2018/19", "\xE2\x80\x9C"
				      "a\xE2\x80\x9D and what begins so, "
				      "from 2018-05-01 to 2019-04-30" },
		{ "-kind:vote since:2020",
		  "everything, not kind vote, from 2020-01-01 on" },
		{ "until:2020-02 date:today",
		  "everything, up to 2020-02-29, on 2022-06-15" },
		{ "title:a~2",
		  "\xE2\x80\x9C"
		  "a\xE2\x80\x9D give or take 2 letters in the title" },
		{ "\"a b\"~4", "the words \xE2\x80\x9C"
			       "a b\xE2\x80\x9D within 4 words" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct query query = warned(cases[i].query);
		struct mb_buf out = MB_BUF_INIT;

		query_describe(&query, &out);
		text_expect(mb_buf_str(&out), cases[i].want, cases[i].query);
		mb_buf_release(&out);
	}
}

Test(parse, prints_its_tree)
{
	struct query query = warned("(a \"b c\") OR -d NEAR/3 e kind:vote");
	struct mb_buf out = MB_BUF_INIT;

	query_dump(&query, &out);
	text_expect(mb_buf_str(&out),
		    "OR\n"
		    "  AND\n"
		    "    text a\n"
		    "    text \"b c\"\n"
		    "  NOT\n"
		    "    NEAR/3\n"
		    "      text d\n"
		    "      text e\n"
		    "for all: kind:\"vote\"\n",
		    "the tree");
	mb_buf_release(&out);
}

static int parse_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct query query;
	struct query_fault fault;
	int rc = query_parse(
	    MB_STR("(a \"b c\" -d*) OR (e speaker:x speaker:y) or \"f~1 "
		   "-title:(g h) speaker:(i j) title:k kind:vote"),
	    today, &own, &query, &fault, NULL);

	mb_arena_release(&own);
	return rc;
}

Test(parse, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(parse_once);
}
