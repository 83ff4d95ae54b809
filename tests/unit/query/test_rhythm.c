#include "rhythm.h"

#include "support/fault.h"
#include "support/text.h"

#define MAX_MEETINGS 400

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(rhythm, .fini = release);

/* A body's meetings, some of which are left out. */
struct meetings {
	struct mb_date dates[MAX_MEETINGS];
	size_t n;
};

static bool is_among(int month, const int *months)
{
	for (; *months != 0; months++)
		if (*months == month)
			return true;
	return false;
}

/* On some day of each @step months of 2010 to 2015, but not in those whose
 * number in a year is in @never, nor in the months that @out lists as 201903. */
static struct meetings monthly(int step, const int *never, const int *out)
{
	struct meetings all = { .n = 0 };

	for (int month = 0; month < 72; month += step) {
		struct mb_date date = { (int16_t)(2010 + month / 12),
					(uint8_t)(month % 12 + 1),
					(uint8_t)(8 + month * 5 % 7) };

		if (!is_among(date.month, never) &&
		    !is_among(date.year * 100 + date.month, out))
			all.dates[all.n++] = date;
	}
	return all;
}

/* Every @step days from 2010 to 2015. */
static struct meetings every(int step, const int *out)
{
	struct meetings all = { .n = 0 };
	int32_t day = mb_date_to_days((struct mb_date){ 2010, 1, 6 });

	for (; day < mb_date_to_days((struct mb_date){ 2016, 1, 1 });
	     day += step) {
		struct mb_date date = mb_date_from_days(day);

		if (!is_among(date.year * 100 + date.month, out))
			all.dates[all.n++] = date;
	}
	return all;
}

/* "monthly: 2012-03 2012-04", or "none" */
static void expect_rhythm(const struct meetings *all, const char *want)
{
	struct mb_buf got = MB_BUF_INIT;
	struct rhythm rhythm;

	cr_assert(rhythm_of(all->dates, all->n, &arena, &rhythm, NULL) ==
		  MB_OK);
	if (rhythm.days > 0)
		rhythm_words(&got, rhythm.days);
	else
		mb_buf_add(&got, MB_STR("none"));
	for (size_t i = 0; i < rhythm.n_missing; i++)
		mb_buf_add_format(&got, "%s%04d-%02d", i == 0 ? ": " : " ",
				  rhythm.missing[i] / 12,
				  rhythm.missing[i] % 12 + 1);
	text_expect(mb_buf_str(&got), want, want);
	mb_buf_release(&got);
}

static const int nothing[] = { 0 };

Test(rhythm, misses_the_months_that_a_monthly_body_left_out)
{
	const int august[] = { 8, 0 }, out[] = { 201203, 201204, 201511, 0 };
	struct meetings all = monthly(1, nothing, nothing);

	expect_rhythm(&all, "monthly");
	all = monthly(1, nothing, out);
	expect_rhythm(&all, "monthly: 2012-03 2012-04 2015-11");
	all = monthly(1, august, out);
	expect_rhythm(&all, "monthly: 2012-03 2012-04 2015-11");
}

Test(rhythm, takes_no_recess_for_a_gap)
{
	const int summer[] = { 7, 8, 12, 0 }, out[] = { 201306, 201309, 0 };
	struct meetings all = monthly(1, summer, nothing);

	expect_rhythm(&all, "monthly");
	all = monthly(1, summer, out); /* the recess grew at both ends */
	expect_rhythm(&all, "monthly: 2013-06 2013-09");
}

Test(rhythm, knows_bodies_that_count_in_weeks)
{
	const int out[] = { 201302, 201303, 201304, 0 };
	struct meetings all = every(42, nothing);

	expect_rhythm(&all, "about every 6 weeks");
	all = every(42, out);
	expect_rhythm(&all, "about every 6 weeks: 2013-02 2013-03 2013-04");
	all = every(7, out);
	expect_rhythm(&all, "weekly: 2013-02 2013-03 2013-04");
	all = every(14, out);
	expect_rhythm(&all, "about every 2 weeks: 2013-02 2013-03 2013-04");
}

Test(rhythm, misses_of_a_quarterly_body_only_its_months)
{
	const int out[] = { 201304, 0 };
	struct meetings all = monthly(3, nothing, out);

	expect_rhythm(&all, "about every 3 months: 2013-04");
}

Test(rhythm, says_nothing_of_bodies_without_one)
{
	const int years[] = { 0 };
	struct meetings all = { .n = 0 };

	expect_rhythm(&all, "none");
	for (int i = 0; i < 30; i++) /* when there is need */
		all.dates[all.n++] = mb_date_from_days(15000 + i * i * 3);
	expect_rhythm(&all, "none");
	all = monthly(1, nothing, years);
	all.n = RHYTHM_MIN_MEETINGS - 1;
	expect_rhythm(&all, "none");
	all = monthly(12, nothing, nothing);
	expect_rhythm(&all, "none");
}

Test(rhythm, needs_other_years_to_know_a_month)
{
	const int out[] = { 201006, 0 };
	struct meetings all = every(30, out);

	all.n = 11; /* one year, without June */
	expect_rhythm(&all, "monthly");
}

Test(rhythm, counts_several_meetings_on_a_day_once)
{
	const int out[] = { 201203, 0 };
	struct meetings once = monthly(1, nothing, out), twice = { .n = 0 };

	for (size_t i = 0; i < once.n; i++) {
		twice.dates[twice.n++] = once.dates[i];
		twice.dates[twice.n++] = once.dates[i];
	}
	expect_rhythm(&twice, "monthly: 2012-03");
}

static int find_once(void)
{
	const int out[] = { 201203, 0 };
	struct meetings all = monthly(1, nothing, out);
	struct mb_arena scratch = MB_ARENA_INIT;
	struct rhythm rhythm;
	struct mb_err err;
	int rc = rhythm_of(all.dates, all.n, &scratch, &rhythm, &err);

	mb_arena_release(&scratch);
	return rc;
}

Test(rhythm, says_when_memory_runs_out)
{
	fault_each_allocation(find_once);
}
