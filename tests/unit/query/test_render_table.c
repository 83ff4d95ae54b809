#include "rendered.h"

#include "reads_json.h"
#include "support/text.h"

TestSuite(render_table);

static const struct column columns[] = {
	{ .name = "year" },
	{ .name = "paragraphs", .is_number = true, .use = COLUMN_BAR },
	{ .name = "rate",
	  .title = "per 10,000",
	  .is_number = true,
	  .decimals = 2 },
	{ .name = "first", .use = COLUMN_FOR_MACHINES },
};

static struct table make_table(struct mb_arena *arena)
{
	struct table table;

	table_begin(&table, arena, columns, 4);
	table_add(&table, cell_text(MB_STR("2019")));
	table_add(&table, cell_int(12));
	table_add(&table, cell_real(1.255));
	table_add_date(&table, (struct mb_date){ 2019, 3, 12 });
	table_add(&table, cell_text(MB_STR("a, \"b\"\n<c>|")));
	table_add(&table, cell_int(3));
	table_add(&table, cell_none());
	table_add(&table, cell_none());
	table_add(&table, cell_text(MB_STR("total")));
	table_add(&table, cell_int(15));
	table_add(&table, cell_none());
	table_add(&table, cell_none());
	table.has_total = true;
	return table;
}

Test(render_table, prints_tables_in_every_format)
{
	static const struct {
		const char *format, *want;
	} cases[] = {
		{ "csv", "year,paragraphs,rate,first\r\n"
			 "2019,12,1.25,2019-03-12\r\n"
			 "\"a, \"\"b\"\"\n<c>|\",3,,\r\n" },
		{ "tsv", "year\tparagraphs\trate\tfirst\n"
			 "2019\t12\t1.25\t2019-03-12\n"
			 "a, \"b\" <c>|\t3\t\t\n" },
		{ "plain", "2019\t12\t1.25\t2019-03-12\n"
			   "a, \"b\" <c>|\t3\t\t\n" },
		{ "jsonl", "{\"year\":\"2019\",\"paragraphs\":12,"
			   "\"rate\":1.25,\"first\":\"2019-03-12\"}\n"
			   "{\"year\":\"a, \\\"b\\\"\\n<c>|\","
			   "\"paragraphs\":3,\"rate\":null,"
			   "\"first\":null}\n" },
		{ "md", "\n| year | paragraphs | per 10,000 |\n"
			"| --- | ---: | ---: |\n"
			"| 2019 | 12 | 1.25 |\n"
			"| a, \"b\" \\<c\\>\\| | 3 |  |\n"
			"| total | 15 |  |\n" },
		{ "text",
		  "year         paragraphs  per 10,000\n"
		  "2019                 12        1.25  "
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\n"
		  "a, \"b\" <c>|           3              "
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88\xE2\x96\x88"
		  "\n"
		  "total                15\n" },
	};
	struct mb_arena arena = MB_ARENA_INIT;
	struct table table = make_table(&arena);

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct rendered page;

		rendered_begin(&page, cases[i].format);
		page.render.shape = SHAPE_TABLE;
		render_table(&page.render, page.ops, &table);
		text_expect(mb_buf_str(&page.out), cases[i].want,
			    cases[i].format);
		rendered_end(&page);
		mb_buf_release(&page.out);
	}
	mb_arena_release(&arena);
}

Test(render_table, a_table_in_json_has_its_sum_apart)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct table table = make_table(&arena);
	struct rendered page;
	struct mb_str text;

	rendered_begin(&page, "plain");
	rendered_end(&page);
	page.ops = render_find(MB_STR("json"));
	page.render = (struct render){ .out = &page.out,
				       .shape = SHAPE_TABLE,
				       .title = MB_STR("\"shelves\"") };
	page.ops->begin(&page.render);
	render_table(&page.render, page.ops, &table);
	text = rendered_end(&page);
	cr_expect(reads_json(mb_str_trim(text)), "%.*s", MB_STR_ARG(text));
	cr_expect(mb_str_find(text, MB_STR("\"query\": \"\\\"shelves")) !=
		  MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("\"total\": {\"year\":\"total\"")) !=
		  MB_STR_NONE);
	mb_buf_release(&page.out);
	mb_arena_release(&arena);
}
