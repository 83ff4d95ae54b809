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
