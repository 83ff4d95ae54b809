/*
 * vote_tally.h - a side of a vote with its count
 *
 *	For (9)		Against: none		8 for		in favour 12
 *	Against: Councillors A and B		names instead of a count
 */
#ifndef INDEXER_VOTE_TALLY_H
#define INDEXER_VOTE_TALLY_H

#include "minutebook/doc.h"
#include "names.h"

/* A side with its count; its names stand behind @end. */
struct tally {
	enum mb_vote_side side;
	int32_t count;
	size_t start, end; /* bytes */
};

/* A number, "none" or "nil". */
bool vote_is_count(struct mb_str word, int32_t *count);

/* What may stand between a side and its count. */
bool vote_is_filler(struct mb_str word);

/*
 * The side at word @i, with the count behind it ("For the motion 8"), before
 * it ("8 for"), or instead of a count a list of names.
 */
bool vote_tally_at(const struct phrase *p, size_t i, struct tally *out);

/* "For the motion ... For the amendment": the one is against the other. */
bool vote_has_two_options(struct mb_str text);
bool vote_is_for_amendment(const struct phrase *p, const struct tally *tally);

/* Of two options the one is lost when the other is carried. */
enum mb_vote_result vote_result_of_two(struct mb_str text);

#endif
