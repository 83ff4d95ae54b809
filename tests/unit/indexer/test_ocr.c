#include "ocr.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "child.h"
#include "folder.h"
#include "minutebook/text.h"
#include "pdf_blocks.h"
#include "support/fault.h"
#include "support/text.h"

/*
 * What becomes of a scan when the programs that read it fail: stand-ins for
 * them are all that is in PATH.  They run confined, so that they may call no
 * other program and send no signals.
 */
static struct folder folder;
static struct mb_arena arena;

static void make(void)
{
	folder = folder_new();
	setenv("PATH", folder.path, 1);
}

static void release(void)
{
	mb_arena_release(&arena);
	folder_remove(&folder);
}

TestSuite(ocr, .init = make, .fini = release, .timeout = 60);

static void stand_in(const char *program, const char *script)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add_format(&text, "#!/bin/sh\n%s\n", script);
	folder_write(&folder, program, mb_buf_str(&text));
	cr_assert(eq(int, chmod(folder_path(&folder, program), 0700), 0));
	mb_buf_release(&text);
}

#define PAINTS "echo P5"
/* What comes before the case of a page. */
#define LISTS "if [ \"$1\" = --list-langs ]; then echo eng; exit; fi\n"
#define ROW(level, place, text)                                             \
	"printf -- '" level "\\t1\\t1\\t1\\t1\\t1\\t" place "\\t96\\t" text \
	"\\n'\n"
#define READS                                               \
	LISTS ROW("1", "0\\t0\\t1654\\t2339", "")           \
	    ROW("4", "300\\t300\\t900\\t40", "")            \
		ROW("5", "300\\t300\\t300\\t40", "Minutes") \
		    ROW("5", "640\\t305\\t60\\t30", "of")

/* A stack that is too small. */
#define CRASHES "ulimit -S -s 32; f() { f; }; f"

struct taken {
	struct blocks blocks;
	struct pdf_style style;
	size_t n_pages, n_words;
	double width, height; /* of the last page */
};

static void take_page(void *user, const struct pdf_page *page)
{
	struct taken *taken = user;

	taken->n_pages++;
	taken->n_words += page->n_words;
	taken->width = page->width;
	taken->height = page->height;
	pdf_blocks_add(&taken->blocks, page, &taken->style);
}

static int read_scan(size_t n_pages, struct taken *taken, struct mb_err *err)
{
	*taken = (struct taken){ .blocks = blocks_in(&arena) };
	return ocr_read(MB_STR("%PDF-"), n_pages, take_page, taken, err);
}

Test(ocr, gives_the_words_of_each_page)
{
	struct mb_err err = { MB_OK, 0, "" };
	struct taken taken;

	stand_in("pdftoppm", "[ \"$3\" = 2339 ] || exit 1\n" PAINTS);
	stand_in("tesseract", READS);
	cr_assert(eq(int, read_scan(2, &taken, &err), MB_OK), "%s", err.msg);
	cr_expect(eq(sz, taken.n_pages, 2));
	cr_expect(eq(sz, taken.n_words, 4));
	/* A4, in points */
	cr_expect(taken.width > 595 && taken.width < 596);
	cr_expect(taken.height > 841.5 && taken.height < 842.5);
	cr_assert(eq(sz, taken.blocks.n, 4)); /* pages are, too */
	text_expect(taken.blocks.items[1].text, "Minutes of", "the first page");
	text_expect(taken.blocks.items[3].text, "Minutes of", "the second");
}

Test(ocr, reads_letters_as_digits_where_they_make_a_date)
{
	static const struct {
		const char *words, *want;
	} cases[] = {
		{ "on l2th March 2019 at", "on 12th March 2019 at" },
		{ "1O May 2O19.", "10 May 2019." },
		{ "the 2Ist of May, 20I9", "the 21st of May, 2019" },
		{ "May 1Oth, 2021", "May 10th, 2021" },
		{ "3| March 2O21", "31 March 2021" },
		{ "Dydd Mawrth 1o Mai 2O21", "Dydd Mawrth 10 Mai 2021" },
		/* no date comes of it */
		{ "l2th man out 2019", "l2th man out 2019" },
		{ "3l February 2019", "3l February 2019" },
		{ "l2th March", "l2th March" },
		{ "1O May he came", "1O May he came" },
		{ "item 1O of 2O19", "item 1O of 2O19" },
		{ "I May 2019", "I May 2019" },
		{ "lO May 2019", "lO May 2019" },
		{ "1Old May 2019", "1Old May 2019" },
		{ "4 March 2021", "4 March 2021" },
	};

	stand_in("pdftoppm", PAINTS);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_err err = { MB_OK, 0, "" };
		struct mb_buf script = MB_BUF_INIT;
		struct mb_str rest = mb_str_of(cases[i].words);
		struct taken taken;
		int left = 300;

		mb_buf_add(&script,
			   MB_STR(LISTS ROW("4", "300\\t300\\t900\\t40", "")));
		for (; rest.len > 0; left += 150) {
			struct mb_cut cut = mb_str_cut(rest, ' ');

			mb_buf_add_format(
			    &script, ROW("5", "%d\\t300\\t140\\t40", "%.*s"),
			    left, MB_STR_ARG(cut.head));
			rest = cut.tail;
		}
		mb_buf_add_char(&script, '\0');
		stand_in("tesseract", script.ptr);
		mb_buf_release(&script);
		cr_assert(eq(int, read_scan(1, &taken, &err), MB_OK), "%s",
			  err.msg);
		cr_assert(eq(sz, taken.blocks.n, 2));
		text_expect(taken.blocks.items[1].text, cases[i].want,
			    cases[i].words);
	}
}

Test(ocr, names_what_is_not_installed)
{
	struct mb_err err = { MB_OK, 0, "" };
	struct taken taken;

	cr_expect(eq(int, read_scan(1, &taken, &err), MB_EUNREAD));
	cr_expect(eq(str, err.msg,
		     "to read it needs 'tesseract', which " CHILD_MISSING
		     ": it is in the package tesseract-ocr"));
	stand_in("tesseract", READS);
	cr_expect(eq(int, read_scan(1, &taken, &err), MB_EUNREAD));
	cr_expect(eq(str, err.msg,
		     "to read it needs 'pdftoppm', which " CHILD_MISSING
		     ": it is in the package poppler-utils"));
	cr_expect(eq(sz, taken.n_pages, 0));
}

Test(ocr, fails_as_its_programs_do)
{
	static const struct {
		const char *painter, *reader;
		int code;
		const char *want;
	} cases[] = {
		{ PAINTS, "echo deu; echo english", MB_EUNREAD,
		  "to read it needs the English of 'tesseract', which "
		  "" CHILD_MISSING ": it is in the package tesseract-ocr-eng" },
		{ PAINTS, "echo no data >&2; echo eng; exit 1", MB_EFORMAT,
		  "'tesseract' failed: no data" },
		{ "echo broken >&2; echo more >&2; exit 3", READS, MB_EFORMAT,
		  "'pdftoppm' failed: broken" },
		{ PAINTS, LISTS "exit 1", MB_EFORMAT, "'tesseract' failed: " },
		{ PAINTS, LISTS CRASHES, MB_EFORMAT,
		  "'tesseract' crashed on it (signal 11)" },
		{ CRASHES, READS, MB_EFORMAT,
		  "'pdftoppm' crashed on it (signal 11)" },
		{ PAINTS, LISTS "ulimit -S -t 1; while :; do :; done",
		  MB_ELIMIT,
		  "'tesseract' needed more than 120 seconds of processor "
		  "time" },
		{ "x=0123456789abcdef; x=$x$x$x$x; x=$x$x$x$x; x=$x$x$x$x\n"
		  "while :; do echo \"$x$x$x$x$x$x$x$x\"; done",
		  READS, MB_ELIMIT,
		  "'pdftoppm' printed more than 16777216 bytes" },
		{ PAINTS,
		  LISTS "x=0123456789abcdef; x=$x$x$x$x; x=$x$x$x$x\n"
			"while :; do echo \"$x$x$x$x$x$x$x$x\"; done",
		  MB_ELIMIT, "'tesseract' printed more than 16777216 bytes" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_err err = { MB_OK, 0, "" };
		struct taken taken;

		stand_in("pdftoppm", cases[i].painter);
		stand_in("tesseract", cases[i].reader);
		cr_expect(eq(int, read_scan(1, &taken, &err), cases[i].code));
		cr_expect(eq(str, err.msg, cases[i].want));
		cr_expect(eq(sz, taken.n_pages, 0));
	}
}

Test(ocr, keeps_the_pages_before_a_failure)
{
	struct mb_err err = { MB_OK, 0, "" };
	struct taken taken;

	/* the fifth argument is the page */
	stand_in("pdftoppm", "if [ \"$5\" = 2 ]; then exit 1; fi\n" PAINTS);
	stand_in("tesseract", READS);
	cr_expect(eq(int, read_scan(3, &taken, &err), MB_EFORMAT));
	cr_expect(eq(sz, taken.n_pages, 1));
}

Test(ocr, takes_nothing_sane_from_garbage)
{
	static const struct {
		const char *rows;
		size_t n_words;
	} cases[] = {
		{ "", 0 },
		{ "printf '\\0\\1\\2\\377\\n\\n\\n'", 0 },
		{ "echo no table at all", 0 },
		{ "printf '5\\n5\\t\\n5\\t\\t\\t\\t\\t\\t\\t\\t\\t\\t\\t\\n'",
		  0 },
		/* words before their line, and in no page */
		{ ROW("5", "300\\t300\\t300\\t40", "lost"), 1 },
		/* numbers beyond any page, and none */
		{ ROW("1", "0\\t0\\t99999999999999999999\\t-1", "")
		      ROW("4", "-5\\t1e9\\tnan\\t", "")
			  ROW("5", "4294967296\\t\\tx\\t-7", "far"),
		  1 },
		{ ROW("9", "1\\t1\\t1\\t1", "level")
		      ROW("-5", "1\\t1\\t1\\t1", "level"),
		  0 },
		/* bytes that are no characters */
		{ ROW("1", "0\\t0\\t2480\\t3508", "")
		      ROW("4", "300\\t300\\t900\\t40", "")
			  ROW("5", "300\\t300\\t300\\t40", "\\377\\376 \\1x"),
		  1 },
	};

	stand_in("pdftoppm", ":"); /* not even a picture */
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_err err = { MB_OK, 0, "" };
		struct mb_buf script = MB_BUF_INIT;
		struct taken taken;

		mb_buf_add_format(&script, "%s%s\n", LISTS, cases[i].rows);
		mb_buf_add_char(&script, '\0');
		stand_in("tesseract", script.ptr);
		mb_buf_release(&script);
		cr_expect(eq(int, read_scan(1, &taken, &err), MB_OK), "%s",
			  err.msg);
		cr_expect(eq(sz, taken.n_pages, 1));
		cr_expect(eq(sz, taken.n_words, cases[i].n_words), "%s",
			  cases[i].rows);
		cr_expect(eq(int, blocks_finish(&taken.blocks, NULL), MB_OK));
		for (size_t k = 0; k < taken.blocks.n; k++)
			cr_expect(mb_utf8_is_valid(taken.blocks.items[k].text));
	}
}

Test(ocr, refuses_more_pages_than_a_day_has_time_for)
{
	struct mb_err err = { MB_OK, 0, "" };
	struct taken taken;

	cr_expect(
	    eq(int, read_scan(OCR_MAX_PAGES + 1, &taken, &err), MB_ELIMIT));
	cr_expect(eq(str, err.msg, "a scan of more than 1000 pages"));
}

static int read_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct taken taken = { .blocks = blocks_in(&own) };
	int rc = ocr_read(MB_STR("%PDF-"), 1, take_page, &taken, NULL);

	if (rc == MB_OK)
		rc = blocks_finish(&taken.blocks, NULL);
	mb_arena_release(&own);
	return rc;
}

Test(ocr, survives_running_out_of_memory_anywhere)
{
	stand_in("pdftoppm", PAINTS);
	stand_in("tesseract", READS);
	fault_each_allocation(read_once);
}
