/*
 * HTML: a page of one file (page.h), hits under their item
 */
#include "chart.h"
#include "html.h"
#include "location.h"
#include "page.h"
#include "render.h"

static const struct render_marker marker = { html_text, "<mark>", "</mark>",
					     "<br/>\n" };

static void put(struct render *render, const char *html)
{
	mb_buf_add(render->out, mb_str_of(html));
}

static void close_item(struct render *render)
{
	if (render->has_open)
		put(render, "</section>\n");
	render->has_open = false;
}

static void begin(struct render *render)
{
	page_begin(render->out, render->title);
}

static void end(struct render *render)
{
	close_item(render);
	page_end(render->out);
}

static void put_meeting(struct render *render, const struct mb_hit *hit)
{
	bool has_body =
	    hit->body.len > 0 && !mb_str_equal_nocase(hit->body, hit->council);
	char day[MB_DATE_BYTES];

	put(render, "<p class=\"meeting\">");
	html_text(render->out, hit->council);
	if (has_body) {
		put(render, ", ");
		html_text(render->out, hit->body);
	}
	put(render, ", ");
	if (mb_date_is_known(hit->date)) {
		mb_date_format(hit->date, day);
		mb_buf_add_format(render->out, "<time datetime=\"%s\">", day);
	}
	location_date(render->out, hit->date);
	if (mb_date_is_known(hit->date))
		put(render, "</time>");
	put(render, "</p>\n");
}

static void open_item(struct render *render, const struct mb_hit *hit)
{
	struct mb_str title =
	    hit->item_title.len > 0 ? hit->item_title : hit->document_title;
	const char *level = render->shape == SHAPE_REPORT ? "h3" : "h2";

	close_item(render);
	mb_buf_add_format(render->out, "<section>\n<%s>", level);
	if (hit->item_number.len > 0) {
		html_text(render->out, hit->item_number);
		put(render, " ");
	}
	html_text(render->out, title.len > 0 ? title : MB_STR("Untitled"));
	mb_buf_add_format(render->out, "</%s>\n", level);
	put_meeting(render, hit);
	render->has_open = true;
}

static void put_speaker(struct render *render, const struct mb_hit *hit)
{
	bool has_kind = !mb_str_equal(hit->kind, MB_STR("minute"));

	if (hit->number.len == 0 && hit->speaker.len == 0 && !has_kind)
		return;
	put(render, "<p class=\"who\">");
	html_text(render->out, hit->number);
	if (hit->number.len > 0 && hit->speaker.len > 0)
		put(render, " ");
	html_text(render->out, hit->speaker);
	if (has_kind) {
		put(render, " <span class=\"kind\">");
		html_text(render->out, hit->kind);
		put(render, "</span>");
	}
	put(render, "</p>\n");
}

static void put_passage(struct render *render, const struct excerpt *excerpt)
{
	put(render, excerpt->is_cut_before ? "<blockquote><p>\xE2\x80\xA6 "
					   : "<blockquote><p>");
	render_marked(render->out, excerpt, &marker);
	put(render, excerpt->is_cut_after ? " \xE2\x80\xA6</p></blockquote>\n"
					  : "</p></blockquote>\n");
}

static void put_neighbours(struct render *render, const struct mb_hit *hits,
			   size_t n)
{
	for (size_t i = 0; i < n; i++) {
		put(render, "<p class=\"near\">");
		html_text(render->out, hits[i].text);
		put(render, "</p>\n");
	}
}

static void put_place(struct render *render, const struct mb_hit *hit)
{
	struct mb_buf place = MB_BUF_INIT, path = MB_BUF_INIT;

	location_full(&place, hit);
	location_path(&path, hit);
	put(render, "<p class=\"place\"><a href=\"");
	html_href(render->out, hit->url.len > 0 ? hit->url : mb_buf_str(&path));
	put(render, "\">");
	html_text(render->out, mb_buf_str(&place));
	put(render, "</a> <code>");
	html_text(render->out, hit->id);
	put(render, "</code></p>\n");
	render->out->has_failed |= place.has_failed || path.has_failed;
	mb_buf_release(&place);
	mb_buf_release(&path);
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	size_t n;
	const struct excerpt *passages = render_passages(hit, &n);

	if (render_is_new_item(render, hit->paragraph))
		open_item(render, hit->paragraph);
	put(render, "<div class=\"hit\">\n");
	put_neighbours(render, hit->before, hit->n_before);
	put_speaker(render, hit->paragraph);
	for (size_t i = 0; i < n && hit->paragraph->text.len > 0; i++)
		put_passage(render, &passages[i]);
	put_neighbours(render, hit->after, hit->n_after);
	put_place(render, hit->paragraph);
	if (hit->n_further > 0)
		mb_buf_add_format(render->out, "<p>and %lld further</p>\n",
				  (long long)hit->n_further);
	put(render, "</div>\n");
}

static void begin_section(struct render *render,
			  const struct render_section *section)
{
	close_item(render);
	mb_buf_add_format(render->out, "<h2 id=\"%s-%lld\">", section->key,
			  (long long)render->n_sections);
	html_text(render->out, mb_str_of(section->heading));
	put(render, "</h2>\n");
	for (struct mb_str rest = section->note, line;
	     mb_str_next_line(&rest, &line);) {
		put(render, "<p class=\"note\">");
		html_text(render->out, line);
		put(render, "</p>\n");
	}
	render->n_hits = 0; /* the next hit has its heading again */
	render->n_sections++;
}

static void begin_table(struct render *render, const struct table *table)
{
	close_item(render);
	chart_svg(render->out, table, (int)render->n_sections);
	put(render,
	    "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];

		if (column->use == COLUMN_FOR_MACHINES)
			continue;
		put(render, column->is_number ? "<th scope=\"col\" class=\"n\">"
					      : "<th scope=\"col\">");
		html_text(render->out, mb_str_of(column_title(column)));
		put(render, "</th>");
	}
	put(render, "</tr>\n</thead>\n<tbody>\n");
}

static void put_cell(struct render *render, const struct cell *cell,
		     struct mb_str text)
{
	if (cell->href.len > 0) {
		put(render, "<a href=\"");
		html_href(render->out, cell->href);
		put(render, "\">");
	}
	html_text(render->out, text);
	if (cell->href.len > 0)
		put(render, "</a>");
}

static void write_row(struct render *render, const struct table *table,
		      size_t row)
{
	const struct cell *cells = table_row(table, row);
	bool is_total = table->has_total && row + 1 == table_rows(table);
	struct mb_buf text = MB_BUF_INIT;
	bool is_first = true;

	put(render, is_total ? "</tbody>\n<tfoot>\n<tr>" : "<tr>");
	for (size_t i = 0; i < table->n_columns; i++) {
		const struct column *column = &table->columns[i];

		if (column->use == COLUMN_FOR_MACHINES)
			continue;
		mb_buf_truncate(&text, 0);
		cell_print(&text, &cells[i], column);
		put(render, is_first && !column->is_number
				? "<th scope=\"row\">"
			    : column->is_number ? "<td class=\"n\">"
						: "<td>");
		put_cell(render, &cells[i], mb_buf_str(&text));
		put(render, is_first && !column->is_number ? "</th>" : "</td>");
		is_first = false;
	}
	put(render, is_total ? "</tr>\n</tfoot>\n" : "</tr>\n");
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

static void end_table(struct render *render, const struct table *table)
{
	put(render, table->has_total ? "</table>\n</div>\n"
				     : "</tbody>\n</table>\n</div>\n");
}

const struct render_ops render_html = {
	.name = "html",
	.is_prose = true,
	.begin = begin,
	.end = end,
	.hit = write_hit,
	.table = begin_table,
	.row = write_row,
	.table_end = end_table,
	.section = begin_section,
};
