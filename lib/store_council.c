/*
 * Whose documents they are.
 *
 * Most documents do not say whose they are, and those that do call their
 * council by several names.  So the councils are decided together, when a run
 * ends: documents of one council (council.h) get its most frequent name, and
 * a document that names none belongs to the council that its body is called
 * as, if others name that one ("Withy Green parish Council"), or else to the
 * council of its folder, if nearly all documents there that name one agree.  A folder above the first counts
 * only for first folders that could not be a council's own ("2015",
 * "minutes"): an archive of several councils has one folder for each.
 */
#include <stdlib.h>

#include "council.h"
#include "store_place.h"

/* The share of a folder's documents that must agree. */
#define AGREE_OF 3
#define AGREE_N 2

/* A council that a document names, for one of the folders it lies in. */
struct claim {
	int64_t root;
	struct mb_str folder; /* "" for the root itself */
	struct mb_str core, name;
};

struct claims {
	struct claim *items;
	size_t n, capacity;
};

/* --- whose they are ---------------------------------------------------- */

/* The folder above @folder; false at the root. */
static bool go_up(struct mb_str *folder)
{
	struct mb_cut cut = mb_str_cut_last(*folder, '/');

	if (folder->len == 0)
		return false;
	*folder = cut.found ? cut.head : (struct mb_str){ folder->ptr, 0 };
	return true;
}

static struct mb_str folder_of(struct mb_str path)
{
	struct mb_cut cut = mb_str_cut_last(path, '/');

	return cut.found ? cut.head : (struct mb_str){ path.ptr, 0 };
}

static int add_claims(struct places *places, const struct place *place,
		      struct claims *claims, struct mb_err *err)
{
	struct mb_str folder = folder_of(place->path);

	do {
		struct claim *moved =
		    mb_arena_grow(&places->arena, claims->items, claims->n,
				  &claims->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		claims->items = moved;
		claims->items[claims->n++] =
		    (struct claim){ place->root, folder, place->core,
				    place->own_council };
	} while (go_up(&folder));
	return MB_OK;
}

static int compare_folders(const struct claim *a, const struct claim *b)
{
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	return mb_str_compare(a->folder, b->folder);
}

static int compare_cores(const struct claim *a, const struct claim *b)
{
	int order = compare_folders(a, b);

	return order ? order : mb_str_compare(a->core, b->core);
}

static int compare_claims(const void *a, const void *b)
{
	const struct claim *x = a, *y = b;
	int order = compare_cores(x, y);

	return order ? order : mb_str_compare(x->name, y->name);
}

/*
 * The council that most claims from @begin to @end are for, all of them one
 * folder's; and how many.  Of equals the first.
 */
static size_t find_best(const struct claims *claims, size_t begin, size_t end,
			size_t *n)
{
	size_t best = begin;

	*n = 0;
	for (size_t i = begin; i < end;) {
		size_t first = i;

		while (i < end && compare_cores(&claims->items[first],
						&claims->items[i]) == 0)
			i++;
		if (i - first > *n) {
			best = first;
			*n = i - first;
		}
	}
	return best;
}

/*
 * Reduces the sorted claims to one a folder: the council on which nearly all
 * agree.  Folders without one are left out.
 */
static void settle_claims(struct claims *claims)
{
	size_t to = 0, i = 0;

	while (i < claims->n) {
		size_t end = i, best, best_n;

		while (end < claims->n &&
		       compare_folders(&claims->items[i],
				       &claims->items[end]) == 0)
			end++;
		best = find_best(claims, i, end, &best_n);
		if (best_n * AGREE_OF >= (end - i) * AGREE_N)
			claims->items[to++] = claims->items[best];
		i = end;
	}
	claims->n = to;
}

static const struct claim *find_claim(const struct claims *claims, int64_t root,
				      struct mb_str folder)
{
	struct claim key = { .root = root, .folder = folder };
	size_t low = 0, high = claims->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_folders(&key, &claims->items[middle]);

		if (order == 0)
			return &claims->items[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The council of the nearest folder that has one. */
static struct mb_str inherit_core(const struct claims *claims,
				  const struct place *place)
{
	struct mb_str folder = folder_of(place->path);

	do {
		const struct claim *claim;

		if (folder.len == 0 && place->path.len > 0 &&
		    folder_of(place->path).len > 0 &&
		    !mb_folder_is_generic(place->folder))
			break;
		claim = find_claim(claims, place->root, folder);
		if (claim)
			return claim->core;
	} while (go_up(&folder));
	return (struct mb_str){ NULL, 0 };
}

/* --- what a council is called ------------------------------------------- */

/* A name that documents give their council, and how many do. */
struct naming {
	int64_t root;
	struct mb_str core, name;
	size_t n;
};

static int compare_namings(const void *a, const void *b)
{
	const struct naming *x = a, *y = b;
	int order;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	order = mb_str_compare(x->core, y->core);
	return order ? order : mb_str_compare(x->name, y->name);
}

/* "X Parish Meeting" is what the parish is called only if nothing else is. */
static bool is_meeting(struct mb_str name)
{
	return mb_str_ends_nocase(name, MB_STR(" meeting"));
}

static bool is_better(const struct naming *a, const struct naming *b)
{
	if (is_meeting(a->name) != is_meeting(b->name))
		return is_meeting(b->name);
	return a->n > b->n;
}

/* Keeps the most frequent name of each core; of equals the first. */
static size_t settle_names(struct naming *names, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n;) {
		size_t end = i + 1;
		bool is_same;

		while (end < n && compare_namings(&names[i], &names[end]) == 0)
			end++;
		names[i].n = end - i;
		is_same = to > 0 && names[to - 1].root == names[i].root &&
			  mb_str_equal(names[to - 1].core, names[i].core);
		if (!is_same)
			names[to++] = names[i];
		else if (is_better(&names[i], &names[to - 1]))
			names[to - 1] = names[i];
		i = end;
	}
	return to;
}

static struct mb_str find_name(const struct naming *names, size_t n,
			       int64_t root, struct mb_str core)
{
	for (size_t i = 0; i < n; i++)
		if (names[i].root == root && mb_str_equal(names[i].core, core))
			return names[i].name;
	return (struct mb_str){ NULL, 0 };
}

int mb_store_give_councils(struct places *places, struct mb_err *err)
{
	struct claims claims = { NULL, 0, 0 };
	struct naming *names =
	    MB_NEW(&places->arena, struct naming, places->n + 1);
	size_t n_names = 0;
	int rc = names ? MB_OK : mb_fail_nomem(err);

	for (size_t i = 0; i < places->n && rc == MB_OK; i++) {
		const struct place *place = &places->items[i];

		if (place->core.len == 0)
			continue;
		rc = add_claims(places, place, &claims, err);
		names[n_names++] = (struct naming){ place->root, place->core,
						    place->own_council, 1 };
	}
	if (rc != MB_OK)
		return rc;
	if (claims.n > 0)
		qsort(claims.items, claims.n, sizeof(*claims.items),
		      compare_claims);
	settle_claims(&claims);
	if (n_names > 0)
		qsort(names, n_names, sizeof(*names), compare_namings);
	n_names = settle_names(names, n_names);
	for (size_t i = 0; i < places->n; i++) {
		struct place *place = &places->items[i];

		if (place->core.len == 0 && place->body_core.len > 0 &&
		    find_name(names, n_names, place->root, place->body_core)
			    .len > 0)
			place->core = place->body_core;
		if (place->core.len == 0)
			place->core = inherit_core(&claims, place);
		place->name =
		    find_name(names, n_names, place->root, place->core);
	}
	return MB_OK;
}
