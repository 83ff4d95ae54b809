/*
 * Tree, text, tree: the same tree.
 */
#include "parse.h"

#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(parse_print, .fini = release);

static const struct mb_date today = { 2022, 6, 15 };

/* --- comparing --------------------------------------------------------- */

static bool is_same_filter(const struct filter *a, const struct filter *b)
{
	if (a->field != b->field || a->n_values != b->n_values ||
	    a->is_negated != b->is_negated)
		return false;
	for (size_t i = 0; i < a->n_values; i++)
		if (!mb_str_equal(a->values[i].text, b->values[i].text) ||
		    a->values[i].is_prefix != b->values[i].is_prefix ||
		    a->values[i].word != b->values[i].word)
			return false;
	return true;
}

static bool is_same_node(const struct node *a, const struct node *b)
{
	if (!a || !b)
		return a == b;
	if (a->kind != b->kind || a->n_children != b->n_children ||
	    a->distance != b->distance || !mb_str_equal(a->text, b->text) ||
	    a->field != b->field || a->is_phrase != b->is_phrase ||
	    a->is_exact != b->is_exact || a->is_prefix != b->is_prefix)
		return false;
	if (a->kind == NODE_FILTER && !is_same_filter(a->filter, b->filter))
		return false;
	for (size_t i = 0; i < a->n_children; i++)
		if (!is_same_node(a->children[i], b->children[i]))
			return false;
	return true;
}

static bool is_same_query(const struct query *a, const struct query *b)
{
	if (!is_same_node(a->tree, b->tree) || a->n_filters != b->n_filters)
		return false;
	for (size_t i = 0; i < a->n_filters; i++)
		if (!is_same_filter(a->filters[i], b->filters[i]))
			return false;
	return true;
}

static struct query parse(struct mb_str text, struct mb_str origin)
{
	struct query query = { .tree = NULL };
	struct query_fault fault;
	struct mb_err err = { .msg = "" };

	cr_assert(query_parse(text, today, &arena, &query, &fault, &err) ==
		      MB_OK,
		  "'%.*s' of '%.*s': %s", MB_STR_ARG(text), MB_STR_ARG(origin),
		  err.msg);
	return query;
}

static void expect_identity(struct mb_str text)
{
	struct query first = parse(text, text);
	struct mb_buf printed = MB_BUF_INIT, again = MB_BUF_INIT;
	struct query second;

	query_print(&first, &printed);
	second = parse(mb_buf_str(&printed), text);
	cr_expect(is_same_query(&first, &second), "'%.*s' became '%.*s'",
		  MB_STR_ARG(text), MB_STR_ARG(mb_buf_str(&printed)));
	query_print(&second, &again);
	cr_expect(mb_str_equal(mb_buf_str(&printed), mb_buf_str(&again)));
	mb_buf_release(&printed);
	mb_buf_release(&again);
}

/* --- generating -------------------------------------------------------- */

static unsigned long long state;

static unsigned pick(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

static const char *one_of(const char *const *list, size_t n)
{
	return list[pick((unsigned)n)];
}

#define ONE_OF(list) one_of(list, sizeof(list) / sizeof(*(list)))

static void add_query(struct mb_buf *out, int depth);

static void add_text(struct mb_buf *out)
{
	static const char *const texts[] = {
		"library",
		"=worthing",
		"clos*",
		"housng~1",
		"\"a b\"",
		"\"a b\"~5",
		"\"a b\"*",
		"=\"x\"",
		"\xC3\xA9t\xC3\xA9",
		"12:30",
		"C++",
		"O'Brien",
		"=AND",
		"\"OR\"",
		"-",
		"=",
		"--a",
		"*",
		"**",
		"=foo:bar",
		"foo:",
		"a~b",
		"~1",
		"\"\"",
		"\xE2\x80\x9Cq\xE2\x80\x9D",
		"title:budget",
		"text:=x",
		"title:\"a b\"",
		"decision:x*",
		"title:(a b)",
		"item:-x",
		"title:AND",
		"a~1~",
		"x**",
	};

	mb_buf_add(out, mb_str_of(ONE_OF(texts)));
}

static void add_filter(struct mb_buf *out)
{
	static const char *const filters[] = {
		"speaker:x",       "by:\"a b\"",      "mentions:(a OR b c)",
		"speaker:y*",      "kind:vote",       "has:vote",
		"-speaker:x",      "date:2018/19",    "since:today",
		"date:2018..2020", "NOT kind:agenda", "number:4.1",
		"path:a/b",        "-has:decision",   "council:AND",
	};

	mb_buf_add(out, mb_str_of(ONE_OF(filters)));
}

static void add_near(struct mb_buf *out)
{
	static const char *const operands[] = { "a", "b*", "\"c d\"",
						"(e OR f)", "=g" };
	static const char *const nears[] = { " NEAR ", " NEAR/3 " };

	mb_buf_add(out, mb_str_of(ONE_OF(operands)));
	for (unsigned i = pick(2) + 1; i > 0; i--) {
		mb_buf_add(out, mb_str_of(ONE_OF(nears)));
		mb_buf_add(out, mb_str_of(ONE_OF(operands)));
	}
}

static void add_operand(struct mb_buf *out, int depth)
{
	static const char *const nots[] = { "", "", "", "-", "NOT " };
	const char *not = ONE_OF(nots);

	switch (pick(depth > 0 ? 8 : 5)) {
	case 0:
	case 1:
	case 2:
		/* a minus before "-" or "=" would be a word with it */
		mb_buf_add(out, mb_str_of(not [0] == '-' ? "NOT " : not ));
		add_text(out);
		break;
	case 3:
		add_filter(out);
		break;
	case 4:
		mb_buf_add(out, mb_str_of(not ));
		add_near(out);
		break;
	default:
		mb_buf_add(out, mb_str_of(not ));
		mb_buf_add_char(out, '(');
		add_query(out, depth - 1);
		mb_buf_add_char(out, ')');
	}
}

static void add_query(struct mb_buf *out, int depth)
{
	static const char *const joins[] = { " ", " ", " AND ", " OR ", " | " };

	add_operand(out, depth);
	for (unsigned i = pick(4); i > 0; i--) {
		mb_buf_add(out, mb_str_of(ONE_OF(joins)));
		add_operand(out, depth);
	}
}

Test(parse_print, gives_a_text_of_the_same_tree)
{
	for (unsigned i = 0; i < 6000; i++) {
		struct mb_buf text = MB_BUF_INIT;

		state = i;
		add_query(&text, 1 + (int)(i % 4));
		expect_identity(mb_buf_str(&text));
		mb_buf_release(&text);
		mb_arena_reset(&arena);
	}
}

/* What earlier runs of the fuzzer and of the test above got wrong. */
Test(parse_print, gives_a_text_of_the_same_tree_for_the_odd)
{
	static const char *const queries[] = {
		"",
		"-(-a)",
		"NOT --a",
		"(a -)",
		"(a =)",
		"**",
		"(b foo:)",
		"(speaker:x)",
		"-(speaker:x)",
		"(mentions:a) (mentions:b)",
		"(title:x library)",
		"-title:(a b) c",
		"title:a OR title:b",
		"a OR b title:c speaker:d",
		"title:=",
	};

	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++)
		expect_identity(mb_str_of(queries[i]));
}

/* Deep brackets come out no deeper than they went in, but for the last. */
Test(parse_print, does_not_add_brackets)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add(&text, MB_STR("a"));
	for (int i = 0; i < PARSE_MAX_DEPTH - 2; i++) {
		struct mb_buf next = MB_BUF_INIT;

		mb_buf_add(&next, MB_STR("("));
		mb_buf_add(&next, mb_buf_str(&text));
		mb_buf_add(&next, MB_STR(" b OR c)"));
		mb_buf_release(&text);
		text = next;
		if (i * 2 > PARSE_MAX_TEXTS - 6)
			break;
	}
	expect_identity(mb_buf_str(&text));
	mb_buf_release(&text);
}
