/* Lists of queries, and sets of texts. */
#include "named.h"

#include <stdio.h>

#include "set.h"
#include "support/fault.h"
#include "support/scratch.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
	scratch_remove();
}

TestSuite(named, .init = scratch_make, .fini = release);

Test(named, queries_are_lines_of_a_name_and_a_query)
{
	struct named_queries list;
	struct mb_err err = { .msg = "" };

	cr_assert(named_parse(MB_STR("# what we watch\n"
				     "\n"
				     "racism\t anti-racism OR racism \r\n"
				     "library closure\n"
				     "   \n"
				     "a\tb\tc"),
			      &arena, &list, &err) == MB_OK,
		  "%s", err.msg);
	cr_assert(eq(sz, list.n, 3));
	text_expect(list.items[0].name, "racism", "a name");
	text_expect(list.items[0].query, "anti-racism OR racism", "a query");
	text_expect(list.items[1].name, "library closure", "its own name");
	text_expect(list.items[1].query, "library closure", "its own name");
	text_expect(list.items[2].query, "b\tc", "only the first tab counts");
	cr_expect(eq(int, (int)list.items[2].line, 6));
}

Test(named, lists_without_queries_are_errors)
{
	struct named_queries list;
	struct mb_err err = { .msg = "" };

	cr_expect(eq(int,
		     named_parse(MB_STR("# nothing\n"), &arena, &list, &err),
		     MB_EUSAGE));
	cr_expect(eq(int,
		     named_parse(MB_STR("a\tb\nname\t\n"), &arena, &list, &err),
		     MB_EUSAGE));
	cr_expect(eq(int, (int)err.line, 2));
	cr_expect(eq(int, named_read(scratch_path("none"), &arena, &list, &err),
		     MB_EIO));
}

Test(named, files_have_a_limit)
{
	FILE *file = fopen(scratch_path("big"), "w");
	struct named_queries list;
	struct mb_err err = { .msg = "" };

	cr_assert(file != NULL);
	for (int i = 0; i < NAMED_MAX_BYTES; i++)
		fputc(i % 80 ? 'x' : '\n', file);
	fclose(file);
	cr_expect(eq(int, named_read(scratch_path("big"), &arena, &list, &err),
		     MB_OK));
	file = fopen(scratch_path("big"), "a");
	fputc('x', file);
	fclose(file);
	cr_expect(eq(int, named_read(scratch_path("big"), &arena, &list, &err),
		     MB_ELIMIT));
}

Test(named, sets_number_texts_as_they_come)
{
	struct set set = { .arena = &arena };

	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < 5000; i++) {
			char text[32];
			size_t number;
			bool is_new;
			int n = snprintf(text, sizeof(text), "item %zu", i);

			cr_assert(set_add(&set,
					  (struct mb_str){ text, (size_t)n },
					  &number, &is_new, NULL) == MB_OK);
			cr_assert(eq(sz, number, i));
			cr_assert(is_new == (round == 0));
		}
	text_expect(set.items[4999], "item 4999", "a copy");
}

static int parse_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct named_queries list;
	struct set set = { .arena = &own };
	size_t number;
	bool is_new;
	int rc = named_parse(MB_STR("a\tb\nc\nd\n"), &own, &list, NULL);

	if (rc == MB_OK)
		rc = set_add(&set, MB_STR("x"), &number, &is_new, NULL);
	mb_arena_release(&own);
	return rc;
}

Test(named, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(parse_once);
}
