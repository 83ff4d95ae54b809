/*
 * people_group.h - all uses of one surname in one council
 *
 * What people_group.c orders and people_tiers.c decides.
 */
#ifndef LIB_PEOPLE_GROUP_H
#define LIB_PEOPLE_GROUP_H

#include "people.h"

/* Longer lists of candidates are cut: nobody reads them. */
#define MAX_CANDIDATES 32

struct group {
	struct mb_people *people;
	uint32_t council;
	struct use **uses; /* by meeting, then name */
	size_t n;
	uint32_t *identities;
	size_t n_identities, capacity;
};

/* Identities, each once by its root. */
struct candidates {
	uint32_t items[MAX_CANDIDATES];
	size_t n;
	bool is_uncertain; /* one of them is itself undecided */
};

void mb_candidates_add(const struct mb_people *people,
		       struct candidates *candidates, uint32_t identity);

/* A new identity of the group; MB_PERSON_NONE after a failure. */
uint32_t mb_group_add(struct group *group, uint32_t name);

const struct mb_person_name *mb_group_parts(const struct group *group,
					    const struct use *use);

/*
 * Whether @use could stand for the identity, as far as its name goes; with
 * @is_soft whatever the titles say of the rank.
 */
bool mb_group_fits(const struct group *group, const struct use *use,
		   uint32_t identity, bool is_soft);

/* Notes that the identity was seen as @use says. */
void mb_group_sight(struct group *group, struct use *use);

/* Decides @use among the identities that there are, or leaves it. */
void mb_group_decide(struct group *group, struct use *use);

/* Makes identities for the uses of @level that nobody fits. */
void mb_group_make_own(struct group *group, enum level level, bool is_listed);

#endif
