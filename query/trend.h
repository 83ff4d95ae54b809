/*
 * trend.h - counts as tables: --by, --compare, and the parts of a report
 *
 *	year  paragraphs  meetings  of  words  per 10,000  of words
 *	2015           3         2  14    211        6.10      4918  ███
 */
#ifndef QUERY_TREND_H
#define QUERY_TREND_H

#include "inquiry.h"
#include "printer.h"
#include "tally.h"

/* Prints the counts of @query by @options->by. */
int trend_print(struct printer *printer, const struct sources *sources,
		struct mb_str query, struct mb_arena *arena,
		struct mb_err *err);

/* Prints the counts of several queries side by side, by year unless told. */
int trend_compare(struct printer *printer, const struct sources *sources,
		  const struct mb_str *queries, size_t n,
		  struct mb_arena *arena, struct mb_err *err);

/*
 * The table of a tally by one property, in @arena; the @limit largest rows, or
 * all (0).  With a query's @name its rows say which query they are of.
 */
int trend_table(const struct tally *tally, size_t limit, struct mb_str name,
		struct mb_arena *arena, struct table *out, struct mb_err *err);

/* "12 paragraphs in 5 of 157 meetings, 1.38 for each 10,000 of 87,100 words;
 * first 9 June 2015 (id), last 20 November 2024 (id)." */
void trend_sentence(struct mb_buf *out, const struct tally *tally);

#endif
