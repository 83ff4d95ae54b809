/*
 * plan_leaves.h - the texts of a query's tree become leaves
 *
 * Each word, phrase or NEAR is one leaf with all the ways to write it
 * (expand.h), up to a cap.  What is typed again weighs more instead of being
 * looked up again; two bare words side by side may stand written as one; bare
 * words as common as "the" are dropped unless nothing else is said.
 */
#ifndef QUERY_PLAN_LEAVES_H
#define QUERY_PLAN_LEAVES_H

#include "planner.h"

/* Fills the plan's leaves and numbers the nodes and filters of @tree. */
void plan_leaves(struct planner *p, struct node *tree);

#endif
