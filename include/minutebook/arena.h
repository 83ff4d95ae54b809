/*
 * arena.h - memory of one lifetime: a document's, a query's
 *
 * Everything that lives and dies together is allocated from one arena and
 * freed by releasing it.  There is no free() of a part.  An arena is owned by
 * one thread.
 *
 * Blocks are MB_ARENA_BLOCK_BYTES large (64 KiB).  The sanitizer build sets
 * it to 0, which gives every allocation a block of its own size, so that
 * AddressSanitizer sees each boundary.
 */
#ifndef MB_ARENA_H
#define MB_ARENA_H

#include <stddef.h>

#include "minutebook/err.h"
#include "minutebook/str.h"

struct mb_arena_block;

struct mb_arena {
	struct mb_arena_block *blocks; /* newest first */
};

#define MB_ARENA_INIT ((struct mb_arena){ NULL })

/* @n zeroed objects of a type, or NULL when there is no memory. */
#define MB_NEW(arena, type, n) ((type *)mb_arena_alloc(arena, n, sizeof(type)))

/* @n * @size zeroed bytes, aligned for any type; NULL on overflow, too. */
void *mb_arena_alloc(struct mb_arena *arena, size_t n, size_t size)
    __attribute__((warn_unused_result));

/*
 * Makes room for one more element in the array @items of *@n elements and
 * *@capacity places, moving it when it is full (the old place stays in the
 * arena).  The array's new address, or NULL; then nothing has changed.
 */
void *mb_arena_grow(struct mb_arena *arena, void *items, size_t n,
		    size_t *capacity, size_t size)
    __attribute__((warn_unused_result));

/* A copy of @s, with a NUL behind it that its length does not count. */
int mb_arena_copy(struct mb_arena *arena, struct mb_str s, struct mb_str *out,
		  struct mb_err *err) __attribute__((warn_unused_result));

/*
 * Gives everything of @from to @arena, which may hold things already; @from
 * is then empty.  What was allocated stays in its place.
 */
void mb_arena_adopt(struct mb_arena *arena, struct mb_arena *from);

/* Frees everything; the arena is empty and may be used again. */
void mb_arena_release(struct mb_arena *arena);

/*
 * Forgets everything but keeps the newest block for the next document, so
 * that a run over many documents does not go to malloc for each.
 */
void mb_arena_reset(struct mb_arena *arena);

#endif
