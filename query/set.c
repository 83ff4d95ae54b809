#include "set.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a, 64 bits. */
static uint64_t hash_of(struct mb_str text)
{
	uint64_t hash = 0xCBF29CE484222325u;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001B3u;
	return hash ^ (hash >> 29);
}

/* The place of the text, or the free one where it belongs. */
static size_t *place_of(const struct set *set, struct mb_str text)
{
	size_t at = (size_t)hash_of(text) & (set->n_places - 1);

	while (set->places[at] > 0 &&
	       !mb_str_equal(set->items[set->places[at] - 1], text))
		at = (at + 1) & (set->n_places - 1);
	return &set->places[at];
}

/* Twice as many places, when half of them are taken. */
static int make_room(struct set *set, struct mb_err *err)
{
	size_t n = set->n_places > 0 ? set->n_places * 2 : 64;

	if (set->n * 2 < set->n_places)
		return MB_OK;
	set->places = MB_NEW(set->arena, size_t, n);
	if (!set->places) {
		set->n_places = set->n = 0;
		return mb_fail_nomem(err);
	}
	set->n_places = n;
	for (size_t i = 0; i < set->n; i++)
		*place_of(set, set->items[i]) = i + 1;
	return MB_OK;
}

int set_add(struct set *set, struct mb_str text, size_t *number, bool *is_new,
	    struct mb_err *err)
{
	struct mb_str *moved;
	size_t *place;
	int rc = make_room(set, err);

	if (rc != MB_OK)
		return rc;
	place = place_of(set, text);
	*is_new = *place == 0;
	*number = *place == 0 ? set->n : *place - 1;
	if (!*is_new)
		return MB_OK;
	moved = mb_arena_grow(set->arena, set->items, set->n, &set->capacity,
			      sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	set->items = moved;
	rc = mb_arena_copy(set->arena, text, &set->items[set->n], err);
	if (rc == MB_OK)
		*place = ++set->n;
	return rc;
}
