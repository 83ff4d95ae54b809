#include "report.h"

#include "support/text.h"

TestSuite(report);

/* A real file: whether it is a terminal is asked of its descriptor. */
static FILE *open_paper(void)
{
	FILE *paper = tmpfile();

	cr_assert(paper != NULL);
	return paper;
}

static char *read_paper(FILE *paper)
{
	char text[2000];
	size_t n;

	rewind(paper);
	n = fread(text, 1, sizeof(text), paper);
	fclose(paper);
	return text_of((struct mb_str){ text, n });
}

Test(report, names_the_file_and_what_is_wrong_with_it)
{
	FILE *paper = open_paper();
	struct report report = report_to(paper, false, false);

	report_problem(&report, MB_STR("2019/a b.pdf"),
		       MB_STR("a PDF file: not read"));
	report_detail(&report, MB_STR("b.txt"), MB_STR("indexed"));
	report_progress(&report); /* no terminal */
	cr_expect(eq(str, read_paper(paper),
		     "minutes-index: 2019/a b.pdf: a PDF file: not read\n"));
}

Test(report, makes_names_harmless)
{
	FILE *paper = open_paper();
	struct report report = report_to(paper, false, false);

	report_problem(&report,
		       MB_STR("a\x1B[2Jb\nc\xFF"
			      "d\xC2\x9B"
			      "e\xC3\xA9"
			      "\xE2\x80\xAEtxt"), /* right to left from here */
		       MB_STR("odd\r"));
	cr_expect(eq(str, read_paper(paper),
		     "minutes-index: a?[2Jb?c?d?e\xC3\xA9?txt: odd?\n"));
}

Test(report, says_more_or_less_when_asked)
{
	FILE *paper = open_paper();
	struct report report = report_to(paper, false, true);

	report_detail(&report, MB_STR("b.txt"), MB_STR("indexed"));
	cr_expect(
	    eq(str, read_paper(paper), "minutes-index: b.txt: indexed\n"));

	paper = open_paper();
	report = report_to(paper, true, true);
	report_problem(&report, MB_STR("a"), MB_STR("b"));
	report_detail(&report, MB_STR("a"), MB_STR("b"));
	report_summary(&report, "minutes.db");
	cr_expect(eq(str, read_paper(paper), ""));
}

Test(report, sums_up)
{
	FILE *paper = open_paper();
	struct report report = report_to(paper, false, false);

	report.n_seen = 10;
	report.n_indexed = 4;
	report.n_unchanged = 3;
	report.n_removed = 2;
	report.n_failed = 1;
	report.n_skipped = 5;
	report_summary(&report, "minutes.db");
	cr_expect(mb_str_starts(
	    mb_str_of(read_paper(paper)),
	    MB_STR("minutes.db: 10 files seen, 4 indexed, 3 unchanged, 2 "
		   "removed, 1 failed, 5 skipped in ")));
}

Test(report, shows_progress_on_a_terminal_and_clears_it)
{
	FILE *paper = open_paper();
	struct report report = report_to(paper, false, false);
	struct mb_str got;

	report.is_terminal = true;
	report.started -= 1;
	report.n_seen = 2;
	report.n_total = 8;
	report_progress(&report);
	report.n_seen = 3;
	report_progress(&report); /* too soon */
	report_problem(&report, MB_STR("a"), MB_STR("b"));
	got = mb_str_of(read_paper(paper));
	cr_expect(mb_str_starts(got, MB_STR("\r\x1B[K2 of 8 files, ")));
	cr_expect(mb_str_ends(got, MB_STR("\r\x1B[Kminutes-index: a: b\n")));
	cr_expect(mb_str_find(got, MB_STR("3 of 8")) == MB_STR_NONE);
}
