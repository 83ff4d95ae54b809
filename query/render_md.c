/*
 * Markdown (CommonMark, tables as GitHub's): hits under their item
 *
 *	## 12 Library review
 *
 *	Larkhythe Council, Cabinet, 4 March 2021
 *
 *	**12.3 Councillor Okafor**
 *
 *	> … the **closure** of two branches …
 *
 *	[corpus/larkhythe/cabinet.txt:31](corpus/larkhythe/cabinet.txt) `id`
 */
#include "location.h"
#include "markdown.h"
#include "render.h"

static const struct render_marker marker = { markdown_text, "**", "**",
					     "\\\n> " };

static void begin(struct render *render)
{
	if (render->title.len == 0)
		return;
	mb_buf_add(render->out, MB_STR("# "));
	markdown_text(render->out, render->title);
	mb_buf_add_char(render->out, '\n');
}

static void put_heading(struct render *render, const struct mb_hit *hit)
{
	struct mb_str title =
	    hit->item_title.len > 0 ? hit->item_title : hit->document_title;
	bool has_body =
	    hit->body.len > 0 && !mb_str_equal_nocase(hit->body, hit->council);

	mb_buf_add(render->out, render->shape == SHAPE_REPORT
				    ? MB_STR("\n### ")
				    : MB_STR("\n## "));
	if (hit->item_number.len > 0) {
		markdown_text(render->out, hit->item_number);
		mb_buf_add_char(render->out, ' ');
	}
	markdown_text(render->out, title.len > 0 ? title : MB_STR("untitled"));
	mb_buf_add(render->out, MB_STR("\n\n"));
	markdown_text(render->out, hit->council);
	if (has_body) {
		mb_buf_add(render->out, MB_STR(", "));
		markdown_text(render->out, hit->body);
	}
	mb_buf_add(render->out, MB_STR(", "));
	location_date(render->out, hit->date);
	mb_buf_add_char(render->out, '\n');
}

static void put_speaker(struct render *render, const struct mb_hit *hit)
{
	bool has_kind = !mb_str_equal(hit->kind, MB_STR("minute"));

	if (hit->number.len == 0 && hit->speaker.len == 0 && !has_kind)
		return;
	mb_buf_add(render->out, MB_STR("\n**"));
	markdown_text(render->out, hit->number);
	if (hit->number.len > 0 && hit->speaker.len > 0)
		mb_buf_add_char(render->out, ' ');
	markdown_text(render->out, hit->speaker);
	if (hit->number.len == 0 && hit->speaker.len == 0)
		markdown_text(render->out, hit->kind);
	mb_buf_add(render->out, MB_STR("**"));
	if (has_kind && (hit->number.len > 0 || hit->speaker.len > 0)) {
		mb_buf_add(render->out, MB_STR(" \\["));
		markdown_text(render->out, hit->kind);
		mb_buf_add(render->out, MB_STR("\\]"));
	}
	mb_buf_add_char(render->out, '\n');
}

/* Each line of the passage is one of the quotation; '\' keeps them apart. */
static void put_passage(struct render *render, const struct excerpt *excerpt)
{
	mb_buf_add(render->out, excerpt->is_cut_before
				    ? MB_STR("\n> \xE2\x80\xA6 ")
				    : MB_STR("\n> "));
	render_marked(render->out, excerpt, &marker);
	if (excerpt->is_cut_after)
		mb_buf_add(render->out, MB_STR(" \xE2\x80\xA6"));
	mb_buf_add_char(render->out, '\n');
}

static void put_neighbours(struct render *render, const struct mb_hit *hits,
			   size_t n)
{
	for (size_t i = 0; i < n; i++) {
		mb_buf_add_char(render->out, '\n');
		markdown_text(render->out, hits[i].text);
		mb_buf_add_char(render->out, '\n');
	}
}

static void put_place(struct render *render, const struct mb_hit *hit)
{
	struct mb_buf place = MB_BUF_INIT, path = MB_BUF_INIT;

	location_full(&place, hit);
	location_path(&path, hit);
	mb_buf_add(render->out, MB_STR("\n["));
	markdown_text(render->out, mb_buf_str(&place));
	mb_buf_add(render->out, MB_STR("]("));
	markdown_href(render->out,
		      hit->url.len > 0 ? hit->url : mb_buf_str(&path));
	mb_buf_add(render->out, MB_STR(") "));
	markdown_text(render->out, hit->id);
	mb_buf_add_char(render->out, '\n');
	render->out->has_failed |= place.has_failed || path.has_failed;
	mb_buf_release(&place);
	mb_buf_release(&path);
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	size_t n;
	const struct excerpt *passages = render_passages(hit, &n);

	if (render_is_new_item(render, hit->paragraph))
		put_heading(render, hit->paragraph);
	put_neighbours(render, hit->before, hit->n_before);
	put_speaker(render, hit->paragraph);
	for (size_t i = 0; i < n && hit->paragraph->text.len > 0; i++)
		put_passage(render, &passages[i]);
	put_neighbours(render, hit->after, hit->n_after);
	put_place(render, hit->paragraph);
	if (hit->n_further > 0)
		mb_buf_add_format(render->out, "\nand %lld further\n",
				  (long long)hit->n_further);
}

static void begin_section(struct render *render,
			  const struct render_section *section)
{
	mb_buf_add(render->out, MB_STR("\n## "));
	markdown_text(render->out, mb_str_of(section->heading));
	mb_buf_add_char(render->out, '\n');
	for (struct mb_str rest = section->note, line;
	     mb_str_next_line(&rest, &line);) {
		mb_buf_add_char(render->out, '\n');
		markdown_text(render->out, line);
		mb_buf_add_char(render->out, '\n');
	}
	render->n_hits = 0; /* the next hit has its heading again */
}

static void begin_table(struct render *render, const struct table *table)
{
	mb_buf_add(render->out, MB_STR("\n|"));
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];

		if (column->use == COLUMN_FOR_MACHINES)
			continue;
		mb_buf_add_char(render->out, ' ');
		markdown_text(render->out, mb_str_of(column_title(column)));
		mb_buf_add(render->out, MB_STR(" |"));
	}
	mb_buf_add(render->out, MB_STR("\n|"));
	for (size_t i = 0; i < table->n_columns; i++)
		if (table->columns[i].use != COLUMN_FOR_MACHINES)
			mb_buf_add(render->out, table->columns[i].is_number
						    ? MB_STR(" ---: |")
						    : MB_STR(" --- |"));
	mb_buf_add_char(render->out, '\n');
}

static void put_cell(struct render *render, const struct cell *cell,
		     struct mb_str text)
{
	if (cell->href.len > 0)
		mb_buf_add_char(render->out, '[');
	markdown_text(render->out, text);
	if (cell->href.len == 0)
		return;
	mb_buf_add(render->out, MB_STR("]("));
	markdown_href(render->out, cell->href);
	mb_buf_add_char(render->out, ')');
}

static void write_row(struct render *render, const struct table *table,
		      size_t row)
{
	const struct cell *cells = table_row(table, row);
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add_char(render->out, '|');
	for (size_t i = 0; i < table->n_columns; i++) {
		if (table->columns[i].use == COLUMN_FOR_MACHINES)
			continue;
		mb_buf_truncate(&text, 0);
		cell_print(&text, &cells[i], &table->columns[i]);
		mb_buf_add_char(render->out, ' ');
		put_cell(render, &cells[i], mb_buf_str(&text));
		mb_buf_add(render->out, MB_STR(" |"));
	}
	mb_buf_add_char(render->out, '\n');
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

static void end_table(struct render *render, const struct table *table)
{
	(void)render;
	(void)table;
}

const struct render_ops render_md = {
	.name = "md",
	.is_prose = true,
	.begin = begin,
	.end = render_nothing,
	.hit = write_hit,
	.table = begin_table,
	.row = write_row,
	.table_end = end_table,
	.section = begin_section,
};
