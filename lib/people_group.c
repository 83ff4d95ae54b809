/*
 * A surname in a council.  Full names come first and make identities; then
 * names with initials, then surnames, are decided among them, those of
 * attendances before those of texts.  What was seen at one level is evidence
 * for the next one only, so that the order of uses does not matter.
 */
#include "people_group.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/office.h"
#include "minutebook/text.h"

/* Councils that are indexed over longer times stay in two parts. */
#define MAX_ROUNDS 40

void mb_candidates_add(const struct mb_people *people,
		       struct candidates *candidates, uint32_t identity)
{
	uint32_t root = mb_identity_root(people, identity);

	for (size_t i = 0; i < candidates->n; i++)
		if (candidates->items[i] == root)
			return;
	if (candidates->n < MAX_CANDIDATES)
		candidates->items[candidates->n++] = root;
}

const struct mb_person_name *mb_group_parts(const struct group *group,
					    const struct use *use)
{
	return &group->people->names[use->u.name].parts;
}

uint32_t mb_group_add(struct group *group, uint32_t name)
{
	struct mb_people *people = group->people;
	uint32_t *moved =
	    mb_people_grow(people, group->identities, group->n_identities,
			   &group->capacity, sizeof(*moved));
	uint32_t added;

	if (!moved)
		return MB_PERSON_NONE;
	group->identities = moved;
	added = mb_identity_add(people, group->council, name,
				&people->names[name].parts);
	if (added != MB_PERSON_NONE)
		group->identities[group->n_identities++] = added;
	return added;
}

/* --- what fits --------------------------------------------------------- */

static bool sexes_agree(enum mb_sex a, enum mb_sex b)
{
	return a == b || a == MB_SEX_UNKNOWN || b == MB_SEX_UNKNOWN;
}

/* A "Councillor" is no officer, a "Mr" no councillor, unless printed so. */
static bool ranks_agree(unsigned printed, unsigned known)
{
	if (known == 0 || printed == 0)
		return true;
	if (printed & MB_RANK_MEMBER)
		return known & MB_RANK_MEMBER;
	return known & MB_RANK_PLAIN;
}

bool mb_group_fits(const struct group *group, const struct use *use,
		   uint32_t identity, bool is_soft)
{
	const struct mb_people *people = group->people;
	const struct mb_person_name *parts = mb_group_parts(group, use);
	const struct identity *id = &people->identities[identity];

	if (!mb_given_agree(parts, &id->name) ||
	    !sexes_agree(parts->sex, id->sex) ||
	    mb_people_are_apart(people, parts, &id->name, id->council))
		return false;
	if ((parts->ranks & MB_RANK_MEMBER) &&
	    !mb_people_sits(people, identity,
			    people->meetings[use->u.meeting].day))
		return false;
	return is_soft || ranks_agree(use->ranks, id->ranks);
}

/* --- evidence ---------------------------------------------------------- */

/* An officer or visitor, by the office or the list. */
static bool is_listed_as_officer(const struct group *group,
				 const struct use *use)
{
	const struct mb_people *people = group->people;
	const struct people_meeting *m = &people->meetings[use->u.meeting];

	for (size_t i = 0; i < m->n_listed; i++) {
		const struct people_listed *l =
		    &people->listed[m->first_listed + i];

		if (l->name == use->u.name &&
		    (l->is_officer || l->presence == MB_IN_ATTENDANCE))
			return true;
	}
	return false;
}

void mb_group_sight(struct group *group, struct use *use)
{
	const struct mb_person_name *parts = mb_group_parts(group, use);
	struct mb_people *people = group->people;
	struct identity *id = &people->identities[use->identity];

	use->is_sighted = true;
	id->ranks |= mb_use_ranks(people, use);
	id->is_listed |= (use->u.how & MB_USE_LISTED) != 0;
	if (id->sex == MB_SEX_UNKNOWN)
		id->sex = parts->sex;
	if (parts->ranks == 0 && (use->u.how & MB_USE_LISTED) &&
	    is_listed_as_officer(group, use))
		id->ranks |= MB_RANK_PLAIN;
	mb_sighted(people, use->identity, &people->meetings[use->u.meeting]);
}

static void sort_evidence(struct group *group)
{
	for (size_t i = 0; i < group->n_identities; i++)
		mb_sightings_sort(
		    group->people,
		    &group->people->identities[group->identities[i]].seen);
}

/* --- full names -------------------------------------------------------- */

/* A full name that the group's uses print. */
struct full {
	uint32_t name;
	bool is_known_person; /* titled, listed or speaking */
};

static int compare_fulls(const void *a, const void *b)
{
	const struct full *x = a, *y = b;

	return (x->name > y->name) - (x->name < y->name);
}

static bool is_same_full(const struct mb_person_name *a,
			 const struct mb_person_name *b)
{
	if ((a->given[0].is_initial || b->given[0].is_initial) &&
	    a->n_given != b->n_given)
		return false;
	return mb_given_agree(a, b) && sexes_agree(a->sex, b->sex);
}

static void find_same(const struct group *group,
		      const struct mb_person_name *parts,
		      struct candidates *out)
{
	const struct mb_people *people = group->people;

	out->n = 0;
	for (size_t i = 0; i < group->n_identities; i++) {
		uint32_t id = group->identities[i];

		if (is_same_full(parts, &people->identities[id].name) &&
		    !mb_people_are_apart(people, parts,
					 &people->identities[id].name,
					 group->council))
			mb_candidates_add(people, out, id);
	}
}

static size_t list_fulls(struct group *group, struct full *out)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < group->n; i++) {
		const struct use *use = group->uses[i];
		const struct mb_person_name *parts = mb_group_parts(group, use);

		if (use->level == LEVEL_FULL)
			out[n++] = (struct full){
				use->u.name,
				parts->honorific.len > 0 ||
				    (use->u.how &
				     (MB_USE_LISTED | MB_USE_SPOKE)),
			};
	}
	if (n > 1)
		qsort(out, n, sizeof(*out), compare_fulls);
	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && out[kept - 1].name == out[i].name)
			out[kept - 1].is_known_person |= out[i].is_known_person;
		else
			out[kept++] = out[i];
	}
	return kept;
}

/* The full names with the most given names make identities first. */
static void make_identities(struct group *group, const struct full *fulls,
			    size_t n)
{
	for (size_t given = MB_NAME_MAX_GIVEN; given > 0; given--) {
		for (size_t i = 0; i < n; i++) {
			const struct mb_person_name *parts =
			    &group->people->names[fulls[i].name].parts;
			struct candidates same;

			if (parts->n_given != given ||
			    !fulls[i].is_known_person)
				continue;
			find_same(group, parts, &same);
			if (same.n == 0)
				(void)mb_group_add(group, fulls[i].name);
		}
	}
}

/* A full name that two could have is decided like one with initials. */
static void decide_fulls(struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		struct use *use = group->uses[i];
		struct candidates same;

		if (use->level != LEVEL_FULL)
			continue;
		if (use->identity != MB_PERSON_NONE) { /* the people file's */
			mb_group_sight(group, use);
			continue;
		}
		find_same(group, mb_group_parts(group, use), &same);
		if (same.n > 1)
			use->level = LEVEL_INITIAL;
		if (same.n != 1)
			continue;
		mb_use_decide(group->people, use, same.items[0],
			      MB_EVIDENCE_FULL);
		mb_group_sight(group, use);
	}
}

static void take_fulls(struct group *group)
{
	struct full *fulls =
	    MB_NEW(&group->people->arena, struct full, group->n + 1);

	if (!fulls) {
		group->people->has_failed = true;
		return;
	}
	make_identities(group, fulls, list_fulls(group, fulls));
	decide_fulls(group);
	sort_evidence(group);
}

/* --- the other names --------------------------------------------------- */

/* Decides what can be; the number of uses that were decided. */
static size_t decide_level(struct group *group, enum level level,
			   bool is_listed)
{
	size_t n = 0;

	for (size_t i = 0; i < group->n; i++) {
		struct use *use = group->uses[i];

		if (use->level != level || use->identity != MB_PERSON_NONE ||
		    group->people->has_failed ||
		    !(use->u.how & MB_USE_LISTED) != !is_listed)
			continue;
		mb_group_decide(group, use);
		n += use->identity != MB_PERSON_NONE;
	}
	return n;
}

static void sight_level(struct group *group, enum level level)
{
	for (size_t i = 0; i < group->n; i++) {
		struct use *use = group->uses[i];

		if (use->level == level && !use->is_sighted &&
		    use->identity != MB_PERSON_NONE &&
		    use->u.evidence != MB_EVIDENCE_OWN)
			mb_group_sight(group, use);
	}
	sort_evidence(group);
}

/*
 * Attendances in rounds: a councillor who is known from one year is known
 * from the next one then, and so on back to the first.
 */
static void take_level(struct group *group, enum level level)
{
	for (int round = 0; round < MAX_ROUNDS; round++) {
		if (decide_level(group, level, true) == 0)
			break;
		sight_level(group, level);
	}
	mb_group_make_own(group, level, true);
	(void)decide_level(group, level, false);
	mb_group_make_own(group, level, false);
	sight_level(group, level);
}

/* Whether the meeting lists a councillor of this surname beside @use. */
static bool has_listed_member(const struct group *group, size_t i)
{
	uint32_t meeting = group->uses[i]->u.meeting;
	size_t first = i;

	while (first > 0 && group->uses[first - 1]->u.meeting == meeting)
		first--;
	for (size_t k = first;
	     k < group->n && group->uses[k]->u.meeting == meeting; k++)
		if (k != i && (group->uses[k]->u.how & MB_USE_LISTED) &&
		    (mb_group_parts(group, group->uses[k])->ranks &
		     MB_RANK_MEMBER))
			return true;
	return false;
}

/*
 * "Mr D. Bell" among those present may be Councillor D. Bell, where clerks
 * are not strict with titles, unless he is listed beside him.
 */
static void take_ranks(struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		struct use *use = group->uses[i];
		const struct mb_person_name *parts = mb_group_parts(group, use);

		use->ranks = mb_use_ranks(group->people, use);
		if ((use->u.how & MB_USE_PRESENT) && parts->n_given > 0 &&
		    use->ranks == MB_RANK_PLAIN &&
		    !is_listed_as_officer(group, use) &&
		    !has_listed_member(group, i))
			use->ranks = 0;
	}
}

static void take_group(struct group *group)
{
	take_ranks(group);
	take_fulls(group);
	for (enum level level = LEVEL_INITIAL; level <= LEVEL_SURNAME; level++)
		take_level(group, level);
}

/* --- groups ------------------------------------------------------------ */

struct member {
	struct use *use;
	uint32_t council;
	struct mb_str surname;
};

static int compare_members(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	int order;

	if (x->council != y->council)
		return x->council < y->council ? -1 : 1;
	order = mb_str_compare(x->surname, y->surname);
	return order ? order : (x->use > y->use) - (x->use < y->use);
}

static int compare_strs(const void *a, const void *b)
{
	const struct mb_str *x = a, *y = b;

	return mb_str_compare(*x, *y);
}

/* "Anna Lee Jones" has the surname of "Anna Lee-Jones", if there is one. */
static void join_compounds(struct mb_people *people)
{
	struct mb_str *hyphened =
	    MB_NEW(&people->arena, struct mb_str, people->n_names + 1);
	struct mb_buf joined = MB_BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; hyphened && i < people->n_names; i++)
		if (mb_str_find_char(people->names[i].parts.surname, '-') !=
		    MB_STR_NONE)
			hyphened[n++] = people->names[i].parts.surname_key;
	if (n > 1)
		qsort(hyphened, n, sizeof(*hyphened), compare_strs);
	for (size_t i = 0; n > 0 && i < people->n_names; i++) {
		struct mb_person_name *p = &people->names[i].parts;
		const struct mb_given *last;
		struct mb_str key, *found;

		if (p->n_given == 0)
			continue;
		last = &p->given[p->n_given - 1];
		if (last->is_initial || last->text.ptr > p->surname.ptr)
			continue;
		mb_buf_truncate(&joined, 0);
		mb_buf_add(&joined, last->key);
		mb_buf_add(&joined, p->surname_key);
		key = mb_buf_str(&joined);
		found = bsearch(&key, hyphened, n, sizeof(key), compare_strs);
		if (!found)
			continue;
		p->surname_key = *found;
		p->surname.len += (size_t)(p->surname.ptr - last->text.ptr);
		p->surname.ptr = last->text.ptr;
		p->n_given--;
	}
	people->has_failed |= !hyphened || joined.has_failed;
	mb_buf_release(&joined);
}

/* The identities of the file that have this surname. */
static void add_declared(struct group *group, struct mb_str surname,
			 uint32_t n_declared)
{
	struct mb_people *people = group->people;

	for (uint32_t i = 0; i < n_declared; i++) {
		const struct identity *id = &people->identities[i];
		uint32_t *moved;

		if (id->council != group->council ||
		    !mb_str_equal(id->name.surname_key, surname))
			continue;
		moved = mb_people_grow(people, group->identities,
				       group->n_identities, &group->capacity,
				       sizeof(*moved));
		if (!moved)
			return;
		group->identities = moved;
		group->identities[group->n_identities++] = i;
	}
}

static void take_members(struct mb_people *people, const struct member *members,
			 size_t n, uint32_t n_declared)
{
	struct group group = { .people = people,
			       .council = members[0].council,
			       .n = n };

	group.uses = MB_NEW(&people->arena, struct use *, n);
	if (!group.uses) {
		people->has_failed = true;
		return;
	}
	for (size_t i = 0; i < n; i++)
		group.uses[i] = members[i].use;
	add_declared(&group, members[0].surname, n_declared);
	take_group(&group);
}

void mb_people_group(struct mb_people *people)
{
	struct member *members =
	    MB_NEW(&people->arena, struct member, people->n_uses + 1);
	uint32_t n_declared = (uint32_t)people->n_identities;
	size_t n = 0;

	if (!members) {
		people->has_failed = true;
		return;
	}
	join_compounds(people);
	for (size_t i = 0; i < people->n_uses; i++) {
		struct use *use = &people->uses[i];
		const struct mb_person_name *parts =
		    &people->names[use->u.name].parts;

		if (parts->kind != MB_NAME_PERSON)
			continue;
		use->level = parts->n_given == 0 ? LEVEL_SURNAME : use->level;
		members[n++] =
		    (struct member){ use,
				     people->meetings[use->u.meeting].council,
				     parts->surname_key };
	}
	if (n > 1)
		qsort(members, n, sizeof(*members), compare_members);
	for (size_t first = 0, end; first < n && !people->has_failed;
	     first = end) {
		for (end = first + 1;
		     end < n &&
		     members[end].council == members[first].council &&
		     mb_str_equal(members[end].surname, members[first].surname);
		     end++)
			;
		take_members(people, &members[first], end - first, n_declared);
	}
}
