/*
 * store_place.h - documents as far as their places are concerned
 *
 * store_place.c reads them and moves them to their meetings; store_council.c
 * decides between the two whose they are.
 */
#ifndef LIB_STORE_PLACE_H
#define LIB_STORE_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct place {
	int64_t id, root, meeting;
	uint64_t site_id; /* of an item page, or 0 */
	struct mb_str path, folder, own_council, council, body, date, slug;
	bool is_item, is_dated_by_folder;
	struct mb_str core;      /* of the council it gets */
	struct mb_str body_core; /* of a body that is called a council */
	struct mb_str name;      /* and how that is called */
};

/* All documents of the store. */
struct places {
	struct mb_arena arena; /* of the items and their texts */
	struct place *items;
	size_t n, capacity;
};

/*
 * Gives each place the core of its council and what that is called; both are
 * empty where nobody knows.  Fails with MB_ENOMEM.
 */
int mb_store_give_councils(struct places *places, struct mb_err *err);

#endif
