#include "report.h"

#include "minutebook/store_facts.h"
#include "report_parts.h"

static int add_hit(struct report *r, const struct hit *hit, struct mb_err *err)
{
	struct report_hit *moved = mb_arena_grow(r->arena, r->hits, r->n_hits,
						 &r->capacity, sizeof(*moved));
	struct mb_facts facts;
	int rc;

	if (!moved)
		return mb_fail_nomem(err);
	r->hits = moved;
	rc = mb_reader_facts(r->q->sources->readers[hit->source],
			     hit->paragraph, &facts, err);
	if (rc != MB_OK)
		return rc;
	moved[r->n_hits++] = (struct report_hit){ .hit = *hit,
						  .item = facts.item,
						  .meeting = facts.meeting,
						  .year = facts.date.year };
	return MB_OK;
}

/* All of them, the best first. */
static int find_hits(struct report *r, struct mb_err *err)
{
	const struct search_options options = {
		.match = r->printer->options->search.match == MATCH_ANY
			     ? MATCH_ANY
			     : MATCH_ALL,
		.limit = -1,
	};
	struct hit hit;
	int rc = MB_OK;

	if (!inquiry_asks_for_nothing(r->q))
		rc = inquiry_search(r->q, &options, err);
	while (rc == MB_OK && (rc = inquiry_next(r->q, &hit, err)) > 0)
		rc = add_hit(r, &hit, err);
	return rc;
}

int report_print(struct printer *printer, struct inquiry *q,
		 struct mb_arena *arena, struct mb_err *err)
{
	static int (*const of_subject[])(struct report *, struct mb_err *) = {
		report_about,    report_counts,    report_decisions,
		report_passages, report_citations, NULL,
	};
	static int (*const of_meetings[])(struct report *, struct mb_err *) = {
		report_about,     report_counts, report_meetings,
		report_decisions, NULL,
	};
	struct report r = { .printer = printer, .q = q, .arena = arena };
	bool is_subject = q->plans[0].n_positive > 0;
	int rc = find_hits(&r, err);

	for (int i = 0; rc == MB_OK; i++) {
		int (*part)(struct report *, struct mb_err *) =
		    is_subject ? of_subject[i] : of_meetings[i];

		if (!part)
			break;
		rc = part(&r, err);
		if (rc == MB_OK)
			rc = printer_flush(printer, err);
	}
	printer->n_hits = (int64_t)r.n_hits;
	return rc;
}
