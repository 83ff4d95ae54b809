#include <string.h>

#include "archive.h"
#include "document.h"
#include "extract.h"
#include "format.h"
#include "minutebook/text.h"
#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

/*
 * Without a time limit: with one more of them in the program Criterion 2.4
 * itself leaks 48 bytes, for which LeakSanitizer fails the run.
 */
TestSuite(format_rtf, .fini = release);

#define RTF "{\\rtf1\\ansi\\ansicpg1252\\deff0 "
#define BULLET "\xE2\x80\xA2"

struct sample {
	const char *rtf; /* inside of the outermost group */
	const char *want;
};

static struct mb_str rtf_of(const char *body)
{
	const char *const parts[] = { RTF, body, "}", NULL };

	return mb_str_of(archive_text(parts, &arena));
}

static void expect_blocks(struct mb_str rtf, const char *want)
{
	char *got = archive_blocks(rtf, &arena);

	cr_expect(strcmp(got, want) == 0, "%.*s\ngot:\n%swant:\n%s",
		  MB_STR_ARG(rtf), got, want);
}

static void expect_all(const struct sample *samples, size_t n)
{
	for (size_t i = 0; i < n; i++)
		expect_blocks(rtf_of(samples[i].rtf), samples[i].want);
}

#define EXPECT_ALL(samples) \
	expect_all(samples, sizeof(samples) / sizeof(*(samples)))

Test(format_rtf, has_the_characters_that_are_meant)
{
	static const struct sample samples[] = {
		{ "caf\\'e9 \\'93so\\'94", "caf\u00E9 \u201Cso\u201D" },
		{ "\\ansicpg1250 \\'b9", "\u0105" },
		{ "\\ansicpg99999 \\'e9", "\u00E9" },
		{ "\\mac \\'8e", "\u00E9" },
		{ "\\pca \\'9c5", "\u00A35" },
		{ "\\ansicpg65001 caf\\'c3\\'a9", "caf\u00E9" },
		{ "\\ansicpg932 \\'82\\'a0", "\u3042" },
		{ "\\u8364?5", "\u20AC5" },
		{ "\\u8364\\'805", "\u20AC5" },
		{ "\\uc2\\u8364 EU5", "\u20AC5" },
		{ "\\uc0\\u8364 5", "\u20AC5" },
		{ "{\\uc0 a}\\u8364 ?5", "a\u20AC5" },
		{ "\\u8364 {\\b 5}", "\u20AC5" },
		{ "\\u-10179?\\u-8704?!", "\U0001F600!" },
		{ "a\\u-10179?b", "a\uFFFDb" },
		{ "1\\~000 co\\-op re\\_use \\{x\\} \\\\",
		  "1 000 coop re-use {x} \\" },
		{ "\\lquote a\\rquote  \\ldblquote b\\rdblquote",
		  "\u2018a\u2019 \u201Cb\u201D" },
		{ "a\\emdash b\\endash c\\tab d",
		  "a\u2014b\u2013c d (2 columns)" },
		{ "one\nword\\unknown12 s", "onewords" },
		{ "\\'zz", "zz" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const char *const want[] = { "paragraph/0 ", samples[i].want,
					     "\n", NULL };

		expect_blocks(rtf_of(samples[i].rtf),
			      archive_text(want, &arena));
	}
}

Test(format_rtf, has_paragraphs_with_their_style)
{
	static const struct sample samples[] = {
		{ "one\\par\\par two\\\nthree",
		  "paragraph/0 one\nparagraph/1 two\nparagraph/0 three\n" },
		{ "one\\line two", "paragraph/0 one\nparagraph/0 two\n" },
		{ "\\b RESOLVED\\b0\\par on", "paragraph*/0 RESOLVED\n"
					      "paragraph/0 on\n" },
		{ "{\\b Why} not\\par\\b c\\plain\\par d",
		  "paragraph/0 Why not\nparagraph*/0 c\nparagraph/0 d\n" },
		{ "\\outlinelevel1 Title\\par\\pard text",
		  "heading2/0 Title\nparagraph/0 text\n" },
		{ "\\outlinelevel9 text\\par\\outlinelevel8 deep",
		  "paragraph/0 text\nheading6/0 deep\n" },
		{ "a\\page b", "paragraph/0 a\npage/0 \nparagraph/0 b\n" },
		{ "a\\sect b", "paragraph/0 a\nparagraph/0 b\n" },
	};

	EXPECT_ALL(samples);
}

Test(format_rtf, has_the_numbers_that_were_printed)
{
	static const struct sample samples[] = {
		{ "{\\listtext\\pard\\plain 4.\\tab}Apologies\\par none",
		  "paragraph/0 4. Apologies\nparagraph/0 none\n" },
		{ "{\\pntext\\'b7\\tab}a bench\\par",
		  "entry/0 {" BULLET "} a bench\n" },
		{ "\\ilvl1{\\listtext o\\tab}a tree\\par",
		  "entry/0 {" BULLET "} a tree\n" },
		{ "{\\listtext\\u-3913 ?}a lamp\\par",
		  "entry/0 {" BULLET "} a lamp\n" },
		{ "{\\listtext 5.}{\\deleted gone\\par}here\\par",
		  "paragraph/0 here\n" },
	};

	EXPECT_ALL(samples);
}

Test(format_rtf, leaves_out_what_is_no_text)
{
	static const struct sample samples[] = {
		{ "{\\fonttbl{\\f0 Arial;}}{\\colortbl;}{\\stylesheet{Normal;}}"
		  "{\\*\\generator Word {x} y;}{\\header a}{\\footerr b}"
		  "{\\info{\\author c}}{\\title d}text",
		  "paragraph/0 text\n" },
		{ "a{\\v hidden {\\b too}}b{\\deleted gone\\par}c",
		  "paragraph/0 abc\n" },
		{ "a{\\pict ffd8 {\\bin4 }}{\\}}b", "paragraph/0 ab\n" },
		{ "{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}",
		  "paragraph/0 7\n" },
		{ "a{\\footnote {\\listtext 1.}By\\par letter.} b\\par c",
		  "paragraph/0 a b\nparagraph~/0 By letter.\n"
		  "paragraph/0 c\n" },
	};

	EXPECT_ALL(samples);
}

Test(format_rtf, has_rows_of_cells)
{
	static const struct sample samples[] = {
		{ "\\trowd\\cellx9\\pard\\intbl Alan Bird\\cell AB\\cell\\row "
		  "\\trowd\\pard\\intbl Joan Ames\\cell JA\\cell\\row\\pard on",
		  "row/0 Alan Bird | AB\nrow/0 Joan Ames | JA\n"
		  "paragraph/0 on\n" },
		{ "\\trowd Alan Bird\\cell AB\\cell\\row", /* no \intbl */
		  "row/0 Alan Bird | AB\n" },
		{ "\\intbl a\\par b\\cell c\\cell\\row",
		  "paragraph/0 a\nparagraph/0 b\nparagraph/0 c\n" },
		{ "\\intbl 4.\\cell Apologies\\cell\\row",
		  "paragraph/0 4. Apologies\n" },
		{ "\\intbl a\\nestcell b\\nestcell{\\nonesttables\\par}"
		  "\\cell c\\cell\\row",
		  "paragraph/0 a\nparagraph/0 b\nparagraph/1 c\n" },
	};

	EXPECT_ALL(samples);
}

Test(format_rtf, ends_where_its_group_ends)
{
	expect_blocks(MB_STR("{\\rtf1 a}\n{b}\0c"), "paragraph/0 a\n");
}

Test(format_rtf, passes_over_the_bytes_that_are_announced)
{
	expect_blocks(MB_STR("{\\rtf1 a\\bin5 }}}\\{b}"), "paragraph/0 ab\n");
	expect_blocks(MB_STR("{\\rtf1 a\\par\\bin99999999999 }"),
		      "paragraph/0 a\n");
}

Test(format_rtf, takes_its_title_unless_it_names_a_file)
{
	static const struct {
		const char *rtf, *want;
	} cases[] = {
		{ "{\\info{\\title Library Panel}{\\author A Clerk}}x",
		  "Library Panel" },
		{ "{\\info{\\title Microsoft Word - MINS3.DOC}}x", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct source source = { .format = MB_FORMAT_RTF,
					 .bytes = rtf_of(cases[i].rtf) };
		struct blocks blocks = blocks_in(&arena);

		cr_assert(eq(int, format_parse(&source, &blocks, NULL), MB_OK));
		cr_expect(mb_str_equal(blocks.page.subject,
				       mb_str_of(cases[i].want)));
	}
}

/* What is bold in a row's second cell says nothing of its first. */
Test(format_rtf, has_rows_that_no_title_is_cut_from)
{
	const struct mb_doc *doc = document_of(
	    "{\\rtf1 Present:\\par\\intbl Councillor Edwina Castello\\cell "
	    "Chair\\cell\\row\\pard\\outlinelevel0 Times\\par\\pard\\b "
	    "3. Any other Councillor Edwi\\'e9na Castello\\cell "
	    "Chair\\'9f\\'97\\'bf Councillor Marsh\\cell\\row\\pard\\plain "
	    "None.\\par}");
	struct mb_str items = mb_str_of(document_items(doc));

	cr_expect(mb_utf8_is_valid(items));
	cr_expect(mb_str_find(items, MB_STR("Edwi\u00E9na Castello")) !=
		  MB_STR_NONE);
}

/* --- broken files ------------------------------------------------------ */

#define CUT                                            \
	"0: broken: the file ends in the middle, and " \
	"what came behind is lost\n"

Test(format_rtf, that_is_cut_is_read_up_to_there)
{
	static const struct sample samples[] = {
		{ "{\\rtf1 1. Apologies\\par None", CUT },
		{ "{\\rtf1 1. Apologies\\par {\\*\\x None", CUT },
		{ "{\\rtf1 1. Apologies {\\*\\x None", CUT },
		{ "{\\rtf1 1. Apologies {\\v None", CUT },
		{ "{\\rtf1 1. Apologies\\par\\'", CUT },
		{ "{\\rtf1 1. Apologies\\par\\bin9 }", CUT },
		{ "{\\rtf1 1. Apologies\\par}", "" },
	};

	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const struct mb_doc *doc = document_of(samples[i].rtf);

		cr_expect(eq(int, (int)doc->format, MB_FORMAT_RTF));
		document_expect(document_problems(doc), samples[i].want);
		cr_expect(mb_str_find(mb_str_of(document_items(doc)),
				      MB_STR("Apologies")) != MB_STR_NONE);
	}
}

Test(format_rtf, leaves_out_what_is_nested_too_deep)
{
	struct source source = { .format = MB_FORMAT_RTF };
	struct blocks blocks = blocks_in(&arena);
	struct mb_buf rtf = MB_BUF_INIT;

	mb_buf_add(&rtf, MB_STR("{\\rtf1 a"));
	for (int i = 0; i < 1000; i++)
		mb_buf_add(&rtf, MB_STR("{\\b "));
	mb_buf_add(&rtf, MB_STR("deep\\par\\u65 ?\\~"));
	for (int i = 0; i < 1000; i++)
		mb_buf_add_char(&rtf, '}');
	mb_buf_add(&rtf, MB_STR("z}"));
	source.bytes = mb_buf_str(&rtf);
	cr_assert(eq(int, format_parse(&source, &blocks, NULL), MB_OK));
	cr_expect(eq(sz, blocks.n, 1));
	cr_expect(mb_str_equal(blocks.items[0].text, MB_STR("az")));
	cr_expect(mb_str_starts(blocks.note, MB_STR("broken: groups nested")));
	mb_buf_release(&rtf);
}

Test(format_rtf, gathers_no_more_than_the_limit_of_text)
{
	struct source source = { .format = MB_FORMAT_RTF };
	struct blocks blocks = blocks_in(&arena);
	struct mb_buf rtf = MB_BUF_INIT;

	mb_buf_add(&rtf, MB_STR("{\\rtf1 "));
	while (rtf.len < 3 * BLOCKS_MAX_BYTES)
		mb_buf_add(&rtf, MB_STR("on and on, {\\b for ever} "));
	source.bytes = mb_buf_str(&rtf);
	cr_assert(eq(int, format_parse(&source, &blocks, NULL), MB_OK));
	cr_expect(blocks.is_full);
	cr_expect(le(sz, blocks.n_bytes, BLOCKS_MAX_BYTES));
	mb_buf_release(&rtf);
}

/* --- memory ------------------------------------------------------------ */

static int extract_rtf(void)
{
	struct mb_arena memory = MB_ARENA_INIT;
	struct source source = {
		.path = MB_STR("2021/minutes"),
		.bytes = MB_STR(
		    RTF "{\\info{\\title Library Panel}}"
			"{\\b Minutes of the Library Panel held on 4 March "
			"2021}\\par\\outlinelevel0{\\listtext 1.\\tab}"
			"Apologies\\par\\pard None.{\\footnote By letter.}\\par"
			"\\intbl Alan Bird\\cell caf\\'e9\\u8364?\\cell\\row}"),
	};
	struct mb_doc doc;
	int rc = extract_document(&source, &memory, &doc, NULL);

	mb_arena_release(&memory);
	return rc;
}

Test(format_rtf, may_run_out_of_memory_anywhere)
{
	fault_each_allocation(extract_rtf);
}
