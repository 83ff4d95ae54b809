#include <stdio.h>
#include <string.h>

#include "archive.h"
#include "format.h"
#include "list_number.h"
#include "package.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(format_docx, .fini = release, .timeout = 60);

#define W                                                                   \
	"xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/" \
	"main'"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(id, text)                                                \
	"<w:p><w:pPr><w:pStyle w:val='" id "'/></w:pPr><w:r><w:t>" text \
	"</w:t></w:r></w:p>"
#define LISTED(list, level, text)                                         \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val='" level                      \
	"'/><w:numId w:val='" list "'/></w:numPr></w:pPr><w:r><w:t>" text \
	"</w:t></w:r></w:p>"
#define CELL(inner) "<w:tc>" inner "</w:tc>"

static const char styles[] =
    "<w:styles " W ">"
    "<w:style w:styleId='T'><w:name w:val='Title'/></w:style>"
    "<w:style w:styleId='H2'><w:name w:val='heading 2'/>"
    "<w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:styleId='Own'><w:basedOn w:val='H2'/><w:pPr><w:numPr>"
    "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Round'><w:basedOn w:val='Round'/></w:style>"
    "<w:style w:styleId='C1'><w:name w:val='toc 1'/></w:style>"
    "</w:styles>";

#define LEVEL(level, format, text)                       \
	"<w:lvl w:ilvl='" level                          \
	"'><w:start w:val='1'/><w:numFmt w:val='" format \
	"'/><w:lvlText w:val='" text "'/></w:lvl>"

static const char numbering[] =
    "<w:numbering " W "><w:abstractNum w:abstractNumId='7'>" //
    LEVEL("0", "decimal", "%1.")                             //
    LEVEL("1", "decimal", "%1.%2")                           //
    LEVEL("2", "lowerLetter", "(%3)")                        //
    LEVEL("3", "lowerRoman", "%4)")                          //
    "</w:abstractNum><w:abstractNum w:abstractNumId='8'>"    //
    LEVEL("0", "bullet", "\xEF\x82\xB7")                     //
    "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride "
    "w:ilvl='0'><w:startOverride w:val='12'/></w:lvlOverride></w:num>"
    "<w:num w:numId='4'><w:abstractNumId w:val='7'/><w:lvlOverride "
    "w:ilvl='0'><w:startOverride w:val='3'/>"                 //
    LEVEL("0", "upperLetter", "Part %1")                      //
    "</w:lvlOverride><w:lvlOverride w:ilvl='1'>"              //
    "<w:startOverride w:val='5'/></w:lvlOverride>"            //
    "<w:lvlOverride w:ilvl='2'>"                              //
    LEVEL("2", "bullet", "\xEF\x82\xB7")                      //
    "</w:lvlOverride></w:num>"                                //
    "<w:num w:numId='5'><w:abstractNumId w:val='99'/>"        //
    "<w:lvlOverride w:ilvl='0'>" LEVEL("0", "decimal", "%1.") //
    "</w:lvlOverride></w:num>"
    "</w:numbering>";

/* A Word file whose body is @body. */
static struct mb_str docx_of(const char *body)
{
	struct mb_buf xml = MB_BUF_INIT;
	struct mb_str bytes;
	const char *notes =
	    "<w:footnotes " W "><w:footnote w:type='separator' w:id='0'>" //
	    P("no note") "</w:footnote><w:footnote w:id='1'>"             //
	    P("By letter.") "</w:footnote></w:footnotes>";

	mb_buf_add_format(&xml,
			  "<?xml version='1.0'?><w:document " W
			  " xmlns:mc='http://schemas.openxmlformats.org/"
			  "markup-compatibility/2006'><w:body>%s</w:body>"
			  "</w:document>",
			  body);
	bytes = archive_of(
	    (const struct archive_file[]){
		{ "word/document.xml", mb_buf_str(&xml) },
		{ "word/styles.xml", mb_str_of(styles) },
		{ "word/numbering.xml", mb_str_of(numbering) },
		{ "word/footnotes.xml", mb_str_of(notes) },
		{ NULL, { NULL, 0 } } },
	    &arena);
	mb_buf_release(&xml);
	return bytes;
}

static void expect_blocks(const char *body, const char *want)
{
	char *got = archive_blocks(docx_of(body), &arena);

	cr_expect(strcmp(got, want) == 0, "got:\n%swant:\n%s", got, want);
}

Test(format_docx, has_headings_by_style_name_and_what_it_is_based_on)
{
	const char *const parts[] = {
		STYLED("T", "Minutes"),
		STYLED("H2", "Apologies"),
		"<w:p/>",
		STYLED("Own", "Items"),
		STYLED("Round", "a circle"),
		STYLED("C1", "Apologies ...... 3"),
		P("None."),
		NULL,
	};

	expect_blocks(archive_text(parts, &arena), "heading1/0 Minutes\n"
						   "heading2*/0 Apologies\n"
						   "heading2*/1 1. Items\n"
						   "paragraph/0 a circle\n"
						   "paragraph/1 None.\n");
}

Test(format_docx, counts_its_lists)
{
	const char *const parts[] = {
		LISTED("1", "0", "one"),
		LISTED("1", "1", "one one"),
		LISTED("1", "1", "one two"),
		LISTED("1", "2", "a"),
		LISTED("1", "3", "i"),
		LISTED("1", "3", "ii"),
		LISTED("1", "2", "b"),
		LISTED("1", "0", "two"),
		LISTED("1", "1", "two one"),
		LISTED("2", "0", "a bullet"),
		LISTED("3", "0", "twelve"),
		LISTED("3", "0", "thirteen"),
		LISTED("0", "0", "no list"),
		LISTED("9", "0", "unknown"),
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 1. one\n"
		      "paragraph/0 1.1 one one\n"
		      "paragraph/0 1.2 one two\n"
		      "paragraph/0 (a) a\n"
		      "paragraph/0 i) i\n"
		      "paragraph/0 ii) ii\n"
		      "paragraph/0 (b) b\n"
		      "paragraph/0 2. two\n"
		      "paragraph/0 2.1 two one\n"
		      "entry/0 {\xE2\x80\xA2} a bullet\n"
		      "paragraph/0 12. twelve\n"
		      "paragraph/0 13. thirteen\n"
		      "paragraph/0 no list\n"
		      "paragraph/0 unknown\n");
}

Test(format_docx, has_lists_that_change_levels_of_their_kind)
{
	const char *const parts[] = {
		LISTED("1", "0", "one"),     LISTED("4", "0", "C"),
		LISTED("4", "1", "C five"),  LISTED("4", "1", "C six"),
		LISTED("4", "2", "bullet"),  LISTED("4", "0", "D"),
		LISTED("4", "1", "D five"),  LISTED("1", "0", "five"),
		LISTED("1", "1", "one"),     LISTED("1", "2", "a"),
		LISTED("5", "0", "unknown"), NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 1. one\n"
		      "paragraph/0 Part C C\n"
		      "paragraph/0 C.5 C five\n"
		      "paragraph/0 C.6 C six\n"
		      "entry/0 {\xE2\x80\xA2} bullet\n"
		      "paragraph/0 Part D D\n"
		      "paragraph/0 D.5 D five\n"
		      "paragraph/0 5. five\n"
		      "paragraph/0 5.1 one\n"
		      "paragraph/0 (a) a\n"
		      "paragraph/0 unknown\n");
}

Test(format_docx, has_rows_of_cells_and_joins_numbers_in_tables)
{
	const char *const parts[] = {
		"<w:tbl><w:tr>",
		CELL(P("Alan Bird")),
		CELL(P("AB")),
		CELL(P("Chair")),
		"</w:tr><w:tr>",
		CELL(P("4.")),
		CELL(P("Apologies") P("None.")),
		CELL(P("Clerk")),
		"</w:tr></w:tbl>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "row/0 Alan Bird | AB | Chair\n"
		      "paragraph/0 4. Apologies\n"
		      "paragraph/0 None.\n"
		      "paragraph~/0 Clerk\n");
}

/* Word prints the number of a paragraph without words, and counts it. */
Test(format_docx, counts_what_has_a_number_and_no_words)
{
	const char *const parts[] = {
		"<w:tbl><w:tr>",
		CELL(LISTED("1", "0", "")),
		CELL(P("Apologies") P("None.")),
		"</w:tr><w:tr>",
		CELL(LISTED("1", "0", "")),
		CELL(P("Police report")),
		CELL(LISTED("2", "0", "")),
		"</w:tr></w:tbl>",
		LISTED("1", "0", ""),
		LISTED("1", "0", "four"),
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 1. Apologies\n"
		      "paragraph/0 None.\n"
		      "paragraph/0 2. Police report\n"
		      "paragraph/2 4. four\n");
}

Test(format_docx, keeps_what_is_inserted_and_leaves_out_what_is_deleted)
{
	const char *const parts[] = {
		"<w:p><w:r><w:t xml:space='preserve'>It was </w:t></w:r>",
		"<w:del><w:r><w:delText>not</w:delText><w:t>not</w:t></w:r>",
		"</w:del><w:ins><w:r><w:t>agreed</w:t></w:r></w:ins>",
		"<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
		"<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
		"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
		"<w:r><w:t>one </w:t></w:r></w:p>",
		P("paragraph"),
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 It was agreed\n"
		      "paragraph/0 one paragraph\n");
}

#define BOX "<w:txbxContent>" P("in a box") "</w:txbxContent>"

Test(format_docx, puts_notes_behind_and_boxes_before_their_paragraph)
{
	const char *const parts[] = {
		"<w:p><w:r><w:t>A letter</w:t></w:r>",
		"<w:r><w:footnoteReference w:id='1'/></w:r>",
		"<mc:AlternateContent><mc:Choice>" BOX "</mc:Choice>",
		"<mc:Fallback>" BOX "</mc:Fallback></mc:AlternateContent>",
		"<w:r><w:t> was read.</w:t></w:r></w:p>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 in a box\n"
		      "paragraph/0 A letter was read.\n"
		      "paragraph~/0 By letter.\n");
}

Test(format_docx, has_columns_where_a_tab_parts_them)
{
	const char *const parts[] = {
		"<w:p><w:r><w:t>Present:</w:t><w:tab/><w:t>Alan Bird</w:t>",
		"<w:tab/></w:r><w:r><w:tab/><w:t>Clare Dunn</w:t></w:r></w:p>",
		"<w:p><w:r><w:tab/><w:t>Edith Frost</w:t></w:r></w:p>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 Present: Alan Bird Clare Dunn (3 columns)\n"
		      "paragraph/0 Edith Frost\n");
}

Test(format_docx, has_lines_pages_and_bold_paragraphs)
{
	const char *const parts[] = {
		"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>RESOLVED</w:t><w:br/>",
		"<w:t>that it be so</w:t></w:r></w:p>",
		"<w:p><w:r><w:br w:type='page'/></w:r>",
		"<w:r><w:rPr><w:b "
		"w:val='0'/></w:rPr><w:t>next</w:t></w:r></w:p>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph*/0 RESOLVED\n"
		      "paragraph*/0 that it be so\n"
		      "page/0 \n"
		      "paragraph/0 next\n");
}

/* --- what nobody wrote by hand ----------------------------------------- */

static int parse(struct mb_str bytes, struct mb_err *err)
{
	struct source source = { .bytes = bytes, .format = MB_FORMAT_DOCX };
	struct blocks blocks = blocks_in(&arena);

	return format_parse(&source, &blocks, err);
}

static struct mb_str file_of(struct mb_str document)
{
	return archive_of(
	    (const struct archive_file[]){ { "word/document.xml", document },
					   { NULL, { NULL, 0 } } },
	    &arena);
}

Test(format_docx, that_inflates_to_a_flood_is_refused)
{
	size_t n = 40 * 1024 * 1024;
	char *zeros = MB_NEW(&arena, char, n);
	struct mb_err err;

	memset(zeros, ' ', n);
	cr_expect(eq(int, parse(file_of((struct mb_str){ zeros, n }), &err),
		     MB_ELIMIT));
	cr_expect(eq(str, err.msg,
		     "a file in it inflates more than 200 times: no document "
		     "does"));
}

Test(format_docx, that_is_cut_anywhere_fails_and_no_more)
{
	struct mb_str whole = docx_of(P("a paragraph") P("another"));
	struct mb_err err;

	for (size_t n = 0; n < whole.len; n += 7) {
		int rc = parse(mb_str_take(whole, n), &err);

		cr_expect(rc == MB_EFORMAT, "%zu bytes: %d", n, rc);
	}
}

Test(format_docx, whose_xml_breaks_off_gives_what_there_is)
{
	struct source source = { .format = MB_FORMAT_DOCX,
				 .bytes = file_of(
				     MB_STR("<w:document " W "><w:body>" P(
					 "the first") "<w:p><w:r><w:t>half")) };
	struct blocks blocks = blocks_in(&arena);
	struct mb_err err;

	cr_assert(eq(int, format_parse(&source, &blocks, &err), MB_OK));
	cr_expect(gt(sz, blocks.note.len, 0));
	text_expect(blocks.items[0].text, "the first", "the first paragraph");
}

Test(format_docx, nested_without_end_fails_with_a_reason)
{
	struct mb_buf xml = MB_BUF_INIT;
	struct mb_err err;

	mb_buf_add(&xml, MB_STR("<w:document " W "><w:body>"));
	for (int i = 0; i < 100000; i++)
		mb_buf_add(&xml, MB_STR("<w:p>"));
	cr_expect(eq(int, parse(file_of(mb_buf_str(&xml)), &err), MB_EFORMAT));
	cr_expect(mb_str_starts(mb_str_of(err.msg), MB_STR("broken XML: ")),
		  "%s", err.msg);
	mb_buf_release(&xml);
}

Test(format_docx, expands_no_entities)
{
	const char *const laughs[] = {
		"<!DOCTYPE w:document [<!ENTITY a 'ha'>",
		"<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>",
		"<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>",
		"<!ENTITY d SYSTEM 'file:///etc/passwd'>]>",
		"<w:document " W "><w:body>",
		P("so: "),
		P("&c;&d;"),
		P("after"),
		"</w:body></w:document>",
		NULL,
	};
	struct source source = { .bytes = file_of(
				     mb_str_of(archive_text(laughs, &arena))),
				 .format = MB_FORMAT_DOCX };
	struct blocks blocks = blocks_in(&arena);
	struct mb_err err;
	int rc = format_parse(&source, &blocks, &err);

	cr_expect(rc == MB_OK || rc == MB_EFORMAT);
	for (size_t i = 0; i < blocks.n; i++)
		cr_expect(mb_str_find(blocks.items[i].text, MB_STR("ha")) ==
				  MB_STR_NONE &&
			      mb_str_find(blocks.items[i].text,
					  MB_STR("root")) == MB_STR_NONE,
			  "%.*s", MB_STR_ARG(blocks.items[i].text));
}

Test(format_docx, numbers_in_every_manner)
{
	const struct {
		enum list_format format;
		int n;
		const char *want;
	} cases[] = {
		{ LIST_DECIMAL, 12, "12" },
		{ LIST_ZERO_DECIMAL, 3, "03" },
		{ LIST_LOWER_LETTER, 26, "z" },
		{ LIST_LOWER_LETTER, 28, "bb" },
		{ LIST_UPPER_LETTER, 3, "C" },
		{ LIST_LOWER_ROMAN, 14, "xiv" },
		{ LIST_UPPER_ROMAN, 49, "XLIX" },
		{ LIST_ORDINAL, 22, "22nd" },
		{ LIST_ORDINAL, 12, "12th" },
		{ LIST_BULLET, 3, "" },
		{ LIST_LOWER_LETTER, 99999, "cccccccc" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf out = MB_BUF_INIT;

		list_number_add(&out, cases[i].format, cases[i].n);
		text_expect(mb_buf_str(&out), cases[i].want, "the number");
		mb_buf_release(&out);
	}
}
