#include "rhythm.h"

#include <assert.h>
#include <stdlib.h>

/* Near the median, in tenths of it; and how many of a hundred must be. */
#define NEAR_LEAST 5
#define NEAR_MOST 16
#define NEAR_PERCENT 66
/* An interval of so many tenths has left out a meeting. */
#define LONG_TENTHS 18
/* A month is usual that has meetings in this percentage of the share of years
 * in which any month of this body has one. */
#define USUAL_PERCENT 60
#define MIN_OTHER_YEARS 2

int rhythm_month(struct mb_date date)
{
	return date.year * 12 + date.month - 1;
}

/* --- intervals --------------------------------------------------------- */

/* Days from each meeting to the next one. */
struct intervals {
	int *days;
	size_t n;
};

static int compare_days(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int find_intervals(const struct mb_date *dates, size_t n,
			  struct mb_arena *arena, struct intervals *out,
			  struct mb_err *err)
{
	struct intervals found = { MB_NEW(arena, int, n + 1), 0 };

	if (!found.days)
		return mb_fail_nomem(err);
	for (size_t i = 1; i < n; i++) {
		int days =
		    mb_date_to_days(dates[i]) - mb_date_to_days(dates[i - 1]);

		if (days > 0)
			found.days[found.n++] = days;
	}
	qsort(found.days, found.n, sizeof(*found.days), compare_days);
	*out = found;
	return MB_OK;
}

/* The median, if most intervals are near it; else 0. */
static int regular_days(const struct intervals *intervals)
{
	int median = intervals->days[intervals->n / 2];
	size_t n_near = 0;

	for (size_t i = 0; i < intervals->n; i++)
		n_near += intervals->days[i] * 10 >= median * NEAR_LEAST &&
			  intervals->days[i] * 10 <= median * NEAR_MOST;
	return median <= RHYTHM_MAX_DAYS &&
		       n_near * 100 >= intervals->n * NEAR_PERCENT
		   ? median
		   : 0;
}

/* --- months ------------------------------------------------------------ */

/* In which months from the first to the last meeting there was one. */
struct months {
	bool *has;
	int first, n;
	int n_with;
};

static int find_months(const struct mb_date *dates, size_t n,
		       struct mb_arena *arena, struct months *out,
		       struct mb_err *err)
{
	struct months found = { .first = rhythm_month(dates[0]) };

	found.n = rhythm_month(dates[n - 1]) - found.first + 1;
	found.has = MB_NEW(arena, bool, (size_t)found.n);
	if (!found.has)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < n; i++) {
		int at = rhythm_month(dates[i]) - found.first;

		found.n_with += !found.has[at];
		found.has[at] = true;
	}
	*out = found;
	return MB_OK;
}

/* Whether the body meets in this month of other years, as often as it meets
 * in any.  Too few other years tell nothing. */
static bool is_usual(const struct months *months, int month)
{
	int n_years = 0, n_with = 0;

	assert(months->has);
	for (int at = (month - months->first) % 12; at < months->n; at += 12) {
		if (at == month - months->first)
			continue;
		n_years++;
		n_with += months->has[at];
	}
	return n_years >= MIN_OTHER_YEARS &&
	       (int64_t)n_with * months->n * 100 >=
		   (int64_t)months->n_with * n_years * USUAL_PERCENT;
}

/* --- the whole --------------------------------------------------------- */

static void add_missing(struct rhythm *rhythm, const struct months *months,
			struct mb_date before, struct mb_date after)
{
	int days = mb_date_to_days(after) - mb_date_to_days(before);

	if (days * 10 < rhythm->days * LONG_TENTHS)
		return;
	for (int month = rhythm_month(before) + 1; month < rhythm_month(after);
	     month++)
		if (is_usual(months, month))
			rhythm->missing[rhythm->n_missing++] = month;
}

int rhythm_of(const struct mb_date *dates, size_t n, struct mb_arena *arena,
	      struct rhythm *out, struct mb_err *err)
{
	struct rhythm found = { .days = 0 };
	struct intervals intervals = { NULL, 0 };
	struct months months = { .n = 0 };
	int rc = find_intervals(dates, n, arena, &intervals, err);

	*out = found;
	if (rc != MB_OK || intervals.n + 1 < RHYTHM_MIN_MEETINGS)
		return rc;
	found.days = regular_days(&intervals);
	if (found.days == 0)
		return MB_OK;
	rc = find_months(dates, n, arena, &months, err);
	if (rc != MB_OK)
		return rc;
	found.missing = MB_NEW(arena, int, (size_t)months.n);
	if (!found.missing)
		return mb_fail_nomem(err);
	for (size_t i = 1; i < n; i++)
		add_missing(&found, &months, dates[i - 1], dates[i]);
	*out = found;
	return MB_OK;
}

void rhythm_words(struct mb_buf *out, int days)
{
	if (days <= 9)
		mb_buf_add(out, MB_STR("weekly"));
	else if (days >= 26 && days <= 33)
		mb_buf_add(out, MB_STR("monthly"));
	else if (days >= 84)
		mb_buf_add(out, MB_STR("about every 3 months"));
	else
		mb_buf_add_format(out, "about every %d weeks", (days + 3) / 7);
}
