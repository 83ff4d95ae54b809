/*
 * A name that is not printed in full is decided by the nearest evidence that
 * there is: the meeting's attendance, what else is printed of the meeting,
 * the same body in these years, the council in these years.  Where one
 * identity fits, it is that; where several do, nothing farther away counts
 * and the use stays undecided between them.
 */
#include <stdlib.h>

#include "people_group.h"

/* How far away evidence may be, in days. */
#define BODY_DAYS (2 * YEAR_DAYS)
#define COUNCIL_DAYS (2 * YEAR_DAYS)
#define MEMBER_DAYS (4 * YEAR_DAYS)  /* of councillors */
#define INITIAL_DAYS (4 * YEAR_DAYS) /* where an initial is printed */

/* --- the meeting ------------------------------------------------------- */

/* Where the group's uses of the meeting begin. */
static size_t first_of_meeting(const struct group *group, uint32_t meeting)
{
	size_t low = 0, high = group->n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (group->uses[middle]->u.meeting < meeting)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether what @other says was decided before @use. */
static bool is_earlier(const struct use *other, const struct use *use)
{
	if (other->level != use->level)
		return other->level < use->level;
	return (other->u.how & MB_USE_LISTED) && !(use->u.how & MB_USE_LISTED);
}

/*
 * "Cllr Mrs Bell" and "Cllr D. Bell" are told apart by their titles: a name
 * that has one is not the other's.
 */
static bool has_same_mark(const struct group *group, const struct use *a,
			  const struct use *b)
{
	return mb_group_parts(group, a)->sex == mb_group_parts(group, b)->sex;
}

static void add_meant(const struct group *group, const struct use *use,
		      const struct use *other, bool is_soft,
		      struct candidates *out)
{
	if (other->identity != MB_PERSON_NONE) {
		if (mb_group_fits(group, use, other->identity, is_soft))
			mb_candidates_add(group->people, out, other->identity);
		return;
	}
	for (size_t i = 0; i < other->n_candidates; i++) {
		if (!mb_group_fits(group, use, other->candidates[i], is_soft))
			continue;
		mb_candidates_add(group->people, out, other->candidates[i]);
		out->is_uncertain = true;
	}
}

/* Which uses of the meeting count. */
struct wanted {
	unsigned how;
	bool is_soft;      /* whatever the titles say of the rank */
	bool is_so_titled; /* printed with a title of the same sex, or none */
};

/* Those of this surname whom the meeting names in the way that is wanted. */
static void find_in_meeting(const struct group *group, const struct use *use,
			    const struct wanted *wanted, struct candidates *out)
{
	*out = (struct candidates){ .n = 0 };
	for (size_t i = first_of_meeting(group, use->u.meeting);
	     i < group->n && group->uses[i]->u.meeting == use->u.meeting; i++) {
		const struct use *other = group->uses[i];

		if (other != use &&
		    (other->u.how & wanted->how) == wanted->how &&
		    is_earlier(other, use) &&
		    (!wanted->is_so_titled || has_same_mark(group, use, other)))
			add_meant(group, use, other, wanted->is_soft, out);
	}
}

/* Narrows several of the attendance down, if that leaves one. */
static void narrow(const struct group *group, const struct use *use,
		   const struct wanted *wanted, struct candidates *found)
{
	struct candidates fewer;

	if (found->n < 2)
		return;
	find_in_meeting(group, use, wanted, &fewer);
	if (fewer.n == 1)
		*found = fewer;
}

/* The attendance: those who sent apologies do not speak. */
static void find_listed(const struct group *group, const struct use *use,
			struct candidates *found)
{
	const struct wanted listed = { .how = MB_USE_LISTED };
	const struct wanted titled = { .how = MB_USE_LISTED,
				       .is_so_titled = true };
	const struct wanted present = { .how = MB_USE_LISTED | MB_USE_PRESENT };

	find_in_meeting(group, use, &listed, found);
	narrow(group, use, &titled, found);
	if (use->u.how & MB_USE_SPOKE)
		narrow(group, use, &present, found);
}

/* True when the meeting itself decides, or says that it cannot be decided. */
static bool decide_in_meeting(struct group *group, struct use *use)
{
	const struct wanted named = { .how = 0 };
	const struct wanted soft = { .how = MB_USE_LISTED, .is_soft = true };
	enum mb_evidence evidence = MB_EVIDENCE_LISTED;
	struct candidates found;

	find_listed(group, use, &found);
	if (found.n == 0) {
		evidence = MB_EVIDENCE_MEETING;
		find_in_meeting(group, use, &named, &found);
	}
	if (found.n == 1 && !found.is_uncertain) {
		mb_use_decide(group->people, use, found.items[0], evidence);
		return true;
	}
	if (found.n == 0)
		find_in_meeting(group, use, &soft, &found);
	if (found.n > 0)
		mb_use_leave(group->people, use, found.items, found.n);
	return found.n > 0;
}

/* --- the years --------------------------------------------------------- */

enum reach { REACH_BODY, REACH_COUNCIL, REACH_UNDATED };

static int32_t reach_of(const struct group *group, const struct use *use)
{
	const struct mb_person_name *parts = mb_group_parts(group, use);

	if (mb_use_ranks(group->people, use) & MB_RANK_MEMBER)
		return MEMBER_DAYS;
	return parts->n_given > 0 ? INITIAL_DAYS : COUNCIL_DAYS;
}

static bool is_within(const struct group *group, const struct use *use,
		      uint32_t identity, enum reach reach)
{
	const struct mb_people *people = group->people;
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	const struct identity *id = &people->identities[identity];
	switch (reach) {
	case REACH_BODY:
		return m->day != DAY_UNKNOWN && m->body != 0 &&
		       mb_seen_in_body(&id->seen, m->body, m->day, BODY_DAYS);
	case REACH_COUNCIL:
		return m->day != DAY_UNKNOWN &&
		       mb_seen_anywhere(&id->seen, m->day,
					reach_of(group, use));
	default:
		return m->day == DAY_UNKNOWN || id->declared != MB_PERSON_NONE;
	}
}

static void find_within(const struct group *group, const struct use *use,
			enum reach reach, struct candidates *out)
{
	*out = (struct candidates){ .n = 0 };
	for (size_t i = 0; i < group->n_identities; i++) {
		uint32_t id = group->identities[i];

		if (mb_group_fits(group, use, id, false) &&
		    is_within(group, use, id, reach))
			mb_candidates_add(group->people, out, id);
	}
}

/* The full council has everybody: who was seen in it tells nothing. */
static bool is_whole_council(const struct group *group, const struct use *use)
{
	const struct mb_people *people = group->people;
	uint32_t body = people->meetings[use->u.meeting].body;

	return mb_str_ends(people->bodies.items[body], MB_STR("council"));
}

/*
 * An attendance that prints a councillor's surname alone knows but one.  If
 * one of the candidates was seen before and after, and the others were not,
 * they have come later or left.
 */
static void narrow_to_seated(const struct group *group, const struct use *use,
			     struct candidates *found)
{
	const struct mb_people *people = group->people;
	int32_t day = people->meetings[use->u.meeting].day;
	uint32_t seated = MB_PERSON_NONE;
	size_t n = 0;

	if (!(use->u.how & MB_USE_LISTED) ||
	    !(mb_use_ranks(people, use) & MB_RANK_MEMBER))
		return;
	for (size_t i = 0; i < found->n; i++) {
		int32_t first, last;

		mb_seen_span(&people->identities[found->items[i]].seen, &first,
			     &last);
		if (first != DAY_UNKNOWN && first <= day && last >= day) {
			seated = found->items[i];
			n++;
		}
	}
	if (n == 1)
		*found = (struct candidates){ .items = { seated }, .n = 1 };
}

static bool decide_by_years(struct group *group, struct use *use)
{
	enum reach first =
	    is_whole_council(group, use) ? REACH_COUNCIL : REACH_BODY;
	struct candidates found = { .n = 0 };

	for (enum reach reach = first; reach <= REACH_UNDATED; reach++) {
		find_within(group, use, reach, &found);
		if (found.n > 1)
			narrow_to_seated(group, use, &found);
		if (found.n == 1)
			mb_use_decide(group->people, use, found.items[0],
				      reach == REACH_BODY
					  ? MB_EVIDENCE_BODY
					  : MB_EVIDENCE_COUNCIL);
		else if (found.n > 1)
			mb_use_leave(group->people, use, found.items, found.n);
		if (found.n > 0)
			return true;
	}
	return false;
}

void mb_group_decide(struct group *group, struct use *use)
{
	if (!decide_in_meeting(group, use))
		(void)decide_by_years(group, use);
}

/* --- nobody is known by that name -------------------------------------- */

/* A surname alone, without a title, may be any word. */
static bool may_be_own(const struct group *group, const struct use *use)
{
	const struct mb_person_name *parts = mb_group_parts(group, use);

	return parts->honorific.len > 0 ||
	       (use->u.how & MB_USE_LISTED && parts->n_given > 0);
}

struct leftover {
	struct use *use;
	int32_t day;
};

static int compare_leftovers(const void *a, const void *b)
{
	const struct leftover *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->use > y->use) - (x->use < y->use);
}

/*
 * Whether a name seen before may be the same person's: councillors keep their
 * seats for years, anybody else is only known in one body.
 */
static bool is_near(const struct group *group, const struct use *use,
		    uint32_t identity)
{
	const struct mb_people *people = group->people;
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	const struct sightings *seen = &people->identities[identity].seen;
	bool is_wide = reach_of(group, use) > COUNCIL_DAYS;

	if (m->day == DAY_UNKNOWN)
		return false;
	for (size_t i = seen->n; i-- > 0;) {
		const struct sighting *s = &seen->by_body[i];

		if (is_wide && m->day - s->day <= MEMBER_DAYS)
			return true;
		if (s->body == m->body && m->day - s->day <= BODY_DAYS &&
		    (m->body != 0 || s->day == m->day))
			return true;
		if (m->day - s->day > MEMBER_DAYS)
			break;
	}
	return false;
}

/* "Cllr Mrs Roe" and "Cllr Roe" of one list are a couple. */
static bool is_listed_beside(const struct group *group, const struct use *use,
			     uint32_t identity)
{
	for (size_t i = first_of_meeting(group, use->u.meeting);
	     i < group->n && group->uses[i]->u.meeting == use->u.meeting; i++) {
		const struct use *other = group->uses[i];

		if (other != use && other->identity == identity &&
		    !has_same_mark(group, use, other) &&
		    mb_people_share_list(group->people, use->u.meeting,
					 use->u.name, other->u.name))
			return true;
	}
	return false;
}

/* Whether an identity is called by a title of the sex that is printed. */
static bool is_so_titled(const struct group *group, const struct use *use,
			 uint32_t identity)
{
	return group->people->identities[identity].name.sex ==
	       mb_group_parts(group, use)->sex;
}

static void find_near(const struct group *group, const struct use *use,
		      size_t first_own, struct candidates *out)
{
	struct candidates titled = { .n = 0 };

	*out = (struct candidates){ .n = 0 };
	for (size_t i = first_own; i < group->n_identities; i++) {
		uint32_t id = group->identities[i];

		if (!mb_group_fits(group, use, id, false) ||
		    !is_near(group, use, id) ||
		    is_listed_beside(group, use, id))
			continue;
		mb_candidates_add(group->people, out, id);
		if (is_so_titled(group, use, id))
			mb_candidates_add(group->people, &titled, id);
	}
	if (titled.n == 1)
		*out = titled;
}

static void be_own(struct group *group, struct use *use, size_t first_own)
{
	struct mb_people *people = group->people;
	struct candidates found;
	uint32_t identity;

	find_near(group, use, first_own, &found);
	if (found.n > 1) {
		mb_use_leave(people, use, found.items, found.n);
		return;
	}
	identity =
	    found.n == 1 ? found.items[0] : mb_group_add(group, use->u.name);
	if (identity == MB_PERSON_NONE)
		return;
	people->identities[identity].is_weak = true;
	mb_use_decide(people, use, identity, MB_EVIDENCE_OWN);
	/* of the other names in this pass, only the near ones are the same */
	mb_group_sight(group, use);
}

void mb_group_make_own(struct group *group, enum level level, bool is_listed)
{
	struct mb_people *people = group->people;
	struct leftover *left =
	    MB_NEW(&people->arena, struct leftover, group->n + 1);
	size_t n = 0, first_own = group->n_identities;

	if (!left) {
		people->has_failed = true;
		return;
	}
	for (size_t i = 0; i < group->n; i++) {
		struct use *use = group->uses[i];

		if (use->level == level && use->identity == MB_PERSON_NONE &&
		    use->n_candidates == 0 &&
		    !(use->u.how & MB_USE_LISTED) == !is_listed &&
		    may_be_own(group, use))
			left[n++] = (struct leftover){
				use, people->meetings[use->u.meeting].day
			};
	}
	if (n > 1)
		qsort(left, n, sizeof(*left), compare_leftovers);
	for (size_t i = 0; i < n && !people->has_failed; i++)
		be_own(group, left[i].use, first_own);
	for (size_t i = first_own; i < group->n_identities; i++)
		mb_sightings_sort(
		    people, &people->identities[group->identities[i]].seen);
}
