#include "minutebook/nearest.h"

#include "support/text.h"

TestSuite(nearest);

Test(nearest, counts_the_edits_between_two_words)
{
	const struct {
		const char *a, *b;
		size_t want;
	} cases[] = {
		{ "", "", 0 },
		{ "", "ward", 4 },
		{ "ward", "ward", 0 },
		{ "WARD", "ward", 0 },  /* case does not count */
		{ "ward", "wards", 1 }, /* put in */
		{ "wards", "ward", 1 }, /* left out */
		{ "ward", "wand", 1 },  /* replaced */
		{ "ward", "wrad", 1 },  /* swapped */
		{ "ab", "ba", 1 },
		{ "ca", "abc", 3 }, /* optimal string alignment */
		{ "recieve", "receive", 1 },
		{ "kitten", "sitting", 3 },
		{ "minutes", "motion", 6 },
		{ "caf\xC3\xA9", "cafe", 2 }, /* bytes */
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str a = mb_str_of(cases[i].a);
		struct mb_str b = mb_str_of(cases[i].b);

		cr_expect(eq(sz, mb_edit_distance(a, b), cases[i].want),
			  "'%s' to '%s'", cases[i].a, cases[i].b);
		cr_expect(eq(sz, mb_edit_distance(b, a), cases[i].want),
			  "'%s' to '%s'", cases[i].b, cases[i].a);
	}
}

/* The usual table, whole: what looks at a part of it must agree. */
static size_t whole_table(struct mb_str a, struct mb_str b)
{
	size_t t[10][10];

	for (size_t i = 0; i <= a.len; i++)
		for (size_t j = 0; j <= b.len; j++) {
			size_t n = i == 0 ? j : j == 0 ? i : 99;

			if (i > 0 && t[i - 1][j] + 1 < n)
				n = t[i - 1][j] + 1;
			if (j > 0 && t[i][j - 1] + 1 < n)
				n = t[i][j - 1] + 1;
			if (i > 0 && j > 0 &&
			    t[i - 1][j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]) <
				n)
				n = t[i - 1][j - 1] +
				    (a.ptr[i - 1] != b.ptr[j - 1]);
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1] &&
			    t[i - 2][j - 2] + 1 < n)
				n = t[i - 2][j - 2] + 1;
			t[i][j] = n;
		}
	return t[a.len][b.len];
}

/* The next word of some hundreds, of three letters and of any length. */
static struct mb_str next_word(char *letters, uint32_t *seed)
{
	size_t n = (*seed = *seed * 1664525 + 1013904223) >> 29;

	for (size_t i = 0; i < n; i++) {
		*seed = *seed * 1664525 + 1013904223;
		letters[i] = (char)('a' + (*seed >> 24) % 3);
	}
	return (struct mb_str){ letters, n };
}

Test(nearest, looks_no_farther_than_it_is_asked_to)
{
	uint32_t seed = 7;
	char one[8], other[8];

	for (int i = 0; i < 3000; i++) {
		struct mb_str a = next_word(one, &seed);
		struct mb_str b = next_word(other, &seed);
		size_t whole = whole_table(a, b);

		for (size_t most = 0; most < 9; most++)
			cr_assert(eq(sz, mb_edit_distance_within(a, b, most),
				     whole <= most ? whole : most + 1),
				  "'%.*s' to '%.*s' within %zu", MB_STR_ARG(a),
				  MB_STR_ARG(b), most);
	}
}

Test(nearest, compares_long_words_by_their_beginnings)
{
	char a[200], b[200];

	for (size_t i = 0; i < sizeof(a); i++)
		a[i] = b[i] = 'a';
	b[MB_NEAREST_MAX_BYTES] = 'b';
	cr_expect(zero(sz, mb_edit_distance((struct mb_str){ a, 200 },
					    (struct mb_str){ b, 200 })));
	b[MB_NEAREST_MAX_BYTES - 1] = 'b';
	cr_expect(eq(sz,
		     mb_edit_distance((struct mb_str){ a, 200 },
				      (struct mb_str){ b, 200 }),
		     1));
	cr_expect(eq(sz,
		     mb_edit_distance((struct mb_str){ a, 200 },
				      (struct mb_str){ NULL, 0 }),
		     MB_NEAREST_MAX_BYTES));
}

Test(nearest, finds_what_was_probably_meant)
{
	static const char *const names[] = { "index", "quiet", "format",
					     "force", "help" };
	const struct {
		const char *word, *want; /* NULL: nothing is near */
	} cases[] = {
		{ "index", "index" },   { "indx", "index" },
		{ "fromat", "format" }, { "QUIET", "quiet" },
		{ "quite", "quiet" },   { "forse", "force" },
		{ "hlp", "help" },      { "banana", NULL },
		{ "", NULL },           { "in", NULL },
		{ "i", NULL },          { "helpless", NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *got =
		    mb_nearest(mb_str_of(cases[i].word), names, 5);

		cr_expect(eq(str, (got ? got : "-"),
			     (cases[i].want ? cases[i].want : "-")),
			  "'%s'", cases[i].word);
	}
	cr_expect(mb_nearest(MB_STR("index"), names, 0) == NULL);
}

Test(nearest, prefers_the_first_of_equals)
{
	static const char *const names[] = { "motion", "notion" };

	cr_expect(eq(str, mb_nearest(MB_STR("potion"), names, 2), "motion"));
}
