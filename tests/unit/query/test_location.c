#include "location.h"

#include "support/text.h"

TestSuite(location);

Test(location, is_the_path_from_where_the_indexer_was_run)
{
	static const struct {
		const char *root, *path, *want;
	} cases[] = {
		{ "minutes", "2019/a.txt", "minutes/2019/a.txt" },
		{ "minutes/", "2019/a.txt", "minutes/2019/a.txt" },
		{ "minutes//", "a.txt", "minutes/a.txt" },
		{ ".", "a.txt", "a.txt" },
		{ "", "a.txt", "a.txt" },
		{ "/srv/minutes", "a.txt", "/srv/minutes/a.txt" },
		/* a file that was given by itself */
		{ "a.txt", "a.txt", "a.txt" },
		{ "../x", "a b.txt", "../x/a b.txt" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mb_hit hit = { .root = mb_str_of(cases[i].root),
					    .path = mb_str_of(cases[i].path) };
		struct mb_buf out = MB_BUF_INIT;

		location_path(&out, &hit);
		text_expect(mb_buf_str(&out), cases[i].want, cases[i].root);
		mb_buf_release(&out);
	}
}

Test(location, tells_the_page_or_the_line)
{
	static const struct {
		uint32_t line, page;
		const char *want;
	} cases[] = {
		{ 0, 0, "a.txt" },
		{ 12, 0, "a.txt:12" },
		{ 0, 3, "a.txt, page 3" },
		{ 12, 3, "a.txt, page 3" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mb_hit hit = { .path = MB_STR("a.txt"),
					    .line = cases[i].line,
					    .page = cases[i].page };
		struct mb_buf out = MB_BUF_INIT;

		location_full(&out, &hit);
		text_expect(mb_buf_str(&out), cases[i].want, "the place");
		mb_buf_release(&out);
	}
}

Test(location, writes_dates_as_people_do)
{
	struct mb_buf out = MB_BUF_INIT;

	location_date(&out, (struct mb_date){ 2021, 3, 4 });
	mb_buf_add_char(&out, ' ');
	location_date(&out, (struct mb_date){ 0, 0, 0 });
	text_expect(mb_buf_str(&out), "4 March 2021 undated", "dates");
	mb_buf_release(&out);
}
