/*
 * pdf_markup.h - the pages that poppler's programs print, one at a time
 *
 *	<page number="1" width="595.3" height="841.9">
 *	  ...
 *	</page>
 *
 * pdftotext and pdftohtml both print so.  Each page is parsed when it is
 * whole, by a parser of its own, because libxml2 keeps all that one has been
 * given; so however long the document, a page is kept, and where the pieces
 * of a pipe end makes no difference.
 */
#ifndef INDEXER_PDF_MARKUP_H
#define INDEXER_PDF_MARKUP_H

#include <stdbool.h>

#include "minutebook/str.h"

#include <libxml/HTMLparser.h>

/* Bytes of one page; what comes behind them is left out. */
#define PDF_PAGE_BYTES_MAX ((size_t)8 * 1024 * 1024)

struct pdf_markup;

/*
 * A reader that calls @sax's startElement, endElement and characters, as far
 * as they are there, with @user; or NULL when there is no memory.
 */
struct pdf_markup *pdf_markup_new(const htmlSAXHandler *sax, void *user);

/* Reads what has come. */
void pdf_markup_add(struct pdf_markup *markup, struct mb_str bytes);

/* Reads the end, frees @markup; false when memory ran out on the way. */
bool pdf_markup_free(struct pdf_markup *markup);

#endif
