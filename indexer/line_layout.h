/*
 * line_layout.h - how a document breaks its lines
 *
 * Text that was wrapped for paper shows it: nearly all lines that certainly go
 * on (no end, and then a small letter) are as long as the margin is wide.
 * Which margin, and whether blank lines divide paragraphs, is found out for the
 * whole document first, so that two lines can be judged by it (reflow.c).
 */
#ifndef INDEXER_LINE_LAYOUT_H
#define INDEXER_LINE_LAYOUT_H

#include "blocks.h"

struct line_layout {
	size_t margin; /* characters; 0 when lines are not wrapped */
	size_t least;  /* nearly all lines that go on are as long */
	uint8_t gap;   /* blank lines between wrapped lines */
	bool is_apart; /* a blank line divides all paragraphs */
};

struct line_layout line_layout_of(struct blocks *blocks);

/* A physical line, or an entry of a list that no site's markup has made. */
bool line_is_wrapped(const struct block *b);

/* Whether the next word would not have fitted on line @a. */
bool line_is_full(const struct line_layout *layout, const struct block *a,
		  const struct block *b);

/*
 * A converter of pages in type of many widths leaves lines of many lengths:
 * whether @a is as long as those that certainly go on.
 */
bool line_is_long(const struct line_layout *layout, const struct block *a);

/* Whether @a and @b are of one paragraph, where blank lines divide those. */
bool line_is_of_one(const struct line_layout *layout, const struct block *a,
		    const struct block *b);

#endif
