/*
 * people_holdings.h - who holds which office, as attendances and texts say
 */
#ifndef LIB_PEOPLE_HOLDINGS_H
#define LIB_PEOPLE_HOLDINGS_H

#include "people.h"

/* Somebody holds an office on a day. */
struct holding {
	uint32_t council, body, meeting;
	int32_t day;
	struct mb_str office; /* its key */
	uint32_t identity;
	bool is_in_chair; /* "in the chair", whatever else */
	bool is_present;
	bool is_taken; /* in the meeting itself: "took the chair" */
};

struct holdings {
	struct mb_people *people;
	struct holding *items;
	size_t n, capacity;
};

/* Fills @h from all that is printed of those who are decided. */
void mb_holdings_collect(struct holdings *h);

#endif
