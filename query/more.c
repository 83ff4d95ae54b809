#include "more.h"

#include <math.h>
#include <stdlib.h>

#include "minutebook/store_facts.h"
#include "set.h"
#include "stopwords.h"

#define MAX_HITS 1000     /* looked at for the best items */
#define MAX_AROUND 100000 /* paragraphs of an item */
#define MIN_CHARS 3
#define MAX_WEIGHED 200 /* words that the index is asked about */

/* A stem in the best items. */
struct candidate {
	struct mb_str word;     /* its shortest form there */
	double likelihood;      /* that a word of these items is it */
	size_t n_items;         /* that have it */
	const struct hit *last; /* of them */
	double weight;
};

struct feedback {
	struct inquiry *q;
	struct mb_stemmer *stemmer;
	struct mb_arena arena;
	struct hit hits[MORE_ITEMS]; /* one of each item */
	size_t n_hits;
	struct set stems;
	struct candidate *candidates; /* by the stem's number */
	size_t n_candidates, capacity;
	double score;       /* of all the items */
	double n_words_all; /* of all the indexes */
	struct mb_err *err;
};

/* --- the best items ---------------------------------------------------- */

static bool has_item(const struct feedback *f, const struct hit *hit)
{
	for (size_t i = 0; i < f->n_hits; i++)
		if (f->hits[i].source == hit->source &&
		    f->hits[i].item == hit->item)
			return true;
	return false;
}

static int find_items(struct feedback *f, const struct search_options *options)
{
	struct search_options first = { .match = options->match,
					.limit = MAX_HITS };
	struct hit hit;
	int rc = inquiry_search(f->q, &first, f->err);

	while (rc == MB_OK && f->n_hits < MORE_ITEMS &&
	       (rc = inquiry_next(f->q, &hit, f->err)) > 0) {
		rc = MB_OK;
		if (has_item(f, &hit))
			continue;
		f->score += hit.score;
		f->hits[f->n_hits++] = hit;
	}
	inquiry_end(f->q);
	return rc;
}

/* --- their words ------------------------------------------------------- */

static bool is_wanted(const struct mb_term *term)
{
	return !(term->flags & (MB_TERM_ALSO | MB_TERM_NUMBER)) &&
	       term->word.len >= MIN_CHARS && !stopwords_have(term->word);
}

static int add_word(struct feedback *f, const struct hit *hit,
		    struct mb_str word, double likelihood)
{
	struct candidate *moved, *candidate;
	struct mb_str stem;
	size_t number;
	bool is_new;
	int rc = mb_stem(f->stemmer, word, &stem, f->err);

	if (rc == MB_OK)
		rc = set_add(&f->stems, stem, &number, &is_new, f->err);
	if (rc != MB_OK)
		return rc;
	if (is_new) {
		moved = mb_arena_grow(&f->arena, f->candidates, f->n_candidates,
				      &f->capacity, sizeof(*moved));
		if (!moved)
			return mb_fail_nomem(f->err);
		f->candidates = moved;
		moved[f->n_candidates++] = (struct candidate){ .weight = 0 };
	}
	candidate = &f->candidates[number];
	candidate->likelihood += likelihood;
	candidate->n_items += candidate->last != hit;
	candidate->last = hit;
	if (!is_new && candidate->word.len <= word.len)
		return MB_OK;
	return mb_arena_copy(&f->arena, word, &candidate->word, f->err);
}

static int add_text(struct feedback *f, const struct hit *hit,
		    struct mb_str text, double likelihood)
{
	struct mb_terms terms;
	int rc = mb_split(f->q->sources->splitter, text, &terms, f->err);

	for (size_t i = 0; rc == MB_OK && i < terms.n; i++)
		if (is_wanted(&terms.items[i]))
			rc = add_word(f, hit, terms.items[i].word, likelihood);
	return rc;
}

/* The texts of an item: its title, then its paragraphs. */
static int read_texts(struct feedback *f, const struct hit *hit,
		      struct mb_words *out)
{
	struct mb_reader *reader = f->q->sources->readers[hit->source];
	struct mb_paragraphs around;
	int rc = mb_reader_around(reader, hit->paragraph, MAX_AROUND, &f->arena,
				  &around, f->err);

	if (rc != MB_OK)
		return rc;
	out->items = MB_NEW(&f->arena, struct mb_str, around.n + 1);
	if (!out->items)
		return mb_fail_nomem(f->err);
	for (size_t i = 0; rc == MB_OK && i < around.n; i++) {
		struct mb_hit paragraph;

		rc = mb_reader_hit(reader, around.items[i], &f->arena,
				   &paragraph, f->err);
		if (rc != MB_OK)
			return rc;
		if (i == 0)
			out->items[out->n++] = paragraph.item_title;
		out->items[out->n++] = paragraph.text;
	}
	return rc;
}

/* Each of an item's words is as likely as it is common there. */
static int add_item(struct feedback *f, const struct hit *hit)
{
	struct mb_words texts = { NULL, 0 };
	size_t n_words = 0;
	int rc = read_texts(f, hit, &texts);

	for (size_t i = 0; rc == MB_OK && i < texts.n; i++) {
		struct mb_terms terms;

		rc = mb_split(f->q->sources->splitter, texts.items[i], &terms,
			      f->err);
		if (rc == MB_OK)
			n_words += terms.n;
	}
	for (size_t i = 0; rc == MB_OK && i < texts.n; i++)
		rc = add_text(f, hit, texts.items[i],
			      hit->score / f->score / (double)n_words);
	return rc;
}

/* --- which of them ----------------------------------------------------- */

static bool variant_has(const struct variant *variant, struct mb_str word)
{
	for (size_t i = 0; i < variant->n; i++)
		for (size_t k = 0; k < variant->places[i].n; k++)
			if (mb_str_equal(word, variant->places[i].words[k]))
				return true;
	return false;
}

static bool leaf_has(const struct leaf *leaf, struct mb_str word)
{
	for (size_t i = 0; i < leaf->n_ways; i++)
		for (size_t k = 0; k < leaf->ways[i].n; k++)
			if (variant_has(&leaf->ways[i].operands[k], word))
				return true;
	return false;
}

/* Whether the query looks for the word already, or excludes it. */
static bool is_typed(const struct feedback *f, struct mb_str word)
{
	const struct plan *plan = &f->q->plans[0];

	for (size_t i = 0; i < plan->n_leaves; i++)
		if (leaf_has(&plan->leaves[i], word))
			return true;
	return false;
}

/* How often the word's forms stand in all the indexes. */
static int count_all(struct feedback *f, struct mb_str word, double *n_all)
{
	int rc = MB_OK;

	*n_all = 0;
	for (int i = 0; rc == MB_OK && i < f->q->sources->n; i++) {
		struct mb_reader *reader = f->q->sources->readers[i];
		struct mb_words forms = { NULL, 0 };
		struct mb_str stem;

		rc = mb_stem(f->stemmer, word, &stem, f->err);
		if (rc == MB_OK)
			rc = mb_reader_words_of_stem(reader, stem,
						     PLAN_MAX_FORMS, &f->arena,
						     &forms, f->err);
		for (size_t k = 0; rc == MB_OK && k < forms.n; k++) {
			int64_t n = 0;

			rc = mb_reader_word_count(reader, forms.items[k], &n,
						  f->err);
			*n_all += (double)n;
		}
	}
	return rc;
}

static int compare_likelihood(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->likelihood != y->likelihood)
		return x->likelihood > y->likelihood ? -1 : 1;
	return mb_str_compare(x->word, y->word);
}

static int compare_weight(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return mb_str_compare(x->word, y->word);
}

/* How much more often than elsewhere a word stands in these items. */
static int weigh(struct feedback *f, struct candidate *c)
{
	double n_all = 0;
	int rc;

	if (is_typed(f, c->word) || (f->n_hits > 1 && c->n_items < 2))
		return MB_OK;
	rc = count_all(f, c->word, &n_all);
	if (n_all > 0)
		c->weight =
		    c->likelihood * log(c->likelihood * f->n_words_all / n_all);
	return rc;
}

static int weigh_all(struct feedback *f)
{
	int rc = MB_OK;

	for (int i = 0; rc == MB_OK && i < f->q->sources->n; i++) {
		struct mb_totals totals = { .words = 0 };

		rc = mb_reader_totals(f->q->sources->readers[i], &totals,
				      f->err);
		f->n_words_all += (double)totals.words;
	}
	if (f->n_candidates > 1)
		qsort(f->candidates, f->n_candidates, sizeof(*f->candidates),
		      compare_likelihood);
	if (f->n_candidates > MAX_WEIGHED)
		f->n_candidates = MAX_WEIGHED;
	for (size_t i = 0; rc == MB_OK && i < f->n_candidates; i++)
		rc = weigh(f, &f->candidates[i]);
	if (f->n_candidates > 1)
		qsort(f->candidates, f->n_candidates, sizeof(*f->candidates),
		      compare_weight);
	return rc;
}

/* Their weights are in proportion to how likely they are, and all together
 * in proportion to those of the typed words. */
static int choose(struct feedback *f)
{
	struct inquiry *q = f->q;
	const struct plan *plan = &q->plans[0];
	double sum = 0, typed = 0;
	int rc = MB_OK;

	for (size_t i = 0; i < f->n_candidates && rc == MB_OK; i++) {
		const struct candidate *c = &f->candidates[i];

		if (c->weight <= 0 || q->n_more == PLAN_MAX_MORE)
			break;
		rc = mb_arena_copy(q->arena, c->word, &q->more[q->n_more].word,
				   f->err);
		q->more[q->n_more++].weight = c->likelihood;
		sum += c->likelihood;
	}
	for (size_t i = 0; i < plan->n_leaves; i++)
		if (plan_is_asked(&plan->leaves[i]))
			typed += plan->leaves[i].weight;
	for (size_t i = 0; i < q->n_more; i++)
		q->more[i].weight *=
		    typed * MORE_WEIGHT / (1 - MORE_WEIGHT) / sum;
	return rc;
}

int more_add(struct inquiry *q, const struct inquiry_order *order,
	     const struct search_options *options, struct mb_err *err)
{
	struct feedback f = { .q = q, .stemmer = mb_stemmer_new(), .err = err };
	int rc = f.stemmer ? MB_OK : mb_fail_nomem(err);

	f.stems.arena = &f.arena;
	q->n_more = 0;
	if (rc == MB_OK && q->sort == SORT_RANK &&
	    q->plans[0].mode == PLAN_MATCH && q->plans[0].n_positive > 0)
		rc = find_items(&f, options);
	for (size_t i = 0; rc == MB_OK && i < f.n_hits; i++)
		rc = add_item(&f, &f.hits[i]);
	if (rc == MB_OK)
		rc = weigh_all(&f);
	if (rc == MB_OK)
		rc = choose(&f);
	mb_stemmer_free(f.stemmer);
	mb_arena_release(&f.arena);
	return rc == MB_OK && q->n_more > 0
		   ? inquiry_plan(q, q->sources, order, err)
		   : rc;
}
