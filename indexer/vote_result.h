/*
 * vote_result.h - what a text says of how a vote ended
 */
#ifndef INDEXER_VOTE_RESULT_H
#define INDEXER_VOTE_RESULT_H

#include <stdbool.h>

#include "minutebook/doc.h"

/* "The motion was CARRIED", "lost", "casting vote against the motion" */
enum mb_vote_result vote_result_in(struct mb_str s);

/* Whether a line below a motion is its result: "CARRIED", "Carried (3-1)". */
bool vote_is_result(struct mb_str text);

/* The result that a paragraph below its vote begins with: "The motion was
 * therefore carried". */
enum mb_vote_result vote_result_told_in(struct mb_str text);

#endif
