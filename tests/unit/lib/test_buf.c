#include "minutebook/buf.h"

#include <signal.h>
#include <stdint.h>
#include <string.h>

#include "support/fault.h"
#include "support/text.h"

static struct mb_buf buf;
static struct mb_arena arena;

static void release(void)
{
	mb_buf_release(&buf);
	mb_arena_release(&arena);
}

TestSuite(buf, .fini = release);

/* More than there can be: the buffer fails without reading a byte of it. */
static void make_it_fail(void)
{
	mb_buf_add(&buf, (struct mb_str){ "", SIZE_MAX / 2 });
	cr_assert(buf.has_failed);
}

Test(buf, puts_together_what_is_added)
{
	struct mb_str out;

	mb_buf_add(&buf, MB_STR("item "));
	mb_buf_add_char(&buf, '4');
	mb_buf_add_format(&buf, ", %s %d%c", "page", 12, ':');
	mb_buf_add(&buf, (struct mb_str){ NULL, 0 });
	mb_buf_add_format(&buf, "%s", "");
	cr_assert(eq(int, mb_buf_finish(&buf, &out, NULL), MB_OK));
	text_expect(out, "item 4, page 12:", "text");
	text_expect(mb_buf_str(&buf), "item 4, page 12:", "text");
}

Test(buf, keeps_a_long_text_whole)
{
	struct mb_str out;

	for (int i = 0; i < 20000; i++)
		mb_buf_add_format(&buf, "%05d", i);
	cr_assert(eq(int, mb_buf_finish(&buf, &out, NULL), MB_OK));
	cr_assert(eq(sz, out.len, 100000));
	text_expect(mb_str_slice(out, 0, 10), "0000000001", "beginning");
	text_expect(mb_str_drop(out, 99995), "19999", "end");
}

Test(buf, writes_characters_as_utf8)
{
	const struct {
		uint32_t c;
		const char *want;
	} cases[] = {
		{ 'A', "A" },
		{ 0x7F, "\x7F" },
		{ 0x80, "\xC2\x80" },
		{ 0xE2, "\xC3\xA2" },
		{ 0x7FF, "\xDF\xBF" },
		{ 0x800, "\xE0\xA0\x80" },
		{ 0x20AC, "\xE2\x82\xAC" },
		{ 0xFFFF, "\xEF\xBF\xBF" },
		{ 0x10000, "\xF0\x90\x80\x80" },
		{ 0x10FFFF, "\xF4\x8F\xBF\xBF" },
		{ 0x110000, "\xEF\xBF\xBD" },
		{ 0xD800, "\xEF\xBF\xBD" },
		{ 0xDFFF, "\xEF\xBF\xBD" },
		{ UINT32_MAX, "\xEF\xBF\xBD" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		mb_buf_truncate(&buf, 0);
		mb_buf_add_utf8(&buf, cases[i].c);
		text_expect(mb_buf_str(&buf), cases[i].want, "character");
	}
}

Test(buf, truncates_and_goes_on)
{
	mb_buf_truncate(&buf, 0); /* even when it has never been used */
	mb_buf_add(&buf, MB_STR("agenda"));
	mb_buf_truncate(&buf, 2);
	mb_buf_add(&buf, MB_STR("e"));
	text_expect(mb_buf_str(&buf), "age", "text");
}

Test(buf, takes_a_truncation_to_more_than_there_is_for_a_broken_program,
     .signal = SIGABRT)
{
	mb_buf_truncate(&buf, 1);
}

Test(buf, does_nothing_after_a_failure_and_says_so_once)
{
	struct mb_err err = { 0 };
	struct mb_str out = MB_STR("untouched");

	mb_buf_add(&buf, MB_STR("before"));
	make_it_fail();
	mb_buf_add(&buf, MB_STR("after"));
	mb_buf_add_char(&buf, '!');
	mb_buf_add_format(&buf, "%d", 1);
	mb_buf_add_utf8(&buf, 0xE9);
	text_expect(mb_buf_str(&buf), "before", "text");
	cr_expect(eq(int, mb_buf_finish(&buf, &out, &err), MB_ENOMEM));
	cr_expect(eq(str, err.msg, "out of memory"));
	cr_expect(eq(int, mb_buf_move(&buf, &arena, &out, NULL), MB_ENOMEM));
	text_expect(out, "untouched", "a failure must not touch its output");
}

Test(buf, is_as_new_once_released)
{
	struct mb_str out;

	make_it_fail();
	mb_buf_release(&buf);
	mb_buf_add(&buf, MB_STR("again"));
	cr_assert(eq(int, mb_buf_finish(&buf, &out, NULL), MB_OK));
	text_expect(out, "again", "text");
}

Test(buf, moves_its_text_to_an_arena_and_is_empty)
{
	struct mb_str first, second;

	mb_buf_add(&buf, MB_STR("first"));
	cr_assert(mb_buf_move(&buf, &arena, &first, NULL) == MB_OK);
	cr_expect(eq(sz, buf.len, 0));
	cr_assert(mb_buf_move(&buf, &arena, &second, NULL) == MB_OK);
	mb_buf_add(&buf, MB_STR("overwritten"));
	text_expect(first, "first", "moved");
	text_expect(second, "", "moved from an empty buffer");
}

static int fill_and_move(void)
{
	struct mb_buf own = MB_BUF_INIT;
	struct mb_arena memory = MB_ARENA_INIT;
	struct mb_str out;
	int rc;

	for (int i = 0; i < 300; i++)
		mb_buf_add_format(&own, "%d,", i);
	rc = mb_buf_move(&own, &memory, &out, NULL);
	mb_buf_release(&own);
	mb_arena_release(&memory);
	return rc;
}

Test(buf, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(fill_and_move);
}
