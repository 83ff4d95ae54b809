#include <stdlib.h>
#include <string.h>

#include "minutebook/nearest.h"
#include "oracle_parts.h"
#include "support/text.h"

#define MAX_SPANS 400

/* A match: the places from first to last. */
struct span {
	size_t first, last;
};

struct spans {
	struct span items[MAX_SPANS];
	size_t n;
};

/* --- words ------------------------------------------------------------- */

/* A copy that oracle_forget() frees: there are very many of them. */
char *oracle_copy(struct mb_str word)
{
	char *copy = calloc(word.len + 1, 1);

	cr_assert(copy != NULL);
	if (word.len > 0)
		memcpy(copy, word.ptr, word.len);
	return copy;
}

void oracle_cut(struct oracle *o, const char *text, struct spots *out)
{
	struct mb_terms terms;
	struct mb_err err;

	out->n = 0;
	cr_assert(mb_split(o->splitter, mb_str_of(text), &terms, &err) ==
		  MB_OK);
	for (size_t i = 0; i < terms.n; i++) {
		const struct mb_term *term = &terms.items[i];
		struct spot *spot;

		if (!(term->flags & MB_TERM_ALSO)) {
			cr_assert(out->n < MAX_PLACES);
			out->items[out->n++] = (struct spot){ .n = 0 };
		}
		spot = &out->items[out->n - 1];
		cr_assert(spot->n < MAX_WORDS);
		spot->words[spot->n++] = oracle_copy(term->word);
		spot->has_hyphen |= (term->flags & MB_TERM_HYPHEN) != 0;
	}
}

static char *stem(struct oracle *o, const char *word)
{
	struct mb_str out;
	struct mb_err err;

	cr_assert(mb_stem(o->stemmer, mb_str_of(word), &out, &err) == MB_OK);
	return oracle_copy(out);
}

static bool is_same(struct oracle *o, const char *a, const char *b,
		    bool is_exact)
{
	char *x, *y;
	bool same;

	if (is_exact || !strcmp(a, b))
		return !strcmp(a, b);
	x = stem(o, a);
	y = stem(o, b);
	same = !strcmp(x, y);
	free(x);
	free(y);
	return same;
}

/* The words of some places run together. */
static char *join(const struct spot *spots, size_t n)
{
	char *out = calloc(n * 130 + 1, 1);

	cr_assert(out != NULL);
	for (size_t i = 0; i < n; i++)
		memcpy(out + strlen(out), spots[i].words[0],
		       strlen(spots[i].words[0]));
	return out;
}

void oracle_forget(struct spots *spots)
{
	for (size_t i = 0; i < spots->n; i++)
		for (size_t k = 0; k < spots->items[i].n; k++)
			free(spots->items[i].words[k]);
	spots->n = 0;
}

/* --- where a text stands ----------------------------------------------- */

static bool begins(const char *word, const char *prefix)
{
	return !strncmp(word, prefix, strlen(prefix));
}

static bool fits_word(struct oracle *o, const struct spot *spot,
		      const char *word, const struct node *text, bool is_last)
{
	for (size_t i = 0; i < spot->n; i++) {
		if (text->is_prefix && is_last
			? begins(spot->words[i], word)
			: is_same(o, spot->words[i], word,
				  text->is_exact || text->is_prefix ||
				      !is_last))
			return true;
		if (!text->is_phrase && text->distance >= 0 &&
		    mb_edit_distance(mb_str_of(spot->words[i]),
				     mb_str_of(word)) <= (size_t)text->distance)
			return true;
	}
	return false;
}

/* Word by word, as typed. */
static bool fits_words(struct oracle *o, const struct spots *in, size_t at,
		       const struct spots *typed, const struct node *text)
{
	if (at + typed->n > in->n)
		return false;
	for (size_t i = 0; i < typed->n; i++)
		if (!fits_word(o, &in->items[at + i], typed->items[i].words[0],
			       text, i + 1 == typed->n))
			return false;
	return true;
}

/* Other words with the same letters: antiracism and anti-racism. */
static bool fits_letters(struct oracle *o, const struct spots *in, size_t at,
			 size_t n, const struct spots *typed,
			 const struct node *text)
{
	char *a, *b;
	bool fits;

	if (at + n > in->n || n == typed->n)
		return false;
	a = join(in->items + at, n);
	b = join(typed->items, typed->n);
	if (text->is_prefix)
		fits = begins(a, b) &&
		       (n == 1 || (in->items[at].has_hyphen &&
				   strlen(b) > strlen(in->items[at].words[0])));
	else
		fits = is_same(o, a, b, text->is_exact);
	free(a);
	free(b);
	return fits;
}

static void add_span(struct spans *spans, size_t first, size_t last)
{
	cr_assert(spans->n < MAX_SPANS);
	spans->items[spans->n++] = (struct span){ first, last };
}

static void find_text(struct oracle *o, const struct node *text,
		      const struct spots *in, struct spans *out)
{
	struct spots typed = { .n = 0 };
	char *words = oracle_copy(text->text);

	oracle_cut(o, words, &typed);
	for (size_t at = 0; typed.n > 0 && at < in->n; at++) {
		if (fits_words(o, in, at, &typed, text))
			add_span(out, at, at + typed.n - 1);
		for (size_t n = 1; n <= 3; n++)
			if (fits_letters(o, in, at, n, &typed, text))
				add_span(out, at, at + n - 1);
	}
	oracle_forget(&typed);
	free(words);
}

static void find_operand(struct oracle *o, const struct node *operand,
			 const struct spots *in, struct spans *out)
{
	if (operand->kind == NODE_TEXT)
		find_text(o, operand, in, out);
	for (size_t i = 0; i < operand->n_children; i++)
		find_text(o, operand->children[i], in, out);
}

/* Whether one match of each operand can be had within the distance. */
static bool is_near(struct oracle *o, const struct node *node, size_t i,
		    const struct spots *in, struct span all)
{
	struct spans *spans;
	bool found = false;

	if (i == node->n_children)
		return true;
	spans = calloc(1, sizeof(*spans));
	cr_assert(spans != NULL);
	find_operand(o, node->children[i], in, spans);
	for (size_t k = 0; k < spans->n && !found; k++) {
		struct span s = spans->items[k];
		/* of all so far: the last start and the first end */
		struct span next = { s.first > all.first ? s.first : all.first,
				     s.last < all.last ? s.last : all.last };

		if (i == 0)
			next = s;
		found =
		    (next.first <= next.last ||
		     next.first - next.last - 1 <= (size_t)node->distance) &&
		    is_near(o, node, i + 1, in, next);
	}
	free(spans);
	return found;
}

/* A phrase with a distance is its words, near each other. */
static bool is_loose_phrase(const struct node *node)
{
	return node->is_phrase && node->distance >= 0;
}

static bool is_near_words(struct oracle *o, const struct node *phrase,
			  const struct spots *in)
{
	struct node near = { .kind = NODE_NEAR, .distance = phrase->distance };
	struct node words[8];
	struct node *children[8];
	struct mb_str rest = phrase->text;

	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ' ');

		words[near.n_children] = (struct node){ .kind = NODE_TEXT,
							.text = cut.head,
							.distance = -1 };
		children[near.n_children] = &words[near.n_children];
		near.n_children++;
		rest = cut.tail;
	}
	near.children = children;
	return is_near(o, &near, 0, in, (struct span){ 0, 0 });
}

bool oracle_stands(struct oracle *o, const struct node *node,
		   const struct spots *in)
{
	struct spans *spans;
	bool found;

	if (node->kind == NODE_NEAR)
		return is_near(o, node, 0, in, (struct span){ 0, 0 });
	if (is_loose_phrase(node))
		return is_near_words(o, node, in);
	spans = calloc(1, sizeof(*spans));
	cr_assert(spans != NULL);
	find_text(o, node, in, spans);
	found = spans->n > 0;
	free(spans);
	return found;
}
