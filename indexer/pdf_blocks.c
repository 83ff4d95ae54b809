#include "pdf_blocks.h"

#include <stdlib.h>

#include "lines.h"
#include "marker.h"
#include "minutebook/text.h"
#include "pdf_notes.h"

/* Fewer lines do not tell how far apart lines are. */
#define TELLING_LINES 12

/* A distance of so many pitches has one empty line in it. */
#define ONE_BLANK 1.25

/* In heights of a line: what stands at the same place, and a gap in a row. */
#define ALIGNED 0.7
#define CELL_GAP 1.5

/*
 * A table has so many rows, and first cells that are a name or a label.  What
 * is longer is a sentence with a note in the margin.
 */
#define MIN_ROWS 3
#define FIRST_CELL 0.55 /* of the column's width */
#define FIRST_WORDS 6

/* The page at hand. */
struct setting {
	struct blocks *blocks;
	const struct pdf_page *page;
	const struct pdf_lines *lines;
	const struct pdf_bold *bold;
	double pitch;       /* points from line to line */
	double char_width;  /* points, on average */
	double left, right; /* of the column at hand */
};

/* --- measures ---------------------------------------------------------- */

static int compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/*
 * The distance of lines inside of paragraphs, in heights of a line, or 0.  Not
 * the usual one: many paragraphs have only one line.
 */
static double measure_pitch(const struct setting *set)
{
	const struct pdf_lines *lines = set->lines;
	double *steps = MB_NEW(set->page->arena, double, lines->n + 1);
	size_t n = 0;

	for (size_t i = 1; steps && i < lines->n; i++) {
		double step =
		    lines->items[i].box.bottom - lines->items[i - 1].box.bottom;

		if (!lines->items[i].begins_column && step > 0)
			steps[n++] = step / lines->line_height;
	}
	if (!steps)
		set->blocks->has_failed = true;
	if (!steps || n < TELLING_LINES)
		return 0;
	qsort(steps, n, sizeof(*steps), compare_doubles);
	return steps[n / 4];
}

static double measure_chars(const struct pdf_lines *lines)
{
	double width = 0, n = 0;

	for (size_t i = 0; i < lines->n; i++)
		for (size_t k = 0; k < lines->items[i].n_pieces; k++) {
			const struct pdf_piece *p = &lines->items[i].pieces[k];

			width += p->box.right - p->box.left;
			n += (double)mb_utf8_count(p->text);
		}
	return n > 0 && width > n ? width / n : 1;
}

/*
 * The column that begins at line @first.  A page of short lines has the right
 * margin of the pages before.
 */
static void measure_column(struct setting *set, size_t first,
			   struct pdf_style *style)
{
	const struct pdf_lines *lines = set->lines;

	set->left = lines->items[first].box.left;
	set->right = lines->items[first].box.right;
	for (size_t i = first + 1;
	     i < lines->n && !lines->items[i].begins_column; i++) {
		struct pdf_box box = lines->items[i].box;

		if (box.left < set->left)
			set->left = box.left;
		if (box.right > set->right)
			set->right = box.right;
	}
	if (lines->items[first].is_in_column)
		return;
	if (set->right > style->right)
		style->right = set->right;
	set->right = style->right;
}

static uint16_t in_columns(const struct setting *set, double points)
{
	double n = points / set->char_width + 0.5;

	if (n < 0)
		return 0;
	return n < UINT16_MAX ? (uint16_t)n : UINT16_MAX;
}

/* Empty lines above line @i. */
static uint8_t blanks_above(const struct setting *set, size_t i)
{
	const struct pdf_line *line = &set->lines->items[i];
	double step;

	if (line->begins_column)
		return 0;
	step = (line->box.bottom - line[-1].box.bottom) / set->pitch;
	if (step < ONE_BLANK)
		return 0;
	step += 1 - ONE_BLANK;
	return step < UINT8_MAX ? (uint8_t)step : UINT8_MAX;
}

/* Whether all of the line's text is bold. */
static bool is_bold(const struct setting *set, const struct pdf_line *line)
{
	for (size_t i = 0; i < line->n_pieces; i++)
		if (!pdf_bold_covers(set->bold, set->page, line->pieces[i].box))
			return false;
	return true;
}

/* --- tables ------------------------------------------------------------ */

/* A run of lines that are rows, or go on in a cell of one. */
struct table {
	size_t first, end; /* lines */
	size_t n_rows;
	const struct pdf_line *widest; /* the row with the most cells */
};

/* A number or bullet belongs to what follows, however wide the gap. */
static bool begins_entry(struct mb_str text)
{
	struct mb_str rest = text;
	uint32_t c = 0;

	mb_utf8_next(&rest, &c);
	return mb_is_bullet(c) || (rest.len == 0 && !mb_is_letter(c)) ||
	       marker_of(text).style != MARKER_NONE;
}

/* Whether the pieces of @line may be cells. */
static bool is_row(const struct setting *set, const struct pdf_line *line)
{
	const struct pdf_piece *first = line->pieces;

	if (line->n_pieces < 2 || begins_entry(first->text))
		return false;
	for (size_t i = 1; i < line->n_pieces; i++)
		if (first[i].box.left - first[i - 1].box.right <
		    CELL_GAP * set->lines->line_height)
			return false;
	return first->n_words <= FIRST_WORDS &&
	       first->box.right - set->left <
		   FIRST_CELL * (set->right - set->left);
}

static bool is_near(const struct setting *set, double a, double b)
{
	double far = ALIGNED * set->lines->line_height;

	return a - b < far && b - a < far;
}

/* A cross is set in the middle, under a word. */
static bool is_in_middle(struct pdf_box cell, struct pdf_box box)
{
	double middle = (box.left + box.right) / 2;

	return cell.left < middle && middle < cell.right;
}

/* Which cell of @row the piece stands under; its number of cells if none. */
static size_t cell_under(const struct setting *set, const struct pdf_line *row,
			 const struct pdf_piece *piece)
{
	size_t i = 0;

	while (i < row->n_pieces &&
	       !is_near(set, row->pieces[i].box.left, piece->box.left) &&
	       !(i > 0 &&
		 (is_near(set, row->pieces[i].box.right, piece->box.right) ||
		  is_in_middle(row->pieces[i].box, piece->box))))
		i++;
	return i;
}

static bool is_under(const struct setting *set, const struct pdf_line *row,
		     const struct pdf_line *line)
{
	for (size_t i = 0; i < line->n_pieces; i++)
		if (cell_under(set, row, &line->pieces[i]) == row->n_pieces)
			return false;
	return true;
}

/* More text of the row's cells: close under them, none in the first. */
static bool goes_on(const struct setting *set, const struct pdf_line *row,
		    size_t i)
{
	const struct pdf_line *line = &set->lines->items[i];

	return blanks_above(set, i) == 0 && !line->begins_column &&
	       is_under(set, row, line) &&
	       cell_under(set, row, &line->pieces[0]) > 0;
}

static struct table find_table(const struct setting *set, size_t first)
{
	const struct pdf_line *items = set->lines->items;
	struct table table = { first, first, 0, &items[first] };
	const struct pdf_line *row = &items[first];

	for (size_t i = first; i < set->lines->n; i++) {
		const struct pdf_line *line = &items[i];

		if (i > first && line->begins_column)
			break;
		if (i > first && goes_on(set, row, i)) {
			table.end = i + 1;
			continue;
		}
		if (!is_row(set, line) || blanks_above(set, i) > 2 ||
		    !(is_under(set, row, line) || is_under(set, line, row) ||
		      is_under(set, table.widest, line)))
			break;
		row = line;
		if (row->n_pieces > table.widest->n_pieces)
			table.widest = row;
		table.n_rows++;
		table.end = i + 1;
	}
	return table;
}

/* The text of cell @cell in the row of the lines from @first to @end. */
static struct mb_str cell_text(const struct setting *set, size_t first,
			       size_t end, size_t cell)
{
	const struct pdf_line *row = &set->lines->items[first];
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str moved = { NULL, 0 };

	mb_buf_add(&text, row->pieces[cell].text);
	for (size_t i = first + 1; i < end; i++)
		for (size_t k = 0; k < row[i - first].n_pieces; k++) {
			const struct pdf_piece *p = &row[i - first].pieces[k];

			if (cell_under(set, row, p) != cell)
				continue;
			mb_buf_add_char(&text, ' ');
			mb_buf_add(&text, p->text);
		}
	if (mb_buf_move(&text, set->page->arena, &moved, NULL) != MB_OK)
		set->blocks->has_failed = true;
	mb_buf_release(&text);
	return moved;
}

/* Where cell @i of @row stands among those of the widest row, from 1. */
static uint16_t column_of(const struct setting *set,
			  const struct pdf_line *widest,
			  const struct pdf_line *row, size_t i)
{
	size_t column = cell_under(set, widest, &row->pieces[i]);

	return (uint16_t)(1 + (column < widest->n_pieces ? column : i));
}

static void add_row(const struct setting *set, size_t first, size_t end,
		    const struct pdf_line *widest)
{
	const struct pdf_line *row = &set->lines->items[first];
	size_t begin = set->blocks->n;

	for (size_t i = 0; i < row->n_pieces; i++)
		blocks_add(set->blocks,
			   &(struct block){
			       .kind = BLOCK_PARAGRAPH,
			       .text = cell_text(set, first, end, i),
			       .page = set->page->number,
			       .column = column_of(set, widest, row, i),
			       .n_blank = blanks_above(set, first),
			       .is_bold = pdf_bold_covers(set->bold, set->page,
							  row->pieces[i].box),
			   });
	blocks_make_row(set->blocks, begin);
}

static void add_table(const struct setting *set, const struct table *table)
{
	size_t end;

	for (size_t i = table->first; i < table->end; i = end) {
		end = i + 1;
		while (end < table->end &&
		       goes_on(set, &set->lines->items[i], end))
			end++;
		add_row(set, i, end, table->widest);
	}
}

/* --- lines ------------------------------------------------------------- */

static struct mb_str line_text(const struct setting *set,
			       const struct pdf_line *line)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str moved = { NULL, 0 };

	if (line->n_pieces == 1)
		return line->pieces[0].text;
	for (size_t i = 0; i < line->n_pieces; i++) {
		if (i > 0)
			mb_buf_add_char(&text, ' ');
		mb_buf_add(&text, line->pieces[i].text);
	}
	if (mb_buf_move(&text, set->page->arena, &moved, NULL) != MB_OK)
		set->blocks->has_failed = true;
	mb_buf_release(&text);
	return moved;
}

/* Two names beside each other are two, where a blank does not tell it. */
static void take_columns(const struct setting *set, const struct pdf_line *line,
			 struct block *block)
{
	struct mb_str *columns;

	if (line->n_pieces < 2)
		return;
	columns = MB_NEW(set->page->arena, struct mb_str, line->n_pieces);
	if (!columns) {
		set->blocks->has_failed = true;
		return;
	}
	for (size_t i = 0; i < line->n_pieces; i++)
		columns[i] = line->pieces[i].text;
	blocks_set_columns(set->blocks, block, columns, line->n_pieces);
}

static void add_line(const struct setting *set, size_t i)
{
	const struct pdf_line *line = &set->lines->items[i];
	double right = line->right > 0 ? line->right : set->right;
	struct block block = {
		.kind = BLOCK_LINE,
		.text = line_text(set, line),
		.page = set->page->number,
		.indent = in_columns(set, line->box.left - set->left),
		.width = in_columns(set, line->box.right - set->left),
		.margin = in_columns(set, right - set->left),
		.n_blank = blanks_above(set, i),
		.is_bold = is_bold(set, line),
	};

	if (lines_cut_bullet(&block.text, &block.marker))
		block.kind = BLOCK_ENTRY;
	else
		take_columns(set, line, &block);
	blocks_add(set->blocks, &block);
}

/* --- notes ------------------------------------------------------------- */

/* A note stands behind the paragraph that it is on. */
static void put_note(const struct setting *set, struct pdf_style *style)
{
	blocks_add(set->blocks, &(struct block){ .kind = BLOCK_PARAGRAPH,
						 .text = style->note,
						 .page = set->page->number,
						 .is_aside = true });
	style->note = (struct mb_str){ NULL, 0 };
}

/* Keeps the notes of the lines from @first to @end until then. */
static void keep_notes(const struct setting *set, size_t first, size_t end,
		       struct pdf_style *style)
{
	for (size_t i = first; i < end; i++) {
		struct mb_str note = set->lines->items[i].note;

		if (note.len == 0)
			continue;
		if (style->note.len > 0)
			put_note(set, style);
		style->note = blocks_clean(set->blocks, note);
	}
}

/* Whether what stands above line @i has come to its end; lines->n: the page. */
static bool ends_paragraph(const struct setting *set, size_t i)
{
	if (i < set->lines->n)
		return blanks_above(set, i) > 0;
	return i > 0 && mb_str_ends(line_text(set, &set->lines->items[i - 1]),
				    MB_STR("."));
}

/* --- the page ---------------------------------------------------------- */

static void take_pitch(struct setting *set, struct pdf_style *style)
{
	double pitch = measure_pitch(set);

	if (pitch > 0 && set->lines->n > style->n_lines) {
		style->pitch = pitch;
		style->n_lines = set->lines->n;
	}
	if (pitch <= 0)
		pitch = style->pitch > 0 ? style->pitch : 1.2;
	set->pitch = pitch * set->lines->line_height;
}

void pdf_blocks_add(struct blocks *blocks, const struct pdf_page *page,
		    struct pdf_style *style)
{
	struct pdf_lines lines;
	struct setting set = { .blocks = blocks,
			       .page = page,
			       .lines = &lines,
			       .bold = &style->bold };
	size_t next;

	blocks_add(blocks,
		   &(struct block){ .kind = BLOCK_PAGE, .page = page->number });
	if (!pdf_lines_find(page, &lines) || !pdf_columns_sort(page, &lines)) {
		blocks->has_failed = true;
		return;
	}
	pdf_notes_take(&lines, &style->notes);
	take_pitch(&set, style);
	set.char_width = measure_chars(&lines);
	for (size_t i = 0; i < lines.n && !blocks->has_failed; i = next) {
		struct table table;

		if (style->note.len > 0 && ends_paragraph(&set, i))
			put_note(&set, style);
		if (lines.items[i].begins_column)
			measure_column(&set, i, style);
		table = find_table(&set, i);
		next = i + 1;
		if (table.n_rows >= MIN_ROWS) {
			add_table(&set, &table);
			next = table.end;
		} else {
			add_line(&set, i);
		}
		keep_notes(&set, i, next, style);
	}
	if (style->note.len > 0 && ends_paragraph(&set, lines.n))
		put_note(&set, style);
}
