/*
 * list_number.h - the numbers that a word processor prints before paragraphs
 *
 * A file says only "level 2 of list 5"; what is printed is counted.  A level
 * has a format and a text with places in it:
 *
 *	level 1  decimal       "%1."      1.  2.  3.
 *	level 2  lower letter  "%1%2)"    3a)  3b)
 *
 * Counting is by list; a level that is counted makes those below it begin
 * again.
 */
#ifndef INDEXER_LIST_NUMBER_H
#define INDEXER_LIST_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/buf.h"
#include "minutebook/str.h"

#define LIST_LEVELS 10

/* Numbers beyond this are not counted on: a document has none. */
#define LIST_MAX_NUMBER 99999

enum list_format {
	LIST_NONE, /* nothing is printed */
	LIST_BULLET,
	LIST_DECIMAL,
	LIST_ZERO_DECIMAL, /* 01, 02 */
	LIST_LOWER_LETTER, /* a, b, ..., z, aa, bb */
	LIST_UPPER_LETTER,
	LIST_LOWER_ROMAN,
	LIST_UPPER_ROMAN,
	LIST_ORDINAL /* 1st, 2nd */
};

struct list_level {
	enum list_format format;
	struct mb_str text; /* "%1.%2"; of a bullet the bullet */
	int start;
	int restart;     /* by which level, 1-based; 0 never, -1 by any above */
	bool is_decimal; /* all its places are decimal ("legal" numbering) */
};

struct list_levels {
	struct list_level items[LIST_LEVELS];
};

struct list_counter {
	int value[LIST_LEVELS]; /* 0: not begun */
	bool has_begun[LIST_LEVELS];
};

/* Counts on in @level and appends the number to @out. */
void list_number_next(const struct list_levels *levels,
		      struct list_counter *counter, size_t level,
		      struct mb_buf *out);

/* Makes @level begin with @value when it is next counted. */
void list_number_set(struct list_counter *counter, size_t level, int value);

/* Appends @n in @format; nothing for LIST_NONE and LIST_BULLET. */
void list_number_add(struct mb_buf *out, enum list_format format, int n);

#endif
