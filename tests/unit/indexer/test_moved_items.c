/* Item pages that are put again because the page of their meeting came. */
#include "ingest.h"

#include <stdlib.h>
#include <unistd.h>

#include "archive.h"
#include "minutebook/buf.h"
#include "support/text.h"

#include <sqlite3.h>

static char folder[] = "/tmp/moved-XXXXXX";
static char index_path[64];
static volatile sig_atomic_t stop;
static struct mb_buf printed;

static void write_bytes(const char *name, struct mb_str bytes)
{
	char path[128];
	FILE *to;

	snprintf(path, sizeof(path), "%s/m/%s", folder, name);
	to = fopen(path, "w");
	cr_assert(to != NULL);
	cr_expect(eq(sz, fwrite(bytes.ptr, 1, bytes.len, to), bytes.len));
	fclose(to);
}

static void write_page(const char *name, const char *text)
{
	write_bytes(name, mb_str_of(text));
}

#define ITEM_PAGE(id)                                        \
	"<div id=\"modgov\"><p>Agenda item</p><p>Report " id \
	"</p><p>Minutes:</p><p>Councillor Fenn asked about " id ".</p></div>"

#define MEETING_PAGE(first, second)                                         \
	"<div id=\"modgov\"><h1 class=\"mgMainTitleTxt\">Agenda and "       \
	"minutes</h1>"                                                      \
	"<h2 class=\"mgSubTitleTxt\">Cabinet - Thursday 4 March 2021 7.00 " \
	"pm</h2>"                                                           \
	"<table class=\"mgItemTable\">"                                     \
	"<tr><td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">"     \
	"<a name=\"AI" first "\"></a>1.</p></td><td>"                       \
	"<p class=\"mgAiTitleTxt\">Report " first "</p></td></tr>"          \
	"<tr><td class=\"mgItemNumberCell\"><p class=\"mgAiTitleTxt\">"     \
	"<a name=\"AI" second "\"></a>2.</p></td><td>"                      \
	"<p class=\"mgAiTitleTxt\">Report " second                          \
	"</p></td></tr></table></div>"

static const char meeting_page[] = MEETING_PAGE("11", "12");

static void make_folder(void)
{
	char path[64];

	cr_assert(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "mkdir %s/m", folder);
	cr_assert(eq(int, system(path), 0));
	snprintf(index_path, sizeof(index_path), "%s/u.db", folder);
	write_page("mgAi.aspx@ID=11.html", ITEM_PAGE("11"));
	write_page("mgAi.aspx@ID=12.html", ITEM_PAGE("12"));
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

static int run_over(const char *path, struct report *report, bool stops)
{
	const cookie_io_functions_t functions = { .write = take_print };
	const struct ingest_options options = { .index = index_path };
	FILE *to = fopencookie(&stops, "w", functions);
	int rc;

	setvbuf(to, NULL, _IONBF, 0);
	mb_buf_truncate(&printed, 0);
	*report = report_to(to, false, true);
	rc = ingest_run(&options, &path, 1, report, &stop, NULL);
	fclose(to);
	return rc;
}

static int run(struct report *report, bool stops)
{
	char path[64];

	snprintf(path, sizeof(path), "%s/m", folder);
	return run_over(path, report, stops);
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

/* --- in archives ------------------------------------------------------- */

/* The pages of two items, and that of their meeting if @has_meeting. */
static struct mb_str bundle_of(bool has_meeting, struct mb_arena *arena)
{
	return archive_of(
	    (const struct archive_file[]){
		{ "a/mgAi.aspx@ID=21.html", MB_STR(ITEM_PAGE("21")) },
		{ "a/mgAi.aspx@ID=22.html", MB_STR(ITEM_PAGE("22")) },
		{ "a/mgAi.aspx@ID=23.html", MB_STR(ITEM_PAGE("23")) },
		{ has_meeting ? "a/z/ieListDocuments.aspx@MId=6.html" : NULL,
		  MB_STR(MEETING_PAGE("21", "22")) },
		{ NULL, { NULL, 0 } } },
	    arena);
}

/* Item pages of a meeting that is known: "PATH TEXT" one a line. */
static char *pages_of_meetings(void)
{
	struct mb_buf out = MB_BUF_INIT;
	sqlite3_stmt *stmt;
	sqlite3 *db;
	char *text;

	cr_assert(eq(int, sqlite3_open(index_path, &db), SQLITE_OK));
	cr_assert(eq(int,
		     sqlite3_prepare_v2(
			 db,
			 "SELECT path, text FROM minutes WHERE path LIKE"
			 " '%mgAi%' AND date = '2021-03-04' ORDER BY path",
			 -1, &stmt, NULL),
		     SQLITE_OK));
	while (sqlite3_step(stmt) == SQLITE_ROW)
		mb_buf_add_format(&out, "%s %s\n",
				  (const char *)sqlite3_column_text(stmt, 0),
				  (const char *)sqlite3_column_text(stmt, 1));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	text = text_of(mb_buf_str(&out));
	mb_buf_release(&out);
	return text;
}

Test(moved_items, may_be_in_an_archive_with_their_meeting)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct report report;

	write_bytes("2021.zip", bundle_of(true, &arena));
	cr_assert(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(u64, report.n_indexed, 6));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 2));
	cr_expect(eq(
	    str, pages_of_meetings(),
	    "2021.zip/a/mgAi.aspx@ID=21.html Councillor Fenn asked about 21.\n"
	    "2021.zip/a/mgAi.aspx@ID=22.html Councillor Fenn asked about "
	    "22.\n"));
	mb_arena_release(&arena);
}

Test(moved_items, may_be_in_an_archive_before_their_meeting)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct report report;

	write_bytes("2021.zip", bundle_of(false, &arena));
	cr_assert(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(str, pages_of_meetings(), ""));
	write_bytes("2021.zip", bundle_of(true, &arena));
	cr_assert(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 2));
	cr_assert(eq(int, run(&report, false), MB_OK));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 0));
	cr_expect(eq(u64, report.n_unchanged, 6));
	mb_arena_release(&arena);
}

Test(moved_items, may_be_in_an_archive_that_was_given)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct report report;
	char path[64];

	write_bytes("2021.zip", bundle_of(true, &arena));
	snprintf(path, sizeof(path), "%s/m/2021.zip", folder);
	cr_assert(eq(int, run_over(path, &report, false), MB_OK));
	cr_expect(eq(sz, count(": moved to its meeting\n"), 2));
	cr_expect(
	    eq(str, pages_of_meetings(),
	       "a/mgAi.aspx@ID=21.html Councillor Fenn asked about 21.\n"
	       "a/mgAi.aspx@ID=22.html Councillor Fenn asked about 22.\n"));
	mb_arena_release(&arena);
}

Test(moved_items, stay_when_their_archive_is_given_by_itself)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct report report;
	char path[64];

	write_bytes("2021.zip", bundle_of(true, &arena));
	cr_assert(eq(int, run(&report, false), MB_OK));
	snprintf(path, sizeof(path), "%s/m/2021.zip", folder);
	cr_assert(eq(int, run_over(path, &report, false), MB_OK));
	cr_expect(eq(u64, report.n_unchanged, 4));
	cr_expect(eq(u64, report.n_removed, 0));
	mb_arena_release(&arena);
}
