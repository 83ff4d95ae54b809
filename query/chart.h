/*
 * chart.h - a table's bars as one picture (SVG), for HTML
 *
 * The picture has a title and a text that say what it shows; the table below
 * it says all of it in numbers.  No scripts, no colours that mean anything.
 */
#ifndef QUERY_CHART_H
#define QUERY_CHART_H

#include "minutebook/buf.h"
#include "table.h"

/* Nothing for a table without a bar column, or with fewer than two rows.
 * @number makes the picture's ids unlike those of others on the page. */
void chart_svg(struct mb_buf *out, const struct table *table, int number);

/* The table's bar column, or its number of columns. */
size_t chart_column(const struct table *table);

/* The largest number of that column, sums apart. */
double chart_most(const struct table *table, size_t column);

/* How long the bar of a number is, of @full: 0 only for nothing. */
int chart_bar(const struct cell *cell, double most, int full);

#endif
