/*
 * What the people file says, brought to bear: its persons are identities from
 * the beginning, its aliases decide before any evidence, its decisions unite
 * and keep apart.
 */
#include "minutebook/text.h"
#include "people.h"

/* --- persons ----------------------------------------------------------- */

static bool is_meant(const struct mb_people *people, struct mb_str core,
		     uint32_t council)
{
	return core.len == 0 ||
	       mb_str_equal(core, people->councils.items[council]);
}

/* An identity for each full name; the first one's number, or NONE. */
static uint32_t declare_names(struct mb_people *people, uint32_t number,
			      uint32_t council)
{
	const struct declared *d = &people->declared[number];
	uint32_t first = MB_PERSON_NONE;

	for (size_t i = 0; i < d->n_names && !people->has_failed; i++) {
		struct mb_person_name parts;
		uint32_t id;

		if (mb_person_name_parse(d->names[i], &people->arena, &parts,
					 NULL) != MB_OK) {
			people->has_failed = true;
			return first;
		}
		if (parts.kind != MB_NAME_PERSON ||
		    (i > 0 && !mb_name_is_full(&parts)))
			continue;
		id = mb_identity_add(people, council, MB_PERSON_NONE, &parts);
		if (id == MB_PERSON_NONE)
			return first;
		people->identities[id].declared = number;
		if (d->n_seats > 0)
			people->identities[id].ranks |= MB_RANK_MEMBER;
		if (first == MB_PERSON_NONE)
			first = id;
		else
			mb_identity_unite(people, first, id);
	}
	return first;
}

/* Somebody of no council in particular is one person in all of them. */
void mb_people_declare(struct mb_people *people)
{
	for (uint32_t i = 0; i < people->n_declared; i++) {
		uint32_t first = MB_PERSON_NONE;

		for (uint32_t c = 0; c < people->councils.n; c++) {
			uint32_t id;

			if (!is_meant(people, people->declared[i].council, c))
				continue;
			id = declare_names(people, i, c);
			if (id == MB_PERSON_NONE)
				return;
			if (first == MB_PERSON_NONE)
				first = id;
			else
				mb_identity_unite(people, first, id);
		}
	}
	mb_people_apply_aliases(people);
}

/* The identity of a declared person in a council. */
static uint32_t identity_of(const struct mb_people *people, uint32_t number,
			    uint32_t council)
{
	for (uint32_t i = 0; i < people->n_identities; i++)
		if (people->identities[i].declared == number &&
		    people->identities[i].council == council)
			return i;
	return MB_PERSON_NONE;
}

/* --- aliases ----------------------------------------------------------- */

/* Marks the names that are written like @alias with its person. */
static void apply_alias(struct mb_people *people, struct mb_str alias,
			uint32_t number)
{
	struct mb_str key;

	if (mb_fold_in(&people->arena, alias, &key, NULL) != MB_OK) {
		people->has_failed = true;
		return;
	}
	for (size_t i = 0; i < people->n_uses; i++) {
		struct use *use = &people->uses[i];
		const struct people_meeting *m =
		    &people->meetings[use->u.meeting];
		uint32_t id;

		if (!mb_str_equal(people->names[use->u.name].key, key) ||
		    !is_meant(people, people->declared[number].council,
			      m->council))
			continue;
		id = identity_of(people, number, m->council);
		if (id == MB_PERSON_NONE ||
		    (people->names[use->u.name].parts.ranks & MB_RANK_MEMBER &&
		     !mb_people_sits(people, id, m->day)))
			continue;
		mb_use_decide(people, use, id, MB_EVIDENCE_FILE);
	}
}

void mb_people_apply_aliases(struct mb_people *people)
{
	for (uint32_t i = 0; i < people->n_declared; i++)
		for (size_t k = 1; k < people->declared[i].n_names; k++)
			apply_alias(people, people->declared[i].names[k], i);
}

/* --- decisions --------------------------------------------------------- */

/* The same given names and surname, as far as the decision has them. */
static bool is_named(const struct mb_people *people,
		     const struct decided *decided,
		     const struct mb_person_name *name, uint32_t council)
{
	if (!is_meant(people, decided->council, council) ||
	    !mb_str_equal(decided->name.surname_key, name->surname_key) ||
	    decided->name.n_given != name->n_given ||
	    (decided->name.sex != MB_SEX_UNKNOWN &&
	     decided->name.sex != name->sex))
		return false;
	for (size_t i = 0; i < name->n_given; i++)
		if (!mb_str_equal(decided->name.given[i].key,
				  name->given[i].key))
			return false;
	return true;
}

void mb_people_apply_decisions(struct mb_people *people)
{
	for (size_t i = 0; i < people->n_decisions; i++) {
		const struct decision *decision = &people->decisions[i];
		uint32_t first = MB_PERSON_NONE;

		if (!decision->is_same)
			continue;
		for (uint32_t k = 0; k < people->n_identities; k++) {
			const struct identity *id = &people->identities[k];

			if (!is_named(people, &decision->a, &id->name,
				      id->council) &&
			    !is_named(people, &decision->b, &id->name,
				      id->council))
				continue;
			if (first == MB_PERSON_NONE)
				first = k;
			else
				mb_identity_unite(people, first, k);
		}
	}
}

bool mb_people_are_apart(const struct mb_people *people,
			 const struct mb_person_name *a,
			 const struct mb_person_name *b, uint32_t council)
{
	for (size_t i = 0; i < people->n_decisions; i++) {
		const struct decision *d = &people->decisions[i];

		if (!d->is_same && ((is_named(people, &d->a, a, council) &&
				     is_named(people, &d->b, b, council)) ||
				    (is_named(people, &d->b, a, council) &&
				     is_named(people, &d->a, b, council))))
			return true;
	}
	return false;
}

bool mb_people_sits(const struct mb_people *people, uint32_t identity,
		    int32_t day)
{
	const struct identity *id = &people->identities[identity];
	const struct declared *d;

	if (id->declared == MB_PERSON_NONE || day == DAY_UNKNOWN)
		return true;
	d = &people->declared[id->declared];
	for (size_t i = 0; i < d->n_seats; i++)
		if (day >= d->seats[i].from && day <= d->seats[i].to)
			return true;
	return d->n_seats == 0;
}
