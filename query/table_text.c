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
		render_safe(out, line);
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

/* As wide as the widest cell of the rows that are there. */
static void measure(struct render *render, const struct table *table)
{
	struct mb_buf scratch = MB_BUF_INIT;

	free(render->widths);
	render->widths = calloc(table->n_columns, sizeof(*render->widths));
	if (!render->widths) {
		render->out->has_failed = true;
		return;
	}
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];
		int *width = &render->widths[i];

		*width = table_text_columns(mb_str_of(column_title(column)));
		for (size_t row = 0; row < table_rows(table); row++) {
			int n = width_of(&scratch, &table_row(table, row)[i],
					 column);

			if (n > MAX_CELL)
				n = MAX_CELL;
			if (n > *width)
				*width = n;
		}
	}
	render->out->has_failed |= scratch.has_failed;
	mb_buf_release(&scratch);
}

static bool is_last(const struct table *table, size_t column)
{
	while (++column < table->n_columns)
		if (table->columns[column].use != COLUMN_FOR_MACHINES)
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

static void put_bar(struct render *render, const struct table *table,
		    size_t row)
{
	size_t bars = chart_column(table);
	int room = render->width, length;

	if (bars == table->n_columns ||
	    (table->has_total && row + 1 == table_rows(table)))
		return;
	for (size_t i = 0; i < table->n_columns; i++)
		if (table->columns[i].use != COLUMN_FOR_MACHINES)
			room -= render->widths[i] + GAP;
	if (room < MIN_BAR)
		return;
	length = chart_bar(&table_row(table, row)[bars], render->most,
			   room > MAX_BAR ? MAX_BAR : room - 1);
	if (length > 0)
		mb_buf_add_format(render->out, "%*s", GAP, "");
	while (length-- > 0)
		mb_buf_add(render->out, MB_STR("\xE2\x96\x88")); /* a block */
}

void table_text_begin(struct render *render, const struct table *table)
{
	measure(render, table);
	if (render->out->has_failed)
		return;
	if (chart_column(table) < table->n_columns)
		render->most = chart_most(table, chart_column(table));
	if (render->has_color)
		mb_buf_add(render->out, MB_STR("\x1B[1m"));
	for (size_t i = 0; i < table->n_columns; i++)
		if (table->columns[i].use != COLUMN_FOR_MACHINES)
			put_aligned(
			    render, table, i,
			    mb_str_of(column_title(&table->columns[i])));
	if (render->has_color)
		mb_buf_add(render->out, MB_STR("\x1B[0m"));
	mb_buf_add_char(render->out, '\n');
}

void table_text_row(struct render *render, const struct table *table,
		    size_t row)
{
	const struct cell *cells = table_row(table, row);
	struct mb_buf text = MB_BUF_INIT;

	for (size_t i = 0; i < table->n_columns && !render->out->has_failed;
	     i++) {
		if (table->columns[i].use == COLUMN_FOR_MACHINES)
			continue;
		mb_buf_truncate(&text, 0);
		put_cell(&text, &cells[i], &table->columns[i]);
		put_aligned(render, table, i, mb_buf_str(&text));
	}
	if (!render->out->has_failed)
		put_bar(render, table, row);
	while (render->out->len > 0 &&
	       render->out->ptr[render->out->len - 1] == ' ')
		mb_buf_truncate(render->out, render->out->len - 1);
	mb_buf_add_char(render->out, '\n');
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

void table_text_end(struct render *render, const struct table *table)
{
	(void)table;
	free(render->widths);
	render->widths = NULL;
}
