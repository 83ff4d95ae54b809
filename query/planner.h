/*
 * planner.h - a plan in the making, shared by the steps that make it
 *
 *	plan_leaves.c  the tree's texts become leaves
 *	plan_match.c   leaves become the FTS5 expression
 *	plan_sql.c     expression and filters become the statement
 *
 * The first failure sticks: later steps do nothing, and plan_make() returns
 * it.  Everything that the plan keeps lives in the arena; the expander's
 * tools and the SQL under construction are plan_make()'s to free.
 */
#ifndef QUERY_PLANNER_H
#define QUERY_PLANNER_H

#include "expand.h"
#include "plan.h"

struct planner {
	struct expander expander;
	const struct query *query;
	const struct plan_options *options;
	struct mb_arena *arena;
	struct plan *plan;
	struct mb_err *err;
	size_t leaves_capacity, values_capacity;
	size_t warnings_capacity, notes_capacity;
	struct mb_buf sql;
	int rc; /* sticks */
};

/* An array in the arena; NULL after a failure. */
void *planner_alloc(struct planner *p, size_t n, size_t size);

/* The array with room for one more; NULL after a failure. */
void *planner_grow(struct planner *p, void *items, size_t n, size_t *capacity,
		   size_t size);

/* Adds a warning to the plan: @format, and @what in quotes. */
void planner_warn(struct planner *p, const char *format, struct mb_str what);

/* Adds a line for --explain: what else is looked for. */
void planner_note(struct planner *p, struct mb_buf *note);

/* The same for a whole text, which is emptied. */
void planner_say(struct planner *p, struct mb_buf *text);

#endif
