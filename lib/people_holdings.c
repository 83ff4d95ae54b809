#include "people_holdings.h"

#include "minutebook/office.h"

/* "took the chair", "elected mayor": the office that is come to. */
static bool is_taken(struct mb_str *key)
{
	if (mb_str_equal(*key, MB_OFFICE_TOOK_THE_CHAIR))
		*key = MB_STR("chair");
	else if (mb_str_starts(*key, MB_OFFICE_ELECTED))
		*key = mb_str_drop(*key, MB_OFFICE_ELECTED.len);
	else
		return false;
	return true;
}

static void add_holding(struct holdings *h, const struct use *use,
			struct mb_str key)
{
	const struct people_meeting *m = &h->people->meetings[use->u.meeting];
	struct holding *moved;
	struct mb_str chair = MB_OFFICE_IN_THE_CHAIR;
	bool has_taken = is_taken(&key);
	bool is_in_chair = mb_str_ends(key, chair);

	if (key.len == 0)
		return;
	moved = mb_people_grow(h->people, h->items, h->n, &h->capacity,
			       sizeof(*moved));
	if (!moved)
		return;
	if (is_in_chair)
		key = mb_str_trim(mb_str_take(key, key.len - chair.len));
	h->items = moved;
	h->items[h->n++] = (struct holding){
		.council = m->council,
		.body = m->body,
		.meeting = use->u.meeting,
		.day = m->day,
		.office = key,
		.identity = use->identity,
		.is_in_chair = is_in_chair,
		.is_present = !(use->u.how & MB_USE_LISTED) ||
			      (use->u.how & MB_USE_PRESENT),
		.is_taken = has_taken,
	};
}

/* "Clerk and five members of the public" is about the clerk. */
static struct mb_str without_public(struct mb_str key)
{
	size_t at = MB_STR_NONE, from = 0, next;

	if (!mb_str_ends(key, MB_STR(" of the public")) &&
	    !mb_str_ends(key, MB_STR(" residents")))
		return key;
	while ((next = mb_str_find(mb_str_drop(key, from), MB_STR(" and "))) !=
	       MB_STR_NONE) {
		at = from + next;
		from = at + 1;
	}
	return at == MB_STR_NONE ? key : mb_str_take(key, at);
}

static void add_printed(struct holdings *h, const struct use *use,
			struct mb_str printed)
{
	struct mb_str key;

	if (mb_office_key(printed, &h->people->arena, &key, NULL) != MB_OK)
		h->people->has_failed = true;
	else
		add_holding(h, use, without_public(key));
}

/* "Director of Finance, Section 151 Officer": the whole and its parts. */
static void add_role(struct holdings *h, const struct use *use,
		     struct mb_str role)
{
	/* "the Clerk and two others" are somebody else */
	if (role.len == 0 || mb_str_starts(role, MB_STR("the ")))
		return;
	add_printed(h, use, role);
	if (mb_str_find_char(role, ',') == MB_STR_NONE)
		return;
	while (role.len > 0) {
		struct mb_cut cut = mb_str_cut(role, ',');

		add_printed(h, use, mb_str_trim(cut.head));
		role = cut.tail;
	}
}

void mb_holdings_collect(struct holdings *h)
{
	const struct mb_people *people = h->people;

	for (size_t i = 0; i < people->n_listed; i++) {
		const struct people_listed *l = &people->listed[i];
		const struct use *use =
		    mb_people_use_of(people, l->meeting, l->name);

		if (use && use->identity != MB_PERSON_NONE)
			add_role(h, use, l->role);
	}
	for (size_t i = 0; i < people->n_beside; i++) {
		const struct people_beside *b = &people->beside[i];
		const struct use *use =
		    mb_people_use_of(people, b->meeting, b->name);

		if (use && use->identity != MB_PERSON_NONE)
			add_printed(h, use, b->office);
	}
	for (size_t i = 0; i < people->n_uses; i++) {
		const struct use *use = &people->uses[i];
		const struct mb_person_name *parts =
		    &people->names[use->u.name].parts;

		if (use->identity != MB_PERSON_NONE &&
		    parts->kind == MB_NAME_PERSON)
			add_holding(h, use, parts->office_key);
	}
}
