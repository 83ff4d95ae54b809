#include "apart.h"

#include "minutebook/text.h"
#include "stopwords.h"

/* Adds each of @ways, a phrase with blanks between its words. */
static void add_ways(struct building *b, const struct mb_words *ways)
{
	for (size_t i = 0; b->rc == MB_OK && i < ways->n; i++) {
		struct mb_str rest = ways->items[i];
		struct variant variant = {
			.places = variants_alloc(b, mb_str_count(rest, ' ') + 1,
						 sizeof(*variant.places)),
		};

		while (variant.places && rest.len > 0) {
			struct mb_cut cut = mb_str_cut(rest, ' ');

			variant.places[variant.n++] =
			    variants_word(b, cut.head);
			rest = cut.tail;
		}
		variants_add(b, &variant);
	}
}

void apart_add(struct building *b, struct mb_str word, bool is_exact)
{
	struct mb_words ways = { NULL, 0 };
	struct mb_str stem = word;

	if (b->rc == MB_OK && !is_exact)
		b->rc = mb_stem(b->expander->stemmer, word, &stem, b->err);
	if (b->rc == MB_OK)
		b->rc = mb_reader_compounds(b->expander->reader, word,
					    is_exact ? MB_STR("") : stem, 6,
					    b->expander->arena, &ways, b->err);
	add_ways(b, &ways);
}

/* What people write before a word, with a hyphen, a blank or neither. */
static bool is_prefix(struct mb_str s)
{
	static const char *const prefixes[] = {
		"anti",  "co",    "cross", "cyber", "eco",   "infra",
		"inter", "multi", "non",   "self",  "socio",
	};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
		if (mb_str_equal(s, mb_str_of(prefixes[i])))
			return true;
	return false;
}

/* Common words of which compounds are made: "over spend", "out turn". */
static bool is_direction(struct mb_str s)
{
	static const char *const words[] = {
		"after", "down", "off", "out", "over", "through", "under", "up"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (mb_str_equal(s, mb_str_of(words[i])))
			return true;
	return false;
}

/* "the rapist" is no way to write "therapist". */
static bool is_no_half(struct mb_str s)
{
	return stopwords_have(s) && !is_direction(s);
}

static bool is_known(struct building *b, struct mb_str word)
{
	int64_t n = 0;

	if (b->rc == MB_OK)
		b->rc =
		    mb_reader_word_count(b->expander->reader, word, &n, b->err);
	return n > 0;
}

/* Whether the archive has the word, or another of its stem. */
static bool has_forms(struct building *b, struct mb_str word)
{
	struct place forms = variants_forms(b, word);

	return forms.n > 1 || is_known(b, word);
}

#define MIN_HALF 3 /* letters, of what is no prefix */

void apart_add_halves(struct building *b, struct mb_str word, bool is_exact)
{
	bool word_is_known = is_known(b, word);

	for (size_t i = 0; i < word.len; i++)
		if (!mb_is_lower(word.ptr[i]))
			return;
	for (size_t n = 2; n + MIN_HALF <= word.len && b->rc == MB_OK; n++) {
		struct mb_str first = mb_str_take(word, n);
		struct mb_str second = mb_str_drop(word, n);
		struct variant halves = { .n = 2 };

		if (!is_prefix(first) && (word_is_known || n < MIN_HALF))
			continue;
		if (is_no_half(first) || is_no_half(second))
			continue;
		if (!is_known(b, first) || !has_forms(b, second))
			continue;
		halves.places = variants_alloc(b, 2, sizeof(*halves.places));
		if (!halves.places)
			return;
		halves.places[0] = variants_word(b, first);
		halves.places[1] = is_exact ? variants_word(b, second)
					    : variants_forms(b, second);
		variants_add(b, &halves);
	}
}

void apart_add_known(struct building *b, struct mb_str word)
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
		variant.places = variants_alloc(b, 2, sizeof(*variant.places));
		if (!variant.places)
			return;
		variant.places[0] = variants_word(b, mb_str_of(pairs[i].first));
		variant.places[1] =
		    variants_word(b, mb_str_of(pairs[i].second));
		variant.n = 2;
		variants_add(b, &variant);
	}
}

void apart_add_digits(struct building *b, struct mb_str word)
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
	variant.places = variants_alloc(b, 2, sizeof(*variant.places));
	if (!variant.places)
		return;
	variant.places[0] = variants_word(b, mb_str_take(word, n));
	variant.places[1] = variants_word(b, mb_str_drop(word, n));
	variant.n = 2;
	variants_add(b, &variant);
}

void apart_add_prefix(struct building *b, struct mb_str start)
{
	struct mb_words ways = { NULL, 0 };

	if (b->rc == MB_OK)
		b->rc =
		    mb_reader_compounds_from(b->expander->reader, start, 8,
					     b->expander->arena, &ways, b->err);
	add_ways(b, &ways);
}
