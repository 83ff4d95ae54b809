#include "score.h"

#include <math.h>

#include "support/text.h"

TestSuite(score);

static const struct score_collection thousand = { .n_items = 1000,
						  .average_length = 200 };

static double score(double n_items, double all, double f, double length)
{
	const struct score_word word = { n_items, all, 1 };

	return score_term(score_factor(&word, &thousand), f, length, &thousand);
}

/* Worked out by hand from the formula in score.h. */
Test(score, is_the_formula)
{
	/* tfn = 2 log2(1 + 200/100), ne = 1000 (1 - .999^30) */
	double tfn = 2 * log2(3), ne = 1000 * (1 - pow(0.999, 30));
	double want = 31.0 / (10 * (tfn + 1)) * tfn * log2(1001 / (ne + 0.5));

	cr_expect(epsilon_eq(dbl, score(10, 30, 2, 100), want, 1e-9));
}

Test(score, grows_with_what_makes_an_item_better)
{
	cr_expect(gt(dbl, score(10, 30, 3, 100), score(10, 30, 2, 100)));
	cr_expect(gt(dbl, score(10, 30, 2, 100), score(10, 30, 2, 200)));
	cr_expect(gt(dbl, score(10, 10, 2, 100), score(500, 500, 2, 100)));
}

Test(score, is_never_less_than_nothing)
{
	for (int n = 1; n <= 1000; n += 37)
		for (int f = 1; f < 5000; f += 471)
			cr_expect(ge(dbl, score(n, n + f, f, 1 + f), 0));
}

Test(score, takes_a_word_that_is_in_every_item)
{
	double s = score(1000, 50000, 50, 200);

	cr_expect(isfinite(s) != 0);
	cr_expect(ge(dbl, s, 0));
}

Test(score, of_nothing_is_nothing)
{
	const struct score_collection one = { 1, 10 }, none = { 0, 0 };
	const struct score_word word = { 1, 3, 1 }, missing = { 0, 0, 1 };

	cr_expect(eq(dbl, score_factor(&missing, &thousand), 0));
	cr_expect(eq(dbl, score(10, 30, 0, 100), 0));
	cr_expect(eq(dbl, score(10, 30, 1, 0), 0));
	cr_expect(isfinite(score_factor(&word, &one)) != 0);
	cr_expect(isfinite(score_factor(&word, &none)) != 0);
}

Test(score, counts_a_word_asked_for_twice_twice)
{
	const struct score_word once = { 10, 30, 1 }, twice = { 10, 30, 2 };

	cr_expect(epsilon_eq(dbl, score_factor(&twice, &thousand),
			     2 * score_factor(&once, &thousand), 1e-9));
}
