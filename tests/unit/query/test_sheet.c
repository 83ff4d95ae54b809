#include "sheet.h"

#include "support/text.h"

TestSuite(sheet);

/* Prints one table with cells that formats would take for their own markup. */
static void print_sheet(const char *format, struct mb_buf *out)
{
	static const char *const columns[] = { "name", "text" };
	struct mb_str cells[] = { MB_STR("O'Neill\nMotion"),
				  MB_STR("=1+<b>|*x* & \"y\"~") };
	const struct sheet sheet = {
		.title = MB_STR("A & B"),
		.sections = { { "Said", "said", { columns, 2, cells, 1 } } },
		.n_sections = 1,
	};

	sheet_format_find(mb_str_of(format))->print(&sheet, out);
	cr_expect(not(out->has_failed));
}

static void expect_printed(const char *format, const char *want)
{
	struct mb_buf out = MB_BUF_INIT;

	print_sheet(format, &out);
	text_expect(mb_buf_str(&out), want, format);
	mb_buf_release(&out);
}

static void expect_has(const char *format, const char *want)
{
	struct mb_buf out = MB_BUF_INIT;

	print_sheet(format, &out);
	cr_expect(
	    ne(sz, mb_str_find(mb_buf_str(&out), mb_str_of(want)), MB_STR_NONE),
	    "%s", want);
	mb_buf_release(&out);
}

Test(sheet, escapes_as_all_other_output_does)
{
	expect_printed("csv", "section,name,text\r\n"
			      "said,\"O'Neill\nMotion\","
			      "\"'=1+<b>|*x* & \"\"y\"\"~\"\r\n");
	expect_printed("markdown",
		       "# A \\& B\n\n## Said\n\n| name | text |\n|---|---|\n"
		       "| O'Neill Motion | \\=1+\\<b\\>\\|\\*x\\* \\& "
		       "\"y\"\\~ |\n");
	expect_has("html", "<title>A &amp; B</title>");
	expect_has("html", "<th scope=\"col\">name</th>");
	expect_has("html", "<td>O&#39;Neill\nMotion</td><td>=1+&lt;b&gt;|*x* "
			   "&amp; &quot;y&quot;~</td>");
}
