#include "minutebook/err.h"

#include <string.h>

#include "minutebook/text.h"
#include "support/text.h"

TestSuite(err);

Test(err, says_what_went_wrong)
{
	struct mb_err err = { .line = 7 };
	int rc = mb_fail(&err, MB_EFORMAT, "no date in '%s'", "4 Lamb Lane");

	cr_expect(eq(int, rc, MB_EFORMAT));
	cr_expect(eq(int, err.code, MB_EFORMAT));
	cr_expect(eq(u32, err.line, 0));
	cr_expect(eq(str, err.msg, "no date in '4 Lamb Lane'"));
}

Test(err, says_in_which_line)
{
	struct mb_err err = { 0 };

	cr_expect(
	    eq(int, mb_fail_at(&err, MB_ELIMIT, 14, "%d items", 9), MB_ELIMIT));
	cr_expect(eq(u32, err.line, 14));
	cr_expect(eq(str, err.msg, "9 items"));
}

Test(err, needs_nobody_who_listens)
{
	cr_expect(eq(int, mb_fail(NULL, MB_EIO, "gone"), MB_EIO));
	cr_expect(eq(int, mb_fail_at(NULL, MB_EIO, 1, "gone"), MB_EIO));
	cr_expect(eq(int, mb_fail_nomem(NULL), MB_ENOMEM));
	cr_expect(eq(int, mb_err_in(NULL, MB_EIO, MB_STR("a.txt")), MB_EIO));
}

Test(err, has_one_word_for_a_failed_allocation)
{
	struct mb_err err = { 0 };

	cr_expect(eq(int, mb_fail_nomem(&err), MB_ENOMEM));
	cr_expect(eq(int, err.code, MB_ENOMEM));
	cr_expect(eq(str, err.msg, "out of memory"));
}

Test(err, puts_the_place_in_front_and_keeps_the_cause)
{
	struct mb_err err = { 0 };

	mb_fail_at(&err, MB_EFORMAT, 14, "two paragraphs are numbered 3.1");
	cr_expect(eq(int, mb_err_in(&err, MB_EFORMAT, MB_STR("july.txt")),
		     MB_EFORMAT));
	cr_expect(
	    eq(str, err.msg, "july.txt:14: two paragraphs are numbered 3.1"));
	cr_expect(eq(u32, err.line, 0), "it is in the message now");
	mb_err_in(&err, MB_EFORMAT, MB_STR("minutes"));
	cr_expect(eq(str, err.msg,
		     "minutes: july.txt:14: two paragraphs are numbered 3.1"));
}

Test(err, cuts_a_long_message_between_characters)
{
	for (size_t n_ascii = 0; n_ascii < 4; n_ascii++) {
		struct mb_err err = { 0 };
		char text[600] = "abc";
		size_t len = n_ascii;

		while (len + 3 < sizeof(text)) { /* the euro sign */
			memcpy(text + len, "\xE2\x82\xAC", 3);
			len += 3;
		}
		text[len] = '\0';
		mb_fail(&err, MB_EIO, "%s", text);
		cr_expect(mb_utf8_is_valid(mb_str_of(err.msg)),
			  "behind %zu letters", n_ascii);
		cr_expect(ge(sz, strlen(err.msg), MB_ERR_MSG_BYTES - 5));
		mb_err_in(&err, MB_EIO, MB_STR("x"));
		cr_expect(mb_utf8_is_valid(mb_str_of(err.msg)));
		cr_expect(eq(str, text_of(mb_str_take(mb_str_of(err.msg), 3)),
			     "x: "));
	}
}

Test(err, tells_which_failures_end_a_run)
{
	const struct {
		int code, ends;
	} cases[] = {
		{ MB_OK, 0 },      { MB_ENOMEM, 1 },   { MB_ESTORE, 1 },
		{ MB_EIO, 0 },     { MB_EFORMAT, 0 },  { MB_ELIMIT, 0 },
		{ MB_EUNREAD, 0 }, { MB_EUSAGE, 0 },   { MB_ENOTFOUND, 0 },
		{ MB_EBUSY, 1 },   { MB_EVERSION, 1 }, { MB_ESTOPPED, 1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(
		    eq(int, !!mb_code_ends_run(cases[i].code), cases[i].ends),
		    "code %d", cases[i].code);
}
