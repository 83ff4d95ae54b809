/*
 * tally.h - how much of something there is, and of how much
 *
 * The hits of a query are counted by one or two of their properties: how many
 * paragraphs, in how many meetings, of how many words.  Beside each count
 * stands what it is a part of: all that the query's filters let through, when
 * its words are left out (of a query of filters alone, the whole index).  So
 *
 *	damp speaker:toms	by year: of the words that Toms spoke that year
 *	damp			of all words of that year
 *
 * The counted hits are exactly those that the search lists.
 */
#ifndef QUERY_TALLY_H
#define QUERY_TALLY_H

#include "inquiry.h"

enum dimension {
	BY_YEAR,
	BY_MONTH,
	BY_COUNCIL,
	BY_COMMITTEE,
	BY_SPEAKER,
	BY_KIND,
	BY_ITEM
};

#define TALLY_MAX_DIMENSIONS 2

struct tally_by {
	enum dimension dimensions[TALLY_MAX_DIMENSIONS];
	size_t n; /* 0: all together */
};

/* Reads "year" or "year,committee".  Fails with MB_EUSAGE. */
int tally_by_parse(struct mb_str text, struct tally_by *by, struct mb_err *err);

/* "year", "committee": the name of the property. */
const char *dimension_name(enum dimension dimension);

/* Whether its values are in the order of time and none may be missing. */
bool dimension_is_time(enum dimension dimension);

struct count {
	int64_t paragraphs, meetings, words;
};

struct bucket {
	struct mb_str keys[TALLY_MAX_DIMENSIONS]; /* empty: not known */
	struct mb_str title;                      /* of an item */
	struct count found, of;
	struct mb_date first, last;      /* of what was found */
	struct mb_str first_id, last_id; /* set in the total alone */
};

struct tally {
	struct tally_by by;
	struct bucket *buckets;
	size_t n;
	struct bucket total;
};

/*
 * Counts what the query finds, all of it.  @options->match is obeyed, limits
 * are not.  Buckets are in the order in which people want them: of time, or
 * else the largest first.  Everything lives in @arena.  Fails as the stages of
 * an inquiry do; after MB_EUSAGE @fault says where.
 */
int tally_make(const struct sources *sources, struct mb_str query,
	       const struct search_options *options, const struct tally_by *by,
	       struct mb_arena *arena, struct tally *out, struct mb_err *err);

/* @n for each 10,000 words of @of; 0 of nothing. */
double tally_rate(int64_t n, const struct count *of);

#endif
