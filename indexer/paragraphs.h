/*
 * paragraphs.h - the texts of an item become its paragraphs
 *
 * A paragraph is one contribution.  What begins a new one and what still
 * belongs to the last is decided here:
 *
 *	12.4 Deputy Mayor Pinnock highlighted:     a number begins one
 *	* a safe space for people                  a list belongs to it
 *	* 12.5 Audrey Pinnock highlighted that     a number in a bullet ends it
 *	RESOLVED that                              a decision begins one,
 *	1. the report be noted                     and takes its list along
 *
 * One paragraph grows at a time; it is in its item when it has ended.
 */
#ifndef INDEXER_PARAGRAPHS_H
#define INDEXER_PARAGRAPHS_H

#include "marker.h"
#include "outline.h"

struct paragraphs {
	struct blocks *blocks;
	const struct outline *outline;
	enum section section; /* that the texts stand in; the caller's */

	struct mb_item *item; /* that they belong to */
	size_t capacity;      /* of its paragraphs */

	/* the paragraph that grows */
	struct mb_buf text; /* owned */
	struct mb_paragraph paragraph;
	bool has_paragraph;
	bool takes_list;    /* its last line announces one */
	bool is_list;       /* and entries have come */
	bool is_resolution; /* decided: what follows belongs to it */
	bool is_motion;     /* moved: seconder and text follow */
	bool is_vote;       /* its lines count a vote */
	bool is_account;    /* its lines are payments */
	bool is_table;      /* its last line is a row */
	bool is_numbered;   /* a motion's number begins it */
	struct marker sign; /* of the list that it is an entry of itself */
	struct marker last; /* of its last entry */
};

/*
 * Turns to @item, which must stay where it is until the next one; the last
 * paragraph has been ended.
 */
void paragraphs_begin_item(struct paragraphs *p, struct mb_item *item);

/* A PART_TEXT of the item.  Failure sticks to the blocks, here and below. */
void paragraphs_add_text(struct paragraphs *p, const struct part *part);

/* A PART_VOTE: a paragraph by itself. */
void paragraphs_add_vote(struct paragraphs *p, const struct part *part);

/* Ends the paragraph that grows, if there is one. */
void paragraphs_end(struct paragraphs *p);

/* Ends it and gives back what is owned. */
void paragraphs_finish(struct paragraphs *p);

#endif
