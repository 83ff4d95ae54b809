/*
 * plan_match.h - leaves become an expression of FTS5's language
 *
 *	{title} : ("library" OR "libraries") OR ("per cent")
 *
 * Everything that any leaf asks for: which of it must be there is not FTS5's
 * business (search.h).  Phrases are numbered as FTS5 will number them, and
 * ways that would make too many are left out.
 */
#ifndef QUERY_PLAN_MATCH_H
#define QUERY_PLAN_MATCH_H

#include "planner.h"

/* Makes the plan's expression and numbers the phrases of its leaves. */
void plan_match(struct planner *p);

/* Appends the expression of one leaf. */
void plan_match_leaf(struct mb_buf *out, const struct leaf *leaf);

#endif
