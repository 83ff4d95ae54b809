#include "render.h"

#include <string.h>

#include "minutebook/text.h"
#include "reads_json.h"
#include "support/fault.h"
#include "support/text.h"

TestSuite(render);

static struct mark marks[] = { { 4, 11 }, { 20, 28 } };

static const struct mb_hit library = {
	.id = { "larkhythe/cabinet/2019-03-12/2/2.1", 34 },
	.council = { "Larkhythe Council", 17 },
	.body = { "Cabinet", 7 },
	.date = { 2019, 3, 12 },
	.item_number = { "2", 1 },
	.item_title = { "Libraries: one year on", 22 },
	.number = { "2.1", 3 },
	.kind = { "minute", 6 },
	.text = { "The library and its branches had cost more.", 43 },
	.speaker = { "Councillor Okafor", 17 },
	.path = { "cabinet/2019-03-12.txt", 22 },
	.root = { "minutes", 7 },
	.line = 31,
};

static const struct hit first = { .rank = 1, .score = 2.5, .level = LEVEL_ALL };

static struct excerpt excerpt_of(const struct mb_hit *hit)
{
	return (struct excerpt){ .text = hit->text,
				 .marks = marks,
				 .n_marks = hit->text.len > 28 ? 2 : 0 };
}

/* Renders one hit after another and gives the text. */
struct page {
	struct mb_buf out;
	struct render render;
	const struct render_ops *ops;
};

static void begin(struct page *page, const char *format)
{
	*page = (struct page){ .ops = render_find(mb_str_of(format)) };
	cr_assert(page->ops != NULL);
	page->render = (struct render){ .out = &page->out,
					.width = 80,
					.has_levels = true };
	page->ops->begin(&page->render);
}

static void put(struct page *page, const struct mb_hit *hit,
		const struct hit *found)
{
	struct excerpt excerpt = excerpt_of(hit);
	const struct render_hit whole = { .paragraph = hit,
					  .found = found,
					  .excerpt = &excerpt };

	page->ops->hit(&page->render, &whole);
}

static struct mb_str end(struct page *page)
{
	page->ops->end(&page->render);
	render_release(&page->render);
	cr_assert(page->out.has_failed == false);
	return mb_buf_str(&page->out);
}

Test(render, for_people_shows_item_speaker_excerpt_and_place)
{
	struct page page;

	begin(&page, "text");
	put(&page, &library, &first);
	text_expect(end(&page),
		    "Larkhythe Council, Cabinet, 12 March 2019\n"
		    "2  Libraries: one year on\n"
		    "  2.1  Councillor Okafor\n"
		    "    The *library* and its *branches* had cost more.\n"
		    "    minutes/cabinet/2019-03-12.txt:31\n",
		    "text");
	mb_buf_release(&page.out);
}

Test(render, for_people_names_an_item_once)
{
	struct mb_hit second = library, other = library, whole = library;
	struct page page;

	second.id = MB_STR("larkhythe/cabinet/2019-03-12/2/p2");
	second.number = (struct mb_str){ NULL, 0 };
	second.kind = MB_STR("decision");
	second.speaker = second.number;
	second.text = MB_STR("AGREED.");
	other.id = MB_STR("larkhythe/cabinet/2019-03-12/3/3.1");
	other.item_number = other.speaker = second.number;
	other.line = 0;
	other.page = 4;
	whole.id = MB_STR("larkhythe/larkhythe/undated/4/p1");
	whole.body = MB_STR("larkhythe council");
	whole.date = (struct mb_date){ 0, 0, 0 };
	whole.text = whole.speaker = whole.number = second.speaker;
	begin(&page, "text");
	put(&page, &library, &first);
	put(&page, &second, &first);
	put(&page, &other, &first);
	put(&page, &whole, &first);
	text_expect(end(&page),
		    "Larkhythe Council, Cabinet, 12 March 2019\n"
		    "2  Libraries: one year on\n"
		    "  2.1  Councillor Okafor\n"
		    "    The *library* and its *branches* had cost more.\n"
		    "    minutes/cabinet/2019-03-12.txt:31\n"
		    "  [decision]\n"
		    "    AGREED.\n"
		    "    minutes/cabinet/2019-03-12.txt:31\n"
		    "\n"
		    "Larkhythe Council, Cabinet, 12 March 2019\n"
		    "Libraries: one year on\n"
		    "  2.1\n"
		    "    The *library* and its *branches* had cost more.\n"
		    "    minutes/cabinet/2019-03-12.txt, page 4\n"
		    "\n"
		    "Larkhythe Council, undated\n"
		    "2  Libraries: one year on\n"
		    "    minutes/cabinet/2019-03-12.txt:31\n",
		    "text");
	mb_buf_release(&page.out);
}

Test(render, for_people_draws_one_line_between_levels)
{
	const struct hit item = { .rank = 2, .level = LEVEL_ITEM };
	const struct hit some = { .rank = 3, .level = LEVEL_SOME };
	struct mb_hit a = library, b = library;
	struct page page;
	struct mb_str text;

	a.id = MB_STR("larkhythe/cabinet/2019-03-12/3/3.1");
	b.id = MB_STR("larkhythe/cabinet/2019-03-12/4/4.1");
	begin(&page, "text");
	put(&page, &library, &first);
	put(&page, &a, &item);
	put(&page, &b, &some);
	text = end(&page);
	cr_expect(
	    mb_str_find(text, MB_STR("txt:31\n\n--- all of the words, but not "
				     "in one paragraph ---\n\nLark")) !=
	    MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("txt:31\n\n--- not all of the words "
					   "---\n\nLark")) != MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("\n\n\n")) == MB_STR_NONE);
	mb_buf_release(&page.out);
	begin(&page, "text");
	put(&page, &a, &some);
	cr_expect(
	    mb_str_starts(end(&page), MB_STR("--- not all of the words ---\n\n"
					     "Larkhythe")));
	mb_buf_release(&page.out);
	begin(&page, "text");
	page.render.has_levels = false;
	put(&page, &a, &some);
	cr_expect(mb_str_starts(end(&page), MB_STR("Larkhythe")));
	mb_buf_release(&page.out);
}

Test(render, for_people_wraps_words_at_the_width)
{
	struct page page;
	struct mb_str rest, line;

	begin(&page, "text");
	page.render.width = 40;
	put(&page, &library, &first);
	rest = end(&page);
	for (int n = 0; mb_str_next_line(&rest, &line); n++)
		if (n > 0) /* headings are not wrapped */
			cr_expect(le(sz, mb_utf8_count(line), 40), "'%.*s'",
				  MB_STR_ARG(line));
	mb_buf_release(&page.out);
}

Test(render, for_people_leaves_out_a_lone_bullet)
{
	struct mb_hit entry = library;
	struct page page;

	entry.text = MB_STR("\xE2\x80\xA2 to cut the hedge");
	begin(&page, "text");
	put(&page, &entry, &first);
	cr_expect(mb_str_find(end(&page), MB_STR("\n    to cut the hedge\n")) !=
		  MB_STR_NONE);
	mb_buf_release(&page.out);
	entry.text = MB_STR("\xE2\x80\xA2 one;\n\xE2\x80\xA2 two");
	begin(&page, "text");
	put(&page, &entry, &first);
	cr_expect(mb_str_find(end(&page), MB_STR("\n    \xE2\x80\xA2 one;\n"
						 "    \xE2\x80\xA2 two\n")) !=
		  MB_STR_NONE);
	mb_buf_release(&page.out);
}

Test(render, colours_only_when_told_to)
{
	struct page page;
	struct mb_str text;

	begin(&page, "text");
	page.render.has_color = true;
	put(&page, &library, &first);
	text = end(&page);
	cr_expect(
	    mb_str_find(text, MB_STR("The \x1B[1;31mlibrary\x1B[0m and")) !=
	    MB_STR_NONE);
	cr_expect(mb_str_find_char(text, '*') == MB_STR_NONE);
	mb_buf_release(&page.out);
}

Test(render, plain_is_a_line_that_grep_could_have_printed)
{
	struct mb_hit list = library, title = library;
	struct page page;

	list.text =
	    MB_STR("AGREED:\n\xE2\x80\xA2 to cut;\r\n\xE2\x80\xA2 to go");
	list.line = 0;
	list.page = 7;
	title.text = (struct mb_str){ NULL, 0 };
	begin(&page, "plain");
	put(&page, &library, &first);
	put(&page, &list, &first);
	put(&page, &title, &first);
	text_expect(end(&page),
		    "minutes/cabinet/2019-03-12.txt:31: The library and its "
		    "branches had cost more.\n"
		    "minutes/cabinet/2019-03-12.txt:p7: AGREED: \xE2\x80\xA2 "
		    "to cut; \xE2\x80\xA2 to go\n"
		    "minutes/cabinet/2019-03-12.txt:31: Libraries: one year "
		    "on\n",
		    "plain");
	mb_buf_release(&page.out);
}

Test(render, plain_ends_records_with_nul_when_told_to)
{
	struct page page;
	struct mb_str text;

	begin(&page, "plain");
	page.render.ends_with_nul = true;
	put(&page, &library, &first);
	text = end(&page);
	cr_expect(eq(int, text.ptr[text.len - 1], '\0'));
	cr_expect(eq(sz, mb_str_find_char(text, '\n'), MB_STR_NONE));
	mb_buf_release(&page.out);
}

Test(render, jsonl_is_an_object_a_line)
{
	struct page page;

	begin(&page, "jsonl");
	put(&page, &library, &first);
	text_expect(
	    end(&page),
	    "{\"format_version\":1,"
	    "\"id\":\"larkhythe/cabinet/2019-03-12/2/2.1\","
	    "\"rank\":1,\"score\":2.5000,\"matched\":\"all\","
	    "\"council\":\"Larkhythe Council\",\"body\":\"Cabinet\","
	    "\"date\":\"2019-03-12\","
	    "\"item\":{\"number\":\"2\",\"title\":\"Libraries: one year on\"},"
	    "\"paragraph\":{\"number\":\"2.1\",\"kind\":\"minute\"},"
	    "\"speaker\":{\"as_written\":\"Councillor "
	    "Okafor\",\"person\":null},"
	    "\"excerpt\":\"The library and its branches had cost more.\","
	    "\"marks\":[[4,11],[20,28]],"
	    "\"path\":\"cabinet/"
	    "2019-03-12.txt\",\"root\":\"minutes\",\"line\":31,\"page\":null,"
	    "\"url\":null}\n",
	    "jsonl");
	mb_buf_release(&page.out);
}

Test(render, jsonl_counts_marks_in_characters)
{
	static struct mark mark[] = { { 6, 11 } };
	const struct excerpt excerpt = { .text =
					     MB_STR("na\xC3\xAFve Si\xC3\xA2n"),
					 .marks = mark,
					 .n_marks = 1,
					 .is_cut_before = true,
					 .is_cut_after = true };
	const struct render_hit hit = { .paragraph = &library,
					.found = &first,
					.excerpt = &excerpt };
	struct page page;

	begin(&page, "jsonl");
	page.ops->hit(&page.render, &hit);
	cr_expect(mb_str_find(end(&page),
			      MB_STR("\"excerpt\":\"\xE2\x80\xA6 na\xC3\xAFve "
				     "Si\xC3\xA2n \xE2\x80\xA6\","
				     "\"marks\":[[7,11]]")) != MB_STR_NONE);
	mb_buf_release(&page.out);
}

Test(render, json_is_one_array)
{
	struct page page;
	struct mb_str text;

	begin(&page, "json");
	text_expect(end(&page), "[]\n", "nothing");
	mb_buf_release(&page.out);
	begin(&page, "json");
	put(&page, &library, &first);
	put(&page, &library, &first);
	text = end(&page);
	cr_expect(reads_json(mb_str_trim(text)), "%.*s", MB_STR_ARG(text));
	cr_expect(eq(sz, mb_str_count(text, '\n'), 4));
	mb_buf_release(&page.out);
}

Test(render, json_tells_what_was_asked_for_besides)
{
	struct mb_ballot ballot = { .side = MB_STR("against"),
				    .name = MB_STR("Cllr Toms") };
	struct mb_told_vote vote = { .counts = { 18, -1, 0 },
				     .ballots = &ballot,
				     .n_ballots = 1 };
	struct excerpt excerpt = excerpt_of(&library);
	const struct render_hit hit = { .paragraph = &library,
					.found = &first,
					.excerpt = &excerpt,
					.passages = &excerpt,
					.n_passages = 1,
					.before = &library,
					.n_before = 1,
					.after = &library,
					.is_group = true,
					.votes = { &vote, 1 },
					.n_further = 7 };
	static const char *const parts[] = {
		"\"votes\":[{\"for\":18,\"against\":null,\"abstain\":0,"
		"\"result\":null,\"names\":{\"for\":[],\"against\":"
		"[{\"as_written\":\"Cllr Toms\",\"person\":null}],"
		"\"abstain\":[]}}]",
		"\"passages\":[{\"excerpt\":",
		"\"before\":[{\"id\":",
		"\"after\":[]",
		"\"further\":7}",
		"\"query\":\"shelves\"",
	};
	struct page page;
	struct mb_str text;

	begin(&page, "jsonl");
	page.render.name = MB_STR("shelves");
	page.ops->hit(&page.render, &hit);
	text = end(&page);
	cr_expect(reads_json(mb_str_trim(text)));
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		cr_expect(mb_str_find(text, mb_str_of(parts[i])) != MB_STR_NONE,
			  "%s", parts[i]);
	mb_buf_release(&page.out);
}

Test(render, markdown_quotes_and_marks)
{
	struct page page;

	begin(&page, "md");
	put(&page, &library, &first);
	text_expect(end(&page),
		    "\n## 2 Libraries: one year on\n\n"
		    "Larkhythe Council, Cabinet, 12 March 2019\n\n"
		    "**2.1 Councillor Okafor**\n\n"
		    "> The **library** and its **branches** had cost more.\n\n"
		    "[minutes/cabinet/2019-03-12.txt:31]"
		    "(minutes/cabinet/2019-03-12.txt) "
		    "larkhythe/cabinet/2019-03-12/2/2.1\n",
		    "md");
	mb_buf_release(&page.out);
}

Test(render, html_marks_what_was_found)
{
	struct page page;
	struct mb_str text;

	begin(&page, "html");
	put(&page, &library, &first);
	text = end(&page);
	cr_expect(mb_str_starts(text, MB_STR("<!DOCTYPE html>\n")));
	cr_expect(mb_str_find(text, MB_STR("The <mark>library</mark> and its "
					   "<mark>branches</mark> had cost")) !=
		  MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("<script")) == MB_STR_NONE);
	cr_expect(mb_str_ends(text, MB_STR("</html>\n")));
	mb_buf_release(&page.out);
}

/* --- terminals --------------------------------------------------------- */

/* What could move a terminal, or fool who reads it. */
static const char nasty[] =
    "a\x1B[31m\x1B]0;title\x07\x08\x7F\xC2\x9B"
    "31m\xC2\x85\xE2\x80\xAE"
    "evil\xE2\x80\x8B\xFF\xC0\x80\t\r\x0B\"\\</script>\xE2\x80\xA8z and more "
    "of it";

static bool is_harmless(struct mb_str s, bool is_plain)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if ((c < 0x20 && c != '\n') || c == 0x7F ||
		    (is_plain &&
		     ((c >= 0x80 && c < 0xA0) || mb_is_invisible(c))))
			return false;
	return true;
}

static struct mb_hit nasty_hit(void)
{
	struct mb_str text = { nasty, sizeof(nasty) - 1 };

	return (struct mb_hit){ .id = text,
				.council = text,
				.body = text,
				.item_number = text,
				.item_title = text,
				.number = text,
				.kind = text,
				.text = text,
				.speaker = text,
				.path = text,
				.root = text,
				.url = text,
				.document_title = text,
				.line = 1 };
}

Test(render, lets_nothing_through_that_moves_a_terminal)
{
	static const char *const formats[] = { "text", "plain", "md",
					       "html", "json",  "jsonl" };

	for (size_t i = 0; i < 6; i++) {
		struct mb_hit hit = nasty_hit();
		struct page page;
		struct mb_str text;

		begin(&page, formats[i]);
		put(&page, &hit, &first);
		hit.text = hit.number = (struct mb_str){ NULL, 0 };
		hit.line = 0;
		put(&page, &hit, &first);
		text = end(&page);
		cr_expect(is_harmless(text, i < 4), "%s:\n%.*s", formats[i],
			  MB_STR_ARG(text));
		cr_expect(mb_utf8_is_valid(text), "%s", formats[i]);
		mb_buf_release(&page.out);
	}
}

Test(render, jsonl_parses_whatever_is_in_it)
{
	struct mb_hit hit = nasty_hit();
	struct page page;
	struct mb_str rest, line;
	int n = 0;

	begin(&page, "jsonl");
	put(&page, &library, &first);
	put(&page, &hit, &first);
	hit = (struct mb_hit){ .line = 0 };
	put(&page, &hit, &first);
	rest = end(&page);
	while (mb_str_next_line(&rest, &line)) {
		cr_expect(reads_json(line), "'%.*s'", MB_STR_ARG(line));
		n++;
	}
	cr_expect(eq(int, n, 3));
	mb_buf_release(&page.out);
}

Test(render, knows_its_formats)
{
	cr_expect(render_find(MB_STR("text")) == &render_text);
	cr_expect(render_find(MB_STR("plain")) == &render_plain);
	cr_expect(render_find(MB_STR("jsonl")) == &render_jsonl);
	cr_expect(render_find(MB_STR("jso")) == NULL);
	text_expect(mb_str_of(render_nearest(MB_STR("jsom"))), "json", "jsom");
	cr_expect(render_nearest(MB_STR("yaml")) == NULL);
}

/* A renderer never fails by itself: the buffer says so in the end. */
static int render_once(void)
{
	static const char *const formats[] = { "text", "plain", "md",
					       "html", "json",  "jsonl" };
	int rc = MB_OK;

	for (size_t i = 0; i < 6; i++) {
		struct mb_buf out = MB_BUF_INIT;
		struct render render = { .out = &out,
					 .width = 40,
					 .has_color = true };
		const struct render_ops *ops =
		    render_find(mb_str_of(formats[i]));
		struct excerpt excerpt = excerpt_of(&library);
		const struct render_hit hit = { .paragraph = &library,
						.found = &first,
						.excerpt = &excerpt };
		struct mb_str text;

		ops->begin(&render);
		ops->hit(&render, &hit);
		ops->end(&render);
		render_release(&render);
		if (rc == MB_OK)
			rc = mb_buf_finish(&out, &text, NULL);
		mb_buf_release(&out);
	}
	return rc;
}

Test(render, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(render_once);
}

/* --- tables ------------------------------------------------------------ */

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

Test(render, prints_tables_in_every_format)
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
		struct page page;

		begin(&page, cases[i].format);
		page.render.shape = SHAPE_TABLE;
		render_table(&page.render, page.ops, &table);
		text_expect(mb_buf_str(&page.out), cases[i].want,
			    cases[i].format);
		end(&page);
		mb_buf_release(&page.out);
	}
	mb_arena_release(&arena);
}

Test(render, a_table_in_json_has_its_sum_apart)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct table table = make_table(&arena);
	struct page page;
	struct mb_str text;

	begin(&page, "plain");
	end(&page);
	page.ops = render_find(MB_STR("json"));
	page.render = (struct render){ .out = &page.out,
				       .shape = SHAPE_TABLE,
				       .title = MB_STR("\"shelves\"") };
	page.ops->begin(&page.render);
	render_table(&page.render, page.ops, &table);
	text = end(&page);
	cr_expect(reads_json(mb_str_trim(text)), "%.*s", MB_STR_ARG(text));
	cr_expect(mb_str_find(text, MB_STR("\"query\": \"\\\"shelves")) !=
		  MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("\"total\": {\"year\":\"total\"")) !=
		  MB_STR_NONE);
	mb_buf_release(&page.out);
	mb_arena_release(&arena);
}
