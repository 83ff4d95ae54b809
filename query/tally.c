#include "tally.h"

#include <assert.h>
#include <stdlib.h>

#include "minutebook/nearest.h"
#include "minutebook/store_facts.h"
#include "scan.h"
#include "set.h"

/* --- properties -------------------------------------------------------- */

static const char *const names[] = {
	[BY_YEAR] = "year",       [BY_MONTH] = "month",
	[BY_COUNCIL] = "council", [BY_COMMITTEE] = "committee",
	[BY_SPEAKER] = "speaker", [BY_KIND] = "kind",
	[BY_ITEM] = "item",
};

#define N_NAMES (sizeof(names) / sizeof(*names))

const char *dimension_name(enum dimension dimension)
{
	return names[dimension];
}

bool dimension_is_time(enum dimension dimension)
{
	return dimension == BY_YEAR || dimension == BY_MONTH;
}

static int find_dimension(struct mb_str text, enum dimension *out,
			  struct mb_err *err)
{
	const char *near;

	for (size_t i = 0; i < N_NAMES; i++)
		if (mb_str_equal(text, mb_str_of(names[i]))) {
			*out = (enum dimension)i;
			return MB_OK;
		}
	near = mb_nearest(text, names, N_NAMES);
	return mb_fail(err, MB_EUSAGE, "'--by' does not know '%.*s': %s%s%s",
		       MB_STR_ARG(text), near ? "did you mean '" : "say ",
		       near ? near
			    : "year, month, council, committee, speaker, "
			      "kind or item",
		       near ? "'?" : "");
}

int tally_by_parse(struct mb_str text, struct tally_by *by, struct mb_err *err)
{
	struct mb_str rest = text;

	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ',');
		int rc;

		if (by->n == TALLY_MAX_DIMENSIONS)
			return mb_fail(err, MB_EUSAGE,
				       "'--by' takes at most two");
		rc = find_dimension(mb_str_trim(cut.head),
				    &by->dimensions[by->n], err);
		if (rc != MB_OK)
			return rc;
		by->n++;
		rest = cut.tail;
	}
	return by->n > 0 ? MB_OK
			 : mb_fail(err, MB_EUSAGE,
				   "'--by' takes year, month, council, "
				   "committee, speaker, kind or item");
}

/* --- counting ---------------------------------------------------------- */

/* That a bucket has something of a meeting. */
struct presence {
	size_t bucket;
	int64_t meeting;
	bool is_found; /* else it is what it is a part of */
};

struct counter {
	const struct sources *sources;
	struct mb_arena *arena;
	struct tally tally;
	struct set keys;
	size_t capacity;
	struct presence *presences;
	size_t n_presences, presences_capacity;
	int64_t first_paragraph, last_paragraph;
	int first_source, last_source;
};

static void put_key(struct mb_buf *out, enum dimension dimension,
		    const struct mb_facts *facts)
{
	switch (dimension) {
	case BY_YEAR:
		if (mb_date_is_known(facts->date))
			mb_buf_add_format(out, "%04d", facts->date.year);
		break;
	case BY_MONTH:
		if (mb_date_is_known(facts->date))
			mb_buf_add_format(out, "%04d-%02d", facts->date.year,
					  facts->date.month);
		break;
	case BY_COUNCIL:
		mb_buf_add(out, facts->council);
		break;
	case BY_COMMITTEE:
		mb_buf_add(out, facts->body);
		break;
	case BY_SPEAKER:
		mb_buf_add(out, facts->speaker);
		break;
	case BY_KIND:
		mb_buf_add(out, facts->kind);
		break;
	case BY_ITEM:
		mb_buf_add(out, facts->item_id);
		break;
	}
}

/* A new bucket for keys that were not there, with a line end between them. */
static int add_bucket(struct counter *c, struct mb_str keys,
		      const struct mb_facts *facts, struct mb_err *err)
{
	struct tally *tally = &c->tally;
	struct bucket *moved = mb_arena_grow(c->arena, tally->buckets, tally->n,
					     &c->capacity, sizeof(*moved));
	struct mb_cut cut = mb_str_cut(keys, '\n');

	if (!moved)
		return mb_fail_nomem(err);
	tally->buckets = moved;
	moved[tally->n] = (struct bucket){ .keys = { cut.head, cut.tail } };
	if (tally->by.n > 0 && tally->by.dimensions[0] == BY_ITEM &&
	    mb_arena_copy(c->arena, facts->item_title, &moved[tally->n].title,
			  err) != MB_OK)
		return MB_ENOMEM;
	tally->n++;
	return MB_OK;
}

static int find_bucket(struct counter *c, const struct mb_facts *facts,
		       size_t *number, struct mb_err *err)
{
	struct mb_buf keys = MB_BUF_INIT;
	bool is_new = false;
	int rc;

	for (size_t i = 0; i < c->tally.by.n; i++) {
		if (i > 0)
			mb_buf_add_char(&keys, '\n');
		put_key(&keys, c->tally.by.dimensions[i], facts);
	}
	rc = keys.has_failed
		 ? mb_fail_nomem(err)
		 : set_add(&c->keys, mb_buf_str(&keys), number, &is_new, err);
	mb_buf_release(&keys);
	if (rc == MB_OK && is_new)
		rc = add_bucket(c, c->keys.items[*number], facts, err);
	return rc;
}

static int add_presence(struct counter *c, size_t bucket, int64_t meeting,
			bool is_found, struct mb_err *err)
{
	struct presence *last =
	    c->n_presences > 0 ? &c->presences[c->n_presences - 1] : NULL;
	struct presence *moved;

	if (last && last->bucket == bucket && last->meeting == meeting &&
	    last->is_found == is_found)
		return MB_OK;
	if (c->n_presences == c->presences_capacity) {
		size_t capacity = c->presences_capacity * 2 + 1024;

		moved = realloc(c->presences, capacity * sizeof(*moved));
		if (!moved)
			return mb_fail_nomem(err);
		c->presences = moved;
		c->presences_capacity = capacity;
	}
	assert(c->presences);
	c->presences[c->n_presences++] =
	    (struct presence){ bucket, meeting, is_found };
	return MB_OK;
}

static void add_dates(struct bucket *bucket, struct mb_date date)
{
	if (!mb_date_is_known(date))
		return;
	if (!mb_date_is_known(bucket->first) ||
	    mb_date_compare(date, bucket->first) < 0)
		bucket->first = date;
	if (mb_date_compare(date, bucket->last) > 0)
		bucket->last = date;
}

/* The first and the last of all, in time. */
static void add_ends(struct counter *c, int source, int64_t paragraph)
{
	bool is_dated = mb_date_is_known(mb_paragraph_date(paragraph));

	if (!is_dated)
		return;
	if (c->first_paragraph == 0 || paragraph < c->first_paragraph) {
		c->first_paragraph = paragraph;
		c->first_source = source;
	}
	if (paragraph > c->last_paragraph) {
		c->last_paragraph = paragraph;
		c->last_source = source;
	}
}

static int count_one(struct counter *c, int source, int64_t paragraph,
		     bool is_found, struct mb_err *err)
{
	struct mb_facts facts;
	struct count *counts[2];
	struct bucket *bucket;
	size_t number = 0;
	int rc = mb_reader_facts(c->sources->readers[source], paragraph, &facts,
				 err);

	if (rc == MB_OK)
		rc = find_bucket(c, &facts, &number, err);
	if (rc != MB_OK)
		return rc;
	assert(c->tally.buckets);
	bucket = &c->tally.buckets[number];
	counts[0] = is_found ? &bucket->found : &bucket->of;
	counts[1] = is_found ? &c->tally.total.found : &c->tally.total.of;
	for (int i = 0; i < 2; i++) {
		counts[i]->paragraphs++;
		counts[i]->words += facts.n_words;
	}
	if (is_found) {
		add_dates(bucket, facts.date);
		add_dates(&c->tally.total, facts.date);
		add_ends(c, source, paragraph);
	}
	return add_presence(c, number,
			    facts.meeting * SEARCH_MAX_SOURCES + source,
			    is_found, err);
}

/* --- what is found, and of what ---------------------------------------- */

static int count_found(struct counter *c, struct mb_str query,
		       const struct search_options *options, struct mb_err *err)
{
	struct search_options all = *options;
	struct inquiry *q = MB_NEW(c->arena, struct inquiry, 1);
	struct hit hit;
	int rc;

	if (!q)
		return mb_fail_nomem(err);
	all.limit = -1;
	all.offset = 0;
	if (all.match == MATCH_AUTO)
		all.match = MATCH_ALL;
	if (all.match == MATCH_ALL) /* nothing has to be ranked */
		all.sort = SORT_DATE;
	rc = inquiry_begin(q, c->sources, query, &all, c->arena, err);
	while (rc == MB_OK && (rc = inquiry_next(q, &hit, err)) > 0)
		rc = count_one(c, hit.source, hit.paragraph, true, err);
	inquiry_end(q);
	return rc;
}

static int scan_source(struct counter *c, struct inquiry *q, int source,
		       struct mb_err *err)
{
	struct scan *scan = MB_NEW(c->arena, struct scan, 1);
	struct row *row = MB_NEW(c->arena, struct row, 1);
	int rc;

	if (!scan || !row)
		return mb_fail_nomem(err);
	rc = scan_open(scan, c->sources->readers[source], &q->plans[source],
		       err);
	if (rc == MB_OK)
		rc = scan_begin(scan, INT64_MIN, INT64_MAX, err);
	while (rc == MB_OK && (rc = scan_next(scan, row, err)) > 0) {
		rc = MB_OK;
		if (row->passes)
			rc = count_one(c, source, row->paragraph, false, err);
	}
	scan_close(scan);
	return rc;
}

/* The query's filters without its words, or nothing at all. */
static int count_all(struct counter *c, struct mb_str query, struct mb_err *err)
{
	const struct inquiry_order order = { .sort = SORT_DATE,
					     .has_sort = true };
	struct inquiry *q = MB_NEW(c->arena, struct inquiry, 1);
	int rc;

	if (!q)
		return mb_fail_nomem(err);
	rc = inquiry_parse(q, c->sources, query, c->arena, err);
	if (rc != MB_OK)
		return rc;
	if (!q->query.tree)
		q->query.n_filters = 0;
	q->query.tree = NULL;
	rc = inquiry_plan(q, c->sources, &order, err);
	for (int i = 0; i < c->sources->n && rc == MB_OK; i++)
		rc = scan_source(c, q, i, err);
	return rc;
}

/* --- summing up -------------------------------------------------------- */

static int compare_presences(const void *a, const void *b)
{
	const struct presence *x = a, *y = b;

	if (x->is_found != y->is_found)
		return x->is_found - y->is_found;
	if (x->meeting != y->meeting)
		return x->meeting < y->meeting ? -1 : 1;
	return (x->bucket > y->bucket) - (x->bucket < y->bucket);
}

static void count_meetings(struct counter *c)
{
	const struct presence *last = NULL;

	if (c->n_presences > 1)
		qsort(c->presences, c->n_presences, sizeof(*c->presences),
		      compare_presences);
	for (size_t i = 0; i < c->n_presences; i++) {
		const struct presence *p = &c->presences[i];
		struct bucket *bucket = &c->tally.buckets[p->bucket];
		bool is_same = last && last->is_found == p->is_found &&
			       last->meeting == p->meeting;

		if (!is_same)
			(p->is_found ? &c->tally.total.found
				     : &c->tally.total.of)
			    ->meetings++;
		if (!is_same || last->bucket != p->bucket)
			(p->is_found ? &bucket->found : &bucket->of)
			    ->meetings++;
		last = p;
	}
}

static int compare_keys(struct mb_str a, struct mb_str b)
{
	if (a.len == 0 || b.len == 0) /* the unknown comes last */
		return (a.len == 0) - (b.len == 0);
	return mb_str_compare(a, b);
}

static int compare_buckets(const void *a, const void *b, void *user)
{
	const struct bucket *x = a, *y = b;
	const struct tally *tally = user;
	bool is_time =
	    tally->by.n > 0 && dimension_is_time(tally->by.dimensions[0]);
	int order = 0;

	if (is_time)
		order = compare_keys(x->keys[0], y->keys[0]);
	if (order == 0 && x->found.paragraphs != y->found.paragraphs)
		return x->found.paragraphs > y->found.paragraphs ? -1 : 1;
	if (order == 0)
		order = compare_keys(x->keys[0], y->keys[0]);
	return order != 0 ? order : compare_keys(x->keys[1], y->keys[1]);
}

/* Where nothing was found is worth a row only in a line of years. */
static void drop_empty(struct tally *tally)
{
	bool is_line =
	    tally->by.n == 1 && dimension_is_time(tally->by.dimensions[0]);
	size_t n = 0;

	for (size_t i = 0; i < tally->n; i++)
		if (tally->buckets[i].found.paragraphs > 0 ||
		    (is_line && tally->buckets[i].keys[0].len > 0))
			tally->buckets[n++] = tally->buckets[i];
	tally->n = n;
}

static int name_ends(struct counter *c, struct mb_err *err)
{
	struct bucket *total = &c->tally.total;
	int rc;

	if (c->first_paragraph == 0)
		return MB_OK;
	rc = mb_reader_hit_id(c->sources->readers[c->first_source],
			      c->first_paragraph, c->arena, &total->first_id,
			      err);
	return rc == MB_OK
		   ? mb_reader_hit_id(c->sources->readers[c->last_source],
				      c->last_paragraph, c->arena,
				      &total->last_id, err)
		   : rc;
}

int tally_make(const struct sources *sources, struct mb_str query,
	       const struct search_options *options, const struct tally_by *by,
	       struct mb_arena *arena, struct tally *out, struct mb_err *err)
{
	struct counter c = { .sources = sources,
			     .arena = arena,
			     .tally = { .by = *by },
			     .keys = { .arena = arena } };
	int rc = count_found(&c, query, options, err);

	if (rc == MB_OK)
		rc = count_all(&c, query, err);
	if (rc == MB_OK) {
		count_meetings(&c);
		drop_empty(&c.tally);
		rc = name_ends(&c, err);
	}
	free(c.presences);
	if (rc != MB_OK)
		return rc;
	if (c.tally.n > 1)
		qsort_r(c.tally.buckets, c.tally.n, sizeof(*c.tally.buckets),
			compare_buckets, &c.tally);
	*out = c.tally;
	return MB_OK;
}

double tally_rate(int64_t n, const struct count *of)
{
	return of->words > 0 ? (double)n * 10000 / (double)of->words : 0;
}
