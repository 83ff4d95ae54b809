/*
 * vote_told.h - votes that a sentence tells
 *
 *	carried by 4 votes to 2, Councillors Ames and Penn voting against
 *	with Cllr Finch abstaining
 *	Councillor Finch asked that her vote against be recorded
 *	Motion carried 4-1
 *	Roll call vote: Ames, yes; Penn, no
 *
 * Only what the clerk says of the vote itself: "he said that Councillor Ames
 * had voted against" tells of another.
 */
#ifndef INDEXER_VOTE_TOLD_H
#define INDEXER_VOTE_TOLD_H

#include "vote_names.h"

/*
 * Adds to the vote who is told to have voted how.  @is_decision is whether
 * the paragraph decides something, so that "Ames against." is of a vote.
 */
void vote_told_names(const struct voters *voters, const struct phrase *p,
		     bool is_decision);

/* Adds the numbers of "4 votes to 2" and "carried 4-1". */
void vote_told_counts(const struct phrase *p, struct mb_vote *vote);

#endif
