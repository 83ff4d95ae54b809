/*
 * One JSON object a line, one paragraph or one row each: docs/json.md
 * describes it.
 */
#include "hit_json.h"

static void write_hit(struct render *render, const struct render_hit *hit)
{
	struct mb_json json = mb_json_to(render->out);

	hit_json(&json, render, hit);
	mb_buf_add_char(render->out, '\n');
}

static void begin_table(struct render *render, const struct table *table)
{
	(void)render;
	(void)table;
}

/* Sums are no rows. */
static void write_row(struct render *render, const struct table *table,
		      size_t row)
{
	struct mb_json json = mb_json_to(render->out);

	if (table->has_total && row + 1 == table_rows(table))
		return;
	row_json(&json, table, row);
	mb_buf_add_char(render->out, '\n');
}

const struct render_ops render_jsonl = {
	.name = "jsonl",
	.needs_votes = true,
	.begin = render_nothing,
	.end = render_nothing,
	.hit = write_hit,
	.table = begin_table,
	.row = write_row,
	.table_end = begin_table,
};
