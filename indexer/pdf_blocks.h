/*
 * pdf_blocks.h - the lines of pages as blocks
 *
 * Distances become what a text has: columns of indent, empty lines above, and
 * rows of a table where three or more lines have their cells under each
 * other.  Everything else is a BLOCK_LINE, as in a text file, for reflow.c to
 * join.
 */
#ifndef INDEXER_PDF_BLOCKS_H
#define INDEXER_PDF_BLOCKS_H

#include "blocks.h"
#include "pdf_bold.h"
#include "pdf_lines.h"

/* What one page teaches the next: zeroed before the first but for @bold. */
struct pdf_style {
	struct pdf_bold bold;
	double pitch;       /* from line to line, in heights of a line */
	size_t n_lines;     /* of the page that it was taken from */
	double right;       /* of lines over the whole page, in points */
	double notes;       /* where a column of notes begins, or 0 */
	struct mb_str note; /* waits for the end of its paragraph */
};

/* Adds @page to @blocks; failure sticks to them. */
void pdf_blocks_add(struct blocks *blocks, const struct pdf_page *page,
		    struct pdf_style *style);

#endif
