#include "table_text.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "chart.h"
#include "minutebook/text.h"

#define MAX_CELL 40 /* wider ones push the rest of their row */
#define GAP 2
#define MIN_BAR 10
#define MAX_BAR 40

int table_text_columns(struct mb_str s)
{
	int n = 0;
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		n += utf8proc_charwidth((utf8proc_int32_t)c);
	return n;
}

/* What is shown of a cell: one line. */
static void put_cell(struct mb_buf *out, const struct cell *cell,
		     const struct column *column)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str rest, line;

	cell_print(&text, cell, column);
	rest = mb_buf_str(&text);
	for (bool is_first = true; mb_str_next_line(&rest, &line);
	     is_first = false) {
		if (!is_first)
			mb_buf_add_char(out, ' ');
		mb_add_printable(out, line);
	}
	out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

static int width_of(struct mb_buf *scratch, const struct cell *cell,
		    const struct column *column)
{
	mb_buf_truncate(scratch, 0);
	put_cell(scratch, cell, column);
	return table_text_columns(mb_buf_str(scratch));
}

/* --- groups ------------------------------------------------------------ */

/* Whether the column stands in the rows, and not above them or nowhere. */
static bool is_in_rows(const struct column *column)
{
	return column->use != COLUMN_FOR_MACHINES &&
	       column->use != COLUMN_GROUP;
}

/* The first column of groups, or the number of columns. */
static size_t group_column(const struct table *table)
{
	size_t i = 0;

	while (i < table->n_columns && table->columns[i].use != COLUMN_GROUP)
		i++;
	return i;
}

static bool has_groups(const struct table *table)
{
	return group_column(table) < table->n_columns;
}

static bool is_total(const struct table *table, size_t row)
{
	return table->has_total && row + 1 == table_rows(table);
}

/*
 * The cell of a column in the rows.  The sum belongs to no group: what its
 * group would be called stands in its first column.
 */
static const struct cell *cell_at(const struct table *table, size_t row,
				  size_t column)
{
	const struct cell *cells = table_row(table, row);
	size_t first = 0;

	while (!is_in_rows(&table->columns[first]))
		first++;
	return is_total(table, row) && has_groups(table) && column == first
		   ? &cells[group_column(table)]
		   : &cells[column];
}

static bool begins_group(const struct table *table, size_t row)
{
	size_t group = group_column(table);

	if (!has_groups(table) || is_total(table, row))
		return false;
	return row == 0 || !mb_str_equal(table_row(table, row)[group].text,
					 table_row(table, row - 1)[group].text);
}

/* "Cabinet, meets monthly" */
static void put_group(struct render *render, const struct table *table,
		      size_t row)
{
	const struct cell *cells = table_row(table, row);

	for (size_t i = group_column(table); i < table->n_columns; i++) {
		if (table->columns[i].use != COLUMN_GROUP ||
		    cells[i].kind == CELL_NONE)
			continue;
		if (i > group_column(table))
			mb_buf_add_format(render->out, ", %s ",
					  column_title(&table->columns[i]));
		put_cell(render->out, &cells[i], &table->columns[i]);
	}
	mb_buf_add_char(render->out, '\n');
}

/* --- widths ------------------------------------------------------------ */

static int longest_word(struct mb_str s)
{
	int most = 0;

	while (s.len > 0) {
		struct mb_cut cut = mb_str_cut(s, ' ');
		int n = table_text_columns(cut.head);

		most = n > most ? n : most;
		s = cut.tail;
	}
	return most;
}

/* As wide as the widest cell of the rows that are there, and the title. */
static void measure(struct render *render, const struct table *table,
		    int (*title_width)(struct mb_str title))
{
	struct mb_buf scratch = MB_BUF_INIT;

	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];
		int *width = &render->widths[i];

		*width = title_width(mb_str_of(column_title(column)));
		for (size_t row = 0;
		     is_in_rows(column) && row < table_rows(table); row++) {
			int n =
			    width_of(&scratch, cell_at(table, row, i), column);

			if (n > MAX_CELL)
				n = MAX_CELL;
			if (n > *width)
				*width = n;
		}
	}
	render->out->has_failed |= scratch.has_failed;
	mb_buf_release(&scratch);
}

/* What a row takes, with a gap behind each column. */
static int width_of_row(const struct render *render, const struct table *table)
{
	int n = has_groups(table) ? GAP : 0;

	for (size_t i = 0; i < table->n_columns; i++)
		if (is_in_rows(&table->columns[i]))
			n += render->widths[i] + GAP;
	return n;
}

/* Titles are broken at their blanks only where a row would be too wide. */
static void find_widths(struct render *render, const struct table *table)
{
	free(render->widths);
	render->widths = calloc(table->n_columns, sizeof(*render->widths));
	if (!render->widths) {
		render->out->has_failed = true;
		return;
	}
	measure(render, table, table_text_columns);
	if (width_of_row(render, table) - GAP > render->width)
		measure(render, table, longest_word);
}

/* --- rows -------------------------------------------------------------- */

static bool is_last(const struct table *table, size_t column)
{
	while (++column < table->n_columns)
		if (is_in_rows(&table->columns[column]))
			return false;
	return true;
}

/* The text in its column, then the gap to the next. */
static void put_aligned(struct render *render, const struct table *table,
			size_t column, struct mb_str text)
{
	int blanks = render->widths[column] - table_text_columns(text);

	if (blanks < 0)
		blanks = 0;
	if (table->columns[column].is_number)
		mb_buf_add_format(render->out, "%*s", blanks, "");
	mb_buf_add(render->out, text);
	if (is_last(table, column))
		return;
	mb_buf_add_format(render->out, "%*s",
			  (table->columns[column].is_number ? 0 : blanks) + GAP,
			  "");
}

static void begin_row(struct render *render, const struct table *table)
{
	if (has_groups(table))
		mb_buf_add_format(render->out, "%*s", GAP, "");
}

static void end_row(struct render *render)
{
	while (render->out->len > 0 &&
	       render->out->ptr[render->out->len - 1] == ' ')
		mb_buf_truncate(render->out, render->out->len - 1);
	mb_buf_add_char(render->out, '\n');
}

static void put_bar(struct render *render, const struct table *table,
		    size_t row)
{
	size_t bars = chart_column(table);
	int room = render->width - width_of_row(render, table), length;

	if (bars == table->n_columns || is_total(table, row))
		return;
	if (room < MIN_BAR)
		return;
	length = chart_bar(&table_row(table, row)[bars], render->most,
			   room > MAX_BAR ? MAX_BAR : room - 1);
	if (length > 0)
		mb_buf_add_format(render->out, "%*s", GAP, "");
	while (length-- > 0)
		mb_buf_add(render->out, MB_STR("\xE2\x96\x88")); /* a block */
}

/* --- titles ------------------------------------------------------------ */

/* As many words of @rest as fit into @width, at least one. */
static struct mb_str next_words(struct mb_str *rest, int width)
{
	struct mb_str all = *rest, line = mb_str_cut(all, ' ').head;

	while (line.len < all.len) {
		struct mb_str more = mb_str_drop(all, line.len + 1);
		struct mb_str longer = mb_str_take(
		    all, line.len + 1 + mb_str_cut(more, ' ').head.len);

		if (table_text_columns(longer) > width)
			break;
		line = longer;
	}
	*rest = mb_str_drop(all, line.len < all.len ? line.len + 1 : all.len);
	return line;
}

static size_t count_lines(struct mb_str title, int width)
{
	size_t n = 0;

	for (; title.len > 0; n++)
		next_words(&title, width);
	return n;
}

/* One of the title's lines, of which the last stands at the bottom. */
static struct mb_str line_from_below(struct mb_str title, int width,
				     size_t from_below)
{
	size_t n = count_lines(title, width);
	struct mb_str line = { NULL, 0 };

	for (size_t i = 0; i + from_below < n; i++)
		line = next_words(&title, width);
	return line;
}

static void put_title_line(struct render *render, const struct table *table,
			   size_t from_below)
{
	if (render->has_color)
		mb_buf_add(render->out, MB_STR("\x1B[1m"));
	begin_row(render, table);
	for (size_t i = 0; i < table->n_columns; i++)
		if (is_in_rows(&table->columns[i]))
			put_aligned(
			    render, table, i,
			    line_from_below(
				mb_str_of(column_title(&table->columns[i])),
				render->widths[i], from_below));
	if (render->has_color)
		mb_buf_add(render->out, MB_STR("\x1B[0m"));
	end_row(render);
}

/* --- the table --------------------------------------------------------- */

void table_text_begin(struct render *render, const struct table *table)
{
	size_t n_lines = 0;

	find_widths(render, table);
	if (render->out->has_failed)
		return;
	if (chart_column(table) < table->n_columns)
		render->most = chart_most(table, chart_column(table));
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];
		size_t n = count_lines(mb_str_of(column_title(column)),
				       render->widths[i]);

		if (is_in_rows(column) && n > n_lines)
			n_lines = n;
	}
	while (n_lines-- > 0)
		put_title_line(render, table, n_lines);
}

void table_text_row(struct render *render, const struct table *table,
		    size_t row)
{
	struct mb_buf text = MB_BUF_INIT;

	if (begins_group(table, row))
		put_group(render, table, row);
	begin_row(render, table);
	for (size_t i = 0; i < table->n_columns && !render->out->has_failed;
	     i++) {
		if (!is_in_rows(&table->columns[i]))
			continue;
		mb_buf_truncate(&text, 0);
		put_cell(&text, cell_at(table, row, i), &table->columns[i]);
		put_aligned(render, table, i, mb_buf_str(&text));
	}
	if (!render->out->has_failed)
		put_bar(render, table, row);
	end_row(render);
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

void table_text_end(struct render *render, const struct table *table)
{
	(void)table;
	free(render->widths);
	render->widths = NULL;
}
