#include "sheet.h"

#include "support/text.h"

TestSuite(sheet);

/* One table with a cell that every format would take for its own markup. */
static void expect_printed(const char *format, const char *want)
{
	static const char *const columns[] = { "name", "text" };
	struct mb_str cells[] = { MB_STR("O'Neill\nMotion"),
				  MB_STR("=1+<b>|*x* & \"y\"~") };
	const struct sheet sheet = {
		.title = MB_STR("A & B"),
		.sections = { { "Said", "said", { columns, 2, cells, 1 } } },
		.n_sections = 1,
	};
	struct mb_buf out = MB_BUF_INIT;

	sheet_format_find(mb_str_of(format))->print(&sheet, &out);
	cr_expect(not(out.has_failed));
	text_expect(mb_buf_str(&out), want, format);
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
	expect_printed("html",
		       "<!DOCTYPE html>\n<html lang=\"en\">\n"
		       "<meta charset=\"utf-8\">\n<title>A &amp; B</title>\n"
		       "<h1>A &amp; B</h1>\n<h2 id=\"said\">Said</h2>\n"
		       "<table>\n<tr><th>name</th><th>text</th></tr>\n"
		       "<tr><td>O&#39;Neill\nMotion</td><td>=1+&lt;b&gt;|*x* "
		       "&amp; &quot;y&quot;~</td></tr>\n</table>\n</html>\n");
}
