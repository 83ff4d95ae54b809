/*
 * Who "the Chair" is: whoever the meeting's attendance or text says, or else
 * who held the office before and after, in the body or, for an office of the
 * whole council, anywhere in it.
 */
#include <stdlib.h>

#include "minutebook/office.h"
#include "people_group.h"
#include "people_holdings.h"

/*
 * How far away the evidence before and after may be.  Officers keep a post
 * for longer than members do.
 */
#define MEMBER_DAYS (2 * YEAR_DAYS)
#define OFFICER_DAYS (4 * YEAR_DAYS)

/* Offices that the people file gives, as if seen on every day of them. */
static void add_declared_holders(const struct mb_people *people,
				 const struct use *use, struct candidates *out)
{
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	struct mb_str key = people->names[use->u.name].parts.office_key;

	for (uint32_t i = 0; i < people->n_identities; i++) {
		const struct identity *id = &people->identities[i];
		const struct declared *d;

		if (id->declared == MB_PERSON_NONE || id->council != m->council)
			continue;
		d = &people->declared[id->declared];
		for (size_t k = 0; k < d->n_offices; k++)
			if (mb_office_is_held(d->offices[k].key, key) &&
			    m->day >= d->offices[k].from &&
			    m->day <= d->offices[k].to)
				mb_candidates_add(people, out, i);
	}
}

/* --- by meeting -------------------------------------------------------- */

static int compare_by_meeting(const void *a, const void *b)
{
	const struct holding *x = a, *y = b;
	int order;

	if (x->meeting != y->meeting)
		return x->meeting < y->meeting ? -1 : 1;
	order = mb_str_compare(x->office, y->office);
	return order
		   ? order
		   : (x->identity > y->identity) - (x->identity < y->identity);
}

/* Where the holdings of a meeting begin. */
static size_t of_meeting(const struct holdings *h, uint32_t meeting)
{
	size_t low = 0, high = h->n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (h->items[middle].meeting < meeting)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Which holders of the meeting count. */
enum holders { IN_CHAIR, HOLDING, IN_SHORT, TAKING };

static bool is_wanted(const struct holding *at, enum holders which,
		      struct mb_str key)
{
	if (at->is_taken != (which == TAKING))
		return false;
	switch (which) {
	case IN_CHAIR:
		return at->is_in_chair;
	case IN_SHORT:
		return mb_office_is_short(key, at->office);
	default:
		return mb_office_is_held(at->office, key);
	}
}

static void find_in_meeting(const struct holdings *h, const struct use *use,
			    enum holders which, struct candidates *out)
{
	struct mb_str key = h->people->names[use->u.name].parts.office_key;

	*out = (struct candidates){ .n = 0 };
	for (size_t i = of_meeting(h, use->u.meeting);
	     i < h->n && h->items[i].meeting == use->u.meeting; i++) {
		const struct holding *at = &h->items[i];

		if (is_wanted(at, which, key)) {
			mb_candidates_add(h->people, out, at->identity);
			out->is_uncertain |= !at->is_present;
		}
	}
}

/*
 * Who takes the chair when the Chair is away is the Chair; when the Chair was
 * there before, either may be meant.
 */
static void add_taking(const struct holdings *h, const struct use *use,
		       struct candidates *found)
{
	struct candidates taking;

	find_in_meeting(h, use, TAKING, &taking);
	if (taking.n == 0)
		return;
	if (found->is_uncertain)
		found->n = 0;
	found->is_uncertain = false;
	for (size_t i = 0; i < taking.n; i++)
		mb_candidates_add(h->people, found, taking.items[i]);
}

/* True when the meeting decides, or says that it cannot be decided. */
static bool decide_in_meeting(const struct holdings *h, struct use *use)
{
	struct mb_str key = h->people->names[use->u.name].parts.office_key;
	struct candidates found = { .n = 0 };

	if (mb_str_equal(key, MB_STR("chair")))
		find_in_meeting(h, use, IN_CHAIR, &found);
	if (found.n == 0)
		find_in_meeting(h, use, HOLDING, &found);
	if (found.n == 0)
		find_in_meeting(h, use, IN_SHORT, &found);
	add_taking(h, use, &found);
	if (found.n == 1 && !found.is_uncertain)
		mb_use_decide(h->people, use, found.items[0],
			      MB_EVIDENCE_OFFICE);
	else if (found.n > 0)
		mb_use_leave(h->people, use, found.items, found.n);
	return found.n > 0;
}

/* --- by time ----------------------------------------------------------- */

static int compare_by_day(const void *a, const void *b)
{
	const struct holding *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return compare_by_meeting(a, b);
}

static int compare_by_body(const void *a, const void *b)
{
	const struct holding *x = a, *y = b;

	if (x->body != y->body)
		return x->body < y->body ? -1 : 1;
	return compare_by_day(a, b);
}

/* Who held one office of one council, in both orders. */
struct office {
	struct mb_str key;
	int32_t days; /* that evidence may be away */
	struct holding *by_body, *by_day;
	size_t n;
};

/* The nearest day before and after with a holder, and who they were. */
struct nearest {
	int32_t before, after;
	struct candidates at_before, at_after;
};

/* False when @holding is farther away than what was found. */
static bool note_nearest(const struct mb_people *people,
			 const struct holding *holding, int32_t gap,
			 int32_t *nearest, struct candidates *at)
{
	if (holding->day == DAY_UNKNOWN || gap > *nearest)
		return false;
	*nearest = gap;
	mb_candidates_add(people, at, holding->identity);
	return true;
}

static bool is_behind(const struct holding *h, const struct people_meeting *m,
		      bool in_body)
{
	if (in_body && h->body != m->body)
		return h->body > m->body;
	return h->day > m->day;
}

/* Nothing is near a meeting whose day is unknown. */
static int32_t days_between(int32_t from, int32_t to)
{
	int64_t n = (int64_t)to - from;

	return from == DAY_UNKNOWN || n > INT32_MAX ? INT32_MAX : (int32_t)n;
}

static void find_nearest(const struct mb_people *people,
			 const struct office *office,
			 const struct people_meeting *m, bool in_body,
			 struct nearest *out)
{
	const struct holding *items =
	    in_body ? office->by_body : office->by_day;
	size_t low = 0, high = office->n;

	*out = (struct nearest){
		office->days, office->days, { .n = 0 }, { .n = 0 }
	};
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (!is_behind(&items[middle], m, in_body))
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i-- > 0;)
		if ((in_body && items[i].body != m->body) ||
		    !note_nearest(people, &items[i],
				  days_between(items[i].day, m->day),
				  &out->before, &out->at_before))
			break;
	for (size_t i = low; i < office->n; i++)
		if ((in_body && items[i].body != m->body) ||
		    !note_nearest(people, &items[i],
				  days_between(m->day, items[i].day),
				  &out->after, &out->at_after))
			break;
}

/* The same municipal year, which begins in May. */
static int municipal_year(int32_t day)
{
	struct mb_date date = mb_date_from_days(day);

	return date.month >= 5 ? date.year : date.year - 1;
}

/* Nobody else is known on the other side, and there was no election. */
static bool is_same_year(const struct nearest *near, int32_t day)
{
	if (near->at_after.n == 0 && near->at_before.n > 0)
		return municipal_year(day - near->before) ==
		       municipal_year(day);
	if (near->at_before.n == 0 && near->at_after.n > 0)
		return municipal_year(day + near->after) == municipal_year(day);
	return false;
}

/* Before and after it was the same one; else they are the candidates. */
static bool decide_between(struct mb_people *people, struct use *use,
			   struct nearest *near)
{
	struct candidates both = near->at_before;

	for (size_t i = 0; i < near->at_after.n; i++)
		mb_candidates_add(people, &both, near->at_after.items[i]);
	if (both.n == 0)
		return false;
	if (both.n == 1 &&
	    ((near->at_before.n == 1 && near->at_after.n == 1) ||
	     is_same_year(near, people->meetings[use->u.meeting].day)))
		mb_use_decide(people, use, both.items[0],
			      MB_EVIDENCE_OFFICE_THEN);
	else
		mb_use_leave(people, use, both.items, both.n);
	return true;
}

static void decide_by_time(struct mb_people *people,
			   const struct office *office, struct use *use)
{
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	struct candidates declared = { .n = 0 };
	struct nearest near;

	add_declared_holders(people, use, &declared);
	if (declared.n == 1) {
		mb_use_decide(people, use, declared.items[0], MB_EVIDENCE_FILE);
		return;
	}
	if (m->day == DAY_UNKNOWN)
		return;
	if (m->body != 0) {
		find_nearest(people, office, m, true, &near);
		if (decide_between(people, use, &near) &&
		    use->identity != MB_PERSON_NONE)
			return;
	}
	if (mb_office_is_of_body(office->key))
		return;
	find_nearest(people, office, m, false, &near);
	(void)decide_between(people, use, &near);
}

/* --- the whole --------------------------------------------------------- */

struct asked {
	struct use *use;
	uint32_t council;
	struct mb_str key;
};

static int compare_asked(const void *a, const void *b)
{
	const struct asked *x = a, *y = b;
	int order;

	if (x->council != y->council)
		return x->council < y->council ? -1 : 1;
	order = mb_str_compare(x->key, y->key);
	return order ? order : (x->use > y->use) - (x->use < y->use);
}

static int compare_by_office(const void *a, const void *b)
{
	const struct holding *x = a, *y = b;
	int order;

	if (x->council != y->council)
		return x->council < y->council ? -1 : 1;
	order = mb_str_compare(x->office, y->office);
	return order ? order : compare_by_meeting(a, b);
}

/* The holdings, by council and office, that count for one office. */
static void select_office(const struct holding *items, size_t n,
			  uint32_t council, struct office *out)
{
	bool is_held = false;

	out->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (items[i].council != council || items[i].is_taken)
			continue;
		if (i == 0 || items[i - 1].council != council ||
		    !mb_str_equal(items[i].office, items[i - 1].office))
			is_held = mb_office_is_held(items[i].office, out->key);
		if (is_held) {
			out->by_body[out->n] = items[i];
			out->by_day[out->n++] = items[i];
		}
	}
	if (out->n < 2)
		return;
	qsort(out->by_body, out->n, sizeof(*out->by_body), compare_by_body);
	qsort(out->by_day, out->n, sizeof(*out->by_day), compare_by_day);
}

static void take_offices(struct holdings *h, const struct asked *asked,
			 size_t n)
{
	struct mb_people *people = h->people;
	struct office office = {
		.by_body = MB_NEW(&people->arena, struct holding, h->n + 1),
		.by_day = MB_NEW(&people->arena, struct holding, h->n + 1),
	};

	if (!office.by_body || !office.by_day) {
		people->has_failed = true;
		return;
	}
	if (h->n > 1)
		qsort(h->items, h->n, sizeof(*h->items), compare_by_office);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || asked[i].council != asked[i - 1].council ||
		    !mb_str_equal(asked[i].key, asked[i - 1].key)) {
			office.key = asked[i].key;
			office.days = mb_office_is_members(office.key)
					  ? MEMBER_DAYS
					  : OFFICER_DAYS;
			select_office(h->items, h->n, asked[i].council,
				      &office);
		}
		decide_by_time(people, &office, asked[i].use);
	}
}

void mb_people_offices(struct mb_people *people)
{
	struct holdings h = { .people = people };
	struct asked *asked =
	    MB_NEW(&people->arena, struct asked, people->n_uses + 1);
	size_t n = 0;

	mb_holdings_collect(&h);
	if (!asked || people->has_failed) {
		people->has_failed = true;
		return;
	}
	if (h.n > 1)
		qsort(h.items, h.n, sizeof(*h.items), compare_by_meeting);
	for (size_t i = 0; i < people->n_uses; i++) {
		struct use *use = &people->uses[i];

		if (people->names[use->u.name].parts.kind == MB_NAME_OFFICE &&
		    use->identity == MB_PERSON_NONE &&
		    !decide_in_meeting(&h, use))
			asked[n++] = (struct asked){
				use, people->meetings[use->u.meeting].council,
				people->names[use->u.name].parts.office_key
			};
	}
	if (n > 1)
		qsort(asked, n, sizeof(*asked), compare_asked);
	take_offices(&h, asked, n);
}
