#include "written.h"

#include <stdio.h>
#include <string.h>

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(written, .fini = release, .timeout = 60);

static struct blocks lines_of(const char *const *lines, size_t n)
{
	struct blocks blocks = blocks_in(&arena);

	for (size_t i = 0; i < n; i++)
		blocks_add(&blocks,
			   &(struct block){ .text = mb_str_of(lines[i]) });
	return blocks;
}

Test(written, has_whole_words_and_pairs_but_no_halves)
{
	static const char *const lines[] = {
		"\xE2\x80\x9CThe Nai\xCC\x88ve\xE2\x80\x9D group\xE2\x80\x99s "
		"anti-racism: 4x co-opera-",
		"tive, and well\xE2\x80\x93known pro-",
		"vide",
	};
	static const char *const there[] = {
		"the",         "THE",        "group",        "anti", "racism",
		"anti-racism", "4X",         "co",           "and",  "well",
		"known",       "well-known", "na\xC3\xAFve",
	};
	static const char *const missing[] = {
		"opera", "co-opera", "tive", "tive-and", "pro",
		"vide",  "pro-vide", "rac",  "nai",      "",
	};
	struct blocks blocks = lines_of(lines, 3);
	struct written written = written_of(&blocks);

	for (size_t i = 0; i < sizeof(there) / sizeof(*there); i++)
		cr_expect(written_has(&written, mb_str_of(there[i])), "'%s'",
			  there[i]);
	for (size_t i = 0; i < sizeof(missing) / sizeof(*missing); i++)
		cr_expect(not(written_has(&written, mb_str_of(missing[i]))),
			  "'%s'", missing[i]);
	written_release(&written);
}

Test(written, cuts_words_off_a_text)
{
	static const struct {
		const char *text, *first, *last;
	} cases[] = {
		{ "pro", "pro", "pro" },
		{ "\xE2\x80\x98pro", "", "pro" },
		{ "vide\xE2\x80\x99 x.", "vide", "" },
		{ "caf\xC3\xA9 na\xC3\xAF", "caf\xC3\xA9", "na\xC3\xAF" },
		{ "", "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str text = mb_str_of(cases[i].text);

		cr_expect(mb_str_equal(written_first(text),
				       mb_str_of(cases[i].first)),
			  "'%s'", cases[i].text);
		cr_expect(
		    mb_str_equal(written_last(text), mb_str_of(cases[i].last)),
		    "'%s'", cases[i].text);
	}
}

/* Half of the places are free, so that no search is long. */
Test(written, keeps_room_whatever_there_is)
{
	struct blocks blocks = blocks_in(&arena);
	struct mb_buf text = MB_BUF_INIT;
	struct written written;
	char word[WRITTEN_MAX_BYTES + 2];

	for (int i = 0; i < 100000; i++)
		mb_buf_add_format(&text, "w%d ", i);
	memset(word, 'x', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	mb_buf_add(&text, mb_str_of(word));
	blocks_add(&blocks, &(struct block){ .text = mb_buf_str(&text) });
	written = written_of(&blocks);
	cr_expect(eq(sz, written.n, 100000));
	cr_expect(le(sz, written.n * 2, written.n_places));
	cr_expect(le(sz, written.n_places, written.n * 4));
	cr_expect(written_has(&written, MB_STR("w99999")));
	cr_expect(not(written_has(&written, mb_str_of(word))));
	written_release(&written);
	mb_buf_release(&text);
}

static int gather(void)
{
	static struct block block = { .text = { "anti-racism", 11 } };
	const struct blocks blocks = { .items = &block, .n = 1 };
	struct written written = written_of(&blocks);
	int rc = written.has_failed ? MB_ENOMEM : MB_OK;

	written_release(&written);
	return rc;
}

Test(written, survives_running_out_of_memory)
{
	fault_each_allocation(gather);
}
