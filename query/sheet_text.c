/*
 * For people: columns as wide as what is in them, up to a limit.
 */
#include "minutebook/text.h"
#include "render.h"
#include "sheet.h"

#define MAX_WIDTH 48
#define MAX_COLUMNS 16

static size_t width_of(struct mb_str cell)
{
	size_t n = mb_utf8_count(cell);

	return n < MAX_WIDTH ? n : MAX_WIDTH;
}

static void measure(const struct mb_table *table, size_t widths[MAX_COLUMNS])
{
	for (size_t c = 0; c < table->n_columns && c < MAX_COLUMNS; c++) {
		widths[c] = width_of(mb_str_of(table->columns[c]));
		for (size_t r = 0; r < table->n_rows; r++) {
			size_t n = width_of(mb_table_cell(table, r, c));

			if (n > widths[c])
				widths[c] = n;
		}
	}
}

static void pad(struct mb_buf *out, struct mb_str cell, size_t width,
		bool is_last)
{
	size_t n = mb_utf8_count(cell);

	mb_add_printable(out, cell);
	if (is_last)
		return;
	for (; n < width; n++)
		mb_buf_add_char(out, ' ');
	mb_buf_add(out, MB_STR("  "));
}

static void print_section(const struct section *section, struct mb_buf *out)
{
	const struct mb_table *table = &section->table;
	size_t n =
	    table->n_columns < MAX_COLUMNS ? table->n_columns : MAX_COLUMNS;
	size_t widths[MAX_COLUMNS];

	mb_buf_add_format(out, "\n%s\n", section->title);
	if (table->n_rows == 0) {
		mb_buf_add(out, MB_STR("  none\n"));
		return;
	}
	measure(table, widths);
	mb_buf_add(out, MB_STR("  "));
	for (size_t c = 0; c < n; c++)
		pad(out, mb_str_of(table->columns[c]), widths[c], c + 1 == n);
	mb_buf_add_char(out, '\n');
	for (size_t r = 0; r < table->n_rows; r++) {
		mb_buf_add(out, MB_STR("  "));
		for (size_t c = 0; c < n; c++)
			pad(out, mb_table_cell(table, r, c), widths[c],
			    c + 1 == n);
		mb_buf_add_char(out, '\n');
	}
}

void sheet_print_text(const struct sheet *sheet, struct mb_buf *out)
{
	mb_add_printable(out, sheet->title);
	mb_buf_add_char(out, '\n');
	for (size_t i = 0; i < sheet->n_sections; i++)
		print_section(&sheet->sections[i], out);
}
