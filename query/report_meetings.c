#include <stdlib.h>

#include "minutebook/store_facts.h"
#include "report_parts.h"
#include "set.h"

#define MAX_PEOPLE 60

/* A meeting of which something was found. */
struct one {
	int source;
	int64_t meeting, paragraph;
};

struct meetings {
	struct one *items;
	size_t n;
};

static int compare_meetings(const void *a, const void *b)
{
	const struct one *x = a, *y = b;

	return (x->paragraph > y->paragraph) - (x->paragraph < y->paragraph);
}

static int find_meetings(struct report *r, struct meetings *out,
			 struct mb_err *err)
{
	struct set seen = { .arena = r->arena };
	struct meetings list = { MB_NEW(r->arena, struct one, r->n_hits + 1),
				 0 };
	int rc = MB_OK;

	if (!list.items)
		return mb_fail_nomem(err);

	for (size_t i = 0; i < r->n_hits && rc == MB_OK; i++) {
		const struct report_hit *hit = &r->hits[i];
		const int64_t key[2] = { hit->meeting, hit->hit.source };
		size_t number;
		bool is_new;

		rc = set_add(&seen,
			     (struct mb_str){ (const char *)key, sizeof(key) },
			     &number, &is_new, err);
		if (rc == MB_OK && is_new)
			list.items[list.n++] =
			    (struct one){ hit->hit.source, hit->meeting,
					  hit->hit.paragraph };
	}
	if (rc == MB_OK && list.n > 1)
		qsort(list.items, list.n, sizeof(*list.items),
		      compare_meetings);
	*out = list;
	return rc;
}

static int print(struct report *r, const struct table *table,
		 struct mb_err *err)
{
	int rc = table_finish(table, err);

	if (rc == MB_OK)
		render_table(&r->printer->render, r->printer->ops, table);
	return rc;
}

/* --- which ------------------------------------------------------------- */

static const struct column meeting_columns[] = {
	{ .name = "date" },
	{ .name = "committee" },
	{ .name = "council", .use = COLUMN_FOR_MACHINES },
	{ .name = "items", .is_number = true },
	{ .name = "paragraphs", .is_number = true },
	{ .name = "words", .is_number = true },
	{ .name = "status" },
};

static int print_meetings(struct report *r, const struct meetings *list,
			  struct mb_err *err)
{
	struct table table;
	int rc = report_section(r, "meetings", "Meetings", err,
				"%zu meeting%s, the oldest first.", list->n,
				list->n == 1 ? "" : "s");

	table_begin(&table, r->arena, meeting_columns, 7);
	for (size_t i = 0; i < list->n && rc == MB_OK; i++) {
		struct mb_meeting_facts m;

		rc = mb_reader_meeting(
		    r->q->sources->readers[list->items[i].source],
		    list->items[i].meeting, r->arena, &m, err);
		if (rc != MB_OK)
			return rc;
		table_add_date(&table, m.date);
		table_add(&table, cell_text(m.body));
		table_add(&table, cell_text(m.council));
		table_add(&table, cell_int(m.items));
		table_add(&table, cell_int(m.paragraphs));
		table_add(&table, cell_int(m.words));
		table_add(&table, cell_text(m.status));
	}
	return rc == MB_OK ? print(r, &table, err) : rc;
}

/* --- who --------------------------------------------------------------- */

static const struct column people_columns[] = {
	{ .name = "name" },
	{ .name = "present", .is_number = true },
	{ .name = "in_attendance",
	  .title = "in attendance",
	  .is_number = true },
	{ .name = "apologies", .is_number = true },
	{ .name = "absent", .is_number = true },
};

#define N_STATUSES 4

struct attendance {
	struct mb_str name;
	int64_t n[N_STATUSES];
};

struct people {
	struct attendance *items;
	size_t n, capacity;
};

static int status_of(struct mb_str status)
{
	static const char *const names[] = { "present", "in attendance",
					     "apologies", "absent" };

	for (int i = 0; i < N_STATUSES; i++)
		if (mb_str_equal(status, mb_str_of(names[i])))
			return i;
	return 0;
}

static int add_person(struct report *r, struct set *names,
		      struct people *people, const struct mb_present *present,
		      struct mb_err *err)
{
	struct attendance *moved;
	size_t number;
	bool is_new;
	int rc = set_add(names, present->name, &number, &is_new, err);

	if (rc != MB_OK)
		return rc;
	moved = mb_arena_grow(r->arena, people->items, people->n,
			      &people->capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	people->items = moved;
	if (is_new)
		moved[people->n++] =
		    (struct attendance){ .name = names->items[number] };
	moved[number].n[status_of(present->status)]++;
	return MB_OK;
}

static int compare_people(const void *a, const void *b)
{
	const struct attendance *x = a, *y = b;

	for (int i = 0; i < N_STATUSES; i++)
		if (x->n[i] != y->n[i])
			return x->n[i] > y->n[i] ? -1 : 1;
	return mb_str_compare(x->name, y->name);
}

static int find_people(struct report *r, const struct meetings *list,
		       struct people *people, struct mb_err *err)
{
	struct set names = { .arena = r->arena };
	int rc = MB_OK;

	for (size_t i = 0; i < list->n && rc == MB_OK; i++) {
		struct mb_presents found;

		rc = mb_reader_attendees(
		    r->q->sources->readers[list->items[i].source],
		    list->items[i].meeting, r->arena, &found, err);
		for (size_t k = 0; rc == MB_OK && k < found.n; k++)
			rc =
			    add_person(r, &names, people, &found.items[k], err);
	}
	if (rc == MB_OK && people->n > 1)
		qsort(people->items, people->n, sizeof(*people->items),
		      compare_people);
	return rc;
}

static int print_people(struct report *r, const struct meetings *list,
			struct mb_err *err)
{
	struct people people = { .n = 0 };
	struct table table;
	int rc = find_people(r, list, &people, err);

	if (rc != MB_OK || people.n == 0)
		return rc;
	rc = report_section(r, "attendance", "Who was there", err,
			    people.n > MAX_PEOPLE
				? "Meetings of each; %d of %zu."
				: "Meetings of each.",
			    MAX_PEOPLE, people.n);
	table_begin(&table, r->arena, people_columns, 1 + N_STATUSES);
	for (size_t i = 0; i < people.n && i < MAX_PEOPLE; i++) {
		table_add(&table, cell_text(people.items[i].name));
		for (int k = 0; k < N_STATUSES; k++)
			table_add(&table,
				  cell_int_or_none(people.items[i].n[k]));
	}
	return rc == MB_OK ? print(r, &table, err) : rc;
}

/* --- votes ------------------------------------------------------------- */

static const struct column vote_columns[] = {
	{ .name = "date" },
	{ .name = "item" },
	{ .name = "id", .use = COLUMN_FOR_MACHINES },
	{ .name = "for", .is_number = true },
	{ .name = "against", .is_number = true },
	{ .name = "abstain", .is_number = true },
	{ .name = "result" },
};

static struct cell count_cell(int64_t n)
{
	return n < 0 ? cell_none() : cell_int(n);
}

static int add_votes(struct report *r, const struct one *one,
		     struct table *table, struct mb_err *err)
{
	struct mb_votes votes;
	int rc = mb_reader_votes(r->q->sources->readers[one->source],
				 one->meeting, r->arena, &votes, err);

	for (size_t i = 0; rc == MB_OK && i < votes.n; i++) {
		const struct mb_vote_facts *vote = &votes.items[i];

		table_add_date(table, mb_paragraph_date(one->paragraph));
		table_add(table, cell_text(vote->item_title));
		table_add(table, cell_text(vote->item_id));
		table_add(table, count_cell(vote->n_for));
		table_add(table, count_cell(vote->n_against));
		table_add(table, count_cell(vote->n_abstain));
		table_add(table, cell_text(vote->result));
	}
	return rc;
}

static int print_votes(struct report *r, const struct meetings *list,
		       struct mb_err *err)
{
	struct table table;
	int rc = MB_OK;

	table_begin(&table, r->arena, vote_columns, 7);
	for (size_t i = 0; i < list->n && rc == MB_OK; i++)
		rc = add_votes(r, &list->items[i], &table, err);
	if (rc != MB_OK || table.n_cells == 0)
		return rc;
	rc = report_section(r, "votes", "Votes that were counted", err, "%s",
			    "");
	return rc == MB_OK ? print(r, &table, err) : rc;
}

int report_meetings(struct report *r, struct mb_err *err)
{
	struct meetings list = { NULL, 0 };
	int rc = find_meetings(r, &list, err);

	if (rc != MB_OK || list.n == 0)
		return rc;
	rc = print_meetings(r, &list, err);
	if (rc == MB_OK)
		rc = print_people(r, &list, err);
	return rc == MB_OK ? print_votes(r, &list, err) : rc;
}
