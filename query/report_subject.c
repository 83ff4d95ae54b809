#include <stdlib.h>

#include "citation.h"
#include "hits.h"
#include "location.h"
#include "report_parts.h"

#define OF_EACH_YEAR 3

/* --- passages ---------------------------------------------------------- */

/* By year, and the best of a year first. */
static int compare_years(const void *a, const void *b)
{
	const struct report_hit *x = a, *y = b;

	if (x->year != y->year)
		return x->year - y->year;
	return (x->hit.rank > y->hit.rank) - (x->hit.rank < y->hit.rank);
}

static struct report_hit *sorted(const struct report *r,
				 int (*compare)(const void *, const void *))
{
	struct report_hit *hits =
	    MB_NEW(r->arena, struct report_hit, r->n_hits + 1);

	for (size_t i = 0; hits && i < r->n_hits; i++)
		hits[i] = r->hits[i];
	if (hits && r->n_hits > 1)
		qsort(hits, r->n_hits, sizeof(*hits), compare);
	return hits;
}

int report_passages(struct report *r, struct mb_err *err)
{
	struct report_hit *hits = sorted(r, compare_years);
	int64_t last_item = 0;
	int n = 0, rc;

	if (!hits)
		return mb_fail_nomem(err);
	if (r->n_hits == 0)
		return MB_OK;
	rc = report_section(r, "passages", "The best passages, by year", err,
			    "At most %d of each year, each of another agenda "
			    "item.",
			    OF_EACH_YEAR);
	for (size_t i = 0; i < r->n_hits && rc == MB_OK; i++) {
		bool is_year = i == 0 || hits[i].year != hits[i - 1].year;

		n = is_year ? 0 : n;
		if (n >= OF_EACH_YEAR ||
		    (!is_year && hits[i].item == last_item))
			continue;
		n++;
		last_item = hits[i].item;
		rc = hits_print_one(r->printer, r->q, &hits[i].hit, err);
	}
	return rc;
}

/* --- citations --------------------------------------------------------- */

static const struct column citation_columns[] = {
	{ .name = "id", .use = COLUMN_FOR_MACHINES },
	{ .name = "date" },
	{ .name = "citation" },
};

static int compare_days(const void *a, const void *b)
{
	const struct report_hit *x = a, *y = b;

	return (x->hit.paragraph > y->hit.paragraph) -
	       (x->hit.paragraph < y->hit.paragraph);
}

static int add_citation(struct report *r, const struct hit *found,
			struct table *table, struct mb_err *err)
{
	struct mb_buf words = MB_BUF_INIT, path = MB_BUF_INIT;
	struct cell citation = { .kind = CELL_TEXT };
	struct mb_hit hit;
	int rc = mb_reader_hit(r->q->sources->readers[found->source],
			       found->paragraph, r->arena, &hit, err);

	if (rc != MB_OK)
		return rc;
	citation_plain(&words, &hit);
	location_path(&path, &hit);
	rc = mb_buf_move(&words, r->arena, &citation.text, err);
	if (rc == MB_OK)
		rc = mb_buf_move(&path, r->arena, &citation.href, err);
	mb_buf_release(&words);
	mb_buf_release(&path);
	if (hit.url.len > 0)
		citation.href = hit.url;
	table_add(table, cell_text(hit.id));
	table_add_date(table, hit.date);
	table_add(table, citation);
	return rc;
}

int report_citations(struct report *r, struct mb_err *err)
{
	struct report_hit *hits = sorted(r, compare_days);
	struct table table;
	int rc = MB_OK;

	if (!hits)
		return mb_fail_nomem(err);
	if (r->n_hits == 0)
		return MB_OK;
	table_begin(&table, r->arena, citation_columns, 3);
	for (size_t i = 0; i < r->n_hits && rc == MB_OK; i++)
		rc = add_citation(r, &hits[i].hit, &table, err);
	if (rc == MB_OK)
		rc = table_finish(&table, err);
	if (rc == MB_OK)
		rc = report_section(r, "citations", "All of it", err,
				    "Every paragraph that was found, the "
				    "oldest first.");
	if (rc == MB_OK)
		render_table(&r->printer->render, r->printer->ops, &table);
	return rc;
}
