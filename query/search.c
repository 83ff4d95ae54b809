#include "search.h"

#include <stdlib.h>

#include "search_hits.h"
#include "search_items.h"
#include "search_order.h"
#include "search_state.h"

/* Hits of one read: soon there, and few beginnings. */
#define STREAM_HITS 512

/* What all the indexes hold together. */
static int read_collection(struct search *s, struct mb_err *err)
{
	double n_words = 0;

	for (int i = 0; i < s->n_sources; i++) {
		struct mb_totals totals;
		int rc = mb_reader_totals(s->sources[i].reader, &totals, err);

		if (rc != MB_OK)
			return rc;
		s->collection.n_items += (double)totals.items;
		n_words += (double)(totals.words +
				    SCORE_TITLE_WEIGHT * totals.title_words);
	}
	s->collection.average_length =
	    s->collection.n_items > 0 ? n_words / s->collection.n_items : 1;
	return MB_OK;
}

static int score_items(struct search *s, struct mb_err *err)
{
	int rc = read_collection(s, err);

	if (rc != MB_OK)
		return rc;
	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		s->words[i].weight = s->plan->leaves[i].weight;
		s->factors[i] = score_factor(&s->words[i], &s->collection);
	}
	for (size_t k = 0; k < s->n_items; k++) {
		struct found *item = &s->items[k];
		size_t at = item->frequencies;

		for (size_t i = 0; i < s->plan->n_leaves; i++)
			if (plan_is_scored(&s->plan->leaves[i]))
				item->score += score_term(
				    s->factors[i], (double)s->frequencies[at++],
				    item->length, &s->collection);
	}
	return MB_OK;
}

/* How many hits the first pass looks for before it may stop, newest first or
 * oldest first, at the end of a day. */
static void set_pace(struct search *s)
{
	const struct search_options *o = &s->options;
	int64_t wanted = o->limit < 0 ? INT64_MAX : o->offset + o->limit;

	s->rest_first = INT64_MIN;
	s->rest_last = INT64_MAX;
	s->enough = -1;
	if (o->needs_count || o->sort == SORT_RANK)
		return;
	/* of some hits, the oldest first, people are told how many there are */
	s->is_stream =
	    s->n_sources == 1 && (o->sort == SORT_DATE_DESC || o->limit < 0);
	if (s->is_stream)
		s->enough = wanted < STREAM_HITS ? wanted : STREAM_HITS;
	else if (o->sort == SORT_DATE_DESC && o->limit >= 0)
		s->enough = wanted;
}

static int run(struct search *s, struct mb_err *err)
{
	int rc = MB_OK;

	for (int i = 0; i < s->n_sources && rc == MB_OK; i++)
		rc = scan_open(&s->scans[i], s->sources[i].reader,
			       s->sources[i].plan, err);
	for (int i = 0; i < s->n_sources && rc == MB_OK; i++)
		rc = search_items_find(s, i, err);
	if (rc == MB_OK && s->options.sort == SORT_RANK)
		rc = score_items(s, err);
	return rc == MB_OK ? search_order(s, err) : rc;
}

const char *search_level_name(enum search_level level)
{
	static const char *const names[] = { [LEVEL_ALL] = "all",
					     [LEVEL_ITEM] = "item",
					     [LEVEL_SOME] = "some",
					     [LEVEL_MORE] = "more" };

	return names[level];
}

int search_begin(const struct search_source *sources, int n_sources,
		 const struct search_options *options, struct search **out,
		 struct mb_err *err)
{
	struct search *s = calloc(1, sizeof(*s));
	int rc;

	if (!s)
		return mb_fail_nomem(err);
	for (int i = 0; i < n_sources; i++)
		s->sources[i] = sources[i];
	s->n_sources = n_sources;
	s->plan = sources[0].plan;
	s->options = *options;
	s->n_to_skip = options->offset;
	set_pace(s);
	rc = run(s, err);
	if (rc != MB_OK) {
		search_end(s);
		return rc;
	}
	*out = s;
	return MB_OK;
}

/* The items of the next days. */
static int read_rest(struct search *s, struct mb_err *err)
{
	int rc;

	s->n_items = s->next_item = s->n_rows = s->n_frequencies = 0;
	mb_arena_reset(&s->arena);
	rc = search_items_find(s, 0, err);
	return rc == MB_OK ? search_order(s, err) : rc;
}

int search_next(struct search *s, struct hit *out, struct mb_err *err)
{
	if (s->options.limit >= 0 && s->n_given >= s->options.limit)
		return 0;
	while (s->next_hit >= s->n_hits) {
		int rc;

		if (s->next_item < s->n_items)
			rc = search_hits_load(s, err);
		else if (s->has_rest)
			rc = read_rest(s, err);
		else
			return 0;
		if (rc != MB_OK)
			return rc;
	}
	*out = s->hits[s->next_hit++];
	out->rank = s->options.offset + ++s->n_given;
	return 1;
}

const double *search_factors(const struct search *s)
{
	return s->factors;
}

int64_t search_count(const struct search *s)
{
	return s->is_partial ? -1 : s->n_fitting;
}

void search_end(struct search *s)
{
	if (!s)
		return;
	for (int i = 0; i < s->n_sources; i++)
		scan_close(&s->scans[i]);
	free(s->items);
	free(s->frequencies);
	free(s->rows);
	free(s->hits);
	free(s->hit_scores);
	mb_arena_release(&s->arena);
	free(s);
}
