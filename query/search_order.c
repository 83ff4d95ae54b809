#include "search_order.h"

#include <stdlib.h>

/* The id by which equals are put in order, read when it is first needed. */
static struct mb_str id_of(struct search *s, struct found *item)
{
	if (item->id.len == 0 && s->sort_rc == MB_OK)
		s->sort_rc = mb_reader_hit_id(s->sources[item->source].reader,
					      item->first, &s->arena, &item->id,
					      s->sort_err);
	return item->id;
}

/* The same item in two indexes, or two of one id. */
static int compare_places(const struct found *x, const struct found *y)
{
	if (x->source != y->source)
		return x->source - y->source;
	return (x->first > y->first) - (x->first < y->first);
}

/* The documented order: level, score, routine last, newest, then the id. */
static int compare_items(const void *a, const void *b, void *user)
{
	struct found *x = (struct found *)(uintptr_t)a;
	struct found *y = (struct found *)(uintptr_t)b;
	struct search *s = user;
	int date, order;

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
	order = mb_str_compare(id_of(s, x), id_of(s, y));
	return order != 0 ? order : compare_places(x, y);
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

int search_order(struct search *s, struct mb_err *err)
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
