#include "dates.h"

/* --- points ------------------------------------------------------------ */

static struct date_range one_day(struct mb_date day)
{
	return (struct date_range){ day, day };
}

static bool month_of(int year, int month, struct date_range *out)
{
	uint8_t days = mb_month_days(year, month);

	if (days == 0 || year < MB_YEAR_MIN || year > MB_YEAR_MAX)
		return false;
	out->first = (struct mb_date){ (int16_t)year, (uint8_t)month, 1 };
	out->last = (struct mb_date){ (int16_t)year, (uint8_t)month, days };
	return true;
}

static bool year_of(int year, struct date_range *out)
{
	if (year < MB_YEAR_MIN || year > MB_YEAR_MAX)
		return false;
	out->first = (struct mb_date){ (int16_t)year, 1, 1 };
	out->last = (struct mb_date){ (int16_t)year, 12, 31 };
	return true;
}

/* From the annual meetings in May to the end of April. */
static bool municipal_year(int year, struct date_range *out)
{
	if (year < MB_YEAR_MIN || year >= MB_YEAR_MAX)
		return false;
	out->first = (struct mb_date){ (int16_t)year, 5, 1 };
	out->last = (struct mb_date){ (int16_t)(year + 1), 4, 30 };
	return true;
}

/* Reads "NUMBER SIGN NUMBER" and nothing else. */
static bool two_numbers(struct mb_str text, const char *signs, unsigned long *a,
			struct mb_str *a_text, unsigned long *b,
			struct mb_str *b_text)
{
	struct mb_str rest = text;

	if (!mb_str_number(&rest, 9999, a))
		return false;
	*a_text = mb_str_take(text, text.len - rest.len);
	if (rest.len < 2 ||
	    mb_str_find_char(mb_str_of(signs), rest.ptr[0]) == MB_STR_NONE)
		return false;
	rest = mb_str_drop(rest, 1);
	*b_text = rest;
	return mb_str_number(&rest, 9999, b) && rest.len == 0;
}

/* 2018/19, 2019-03, 03/2019, 2018/2019 */
static bool read_pair(struct mb_str text, struct date_range *out)
{
	unsigned long a, b;
	struct mb_str a_text, b_text;

	if (!two_numbers(text, "/-", &a, &a_text, &b, &b_text))
		return false;
	if (a_text.len == 4 && (b_text.len == 2 || b_text.len == 4) &&
	    b % 100 == (a + 1) % 100 &&
	    !(b_text.len == 2 && b <= 12 && text.ptr[4] == '-'))
		return municipal_year((int)a, out);
	if (a_text.len == 4 && b_text.len <= 2)
		return month_of((int)a, (int)b, out);
	if (a_text.len <= 2 && b_text.len == 4)
		return month_of((int)b, (int)a, out);
	return false;
}

/* mar-2019, "March 2019" */
static bool read_month(struct mb_str text, struct date_range *out)
{
	size_t n = 0;
	struct mb_str rest;
	unsigned long year;
	int month;

	while (n < text.len && mb_is_alpha(text.ptr[n]))
		n++;
	month = mb_month_by_name(mb_str_take(text, n));
	rest = mb_str_drop(text, n);
	while (rest.len > 0 &&
	       (rest.ptr[0] == '-' || rest.ptr[0] == ' ' || rest.ptr[0] == '/'))
		rest = mb_str_drop(rest, 1);
	return month > 0 && rest.len == 4 &&
	       mb_str_number(&rest, 9999, &year) && rest.len == 0 &&
	       month_of((int)year, month, out);
}

static bool read_point(struct mb_str text, struct mb_date today,
		       struct date_range *out)
{
	struct mb_date_found found;
	struct mb_str rest = text;
	unsigned long year;

	if (mb_str_equal_nocase(text, MB_STR("today"))) {
		*out = one_day(today);
		return true;
	}
	if (mb_str_equal_nocase(text, MB_STR("yesterday"))) {
		*out = one_day(mb_date_from_days(mb_date_to_days(today) - 1));
		return true;
	}
	if (text.len == 4 && mb_str_number(&rest, 9999, &year) && rest.len == 0)
		return year_of((int)year, out);
	if (read_pair(text, out) || read_month(text, out))
		return true;
	if (!mb_date_find(text, &found) || found.start != 0 ||
	    found.end != text.len)
		return false;
	*out = one_day(found.date);
	return true;
}

/* --- ranges ------------------------------------------------------------ */

static struct mb_date clamp_day(int year, int month, int day)
{
	int days = mb_month_days(year, month);

	return (struct mb_date){ (int16_t)year, (uint8_t)month,
				 (uint8_t)(day < days ? day : days) };
}

/* 3d, 2w, 6m, 1y before today. */
static bool read_ago(struct mb_str text, struct mb_date today,
		     struct date_range *out)
{
	unsigned long n;
	int months;

	if (!mb_str_number(&text, 9999, &n) || text.len != 1)
		return false;
	switch (mb_to_lower(text.ptr[0])) {
	case 'd':
		*out = one_day(
		    mb_date_from_days(mb_date_to_days(today) - (int32_t)n));
		return true;
	case 'w':
		*out = one_day(
		    mb_date_from_days(mb_date_to_days(today) - 7 * (int32_t)n));
		return true;
	case 'm':
	case 'y':
		months = today.year * 12 + today.month - 1 -
			 (int)n * (mb_to_lower(text.ptr[0]) == 'y' ? 12 : 1);
		if (months < MB_YEAR_MIN * 12)
			return false;
		*out =
		    one_day(clamp_day(months / 12, months % 12 + 1, today.day));
		return true;
	default:
		return false;
	}
}

static int fail(struct mb_str text, struct mb_err *err)
{
	return mb_fail(err, MB_EUSAGE,
		       "'%.*s' is no date: say 12/3/2019, mar-2019, 2019, "
		       "2018/19 or 2018..2020",
		       MB_STR_ARG(text));
}

static int read_end(struct mb_str text, struct mb_date today,
		    struct date_range *out, struct mb_err *err)
{
	if (read_point(text, today, out) || read_ago(text, today, out))
		return MB_OK;
	return fail(text, err);
}

int dates_parse(struct mb_str text, struct mb_date today,
		struct date_range *out, struct mb_err *err)
{
	size_t dots = mb_str_find(text, MB_STR(".."));
	struct date_range first = { .last = { 0 } }, last = { .last = { 0 } };
	struct mb_str head, tail;
	int rc = MB_OK;

	if (dots == MB_STR_NONE) {
		if (!read_point(mb_str_trim(text), today, out))
			return fail(text, err);
		return MB_OK;
	}
	head = mb_str_trim(mb_str_take(text, dots));
	tail = mb_str_trim(mb_str_drop(text, dots + 2));
	if (head.len == 0 && tail.len == 0)
		return fail(text, err);
	if (head.len > 0)
		rc = read_end(head, today, &first, err);
	if (rc == MB_OK && tail.len > 0)
		rc = read_end(tail, today, &last, err);
	if (rc != MB_OK)
		return rc;
	if (mb_date_is_known(first.first) && mb_date_is_known(last.last) &&
	    mb_date_compare(first.first, last.last) > 0)
		return mb_fail(err, MB_EUSAGE,
			       "the range '%.*s' ends before it begins",
			       MB_STR_ARG(text));
	*out = (struct date_range){ first.first, last.last };
	return MB_OK;
}
