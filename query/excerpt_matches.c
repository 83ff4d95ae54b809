#include "excerpt_matches.h"

/* The text's terms by place: those of one place stand together. */
struct places {
	const struct mb_term *terms;
	size_t
	    *first; /* index of each place's first term; one more at the end */
	size_t n;
};

static int find_places(struct mb_arena *arena, const struct mb_terms *terms,
		       struct places *out, struct mb_err *err)
{
	size_t *first = MB_NEW(arena, size_t, terms->n + 1);
	size_t n = 0;

	if (!first)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < terms->n; i++)
		if (!(terms->items[i].flags & MB_TERM_ALSO))
			first[n++] = i;
	first[n] = terms->n;
	*out = (struct places){ terms->items, first, n };
	return MB_OK;
}

static bool is_word(const struct place *wanted, struct mb_str word,
		    bool is_prefix)
{
	for (size_t i = 0; i < wanted->n; i++)
		if (is_prefix ? mb_str_starts(word, wanted->words[i])
			      : mb_str_equal(word, wanted->words[i]))
			return true;
	return false;
}

static bool is_at_place(const struct places *places, size_t at,
			const struct place *wanted, bool is_prefix)
{
	for (size_t i = places->first[at]; i < places->first[at + 1]; i++)
		if (is_word(wanted, places->terms[i].word, is_prefix))
			return true;
	return false;
}

static bool is_variant_at(const struct places *places, size_t at,
			  const struct variant *variant)
{
	if (variant->n == 0 || at + variant->n > places->n)
		return false;
	for (size_t i = 0; i < variant->n; i++)
		if (!is_at_place(places, at + i, &variant->places[i],
				 variant->is_prefix && i + 1 == variant->n))
			return false;
	return true;
}

static int add_match(struct matches *matches, struct mb_arena *arena,
		     const struct match *match, struct mb_err *err)
{
	struct match *moved = mb_arena_grow(arena, matches->items, matches->n,
					    &matches->capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	matches->items = moved;
	matches->items[matches->n++] = *match;
	return MB_OK;
}

/* The longest variant of the leaf that begins at this place. */
static size_t match_leaf(const struct places *places, size_t at,
			 const struct leaf *leaf)
{
	size_t longest = 0;

	for (size_t way = 0; way < leaf->n_ways; way++)
		for (size_t k = 0; k < leaf->ways[way].n; k++) {
			const struct variant *variant =
			    &leaf->ways[way].operands[k];

			if (variant->n > longest &&
			    is_variant_at(places, at, variant))
				longest = variant->n;
		}
	return longest;
}

/* Of the words that were typed, or of those that were added. */
static int find_some(const struct places *places, const struct plan *plan,
		     bool is_added, struct mb_arena *arena, struct matches *out,
		     struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t at = 0; at < places->n; at++)
		for (size_t i = 0; i < plan->n_leaves && rc == MB_OK; i++) {
			const struct leaf *leaf = &plan->leaves[i];
			size_t n, last;

			if (!plan_is_scored(leaf) ||
			    leaf->is_added != is_added ||
			    leaf->column == MB_FTS_TITLE)
				continue;
			n = match_leaf(places, at, leaf);
			if (n == 0)
				continue;
			last = places->first[at + n - 1];
			const struct match match = {
				.start = places->terms[places->first[at]].start,
				.end = places->terms[last].end,
				.leaf = i,
			};

			rc = add_match(out, arena, &match, err);
		}
	return rc;
}

/* Added words count only where no other is found. */
static int find_matches(const struct places *places, const struct plan *plan,
			struct mb_arena *arena, struct matches *out,
			struct mb_err *err)
{
	int rc = find_some(places, plan, false, arena, out, err);

	return rc == MB_OK && out->n == 0
		   ? find_some(places, plan, true, arena, out, err)
		   : rc;
}

/* A query of filters alone marks nothing: its texts need not be cut up. */
static bool marks_anything(const struct plan *plan)
{
	for (size_t i = 0; i < plan->n_leaves; i++)
		if (plan_is_scored(&plan->leaves[i]))
			return true;
	return false;
}

int excerpt_matches(struct mb_splitter *splitter, const struct plan *plan,
		    struct mb_str text, struct mb_arena *arena,
		    struct matches *matches, struct mb_err *err)
{
	struct mb_terms terms;
	struct places places = { NULL, NULL, 0 };
	int rc;

	if (!marks_anything(plan))
		return MB_OK;
	rc = mb_split(splitter, text, &terms, err);
	if (rc == MB_OK)
		rc = find_places(arena, &terms, &places, err);
	return rc == MB_OK ? find_matches(&places, plan, arena, matches, err)
			   : rc;
}
