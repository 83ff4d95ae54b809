/*
 * What one surname's group cannot see: a name one letter off, initials, and a
 * surname that has changed.
 */
#include <stdlib.h>

#include "minutebook/nearest.h"
#include "minutebook/text.h"
#include "people_group.h"

/* Shorter names are too near to others. */
#define MIN_SPELLING_BYTES 6

#define INITIALS_DAYS YEAR_DAYS
#define CHANGE_DAYS (4 * YEAR_DAYS)

/* --- misspelt names ---------------------------------------------------- */

/* Nobody known by other means is called so. */
static bool may_be_misspelt(const struct mb_people *people,
			    const struct use *use)
{
	const struct mb_person_name *parts = &people->names[use->u.name].parts;

	if (parts->kind != MB_NAME_PERSON || (use->u.how & MB_USE_LISTED) ||
	    parts->surname_key.len < MIN_SPELLING_BYTES)
		return false;
	if (use->identity == MB_PERSON_NONE)
		return use->n_candidates == 0;
	return (use->u.evidence == MB_EVIDENCE_OWN ||
		use->u.evidence == MB_EVIDENCE_FULL) &&
	       !people->identities[use->identity].is_listed &&
	       people->identities[use->identity].declared == MB_PERSON_NONE;
}

static bool is_one_letter_off(struct mb_str a, struct mb_str b)
{
	return b.len + 1 >= a.len && a.len + 1 >= b.len &&
	       mb_edit_distance(a, b) == 1;
}

/* A full name must have the same given name to be a misspelling of it. */
static bool could_be(const struct mb_people *people, const struct use *use,
		     const struct use *other)
{
	const struct group group = {
		.people = (struct mb_people *)(uintptr_t)people
	};
	const struct mb_person_name *a = &people->names[use->u.name].parts;
	const struct mb_person_name *b = &people->names[other->u.name].parts;

	if (b->kind != MB_NAME_PERSON || other->identity == MB_PERSON_NONE ||
	    !(other->u.how & MB_USE_LISTED) ||
	    !is_one_letter_off(a->surname_key, b->surname_key))
		return false;
	if (use->level == LEVEL_FULL && b->n_given == 0)
		return false;
	return mb_group_fits(&group, use, other->identity, false);
}

static void correct(struct mb_people *people, struct use *use)
{
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	struct candidates found = { .n = 0 };

	for (size_t i = 0; i < m->n_uses; i++) {
		const struct use *other = &people->uses[m->first_use + i];

		if (could_be(people, use, other))
			mb_candidates_add(people, &found, other->identity);
	}
	if (found.n == 1)
		mb_use_decide(people, use, found.items[0],
			      MB_EVIDENCE_SPELLING);
	else if (found.n > 1)
		mb_use_leave(people, use, found.items, found.n);
}

void mb_people_spellings(struct mb_people *people)
{
	for (size_t i = 0; i < people->n_uses; i++)
		if (may_be_misspelt(people, &people->uses[i]))
			correct(people, &people->uses[i]);
}

/* --- initials ---------------------------------------------------------- */

/* Somebody's initials, as an attendance defines them. */
struct defined {
	uint32_t council, body;
	struct mb_str initials;
	int32_t day;
	uint32_t identity;
};

static int compare_defined(const void *a, const void *b)
{
	const struct defined *x = a, *y = b;
	int order;

	if (x->council != y->council)
		return x->council < y->council ? -1 : 1;
	if (x->body != y->body)
		return x->body < y->body ? -1 : 1;
	order = mb_str_compare(x->initials, y->initials);
	if (order)
		return order;
	return (x->day > y->day) - (x->day < y->day);
}

static size_t list_defined(const struct mb_people *people, struct defined *out)
{
	size_t n = 0;

	for (size_t i = 0; i < people->n_listed; i++) {
		const struct people_listed *l = &people->listed[i];
		const struct people_meeting *m = &people->meetings[l->meeting];
		const struct use *use =
		    mb_people_use_of(people, l->meeting, l->name);

		if (l->initials.len > 0 && use &&
		    use->identity != MB_PERSON_NONE && m->body != 0 &&
		    m->day != DAY_UNKNOWN)
			out[n++] =
			    (struct defined){ m->council, m->body, l->initials,
					      m->day, use->identity };
	}
	if (n > 1)
		qsort(out, n, sizeof(*out), compare_defined);
	return n;
}

/* "CK" of Christopher Kennedy, "FLT" of Ann Fay-Lee Todd's given names. */
static bool has_initials(const struct mb_person_name *name, struct mb_str key)
{
	if (key.len != name->n_given + 1 || name->surname_key.len == 0)
		return false;
	for (size_t i = 0; i < name->n_given; i++)
		if (name->given[i].key.ptr[0] != key.ptr[i])
			return false;
	return name->surname_key.ptr[0] == key.ptr[key.len - 1];
}

/* Whom the meeting's attendance gives these initials, or who has them. */
static void find_initials(const struct mb_people *people, const struct use *use,
			  bool is_defined, struct candidates *out)
{
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	struct mb_str key = people->names[use->u.name].parts.surname_key;

	*out = (struct candidates){ .n = 0 };
	for (size_t i = 0; i < m->n_listed; i++) {
		const struct people_listed *l =
		    &people->listed[m->first_listed + i];
		const struct use *listed =
		    mb_people_use_of(people, l->meeting, l->name);

		if (!listed || listed->identity == MB_PERSON_NONE)
			continue;
		if (is_defined
			? mb_str_equal(l->initials, key)
			: has_initials(
			      &people->identities[listed->identity].name, key))
			mb_candidates_add(people, out, listed->identity);
	}
}

/* The same body defined them within the year. */
static void find_defined(const struct mb_people *people, const struct use *use,
			 const struct defined *defined, size_t n,
			 struct candidates *out)
{
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	const struct defined from = {
		m->council, m->body,
		people->names[use->u.name].parts.surname_key,
		m->day == DAY_UNKNOWN ? 0 : m->day - INITIALS_DAYS, 0
	};
	size_t low = 0, high = n;

	*out = (struct candidates){ .n = 0 };
	if (m->body == 0 || m->day == DAY_UNKNOWN)
		return;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (compare_defined(&defined[middle], &from) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < n && defined[low].council == m->council &&
	       defined[low].body == m->body &&
	       mb_str_equal(defined[low].initials, from.initials) &&
	       defined[low].day <= m->day + INITIALS_DAYS;
	     low++)
		mb_candidates_add(people, out, defined[low].identity);
}

void mb_people_initials(struct mb_people *people)
{
	struct defined *defined =
	    MB_NEW(&people->arena, struct defined, people->n_listed + 1);
	size_t n;

	if (!defined) {
		people->has_failed = true;
		return;
	}
	n = list_defined(people, defined);
	for (size_t i = 0; i < people->n_uses; i++) {
		struct use *use = &people->uses[i];
		struct candidates found;

		if (people->names[use->u.name].parts.kind != MB_NAME_INITIALS ||
		    use->identity != MB_PERSON_NONE)
			continue;
		find_initials(people, use, true, &found);
		if (found.n == 0)
			find_initials(people, use, false, &found);
		if (found.n == 0)
			find_defined(people, use, defined, n, &found);
		if (found.n == 1)
			mb_use_decide(people, use, found.items[0],
				      MB_EVIDENCE_INITIALS);
		else if (found.n > 1)
			mb_use_leave(people, use, found.items, found.n);
	}
}

/* --- surnames that change ---------------------------------------------- */

struct called {
	uint32_t council, identity;
	struct mb_str surname, given;
};

static int compare_called(const void *a, const void *b)
{
	const struct called *x = a, *y = b;
	int order;

	if (x->council != y->council)
		return x->council < y->council ? -1 : 1;
	order = mb_str_compare(x->surname, y->surname);
	return order ? order : mb_str_compare(x->given, y->given);
}

static struct called called_of(const struct mb_people *people, uint32_t id,
			       struct mb_str surname)
{
	return (struct called){ people->identities[id].council, id, surname,
				people->identities[id].name.given[0].key };
}

static bool is_member_in_full(const struct identity *id)
{
	return (id->ranks & MB_RANK_MEMBER) && id->name.n_given > 0 &&
	       !id->name.given[0].is_initial;
}

/* One name ends before the other begins, and not long before. */
static bool follows(const struct mb_people *people, uint32_t a, uint32_t b)
{
	int32_t first[2], last[2];

	mb_seen_span(&people->identities[a].seen, &first[0], &last[0]);
	mb_seen_span(&people->identities[b].seen, &first[1], &last[1]);
	if (first[0] == DAY_UNKNOWN || first[1] == DAY_UNKNOWN)
		return false;
	if (last[0] <= first[1])
		return first[1] - last[0] <= CHANGE_DAYS;
	return last[1] <= first[0] && first[0] - last[1] <= CHANGE_DAYS;
}

/* "Hannah Pryce" and later "Hannah Pryce-Adeyemi": one part stays. */
static void unite_parts(struct mb_people *people, uint32_t id,
			const struct called *all, size_t n)
{
	struct mb_str rest = people->identities[id].name.surname;

	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, '-');
		struct mb_str part = { NULL, 0 };
		struct called key;
		const struct called *found;

		rest = cut.tail;
		if (mb_fold_in(&people->arena, cut.head, &part, NULL) !=
		    MB_OK) {
			people->has_failed = true;
			return;
		}
		key = called_of(people, id, part);
		found = bsearch(&key, all, n, sizeof(*all), compare_called);
		if (found && found->identity != id &&
		    follows(people, id, found->identity) &&
		    !mb_people_are_apart(
			people, &people->identities[id].name,
			&people->identities[found->identity].name,
			people->identities[id].council))
			mb_identity_unite(people, id, found->identity);
	}
}

void mb_people_surnames(struct mb_people *people)
{
	struct called *all =
	    MB_NEW(&people->arena, struct called, people->n_identities + 1);
	size_t n = 0;

	if (!all) {
		people->has_failed = true;
		return;
	}
	for (uint32_t i = 0; i < people->n_identities; i++)
		if (is_member_in_full(&people->identities[i]))
			all[n++] = called_of(
			    people, i, people->identities[i].name.surname_key);
	if (n > 1)
		qsort(all, n, sizeof(*all), compare_called);
	for (uint32_t i = 0; i < people->n_identities; i++)
		if (is_member_in_full(&people->identities[i]) &&
		    mb_str_find_char(people->identities[i].name.surname, '-') !=
			MB_STR_NONE)
			unite_parts(people, i, all, n);
}
