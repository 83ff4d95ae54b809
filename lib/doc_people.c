#include "minutebook/doc_people.h"

#include <stdlib.h>

#include "minutebook/people.h"

struct names {
	struct mb_str *items; /* sorted, each once */
	size_t n, capacity;
};

struct resolver {
	struct mb_people *people;
	struct mb_arena *arena;
	struct names names;
	bool has_failed;
};

/* --- names ------------------------------------------------------------- */

static void note(struct resolver *r, struct mb_str name)
{
	struct mb_str *moved;

	if (name.len == 0 || r->has_failed)
		return;
	moved = mb_arena_grow(r->arena, r->names.items, r->names.n,
			      &r->names.capacity, sizeof(*moved));
	if (!moved) {
		r->has_failed = true;
		return;
	}
	r->names.items = moved;
	r->names.items[r->names.n++] = name;
}

static int compare(const void *a, const void *b)
{
	const struct mb_str *x = a, *y = b;

	return mb_str_compare(*x, *y);
}

static uint32_t number_of(const struct resolver *r, struct mb_str name)
{
	const struct mb_str *found =
	    name.len > 0 ? bsearch(&name, r->names.items, r->names.n,
				   sizeof(name), compare)
			 : NULL;

	return found ? (uint32_t)(found - r->names.items) : MB_PERSON_NONE;
}

/* The names by number; in the order of their texts, as people.h asks. */
static void add_names(struct resolver *r)
{
	size_t n = 0;

	if (r->names.n > 1)
		qsort(r->names.items, r->names.n, sizeof(*r->names.items),
		      compare);
	for (size_t i = 0; i < r->names.n; i++)
		if (n == 0 ||
		    !mb_str_equal(r->names.items[n - 1], r->names.items[i]))
			r->names.items[n++] = r->names.items[i];
	r->names.n = n;
	for (size_t i = 0; i < n; i++)
		(void)mb_people_add_name(r->people, r->names.items[i]);
}

/* --- the document ------------------------------------------------------ */

static void each_paragraph(struct resolver *r, struct mb_doc *doc,
			   void (*take)(struct resolver *r,
					struct mb_paragraph *p))
{
	for (size_t i = 0; i < doc->n_items; i++)
		for (size_t k = 0; k < doc->items[i].n_paragraphs; k++)
			take(r, &doc->items[i].paragraphs[k]);
}

static void each_lead(struct resolver *r, const struct mb_doc *doc,
		      void (*take)(struct resolver *r, struct mb_str name))
{
	for (size_t i = 0; i < doc->n_items; i++)
		for (size_t k = 0; k < doc->items[i].n_leads; k++)
			take(r, doc->items[i].leads[k]);
}

static void note_paragraph(struct resolver *r, struct mb_paragraph *p)
{
	note(r, p->speaker.as_written);
	note(r, p->mover);
	note(r, p->seconder);
	for (size_t i = 0; i < p->n_mentions; i++)
		note(r, p->mentions[i].as_written);
}

static void use(struct resolver *r, struct mb_str name, unsigned how)
{
	uint32_t number = number_of(r, name);

	if (number != MB_PERSON_NONE)
		mb_people_add_use(r->people, 0, number, how);
}

static void use_lead(struct resolver *r, struct mb_str name)
{
	use(r, name, MB_USE_NAMED);
}

static void use_paragraph(struct resolver *r, struct mb_paragraph *p)
{
	use(r, p->speaker.as_written, MB_USE_SPOKE);
	use(r, p->mover, MB_USE_SPOKE);
	use(r, p->seconder, MB_USE_SPOKE);
	for (size_t i = 0; i < p->n_mentions; i++)
		use(r, p->mentions[i].as_written, MB_USE_NAMED);
}

static void use_attendance(struct resolver *r, const struct mb_doc *doc)
{
	for (size_t i = 0; i < doc->n_attendance; i++) {
		const struct mb_attendee *a = &doc->attendance[i];
		const struct mb_listed listed = { a->role, a->initials,
						  a->presence, 1 };
		uint32_t number = number_of(r, a->name);

		if (number != MB_PERSON_NONE)
			mb_people_add_listed(r->people, 0, number, &listed);
	}
}

/* A surname that is never more tells nothing that is not printed. */
static struct mb_str person_of(struct resolver *r, struct mb_str name)
{
	struct mb_str out = { NULL, 0 };
	uint32_t number = number_of(r, name);
	const struct mb_use *found =
	    number == MB_PERSON_NONE ? NULL
				     : mb_people_find_use(r->people, 0, number);
	size_t n;

	if (!found || found->person == MB_PERSON_NONE ||
	    found->evidence == MB_EVIDENCE_OWN)
		return out;
	if (mb_arena_copy(r->arena,
			  mb_people_persons(r->people, &n)[found->person].name,
			  &out, NULL) != MB_OK)
		r->has_failed = true;
	return out;
}

static void fill_paragraph(struct resolver *r, struct mb_paragraph *p)
{
	p->speaker.person = person_of(r, p->speaker.as_written);
	for (size_t i = 0; i < p->n_mentions; i++)
		p->mentions[i].person = person_of(r, p->mentions[i].as_written);
}

int mb_doc_resolve(struct mb_doc *doc, struct mb_arena *arena,
		   struct mb_err *err)
{
	struct resolver r = { .people = mb_people_new(), .arena = arena };
	int rc = r.people ? MB_OK : mb_fail_nomem(err);

	if (rc != MB_OK)
		return rc;
	for (size_t i = 0; i < doc->n_attendance; i++)
		note(&r, doc->attendance[i].name);
	each_lead(&r, doc, note);
	each_paragraph(&r, doc, note_paragraph);
	add_names(&r);
	(void)mb_people_add_meeting(r.people, doc->meeting.council,
				    doc->meeting.body, doc->meeting.date);
	use_attendance(&r, doc);
	each_lead(&r, doc, use_lead);
	each_paragraph(&r, doc, use_paragraph);
	rc = r.has_failed ? mb_fail_nomem(err)
			  : mb_people_resolve(r.people, err);
	if (rc == MB_OK)
		each_paragraph(&r, doc, fill_paragraph);
	mb_people_free(r.people);
	return rc == MB_OK && r.has_failed ? mb_fail_nomem(err) : rc;
}
