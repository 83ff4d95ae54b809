#include "apart.h"

#include "minutebook/text.h"

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
