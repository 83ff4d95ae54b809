/*
 * plan_synonyms.h - bare words that stand for others (synonyms.h)
 *
 * "ltn" is also looked for as "low traffic neighbourhood", and these three
 * words side by side as "ltn": each of their leaves then counts it.  Quotes
 * and =word switch it off.
 */
#ifndef QUERY_PLAN_SYNONYMS_H
#define QUERY_PLAN_SYNONYMS_H

#include "planner.h"

/* Adds to the leaves of the @n texts, which stand side by side. */
void plan_synonyms(struct planner *p, struct node *const *texts, size_t n);

#endif
