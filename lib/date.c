#include "minutebook/date.h"

#include <string.h>

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

uint8_t mb_month_days(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool mb_date_is_known(struct mb_date date)
{
	return date.year != 0;
}

bool mb_date_is_valid(struct mb_date date)
{
	return date.year >= MB_YEAR_MIN && date.year <= MB_YEAR_MAX &&
	       date.day >= 1 &&
	       date.day <= mb_month_days(date.year, date.month);
}

int mb_date_compare(struct mb_date a, struct mb_date b)
{
	if (a.year != b.year)
		return a.year - b.year;
	return a.month != b.month ? a.month - b.month : a.day - b.day;
}

/*
 * Years are counted from March, so that the leap day comes last; then the
 * days before a month are a linear function of it.  (H. Hinnant, "chrono-
 * Compatible Low-Level Date Algorithms", 2013.)
 */
int32_t mb_date_to_days(struct mb_date date)
{
	int32_t year = date.year - (date.month <= 2);
	int32_t era = year / 400;
	int32_t year_of_era = year - era * 400;
	int32_t month = date.month > 2 ? date.month - 3 : date.month + 9;
	int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int32_t day_of_era = year_of_era * 365 + year_of_era / 4 -
			     year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct mb_date mb_date_from_days(int32_t days)
{
	int32_t shifted = days + 719468;
	int32_t era = shifted / 146097;
	int32_t day_of_era = shifted - era * 146097;
	int32_t year_of_era = (day_of_era - day_of_era / 1460 +
			       day_of_era / 36524 - day_of_era / 146096) /
			      365;
	int32_t day_of_year =
	    day_of_era -
	    (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t month = (5 * day_of_year + 2) / 153;
	int32_t day = day_of_year - (153 * month + 2) / 5 + 1;
	int32_t real_month = month < 10 ? month + 3 : month - 9;
	int32_t year = era * 400 + year_of_era + (real_month <= 2);

	return (struct mb_date){ (int16_t)year, (uint8_t)real_month,
				 (uint8_t)day };
}

int mb_date_weekday(struct mb_date date)
{
	int32_t days = mb_date_to_days(date) + 4; /* 1970-01-01: Thursday */

	return (int)((days % 7 + 7) % 7);
}

void mb_date_format(struct mb_date date, char out[MB_DATE_BYTES])
{
	unsigned numbers[] = { (unsigned)date.year % 10000, date.month % 100u,
			       date.day % 100u };
	static const int ends[] = { 4, 7, 10 };

	memcpy(out, "0000-00-00", MB_DATE_BYTES);
	for (int i = 0; i < 3; i++)
		for (int at = ends[i] - 1; numbers[i] > 0; at--) {
			out[at] = (char)('0' + numbers[i] % 10);
			numbers[i] /= 10;
		}
}
