/*
 * report.h - a query's findings in one file
 *
 * Of a subject: what the index covers, how often it comes up each year, who
 * spoke of it, what was decided, the best passages of each year, and a citation
 * of everything.  Of a query of filters alone, such as a committee's year: its
 * meetings, who was there, who spoke, what was decided and how it was voted.
 *
 * A report is made of sections; the renderers know how those look.
 */
#ifndef QUERY_REPORT_H
#define QUERY_REPORT_H

#include "inquiry.h"
#include "printer.h"

/* Prints the report of @q, which is planned but not searched.  Fails as
 * searches do; printer->n_hits says how much there was. */
int report_print(struct printer *printer, struct inquiry *q,
		 struct mb_arena *arena, struct mb_err *err);

#endif
