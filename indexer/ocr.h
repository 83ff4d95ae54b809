/*
 * ocr.h - the words of pages that are pictures
 *
 * pdftoppm, of the package that reads PDF files, paints a page, and tesseract
 * tells which words stand where in it; nothing else is needed, and between
 * the two nothing is written to disk.  Both run confined (child.h), page by
 * page.  What comes out is what pdf_words.h makes of printed pages, so that
 * columns and tables are found in the same way.
 */
#ifndef INDEXER_OCR_H
#define INDEXER_OCR_H

#include "minutebook/err.h"
#include "pdf_words.h"

/* At some seconds for each, more is a day's work. */
#define OCR_MAX_PAGES 1000

/*
 * Reads the @n_pages of @pdf and calls @take for each.  Fails with MB_EUNREAD
 * when a program or its languages are not installed (the message names the
 * package), MB_ELIMIT, MB_EFORMAT, MB_EIO and MB_ENOMEM.
 */
int ocr_read(struct mb_str pdf, size_t n_pages, pdf_page_taker *take,
	     void *user, struct mb_err *err);

#endif
