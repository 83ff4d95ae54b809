#include "ocr.h"

#include <stdio.h>

#include "child.h"
#include "minutebook/buf.h"
#include "minutebook/text.h"
#include "ocr_dates.h"

/*
 * A page's long side, in pixels: A4 at 200 to the inch.  Most scans have 150
 * to 300, and painting one much larger than it is costs more words, dates
 * above all, than painting it smaller: tests/scans.py tells how many.  Larger
 * sheets are painted as if they were A4, so that no page needs more memory
 * than another.
 */
#define DPI "200"
#define LONG_SIDE "2339"
#define POINTS_PER_PIXEL (72.0 / 200.0)

/* Languages that minutes are in, as far as they are installed. */
static const char *const languages[] = { "eng", "cym" };

#define N_LANGUAGES (sizeof(languages) / sizeof(*languages))

/* Threads would be new processes; the pages are the work to be shared. */
static const char *const one_thread[] = { "OMP_THREAD_LIMIT=1", NULL };

static const struct child_command painter = {
	.program = "pdftoppm",
	.package = "poppler-utils",
	.limits = { .cpu_seconds = 60,
		    .memory_bytes = (size_t)1024 * 1024 * 1024 },
	.wall_seconds = 120,
	.output_bytes = (size_t)16 * 1024 * 1024,
};

static const struct child_command reader = {
	.program = "tesseract",
	.package = "tesseract-ocr",
	.environment = one_thread,
	.limits = { .cpu_seconds = 120,
		    .memory_bytes = (size_t)1024 * 1024 * 1024 },
	.wall_seconds = 240,
	.output_bytes = (size_t)16 * 1024 * 1024,
};

/* --- the programs ------------------------------------------------------ */

static void take_piece(void *user, struct mb_str piece)
{
	mb_buf_add(user, piece);
}

/* Runs a program over @input; what it prints takes the place of @out. */
static int run(struct child_command command, const char *const *arguments,
	       struct mb_str input, struct mb_buf *out, struct mb_err *err)
{
	struct child child;
	int rc;

	command.arguments = arguments;
	mb_buf_truncate(out, 0);
	rc = child_start(&child, &command, input, err);
	if (rc != MB_OK)
		return rc;
	rc = child_take(&child, take_piece, out, err);
	if (rc == MB_OK && out->has_failed)
		return mb_fail_nomem(err);
	if (rc == MB_OK && child.exit_status != 0)
		return mb_fail(
		    err, MB_EFORMAT, "'%s' failed: %.*s", command.program,
		    MB_STR_ARG(mb_str_trim(
			mb_str_cut(mb_str_of(child.complaint), '\n').head)));
	return rc;
}

/* "eng+cym": those of ours that are installed. */
static int find_languages(struct mb_buf *scratch, char found[16],
			  struct mb_err *err)
{
	const char *const arguments[] = { "tesseract", "--list-langs", NULL };
	size_t len = 0;
	int rc = run(reader, arguments, MB_STR(""), scratch, err);

	if (rc != MB_OK)
		return rc;
	for (size_t i = 0; i < N_LANGUAGES; i++) {
		struct mb_str rest = mb_buf_str(scratch), line;

		while (mb_str_next_line(&rest, &line))
			if (mb_str_equal(mb_str_trim(line),
					 mb_str_of(languages[i])))
				len += (size_t)snprintf(
				    found + len, 16 - len, "%s%s",
				    len > 0 ? "+" : "", languages[i]);
	}
	if (len == 0)
		return mb_fail(err, MB_EUNREAD,
			       "to read it needs the English of 'tesseract', "
			       "which " CHILD_MISSING
			       ": it is in the package tesseract-ocr-eng");
	return MB_OK;
}

/* --- what tesseract prints --------------------------------------------- */

/* The columns of its table; one row for each page, line, word and so on. */
enum {
	COLUMN_LEVEL,
	COLUMN_LEFT = 6,
	COLUMN_TOP,
	COLUMN_WIDTH,
	COLUMN_HEIGHT,
	COLUMN_TEXT = 11,
	N_COLUMNS
};

enum { LEVEL_PAGE = 1, LEVEL_LINE = 4, LEVEL_WORD = 5 };

/* Beyond this a number is none of a page. */
#define MAX_PIXELS 100000

static double points_of(struct mb_str cell)
{
	unsigned long n;

	return mb_str_number(&cell, MAX_PIXELS, &n)
		   ? (double)n * POINTS_PER_PIXEL
		   : 0.0;
}

static struct pdf_box box_of(const struct mb_str *cells)
{
	struct pdf_box box = { .left = points_of(cells[COLUMN_LEFT]),
			       .top = points_of(cells[COLUMN_TOP]) };

	box.right = box.left + points_of(cells[COLUMN_WIDTH]);
	box.bottom = box.top + points_of(cells[COLUMN_HEIGHT]);
	return box;
}

static int add_word(struct pdf_page *page, const struct pdf_word *word,
		    struct mb_err *err)
{
	struct pdf_word *moved;

	if (page->n_words == PDF_PAGE_WORDS_MAX)
		return MB_OK;
	moved = mb_arena_grow(page->arena, page->words, page->n_words,
			      &page->capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	page->words = moved;
	moved[page->n_words++] = *word;
	return MB_OK;
}

/* A page's table while it is read. */
struct table {
	struct pdf_page *page;
	struct pdf_box line; /* that the words stand in */
	uint32_t n_lines;
};

static int add_row(struct table *table, struct mb_str row, struct mb_err *err)
{
	struct mb_str cells[N_COLUMNS] = { { NULL, 0 } };
	struct pdf_word word;
	unsigned long level;

	for (size_t i = 0; i < N_COLUMNS; i++) {
		struct mb_cut cut = mb_str_cut(row, '\t');

		cells[i] = cut.head;
		row = cut.tail;
	}
	if (!mb_str_number(&cells[COLUMN_LEVEL], LEVEL_WORD, &level))
		return MB_OK; /* the names of the columns */
	word.box = box_of(cells);
	word.text = mb_str_trim(cells[COLUMN_TEXT]);
	if (level == LEVEL_PAGE) {
		table->page->width = word.box.right;
		table->page->height = word.box.bottom;
	} else if (level == LEVEL_LINE) {
		table->line = word.box;
		table->n_lines++;
	}
	if (level != LEVEL_WORD || word.text.len == 0)
		return MB_OK;
	/* boxes are as high as their ink: those of a line are made alike */
	word.box.top = table->line.top;
	word.box.bottom = table->line.bottom;
	word.line = table->n_lines;
	return add_word(table->page, &word, err);
}

/* --- pages ------------------------------------------------------------- */

static int paint_page(struct mb_str pdf, size_t number, struct mb_buf *out,
		      struct mb_err *err)
{
	char n[24];
	const char *const arguments[] = { "pdftoppm", "-gray", "-scale-to",
					  LONG_SIDE,  "-f",    n,
					  "-l",       n,       "-",
					  NULL };

	snprintf(n, sizeof(n), "%zu", number);
	return run(painter, arguments, pdf, out, err);
}

static int read_picture(struct mb_str picture, const char *language,
			struct mb_buf *out, struct mb_err *err)
{
	const char *const arguments[] = {
		"tesseract", "stdin", "stdout",
		"--dpi",     DPI,     "-l",
		language,    "-c",    "tessedit_create_tsv=1",
		NULL
	};

	return run(reader, arguments, picture, out, err);
}

struct ocr {
	struct mb_arena arena; /* of the page at hand */
	struct mb_buf picture, rows;
	char language[16];
};

static int read_page(struct ocr *ocr, struct mb_str pdf, struct pdf_page *page,
		     struct mb_err *err)
{
	struct table table = { .page = page };
	struct mb_str rest, row;
	int rc = paint_page(pdf, page->number, &ocr->picture, err);

	if (rc == MB_OK)
		rc = read_picture(mb_buf_str(&ocr->picture), ocr->language,
				  &ocr->rows, err);
	rest = mb_buf_str(&ocr->rows);
	while (rc == MB_OK && mb_str_next_line(&rest, &row))
		rc = add_row(&table, row, err);
	return rc == MB_OK ? ocr_dates_mend(page, err) : rc;
}

int ocr_read(struct mb_str pdf, size_t n_pages, pdf_page_taker *take,
	     void *user, struct mb_err *err)
{
	struct ocr ocr = { .arena = MB_ARENA_INIT };
	int rc;

	if (n_pages > OCR_MAX_PAGES)
		return mb_fail(err, MB_ELIMIT, "a scan of more than %d pages",
			       OCR_MAX_PAGES);
	rc = find_languages(&ocr.rows, ocr.language, err);
	for (size_t i = 1; i <= n_pages && rc == MB_OK; i++) {
		struct pdf_page page = { .arena = &ocr.arena,
					 .number = (uint32_t)i };

		rc = read_page(&ocr, pdf, &page, err);
		if (rc == MB_OK)
			take(user, &page);
		mb_arena_reset(&ocr.arena);
	}
	mb_buf_release(&ocr.picture);
	mb_buf_release(&ocr.rows);
	mb_arena_release(&ocr.arena);
	return rc;
}
