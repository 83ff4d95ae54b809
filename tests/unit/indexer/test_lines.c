#include "lines.h"

#include "support/text.h"

TestSuite(lines);

Test(lines, count_the_empty_lines_above_and_the_columns_before)
{
	struct line_reader reader =
	    lines_of(MB_STR("one\r\n\r\n \n  two\n\tthree"));
	struct text_line line;

	cr_assert(lines_next(&reader, &line));
	text_expect(line.text, "one", "the first line");
	cr_expect(eq(int, line.n_blank, 0));

	cr_assert(lines_next(&reader, &line));
	text_expect(line.text, "two", "the second line");
	cr_expect(eq(int, line.n_blank, 2));
	cr_expect(eq(int, line.indent, 2));
	cr_expect(eq(int, (int)line.number, 4));

	cr_assert(lines_next(&reader, &line));
	cr_expect(eq(int, line.indent, 8));
	cr_expect(not(lines_next(&reader, &line)));
}
