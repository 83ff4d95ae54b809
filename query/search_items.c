#include "search_items.h"

#include <stdlib.h>
#include <string.h>

/* The rows of one item, summed up while they come. */
struct gathering {
	struct found found;
	struct row any; /* all leaves of all rows that pass */
	bool has_any;
	bool fits_by_title; /* a row fits, but by its title alone */
	int64_t title_row;  /* the first of these in the minutes */
	double frequency[PLAN_MAX_LEAVES];
	uint32_t title[PLAN_MAX_LEAVES];
};

/* Clears no more of the large arrays than the plan uses. */
static void begin_item(const struct search *s, struct gathering *g,
		       const struct row *row, int source)
{
	size_t n_leaves = s->plan->n_leaves;

	g->found = (struct found){
		.source = source,
		.item = row->item,
		.first = row->paragraph,
		.last = row->paragraph,
		.length =
		    row->n_words + SCORE_TITLE_WEIGHT * row->n_title_words,
		.is_boilerplate = row->is_boilerplate,
		.first_row = s->n_rows,
	};
	g->has_any = g->fits_by_title = false;
	memset(g->any.counts, 0, n_leaves * sizeof(*g->any.counts));
	memset(g->any.filters, 0, sizeof(g->any.filters));
	g->any.is_decision = false;
	memset(g->frequency, 0, n_leaves * sizeof(*g->frequency));
	memset(g->title, 0, n_leaves * sizeof(*g->title));
}

/* Leaves of several rows come together in one. */
static void unite(struct row *any, const struct row *row, size_t n_leaves,
		  int n_filters)
{
	for (size_t i = 0; i < n_leaves; i++) {
		any->counts[i].text += row->counts[i].text;
		any->counts[i].title += row->counts[i].title;
	}
	for (int i = 0; i < n_filters; i++)
		any->filters[i] = any->filters[i] || row->filters[i];
	any->is_decision = any->is_decision || row->is_decision;
}

/* A hit that need not be looked for again. */
static int keep_row(struct search *s, int64_t paragraph, struct mb_err *err)
{
	if (s->n_rows == s->rows_capacity) {
		size_t capacity = s->rows_capacity * 2 + 1024;
		int64_t *moved = realloc(s->rows, capacity * sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		s->rows = moved;
		s->rows_capacity = capacity;
	}
	s->rows[s->n_rows++] = paragraph;
	return MB_OK;
}

static int gather_row(struct search *s, struct gathering *g,
		      const struct row *row, struct mb_err *err)
{
	size_t n = s->plan->n_leaves;

	if (row->paragraph < g->found.first)
		g->found.first = row->paragraph;
	if (row->paragraph > g->found.last)
		g->found.last = row->paragraph;
	for (size_t i = 0; i < n; i++) {
		g->frequency[i] += row->counts[i].text;
		g->title[i] = row->counts[i].title;
	}
	if (!row->passes)
		return MB_OK;
	unite(&g->any, row, n, s->plan->n_filters);
	g->has_any = true;
	if (!scan_fits(s->plan, row))
		return MB_OK;
	if (scan_has_word(s->plan, row)) {
		g->found.n_hits++;
		return s->is_stream ? keep_row(s, row->paragraph, err) : MB_OK;
	}
	if (!g->fits_by_title || row->paragraph < g->title_row)
		g->title_row = row->paragraph;
	g->fits_by_title = true;
	return MB_OK;
}

/* How many words an item has, of how many; of those typed or those added. */
struct share {
	size_t n, n_all;
};

static struct share count_words(const struct search *s,
				const struct gathering *g, bool is_added)
{
	struct share share = { 0, 0 };

	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		const struct leaf *leaf = &s->plan->leaves[i];

		if (!plan_is_scored(leaf) || leaf->is_added != is_added)
			continue;
		share.n_all++;
		share.n += g->any.counts[i].text + g->any.counts[i].title > 0;
	}
	return share;
}

static bool has_most(const struct search *s, const struct gathering *g)
{
	struct share typed = count_words(s, g, false);

	if (s->options.match == MATCH_ANY)
		return typed.n > 0;
	return typed.n > 0 && 2 * typed.n >= typed.n_all;
}

/* One word that other items have, too, says little. */
#define MIN_ADDED 2

static bool has_added(const struct search *s, const struct gathering *g)
{
	struct share added = count_words(s, g, true);

	return added.n >= (s->options.match == MATCH_ANY ? 1 : MIN_ADDED);
}

/* Whether the item is among the hits at all, and how. */
static bool decide_level(const struct search *s, struct gathering *g)
{
	bool takes_less = s->options.match != MATCH_ALL &&
			  s->options.sort == SORT_RANK &&
			  s->plan->n_positive > 1;

	if (!g->has_any)
		return false;
	if (g->found.n_hits > 0 || g->fits_by_title) {
		g->found.level = LEVEL_ALL;
		if (g->found.n_hits == 0)
			g->found.n_hits = 1;
		return true;
	}
	if (!takes_less)
		return false;
	g->found.n_hits = 1;
	if (scan_fits(s->plan, &g->any)) {
		g->found.level = LEVEL_ITEM;
		return true;
	}
	g->found.level = has_most(s, g) ? LEVEL_SOME : LEVEL_MORE;
	return g->found.level == LEVEL_SOME || has_added(s, g);
}

static int keep_frequencies(struct search *s, const struct gathering *g,
			    struct mb_err *err)
{
	size_t n = s->plan->n_positive;

	if (s->n_frequencies + n > s->frequencies_capacity) {
		size_t capacity = (s->n_frequencies + n) * 2 + 1024;
		float *moved =
		    realloc(s->frequencies, capacity * sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		s->frequencies = moved;
		s->frequencies_capacity = capacity;
	}
	for (size_t i = 0; i < s->plan->n_leaves; i++)
		if (plan_is_scored(&s->plan->leaves[i]))
			s->frequencies[s->n_frequencies++] =
			    (float)(g->frequency[i] +
				    SCORE_TITLE_WEIGHT * g->title[i]);
	return MB_OK;
}

static int end_item(struct search *s, struct gathering *g, struct mb_err *err)
{
	if (g->found.item == 0)
		return MB_OK;
	if (s->is_stream && g->found.n_hits == 0 && g->fits_by_title &&
	    keep_row(s, g->title_row, err) != MB_OK)
		return MB_ENOMEM;
	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		double n = g->frequency[i] + g->title[i];

		s->words[i].n_items += n > 0;
		s->words[i].frequency += n;
	}
	if (!decide_level(s, g))
		return MB_OK;
	if (s->n_items == s->items_capacity) {
		size_t capacity = s->items_capacity * 2 + 256;
		struct found *moved =
		    realloc(s->items, capacity * sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		s->items = moved;
		s->items_capacity = capacity;
	}
	if (g->found.level == LEVEL_ALL)
		s->n_fitting += g->found.n_hits;
	g->found.frequencies = (uint32_t)s->n_frequencies;
	s->items[s->n_items++] = g->found;
	return keep_frequencies(s, g, err);
}

/* In the order of time, and enough: a whole day, so that its order is known. */
static bool is_enough(const struct search *s, int64_t n_fitting,
		      const struct gathering *g, const struct row *row)
{
	return g->found.item != 0 && s->enough >= 0 && n_fitting >= s->enough &&
	       mb_date_compare(mb_paragraph_date(g->found.first),
			       mb_paragraph_date(row->paragraph)) != 0;
}

static void stop_before(struct search *s, const struct row *row)
{
	s->is_partial = true;
	s->has_rest = s->is_stream;
	if (s->options.sort == SORT_DATE_DESC)
		s->rest_last = row->paragraph;
	else
		s->rest_first = row->paragraph;
}

int search_items_find(struct search *s, int source, struct mb_err *err)
{
	struct scan *scan = &s->scans[source];
	struct gathering g = { .found = { .item = 0 } };
	struct row row = { .item = 0 };
	int64_t n_before = s->n_fitting;
	int rc;

	if (s->is_stream)
		s->is_partial = s->has_rest = false;
	rc = s->is_stream ? scan_begin(scan, s->rest_first, s->rest_last, err)
			  : scan_begin(scan, INT64_MIN, INT64_MAX, err);

	while (rc == MB_OK && (rc = scan_next(scan, &row, err)) > 0) {
		bool is_next = row.item != g.found.item;

		rc = is_next ? end_item(s, &g, err) : MB_OK;
		if (is_next &&
		    is_enough(s, s->n_fitting - n_before, &g, &row)) {
			stop_before(s, &row);
			return rc;
		}
		if (is_next)
			begin_item(s, &g, &row, source);
		if (rc == MB_OK)
			rc = gather_row(s, &g, &row, err);
	}
	return rc == MB_OK ? end_item(s, &g, err) : rc;
}
