/*
 * targets.h - where the paths that were given belong in the index
 *
 * A path given is a root of its own, known by its real place, unless it lies
 * inside of a root that the index has, or of another path given: then it is a
 * part of that one, so that no file is in the index twice.
 *
 *	index has   /a/minutes
 *	given       /a/minutes/2020   the part "2020" of /a/minutes
 *	            /a/minutes/x.txt  the part "x.txt"
 *	            /b /b/new         /b; the second is in it
 *	            /a                a root, which takes in /a/minutes
 *	            /gone             missing
 *
 * What a walk never reaches, because a folder on the way to it is hidden, is
 * no part.
 */
#ifndef INDEXER_TARGETS_H
#define INDEXER_TARGETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/store_write.h"
#include "minutebook/str.h"

/* A root that the index has. */
struct target_root {
	int64_t id;
	struct mb_str absolute, given;
};

/* One path to be walked. */
struct target {
	const char *path;       /* as it was given */
	struct mb_str absolute; /* its real place */
	struct mb_str inside;   /* where in its root; empty: it is the root */
	int64_t root;           /* 0 when the index does not have it yet */
	bool is_missing;        /* a root that is not there any more */
};

struct targets {
	struct target *items; /* in the order given */
	size_t n;
	const char **missing; /* paths that nobody knows */
	size_t n_missing;
	struct target_root *roots; /* of the index, by place */
	size_t n_roots;
};

/*
 * Looks up the @n paths in the index of @store, which may be NULL: there is
 * none.  All of @out is in @arena, which the paths must outlive.  Fails with
 * MB_ENOMEM and MB_ESTORE.  O(n log n).
 */
int targets_find(const char *const *paths, size_t n, struct mb_store *store,
		 struct mb_arena *arena, struct targets *out,
		 struct mb_err *err);

/*
 * The roots that are parts of @target now: the first, and how many follow
 * each other.  They are not its own root, and some may be hidden (see
 * targets_reach()).
 */
const struct target_root *targets_within(const struct targets *targets,
					 const struct target *target,
					 size_t *n);

/* Whether a walk of @outer comes to @inner: the same, or visible below. */
bool targets_reach(struct mb_str outer, struct mb_str inner);

/* The root that @path stands for: by its place, then as it was given. */
const struct target_root *targets_root(const struct targets *targets,
				       const char *path,
				       struct mb_arena *arena);

#endif
