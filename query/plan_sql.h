/*
 * plan_sql.h - the statement that gives a plan's rows
 *
 * Filters become conditions: in the WHERE, or in columns where rows that fail
 * them still count for the statistics.  The user's texts are parameters,
 * never a part of the statement.
 */
#ifndef QUERY_PLAN_SQL_H
#define QUERY_PLAN_SQL_H

#include "planner.h"

/* Makes the plan's SQL and its values; the mode has been decided. */
void plan_sql(struct planner *p);

#endif
