/*
 * set.h - texts, each once, and a number for each
 *
 * The numbers count from 0 in the order in which texts first came.
 */
#ifndef QUERY_SET_H
#define QUERY_SET_H

#include "minutebook/arena.h"

struct set {
	struct mb_arena *arena; /* of the copies */
	struct mb_str *items;   /* by number */
	size_t n;
	size_t capacity;
	size_t *places; /* number + 1, or 0; owned by the arena, too */
	size_t n_places;
};

/* The number of @text, which is copied when it is new. */
int set_add(struct set *set, struct mb_str text, size_t *number, bool *is_new,
	    struct mb_err *err);

#endif
