/*
 * title.h - the words before and behind names, and what they tell
 */
#ifndef LIB_TITLE_H
#define LIB_TITLE_H

#include "minutebook/person_name.h"

struct title {
	const char *word; /* folded, without dot */
	unsigned ranks;
	enum mb_sex sex;
	bool is_office; /* "Mayor": also an office by itself */
};

/* The title that a folded word is, or NULL. */
const struct title *mb_title_find(struct mb_str word);

/* "Deputy" of "Deputy Mayor", "County" of "County Cllr". */
bool mb_title_is_qualifier(struct mb_str word);

/* "OBE", "JP": letters behind a name. */
bool mb_title_is_suffix(struct mb_str word);

/* "van", "de", "ap": a surname may begin with it. */
bool mb_title_is_particle(struct mb_str word);

/* "Against", "Carried": words of a vote that follow the last name. */
bool mb_title_is_of_vote(struct mb_str word);

/* "Chairman", "Clerk": offices printed behind a name without a comma. */
bool mb_title_is_behind(struct mb_str word);

#endif
