#include "coverage_filter.h"

#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(coverage_filter, .fini = release);

static struct query query_of(const char *text)
{
	const struct mb_date today = { 2024, 12, 31 };
	struct query_fault fault;
	struct query query;

	cr_assert(query_parse(mb_str_of(text), today, &arena, &query, &fault,
			      NULL) == MB_OK,
		  "%s", text);
	return query;
}

static bool fits(const char *text, struct mb_date first, struct mb_date last)
{
	const struct coverage_of what = { MB_STR("Larkhythe Council"),
					  MB_STR("Planning Sub-Committee"),
					  first, last };
	struct query query = query_of(text);
	bool has_failed = false;

	return coverage_filter_fits(&query, &what, &has_failed) && !has_failed;
}

Test(coverage_filter, takes_filters_of_meetings_alone)
{
	const struct {
		const char *query;
		int want;
	} cases[] = {
		{ "council:larkhythe -committee:cabinet year:2020", MB_OK },
		{ "body:planning since:2018 until:2020-03 date:2019", MB_OK },
		{ "damp", MB_EUSAGE },
		{ "speaker:toms", MB_EUSAGE },
		{ "added:2020", MB_EUSAGE },
		{ "(council:larkhythe OR year:2020)", MB_EUSAGE },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct query query = query_of(cases[i].query);

		cr_expect(
		    eq(int, coverage_filter_check(&query, NULL), cases[i].want),
		    "%s", cases[i].query);
	}
}

Test(coverage_filter, fits_as_the_filters_of_a_search_do)
{
	const struct mb_date day = { 2020, 3, 4 };

	cr_expect(fits("council:larkhythe committee:planning", day, day));
	cr_expect(fits("committee:sub-comm*", day, day));
	cr_expect(fits("committee:cabinet committee:planning", day, day));
	cr_expect(fits("-committee:cabinet", day, day));
	cr_expect(not(fits("committee:plan", day, day)));
	cr_expect(not(fits("-council:larkhythe", day, day)));
	cr_expect(not(fits("council:larkhythe committee:cabinet", day, day)));
}

Test(coverage_filter, knows_days_and_months)
{
	const struct mb_date day = { 2020, 3, 4 }, end = { 2020, 3, 31 };
	const struct mb_date unknown = { 0, 0, 0 };

	cr_expect(
	    fits("year:2020 since:2020-03-04 until:2020-03-04", day, day));
	cr_expect(not(fits("since:2020-03-05", day, day)));
	cr_expect(fits("since:2020-03-05", day, end)); /* one day of it is */
	cr_expect(not(fits("until:2020-03-03", day, end)));
	cr_expect(not(fits("year:2020", unknown, unknown)));
	cr_expect(fits("-year:2020", unknown, unknown));
}
