/*
 * text_margins.h - what stands beside the text in minutes laid out for paper
 *
 *	CALL TO ORDER     The Mayor called the meeting
 *	                  to order at 6:30 p.m.
 *	AGENDA
 *	Motion 41/2020    Moved by Councillor Finch ...
 *
 *	It was agreed that the Clerk would chase the       Clerk
 *	county council again.
 *
 * Some clerks write titles into the left margin, others who is to act into a
 * column on the right.  Which columns these are is decided from the whole
 * text: nearly all lines begin at the one, no line crosses the other.  A line
 * with tabs has no columns that could be counted.
 */
#ifndef INDEXER_TEXT_MARGINS_H
#define INDEXER_TEXT_MARGINS_H

#include "lines.h"

struct text_margins {
	uint16_t text;  /* column that all but titles begin at; 0: none do */
	uint16_t notes; /* column of those who are to act; 0: there is none */
};

struct text_margins text_margins_of(struct mb_str text);

/*
 * Cuts the title in the left margin off @line, which may become empty; false
 * when there is none.
 */
bool text_margins_cut_title(const struct text_margins *margins,
			    struct text_line *line, struct mb_str *title);

/* The same for who is to act, on the right. */
bool text_margins_cut_note(const struct text_margins *margins,
			   struct text_line *line, struct mb_str *note);

#endif
