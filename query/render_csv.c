/*
 * Rows under a line of names: CSV as RFC 4180 has it, lines ended by CR LF,
 * and TSV, lines ended by LF.  Hits are rows of their columns (columns.h).
 */
#include "csv.h"
#include "render.h"

typedef void put_cell(struct mb_buf *out, struct mb_str s, bool is_raw);

static void put_row(struct render *render, const struct table *table,
		    size_t row, put_cell *put, char separator)
{
	const struct cell *cells = table_row(table, row);
	struct mb_buf text = MB_BUF_INIT;

	for (size_t i = 0; i < table->n_columns; i++) {
		if (i > 0)
			mb_buf_add_char(render->out, separator);
		mb_buf_truncate(&text, 0);
		cell_print(&text, &cells[i], &table->columns[i]);
		put(render->out, mb_buf_str(&text),
		    render->is_raw_csv || cells[i].kind != CELL_TEXT);
	}
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

static void put_names(struct render *render, const struct table *table,
		      put_cell *put, char separator)
{
	for (size_t i = 0; i < table->n_columns; i++) {
		if (i > 0)
			mb_buf_add_char(render->out, separator);
		put(render->out, mb_str_of(table->columns[i].name),
		    render->is_raw_csv);
	}
}

/* Sums are no rows: whoever reads the file would add them up once more. */
static bool is_total(const struct table *table, size_t row)
{
	return table->has_total && row + 1 == table_rows(table);
}

static void begin_csv(struct render *render, const struct table *table)
{
	put_names(render, table, csv_cell, ',');
	mb_buf_add(render->out, MB_STR("\r\n"));
}

static void write_csv(struct render *render, const struct table *table,
		      size_t row)
{
	if (is_total(table, row))
		return;
	put_row(render, table, row, csv_cell, ',');
	mb_buf_add(render->out, MB_STR("\r\n"));
}

static void begin_tsv(struct render *render, const struct table *table)
{
	put_names(render, table, tsv_cell, '\t');
	mb_buf_add_char(render->out, '\n');
}

static void write_tsv(struct render *render, const struct table *table,
		      size_t row)
{
	if (is_total(table, row))
		return;
	put_row(render, table, row, tsv_cell, '\t');
	mb_buf_add_char(render->out, '\n');
}

static void end_table(struct render *render, const struct table *table)
{
	(void)render;
	(void)table;
}

const struct render_ops render_csv = {
	.name = "csv",
	.is_tabular = true,
	.begin = render_nothing,
	.end = render_nothing,
	.table = begin_csv,
	.row = write_csv,
	.table_end = end_table,
};

const struct render_ops render_tsv = {
	.name = "tsv",
	.is_tabular = true,
	.begin = render_nothing,
	.end = render_nothing,
	.table = begin_tsv,
	.row = write_tsv,
	.table_end = end_table,
};
