#include "rendered.h"

#include "reads_json.h"
#include "support/text.h"

TestSuite(render_json);

Test(render_json, jsonl_is_an_object_a_line)
{
	struct rendered page;

	rendered_begin(&page, "jsonl");
	rendered_put(&page, &rendered_library, &rendered_first);
	text_expect(
	    rendered_end(&page),
	    "{\"format_version\":1,"
	    "\"id\":\"larkhythe/cabinet/2019-03-12/2/2.1\","
	    "\"rank\":1,\"score\":2.5000,\"matched\":\"all\","
	    "\"council\":\"Larkhythe Council\",\"body\":\"Cabinet\","
	    "\"date\":\"2019-03-12\","
	    "\"item\":{\"number\":\"2\",\"title\":\"Libraries: one year on\"},"
	    "\"paragraph\":{\"number\":\"2.1\",\"kind\":\"minute\"},"
	    "\"speaker\":{\"as_written\":\"Councillor "
	    "Okafor\",\"person\":null},"
	    "\"excerpt\":\"The library and its branches had cost "
	    "more.\","
	    "\"marks\":[[4,11],[20,28]],"
	    "\"path\":\"cabinet/"
	    "2019-03-12.txt\",\"root\":\"minutes\",\"line\":31,\"page\":null,"
	    "\"url\":null}\n",
	    "jsonl");
	mb_buf_release(&page.out);
}

Test(render_json, jsonl_counts_marks_in_characters)
{
	static struct mark mark[] = { { 6, 11 } };
	const struct excerpt excerpt = { .text =
					     MB_STR("na\xC3\xAFve Si\xC3\xA2n"),
					 .marks = mark,
					 .n_marks = 1,
					 .is_cut_before = true,
					 .is_cut_after = true };
	const struct render_hit hit = { .paragraph = &rendered_library,
					.found = &rendered_first,
					.excerpt = &excerpt };
	struct rendered page;

	rendered_begin(&page, "jsonl");
	page.ops->hit(&page.render, &hit);
	cr_expect(mb_str_find(rendered_end(&page),
			      MB_STR("\"excerpt\":\"\xE2\x80\xA6 na\xC3\xAFve "
				     "Si\xC3\xA2n \xE2\x80\xA6\","
				     "\"marks\":[[7,11]]")) != MB_STR_NONE);
	mb_buf_release(&page.out);
}

Test(render_json, json_is_one_array)
{
	struct rendered page;
	struct mb_str text;

	rendered_begin(&page, "json");
	text_expect(rendered_end(&page), "[]\n", "nothing");
	mb_buf_release(&page.out);
	rendered_begin(&page, "json");
	rendered_put(&page, &rendered_library, &rendered_first);
	rendered_put(&page, &rendered_library, &rendered_first);
	text = rendered_end(&page);
	cr_expect(reads_json(mb_str_trim(text)), "%.*s", MB_STR_ARG(text));
	cr_expect(eq(sz, mb_str_count(text, '\n'), 4));
	mb_buf_release(&page.out);
}

Test(render_json, json_tells_what_was_asked_for_besides)
{
	struct mb_ballot ballot = { .side = MB_STR("against"),
				    .name = MB_STR("Cllr Toms") };
	struct mb_told_vote vote = { .counts = { 18, -1, 0 },
				     .ballots = &ballot,
				     .n_ballots = 1 };
	struct excerpt excerpt = rendered_excerpt(&rendered_library);
	const struct render_hit hit = { .paragraph = &rendered_library,
					.found = &rendered_first,
					.excerpt = &excerpt,
					.passages = &excerpt,
					.n_passages = 1,
					.before = &rendered_library,
					.n_before = 1,
					.after = &rendered_library,
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
	struct rendered page;
	struct mb_str text;

	rendered_begin(&page, "jsonl");
	page.render.name = MB_STR("shelves");
	page.ops->hit(&page.render, &hit);
	text = rendered_end(&page);
	cr_expect(reads_json(mb_str_trim(text)));
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		cr_expect(mb_str_find(text, mb_str_of(parts[i])) != MB_STR_NONE,
			  "%s", parts[i]);
	mb_buf_release(&page.out);
}

Test(render_json, jsonl_parses_whatever_is_in_it)
{
	struct mb_hit hit = rendered_nasty();
	struct rendered page;
	struct mb_str rest, line;
	int n = 0;

	rendered_begin(&page, "jsonl");
	rendered_put(&page, &rendered_library, &rendered_first);
	rendered_put(&page, &hit, &rendered_first);
	hit = (struct mb_hit){ .line = 0 };
	rendered_put(&page, &hit, &rendered_first);
	rest = rendered_end(&page);
	while (mb_str_next_line(&rest, &line)) {
		cr_expect(reads_json(line), "'%.*s'", MB_STR_ARG(line));
		n++;
	}
	cr_expect(eq(int, n, 3));
	mb_buf_release(&page.out);
}
