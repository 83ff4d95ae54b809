#include "chart.h"

#include <assert.h>

#include "html.h"

#define WIDTH 640
#define HEIGHT 220
#define PLOT_HEIGHT 160
#define TOP 24
#define MAX_BARS 120 /* more would be thinner than a line */
#define MAX_LABELS 14

static double number_of(const struct cell *cell)
{
	return cell->kind == CELL_INT    ? (double)cell->n
	       : cell->kind == CELL_REAL ? cell->real
					 : 0;
}

static size_t rows_of(const struct table *table)
{
	size_t n = table_rows(table);

	return table->has_total && n > 0 ? n - 1 : n;
}

size_t chart_column(const struct table *table)
{
	size_t i = 0;

	while (i < table->n_columns && table->columns[i].use != COLUMN_BAR)
		i++;
	return i;
}

double chart_most(const struct table *table, size_t column)
{
	double most = 0;

	for (size_t i = 0; i < rows_of(table); i++) {
		double n = number_of(&table_row(table, i)[column]);

		if (n > most)
			most = n;
	}
	return most;
}

int chart_bar(const struct cell *cell, double most, int full)
{
	double n = number_of(cell);
	int length;

	if (n <= 0 || most <= 0)
		return 0;
	length = (int)(n / most * full + 0.5);
	return length > 0 ? length : 1;
}

/* "From 2 to 14: most in 2019 (14)." */
static void put_description(struct mb_buf *out, const struct table *table,
			    size_t column)
{
	size_t n = rows_of(table), best = 0;

	for (size_t i = 1; i < n; i++)
		if (number_of(&table_row(table, i)[column]) >
		    number_of(&table_row(table, best)[column]))
			best = i;
	mb_buf_add_format(out, "%zu bars, from ", n);
	html_text(out, table_row(table, 0)[0].text);
	mb_buf_add(out, MB_STR(" to "));
	html_text(out, table_row(table, n - 1)[0].text);
	mb_buf_add(out, MB_STR("; the longest is "));
	html_text(out, table_row(table, best)[0].text);
	mb_buf_add(out, MB_STR(" with "));
	cell_print(out, &table_row(table, best)[column],
		   &table->columns[column]);
	mb_buf_add(out, MB_STR(". The table below has all numbers."));
}

static void put_bar(struct mb_buf *out, const struct table *table, size_t row,
		    double most)
{
	size_t n = rows_of(table), column = chart_column(table);
	int step, left;
	int height =
	    chart_bar(&table_row(table, row)[column], most, PLOT_HEIGHT);
	size_t every = (n + MAX_LABELS - 1) / MAX_LABELS;

	assert(n > row);
	step = WIDTH / (int)n;
	left = (int)row * step;

	mb_buf_add_format(out,
			  "<rect x=\"%d\" y=\"%d\" width=\"%d\" "
			  "height=\"%d\" fill=\"#3b5b7a\"/>\n",
			  left + step / 8, TOP + PLOT_HEIGHT - height,
			  step - step / 4 > 0 ? step - step / 4 : 1, height);
	if (row % every != 0)
		return;
	mb_buf_add_format(out,
			  "<text x=\"%d\" y=\"%d\" "
			  "text-anchor=\"middle\">",
			  left + step / 2, TOP + PLOT_HEIGHT - height - 4);
	cell_print(out, &table_row(table, row)[column],
		   &table->columns[column]);
	mb_buf_add_format(out,
			  "</text>\n<text x=\"%d\" y=\"%d\" "
			  "text-anchor=\"middle\">",
			  left + step / 2, TOP + PLOT_HEIGHT + 18);
	html_text(out, table_row(table, row)[0].text);
	mb_buf_add(out, MB_STR("</text>\n"));
}

void chart_svg(struct mb_buf *out, const struct table *table, int number)
{
	size_t column = chart_column(table), n = rows_of(table);

	if (column == table->n_columns || n < 2 || n > MAX_BARS)
		return;
	mb_buf_add_format(out,
			  "<svg xmlns=\"http://www.w3.org/2000/svg\" "
			  "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
			  "role=\"img\" aria-labelledby=\"t%d d%d\">\n"
			  "<title id=\"t%d\">",
			  WIDTH, HEIGHT, WIDTH, HEIGHT, number, number, number);
	html_text(out, mb_str_of(column_title(&table->columns[column])));
	mb_buf_add(out, MB_STR(" by "));
	html_text(out, mb_str_of(column_title(&table->columns[0])));
	mb_buf_add_format(out, "</title>\n<desc id=\"d%d\">", number);
	put_description(out, table, column);
	mb_buf_add(out, MB_STR("</desc>\n"));
	for (size_t i = 0; i < n; i++)
		put_bar(out, table, i, chart_most(table, column));
	mb_buf_add_format(out,
			  "<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\" "
			  "stroke=\"#1b1b1b\"/>\n</svg>\n",
			  TOP + PLOT_HEIGHT, WIDTH, TOP + PLOT_HEIGHT);
}
