/*
 * Markdown and HTML: what an archive contains is escaped, never markup.
 */
#include "html.h"
#include "markdown.h"
#include "page.h"
#include "sheet.h"

/* --- Markdown ---------------------------------------------------------- */

static void print_markdown_table(const struct mb_table *table,
				 struct mb_buf *out)
{
	for (size_t c = 0; c < table->n_columns; c++)
		mb_buf_add_format(out, "| %s ", table->columns[c]);
	mb_buf_add(out, MB_STR("|\n"));
	for (size_t c = 0; c < table->n_columns; c++)
		mb_buf_add(out, MB_STR("|---"));
	mb_buf_add(out, MB_STR("|\n"));
	for (size_t r = 0; r < table->n_rows; r++) {
		for (size_t c = 0; c < table->n_columns; c++) {
			mb_buf_add(out, MB_STR("| "));
			markdown_text(out, mb_table_cell(table, r, c));
			mb_buf_add_char(out, ' ');
		}
		mb_buf_add(out, MB_STR("|\n"));
	}
}

void sheet_print_markdown(const struct sheet *sheet, struct mb_buf *out)
{
	mb_buf_add(out, MB_STR("# "));
	markdown_text(out, sheet->title);
	mb_buf_add_char(out, '\n');
	for (size_t i = 0; i < sheet->n_sections; i++) {
		mb_buf_add_format(out, "\n## %s\n\n", sheet->sections[i].title);
		if (sheet->sections[i].table.n_rows > 0)
			print_markdown_table(&sheet->sections[i].table, out);
		else
			mb_buf_add(out, MB_STR("none\n"));
	}
}

/* --- HTML -------------------------------------------------------------- */

static void add_html_row(struct mb_buf *out, const struct mb_table *table,
			 size_t row)
{
	mb_buf_add(out, MB_STR("<tr>"));
	for (size_t c = 0; c < table->n_columns; c++) {
		mb_buf_add(out, MB_STR("<td>"));
		html_text(out, mb_table_cell(table, row, c));
		mb_buf_add(out, MB_STR("</td>"));
	}
	mb_buf_add(out, MB_STR("</tr>\n"));
}

static void print_html_section(const struct section *section,
			       struct mb_buf *out)
{
	const struct mb_table *table = &section->table;

	mb_buf_add_format(out, "<h2 id=\"%s\">%s</h2>\n", section->key,
			  section->title);
	if (table->n_rows == 0) {
		mb_buf_add(out, MB_STR("<p>none</p>\n"));
		return;
	}
	mb_buf_add(out, MB_STR("<div class=\"scroll\" "
			       "tabindex=\"0\">\n<table>\n<thead>\n<tr>"));
	for (size_t c = 0; c < table->n_columns; c++)
		mb_buf_add_format(out, "<th scope=\"col\">%s</th>",
				  table->columns[c]);
	mb_buf_add(out, MB_STR("</tr>\n</thead>\n<tbody>\n"));
	for (size_t r = 0; r < table->n_rows; r++)
		add_html_row(out, table, r);
	mb_buf_add(out, MB_STR("</tbody>\n</table>\n</div>\n"));
}

void sheet_print_html(const struct sheet *sheet, struct mb_buf *out)
{
	page_begin(out, sheet->title);
	for (size_t i = 0; i < sheet->n_sections; i++)
		print_html_section(&sheet->sections[i], out);
	page_end(out);
}
