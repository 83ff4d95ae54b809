/*
 * One hit a line, as grep prints them: path:line: text
 *
 * Rows of tables are cells with tabs between them.
 */
#include "csv.h"
#include "location.h"
#include "minutebook/text.h"
#include "render.h"

static void put_line(struct render *render, struct mb_str text)
{
	struct mb_str line;

	for (bool is_first = true; mb_str_next_line(&text, &line);
	     is_first = false) {
		if (!is_first)
			mb_buf_add_char(render->out, ' ');
		mb_add_printable(render->out, line);
	}
}

static void end_record(struct render *render)
{
	mb_buf_add_char(render->out, render->ends_with_nul ? '\0' : '\n');
}

static void put_passage(struct render *render, const struct mb_hit *p,
			const struct excerpt *excerpt)
{
	location_path(render->out, p);
	if (p->line > 0)
		mb_buf_add_format(render->out, ":%u", p->line);
	else if (p->page > 0)
		mb_buf_add_format(render->out, ":p%u", p->page);
	mb_buf_add(render->out, MB_STR(": "));
	if (p->text.len == 0)
		mb_add_printable(render->out, p->item_title);
	put_line(render,
		 mb_str_drop(excerpt->text, render_lone_bullet(excerpt->text)));
	end_record(render);
}

/* Neighbours as grep shows context: a dash for the colon. */
static void put_neighbours(struct render *render, const struct mb_hit *hits,
			   size_t n)
{
	for (size_t i = 0; i < n; i++) {
		location_path(render->out, &hits[i]);
		mb_buf_add_format(render->out, "-%u- ", hits[i].line);
		put_line(render, hits[i].text);
		end_record(render);
	}
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	size_t n;
	const struct excerpt *passages = render_passages(hit, &n);

	put_neighbours(render, hit->before, hit->n_before);
	for (size_t i = 0; i < n; i++)
		put_passage(render, hit->paragraph, &passages[i]);
	put_neighbours(render, hit->after, hit->n_after);
}

static void begin_table(struct render *render, const struct table *table)
{
	(void)render;
	(void)table;
}

static void write_row(struct render *render, const struct table *table,
		      size_t row)
{
	const struct cell *cells = table_row(table, row);
	struct mb_buf text = MB_BUF_INIT;

	if (table->has_total && row + 1 == table_rows(table))
		return; /* a sum is no row */
	for (size_t i = 0; i < table->n_columns; i++) {
		if (i > 0)
			mb_buf_add_char(render->out, '\t');
		mb_buf_truncate(&text, 0);
		cell_print(&text, &cells[i], &table->columns[i]);
		tsv_cell(render->out, mb_buf_str(&text), true);
	}
	end_record(render);
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

const struct render_ops render_plain = {
	.name = "plain",
	.begin = render_nothing,
	.end = render_nothing,
	.hit = write_hit,
	.table = begin_table,
	.row = write_row,
	.table_end = begin_table,
};
