/*
 * coverage_filter.h - which meetings and months a query wants to be told of
 *
 *	council:larkhythe committee:(cabinet OR planning) since:2018
 *
 * Coverage is of whole meetings: it takes the filters that speak of them, and
 * no words.
 */
#ifndef QUERY_COVERAGE_FILTER_H
#define QUERY_COVERAGE_FILTER_H

#include "parse.h"

/* Fails with MB_EUSAGE for words and for filters of paragraphs. */
int coverage_filter_check(const struct query *query, struct mb_err *err);

/* A meeting, whose days are the same, or a month in which there was none. */
struct coverage_of {
	struct mb_str council, body;
	struct mb_date first, last;
};

/* Whether all filters let it through: what is not known fits no filter, and
 * every exclusion.  A month fits that has one day in the range.  Sets
 * *has_failed when memory runs out. */
bool coverage_filter_fits(const struct query *query,
			  const struct coverage_of *what, bool *has_failed);

#endif
