/*
 * date.h - calendar dates and times of day, as clerks write them
 *
 * Finds the first date in a piece of text:
 *
 *	Thursday 15 January 2026 7:30 pm	Wednesday, 21st October, 2020
 *	20TH FEBRUARY, 2023 at 9.45 A.M.	TUESDAY MAY 6th 2014
 *	held on 9/1/20				18-Nov-2025
 *	2025-12-04				Dydd Mawrth, 16eg Mawrth, 2010
 *
 * Numbers alone are British: 9/1/20 is the ninth of January.  English and
 * Welsh names are known.  Nothing here reads the clock or the locale.
 */
#ifndef MB_DATE_H
#define MB_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/str.h"

/* Earlier and later dates are taken for mistakes. */
#define MB_YEAR_MIN 1800
#define MB_YEAR_MAX 2199

struct mb_date {
	int16_t year; /* 0 when the date is unknown */
	uint8_t month, day;
};

struct mb_time {
	uint8_t hour, minute;
};

/* A date in a text, and where it stands. */
struct mb_date_found {
	struct mb_date date;
	size_t start, end; /* bytes of the text, with the weekday */
	int weekday;       /* as printed: 0 Sunday .. 6, or -1 */
};

bool mb_date_is_known(struct mb_date date);

/* A day of the Gregorian calendar between MB_YEAR_MIN and MB_YEAR_MAX. */
bool mb_date_is_valid(struct mb_date date);
uint8_t mb_month_days(int year, int month);

/* Before, the same, after: <0, 0, >0.  The unknown date comes first. */
int mb_date_compare(struct mb_date a, struct mb_date b);

/* Days since 1970-01-01, and back; for valid dates. */
int32_t mb_date_to_days(struct mb_date date);
struct mb_date mb_date_from_days(int32_t days);

/* 0 Sunday .. 6 Saturday. */
int mb_date_weekday(struct mb_date date);

/* "2025-12-04", with its NUL. */
#define MB_DATE_BYTES 11
void mb_date_format(struct mb_date date, char out[MB_DATE_BYTES]);

/* Reads the ten characters of "2025-12-04"; false for anything else. */
bool mb_date_parse_iso(struct mb_str text, struct mb_date *out);

/* The first date in @text.  False when there is none; @out is untouched. */
bool mb_date_find(struct mb_str text, struct mb_date_found *out);

/*
 * The same for the name of a file or folder, where digits may stand together
 * or begin with the year: minutes_20180904.txt, 18-05-09.pdf.  @year_hint is
 * a year that the folders above name, or 0; without one, digits that could
 * be read in two ways are no date.
 */
bool mb_date_find_in_name(struct mb_str name, int year_hint,
			  struct mb_date_found *out);

/* The first time of day: 7.30pm, 7:30 pm, 19:00, 10 A.M., 12 noon. */
bool mb_time_find(struct mb_str text, struct mb_time *out);

/* The time that @text begins with and is known to be one: 18.00, too. */
bool mb_time_read(struct mb_str text, struct mb_time *out);

/* "19:30", with its NUL. */
#define MB_TIME_BYTES 6
void mb_time_format(struct mb_time time, char out[MB_TIME_BYTES]);

/* A month by its English or Welsh name or abbreviation, 1..12, or 0. */
int mb_month_by_name(struct mb_str name);

#endif
