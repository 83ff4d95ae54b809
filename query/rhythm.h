/*
 * rhythm.h - how often a body meets, and in which months it did not
 *
 *	12 Jan, 9 Feb, 9 Mar, 13 Jul, 14 Sep ...	monthly; nothing in
 *			April, May and June, but August is never used
 *
 * The rhythm is the median of the days between meetings, if most of them are
 * near it: of a body that meets when there is need, or of an archive with a
 * few meetings only, nothing is said.  What is missing are the whole months
 * of an interval that is long for this body, save those in which it seldom
 * meets in other years either: a recess is no gap.
 */
#ifndef QUERY_RHYTHM_H
#define QUERY_RHYTHM_H

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/date.h"
#include "minutebook/err.h"

#define RHYTHM_MIN_MEETINGS 8 /* fewer tell of no rhythm */
#define RHYTHM_MAX_DAYS 100   /* who meets less often has no gaps of months */

/* Months are counted: year * 12 + month - 1. */
int rhythm_month(struct mb_date date);

struct rhythm {
	int days;     /* between meetings; 0: no rhythm */
	int *missing; /* months, in order */
	size_t n_missing;
};

/*
 * The rhythm of meetings on @dates, which are known and in order; several may
 * be on one day.  Everything lives in @arena.  Fails with MB_ENOMEM.
 */
int rhythm_of(const struct mb_date *dates, size_t n, struct mb_arena *arena,
	      struct rhythm *out, struct mb_err *err);

/* "weekly", "monthly", "about every 6 weeks" */
void rhythm_words(struct mb_buf *out, int days);

#endif
