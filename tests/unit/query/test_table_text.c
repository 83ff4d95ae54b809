#include "render.h"

#include "support/text.h"

TestSuite(table_text);

static const struct column columns[] = {
	{ .name = "body", .use = COLUMN_GROUP },
	{ .name = "year" },
	{ .name = "paragraphs", .is_number = true },
	{ .name = "rate",
	  .title = "of all words",
	  .is_number = true,
	  .decimals = 2 },
	{ .name = "first", .use = COLUMN_FOR_MACHINES },
	{ .name = "meets", .use = COLUMN_GROUP },
};

static void add_row(struct table *table, const char *body, const char *year,
		    int64_t n, const char *meets)
{
	table_add(table, cell_text(mb_str_of(body)));
	table_add(table, cell_text(mb_str_of(year)));
	table_add(table, cell_int(n));
	table_add(table, cell_real(1.5));
	table_add(table, cell_none());
	table_add(table, cell_text(mb_str_of(meets)));
}

static void expect(int width, const struct table *table, const char *want)
{
	const struct render_ops *ops = render_find(MB_STR("text"));
	struct mb_buf out = MB_BUF_INIT;
	struct render render = { .out = &out, .width = width };

	render_table(&render, ops, table);
	text_expect(mb_buf_str(&out), want, "the table");
	render_release(&render);
	mb_buf_release(&out);
}

Test(table_text, has_groups_above_their_rows)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct table table;

	table_begin(&table, &arena, columns, 6);
	add_row(&table, "Cabinet", "2019", 12, "monthly");
	add_row(&table, "Cabinet", "2020", 3, "monthly");
	add_row(&table, "Audit", "2020", 4, "");
	add_row(&table, "total", "", 19, "");
	table.has_total = true;
	expect(80, &table,
	       "  year   paragraphs  of all words\n"
	       "Cabinet, meets monthly\n"
	       "  2019           12          1.50\n"
	       "  2020            3          1.50\n"
	       "Audit\n"
	       "  2020            4          1.50\n"
	       "  total          19          1.50\n");
	mb_arena_release(&arena);
}

Test(table_text, breaks_titles_only_when_a_row_would_be_too_wide)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct table table;

	table_begin(&table, &arena, columns + 1, 3);
	for (int i = 0; i < 2; i++) {
		table_add(&table, cell_text(MB_STR("2019")));
		table_add(&table, cell_int(1234567890123));
		table_add(&table, cell_real(100.25));
	}
	expect(33, &table,
	       "year     paragraphs  of all words\n"
	       "2019  1234567890123        100.25\n"
	       "2019  1234567890123        100.25\n");
	expect(32, &table,
	       "                     of all\n"
	       "year     paragraphs   words\n"
	       "2019  1234567890123  100.25\n"
	       "2019  1234567890123  100.25\n");
	mb_arena_release(&arena);
}

Test(table_text, without_rows_has_titles)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct table table;

	table_begin(&table, &arena, columns + 1, 3);
	expect(80, &table, "year  paragraphs  of all words\n");
	mb_arena_release(&arena);
}
