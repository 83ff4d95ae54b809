/*
 * dates.h - the dates that people type in a query
 *
 *	12/3/2019  12-03-2019  "12 March 2019"  2019-03-12   a day
 *	mar-2019  2019-03  03/2019                           a month
 *	2019                                                 a year
 *	2018/19                   a municipal year: 1 May to 30 April
 *	today  yesterday
 *	2018..2020  ..2019-06  3m..                          ranges
 *
 * Numbers are British, day first.  In a range 3d, 2w, 6m and 1y count back
 * from today.  Nothing is guessed: 13/13/2019 is an error.
 */
#ifndef QUERY_DATES_H
#define QUERY_DATES_H

#include "minutebook/date.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* Days from first to last; an open end is the unknown date. */
struct date_range {
	struct mb_date first, last;
};

/* Fails with MB_EUSAGE; the message says what would have been understood. */
int dates_parse(struct mb_str text, struct mb_date today,
		struct date_range *out, struct mb_err *err);

#endif
