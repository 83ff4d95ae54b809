#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#define FIRST_SLOTS 4096

static struct count *find_slot(struct count *slots, size_t n_slots,
			       uint64_t hash, struct mb_str key,
			       struct mb_str also)
{
	size_t at = (size_t)hash & (n_slots - 1);

	while (slots[at].key.ptr &&
	       (slots[at].hash != hash || !mb_str_equal(slots[at].key, key) ||
		!mb_str_equal(slots[at].also, also)))
		at = (at + 1) & (n_slots - 1);
	return &slots[at];
}

static bool grow(struct counts *counts)
{
	size_t n_slots =
	    counts->n_slots > 0 ? counts->n_slots * 2 : FIRST_SLOTS;
	struct count *slots = calloc(n_slots, sizeof(*slots));

	if (!slots)
		return false;
	for (size_t i = 0; i < counts->n_slots; i++) {
		const struct count *old = &counts->slots[i];

		if (old->key.ptr)
			*find_slot(slots, n_slots, old->hash, old->key,
				   old->also) = *old;
	}
	free(counts->slots);
	counts->slots = slots;
	counts->n_slots = n_slots;
	return true;
}

void mb_counts_add(struct counts *counts, struct mb_str key, struct mb_str also,
		   int64_t by)
{
	uint64_t hash = XXH3_64bits(key.ptr, key.len) + also.len;
	struct count *slot;

	if (counts->has_failed || key.len == 0)
		return;
	if (counts->n_used * 4 >= counts->n_slots * 3 && !grow(counts)) {
		counts->has_failed = true;
		return;
	}
	slot = find_slot(counts->slots, counts->n_slots, hash, key, also);
	if (!slot->key.ptr) {
		if (mb_arena_copy(&counts->arena, key, &slot->key, NULL) ||
		    mb_arena_copy(&counts->arena, also, &slot->also, NULL)) {
			slot->key = (struct mb_str){ NULL, 0 };
			counts->has_failed = true;
			return;
		}
		slot->hash = hash;
		slot->n = 0;
		counts->n_used++;
	}
	slot->n += by;
}

void mb_counts_clear(struct counts *counts)
{
	if (counts->n_used > 0)
		memset(counts->slots, 0,
		       counts->n_slots * sizeof(*counts->slots));
	counts->n_used = 0;
	counts->has_failed = false;
	mb_arena_reset(&counts->arena);
}

void mb_counts_release(struct counts *counts)
{
	free(counts->slots);
	mb_arena_release(&counts->arena);
	*counts = (struct counts){ .slots = NULL };
}
