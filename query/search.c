#include "search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "score.h"

#define FIRST_ROW INT64_MIN
#define LAST_ROW INT64_MAX

/* An item that has some of the words, in a few numbers. */
struct found {
	int source;
	int64_t item;
	int64_t first, last; /* its rows */
	int64_t n_hits;
	double score;
	uint32_t length;      /* words, the title's weighed */
	uint32_t frequencies; /* index of the first in search.frequencies */
	uint8_t level;        /* enum search_level */
	bool is_boilerplate;
	struct mb_str id; /* of its first row; only when equals need it */
};

struct search {
	struct search_source sources[SEARCH_MAX_SOURCES];
	struct scan scans[SEARCH_MAX_SOURCES];
	int n_sources;
	const struct plan *plan; /* any of them: their leaves are the same */
	struct search_options options;
	struct mb_arena arena;

	struct found *items; /* owned, like the next two */
	size_t n_items, items_capacity;
	float *frequencies; /* of each positive leaf in each item */
	size_t n_frequencies, frequencies_capacity;
	struct score_word words[PLAN_MAX_LEAVES]; /* by leaf */
	double factors[PLAN_MAX_LEAVES];
	int64_t n_fitting; /* hits of LEVEL_ALL */
	bool is_partial;   /* stopped early: n_fitting is not known */

	/* giving hits */
	size_t next_item;
	int64_t n_given, n_to_skip;
	struct hit *hits; /* of the item at hand; owned */
	double *hit_scores;
	size_t n_hits, next_hit, hits_capacity;

	struct mb_err *sort_err; /* of comparisons, which cannot fail */
	int sort_rc;
};

const char *search_level_name(enum search_level level)
{
	static const char *const names[] = { [LEVEL_ALL] = "all",
					     [LEVEL_ITEM] = "item",
					     [LEVEL_SOME] = "some" };

	return names[level];
}

/* --- the first pass: items --------------------------------------------- */

/* The rows of one item, summed up while they come. */
struct gathering {
	struct found found;
	struct row any; /* all leaves of all rows that pass */
	bool has_any;
	bool fits_by_title; /* a row fits, but by its title alone */
	double frequency[PLAN_MAX_LEAVES];
	uint32_t title[PLAN_MAX_LEAVES];
};

static void begin_item(struct gathering *g, const struct row *row)
{
	*g = (struct gathering){ .found = { .item = row->item,
					    .first = row->paragraph,
					    .last = row->paragraph } };
	g->found.length =
	    row->n_words + SCORE_TITLE_WEIGHT * row->n_title_words;
	g->found.is_boilerplate = row->is_boilerplate;
}

/* Leaves of several rows come together in one. */
static void unite(struct row *any, const struct row *row, size_t n_leaves,
		  int n_filters)
{
	for (size_t i = 0; i < n_leaves; i++) {
		any->counts[i].text += row->counts[i].text;
		any->counts[i].title += row->counts[i].title;
	}
	for (int i = 0; i < n_filters && i < SCAN_MAX_FILTERS; i++)
		any->filters[i] = any->filters[i] || row->filters[i];
	any->is_decision = any->is_decision || row->is_decision;
}

static void gather_row(struct search *s, struct gathering *g,
		       const struct row *row)
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
		return;
	if (!g->has_any)
		g->any = *row;
	else
		unite(&g->any, row, n, s->plan->n_filters);
	g->has_any = true;
	if (!scan_fits(s->plan, row))
		return;
	if (scan_has_word(s->plan, row))
		g->found.n_hits++;
	else
		g->fits_by_title = true;
}

static bool is_scored(const struct leaf *leaf)
{
	return leaf->is_positive && !leaf->is_dropped;
}

/* How many of the words an item has, of how many. */
static bool has_most(const struct search *s, const struct gathering *g)
{
	size_t n = 0, n_all = 0;

	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		if (!is_scored(&s->plan->leaves[i]))
			continue;
		n_all++;
		n += g->any.counts[i].text + g->any.counts[i].title > 0;
	}
	if (s->options.match == MATCH_ANY)
		return n > 0;
	return n > 0 && 2 * n >= n_all;
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
	g->found.level = LEVEL_SOME;
	return has_most(s, g);
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
		if (is_scored(&s->plan->leaves[i]))
			s->frequencies[s->n_frequencies++] =
			    (float)(g->frequency[i] +
				    SCORE_TITLE_WEIGHT * g->title[i]);
	return MB_OK;
}

static int end_item(struct search *s, struct gathering *g, struct mb_err *err)
{
	if (g->found.item == 0)
		return MB_OK;
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

/* Newest first, and enough: a whole day, so that its order is known. */
static bool is_enough(const struct search *s, int64_t n_fitting,
		      const struct gathering *g, const struct row *row)
{
	return s->options.sort == SORT_DATE_DESC && s->options.limit >= 0 &&
	       !s->options.needs_count &&
	       n_fitting >= s->options.offset + s->options.limit &&
	       mb_date_compare(mb_paragraph_date(g->found.first),
			       mb_paragraph_date(row->paragraph)) != 0;
}

static int find_items(struct search *s, int source, struct mb_err *err)
{
	struct scan *scan = &s->scans[source];
	struct gathering g = { .found = { .item = 0 } };
	struct row row = { .item = 0 };
	int64_t n_before = s->n_fitting;
	int rc = scan_begin(scan, FIRST_ROW, LAST_ROW, err);

	while (rc == MB_OK && (rc = scan_next(scan, &row, err)) > 0) {
		rc = MB_OK;
		if (row.item != g.found.item) {
			rc = end_item(s, &g, err);
			if (g.found.item != 0 &&
			    is_enough(s, s->n_fitting - n_before, &g, &row)) {
				s->is_partial = true;
				return rc;
			}
			begin_item(&g, &row);
			g.found.source = source;
		}
		if (rc == MB_OK)
			gather_row(s, &g, &row);
	}
	return rc == MB_OK ? end_item(s, &g, err) : rc;
}

/* --- scores ------------------------------------------------------------ */

static int score_items(struct search *s, struct mb_err *err)
{
	struct score_collection collection = { 0, 0 };
	double n_words = 0;

	for (int i = 0; i < s->n_sources; i++) {
		struct mb_totals totals;
		int rc = mb_reader_totals(s->sources[i].reader, &totals, err);

		if (rc != MB_OK)
			return rc;
		collection.n_items += (double)totals.items;
		n_words += (double)(totals.words +
				    SCORE_TITLE_WEIGHT * totals.title_words);
	}
	collection.average_length =
	    collection.n_items > 0 ? n_words / collection.n_items : 1;
	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		s->words[i].weight = s->plan->leaves[i].weight;
		s->factors[i] = score_factor(&s->words[i], &collection);
	}
	for (size_t k = 0; k < s->n_items; k++) {
		struct found *item = &s->items[k];
		size_t at = item->frequencies;

		for (size_t i = 0; i < s->plan->n_leaves; i++)
			if (is_scored(&s->plan->leaves[i]))
				item->score += score_term(
				    s->factors[i], (double)s->frequencies[at++],
				    item->length, &collection);
	}
	return MB_OK;
}

/* --- order ------------------------------------------------------------- */

/* The id by which equals are put in order, read when it is first needed. */
static struct mb_str id_of(struct search *s, struct found *item)
{
	if (item->id.len == 0 && s->sort_rc == MB_OK)
		s->sort_rc = mb_reader_hit_id(s->sources[item->source].reader,
					      item->first, &s->arena, &item->id,
					      s->sort_err);
	return item->id;
}

/* The documented order: level, score, routine last, newest, then the id. */
static int compare_items(const void *a, const void *b, void *user)
{
	struct found *x = (struct found *)(uintptr_t)a;
	struct found *y = (struct found *)(uintptr_t)b;
	struct search *s = user;
	int date;

	if (s->options.match != MATCH_ANY && x->level != y->level)
		return x->level - y->level;
	if (s->options.sort == SORT_RANK && x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (s->options.sort == SORT_RANK &&
	    x->is_boilerplate != y->is_boilerplate)
		return x->is_boilerplate - y->is_boilerplate;
	date = mb_date_compare(mb_paragraph_date(x->first),
			       mb_paragraph_date(y->first));
	if (date != 0)
		return s->options.sort == SORT_DATE ? date : -date;
	return mb_str_compare(id_of(s, x), id_of(s, y));
}

/* Moves the worst of a heap's @n items down to where it belongs. */
static void sift_down(struct search *s, size_t at, size_t n)
{
	for (;;) {
		size_t child = 2 * at + 1;
		struct found swap;

		if (child >= n)
			return;
		if (child + 1 < n && compare_items(&s->items[child],
						   &s->items[child + 1], s) < 0)
			child++;
		if (compare_items(&s->items[at], &s->items[child], s) >= 0)
			return;
		swap = s->items[at];
		s->items[at] = s->items[child];
		s->items[child] = swap;
		at = child;
	}
}

/*
 * Keeps the best @k items at the front, as a heap with the worst of them on
 * top: each other item has only to be compared with that one.
 */
static void select_best(struct search *s, size_t k)
{
	for (size_t i = k / 2; i > 0; i--)
		sift_down(s, i - 1, k);
	for (size_t i = k; i < s->n_items; i++) {
		if (compare_items(&s->items[i], &s->items[0], s) >= 0)
			continue;
		s->items[0] = s->items[i];
		sift_down(s, 0, k);
	}
	s->n_items = k;
}

/* Less than all words is only for when all words are too few. */
static void drop_lesser(struct search *s)
{
	int64_t wanted = s->options.limit < 0
			     ? s->n_fitting
			     : s->options.offset + s->options.limit;
	size_t n = 0;

	if (s->options.match == MATCH_ANY || s->n_fitting < wanted)
		return;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].level == LEVEL_ALL)
			s->items[n++] = s->items[i];
	s->n_items = n;
}

static int order_items(struct search *s, struct mb_err *err)
{
	int64_t wanted = s->options.offset + s->options.limit;

	drop_lesser(s);
	s->sort_err = err;
	if (s->options.limit >= 0 && wanted > 0 &&
	    (size_t)wanted < s->n_items / 4)
		select_best(s, (size_t)wanted);
	if (s->n_items > 1)
		qsort_r(s->items, s->n_items, sizeof(*s->items), compare_items,
			s);
	return s->sort_rc;
}

/* --- the second pass: hits --------------------------------------------- */

/* How much a paragraph says, against the others of its item. */
static double paragraph_score(const struct search *s, const struct row *row)
{
	double score = 0;

	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		double n = row->counts[i].text;

		if (is_scored(&s->plan->leaves[i]))
			score += s->factors[i] * n / (n + 1) +
				 (n > 0 ? s->factors[i] : 0);
	}
	return score;
}

static int add_hit(struct search *s, const struct found *item,
		   int64_t paragraph, double score, struct mb_err *err)
{
	if (s->n_hits == s->hits_capacity) {
		size_t capacity = s->hits_capacity * 2 + 64;
		struct hit *hits = realloc(s->hits, capacity * sizeof(*hits));
		double *scores;

		if (!hits)
			return mb_fail_nomem(err);
		s->hits = hits;
		scores = realloc(s->hit_scores, capacity * sizeof(*scores));
		if (!scores)
			return mb_fail_nomem(err);
		s->hit_scores = scores;
		s->hits_capacity = capacity;
	}
	s->hit_scores[s->n_hits] = score;
	s->hits[s->n_hits++] = (struct hit){
		.source = item->source,
		.paragraph = paragraph,
		.score = item->score,
		.level = (enum search_level)item->level,
	};
	return MB_OK;
}

/* Whether a paragraph may stand for its item in the list of hits. */
static bool is_hit(const struct search *s, const struct found *item,
		   const struct row *row, bool by_title)
{
	if (!row->passes)
		return false;
	if (item->level != LEVEL_ALL)
		return true;
	return scan_fits(s->plan, row) &&
	       (by_title || scan_has_word(s->plan, row));
}

/* The best first; in the order of the minutes when scores do not count. */
static void sort_hits(struct search *s)
{
	for (size_t i = 1; i < s->n_hits; i++) {
		struct hit hit = s->hits[i];
		double score = s->hit_scores[i];
		size_t at = i;

		while (at > 0 &&
		       (s->options.sort == SORT_RANK
			    ? s->hit_scores[at - 1] < score
			    : s->hits[at - 1].paragraph > hit.paragraph)) {
			s->hits[at] = s->hits[at - 1];
			s->hit_scores[at] = s->hit_scores[at - 1];
			at--;
		}
		s->hits[at] = hit;
		s->hit_scores[at] = score;
	}
}

static int read_item(struct search *s, const struct found *item, bool by_title,
		     struct mb_err *err)
{
	struct scan *scan = &s->scans[item->source];
	struct row row = { .item = 0 };
	int rc = scan_begin(scan, item->first, item->last, err);

	s->n_hits = s->next_hit = 0;
	while (rc == MB_OK && (rc = scan_next(scan, &row, err)) > 0) {
		rc = MB_OK;
		if (row.item == item->item && is_hit(s, item, &row, by_title))
			rc = add_hit(s, item, row.paragraph,
				     paragraph_score(s, &row), err);
	}
	return rc;
}

/* The hits of the next item, in order. */
static int load_item(struct search *s, struct mb_err *err)
{
	const struct found *item = &s->items[s->next_item++];
	int rc;

	if (s->n_to_skip >= item->n_hits) {
		s->n_to_skip -= item->n_hits;
		s->n_hits = s->next_hit = 0;
		return MB_OK;
	}
	rc = read_item(s, item, false, err);
	if (rc == MB_OK && s->n_hits == 0)
		rc = read_item(s, item, true, err); /* by its title alone */
	if (rc != MB_OK)
		return rc;
	sort_hits(s);
	if ((int64_t)s->n_hits > item->n_hits)
		s->n_hits = (size_t)item->n_hits;
	s->next_hit = (size_t)s->n_to_skip;
	s->n_to_skip = 0;
	return MB_OK;
}

int search_next(struct search *s, struct hit *out, struct mb_err *err)
{
	if (s->options.limit >= 0 && s->n_given >= s->options.limit)
		return 0;
	while (s->next_hit >= s->n_hits) {
		int rc;

		if (s->next_item >= s->n_items)
			return 0;
		rc = load_item(s, err);
		if (rc != MB_OK)
			return rc;
	}
	*out = s->hits[s->next_hit++];
	out->rank = s->options.offset + ++s->n_given;
	return 1;
}

/* --- the whole --------------------------------------------------------- */

static int run(struct search *s, struct mb_err *err)
{
	int rc = MB_OK;

	for (int i = 0; i < s->n_sources && rc == MB_OK; i++)
		rc = scan_open(&s->scans[i], s->sources[i].reader,
			       s->sources[i].plan, err);
	for (int i = 0; i < s->n_sources && rc == MB_OK; i++)
		rc = find_items(s, i, err);
	if (rc == MB_OK && s->options.sort == SORT_RANK)
		rc = score_items(s, err);
	return rc == MB_OK ? order_items(s, err) : rc;
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
	rc = run(s, err);
	if (rc != MB_OK) {
		search_end(s);
		return rc;
	}
	*out = s;
	return MB_OK;
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
	free(s->hits);
	free(s->hit_scores);
	mb_arena_release(&s->arena);
	free(s);
}
