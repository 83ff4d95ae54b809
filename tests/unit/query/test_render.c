#include "rendered.h"

#include "minutebook/text.h"
#include "support/fault.h"
#include "support/text.h"

TestSuite(render);

Test(render, for_people_shows_item_speaker_excerpt_and_place)
{
	struct rendered page;

	rendered_begin(&page, "text");
	rendered_put(&page, &rendered_library, &rendered_first);
	text_expect(rendered_end(&page),
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
	struct mb_hit second = rendered_library, other = rendered_library,
		      whole = rendered_library;
	struct rendered page;

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
	rendered_begin(&page, "text");
	rendered_put(&page, &rendered_library, &rendered_first);
	rendered_put(&page, &second, &rendered_first);
	rendered_put(&page, &other, &rendered_first);
	rendered_put(&page, &whole, &rendered_first);
	text_expect(rendered_end(&page),
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
	struct mb_hit a = rendered_library, b = rendered_library;
	struct rendered page;
	struct mb_str text;

	a.id = MB_STR("larkhythe/cabinet/2019-03-12/3/3.1");
	b.id = MB_STR("larkhythe/cabinet/2019-03-12/4/4.1");
	rendered_begin(&page, "text");
	rendered_put(&page, &rendered_library, &rendered_first);
	rendered_put(&page, &a, &item);
	rendered_put(&page, &b, &some);
	text = rendered_end(&page);
	cr_expect(
	    mb_str_find(text, MB_STR("txt:31\n\n--- all of the words, but not "
				     "in one paragraph ---\n\nLark")) !=
	    MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("txt:31\n\n--- not all of the words "
					   "---\n\nLark")) != MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("\n\n\n")) == MB_STR_NONE);
	mb_buf_release(&page.out);
	rendered_begin(&page, "text");
	rendered_put(&page, &a, &some);
	cr_expect(mb_str_starts(rendered_end(&page),
				MB_STR("--- not all of the words ---\n\n"
				       "Larkhythe")));
	mb_buf_release(&page.out);
	rendered_begin(&page, "text");
	page.render.has_levels = false;
	rendered_put(&page, &a, &some);
	cr_expect(mb_str_starts(rendered_end(&page), MB_STR("Larkhythe")));
	mb_buf_release(&page.out);
}

Test(render, for_people_wraps_words_at_the_width)
{
	struct rendered page;
	struct mb_str rest, line;

	rendered_begin(&page, "text");
	page.render.width = 40;
	rendered_put(&page, &rendered_library, &rendered_first);
	rest = rendered_end(&page);
	for (int n = 0; mb_str_next_line(&rest, &line); n++)
		if (n > 0) /* headings are not wrapped */
			cr_expect(le(sz, mb_utf8_count(line), 40), "'%.*s'",
				  MB_STR_ARG(line));
	mb_buf_release(&page.out);
}

Test(render, for_people_leaves_out_a_lone_bullet)
{
	struct mb_hit entry = rendered_library;
	struct rendered page;

	entry.text = MB_STR("\xE2\x80\xA2 to cut the hedge");
	rendered_begin(&page, "text");
	rendered_put(&page, &entry, &rendered_first);
	cr_expect(mb_str_find(rendered_end(&page),
			      MB_STR("\n    to cut the hedge\n")) !=
		  MB_STR_NONE);
	mb_buf_release(&page.out);
	entry.text = MB_STR("\xE2\x80\xA2 one;\n\xE2\x80\xA2 two");
	rendered_begin(&page, "text");
	rendered_put(&page, &entry, &rendered_first);
	cr_expect(mb_str_find(rendered_end(&page),
			      MB_STR("\n    \xE2\x80\xA2 one;\n"
				     "    \xE2\x80\xA2 two\n")) != MB_STR_NONE);
	mb_buf_release(&page.out);
}

Test(render, colours_only_when_told_to)
{
	struct rendered page;
	struct mb_str text;

	rendered_begin(&page, "text");
	page.render.has_color = true;
	rendered_put(&page, &rendered_library, &rendered_first);
	text = rendered_end(&page);
	cr_expect(
	    mb_str_find(text, MB_STR("The \x1B[1;31mlibrary\x1B[0m and")) !=
	    MB_STR_NONE);
	cr_expect(mb_str_find_char(text, '*') == MB_STR_NONE);
	mb_buf_release(&page.out);
}

Test(render, plain_is_a_line_that_grep_could_have_printed)
{
	struct mb_hit list = rendered_library, title = rendered_library;
	struct rendered page;

	list.text =
	    MB_STR("AGREED:\n\xE2\x80\xA2 to cut;\r\n\xE2\x80\xA2 to go");
	list.line = 0;
	list.page = 7;
	title.text = (struct mb_str){ NULL, 0 };
	rendered_begin(&page, "plain");
	rendered_put(&page, &rendered_library, &rendered_first);
	rendered_put(&page, &list, &rendered_first);
	rendered_put(&page, &title, &rendered_first);
	text_expect(rendered_end(&page),
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
	struct rendered page;
	struct mb_str text;

	rendered_begin(&page, "plain");
	page.render.ends_with_nul = true;
	rendered_put(&page, &rendered_library, &rendered_first);
	text = rendered_end(&page);
	cr_expect(eq(int, text.ptr[text.len - 1], '\0'));
	cr_expect(eq(sz, mb_str_find_char(text, '\n'), MB_STR_NONE));
	mb_buf_release(&page.out);
}

Test(render, markdown_quotes_and_marks)
{
	struct rendered page;

	rendered_begin(&page, "md");
	rendered_put(&page, &rendered_library, &rendered_first);
	text_expect(rendered_end(&page),
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
	struct rendered page;
	struct mb_str text;

	rendered_begin(&page, "html");
	rendered_put(&page, &rendered_library, &rendered_first);
	text = rendered_end(&page);
	cr_expect(mb_str_starts(text, MB_STR("<!DOCTYPE html>\n")));
	cr_expect(mb_str_find(text, MB_STR("The <mark>library</mark> and its "
					   "<mark>branches</mark> had cost")) !=
		  MB_STR_NONE);
	cr_expect(mb_str_find(text, MB_STR("<script")) == MB_STR_NONE);
	cr_expect(mb_str_ends(text, MB_STR("</html>\n")));
	mb_buf_release(&page.out);
}

/* --- terminals --------------------------------------------------------- */

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

Test(render, lets_nothing_through_that_moves_a_terminal)
{
	static const char *const formats[] = { "text", "plain", "md",
					       "html", "json",  "jsonl" };

	for (size_t i = 0; i < 6; i++) {
		struct mb_hit hit = rendered_nasty();
		struct rendered page;
		struct mb_str text;

		rendered_begin(&page, formats[i]);
		rendered_put(&page, &hit, &rendered_first);
		hit.text = hit.number = (struct mb_str){ NULL, 0 };
		hit.line = 0;
		rendered_put(&page, &hit, &rendered_first);
		text = rendered_end(&page);
		cr_expect(is_harmless(text, i < 4), "%s:\n%.*s", formats[i],
			  MB_STR_ARG(text));
		cr_expect(mb_utf8_is_valid(text), "%s", formats[i]);
		mb_buf_release(&page.out);
	}
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
		struct excerpt excerpt = rendered_excerpt(&rendered_library);
		const struct render_hit hit = { .paragraph = &rendered_library,
						.found = &rendered_first,
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
