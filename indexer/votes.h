/*
 * votes.h - recorded votes: how many, who, and what came of it
 *
 *	On the amendment there voted:
 *	For (9): Councillors A, B and C
 *	Against (19): the Mayor, Councillors D and E
 *	Amendment lost.
 *
 *	For
 *	Councillors A, B and C (3)
 *
 *	8 Members voting for it and 20 against, it was declared LOST.
 *
 *	Carried by 4 votes to 2, Councillors A and B voting against.
 *
 * A vote is counted only where two sides have numbers, or where it is told
 * who voted how.
 */
#ifndef INDEXER_VOTES_H
#define INDEXER_VOTES_H

#include "blocks.h"
#include "minutebook/doc.h"

/* What a line is in the record of a vote that takes several. */
enum vote_line {
	VOTE_NO_LINE,
	VOTE_ANNOUNCES, /* "On the amendment there voted:" */
	VOTE_COUNTS,    /* "For (9): Councillors ..." */
	VOTE_GOES_ON,   /* "Absent: Councillor F", "Motion - 4 votes" */
	VOTE_RESULT     /* "Amendment lost." */
};

enum vote_line vote_line_of(struct mb_str text);

/* Whether a line is a side of a vote and no more: "For", "Against (3)". */
bool vote_is_side(struct mb_str text);
/* Whether a line below the lines of a vote is of it: a name by itself. */
bool vote_goes_on(struct mb_str text);

/* Whether a paragraph tells how a vote went: "... was put and CARRIED". */
bool vote_is_told(struct mb_str text);

/*
 * Adds the recorded votes among the item's paragraphs to its votes; @doc, or
 * NULL, has the attendance that tells surnames and initials.  Failure sticks
 * to @blocks.
 */
void votes_read(struct blocks *blocks, const struct mb_doc *doc,
		struct mb_item *item);

#endif
