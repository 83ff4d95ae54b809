#include "minutebook/arena.h"

#include <stdint.h>
#include <string.h>

#include "support/fault.h"
#include "support/text.h"

TestSuite(arena);

Test(arena, gives_zeroed_memory_aligned_for_any_type)
{
	struct mb_arena arena = MB_ARENA_INIT;

	for (size_t size = 1; size < 200; size += 7) {
		unsigned char *block = MB_NEW(&arena, unsigned char, size);

		cr_assert(block != NULL);
		cr_expect(zero(sz, (uintptr_t)block % _Alignof(max_align_t)));
		for (size_t i = 0; i < size; i++)
			cr_expect(block[i] == 0);
		memset(block, 0xff, size);
	}
	mb_arena_release(&arena);
}

Test(arena, refuses_a_size_that_overflows)
{
	struct mb_arena arena = MB_ARENA_INIT;

	cr_expect(mb_arena_alloc(&arena, SIZE_MAX / 2, 4) == NULL);
	cr_expect(mb_arena_alloc(&arena, SIZE_MAX, 1) == NULL);
	mb_arena_release(&arena);
}

Test(arena, moves_a_full_array_with_its_content)
{
	struct mb_arena arena = MB_ARENA_INIT;
	size_t capacity = 0;
	int *items = NULL;

	for (int i = 0; i < 1000; i++) {
		int *moved = mb_arena_grow(&arena, items, (size_t)i, &capacity,
					   sizeof(*items));

		cr_assert(moved != NULL);
		items = moved;
		items[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		cr_expect(eq(int, items[i], i));
	mb_arena_release(&arena);
}

Test(arena, takes_over_what_another_has)
{
	struct mb_arena arena = MB_ARENA_INIT, from = MB_ARENA_INIT;
	struct mb_str ours, theirs;

	mb_arena_adopt(&arena, &from);
	cr_expect(arena.blocks == NULL);
	cr_assert(mb_arena_copy(&arena, MB_STR("ours"), &ours, NULL) == MB_OK);
	cr_assert(mb_arena_copy(&from, MB_STR("theirs"), &theirs, NULL) ==
		  MB_OK);
	mb_arena_adopt(&arena, &from);
	cr_expect(from.blocks == NULL);
	mb_arena_release(&from);
	text_expect(ours, "ours", "what was there");
	text_expect(theirs, "theirs", "what came");
	mb_arena_release(&arena);
}

Test(arena, copies_with_a_nul_that_does_not_count)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_str copy;

	cr_assert(mb_arena_copy(&arena, MB_STR("a\0b"), &copy, NULL) == MB_OK);
	cr_expect(eq(sz, copy.len, 3));
	cr_expect(copy.ptr[3] == '\0');
	mb_arena_release(&arena);
}

static int copy_twice(void)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_str out;
	int rc = mb_arena_copy(&arena, MB_STR("minutes"), &out, NULL);

	if (rc == MB_OK) {
		mb_arena_reset(&arena);
		rc = MB_NEW(&arena, char, 200000) ? MB_OK : MB_ENOMEM;
	}
	mb_arena_release(&arena);
	return rc;
}

Test(arena, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(copy_twice);
}
