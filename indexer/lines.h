/*
 * lines.h - text files as physical lines with their marker and indent
 *
 * Shared by plain text and markdown, whose lines differ only in what their
 * marks mean.
 */
#ifndef INDEXER_LINES_H
#define INDEXER_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/str.h"

struct text_line {
	struct mb_str text; /* without indent and line end */
	uint32_t number;    /* 1-based */
	uint32_t page;      /* 1-based: form feeds begin pages */
	uint16_t indent;    /* columns; a tab goes to the next eighth */
	uint8_t n_blank;    /* empty lines above */
	bool begins_page;
	struct mb_str bullet; /* alone on the line above; empty for most */
};

struct line_reader {
	struct mb_str rest;
	uint32_t number, page;
	uint8_t n_blank;
};

struct line_reader lines_of(struct mb_str text);

/* The next line that is not empty; false at the end. */
bool lines_next(struct line_reader *reader, struct text_line *line);

/*
 * Cuts a bullet off the front of @text and gives it in @marker.  A hyphen, an
 * asterisk or an "o" counts only before a blank.
 */
bool lines_cut_bullet(struct mb_str *text, struct mb_str *marker);

#endif
