/*
 * namesakes.h - which persons a filter by name finds
 */
#ifndef QUERY_NAMESAKES_H
#define QUERY_NAMESAKES_H

#include "planner.h"

/* Warns of each value of a name filter that several persons have. */
void namesakes_warn(struct planner *p);

#endif
