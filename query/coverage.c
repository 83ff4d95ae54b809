#include "coverage.h"

#include <stdlib.h>

#include "coverage_filter.h"
#include "rhythm.h"

struct gatherer {
	const struct query *query;
	struct mb_arena *arena;
	struct mb_meeting_coverage *meetings; /* of all indexes */
	size_t n, capacity;
	struct coverage coverage;
};

/* --- from the indexes -------------------------------------------------- */

static int gather_meetings(struct gatherer *g, struct mb_reader *reader,
			   struct mb_err *err)
{
	struct mb_meetings_coverage found;
	int rc = mb_reader_meetings_coverage(reader, g->arena, &found, err);

	for (size_t i = 0; rc == MB_OK && i < found.n; i++) {
		struct mb_meeting_coverage *moved = mb_arena_grow(
		    g->arena, g->meetings, g->n, &g->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		g->meetings = moved;
		g->meetings[g->n++] = found.items[i];
	}
	return rc;
}

/* Of a file that was not read, only the folder is known. */
static int gather_unread(struct gatherer *g, struct mb_reader *reader,
			 struct mb_err *err)
{
	struct coverage *c = &g->coverage;
	struct mb_unreads found;
	bool has_failed = false;
	int rc = mb_reader_unread(reader, g->arena, &found, err);

	for (size_t i = 0; rc == MB_OK && i < found.n; i++) {
		const struct coverage_of what = { .council =
						      found.items[i].council };
		struct mb_unread *moved =
		    mb_arena_grow(g->arena, c->unread, c->n_unread,
				  &c->unread_capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		c->unread = moved;
		if (coverage_filter_fits(g->query, &what, &has_failed))
			c->unread[c->n_unread++] = found.items[i];
	}
	return has_failed ? mb_fail_nomem(err) : rc;
}

/* The unknown comes last. */
static int compare_names(struct mb_str a, struct mb_str b)
{
	if (a.len == 0 || b.len == 0)
		return (a.len == 0) - (b.len == 0);
	return mb_str_compare(a, b);
}

static int compare_bodies(const struct mb_meeting_coverage *a,
			  const struct mb_meeting_coverage *b)
{
	int order = compare_names(a->council, b->council);

	return order != 0 ? order : compare_names(a->body, b->body);
}

static int compare_meetings(const void *a, const void *b)
{
	const struct mb_meeting_coverage *x = a, *y = b;
	int order = compare_bodies(x, y);

	if (order != 0)
		return order;
	if (!mb_date_is_known(x->date) || !mb_date_is_known(y->date))
		return mb_date_is_known(y->date) - mb_date_is_known(x->date);
	return mb_date_compare(x->date, y->date);
}

/* --- years ------------------------------------------------------------- */

static void add_meeting(struct coverage_year *year,
			const struct mb_meeting_coverage *one)
{
	struct mb_meeting_coverage *sums = &year->sums;

	if (!mb_date_is_known(year->first))
		year->first = one->date;
	year->last = one->date;
	year->meetings++;
	sums->documents += one->documents;
	sums->items += one->items;
	sums->paragraphs += one->paragraphs;
	sums->attributed += one->attributed;
	sums->folded_items += one->folded_items;
	sums->folded_paragraphs += one->folded_paragraphs;
}

static int add_year(struct gatherer *g, const struct coverage_year *year,
		    struct mb_err *err)
{
	struct coverage *c = &g->coverage;
	struct coverage_year *moved;

	if (year->meetings == 0 && year->n_missing == 0)
		return MB_OK;
	moved = mb_arena_grow(g->arena, c->years, c->n, &c->capacity,
			      sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	c->years = moved;
	c->years[c->n++] = *year;
	return MB_OK;
}

/* --- a body ------------------------------------------------------------ */

/* The meetings of one body in the order of time, and what it left out. */
struct body {
	const struct mb_meeting_coverage *meetings;
	size_t n, n_dated;
	struct rhythm rhythm;
};

static int find_rhythm(struct gatherer *g, struct body *body,
		       struct mb_err *err)
{
	struct mb_date *dates = MB_NEW(g->arena, struct mb_date, body->n);

	if (!dates)
		return mb_fail_nomem(err);
	while (body->n_dated < body->n &&
	       mb_date_is_known(body->meetings[body->n_dated].date)) {
		dates[body->n_dated] = body->meetings[body->n_dated].date;
		body->n_dated++;
	}
	if (body->meetings->body.len == 0)
		return MB_OK;
	return rhythm_of(dates, body->n_dated, g->arena, &body->rhythm, err);
}

/* Keeps the missing months that were asked for. */
static void keep_wanted(const struct gatherer *g, struct body *body,
			bool *has_failed)
{
	struct rhythm *rhythm = &body->rhythm;
	size_t n = 0;

	for (size_t i = 0; i < rhythm->n_missing; i++) {
		int year = rhythm->missing[i] / 12;
		uint8_t month = (uint8_t)(rhythm->missing[i] % 12 + 1);
		const struct coverage_of what = {
			.council = body->meetings->council,
			.body = body->meetings->body,
			.first = { (int16_t)year, month, 1 },
			.last = { (int16_t)year, month,
				  mb_month_days(year, month) },
		};

		if (coverage_filter_fits(g->query, &what, has_failed))
			rhythm->missing[n++] = rhythm->missing[i];
	}
	rhythm->n_missing = n;
}

/* The year that comes next, with everything of it; both places move on. */
static struct coverage_year next_year(const struct gatherer *g,
				      const struct body *body, size_t *meeting,
				      size_t *gap, bool *has_failed)
{
	const struct rhythm *rhythm = &body->rhythm;
	int year = *meeting < body->n ? body->meetings[*meeting].date.year
				      : MB_YEAR_MAX + 1;
	struct coverage_year out = { .council = body->meetings->council,
				     .body = body->meetings->body,
				     .rhythm_days = rhythm->days,
				     .missing = rhythm->missing + *gap };

	if (*gap < rhythm->n_missing &&
	    (year == 0 || rhythm->missing[*gap] / 12 < year))
		year = rhythm->missing[*gap] / 12;
	out.year = year;
	for (; *meeting < body->n && body->meetings[*meeting].date.year == year;
	     ++*meeting) {
		const struct mb_meeting_coverage *one =
		    &body->meetings[*meeting];
		const struct coverage_of what = { one->council, one->body,
						  one->date, one->date };

		if (coverage_filter_fits(g->query, &what, has_failed))
			add_meeting(&out, one);
	}
	while (*gap < rhythm->n_missing && rhythm->missing[*gap] / 12 == year) {
		out.n_missing++;
		++*gap;
	}
	return out;
}

static int add_body(struct gatherer *g, struct body *body, struct mb_err *err)
{
	size_t meeting = 0, gap = 0;
	bool has_failed = false;
	int rc = find_rhythm(g, body, err);

	if (rc == MB_OK)
		keep_wanted(g, body, &has_failed);
	while (rc == MB_OK &&
	       (meeting < body->n || gap < body->rhythm.n_missing)) {
		struct coverage_year year =
		    next_year(g, body, &meeting, &gap, &has_failed);

		rc = has_failed ? mb_fail_nomem(err) : add_year(g, &year, err);
	}
	return rc;
}

int coverage_make(const struct sources *sources, const struct query *query,
		  struct mb_arena *arena, struct coverage *out,
		  struct mb_err *err)
{
	struct gatherer g = { .query = query, .arena = arena };
	int rc = coverage_filter_check(query, err);

	for (int i = 0; i < sources->n && rc == MB_OK; i++) {
		rc = gather_meetings(&g, sources->readers[i], err);
		if (rc == MB_OK)
			rc = gather_unread(&g, sources->readers[i], err);
	}
	if (rc == MB_OK && g.n > 1)
		qsort(g.meetings, g.n, sizeof(*g.meetings), compare_meetings);
	for (size_t i = 0, n; i < g.n && rc == MB_OK; i += n) {
		struct body body = { .meetings = &g.meetings[i] };

		for (n = 1;
		     i + n < g.n &&
		     compare_bodies(&g.meetings[i], &g.meetings[i + n]) == 0;)
			n++;
		body.n = n;
		rc = add_body(&g, &body, err);
	}
	if (rc == MB_OK)
		*out = g.coverage;
	return rc;
}
