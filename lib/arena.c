#include "minutebook/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifndef MB_ARENA_BLOCK_BYTES
#define MB_ARENA_BLOCK_BYTES ((size_t)64 * 1024)
#endif

static const size_t block_bytes = MB_ARENA_BLOCK_BYTES;

struct mb_arena_block {
	struct mb_arena_block *next;
	size_t used, size; /* bytes of data */
	alignas(max_align_t) unsigned char data[];
};

static size_t aligned(size_t bytes)
{
	size_t step = alignof(max_align_t);

	return (bytes + step - 1) / step * step;
}

static struct mb_arena_block *add_block(struct mb_arena *arena, size_t bytes)
{
	size_t size = bytes;
	struct mb_arena_block *block;

	if (size < block_bytes)
		size = block_bytes;
	block = malloc(sizeof(*block) + size);
	if (!block)
		return NULL;
	block->next = arena->blocks;
	block->used = 0;
	block->size = size;
	arena->blocks = block;
	return block;
}

void *mb_arena_alloc(struct mb_arena *arena, size_t n, size_t size)
{
	struct mb_arena_block *block = arena->blocks;
	size_t bytes, start;

	if (size > 0 && n > (SIZE_MAX / 2) / size)
		return NULL;
	bytes = n * size;
	start = block ? aligned(block->used) : 0;
	if (!block || start > block->size || block->size - start < bytes) {
		block = add_block(arena, bytes);
		if (!block)
			return NULL;
		start = 0;
	}
	block->used = start + bytes;
	return memset(block->data + start, 0, bytes);
}

void *mb_arena_grow(struct mb_arena *arena, void *items, size_t n,
		    size_t *capacity, size_t size)
{
	size_t places = *capacity > 0 ? *capacity * 2 : 8;
	void *moved;

	if (n < *capacity)
		return items;
	moved = mb_arena_alloc(arena, places, size);
	if (!moved)
		return NULL;
	if (n > 0)
		memcpy(moved, items, n * size);
	*capacity = places;
	return moved;
}

int mb_arena_copy(struct mb_arena *arena, struct mb_str s, struct mb_str *out,
		  struct mb_err *err)
{
	char *copy = MB_NEW(arena, char, s.len + 1);

	if (!copy)
		return mb_fail_nomem(err);
	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	*out = (struct mb_str){ copy, s.len };
	return MB_OK;
}

void mb_arena_adopt(struct mb_arena *arena, struct mb_arena *from)
{
	struct mb_arena_block **last = &arena->blocks;

	while (*last)
		last = &(*last)->next;
	*last = from->blocks;
	from->blocks = NULL;
}

static void free_blocks(struct mb_arena_block *block)
{
	while (block) {
		struct mb_arena_block *next = block->next;

		free(block);
		block = next;
	}
}

void mb_arena_release(struct mb_arena *arena)
{
	free_blocks(arena->blocks);
	arena->blocks = NULL;
}

void mb_arena_reset(struct mb_arena *arena)
{
	if (block_bytes == 0 || !arena->blocks) {
		mb_arena_release(arena);
		return;
	}
	free_blocks(arena->blocks->next);
	arena->blocks->next = NULL;
	arena->blocks->used = 0;
}
