/*
 * pdf_bold.h - where a PDF is set in bold type
 *
 * pdftotext does not tell, and many small councils' items have nothing but
 * bold titles.  pdftohtml, of the same package, gives runs of one font:
 *
 *	<page number="1" height="1262" width="892">
 *	<text top="440" left="68" width="79" height="15"><b>Discussion</b>
 *
 * Only where these stand is taken from it; the text is pdftotext's.  Without
 * the program nothing is bold.
 */
#ifndef INDEXER_PDF_BOLD_H
#define INDEXER_PDF_BOLD_H

#include "pdf_words.h"

/* More runs of bold type are left out. */
#define PDF_MAX_BOLD 200000

/* A bold run, in parts of its page's width and height. */
struct pdf_bold_run {
	struct pdf_box box;
	uint32_t page;
};

struct pdf_bold {
	struct pdf_bold_run *runs; /* by page */
	size_t n;
};

/*
 * Finds the bold runs of the PDF in @bytes, in @arena; none when they cannot
 * be found.  False when memory ran out.
 */
bool pdf_bold_find(struct mb_str bytes, struct mb_arena *arena,
		   struct pdf_bold *bold);

/* The same of what pdftohtml has @printed. */
bool pdf_bold_read(struct mb_str printed, struct mb_arena *arena,
		   struct pdf_bold *bold);

/* Whether what stands in @box, in points of @page, is bold. */
bool pdf_bold_covers(const struct pdf_bold *bold, const struct pdf_page *page,
		     struct pdf_box box);

#endif
