#include <string.h>

#include "archive.h"
#include "format.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(format_odt, .fini = release, .timeout = 60);

#define O "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMES                                                          \
	"xmlns:office='" O "office:1.0' xmlns:style='" O "style:1.0' " \
	"xmlns:text='" O "text:1.0' xmlns:table='" O "table:1.0' "     \
	"xmlns:draw='" O "drawing:1.0' xmlns:fo='" O "xsl-fo-compatible:1.0'"
#define P(text) "<text:p>" text "</text:p>"
#define ITEM(inner) "<text:list-item>" inner "</text:list-item>"

static const char styles[] =
    "<office:document-styles " NAMES "><office:styles>"
    "<style:style style:name='Heading_2' style:default-outline-level='2'/>"
    "<style:style style:name='Strong'><style:text-properties "
    "fo:font-weight='bold'/></style:style>"
    "<text:outline-style><text:outline-level-style text:level='1' "
    "style:num-format='1' style:num-suffix='.'/></text:outline-style>"
    "</office:styles></office:document-styles>";

static const char automatic[] =
    "<style:style style:name='P1' style:parent-style-name='Heading_2'/>"
    "<style:style style:name='T1' style:parent-style-name='Strong'/>"
    "<text:list-style style:name='L1'><text:list-level-style-number "
    "text:level='1' style:num-format='1' style:num-suffix='.' "
    "text:start-value='4'/><text:list-level-style-number text:level='2' "
    "style:num-format='a' style:num-prefix='(' style:num-suffix=')'/>"
    "</text:list-style><text:list-style style:name='L2'>"
    "<text:list-level-style-bullet text:level='1' text:bullet-char='-'/>"
    "</text:list-style><text:list-style style:name='L3'>"
    "<text:list-level-style-number text:level='1' style:num-format='1'/>"
    "<text:list-level-style-number text:level='2' style:num-format='1' "
    "text:display-levels='2'/></text:list-style>";

static struct mb_str odt_of(const char *body)
{
	struct mb_buf xml = MB_BUF_INIT;
	struct mb_str bytes;

	mb_buf_add_format(&xml,
			  "<office:document-content " NAMES ">"
			  "<office:automatic-styles>%s"
			  "</office:automatic-styles><office:body><office:text>"
			  "%s</office:text></office:body>"
			  "</office:document-content>",
			  automatic, body);
	bytes = archive_of(
	    (const struct archive_file[]){
		{ "mimetype",
		  MB_STR("application/vnd.oasis.opendocument.text") },
		{ "content.xml", mb_buf_str(&xml) },
		{ "styles.xml", mb_str_of(styles) },
		{ NULL, { NULL, 0 } } },
	    &arena);
	mb_buf_release(&xml);
	return bytes;
}

static void expect_blocks(const char *body, const char *want)
{
	char *got = archive_blocks(odt_of(body), &arena);

	cr_expect(strcmp(got, want) == 0, "got:\n%swant:\n%s", got, want);
}

Test(format_odt, has_headings_with_their_numbers)
{
	const char *const parts[] = {
		"<text:h text:outline-level='1'>",
		"<text:number>1.</text:number>Apologies</text:h>",
		P("None."),
		"<text:p text:style-name='P1'>By its style</text:p>",
		"<text:p/>",
		"<text:h text:outline-level='1'>Minutes</text:h>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena), "heading1/0 1. Apologies\n"
						   "paragraph/0 None.\n"
						   "heading2/0 By its style\n"
						   "heading1/1 2. Minutes\n");
}

#define LIST(style) "<text:list text:style-name='" style "'>"
#define END_LIST "</text:list>"
#define END_ITEM "</text:list-item>"

Test(format_odt, counts_its_lists)
{
	const char *const parts[] = {
		LIST("L1"),
		"<text:list-item>",
		P("four"),
		P("and more of it"),
		"<text:list>",
		ITEM(P("a")),
		ITEM(P("b")),
		END_LIST,
		END_ITEM,
		ITEM(P("five")),
		END_LIST,
		P("between"),
		"<text:list text:style-name='L1' "
		"text:continue-numbering='true'>",
		ITEM(P("six")),
		END_LIST,
		LIST("L2"),
		ITEM(P("a bullet")),
		END_LIST,
		LIST("L3"),
		"<text:list-item text:start-value='12'>",
		P("twelve"),
		"<text:list>",
		ITEM(P("below")),
		END_LIST,
		END_ITEM,
		END_LIST,
		LIST("L1"),
		ITEM(P("four again")),
		END_LIST,
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph/0 4. four\n"
		      "paragraph/0 and more of it\n"
		      "paragraph/0 (a) a\n"
		      "paragraph/0 (b) b\n"
		      "paragraph/0 5. five\n"
		      "paragraph/0 between\n"
		      "paragraph/0 6. six\n"
		      "entry/0 {\xE2\x80\xA2} a bullet\n"
		      "paragraph/0 12 twelve\n"
		      "paragraph/0 12.1 below\n"
		      "paragraph/0 4. four again\n");
}

Test(format_odt, has_text_as_it_is_read)
{
	const char *const parts[] = {
		"<text:tracked-changes>" P("deleted") "</text:tracked-changes>",
		"<text:p><text:span text:style-name='T1'>RESOLVED",
		"<text:s text:c='2'/>that</text:span></text:p>",
		"<text:p>one<text:line-break/>two",
		"<text:note><text:note-citation>1</text:note-citation>",
		"<text:note-body>" P("By letter.") "</text:note-body>",
		"</text:note> three",
		"<office:annotation>" P("a remark") "</office:annotation>",
		"</text:p>",
		"<text:p><draw:frame><draw:text-box>" P("in a box"),
		"</draw:text-box></draw:frame>around it",
		"<text:soft-page-break/></text:p>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena),
		      "paragraph*/0 RESOLVED that\n"
		      "paragraph/0 one\n"
		      "paragraph/0 two three\n"
		      "paragraph~/0 By letter.\n"
		      "paragraph/0 in a box\n"
		      "page/0 \n"
		      "paragraph/0 around it\n");
}

#define CELL(inner) "<table:table-cell>" inner "</table:table-cell>"

Test(format_odt, has_rows_of_cells)
{
	const char *const parts[] = {
		"<table:table><table:table-row>",
		CELL(P("Alan Bird")),
		CELL(P("AB")),
		"<table:covered-table-cell/></table:table-row></table:table>",
		NULL,
	};

	expect_blocks(archive_text(parts, &arena), "row/0 Alan Bird | AB\n");
}

Test(format_odt, counts_what_has_a_number_and_no_words)
{
	const char *const parts[] = {
		"<table:table><table:table-row>",
		CELL(LIST("L1") ITEM("<text:p/>") END_LIST),
		CELL(P("Apologies")),
		"</table:table-row></table:table>",
		"<text:list text:style-name='L1' "
		"text:continue-numbering='true'>",
		ITEM("<text:p/>"),
		ITEM("<text:p><text:line-break/>six</text:p>"),
		END_LIST,
		NULL,
	};

	expect_blocks(archive_text(parts, &arena), "paragraph/0 4. Apologies\n"
						   "paragraph/1 6. six\n");
}

Test(format_odt, that_is_no_text_is_not_read)
{
	struct source source = {
		.bytes = archive_of(
		    (const struct archive_file[]){
			{ "mimetype", MB_STR("application/vnd.oasis."
					     "opendocument.spreadsheet") },
			{ "content.xml", MB_STR("<a/>") },
			{ NULL, { NULL, 0 } } },
		    &arena),
	};
	struct mb_err err;

	cr_expect(eq(int, source_decode(&source, &arena, &err), MB_EUNREAD));
}
