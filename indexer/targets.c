#include "targets.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- places ------------------------------------------------------------ */

static int compare(struct mb_str a, struct mb_str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n > 0 ? memcmp(a.ptr, b.ptr, n) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The path below @outer: NULL and 0 when it is not below. */
static struct mb_str below(struct mb_str outer, struct mb_str inner)
{
	static const struct mb_str none = { NULL, 0 };

	if (!mb_str_starts(inner, outer) || inner.len <= outer.len)
		return none;
	inner = mb_str_drop(inner, outer.len);
	if (outer.len > 0 && outer.ptr[outer.len - 1] == '/')
		return inner; /* of the whole file system */
	return inner.ptr[0] == '/' ? mb_str_drop(inner, 1) : none;
}

static bool is_hidden(struct mb_str path)
{
	while (path.len > 0) {
		if (path.ptr[0] == '.')
			return true;
		path = mb_str_cut(path, '/').tail;
	}
	return false;
}

bool targets_reach(struct mb_str outer, struct mb_str inner)
{
	struct mb_str rest = below(outer, inner);

	return mb_str_equal(outer, inner) || (rest.len > 0 && !is_hidden(rest));
}

/* Where a path that is not there would be. */
static int guess_place(const char *path, struct mb_arena *arena,
		       struct mb_str *out, struct mb_err *err)
{
	struct mb_str typed = mb_str_of(path);
	struct mb_buf place = MB_BUF_INIT;
	struct mb_cut cut;
	char folder[PATH_MAX], real[PATH_MAX];
	int rc;

	while (typed.len > 1 && typed.ptr[typed.len - 1] == '/')
		typed.len--;
	cut = mb_str_cut_last(typed, '/');
	if (!cut.found)
		cut = (struct mb_cut){ .head = MB_STR("."), .tail = typed };
	else if (cut.head.len == 0)
		cut.head = MB_STR("/");
	if (cut.head.len < sizeof(folder)) {
		memcpy(folder, cut.head.ptr, cut.head.len);
		folder[cut.head.len] = '\0';
		if (realpath(folder, real) && strcmp(real, "/") != 0)
			mb_buf_add(&place, mb_str_of(real));
	}
	mb_buf_add_char(&place, '/');
	mb_buf_add(&place, cut.tail);
	rc = mb_buf_move(&place, arena, out, err);
	mb_buf_release(&place);
	return rc;
}

static int find_place(const char *path, struct mb_arena *arena,
		      struct mb_str *out, bool *is_missing, struct mb_err *err)
{
	char real[PATH_MAX];

	*is_missing = realpath(path, real) == NULL;
	if (*is_missing)
		return guess_place(path, arena, out, err);
	return mb_arena_copy(arena, mb_str_of(real), out, err);
}

/* --- the roots of the index -------------------------------------------- */

struct root_list {
	struct mb_arena *arena;
	struct target_root *items;
	size_t n, capacity;
};

static int add_root(void *user, int64_t id, struct mb_str absolute,
		    struct mb_str given, struct mb_err *err)
{
	struct root_list *list = user;
	struct target_root *root;
	int rc;

	root = mb_arena_grow(list->arena, list->items, list->n, &list->capacity,
			     sizeof(*root));
	if (!root)
		return mb_fail_nomem(err);
	list->items = root;
	root = &list->items[list->n++];
	root->id = id;
	rc = mb_arena_copy(list->arena, absolute, &root->absolute, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(list->arena, given, &root->given, err);
	return rc;
}

/* The first root whose place is not before @place. */
static size_t lower_bound(const struct targets *targets, struct mb_str place)
{
	size_t first = 0, last = targets->n_roots;

	while (first < last) {
		size_t middle = first + (last - first) / 2;

		if (compare(targets->roots[middle].absolute, place) < 0)
			first = middle + 1;
		else
			last = middle;
	}
	return first;
}

static const struct target_root *root_at(const struct targets *targets,
					 struct mb_str place)
{
	size_t at = lower_bound(targets, place);

	return at < targets->n_roots &&
		       mb_str_equal(targets->roots[at].absolute, place)
		   ? &targets->roots[at]
		   : NULL;
}

/*
 * Shortens @place to the next shorter beginning that may be a folder: "/",
 * "/a", "/a/b".  False behind the whole of it.
 */
static bool next_outer(struct mb_str place, size_t *len)
{
	size_t at;

	if (*len >= place.len)
		return false;
	at = *len == 0 ? 1 : *len + 1;
	if (*len > 0)
		while (at < place.len && place.ptr[at] != '/')
			at++;
	*len = at < place.len ? at : place.len;
	return true;
}

/* The outermost root that has @place in it, or NULL. */
static const struct target_root *root_around(const struct targets *targets,
					     struct mb_str place)
{
	size_t len = 0;

	while (targets->n_roots > 0 && next_outer(place, &len)) {
		const struct target_root *root =
		    root_at(targets, mb_str_take(place, len));

		if (root && targets_reach(root->absolute, place))
			return root;
	}
	return NULL;
}

/* --- the paths given --------------------------------------------------- */

static int compare_targets(const void *a, const void *b)
{
	const struct target *const *x = a, *const *y = b;
	int order = compare((*x)->absolute, (*y)->absolute);

	return order ? order : (*x > *y) - (*x < *y);
}

static int compare_with_place(const void *key, const void *target)
{
	return compare(*(const struct mb_str *)key,
		       (*(const struct target *const *)target)->absolute);
}

/* Whether another path given has this one in it, or is it. */
static bool is_covered(struct target *const *sorted, size_t n,
		       const struct target *target)
{
	size_t len = 0;

	while (next_outer(target->absolute, &len)) {
		struct mb_str place = mb_str_take(target->absolute, len);
		struct target *const *found = bsearch(
		    &place, sorted, n, sizeof(*sorted), compare_with_place);

		if (!found)
			continue;
		while (found > sorted &&
		       mb_str_equal(found[-1]->absolute, place))
			found--; /* of equals the first one given */
		if (*found != target && !(*found)->is_missing &&
		    targets_reach(place, target->absolute))
			return true;
	}
	return false;
}

static void settle(const struct targets *targets, struct target *target)
{
	const struct target_root *root = root_around(targets, target->absolute);

	if (!root)
		return;
	target->root = root->id;
	target->inside = below(root->absolute, target->absolute);
}

/* Leaves only what is to be walked, and names what is missing. */
static int sort_out(struct targets *targets, struct mb_arena *arena,
		    struct mb_err *err)
{
	size_t n = targets->n;
	struct target **sorted = MB_NEW(arena, struct target *, n + 1);
	bool *covered = MB_NEW(arena, bool, n + 1);
	size_t n_kept = 0;

	targets->missing = MB_NEW(arena, const char *, n + 1);
	if (!sorted || !covered || !targets->missing)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < n; i++)
		sorted[i] = &targets->items[i];
	qsort(sorted, n, sizeof(*sorted), compare_targets);
	for (size_t i = 0; i < n; i++)
		covered[i] = is_covered(sorted, n, &targets->items[i]);
	for (size_t i = 0; i < n; i++) {
		struct target target = targets->items[i];

		if (target.is_missing && !root_at(targets, target.absolute)) {
			targets->missing[targets->n_missing++] = target.path;
		} else if (!covered[i]) {
			settle(targets, &target);
			targets->items[n_kept++] = target;
		}
	}
	targets->n = n_kept;
	return MB_OK;
}

int targets_find(const char *const *paths, size_t n, struct mb_store *store,
		 struct mb_arena *arena, struct targets *out,
		 struct mb_err *err)
{
	struct root_list roots = { .arena = arena };
	struct targets targets = { .n = n };
	int rc = MB_OK;

	targets.items = MB_NEW(arena, struct target, n + 1);
	if (!targets.items)
		return mb_fail_nomem(err);
	if (store)
		rc = mb_store_roots(store, add_root, &roots, err);
	targets.roots = roots.items;
	targets.n_roots = roots.n;
	for (size_t i = 0; i < n && rc == MB_OK; i++) {
		struct target *target = &targets.items[i];

		*target = (struct target){ .path = paths[i] };
		rc = find_place(paths[i], arena, &target->absolute,
				&target->is_missing, err);
	}
	if (rc == MB_OK)
		rc = sort_out(&targets, arena, err);
	if (rc == MB_OK)
		*out = targets;
	return rc;
}

const struct target_root *targets_within(const struct targets *targets,
					 const struct target *target, size_t *n)
{
	size_t first = lower_bound(targets, target->absolute);
	size_t end = first;

	while (end < targets->n_roots &&
	       mb_str_starts(targets->roots[end].absolute, target->absolute))
		end++;
	*n = end - first;
	return targets->roots + first;
}

const struct target_root *targets_root(const struct targets *targets,
				       const char *path, struct mb_arena *arena)
{
	const struct target_root *root;
	struct mb_str place;
	bool is_missing;

	if (find_place(path, arena, &place, &is_missing, NULL) != MB_OK)
		return NULL;
	root = root_at(targets, place);
	for (size_t i = 0; i < targets->n_roots && !root; i++)
		if (mb_str_equal(targets->roots[i].given, mb_str_of(path)))
			root = &targets->roots[i];
	return root;
}
