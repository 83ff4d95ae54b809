/*
 * PDF through pdftotext, which runs confined (child.h) and prints every word
 * with its place (pdf_words.h), and pdftohtml, which tells what is bold.
 */
#include "child.h"
#include "format.h"
#include "ocr.h"
#include "pdf_blocks.h"

/*
 * It takes ten milliseconds for a page.  What takes minutes, half a gigabyte
 * or prints a gigabyte is no document.
 */
static const struct child_command pdftotext = {
	.program = "pdftotext",
	.arguments = (const char *const[]){ "pdftotext", "-enc", "UTF-8",
					    "-bbox-layout", "-", "-", NULL },
	.package = "poppler-utils",
	.limits = { .cpu_seconds = 120,
		    .memory_bytes = (size_t)512 * 1024 * 1024 },
	.wall_seconds = 240,
	.output_bytes = (size_t)1024 * 1024 * 1024,
};

/* With fewer words on a page than this, the text is in pictures. */
#define MIN_WORDS_PER_PAGE 4

struct pdf {
	struct blocks *blocks;
	struct pdf_style style;
	size_t n_pages, n_words;
};

static void take_page(void *user, const struct pdf_page *page)
{
	struct pdf *pdf = user;

	pdf->n_pages++;
	pdf->n_words += page->n_words;
	pdf_blocks_add(pdf->blocks, page, &pdf->style);
}

/* What pdftotext complained about, in words that help. */
static int judge(const struct child *child, struct mb_err *err)
{
	struct mb_str complaint = mb_str_of(child->complaint);

	if (mb_str_find(complaint, MB_STR("ncorrect password")) != MB_STR_NONE)
		return mb_fail(err, MB_EUNREAD,
			       "encrypted: it needs a password to be read");
	complaint = mb_str_trim(mb_str_cut(complaint, '\n').head);
	if (mb_str_starts(complaint, MB_STR("Syntax Error: ")))
		complaint = mb_str_drop(complaint, 14);
	return mb_fail(err, MB_EFORMAT, "a broken PDF file: %.*s",
		       MB_STR_ARG(complaint));
}

static void take_piece(void *user, struct mb_str piece)
{
	pdf_words_add(user, piece);
}

static bool is_scan(const struct pdf *pdf)
{
	return pdf->n_words == 0 ||
	       pdf->n_words < MIN_WORDS_PER_PAGE * pdf->n_pages;
}

static void note_scan(const struct pdf *pdf)
{
	if (pdf->n_words == 0)
		pdf->blocks->note =
		    MB_STR(BLOCKS_NOTE_SCAN " are pictures without text");
	else
		pdf->blocks->note =
		    MB_STR("probably " BLOCKS_NOTE_SCAN " have hardly any "
			   "text");
}

/* The text of the pictures takes the place of what little there was. */
static int read_scan(const struct source *source, struct pdf *pdf,
		     struct mb_err *err)
{
	struct pdf read = { .blocks = pdf->blocks };
	int rc;

	pdf->blocks->n = 0;
	rc = ocr_read(source->bytes, pdf->n_pages, take_page, &read, err);
	pdf->blocks->note =
	    read.n_words > 0
		? MB_STR(BLOCKS_NOTE_OCR "its pages are pictures, and not "
					 "every word may be right")
		: MB_STR(BLOCKS_NOTE_OCR "none was found in its pictures");
	return rc;
}

int format_pdf(const struct source *source, struct blocks *blocks,
	       struct mb_err *err)
{
	struct pdf pdf = { .blocks = blocks };
	struct pdf_words *words = pdf_words_new(take_page, &pdf);
	struct child child;
	int rc;

	if (!words)
		return mb_fail_nomem(err);
	rc = child_start(&child, &pdftotext, source->bytes, err);
	if (rc == MB_OK) {
		if (!pdf_bold_find(source->bytes, blocks->arena,
				   &pdf.style.bold))
			blocks->has_failed = true;
		rc = child_take(&child, take_piece, words, err);
	}
	if (!pdf_words_free(words))
		blocks->has_failed = true;
	if (rc == MB_OK && child.exit_status != 0 && pdf.n_pages == 0)
		return judge(&child, err);
	if (rc != MB_OK || !is_scan(&pdf))
		return rc;
	if (source->reads_scans && pdf.n_pages > 0)
		return read_scan(source, &pdf, err);
	note_scan(&pdf);
	return MB_OK;
}
