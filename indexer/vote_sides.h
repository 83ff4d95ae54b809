/*
 * vote_sides.h - the words for the sides of a vote
 */
#ifndef INDEXER_VOTE_SIDES_H
#define INDEXER_VOTE_SIDES_H

#include "minutebook/doc.h"

/* "for", "Ayes", "abstained": the side that @word stands for, if any. */
bool vote_side_of(struct mb_str word, enum mb_vote_side *side);

#endif
