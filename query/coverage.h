/*
 * coverage.h - what the indexes have, body by body and year by year
 *
 * How many documents, meetings and paragraphs there are; which files could
 * not be read; and in which months a body that meets regularly (rhythm.h) has
 * nothing, so that nobody takes a gap in the archive for silence.
 */
#ifndef QUERY_COVERAGE_H
#define QUERY_COVERAGE_H

#include "inquiry.h"
#include "minutebook/store_coverage.h"
#include "printer.h"

/* A year of a body.  Unknown is empty or 0. */
struct coverage_year {
	struct mb_str council, body;
	int year;
	struct mb_date first, last; /* meetings of that year */
	int64_t meetings;
	struct mb_meeting_coverage sums; /* of them */
	int rhythm_days;                 /* of the body, over all its years */
	const int *missing;              /* months, as in rhythm.h */
	size_t n_missing;
};

struct coverage {
	struct coverage_year *years; /* by council, body, year */
	size_t n, capacity;
	struct mb_unread *unread;
	size_t n_unread, unread_capacity;
};

/*
 * What the filters of @query let through.  Rhythms are those of all that is
 * indexed, whatever the filters.  Everything lives in @arena.  Fails with
 * MB_ESTORE, MB_ENOMEM, or MB_EUSAGE (coverage_filter.h).
 */
int coverage_make(const struct sources *sources, const struct query *query,
		  struct mb_arena *arena, struct coverage *out,
		  struct mb_err *err);

/* Prints a table of it; for people also what is missing, in words. */
int coverage_print(struct printer *printer, const struct coverage *coverage,
		   struct mb_arena *arena, struct mb_err *err);

#endif
