/* Item pages that are put again because the page of their meeting came. */
#include "ingest.h"

#include <stdlib.h>
#include <unistd.h>

#include "minutebook/buf.h"
#include "support/text.h"

static char folder[] = "/tmp/moved-XXXXXX";
static char index_path[64];
static volatile sig_atomic_t stop;
static struct mb_buf printed;

static void write_page(const char *name, const char *text)
{
	char path[128];
	FILE *to;

	snprintf(path, sizeof(path), "%s/m/%s", folder, name);
	to = fopen(path, "w");
	cr_assert(to != NULL);
	fputs(text, to);
	fclose(to);
}

static void write_item_page(int id)
{
	char name[32], text[256];

	snprintf(name, sizeof(name), "mgAi.aspx@ID=%d.html", id);
	snprintf(text, sizeof(text),
		 "<div id=\"modgov\"><p>Agenda item</p><p>Report %d</p>"
		 "<p>Minutes:</p><p>Councillor Fenn asked about %d.</p></div>",
		 id, id);
	write_page(name, text);
}

static const char meeting_page[] =
    "<div id=\"modgov\"><h1 class=\"mgMainTitleTxt\">Agenda and minutes</h1>"
    "<h2 class=\"mgSubTitleTxt\">Cabinet - Thursday 4 March 2021 7.00 pm</h2>"
    "<table class=\"mgItemTable\">"
    "<tr><td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">"
    "<a name=\"AI11\"></a>1.</p></td><td>"
    "<p class=\"mgAiTitleTxt\">Report 11</p></td></tr>"
    "<tr><td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">"
    "<a name=\"AI12\"></a>2.</p></td><td>"
    "<p class=\"mgAiTitleTxt\">Report 12</p></td></tr></table></div>";

static void make_folder(void)
{
	char path[64];

	cr_assert(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "mkdir %s/m", folder);
	cr_assert(eq(int, system(path), 0));
	snprintf(index_path, sizeof(index_path), "%s/u.db", folder);
	write_item_page(11);
	write_item_page(12);
}

static void remove_folder(void)
{
	char command[64];

	snprintf(command, sizeof(command), "rm -r %s", folder);
	cr_expect(eq(int, system(command), 0));
	mb_buf_release(&printed);
}

TestSuite(moved_items, .init = make_folder, .fini = remove_folder);

/* Keeps what is printed; "moved" is when the person presses Ctrl-C. */
static ssize_t take_print(void *user, const char *bytes, size_t n)
{
	bool stops = *(bool *)user;

	mb_buf_add(&printed, (struct mb_str){ bytes, n });
	if (stops &&
	    mb_str_find(mb_buf_str(&printed), MB_STR("moved")) != MB_STR_NONE)
		stop = 1;
	return (ssize_t)n;
}

static int run(struct report *report, bool stops)
{
	const cookie_io_functions_t functions = { .write = take_print };
	const struct ingest_options options = { .index = index_path };
	char path[64];
	const char *paths[] = { path };
	FILE *to = fopencookie(&stops, "w", functions);
	int rc;

	snprintf(path, sizeof(path), "%s/m", folder);
	setvbuf(to, NULL, _IONBF, 0);
	mb_buf_truncate(&printed, 0);
	*report = report_to(to, false, true);
	rc = ingest_run(&options, paths, 1, report, &stop, NULL);
	fclose(to);
	return rc;
}

static size_t count(const char *what)
{
	struct mb_str rest = mb_buf_str(&printed);
	size_t n = 0, at;

	while ((at = mb_str_find(rest, mb_str_of(what))) != MB_STR_NONE) {
		rest = mb_str_drop(rest, at + 1);
		n++;
	}
	return n;
}

Test(moved_items, are_counted_once)
{
	struct report report;

	cr_assert(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(u64, report.n_indexed, 2));

	write_page("ieListDocuments.aspx@MId=5.html", meeting_page);
	cr_assert(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(u64, report.n_indexed, 1));
	cr_expect(eq(u64, report.n_unchanged, 2));
	cr_expect(eq(sz, count(": indexed\n"), 1));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 2));
}

Test(moved_items, let_themselves_be_interrupted)
{
	struct report report;

	cr_assert(eq(int, run(&report, false), MB_OK));
	write_page("ieListDocuments.aspx@MId=5.html", meeting_page);
	cr_expect(eq(int, run(&report, true), MB_ESTOPPED));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 1));

	stop = 0;
	cr_expect(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 1));
}
