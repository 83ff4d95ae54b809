#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "extract.h"
#include "format.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(format_pdf, .fini = release, .timeout = 120);

/* --- a PDF written by hand --------------------------------------------- */

/* The text of @buf in the arena, with a NUL behind it. */
static char *kept(struct mb_buf *buf)
{
	char *text = MB_NEW(&arena, char, buf->len + 1);

	cr_assert(text && !buf->has_failed);
	memcpy(text, buf->ptr, buf->len);
	mb_buf_release(buf);
	return text;
}

/* Text at a place, in points from the lower left corner of the page. */
struct mark {
	int page, x, y;
	const char *text; /* "^" in front: in small letters; "*": bold */
};

/* poppler finds the objects of a file without a table of them. */
static void begin_pdf(struct mb_buf *pdf, int n_pages)
{
	mb_buf_add(pdf, MB_STR("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>>"
			       " endobj\n2 0 obj <</Type/Pages/Count "));
	mb_buf_add_format(pdf, "%d/Kids[", n_pages);
	for (int i = 0; i < n_pages; i++)
		mb_buf_add_format(pdf, "%d 0 R ", 10 + 2 * i);
	mb_buf_add(pdf, MB_STR("]>> endobj\n3 0 obj <</Type/Font/Subtype/Type1"
			       "/BaseFont/Helvetica/Encoding"
			       "/WinAnsiEncoding>> endobj\n"
			       "4 0 obj <</Type/Font/Subtype/Type1"
			       "/BaseFont/Helvetica-Bold>> endobj\n"));
}

static void add_page(struct mb_buf *pdf, int page, const struct mark *marks,
		     size_t n)
{
	struct mb_buf text = MB_BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		bool is_small = marks[i].text[0] == '^';
		bool is_bold = marks[i].text[0] == '*';

		if (marks[i].page == page)
			mb_buf_add_format(
			    &text, "BT /%c %d Tf %d %d Td (%s) Tj ET\n",
			    is_bold ? 'B' : 'F', is_small ? 7 : 12, marks[i].x,
			    marks[i].y, marks[i].text + (is_small || is_bold));
	}
	mb_buf_add_format(pdf,
			  "%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox"
			  "[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>"
			  "/Contents %d 0 R>> endobj\n",
			  10 + 2 * page, 11 + 2 * page);
	mb_buf_add_format(pdf, "%d 0 obj <</Length %zu>> stream\n",
			  11 + 2 * page, text.len);
	mb_buf_add(pdf, mb_buf_str(&text));
	mb_buf_add(pdf, MB_STR("\nendstream endobj\n"));
	mb_buf_release(&text);
}

static struct mb_str pdf_of(const struct mark *marks, size_t n, int n_pages)
{
	struct mb_buf pdf = MB_BUF_INIT;

	begin_pdf(&pdf, n_pages);
	for (int page = 0; page < n_pages; page++)
		add_page(&pdf, page, marks, n);
	mb_buf_add(&pdf, MB_STR("trailer <</Root 1 0 R>>\n%%EOF\n"));
	return mb_str_of(kept(&pdf));
}

/* --- what becomes of it ------------------------------------------------ */

static int parse(struct mb_str pdf, struct blocks *blocks, struct mb_err *err)
{
	struct source source = { .bytes = pdf };
	int rc = source_decode(&source, &arena, err);

	*blocks = blocks_in(&arena);
	if (rc != MB_OK)
		return rc;
	cr_expect(eq(int, (int)source.format, MB_FORMAT_PDF));
	return format_parse(&source, blocks, err);
}

static const char *kinds[] = { "line",  "paragraph", "heading",
			       "entry", "row",       "page" };

/* "KIND/BLANKS TEXT", one a line. */
static char *blocks_of(struct mb_str pdf)
{
	struct mb_buf out = MB_BUF_INIT;
	struct blocks blocks;
	struct mb_err err;
	int rc = parse(pdf, &blocks, &err);

	cr_assert(eq(int, rc, MB_OK), "%s", err.msg);
	for (size_t i = 0; i < blocks.n; i++)
		mb_buf_add_format(
		    &out, "%s/%u %.*s\n", kinds[blocks.items[i].kind],
		    blocks.items[i].n_blank, MB_STR_ARG(blocks.items[i].text));
	return kept(&out);
}

#define N(array) (sizeof(array) / sizeof(*(array)))

Test(format_pdf, has_lines_blanks_bullets_and_pages)
{
	const struct mark marks[] = {
		{ 0, 60, 780, "MINUTES of the Cabinet" },
		{ 0, 60, 766, "held on 4 March 2021" },
		{ 0, 60, 738, "1." },
		{ 0, 96, 738, "Apologies" },
		{ 0, 60, 724, "\x95" },
		{ 0, 96, 724, "a point" },
		{ 0, 60, 710, "on the 25" },
		{ 0, 110, 714, "^th" },
		{ 0, 125, 710, "instant" },
		{ 1, 60, 780, "The second page" },
	};

	cr_expect(eq(str, blocks_of(pdf_of(marks, N(marks), 2)),
		     "page/0 \n"
		     "line/0 MINUTES of the Cabinet\n"
		     "line/0 held on 4 March 2021\n"
		     "line/1 1. Apologies\n"
		     "entry/0 a point\n"
		     "line/0 on the 25th instant\n"
		     "page/0 \n"
		     "line/0 The second page\n"));
}

Test(format_pdf, reads_two_columns_one_after_the_other)
{
	struct mark marks[16] = { { 0, 60, 780,
				    "Minutes of the Council and of "
				    "its committees, in full" } };
	char *got;

	for (int i = 0; i < 7; i++) {
		marks[1 + i] =
		    (struct mark){ 0, 60, 750 - 14 * i,
				   "left with quite a few words to fill it" };
		marks[8 + i] =
		    (struct mark){ 0, 320, 745 - 14 * i,
				   "right with quite a few words to fill it" };
	}
	marks[15] = (struct mark){ 0, 60, 600,
				   "And this goes over the whole of the page "
				   "again, to its end." };
	got = blocks_of(pdf_of(marks, 16, 1));
	cr_expect(
	    mb_str_find(
		mb_str_of(got),
		MB_STR("line/0 left with quite a few words to fill it\n"
		       "line/0 right with quite a few words to fill it\n")) !=
		MB_STR_NONE,
	    "%s", got);
	cr_expect(mb_str_find(mb_str_of(got), MB_STR("it right")) ==
			  MB_STR_NONE &&
		      mb_str_ends(mb_str_of(got), MB_STR("to its end.\n")),
		  "%s", got);
}

Test(format_pdf, has_rows_where_cells_stand_under_each_other)
{
	const struct mark marks[] = {
		{ 0, 60, 780,
		  "Present, with the initials that are used below:" },
		{ 0, 60, 766, "Alan Bird" },
		{ 0, 200, 766, "AB" },
		{ 0, 300, 766, "Chair" },
		{ 0, 60, 752, "Clare Dunn" },
		{ 0, 200, 752, "CD" },
		{ 0, 60, 738, "Edith Frost" },
		{ 0, 200, 738, "EF" },
		{ 0, 300, 738, "Clerk to" },
		{ 0, 300, 724, "the Council" },
	};

	cr_expect(eq(str, blocks_of(pdf_of(marks, N(marks), 1)),
		     "page/0 \n"
		     "line/0 Present, with the initials that are used below:\n"
		     "row/0 Alan Bird | AB | Chair\n"
		     "row/0 Clare Dunn | CD\n"
		     "row/0 Edith Frost | EF | Clerk to the Council\n"));
}

Test(format_pdf, keeps_a_note_in_the_margin_with_its_line)
{
	const struct mark marks[] = {
		{ 0, 60, 780, "A letter about the bench was read and noted." },
		{ 0, 500, 780, "Noted" },
		{ 0, 60, 766, "A letter about the pond was read and noted." },
		{ 0, 500, 766, "Clerk" },
		{ 0, 60, 752, "A letter about the wall was read and noted." },
		{ 0, 500, 752, "Clerk" },
	};
	char *got = blocks_of(pdf_of(marks, N(marks), 1));

	cr_expect(mb_str_find(mb_str_of(got), MB_STR("row")) == MB_STR_NONE,
		  "%s", got);
}

/* A cross stands in the middle under its word, and other cells are empty. */
Test(format_pdf, knows_in_which_column_a_cell_stands)
{
	const struct mark marks[] = {
		{ 0, 60, 780, "Member" },
		{ 0, 250, 780, "Against" },
		{ 0, 350, 780, "Abstained" },
		{ 0, 60, 766, "Councillor Finch" },
		{ 0, 267, 766, "X" },
		{ 0, 60, 752, "Councillor Ames" },
		{ 0, 375, 752, "X" },
		{ 0, 60, 738, "Councillor Brand" },
		{ 0, 267, 738, "X" },
	};
	const uint16_t want[] = { 2, 1, 2, 1 };
	struct blocks blocks;
	struct mb_err err;
	int rc = parse(pdf_of(marks, N(marks), 1), &blocks, &err);

	cr_assert(eq(int, rc, MB_OK), "%s", err.msg);
	cr_assert(eq(sz, blocks.n, 1 + N(want)));
	for (size_t i = 0; i < N(want); i++) {
		const struct block *row = &blocks.items[1 + i];

		cr_assert(row->kind == BLOCK_ROW);
		cr_expect(eq(int, row->columns[row->n_cells - 1], want[i]));
	}
}

#define PROSE "The warden hoped that both of them would be mended by"

/* The note stands on the first line of two, or on the last. */
Test(format_pdf, puts_who_is_to_act_behind_the_paragraph)
{
	const struct mark marks[] = {
		{ 0, 60, 780,
		  "Minutes of the Parish Council held in the "
		  "Reading Room on Monday 2 October" },
		{ 0, 60, 752, "Item" },
		{ 0, 480, 752, "Action by" },
		{ 0, 60, 724, PROSE },
		{ 0, 480, 724, "AB" },
		{ 0, 60, 710, PROSE " spring." },
		{ 0, 60, 682, PROSE },
		{ 0, 60, 668, PROSE },
		{ 0, 60, 654, "autumn." },
		{ 0, 480, 654, "The Clerk" },
		{ 0, 60, 626, PROSE },
		{ 0, 480, 626, "CD" },
		{ 1, 60, 780, PROSE " winter." },
		{ 1, 60, 752, PROSE },
	};

	cr_expect(eq(str, blocks_of(pdf_of(marks, N(marks), 2)),
		     "page/0 \n"
		     "line/0 Minutes of the Parish Council held in the Reading "
		     "Room on Monday 2 October\n"
		     "line/1 Item\n"
		     "line/1 " PROSE "\nline/0 " PROSE " spring.\n"
		     "paragraph/0 AB\n"
		     "line/1 " PROSE "\nline/0 " PROSE "\nline/0 autumn.\n"
		     "paragraph/0 The Clerk\n"
		     "line/1 " PROSE "\npage/0 \nline/0 " PROSE " winter.\n"
		     "paragraph/0 CD\n"
		     "line/1 " PROSE "\n"));
}

/* Names in three columns are no notes, nor what a table has last. */
Test(format_pdf, takes_no_column_of_a_table_for_notes)
{
	struct mark marks[] = {
		{ 0, 60, 780, "Present:" },
		{ 0, 60, 752, "Alan Bird" },
		{ 0, 240, 752, "Clare Dunn" },
		{ 0, 420, 752, "Edith Frost" },
		{ 0, 60, 738, "George Hill" },
		{ 0, 240, 738, "Ida Jones" },
		{ 0, 420, 738, "Kate Lamb" },
		{ 0, 60, 724, "Mary North" },
		{ 0, 240, 724, "Olive Penn" },
		{ 0, 420, 724, "Quin Reed" },
		{ 0, 60, 696, PROSE " spring." },
		{ 0, 60, 682, PROSE },
	};

	cr_expect(eq(str, blocks_of(pdf_of(marks, N(marks), 1)),
		     "page/0 \nline/0 Present:\n"
		     "row/1 Alan Bird | Clare Dunn | Edith Frost\n"
		     "row/0 George Hill | Ida Jones | Kate Lamb\n"
		     "row/0 Mary North | Olive Penn | Quin Reed\n"
		     "line/1 " PROSE " spring.\nline/0 " PROSE "\n"));
}

Test(format_pdf, knows_the_columns_of_a_line)
{
	const struct mark marks[] = {
		{ 0, 60, 780, "Present:" },
		{ 0, 160, 780, "Alan Bird" },
		{ 0, 320, 780, "Clare Dunn" },
		{ 0, 60, 766, "The meeting began." },
	};
	struct blocks blocks;
	struct mb_err err;
	int rc = parse(pdf_of(marks, N(marks), 1), &blocks, &err);

	cr_assert(eq(int, rc, MB_OK), "%s", err.msg);
	cr_assert(eq(sz, blocks.n, 3));
	cr_assert(eq(sz, blocks.items[1].n_cells, 3));
	text_expect(blocks.items[1].cells[2], "Clare Dunn", "a column");
	cr_expect(eq(sz, blocks.items[2].n_cells, 0));
}

Test(format_pdf, knows_what_is_bold)
{
	const struct mark marks[] = {
		{ 0, 60, 780, "*Apologies for absence" },
		{ 0, 60, 766, "None were received." },
		{ 0, 60, 752, "*RESOLVED" },
		{ 0, 160, 752, "that it be so" },
	};
	const bool want[] = { false, true, false, false };
	struct blocks blocks;
	struct mb_err err;
	int rc = parse(pdf_of(marks, N(marks), 1), &blocks, &err);

	cr_assert(eq(int, rc, MB_OK), "%s", err.msg);
	cr_assert(eq(sz, blocks.n, N(want)));
	for (size_t i = 0; i < N(want); i++)
		cr_expect(eq(int, blocks.items[i].is_bold, want[i]), "%zu", i);
}

Test(format_pdf, without_text_is_a_scan)
{
	struct blocks blocks;
	struct mb_err err;
	int rc = parse(pdf_of(NULL, 0, 3), &blocks, &err);

	cr_assert(eq(int, rc, MB_OK), "%s", err.msg);
	text_expect(blocks.note, "a scan: its pages are pictures without text",
		    "what it says of itself");
}

Test(format_pdf, of_many_pages_is_read_to_its_end)
{
	const struct mark mark = { 2999, 60, 700, "the last page of all" };
	struct blocks blocks;
	struct mb_err err;
	int rc = parse(pdf_of(&mark, 1, 3000), &blocks, &err);

	cr_assert(eq(int, rc, MB_OK), "%s", err.msg);
	cr_assert(eq(sz, blocks.n, 3001));
	cr_expect(eq(int, (int)blocks.items[3000].page, 3000));
}

Test(format_pdf, fails_with_a_reason)
{
	static const char encrypted[] =
	    "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
	    "2 0 obj <</Type/Pages/Count 0/Kids[]>> endobj\n"
	    "trailer <</Root 1 0 R/ID[(0123456789abcdef)(0123456789abcdef)]"
	    "/Encrypt <</Filter/Standard/V 1/R 2/P -4"
	    "/O(0123456789abcdef0123456789abcdef)"
	    "/U(0123456789abcdef0123456789abcdef)>>>>\n%%EOF\n";
	const struct {
		const char *pdf, *want;
		int rc;
	} cases[] = {
		{ "%PDF-1.4\nand nothing else",
		  "a broken PDF file: ", MB_EFORMAT },
		{ encrypted, "encrypted: it needs a password to be read",
		  MB_EUNREAD },
	};

	for (size_t i = 0; i < N(cases); i++) {
		struct blocks blocks;
		struct mb_err err;
		int rc = parse(mb_str_of(cases[i].pdf), &blocks, &err);

		cr_expect(eq(int, rc, cases[i].rc), "case %zu", i);
		cr_expect(
		    mb_str_starts(mb_str_of(err.msg), mb_str_of(cases[i].want)),
		    "%s", err.msg);
	}
}

Test(format_pdf, says_what_to_install)
{
	struct blocks blocks;
	struct mb_err err;
	int rc;

	setenv("PATH", "/nowhere", 1);
	rc = parse(pdf_of(NULL, 0, 1), &blocks, &err);
	cr_expect(eq(int, rc, MB_EUNREAD));
	cr_expect(eq(str, err.msg,
		     "to read it needs 'pdftotext', which " CHILD_MISSING
		     ": it is in the package poppler-utils"));
}
