/* Which persons may be one. */
#include "merges.h"

#include <stdio.h>

#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(merges, .fini = release);

static const char *const columns[] = { "id", "person", "council", "first",
				       "last" };

static struct mb_table table_for(size_t n)
{
	struct mb_table table = { .columns = columns,
				  .n_columns = 5,
				  .n_rows = n };

	table.cells = MB_NEW(&arena, struct mb_str, 5 * n);
	cr_assert(table.cells != NULL);
	return table;
}

static void set(struct mb_table *table, size_t row, struct mb_str name,
		const char *council)
{
	struct mb_str *cells = &table->cells[5 * row];

	cells[1] = name;
	cells[2] = mb_str_of(council);
	cells[3] = MB_STR("2018-01-01");
	cells[4] = MB_STR("2019-01-01");
}

Test(merges, are_of_four_kinds_each_pair_once)
{
	static const char *const names[][2] = {
		{ "Ann Bellman", "Larkhythe" },
		{ "A. Bellman", "Larkhythe" },
		{ "Ann Belman", "Larkhythe" },
		{ "Ann Bellman-Cole", "Larkhythe" },
		{ "Ann Bellman", "Withy Green" },
		{ "Hugh Bellman", "Larkhythe" },
	};
	static const char *const want[][3] = {
		{ "a shorter form of the name", "Ann Bellman", "A. Bellman" },
		{ "one letter differs", "Ann Bellman", "Ann Belman" },
		{ "one letter differs", "A. Bellman", "Ann Belman" },
		{ "a part of the surname is the same", "Ann Bellman",
		  "Ann Bellman-Cole" },
		{ "the same name in another council", "Ann Bellman",
		  "Ann Bellman" },
	};
	struct mb_table table = table_for(6), pairs;

	for (size_t i = 0; i < 6; i++)
		set(&table, i, mb_str_of(names[i][0]), names[i][1]);
	cr_assert(merges_suggest(&table, &arena, &pairs, NULL) == MB_OK);
	cr_assert(eq(sz, pairs.n_rows, 5));
	for (size_t i = 0; i < 5; i++) {
		text_expect(mb_table_cell(&pairs, i, 0), want[i][0], "why");
		text_expect(mb_table_cell(&pairs, i, 1), want[i][1], "one");
		text_expect(mb_table_cell(&pairs, i, 3), want[i][2], "other");
	}
	text_expect(mb_table_cell(&pairs, 0, 5),
		    "same: Ann Bellman (Larkhythe) = A. Bellman (Larkhythe)",
		    "line");
}

/* Each with each would be a thousand million pairs. */
Test(merges, scale_to_many_persons, .timeout = 20)
{
	enum { N = 50000 };
	struct mb_table table = table_for(N), pairs;

	for (size_t i = 0; i < N; i++) {
		char text[40];
		struct mb_str name;

		/* letters far from each other, so that few are alike */
		snprintf(text, sizeof(text), "Ann %c%c%c%c%c%c%c%c",
			 (int)('A' + i % 26), (int)('a' + i % 26),
			 (int)('a' + i / 26 % 26), (int)('a' + i / 26 % 26),
			 (int)('a' + i / 676 % 26), (int)('a' + i / 676 % 26),
			 (int)('a' + i / 17576), (int)('a' + i / 17576));
		cr_assert(mb_arena_copy(&arena, mb_str_of(text), &name, NULL) ==
			  MB_OK);
		set(&table, i, name, "Larkhythe");
	}
	set(&table, N - 1, MB_STR("A. Aaaaaaaa"), "Larkhythe");
	cr_assert(merges_suggest(&table, &arena, &pairs, NULL) == MB_OK);
	cr_expect(eq(sz, pairs.n_rows, 1));
}
