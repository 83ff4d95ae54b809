#include "expand.h"

#include <string.h>

#include "minutebook/text.h"

/* --- stop words -------------------------------------------------------- */

/*
 * Snowball's English list (snowballstem.org), folded and sorted, without the
 * contractions that fold to other words (we'll, she'd, I'll).
 */
static const char *const stop_words[] = {
	"a",       "about",  "above",     "after",    "again",      "against",
	"all",     "am",     "an",        "and",      "any",        "are",
	"arent",   "as",     "at",        "be",       "because",    "been",
	"before",  "being",  "below",     "between",  "both",       "but",
	"by",      "cannot", "could",     "couldnt",  "did",        "didnt",
	"do",      "does",   "doesnt",    "doing",    "dont",       "down",
	"during",  "each",   "few",       "for",      "from",       "further",
	"had",     "hadnt",  "has",       "hasnt",    "have",       "havent",
	"having",  "he",     "her",       "here",     "heres",      "hers",
	"herself", "hes",    "him",       "himself",  "his",        "how",
	"hows",    "i",      "if",        "im",       "in",         "into",
	"is",      "isnt",   "it",        "its",      "itself",     "ive",
	"lets",    "me",     "more",      "most",     "mustnt",     "my",
	"myself",  "no",     "nor",       "not",      "of",         "off",
	"on",      "once",   "only",      "or",       "other",      "ought",
	"our",     "ours",   "ourselves", "out",      "over",       "own",
	"same",    "shant",  "she",       "shes",     "should",     "shouldnt",
	"so",      "some",   "such",      "than",     "that",       "thats",
	"the",     "their",  "theirs",    "them",     "themselves", "then",
	"there",   "theres", "these",     "they",     "theyd",      "theyll",
	"theyre",  "theyve", "this",      "those",    "through",    "to",
	"too",     "under",  "until",     "up",       "very",       "was",
	"wasnt",   "we",     "were",      "werent",   "weve",       "what",
	"whats",   "when",   "whens",     "where",    "wheres",     "which",
	"while",   "who",    "whom",      "whos",     "why",        "whys",
	"with",    "would",  "wouldnt",   "you",      "youd",       "youll",
	"your",    "youre",  "yours",     "yourself", "yourselves", "youve",
};

bool expand_is_stop_word(struct mb_str folded)
{
	size_t low = 0, high = sizeof(stop_words) / sizeof(*stop_words);

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order =
		    mb_str_compare(folded, mb_str_of(stop_words[middle]));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

/* --- building variants ------------------------------------------------- */

/* Variants under construction; what is beyond the cap is left out. */
struct building {
	struct expander *expander;
	struct variants list;
	struct mb_err *err;
	int rc; /* sticks */
};

static void *alloc(struct building *b, size_t n, size_t size)
{
	void *memory = NULL;

	if (b->rc == MB_OK)
		memory = mb_arena_alloc(b->expander->arena, n, size);
	if (!memory && b->rc == MB_OK)
		b->rc = mb_fail_nomem(b->err);
	return memory;
}

static struct mb_str copy(struct building *b, struct mb_str s)
{
	struct mb_str out = { NULL, 0 };

	if (b->rc == MB_OK)
		b->rc = mb_arena_copy(b->expander->arena, s, &out, b->err);
	return out;
}

static bool is_same(const struct variant *a, const struct variant *b)
{
	if (a->n != b->n || a->is_prefix != b->is_prefix)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!mb_str_equal(a->places[i].words[0], b->places[i].words[0]))
			return false;
	return true;
}

static void add_variant(struct building *b, const struct variant *variant)
{
	if (b->rc != MB_OK || variant->n == 0 || b->list.n == PLAN_MAX_VARIANTS)
		return;
	for (size_t i = 0; i < b->list.n; i++)
		if (is_same(&b->list.items[i], variant))
			return;
	if (!b->list.items)
		b->list.items =
		    alloc(b, PLAN_MAX_VARIANTS, sizeof(*b->list.items));
	if (b->list.items)
		b->list.items[b->list.n++] = *variant;
}

static struct place one_word(struct building *b, struct mb_str word)
{
	struct place place = { alloc(b, 1, sizeof(*place.words)), 1 };

	if (place.words)
		place.words[0] = copy(b, word);
	else
		place.n = 0;
	return place;
}

/* The word and its stem's other words: "library", "libraries", ... */
static struct place all_forms(struct building *b, struct mb_str word)
{
	struct mb_words forms = { NULL, 0 };
	struct place place = one_word(b, word);
	struct mb_str *words;
	struct mb_str stem;

	if (b->rc == MB_OK)
		b->rc = mb_stem(b->expander->stemmer, place.words[0], &stem,
				b->err);
	if (b->rc == MB_OK)
		b->rc = mb_reader_words_of_stem(
		    b->expander->reader, stem, PLAN_MAX_FORMS,
		    b->expander->arena, &forms, b->err);
	words = alloc(b, forms.n + 1, sizeof(*words));
	if (!words)
		return place;
	words[0] = place.words[0];
	place.n = 1;
	for (size_t i = 0; i < forms.n; i++)
		if (!mb_str_equal(forms.items[i], words[0]))
			words[place.n++] = forms.items[i];
	place.words = words;
	return place;
}

/* --- terms of a text --------------------------------------------------- */

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
	s.words = alloc(b, terms.n + 1, sizeof(*s.words));
	s.is_possessive = alloc(b, terms.n + 1, sizeof(*s.is_possessive));
	s.has_hyphen = alloc(b, terms.n + 1, sizeof(*s.has_hyphen));
	for (size_t i = 0; b->rc == MB_OK && i < terms.n; i++) {
		const struct mb_term *term = &terms.items[i];

		if (term->flags & MB_TERM_ALSO)
			continue;
		s.words[s.n] = copy(b, term->word);
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
		return all_forms(b, s->words[i]);
	place = one_word(b, s->words[i]);
	if (b->rc == MB_OK && s->is_possessive[i]) { /* person's: persons */
		struct mb_str *words = alloc(b, 2, sizeof(*words));
		const struct mb_str plural[] = { s->words[i], MB_STR("s") };

		if (words) {
			words[0] = place.words[0];
			words[1] = join_words(b, plural, 2);
			place = (struct place){ words, 2 };
		}
	}
	return place;
}

/* --- compounds --------------------------------------------------------- */

/* Adds "a b" for each way in which the joined word @word is written apart. */
static void add_parts(struct building *b, struct mb_str word, bool is_exact)
{
	struct mb_words ways = { NULL, 0 };
	struct mb_str stem = word;

	if (b->rc == MB_OK && !is_exact)
		b->rc = mb_stem(b->expander->stemmer, word, &stem, b->err);
	if (b->rc == MB_OK)
		b->rc = mb_reader_compounds(b->expander->reader, word,
					    is_exact ? MB_STR("") : stem, 6,
					    b->expander->arena, &ways, b->err);
	for (size_t i = 0; b->rc == MB_OK && i < ways.n; i++) {
		struct mb_str rest = ways.items[i];
		struct variant variant = {
			.places = alloc(b, mb_str_count(rest, ' ') + 1,
					sizeof(*variant.places)),
		};

		while (variant.places && rest.len > 0) {
			struct mb_cut cut = mb_str_cut(rest, ' ');

			variant.places[variant.n++] = one_word(b, cut.head);
			rest = cut.tail;
		}
		add_variant(b, &variant);
	}
}

/* Spellings of one word that no hyphen ever gives away. */
static void add_known_pairs(struct building *b, struct mb_str word)
{
	static const struct {
		const char *joined, *first, *second;
	} pairs[] = {
		{ "percent", "per", "cent" },     { "email", "e", "mail" },
		{ "online", "on", "line" },       { "website", "web", "site" },
		{ "wellbeing", "well", "being" },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		struct variant variant = { .n = 0 };

		if (!mb_str_equal(word, mb_str_of(pairs[i].joined)))
			continue;
		variant.places = alloc(b, 2, sizeof(*variant.places));
		if (!variant.places)
			return;
		variant.places[0] = one_word(b, mb_str_of(pairs[i].first));
		variant.places[1] = one_word(b, mb_str_of(pairs[i].second));
		variant.n = 2;
		add_variant(b, &variant);
	}
}

/* covid19: "covid 19" */
static void add_digits_apart(struct building *b, struct mb_str word)
{
	size_t n = 0;
	struct variant variant = { .n = 0 };

	while (n < word.len && mb_is_lower(word.ptr[n]))
		n++;
	if (n < 3 || n == word.len)
		return;
	for (size_t i = n; i < word.len; i++)
		if (!mb_is_digit(word.ptr[i]))
			return;
	variant.places = alloc(b, 2, sizeof(*variant.places));
	if (!variant.places)
		return;
	variant.places[0] = one_word(b, mb_str_take(word, n));
	variant.places[1] = one_word(b, mb_str_drop(word, n));
	variant.n = 2;
	add_variant(b, &variant);
}

/* --- single words ------------------------------------------------------ */

static void expand_one(struct building *b, const struct split *s,
		       const struct node *text)
{
	struct variant variant = {
		.places = alloc(b, 1, sizeof(*variant.places)),
		.n = 1,
		.is_prefix = text->is_prefix,
	};

	if (!variant.places)
		return;
	variant.places[0] =
	    place_of(b, s, 0, text->is_exact || text->is_prefix);
	add_variant(b, &variant);
	if (text->is_prefix)
		return;
	add_parts(b, s->words[0], text->is_exact);
	add_known_pairs(b, s->words[0]);
	add_digits_apart(b, s->words[0]);
}

/* word~1: the words within so many edits. */
static void expand_fuzzy(struct building *b, const struct split *s,
			 const struct node *text)
{
	struct variant variant = {
		.places = alloc(b, 1, sizeof(*variant.places)),
		.n = 1,
	};
	size_t distance = text->distance > 2 ? 2 : (size_t)text->distance;
	struct mb_words near = { NULL, 0 };

	if (b->rc == MB_OK)
		b->rc = mb_reader_words_near(b->expander->reader, s->words[0],
					     distance, PLAN_MAX_FORMS,
					     b->expander->arena, &near, b->err);
	if (!variant.places || b->rc != MB_OK)
		return;
	variant.places[0] = near.n > 0 ? (struct place){ near.items, near.n }
				       : one_word(b, s->words[0]);
	add_variant(b, &variant);
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

	add_parts(&parts, w->s->words[i], true);
	add_known_pairs(&parts, w->s->words[i]);
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
		place = one_word(w->b, joined);
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
			.places = alloc(w->b, w->n, sizeof(*variant.places)),
			.n = w->n,
			.is_prefix = w->text->is_prefix,
		};

		if (variant.places)
			memcpy(variant.places, w->places,
			       w->n * sizeof(*w->places));
		add_variant(w->b, &variant);
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
	walk.places = alloc(b, walk.capacity, sizeof(*walk.places));
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
	variant.places = alloc(b, 1, sizeof(*variant.places));
	if (!variant.places)
		return;
	if (text->is_exact || text->is_prefix)
		variant.places[0] = one_word(b, join_words(b, s->words, s->n));
	else
		variant.places[0] = all_forms(b, join_words(b, s->words, s->n));
	add_variant(b, &variant);
}

/* coprod*: "co prod..." where a hyphen stands in one that begins so. */
static void add_prefix_parts(struct building *b, const struct split *s)
{
	struct mb_words ways = { NULL, 0 };

	if (b->rc == MB_OK)
		b->rc = mb_reader_compounds_from(
		    b->expander->reader, s->words[0], 8, b->expander->arena,
		    &ways, b->err);
	for (size_t i = 0; b->rc == MB_OK && i < ways.n; i++) {
		struct mb_str rest = ways.items[i];
		struct variant variant = {
			.places = alloc(b, mb_str_count(rest, ' ') + 1,
					sizeof(*variant.places)),
		};

		while (variant.places && rest.len > 0) {
			struct mb_cut cut = mb_str_cut(rest, ' ');

			variant.places[variant.n++] = one_word(b, cut.head);
			rest = cut.tail;
		}
		add_variant(b, &variant);
	}
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
		if (text->is_prefix)
			add_prefix_parts(&b, &s);
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
	struct mb_str words[2], joined;

	*out = (struct variants){ NULL, 0 };
	if (b.rc != MB_OK || a.n != 1 || c.n != 1)
		return b.rc;
	words[0] = a.words[0];
	words[1] = c.words[0];
	joined = join_words(&b, words, 2);
	if (!is_known(&b, joined) || b.rc != MB_OK)
		return b.rc;
	variant.places = alloc(&b, 1, sizeof(*variant.places));
	if (variant.places)
		variant.places[0] = all_forms(&b, joined);
	add_variant(&b, &variant);
	*out = b.list;
	return b.rc;
}
