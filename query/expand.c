#include "expand.h"

#include <string.h>

#include "apart.h"
#include "minutebook/text.h"
#include "variants.h"

/* The canonical terms of a text, copied; words that stand in the same place
 * are left out but for a possessive's plural. */
struct split {
	struct mb_str *words;
	bool *is_possessive;
	bool *has_hyphen; /* behind it */
	size_t n;
};

static struct split split(struct building *b, struct mb_str text)
{
	struct split s = { NULL, NULL, NULL, 0 };
	struct mb_terms terms = { NULL, 0 };

	if (b->rc == MB_OK)
		b->rc = mb_split(b->expander->splitter, text, &terms, b->err);
	s.words = variants_alloc(b, terms.n + 1, sizeof(*s.words));
	s.is_possessive =
	    variants_alloc(b, terms.n + 1, sizeof(*s.is_possessive));
	s.has_hyphen = variants_alloc(b, terms.n + 1, sizeof(*s.has_hyphen));
	for (size_t i = 0; b->rc == MB_OK && i < terms.n; i++) {
		const struct mb_term *term = &terms.items[i];

		if (term->flags & MB_TERM_ALSO)
			continue;
		s.words[s.n] = variants_copy(b, term->word);
		s.is_possessive[s.n] = term->flags & MB_TERM_POSSESSIVE;
		s.has_hyphen[s.n++] = term->flags & MB_TERM_HYPHEN;
	}
	return s;
}

static struct mb_str join_words(struct building *b, const struct mb_str *words,
				size_t n)
{
	struct mb_buf joined = MB_BUF_INIT;
	struct mb_str out = { NULL, 0 };

	for (size_t i = 0; i < n; i++)
		mb_buf_add(&joined, words[i]);
	if (b->rc == MB_OK)
		b->rc = mb_buf_move(&joined, b->expander->arena, &out, b->err);
	mb_buf_release(&joined);
	return out;
}

static bool is_known(struct building *b, struct mb_str word)
{
	int64_t n = 0;

	if (b->rc == MB_OK)
		b->rc =
		    mb_reader_word_count(b->expander->reader, word, &n, b->err);
	return n > 0;
}

/* How the place of word @i is filled: by its forms, or as it is written. */
static struct place place_of(struct building *b, const struct split *s,
			     size_t i, bool is_exact)
{
	struct place place;

	if (!is_exact)
		return variants_forms(b, s->words[i]);
	place = variants_word(b, s->words[i]);
	if (b->rc == MB_OK && s->is_possessive[i]) { /* person's: persons */
		struct mb_str *words = variants_alloc(b, 2, sizeof(*words));
		const struct mb_str plural[] = { s->words[i], MB_STR("s") };

		if (words) {
			words[0] = place.words[0];
			words[1] = join_words(b, plural, 2);
			place = (struct place){ words, 2 };
		}
	}
	return place;
}

/* --- beginnings -------------------------------------------------------- */

static void add_beginning(struct building *b, struct mb_str start)
{
	struct variant variant = {
		.places = variants_alloc(b, 1, sizeof(*variant.places)),
		.n = 1,
		.is_prefix = true,
	};

	if (!variant.places)
		return;
	variant.places[0] = variants_word(b, start);
	variants_add(b, &variant);
}

/*
 * What a word begins with is not always spelled as a word is: "program" alone
 * is "programme", but "programming" is not, and "organiz" begins "organise".
 */
static void add_beginnings(struct building *b, const struct node *text)
{
	struct mb_buf spelled = MB_BUF_INIT;

	mb_fold(&spelled, text->text);
	if (mb_str_find_char(mb_buf_str(&spelled), ' ') == MB_STR_NONE) {
		add_beginning(b, mb_buf_str(&spelled));
		if (mb_spell_beginning(spelled.ptr, spelled.len))
			add_beginning(b, mb_buf_str(&spelled));
	}
	if (spelled.has_failed && b->rc == MB_OK)
		b->rc = mb_fail_nomem(b->err);
	mb_buf_release(&spelled);
}

/* --- single words ------------------------------------------------------ */

static void expand_one(struct building *b, const struct split *s,
		       const struct node *text)
{
	struct variant variant = {
		.places = variants_alloc(b, 1, sizeof(*variant.places)),
		.n = 1,
		.is_prefix = text->is_prefix,
	};

	if (!variant.places)
		return;
	variant.places[0] =
	    place_of(b, s, 0, text->is_exact || text->is_prefix);
	variants_add(b, &variant);
	if (text->is_prefix)
		return;
	apart_add(b, s->words[0], text->is_exact);
	apart_add_halves(b, s->words[0], text->is_exact);
	apart_add_known(b, s->words[0]);
	apart_add_digits(b, s->words[0]);
}

/* word~1: the words within so many edits. */
static void expand_fuzzy(struct building *b, const struct split *s,
			 const struct node *text)
{
	struct variant variant = {
		.places = variants_alloc(b, 1, sizeof(*variant.places)),
		.n = 1,
	};
	size_t distance = text->distance > 2 ? 2 : (size_t)text->distance;
	struct mb_near_words near = { NULL, 0 };
	struct mb_str *words;

	if (b->rc == MB_OK)
		b->rc = mb_reader_words_near(b->expander->reader, s->words[0],
					     distance, PLAN_MAX_FORMS,
					     b->expander->arena, &near, b->err);
	words = variants_alloc(b, near.n + 1, sizeof(*words));
	if (!variant.places || !words)
		return;
	for (size_t i = 0; i < near.n; i++)
		words[i] = near.items[i].word;
	variant.places[0] = near.n > 0 ? (struct place){ words, near.n }
				       : variants_word(b, s->words[0]);
	variants_add(b, &variant);
}

/* --- several words ----------------------------------------------------- */

/*
 * A phrase in all its spellings: each word, pair or joined word is left as it
 * is or written the other way.  Depth first, the way it was typed first.
 */
struct phrase_walk {
	struct building *b;
	const struct split *s;
	const struct node *text;
	struct place *places;
	size_t n, capacity;
};

static void walk_phrase(struct phrase_walk *w, size_t i);

static void walk_with(struct phrase_walk *w, const struct place *places,
		      size_t n, size_t next)
{
	if (w->n + n > w->capacity)
		return;
	for (size_t k = 0; k < n; k++)
		w->places[w->n++] = places[k];
	walk_phrase(w, next);
	w->n -= n;
}

static void walk_parts(struct phrase_walk *w, size_t i)
{
	struct building parts = { .expander = w->b->expander,
				  .err = w->b->err };

	apart_add(&parts, w->s->words[i], true);
	apart_add_halves(&parts, w->s->words[i], true);
	apart_add_known(&parts, w->s->words[i]);
	if (w->b->rc == MB_OK)
		w->b->rc = parts.rc;
	for (size_t k = 0; k < parts.list.n; k++)
		walk_with(w, parts.list.items[k].places, parts.list.items[k].n,
			  i + 1);
}

static void walk_joined(struct phrase_walk *w, size_t i)
{
	for (size_t n = 2; n <= 3 && i + n <= w->s->n; n++) {
		struct mb_str joined = join_words(w->b, w->s->words + i, n);
		struct place place;

		if (w->b->rc != MB_OK || !is_known(w->b, joined))
			continue;
		place = variants_word(w->b, joined);
		walk_with(w, &place, 1, i + n);
	}
}

static void walk_phrase(struct phrase_walk *w, size_t i)
{
	struct place place;

	if (w->b->rc != MB_OK || w->b->list.n == PLAN_MAX_VARIANTS)
		return;
	if (i == w->s->n) {
		struct variant variant = {
			.places =
			    variants_alloc(w->b, w->n, sizeof(*variant.places)),
			.n = w->n,
			.is_prefix = w->text->is_prefix,
		};

		if (variant.places)
			memcpy(variant.places, w->places,
			       w->n * sizeof(*w->places));
		variants_add(w->b, &variant);
		return;
	}
	place = place_of(w->b, w->s, i,
			 w->text->is_exact || w->text->is_prefix ||
			     i + 1 < w->s->n);
	walk_with(w, &place, 1, i + 1);
	walk_parts(w, i);
	walk_joined(w, i);
}

static void expand_phrase(struct building *b, const struct split *s,
			  const struct node *text)
{
	struct phrase_walk walk = { .b = b, .s = s, .text = text };

	walk.capacity = s->n * 4 + 4;
	walk.places = variants_alloc(b, walk.capacity, sizeof(*walk.places));
	if (walk.places)
		walk_phrase(&walk, 0);
}

/* a-b typed as one word: joined, too, even if nobody is known to write it. */
static void add_joined(struct building *b, const struct split *s,
		       const struct node *text)
{
	struct variant variant = { .n = 1, .is_prefix = text->is_prefix };

	for (size_t i = 0; i + 1 < s->n; i++)
		if (!s->has_hyphen[i])
			return;
	variant.places = variants_alloc(b, 1, sizeof(*variant.places));
	if (!variant.places)
		return;
	if (text->is_exact || text->is_prefix)
		variant.places[0] =
		    variants_word(b, join_words(b, s->words, s->n));
	else
		variant.places[0] =
		    variants_forms(b, join_words(b, s->words, s->n));
	variants_add(b, &variant);
}

int expand_text(struct expander *expander, const struct node *text,
		struct variants *out, struct mb_err *err)
{
	struct building b = { .expander = expander, .err = err };
	struct split s = split(&b, text->text);

	if (b.rc != MB_OK)
		return b.rc;
	if (s.n == 1 && text->distance >= 0 && !text->is_phrase) {
		expand_fuzzy(&b, &s, text);
	} else if (s.n == 1) {
		expand_one(&b, &s, text);
		if (text->is_prefix) {
			add_beginnings(&b, text);
			apart_add_prefix(&b, s.words[0]);
		}
	} else if (s.n > 1) {
		expand_phrase(&b, &s, text);
		if (!text->is_phrase)
			add_joined(&b, &s, text);
	}
	if (b.rc == MB_OK)
		*out = b.list;
	return b.rc;
}

int expand_pair(struct expander *expander, const struct node *first,
		const struct node *second, struct variants *out,
		struct mb_err *err)
{
	struct building b = { .expander = expander, .err = err };
	struct split a = split(&b, first->text), c = split(&b, second->text);
	struct variant variant = { .n = 1 };
	struct mb_str words[] = { first->text, MB_STR(" "), second->text };
	struct mb_str joined;

	*out = (struct variants){ NULL, 0 };
	if (b.rc != MB_OK || a.n != 1 || c.n != 1)
		return b.rc;
	joined = join_words(&b, words, 3);
	c = split(&b, joined);
	joined = join_words(&b, c.words, c.n); /* 1.2 million is one word */
	if (b.rc != MB_OK || (c.n > 2 || !is_known(&b, joined)))
		return b.rc;
	variant.places = variants_alloc(&b, 1, sizeof(*variant.places));
	if (variant.places)
		variant.places[0] = variants_forms(&b, joined);
	variants_add(&b, &variant);
	*out = b.list;
	return b.rc;
}
