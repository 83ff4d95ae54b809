#include "sentence.h"

#include "support/text.h"

TestSuite(sentence);

/* The sentence of @text in which @inside stands first. */
static struct mb_str around(const char *text, const char *inside)
{
	struct mb_str s = mb_str_of(text);
	size_t at = mb_str_find(s, mb_str_of(inside));
	size_t start = sentence_start(s, at, 0);

	return mb_str_slice(s, start, sentence_end(s, start, s.len));
}

Test(sentence, is_what_a_reader_takes_for_one)
{
	const struct {
		const char *text, *inside, *want;
	} cases[] = {
		{ "It rained. The roof leaked. All left.", "leaked",
		  "The roof leaked." },
		{ "Was it damp? It was! They left.", "was!", "It was!" },
		{ "one line\nanother line", "another", "another line" },
		{ "the roof; the wall; the floor", "wall", "the wall;" },
		{ "only one without an end", "one", "only one without an end" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(around(cases[i].text, cases[i].inside),
			    cases[i].want, cases[i].text);
}

Test(sentence, goes_on_behind_the_dot_of_a_short_word)
{
	const char *const whole[] = {
		"Cllr. Okafor spoke of St. Anne's.",
		"J. Reeve asked (ref. Twelve) for more.",
		"It cost approx. Five pounds, e.g. Last year.",
		"Dr. Lal and Prof. Bell agreed.",
		"They met at 7 p.m. on time.", /* a small letter begins none */
	};

	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		text_expect(around(whole[i], "o"), whole[i], whole[i]);
}

Test(sentence, ends_with_the_text)
{
	const struct mb_str text = MB_STR("One. Two.  Three");

	cr_expect(eq(sz, sentence_start(text, 0, 0), 0));
	cr_expect(eq(sz, sentence_end(text, 0, text.len), 4));
	cr_expect(eq(sz, sentence_start(text, 7, 0), 5));
	cr_expect(eq(sz, sentence_end(text, 5, text.len), 9));
	cr_expect(eq(sz, sentence_end(MB_STR("x"), 0, 1), 1));
}

Test(sentence, is_looked_for_no_farther_than_wanted)
{
	const struct mb_str text = MB_STR("One. Two.  Three");

	cr_expect(eq(sz, sentence_start(text, 8, 6), 6));
	cr_expect(eq(sz, sentence_end(text, 5, 9), 9));
	cr_expect(eq(sz, sentence_end(text, 5, 8), MB_STR_NONE));
}
