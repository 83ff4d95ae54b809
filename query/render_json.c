/*
 * One JSON text: docs/json.md describes it
 *
 *	hits	[ {hit}, ... ]
 *	table	{"format_version": 1, "query": ..., "rows": [...], "total": {}}
 *	report	{"format_version": 1, "title": ..., "speakers": [...], ...}
 *
 * It is written as hits and rows come, a line each.
 */
#include "hit_json.h"

static void put_head(struct render *render)
{
	struct mb_json json;

	mb_buf_add_format(render->out, "{\"format_version\": %d",
			  HIT_JSON_VERSION);
	if (render->title.len == 0)
		return;
	mb_buf_add(render->out, MB_STR(", \"query\": "));
	json = mb_json_to(render->out);
	mb_json_string(&json, render->title);
}

static void begin(struct render *render)
{
	if (render->shape == SHAPE_HITS)
		mb_buf_add_char(render->out, '[');
	else
		put_head(render);
}

/* Closes the list that a section or table has opened. */
static void close_list(struct render *render)
{
	if (render->has_open)
		mb_buf_add(render->out, MB_STR("]"));
	render->has_open = false;
}

static void end(struct render *render)
{
	if (render->shape == SHAPE_HITS) {
		mb_buf_add(render->out, render->n_hits > 0 ? MB_STR("\n]\n")
							   : MB_STR("]\n"));
		return;
	}
	close_list(render);
	mb_buf_add(render->out, MB_STR("}\n"));
}

static void next_entry(struct render *render)
{
	mb_buf_add(render->out,
		   render->n_rows++ > 0 ? MB_STR(",\n") : MB_STR("\n"));
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	struct mb_json json;

	next_entry(render);
	render->n_hits++;
	json = mb_json_to(render->out);
	hit_json(&json, render, hit);
}

static void begin_section(struct render *render,
			  const struct render_section *section)
{
	close_list(render);
	mb_buf_add_format(render->out, ",\n\"%s\": [", section->key);
	render->n_rows = 0;
	render->has_open = true;
}

static void begin_table(struct render *render, const struct table *table)
{
	const struct render_section rows = { .key = "rows" };

	(void)table;
	if (render->shape == SHAPE_TABLE)
		begin_section(render, &rows);
	/* hits that are rows stand in the list of hits */
}

static void write_row(struct render *render, const struct table *table,
		      size_t row)
{
	bool is_total = table->has_total && row + 1 == table_rows(table);
	struct mb_json json;

	if (is_total && render->shape != SHAPE_TABLE)
		return;
	if (is_total) {
		close_list(render);
		mb_buf_add(render->out, MB_STR(",\n\"total\": "));
	} else {
		next_entry(render);
		render->n_hits++;
	}
	json = mb_json_to(render->out);
	row_json(&json, table, row);
}

static void end_table(struct render *render, const struct table *table)
{
	(void)render;
	(void)table;
}

const struct render_ops render_json = {
	.name = "json",
	.needs_votes = true,
	.begin = begin,
	.end = end,
	.hit = write_hit,
	.table = begin_table,
	.row = write_row,
	.table_end = end_table,
	.section = begin_section,
};
