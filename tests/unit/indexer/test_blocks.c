#include "blocks.h"

#include <string.h>

#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(blocks, .fini = release);

Test(blocks, are_at_most_so_many)
{
	const struct block one = { .text = MB_STR("x") };
	struct blocks blocks = blocks_in(&arena);

	for (int i = 0; i < BLOCKS_MAX; i++)
		cr_assert(blocks_add(&blocks, &one) != NULL);
	cr_expect(blocks.is_full == false);
	cr_expect(blocks_add(&blocks, &one) == NULL);
	cr_expect(blocks.is_full);
	cr_expect(eq(sz, blocks.n, BLOCKS_MAX));
}

/* The last is cut at a character. */
Test(blocks, have_at_most_so_much_text)
{
	char *text = MB_NEW(&arena, char, BLOCKS_MAX_BYTES);
	const struct block large = { .text = { text, BLOCKS_MAX_BYTES - 5 } };
	const struct block last = { .text = MB_STR("abcd\xC3\xA9") };
	struct blocks blocks = blocks_in(&arena);
	const struct block *added;

	cr_assert(text != NULL);
	memset(text, 'x', BLOCKS_MAX_BYTES);
	cr_assert(blocks_add(&blocks, &large) != NULL);
	added = blocks_add(&blocks, &last);
	cr_assert(added != NULL);
	text_expect(added->text, "abcd", "what fits");
	cr_expect(blocks.is_full);
	cr_expect(blocks_add(&blocks, &last) == NULL);
	cr_expect(eq(sz, blocks.n, 2));
}
