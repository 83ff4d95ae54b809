/*
 * pdf_lines.h - the words of a page as lines, in the order of reading
 *
 * Words that follow each other closely are a piece; pieces at one height are
 * a line.  Wide gaps part pieces, so that what may be the cells of a table or
 * a note in the margin stays apart:
 *
 *	|ii) Christmas Toy Appeal.|                         |Noted|
 *
 * Where a page, or a part of it, is set in two columns its lines are those of
 * the left column and then those of the right (pdf_columns.c).
 */
#ifndef INDEXER_PDF_LINES_H
#define INDEXER_PDF_LINES_H

#include "pdf_words.h"

struct pdf_piece {
	struct pdf_box box;
	struct mb_str text;
	const struct pdf_word *words; /* from left to right */
	size_t n_words;
};

struct pdf_line {
	struct pdf_box box;
	struct pdf_piece *pieces; /* from left to right, one or more */
	size_t n_pieces;
	struct mb_str note; /* in the margin beside it (pdf_notes.h) */
	double right;       /* of the lines beside such a margin, or 0 */
	bool begins_column; /* nothing of the page stands right above it */
	bool is_in_column;  /* another stands beside it */
};

struct pdf_lines {
	struct pdf_line *items;
	size_t n;
	double line_height; /* of the usual line, in points */
};

/*
 * The lines of @page, in its arena, from top to bottom and left to right.
 * False when there is no memory.
 */
bool pdf_lines_find(const struct pdf_page *page, struct pdf_lines *lines);

/* Puts the lines of columns into the order of reading.  False: no memory. */
bool pdf_columns_sort(const struct pdf_page *page, struct pdf_lines *lines);

/* The box around two. */
struct pdf_box pdf_box_join(struct pdf_box a, struct pdf_box b);

#endif
