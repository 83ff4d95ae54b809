/* What a browser shows before the entries of a list, at its odd places. */
#include "html_list.h"

#include "support/text.h"

TestSuite(list_markers);

/* The marker of the first entry of <ol type=TYPE start=START>. */
static void expect_first(const char *type, const char *start, const char *want)
{
	const char *attributes[] = { "type", type, "start", start, NULL };
	struct html_list list = html_list_of("ol", attributes);
	struct mb_buf got = MB_BUF_INIT;

	html_list_marker(&list, &got);
	text_expect(mb_buf_str(&got), want, start);
	mb_buf_release(&got);
}

Test(list_markers, count_in_letters_as_browsers_do)
{
	expect_first("a", "1", "a)");
	expect_first("a", "26", "z)");
	expect_first("a", "27", "aa)");
	expect_first("a", "52", "az)");
	expect_first("a", "703", "aaa)");
	expect_first("A", "2", "B)");
}

Test(list_markers, count_in_roman_numbers)
{
	expect_first("i", "4", "iv)");
	expect_first("I", "14", "XIV)");
	expect_first("i", "99", "xcix)");
	expect_first("I", "3999", "MMMCMXCIX)");
}

Test(list_markers, are_figures_where_there_are_no_letters)
{
	expect_first("a", "0", "0.");
	expect_first("A", "-3", "-3.");
	expect_first("i", "0", "0.");
	expect_first("i", "4000", "4000.");
	expect_first("1", "-1", "-1.");
	expect_first("a", "x", "a)");
	expect_first("square", "3", "3.");
}

Test(list_markers, go_on_from_one_entry_to_the_next)
{
	const char *attributes[] = { "type", "a", "start", "0", NULL };
	static const char *const want[] = { "0.", "a)", "b)" };
	struct html_list list = html_list_of("ol", attributes);
	struct mb_buf got = MB_BUF_INIT;

	for (size_t i = 0; i < 3; i++) {
		mb_buf_truncate(&got, 0);
		html_list_marker(&list, &got);
		text_expect(mb_buf_str(&got), want[i], "the next");
	}
	mb_buf_release(&got);
}
