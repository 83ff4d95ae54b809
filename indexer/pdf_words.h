/*
 * pdf_words.h - the words of a page and where they stand
 *
 * `pdftotext -bbox-layout` prints a PDF as a tree of pages, blocks, lines and
 * words, each word with the box that it fills:
 *
 *	<page width="595.3" height="841.9">
 *	  <line xMin="56.6" ...>
 *	    <word xMin="56.6" yMin="31.0" xMax="62.6" yMax="39.2">1</word>
 *
 * It is taken over the plain forms because only it tells a column from a wide
 * gap, a raised "th" from a line, and half a line's distance from a whole
 * one's.  A page at a time is kept, however long the document.
 */
#ifndef INDEXER_PDF_WORDS_H
#define INDEXER_PDF_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/str.h"

/* Words of a page beyond these are left out: no page of text has them. */
#define PDF_PAGE_WORDS_MAX 20000

/* Boxes are in points, from the upper left corner. */
struct pdf_box {
	double left, top, right, bottom;
};

struct pdf_word {
	struct pdf_box box;
	struct mb_str text; /* as printed, UTF-8 */
	uint32_t line;      /* of pdftotext: words of one have one number */
};

struct pdf_page {
	struct mb_arena *arena; /* the page's own */
	struct pdf_word *words;
	size_t n_words, capacity;
	double width, height;
	uint32_t number; /* 1-based */
};

/* Called for each page in turn; the page dies when it returns. */
typedef void pdf_page_taker(void *user, const struct pdf_page *page);

struct pdf_words;

/* A reader of pdftotext's output, or NULL when there is no memory. */
struct pdf_words *pdf_words_new(pdf_page_taker *take, void *user);

/* Reads what has come. */
void pdf_words_add(struct pdf_words *reader, struct mb_str bytes);

/* Reads the end, frees @reader; false when memory ran out on the way. */
bool pdf_words_free(struct pdf_words *reader);

#endif
