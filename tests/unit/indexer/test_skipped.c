/* Elements whose text is left out, in the middle of text that is not. */
#include "format.h"

#include "support/text.h"

static struct mb_arena arena;
static struct blocks blocks;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(skipped, .fini = release);

static void parse(const char *page)
{
	const struct source source = { .format = MB_FORMAT_HTML,
				       .text = mb_str_of(page) };

	blocks = blocks_in(&arena);
	format_html(&source, &blocks);
	cr_assert(eq(int, blocks_finish(&blocks, NULL), MB_OK));
}

Test(skipped, a_break_inside_loses_nothing_before_it)
{
	static const char *const pages[] = {
		"<p>abc <span class=\"mgHide\">x<br>y</span> def</p>",
		"<p>abc <span class=\"mgHide\"><br>y</span> def</p>",
		"<p>abc <span class=\"mgHide\">x<svg><p>y</p></svg></span>"
		" def</p>",
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		parse(pages[i]);
		cr_assert(eq(sz, blocks.n, 1), "%s", pages[i]);
		text_expect(blocks.items[0].text, "abc def", pages[i]);
	}
}

Test(skipped, a_block_inside_loses_nothing_before_it)
{
	parse("<ul><li>abc <span hidden=\"\"><div>x</div><ul><li>y</ul></span>"
	      " def</ul>");
	cr_assert(eq(sz, blocks.n, 1));
	text_expect(blocks.items[0].text, "abc def", "the entry");
	text_expect(blocks.items[0].marker, "\xE2\x80\xA2", "its marker");
}

Test(skipped, what_stands_inside_marks_nothing_outside)
{
	parse("<div class=\"mgWordPara\"><p>abc <span class=\"mgHide\"><br>"
	      "<span class=\"mgLabel\">x</span><a name=\"AI12\"></a></span>"
	      " def</p></div>");
	cr_assert(eq(sz, blocks.n, 1));
	text_expect(blocks.items[0].text, "abc def", "the paragraph");
	cr_expect(eq(int, (int)blocks.items[0].mark, MARK_TEXT));
	cr_expect(eq(u64, blocks.items[0].site_id, 0));
}
