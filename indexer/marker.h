/*
 * marker.h - the number or letter at the front of a line
 *
 *	12.	12)	(12)	12.2	12.2.1	275/19	18.09.4
 *	a)	(iv)	b.	Item 5:	Minute 12	C/23/045	10A.
 *	Motion 41/2020	Council Resolution No. 17-31
 *
 * A quotation mark before a number, as in "'4. Trees", is a scan's dirt unless
 * it is closed.  Only its shape is read here; which of a document's markers number its
 * agenda items is for numbering.c to weigh.
 */
#ifndef INDEXER_MARKER_H
#define INDEXER_MARKER_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/str.h"

enum marker_style {
	MARKER_NONE,
	MARKER_DOT,      /* 12. */
	MARKER_BRACKET,  /* 12) */
	MARKER_BRACKETS, /* (12) */
	MARKER_BARE,     /* 12 */
	MARKER_SLASH,    /* 275/19 */
	MARKER_TWO,      /* 12.2 */
	MARKER_THREE,    /* 12.2.1, 18.09.4 */
	MARKER_WORD,     /* Item 5 */
	MARKER_CODE,     /* C/23/045, PC.123.23 */
	MARKER_LETTER,   /* a) (a) a. */
	MARKER_ROMAN,    /* iv) (iv) iv. */
	MARKER_NUMERAL,  /* IV. */
	MARKER_MOTION,   /* Motion 41/2020: numbers a paragraph */
	MARKER_STYLES
};

struct marker {
	enum marker_style style;
	uint32_t part[3];     /* 12, 2, 1; the value of a letter or numeral */
	uint32_t letter;      /* 1 of "10A", put in between, and of "A10", a
				 part of the agenda; else 0 */
	struct mb_str number; /* as printed, without the signs around it */
	size_t len;           /* bytes to skip, with the blanks behind */
	bool is_alone;        /* nothing follows */
};

/* Reads the marker at the front of @text; style is MARKER_NONE if none. */
struct marker marker_of(struct mb_str text);

#endif
