#include "vote_sides.h"

static const struct {
	const char *word;
	enum mb_vote_side side;
} sides[] = {
	{ "for", MB_VOTE_FOR },
	{ "aye", MB_VOTE_FOR },
	{ "ayes", MB_VOTE_FOR },
	{ "yea", MB_VOTE_FOR },
	{ "yeas", MB_VOTE_FOR },
	{ "nay", MB_VOTE_AGAINST },
	{ "nays", MB_VOTE_AGAINST },
	{ "noes", MB_VOTE_AGAINST },
	{ "favour", MB_VOTE_FOR },
	{ "favor", MB_VOTE_FOR },
	{ "opposed", MB_VOTE_AGAINST },
	{ "blaid", MB_VOTE_FOR },
	{ "against", MB_VOTE_AGAINST },
	{ "erbyn", MB_VOTE_AGAINST },
	{ "abstain", MB_VOTE_ABSTAIN },
	{ "abstained", MB_VOTE_ABSTAIN },
	{ "abstaining", MB_VOTE_ABSTAIN },
	{ "abstention", MB_VOTE_ABSTAIN },
	{ "abstentions", MB_VOTE_ABSTAIN },
	{ "ymatal", MB_VOTE_ABSTAIN },
};

bool vote_side_of(struct mb_str word, enum mb_vote_side *side)
{
	word = mb_str_after_last(word, '/'); /* "Ar son/For" */
	for (size_t i = 0; i < sizeof(sides) / sizeof(*sides); i++)
		if (mb_str_equal_nocase(word, mb_str_of(sides[i].word))) {
			*side = sides[i].side;
			return true;
		}
	return false;
}
