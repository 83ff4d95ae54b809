#include "minutebook/str.h"

#include <signal.h>
#include <string.h>

#include "support/text.h"

TestSuite(str);

static const struct mb_str nothing = { NULL, 0 };

Test(str, views_a_text_that_may_be_missing)
{
	cr_expect(eq(sz, mb_str_of(NULL).len, 0));
	cr_expect(eq(sz, mb_str_of("").len, 0));
	cr_expect(eq(sz, mb_str_of("minutes").len, 7));
	cr_expect(eq(sz, MB_STR("a\0b").len, 3), "a NUL is a byte");
}

Test(str, slices_inside_its_bounds)
{
	struct mb_str s = MB_STR("Withy Green");

	text_expect(mb_str_slice(s, 2, 5), "thy", "slice");
	text_expect(mb_str_slice(s, 5, 5), "", "empty slice");
	text_expect(mb_str_slice(s, 0, s.len), "Withy Green", "whole slice");
	text_expect(mb_str_drop(s, 6), "Green", "drop");
	text_expect(mb_str_drop(s, s.len), "", "drop all");
	text_expect(mb_str_take(s, 5), "Withy", "take");
	text_expect(mb_str_take(nothing, 0), "", "take of nothing");
	cr_expect(mb_str_drop(nothing, 0).ptr == NULL);
}

Test(str, takes_a_slice_beyond_the_end_for_a_broken_program, .signal = SIGABRT)
{
	mb_str_slice(MB_STR("abc"), 1, 4);
}

Test(str, trims_ascii_white_space_at_both_ends)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ " \t\r\n\v\f", "" },
		{ "ward", "ward" },
		{ "  Lammas Ward\r\n", "Lammas Ward" },
		{ "a  b ", "a  b" },
		{ "\xC2\xA0"
		  "a",
		  "\xC2\xA0"
		  "a" }, /* no ASCII */
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(mb_str_trim(mb_str_of(cases[i].text)),
			    cases[i].want, cases[i].text);
	text_expect(mb_str_trim(nothing), "", "nothing");
}

Test(str, cuts_at_the_first_or_the_last_separator)
{
	const struct {
		const char *text;
		const char *head, *tail;           /* at the first */
		const char *last_head, *last_tail; /* at the last */
		bool found;
	} cases[] = {
		{ "a/b/c", "a", "b/c", "a/b", "c", true },
		{ "/a", "", "a", "", "a", true },
		{ "a/", "a", "", "a", "", true },
		{ "/", "", "", "", "", true },
		{ "abc", "abc", "", "abc", "", false },
		{ "", "", "", "", "", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str s = mb_str_of(cases[i].text);
		struct mb_cut first = mb_str_cut(s, '/');
		struct mb_cut last = mb_str_cut_last(s, '/');

		text_expect(first.head, cases[i].head, cases[i].text);
		text_expect(first.tail, cases[i].tail, cases[i].text);
		text_expect(last.head, cases[i].last_head, cases[i].text);
		text_expect(last.tail, cases[i].last_tail, cases[i].text);
		cr_expect(first.found == cases[i].found);
		cr_expect(last.found == cases[i].found);
		text_expect(mb_str_after_last(s, '/'),
			    last.found ? cases[i].last_tail : cases[i].text,
			    cases[i].text);
	}
	cr_expect(not(mb_str_cut(nothing, '/').found));
	cr_expect(not(mb_str_cut_last(nothing, '/').found));
}

Test(str, takes_lines_with_either_line_end_off_the_front)
{
	struct mb_str text = MB_STR("one\r\ntwo\n\n\rfour\r\r\nlast");
	const char *const want[] = { "one", "two", "", "\rfour\r", "last" };
	struct mb_str line;

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		cr_assert(mb_str_next_line(&text, &line));
		text_expect(line, want[i], "line");
	}
	cr_expect(not(mb_str_next_line(&text, &line)));
	text = MB_STR("ended\n");
	cr_expect(mb_str_next_line(&text, &line));
	cr_expect(not(mb_str_next_line(&text, &line)),
		  "a line end at the end begins no line");
	text = nothing;
	cr_expect(not(mb_str_next_line(&text, &line)));
}

Test(str, orders_by_bytes_and_the_shorter_first)
{
	const struct {
		const char *a, *b;
		int order;
	} cases[] = {
		{ "", "", 0 },     { "a", "a", 0 },     { "a", "b", -1 },
		{ "a", "ab", -1 }, { "ab", "a", 1 },    { "", "a", -1 },
		{ "Z", "a", -1 },  { "z", "\xC3", -1 }, { "\xC3\xA9", "z", 1 },
		{ "10", "9", -1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int got = mb_str_compare(mb_str_of(cases[i].a),
					 mb_str_of(cases[i].b));

		cr_expect(eq(int, (got > 0) - (got < 0), cases[i].order),
			  "'%s' and '%s'", cases[i].a, cases[i].b);
		cr_expect(mb_str_equal(mb_str_of(cases[i].a),
				       mb_str_of(cases[i].b)) ==
			  (cases[i].order == 0));
	}
	cr_expect(mb_str_equal(nothing, MB_STR("")));
	cr_expect(eq(int, mb_str_compare(nothing, MB_STR("")), 0));
}

Test(str, compares_beginnings_and_ends)
{
	struct mb_str s = MB_STR("Resolved that");

	cr_expect(mb_str_starts(s, MB_STR("Resolved")));
	cr_expect(not(mb_str_starts(s, MB_STR("RESOLVED"))));
	cr_expect(mb_str_starts_nocase(s, MB_STR("RESOLVED")));
	cr_expect(not(mb_str_starts_nocase(s, MB_STR("Resolved that it"))));
	cr_expect(mb_str_ends(s, MB_STR("that")));
	cr_expect(not(mb_str_ends(s, MB_STR("That"))));
	cr_expect(mb_str_ends_nocase(s, MB_STR("That")));
	cr_expect(not(mb_str_ends_nocase(MB_STR("AT"), MB_STR("that"))));
	cr_expect(not(mb_str_ends(MB_STR("at"), MB_STR("that"))));
	cr_expect(mb_str_starts(s, nothing) && mb_str_ends(s, nothing));
	cr_expect(mb_str_equal_nocase(s, MB_STR("resolved THAT")));
	cr_expect(not(mb_str_equal_nocase(s, MB_STR("resolved"))));
	cr_expect(
	    not(mb_str_equal_nocase(MB_STR("\xC3\x89"), MB_STR("\xC3\xA9"))),
	    "only ASCII letters have a case here");
}

Test(str, finds_where_a_text_stands)
{
	const struct {
		const char *text, *needle;
		size_t at, at_nocase;
	} cases[] = {
		{ "the Clerk", "clerk", MB_STR_NONE, 4 },
		{ "the Clerk", "Clerk", 4, 4 },
		{ "aab", "ab", 1, 1 },
		{ "ab", "abc", MB_STR_NONE, MB_STR_NONE },
		{ "", "a", MB_STR_NONE, MB_STR_NONE },
		{ "abc", "", 0, 0 },
		{ "", "", 0, 0 },
		{ "a[b", "A[B", MB_STR_NONE, 0 },
		{ "a[b", "a{b", MB_STR_NONE, MB_STR_NONE },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str s = mb_str_of(cases[i].text);
		struct mb_str needle = mb_str_of(cases[i].needle);

		cr_expect(eq(sz, mb_str_find(s, needle), cases[i].at),
			  "'%s' in '%s'", cases[i].needle, cases[i].text);
		cr_expect(
		    eq(sz, mb_str_find_nocase(s, needle), cases[i].at_nocase),
		    "'%s' in '%s'", cases[i].needle, cases[i].text);
	}
	cr_expect(eq(sz, mb_str_find(nothing, MB_STR("a")), MB_STR_NONE));
	cr_expect(eq(sz, mb_str_find_char(nothing, 'a'), MB_STR_NONE));
	cr_expect(eq(sz, mb_str_find_char(MB_STR("item 4"), '4'), 5));
	cr_expect(eq(sz, mb_str_count(MB_STR("a,b,,c"), ','), 3));
	cr_expect(eq(sz, mb_str_count(nothing, ','), 0));
}

Test(str, classes_every_byte_without_a_locale)
{
	for (int i = -128; i < 256; i++) {
		char c = (char)i;
		bool is_upper = i < 128 && i > 0 &&
				memchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", i, 26);
		bool is_lower = i < 128 && i > 0 &&
				memchr("abcdefghijklmnopqrstuvwxyz", i, 26);
		bool is_digit = i < 128 && i > 0 && memchr("0123456789", i, 10);
		bool is_space = i < 128 && i > 0 && memchr(" \t\n\v\f\r", i, 6);

		cr_expect(mb_is_upper(c) == is_upper, "byte %d", i);
		cr_expect(mb_is_lower(c) == is_lower, "byte %d", i);
		cr_expect(mb_is_digit(c) == is_digit, "byte %d", i);
		cr_expect(mb_is_space(c) == is_space, "byte %d", i);
		cr_expect(mb_is_alpha(c) == (is_upper || is_lower));
		cr_expect(mb_is_alnum(c) == (is_upper || is_lower || is_digit));
		cr_expect(
		    eq(chr, mb_to_lower(c), (char)(is_upper ? i + 32 : i)));
	}
}

Test(str, reads_a_number_up_to_a_limit)
{
	const struct {
		const char *text;
		unsigned long max;
		bool is_read;
		unsigned long value;
		const char *rest;
	} cases[] = {
		{ "42", 100, true, 42, "" },
		{ "42nd", 100, true, 42, "nd" },
		{ "007 ", 9, true, 7, " " },
		{ "0", 0, true, 0, "" },
		{ "100", 100, true, 100, "" },
		{ "101", 100, false, 0, "101" },
		{ "9", 5, false, 0, "9" },
		{ "", 100, false, 0, "" },
		{ "-1", 100, false, 0, "-1" },
		{ " 1", 100, false, 0, " 1" },
		{ "18446744073709551615", -1UL, true, -1UL, "" },
		{ "18446744073709551616", -1UL, false, 0,
		  "18446744073709551616" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str s = mb_str_of(cases[i].text);
		unsigned long value = 0;

		cr_expect(mb_str_number(&s, cases[i].max, &value) ==
			      cases[i].is_read,
			  "'%s'", cases[i].text);
		cr_expect(eq(ulong, value, cases[i].value), "'%s'",
			  cases[i].text);
		text_expect(s, cases[i].rest, cases[i].text);
	}
}
