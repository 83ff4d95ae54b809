#include "ingest.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "minutebook/buf.h"
#include "minutebook/store_write.h"
#include "show.h"
#include "support/fault.h"
#include "support/text.h"

static struct folder folder; /* in/: the minutes, beside it the indexes */
static FILE *nowhere;
static volatile sig_atomic_t stop;

static void make(void)
{
	folder = folder_new();
	cr_assert(eq(int, mkdir(folder_path(&folder, "in"), 0777), 0));
	nowhere = fopen("/dev/null", "w");
	cr_assert(nowhere != NULL);
}

static void release(void)
{
	fclose(nowhere);
	folder_remove(&folder);
}

TestSuite(ingest, .init = make, .fini = release);

/* --- runs -------------------------------------------------------------- */

static int run(const struct ingest_options *options, const char *path,
	       struct report *report, struct mb_err *err)
{
	*report = report_to(nowhere, false, false);
	return ingest_run(options, &path, 1, report, &stop, err);
}

/* "SEEN seen INDEXED indexed ...", counts of 0 left out. */
static char *counts_of(const struct report *report)
{
	const struct {
		uint64_t n;
		const char *what;
	} counts[] = {
		{ report->n_seen, "seen" },
		{ report->n_indexed, "indexed" },
		{ report->n_unchanged, "unchanged" },
		{ report->n_removed, "removed" },
		{ report->n_failed, "failed" },
		{ report->n_skipped, "skipped" },
	};
	struct mb_buf buf = MB_BUF_INIT;
	char *got;

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++)
		if (counts[i].n > 0)
			mb_buf_add_format(
			    &buf, "%s%lu %s", buf.len > 0 ? " " : "",
			    (unsigned long)counts[i].n, counts[i].what);
	got = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return got;
}

static void expect_run(const struct ingest_options *options, const char *want)
{
	struct mb_err err = { MB_OK, 0, "" };
	struct report report;
	int rc = run(options, folder_path(&folder, "in"), &report, &err);

	cr_assert(rc == MB_OK, "%s", err.msg);
	cr_expect(eq(str, counts_of(&report), want));
}

static struct ingest_options into(const char *index)
{
	return (struct ingest_options){ .index = folder_path(&folder, index) };
}

/* --- what is in an index ----------------------------------------------- */

/* Everything that does not depend on when and in which runs it was read. */
static const char contents[] =
    "SELECT d.path, d.folder, ifnull(d.kind, '-'), ifnull(d.title, '-'),"
    " ifnull(d.council, '-'), ifnull(m.slug, '-'), ifnull(m.date, '-'),"
    " ifnull(i.slug, '-'), ifnull(i.title, '-'), ifnull(i.is_hidden, '-'),"
    " ifnull(p.label, '-'), ifnull(p.kind, '-'), ifnull(p.text, '-'),"
    " ifnull(a.as_written, '-') FROM document d"
    " LEFT JOIN meeting m ON m.id = d.meeting"
    " LEFT JOIN item i ON i.document = d.id"
    " LEFT JOIN paragraph p ON p.item = i.id"
    " LEFT JOIN alias a ON a.id = p.speaker"
    " ORDER BY d.path, i.seq, p.seq";

static char *contents_of(const char *index, const char *sql)
{
	struct mb_buf buf = MB_BUF_INIT;
	sqlite3 *db;
	sqlite3_stmt *stmt;
	char *got;

	cr_assert(eq(int,
		     sqlite3_open_v2(folder_path(&folder, index), &db,
				     SQLITE_OPEN_READONLY, NULL),
		     SQLITE_OK));
	cr_assert(
	    eq(int, sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK),
	    "%s", sqlite3_errmsg(db));
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(stmt); i++)
			mb_buf_add_format(
			    &buf, "%s%s", i > 0 ? "|" : "",
			    (const char *)sqlite3_column_text(stmt, i));
		mb_buf_add_char(&buf, '\n');
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	got = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return got;
}

static char *paths_of(const char *index)
{
	return contents_of(index, "SELECT path FROM document ORDER BY path");
}

/* Whether @index is what one run over the folder makes of it now. */
static void expect_as_fresh(const char *index)
{
	static int n; /* readers leave files beside an index: never the same */
	struct mb_err err = { MB_OK, 0, "" };
	struct ingest_options options;
	struct report report;
	char name[20];

	snprintf(name, sizeof(name), "fresh%d.db", n++);
	options = into(name);
	cr_assert(run(&options, folder_path(&folder, "in"), &report, &err) ==
		      MB_OK,
		  "%s", err.msg);
	cr_expect(
	    eq(str, contents_of(index, contents), contents_of(name, contents)));
}

/* --- files ------------------------------------------------------------- */

#define MINUTES(day, text)                                                    \
	MB_STR("Minutes of the Library Panel held in the Town Hall on " day   \
	       " March 2021\n\n1. Apologies\n\nNone were received.\n\n2. "    \
	       "Library review\n\n" text "\n\n3. Any other business\n\nNone " \
	       "was raised.\n")

static void write_three(void)
{
	folder_write(&folder, "in/a.txt",
		     MINUTES("4", "Councillor Finch asked why."));
	folder_write(&folder, "in/b/b.txt",
		     MINUTES("11", "The Clerk reported that it was late."));
	folder_write(&folder, "in/c.pdf", MB_STR("GIF89a\1\2"));
	folder_write(&folder, "in/.hidden", MB_STR("h"));
}

Test(ingest, counts_every_file_once)
{
	const struct ingest_options options = into("x.db");

	write_three();
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	cr_expect(eq(str, paths_of("x.db"), "a.txt\nb/b.txt\nc.pdf\n"));
	cr_expect(eq(str,
		     contents_of("x.db", "SELECT d.path, p.what FROM problem p "
					 "JOIN document d ON d.id = p.document "
					 "WHERE p.is_fatal"),
		     "c.pdf|a GIF picture: not read\n"));
	cr_expect(
	    eq(str,
	       contents_of("x.db", "SELECT slug, date FROM meeting ORDER BY 1"),
	       "b/library-panel/2021-03-11|2021-03-11\n"
	       "in/library-panel/2021-03-04|2021-03-04\n"));
}

Test(ingest, changes_nothing_when_nothing_has_changed)
{
	struct ingest_options options = into("x.db");
	char *before;

	write_three();
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	before = contents_of("x.db", contents);
	expect_run(&options, "3 seen 2 unchanged 1 failed 1 skipped");
	cr_expect(eq(str, contents_of("x.db", contents), before));
	options.rehash = true;
	expect_run(&options, "3 seen 2 unchanged 1 failed 1 skipped");
	cr_expect(eq(str, contents_of("x.db", contents), before));
}

Test(ingest, is_not_deceived_by_a_new_time)
{
	const struct ingest_options options = into("x.db");
	const struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };

	write_three();
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	cr_assert(
	    eq(int,
	       utimensat(AT_FDCWD, folder_path(&folder, "in/a.txt"), times, 0),
	       0));
	expect_run(&options, "3 seen 2 unchanged 1 failed 1 skipped");
	cr_expect(eq(str,
		     contents_of("x.db", "SELECT mtime_ns FROM document WHERE "
					 "path = 'a.txt'"),
		     "1000000000000\n"));
}

Test(ingest, sees_a_change_that_keeps_size_and_time)
{
	const struct ingest_options options = into("x.db");
	const struct timespec times[2] = { { 1000, 0 }, { 1000, 0 } };
	const char *path = folder_path(&folder, "in/a.txt");

	folder_write(&folder, "in/a.txt",
		     MINUTES("4", "Councillor Finch asked why."));
	cr_assert(eq(int, utimensat(AT_FDCWD, path, times, 0), 0));
	expect_run(&options, "1 seen 1 indexed");
	folder_write(&folder, "in/a.txt",
		     MINUTES("4", "Councillor Finch asked how."));
	cr_assert(eq(int, utimensat(AT_FDCWD, path, times, 0), 0));
	expect_run(&options, "1 seen 1 indexed");
	expect_as_fresh("x.db");
}

Test(ingest, follows_what_changes_goes_moves_and_comes)
{
	const struct ingest_options options = into("x.db");

	write_three();
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");

	folder_write(&folder, "in/a.txt",
		     MINUTES("5", "Councillor Ames asked why."));
	expect_run(&options, "3 seen 1 indexed 1 unchanged 1 failed 1 skipped");
	expect_as_fresh("x.db");

	cr_assert(eq(int, mkdir(folder_path(&folder, "in/d"), 0777), 0));
	cr_assert(eq(int,
		     rename(folder_path(&folder, "in/b/b.txt"),
			    folder_path(&folder, "in/d/moved.txt")),
		     0));
	expect_run(&options, "3 seen 1 indexed 1 unchanged 1 removed 1 failed "
			     "1 skipped");
	cr_expect(eq(str, paths_of("x.db"), "a.txt\nc.pdf\nd/moved.txt\n"));
	expect_as_fresh("x.db");

	cr_assert(eq(int, unlink(folder_path(&folder, "in/a.txt")), 0));
	cr_assert(eq(int, unlink(folder_path(&folder, "in/c.pdf")), 0));
	expect_run(&options, "1 seen 1 unchanged 2 removed 1 skipped");
	expect_as_fresh("x.db");

	folder_write(&folder, "in/e.txt",
		     MINUTES("4", "Mr Brand thanked the Panel."));
	expect_run(&options, "2 seen 1 indexed 1 unchanged 1 skipped");
	expect_as_fresh("x.db");
}

Test(ingest, takes_a_file_that_could_not_be_read_when_it_can)
{
	const struct ingest_options options = into("x.db");

	folder_write(&folder, "in/a.txt", MB_STR("GIF89a\1\2"));
	expect_run(&options, "1 seen 1 failed");
	folder_write(&folder, "in/a.txt", MINUTES("4", "Mr Brand asked."));
	expect_run(&options, "1 seen 1 indexed");
	cr_expect(eq(str, contents_of("x.db", "SELECT count(*) FROM problem"),
		     "0\n"));
	folder_write(&folder, "in/a.txt", MB_STR("GIF89a\1\2"));
	expect_run(&options, "1 seen 1 failed");
	expect_as_fresh("x.db");
}

Test(ingest, needs_nobody_who_takes_its_errors)
{
	const struct ingest_options options = into("x.db");
	struct report report;

	folder_write(&folder, "in/a.txt", MB_STR("GIF89a\1\2"));
	folder_write(&folder, "in/people.txt", MB_STR("\tnobody's line\n"));
	cr_expect(eq(int,
		     run(&options, folder_path(&folder, "in"), &report, NULL),
		     MB_OK));
	cr_expect(eq(str, counts_of(&report), "1 seen 2 failed 1 skipped"));
	cr_expect(eq(str, contents_of("x.db", "SELECT why FROM failed"),
		     "a GIF picture: not read\n"));
}

Test(ingest, changes_nothing_in_a_dry_run)
{
	struct ingest_options options = into("x.db");
	char *before;

	write_three();
	options.dry_run = true;
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	cr_expect(ne(int, access(options.index, F_OK), 0));

	options.dry_run = false;
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	before = contents_of("x.db", contents);
	folder_write(&folder, "in/a.txt", MINUTES("5", "Mr Brand asked."));
	cr_assert(eq(int, unlink(folder_path(&folder, "in/b/b.txt")), 0));
	options.dry_run = true;
	expect_run(&options, "2 seen 1 indexed 1 removed 1 failed 1 skipped");
	cr_expect(eq(str, contents_of("x.db", contents), before));
}

Test(ingest, keeps_what_a_missing_folder_held)
{
	const struct ingest_options options = into("x.db");
	struct mb_err err = { MB_OK, 0, "" };
	struct report report;
	char *before;

	write_three();
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	before = contents_of("x.db", contents);
	cr_assert(
	    eq(int,
	       rename(folder_path(&folder, "in"), folder_path(&folder, "away")),
	       0));
	cr_assert(run(&options, folder_path(&folder, "in"), &report, &err) ==
		  MB_OK);
	cr_expect(eq(str, counts_of(&report), "1 failed"));
	cr_expect(eq(str, contents_of("x.db", contents), before));
}

Test(ingest, keeps_what_an_unreadable_folder_holds)
{
	const struct ingest_options options = into("x.db");

	if (geteuid() == 0)
		return; /* root reads every folder */
	write_three();
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	cr_assert(eq(int, chmod(folder_path(&folder, "in/b"), 0), 0));
	expect_run(&options, "2 seen 1 unchanged 2 failed 1 skipped");
	cr_assert(eq(int, chmod(folder_path(&folder, "in/b"), 0700), 0));
	cr_expect(eq(str, paths_of("x.db"), "a.txt\nb/b.txt\nc.pdf\n"));
}

Test(ingest, takes_a_single_file_and_names_that_are_no_text)
{
	const struct ingest_options options = into("x.db");
	struct mb_err err = { MB_OK, 0, "" };
	struct report report;

	folder_write(&folder, "in/a.txt", MINUTES("4", "Mr Brand asked."));
	folder_write(&folder, "in/caf\xE9\n.txt",
		     MINUTES("5", "Mr Brand asked."));
	cr_assert(run(&options, folder_path(&folder, "in/a.txt"), &report,
		      &err) == MB_OK);
	cr_expect(eq(str, counts_of(&report), "1 seen 1 indexed"));
	expect_run(&options, "2 seen 2 indexed");
	expect_run(&options, "2 seen 2 unchanged");
}

Test(ingest, keeps_what_was_taken_in_when_it_is_stopped)
{
	const struct ingest_options options = into("x.db");
	struct mb_err err = { MB_OK, 0, "" };
	struct report report;

	write_three();
	stop = 1;
	cr_expect(eq(int,
		     run(&options, folder_path(&folder, "in"), &report, &err),
		     MB_ESTOPPED));
	stop = 0;
	cr_expect(eq(str, err.msg, "stopped"));
	expect_run(&options, "3 seen 2 indexed 1 failed 1 skipped");
	expect_as_fresh("x.db");
}

Test(ingest, fails_when_the_index_cannot_be_made)
{
	struct ingest_options options = into("no/such/folder/x.db");
	struct mb_err err = { MB_OK, 0, "" };
	struct report report;

	write_three();
	cr_expect(eq(int,
		     run(&options, folder_path(&folder, "in"), &report, &err),
		     MB_ESTORE));
	folder_write(&folder, "text.db", MB_STR("no index at all, but text"));
	options = into("text.db");
	cr_expect(lt(
	    int, run(&options, folder_path(&folder, "in"), &report, &err), 0));
}

/* The shape of ModernGov's pages: the meeting's cuts what the item's has. */
#define CUT_PAGE                                                               \
	MB_STR("<div id=modgov><h1 class=mgMainTitleTxt>Agenda and minutes"    \
	       "</h1><h2 class=mgSubTitleTxt>Cabinet - Monday 20 January "     \
	       "2025</h2><table class=mgItemTable><tr><td "                    \
	       "class=mgItemNumberCell><p class=mgAiTitleTxt><a name=AI519>"   \
	       "</a>55.</p></td><td><p class=mgAiTitleTxt>Library review</p>"  \
	       "<p class=mgSubItemTitleTxt>Minutes:</p><div class=mgWordPara>" \
	       "<p>The Panel heard ... <a href='mgAi.aspx?ID=519'>view the "   \
	       "full minutes text for item 55.</a></p></div></td></tr>"        \
	       "</table></div>")
#define ITEM_PAGE                                                             \
	MB_STR("<div id=modgov><h1 class=mgMainTitleTxt>Agenda item</h1><h2 " \
	       "class=mgSubTitleTxt>Library review</h2><h3 "                  \
	       "class=mgSubSubTitleTxt>Minutes:</h3><div class=mgWordPara>"   \
	       "<p>The Panel heard the whole of it.</p></div></div>")

Test(ingest, comes_to_the_same_whatever_page_came_first)
{
	const struct ingest_options options = into("x.db");

	folder_write(&folder, "in/mgAi.aspx?ID=519", ITEM_PAGE);
	expect_run(&options, "1 seen 1 indexed");
	expect_as_fresh("x.db");
	folder_write(&folder, "in/ieListDocuments.aspx?MId=7", CUT_PAGE);
	expect_run(&options, "2 seen 1 indexed 1 unchanged");
	expect_as_fresh("x.db");
	cr_assert(eq(
	    int, unlink(folder_path(&folder, "in/ieListDocuments.aspx?MId=7")),
	    0));
	expect_run(&options, "1 seen 1 unchanged 1 removed");
	expect_as_fresh("x.db");
}

/* --- without an index -------------------------------------------------- */

Test(ingest, dumps_known_stages_only)
{
	struct report report = report_to(nowhere, false, false);
	struct mb_err err = { MB_OK, 0, "" };

	cr_expect(eq(int,
		     show_stage("plan", &(struct show_files){ NULL, 0, false },
				&report, &stop, &err),
		     MB_EUSAGE));
	cr_expect(
	    eq(str, err.msg, "unknown stage 'plan': lines, blocks or meeting"));
	cr_expect(
	    eq(int,
	       show_stage("blocks", &(struct show_files){ NULL, 0, false },
			  &report, &stop, &err),
	       MB_OK));
}

Test(ingest, shows_without_anybody_who_takes_its_errors)
{
	struct report report = report_to(nowhere, true, false);
	const char *path = folder_path(&folder, "in");

	folder_write(&folder, "in/a.txt", MB_STR("GIF89a\1\2"));
	cr_expect(eq(int,
		     show_records(&(struct show_files){ &path, 1, false },
				  &report, &stop, NULL),
		     MB_OK));
	cr_expect(eq(u64, report.n_failed, 1));
}

/* --- without memory ---------------------------------------------------- */

static int run_twice(void)
{
	struct ingest_options options = { .dry_run = false };
	char index[sizeof(folder.path) + 8], in[sizeof(folder.path) + 8];
	struct mb_err err;
	struct report report;
	int rc;

	snprintf(index, sizeof(index), "%s/x.db", folder.path);
	snprintf(in, sizeof(in), "%s/in", folder.path);
	unlink(index);
	options.index = index;
	rc = run(&options, in, &report, &err);
	return rc == MB_OK ? run(&options, in, &report, &err) : rc;
}

Test(ingest, survives_running_out_of_memory_anywhere, .timeout = 300)
{
	folder_write(&folder, "in/a.txt",
		     MB_STR("1. Apologies\nNone.\n2. Planning\nNone.\n3. "
			    "Highways\nNone.\n"));
	folder_write(&folder, "in/c.pdf", MB_STR("GIF89a\1\2"));
	fault_each_allocation(run_twice);
}
