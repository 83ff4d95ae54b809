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

/* Whether a text is one that spellings and synonyms may be added to: no
 * phrase, =word, prefix or field; and it has a leaf. */
bool plan_is_bare_word(const struct node *node);

/* Adds more ways to write a leaf. */
void plan_add_ways(struct planner *p, struct leaf *leaf,
		   const struct variants *more);

#endif
