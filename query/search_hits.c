#include "search_hits.h"

#include <stdlib.h>

/*
 * How much a paragraph says, against the others of its item.  Added words tell
 * only where the item has not enough of the typed ones.
 */
static double paragraph_score(const struct search *s, const struct found *item,
			      const struct row *row)
{
	double score = 0;

	for (size_t i = 0; i < s->plan->n_leaves; i++) {
		double n = row->counts[i].text;

		if (item->level == LEVEL_MORE
			? plan_is_scored(&s->plan->leaves[i])
			: plan_is_asked(&s->plan->leaves[i]))
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
		.item = item->item,
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
				     paragraph_score(s, item, &row), err);
	}
	return rc;
}

/* The rows that the first pass has kept, in the order of the minutes. */
static int list_item(struct search *s, const struct found *item,
		     struct mb_err *err)
{
	bool is_backward = s->options.sort == SORT_DATE_DESC;
	const int64_t *rows = s->rows + item->first_row;
	size_t n = (size_t)item->n_hits;
	int rc = MB_OK;

	s->n_hits = s->next_hit = 0;
	for (size_t i = 0; i < n && rc == MB_OK; i++)
		rc =
		    add_hit(s, item, rows[is_backward ? n - 1 - i : i], 0, err);
	return rc;
}

int search_hits_load(struct search *s, struct mb_err *err)
{
	const struct found *item = &s->items[s->next_item++];
	int rc;

	if (s->n_to_skip >= item->n_hits) {
		s->n_to_skip -= item->n_hits;
		s->n_hits = s->next_hit = 0;
		return MB_OK;
	}
	rc = s->is_stream ? list_item(s, item, err)
			  : read_item(s, item, false, err);
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
