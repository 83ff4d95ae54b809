#include "people.h"

#include <stdlib.h>
#include <string.h>

#include "council.h"
#include "minutebook/office.h"
#include "minutebook/text.h"

struct mb_people *mb_people_new(void)
{
	struct mb_people *people = malloc(sizeof(*people));

	if (!people)
		return NULL;
	*people = (struct mb_people){ .arena = MB_ARENA_INIT };
	return people;
}

void mb_people_free(struct mb_people *people)
{
	if (!people)
		return;
	mb_arena_release(&people->arena);
	free(people);
}

void *mb_people_grow(struct mb_people *people, void *items, size_t n,
		     size_t *capacity, size_t size)
{
	void *moved = people->has_failed ? NULL
					 : mb_arena_grow(&people->arena, items,
							 n, capacity, size);

	people->has_failed |= !moved;
	return moved;
}

static struct mb_str copy(struct mb_people *people, struct mb_str s)
{
	struct mb_str out = { NULL, 0 };

	if (s.len > 0 && mb_arena_copy(&people->arena, s, &out, NULL) != MB_OK)
		people->has_failed = true;
	return out;
}

static struct mb_str fold(struct mb_people *people, struct mb_str s)
{
	struct mb_str out = { NULL, 0 };

	if (mb_fold_in(&people->arena, s, &out, NULL) != MB_OK)
		people->has_failed = true;
	return out;
}

/* --- adding ------------------------------------------------------------ */

/* The number of @text among @texts, which are as many as there are bodies. */
static uint32_t number_of(struct mb_people *people, struct texts *texts,
			  struct mb_str text)
{
	struct mb_str *moved;

	for (size_t i = texts->n; i-- > 0;)
		if (mb_str_equal(texts->items[i], text))
			return (uint32_t)i;
	moved = mb_people_grow(people, texts->items, texts->n, &texts->capacity,
			       sizeof(*moved));
	if (!moved)
		return 0;
	texts->items = moved;
	texts->items[texts->n] = copy(people, text);
	return (uint32_t)texts->n++;
}

static uint32_t council_number(struct mb_people *people, struct mb_str council)
{
	struct mb_buf core = MB_BUF_INIT;
	size_t n = people->councils.n;
	uint32_t number;

	mb_council_core(&core, council);
	if (core.len == 0)
		mb_fold(&core, council);
	people->has_failed |= core.has_failed;
	number = number_of(people, &people->councils, mb_buf_str(&core));
	mb_buf_release(&core);
	if (people->councils.n > n) {
		struct texts *names = &people->council_names;
		struct mb_str *moved =
		    mb_people_grow(people, names->items, names->n,
				   &names->capacity, sizeof(*moved));

		if (moved) {
			names->items = moved;
			names->items[names->n++] = copy(people, council);
		}
	}
	return number;
}

uint32_t mb_people_add_meeting(struct mb_people *people, struct mb_str council,
			       struct mb_str body, struct mb_date date)
{
	struct people_meeting *moved =
	    mb_people_grow(people, people->meetings, people->n_meetings,
			   &people->meetings_capacity, sizeof(*moved));
	struct mb_buf key = MB_BUF_INIT;

	if (!moved)
		return 0;
	people->meetings = moved;
	if (people->bodies.n == 0)
		(void)number_of(people, &people->bodies,
				(struct mb_str){ NULL, 0 });
	mb_fold(&key, body);
	people->has_failed |= key.has_failed;
	people->meetings[people->n_meetings] = (struct people_meeting){
		.council = council_number(people, council),
		.body = number_of(people, &people->bodies, mb_buf_str(&key)),
		.day = mb_date_is_known(date) ? mb_date_to_days(date)
					      : DAY_UNKNOWN,
	};
	mb_buf_release(&key);
	return (uint32_t)people->n_meetings++;
}

uint32_t mb_people_add_name(struct mb_people *people, struct mb_str as_written)
{
	struct people_name *moved =
	    mb_people_grow(people, people->names, people->n_names,
			   &people->names_capacity, sizeof(*moved));
	struct people_name *name;

	if (!moved)
		return 0;
	people->names = moved;
	name = &people->names[people->n_names];
	*name = (struct people_name){ .as_written = copy(people, as_written),
				      .key = fold(people, as_written) };
	if (!people->has_failed &&
	    mb_person_name_parse(name->as_written, &people->arena, &name->parts,
				 NULL) != MB_OK)
		people->has_failed = true;
	return (uint32_t)people->n_names++;
}

void mb_people_add_use(struct mb_people *people, uint32_t meeting,
		       uint32_t name, unsigned how)
{
	struct use *moved =
	    mb_people_grow(people, people->uses, people->n_uses,
			   &people->uses_capacity, sizeof(*moved));

	if (!moved)
		return;
	people->uses = moved;
	people->uses[people->n_uses++] =
	    (struct use){ .u = { .meeting = meeting,
				 .name = name,
				 .how = how,
				 .person = MB_PERSON_NONE },
			  .identity = MB_PERSON_NONE };
}

/* What the role of an attendance's row says of the rank. */
static void read_role(struct mb_people *people, struct people_listed *listed)
{
	struct mb_str key = { NULL, 0 };

	if (mb_office_key(listed->role, &people->arena, &key, NULL) != MB_OK)
		people->has_failed = true;
	if (!mb_office_is_one(key) && !mb_str_ends(key, MB_OFFICE_IN_THE_CHAIR))
		return;
	listed->is_member = mb_office_is_members(key);
	listed->is_officer = !listed->is_member;
}

void mb_people_add_listed(struct mb_people *people, uint32_t meeting,
			  uint32_t name, const struct mb_listed *listed)
{
	bool is_present = listed->presence == MB_PRESENT ||
			  listed->presence == MB_IN_ATTENDANCE;
	struct people_listed *moved =
	    mb_people_grow(people, people->listed, people->n_listed,
			   &people->listed_capacity, sizeof(*moved));

	if (!moved)
		return;
	people->listed = moved;
	people->listed[people->n_listed] = (struct people_listed){
		.meeting = meeting,
		.name = name,
		.role = copy(people, listed->role),
		.initials = fold(people, listed->initials),
		.presence = listed->presence,
		.list = listed->list,
	};
	read_role(people, &people->listed[people->n_listed++]);
	mb_people_add_use(people, meeting, name,
			  MB_USE_LISTED | (is_present ? MB_USE_PRESENT : 0U));
}

void mb_people_add_office(struct mb_people *people, uint32_t meeting,
			  uint32_t name, struct mb_str office)
{
	struct people_beside *moved =
	    mb_people_grow(people, people->beside, people->n_beside,
			   &people->beside_capacity, sizeof(*moved));

	if (!moved)
		return;
	people->beside = moved;
	people->beside[people->n_beside++] =
	    (struct people_beside){ meeting, name, copy(people, office) };
}

/* --- in order ---------------------------------------------------------- */

static int compare_uses(const void *a, const void *b)
{
	const struct mb_use *x = &((const struct use *)a)->u;
	const struct mb_use *y = &((const struct use *)b)->u;

	if (x->meeting != y->meeting)
		return x->meeting < y->meeting ? -1 : 1;
	return (x->name > y->name) - (x->name < y->name);
}

static int compare_listed(const void *a, const void *b)
{
	const struct people_listed *x = a, *y = b;
	int order;

	if (x->meeting != y->meeting)
		return x->meeting < y->meeting ? -1 : 1;
	if (x->name != y->name)
		return x->name < y->name ? -1 : 1;
	order = mb_str_compare(x->role, y->role);
	return order ? order : mb_str_compare(x->initials, y->initials);
}

static enum level level_of(const struct mb_person_name *name)
{
	if (name->kind != MB_NAME_PERSON)
		return LEVEL_OTHER;
	if (name->n_given == 0)
		return LEVEL_SURNAME;
	return mb_name_is_full(name) ? LEVEL_FULL : LEVEL_INITIAL;
}

/* Each use once, by meeting and name; meetings know theirs. */
static void sort_uses(struct mb_people *people)
{
	size_t n = 0;

	if (people->n_uses > 1)
		qsort(people->uses, people->n_uses, sizeof(*people->uses),
		      compare_uses);
	for (size_t i = 0; i < people->n_uses; i++) {
		struct use *use = &people->uses[i];

		if (n > 0 && compare_uses(&people->uses[n - 1], use) == 0) {
			people->uses[n - 1].u.how |= use->u.how;
			continue;
		}
		use->level = level_of(&people->names[use->u.name].parts);
		people->uses[n++] = *use;
	}
	people->n_uses = n;
	for (size_t i = n; i-- > 0;) {
		struct people_meeting *m =
		    &people->meetings[people->uses[i].u.meeting];

		m->first_use = i;
		m->n_uses++;
	}
}

static void sort_listed(struct mb_people *people)
{
	if (people->n_listed > 1)
		qsort(people->listed, people->n_listed, sizeof(*people->listed),
		      compare_listed);
	for (size_t i = people->n_listed; i-- > 0;) {
		struct people_meeting *m =
		    &people->meetings[people->listed[i].meeting];

		m->first_listed = i;
		m->n_listed++;
		m->prints_members |=
		    (people->names[people->listed[i].name].parts.ranks &
		     MB_RANK_MEMBER) != 0;
	}
}

struct use *mb_people_use_of(const struct mb_people *people, uint32_t meeting,
			     uint32_t name)
{
	const struct use key = { .u = { .meeting = meeting, .name = name } };

	if (people->n_uses == 0)
		return NULL;
	return bsearch(&key, people->uses, people->n_uses,
		       sizeof(*people->uses), compare_uses);
}

unsigned mb_use_ranks(const struct mb_people *people, const struct use *use)
{
	const struct people_meeting *m = &people->meetings[use->u.meeting];
	unsigned ranks = people->names[use->u.name].parts.ranks;
	bool may_sit = !m->prints_members;

	if (!(use->u.how & MB_USE_LISTED) || (ranks & MB_RANK_MEMBER))
		return ranks;
	for (size_t i = 0; i < m->n_listed; i++) {
		const struct people_listed *l =
		    &people->listed[m->first_listed + i];

		if (l->name != use->u.name)
			continue;
		if (l->is_member)
			return ranks | MB_RANK_MEMBER;
		if (l->is_officer || l->presence == MB_IN_ATTENDANCE)
			may_sit = false;
	}
	return may_sit ? ranks | MB_RANK_MEMBER : ranks;
}

bool mb_people_share_list(const struct mb_people *people, uint32_t meeting,
			  uint32_t a, uint32_t b)
{
	const struct people_meeting *m = &people->meetings[meeting];
	const struct people_listed *listed = people->listed + m->first_listed;

	for (size_t i = 0; i < m->n_listed; i++)
		for (size_t k = 0; listed[i].name == a && k < m->n_listed; k++)
			if (listed[k].name == b && listed[i].list != 0 &&
			    listed[k].list == listed[i].list)
				return true;
	return false;
}

/* --- identities -------------------------------------------------------- */

uint32_t mb_identity_add(struct mb_people *people, uint32_t council,
			 uint32_t name, const struct mb_person_name *parts)
{
	struct identity *moved =
	    mb_people_grow(people, people->identities, people->n_identities,
			   &people->identities_capacity, sizeof(*moved));
	uint32_t number = (uint32_t)people->n_identities;

	if (!moved)
		return MB_PERSON_NONE;
	people->identities = moved;
	people->identities[people->n_identities++] = (struct identity){
		.council = council,
		.parent = number,
		.name = *parts,
		.ranks = parts->ranks,
		.sex = parts->sex,
		.declared = MB_PERSON_NONE,
		.person = MB_PERSON_NONE,
		.first_name = name,
	};
	return number;
}

uint32_t mb_identity_root(const struct mb_people *people, uint32_t identity)
{
	while (people->identities[identity].parent != identity)
		identity = people->identities[identity].parent;
	return identity;
}

void mb_identity_unite(struct mb_people *people, uint32_t a, uint32_t b)
{
	a = mb_identity_root(people, a);
	b = mb_identity_root(people, b);
	if (a < b)
		people->identities[b].parent = a;
	else
		people->identities[a].parent = b;
}

void mb_use_decide(struct mb_people *people, struct use *use, uint32_t identity,
		   enum mb_evidence evidence)
{
	(void)people;
	use->identity = identity;
	use->u.evidence = evidence;
	use->n_candidates = 0;
}

void mb_use_leave(struct mb_people *people, struct use *use,
		  const uint32_t *candidates, size_t n)
{
	uint32_t *kept = MB_NEW(&people->arena, uint32_t, n + 1);

	use->identity = MB_PERSON_NONE;
	use->u.evidence = MB_EVIDENCE_NONE;
	if (!kept) {
		people->has_failed = true;
		return;
	}
	memcpy(kept, candidates, n * sizeof(*kept));
	use->candidates = kept;
	use->n_candidates = n;
}

/* --- the whole --------------------------------------------------------- */

int mb_people_resolve(struct mb_people *people, struct mb_err *err)
{
	static void (*const stages[])(struct mb_people *) = {
		sort_uses,
		sort_listed,
		mb_people_declare,
		mb_people_group,
		mb_people_spellings,
		mb_people_surnames,
		mb_people_apply_decisions,
		mb_people_initials,
		mb_people_offices,
		mb_people_finish,
	};

	for (size_t i = 0; i < sizeof(stages) / sizeof(*stages); i++) {
		if (people->has_failed)
			return mb_fail_nomem(err);
		stages[i](people);
	}
	return people->has_failed ? mb_fail_nomem(err) : MB_OK;
}

const struct mb_use *mb_people_uses(const struct mb_people *people, size_t *n)
{
	*n = people->n_uses;
	return people->results;
}

const struct mb_person *mb_people_persons(const struct mb_people *people,
					  size_t *n)
{
	*n = people->n_persons;
	return people->persons;
}

const struct mb_use *mb_people_find_use(const struct mb_people *people,
					uint32_t meeting, uint32_t name)
{
	const struct use *use = mb_people_use_of(people, meeting, name);

	return use ? &people->results[use - people->uses] : NULL;
}

const char *mb_evidence_name(enum mb_evidence evidence)
{
	static const char *const names[] = {
		[MB_EVIDENCE_NONE] = "undecided",
		[MB_EVIDENCE_FULL] = "named in full",
		[MB_EVIDENCE_LISTED] = "attendance of the meeting",
		[MB_EVIDENCE_MEETING] = "named more fully in the meeting",
		[MB_EVIDENCE_BODY] = "the body in these years",
		[MB_EVIDENCE_COUNCIL] = "the council in these years",
		[MB_EVIDENCE_OWN] = "nobody else is called so",
		[MB_EVIDENCE_SPELLING] = "a misspelling in the meeting",
		[MB_EVIDENCE_INITIALS] = "initials in the attendance",
		[MB_EVIDENCE_OFFICE] = "the office in the meeting",
		[MB_EVIDENCE_OFFICE_THEN] = "the office in these years",
		[MB_EVIDENCE_FILE] = "the people file",
	};

	return names[evidence];
}
