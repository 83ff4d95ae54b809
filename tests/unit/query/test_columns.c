/* --fields, --template and --cite. */
#include "columns.h"

#include "citation.h"
#include "reads_json.h"
#include "support/fault.h"
#include "support/text.h"
#include "template.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(columns, .fini = release);

static struct mark marks[] = { { 4, 11 } };

static const struct mb_hit library = {
	.id = { "larkhythe/cabinet/2019-03-12/2/2.1", 34 },
	.council = { "Larkhythe Council", 17 },
	.body = { "Cabinet", 7 },
	.date = { 2019, 3, 12 },
	.item_number = { "2", 1 },
	.item_title = { "Libraries & {more}", 18 },
	.number = { "2.1", 3 },
	.kind = { "minute", 6 },
	.text = { "The library\nand more of it.", 27 },
	.speaker = { "Councillor Okafor", 17 },
	.person = { "Adaeze Okafor", 13 },
	.path = { "cabinet/a_1.txt", 15 },
	.root = { "minutes", 7 },
	.line = 31,
};

static const struct hit found = { .rank = 3, .score = 2.5 };
static const struct excerpt excerpt = { .text = { "The library\nand", 15 },
					.marks = marks,
					.n_marks = 1,
					.is_cut_after = true };
static const struct render_hit hit = { .paragraph = &library,
				       .found = &found,
				       .excerpt = &excerpt,
				       .n_further = 4 };

static struct mb_str fill(const char *text, bool ends_with_nul,
			  struct mb_buf *out)
{
	struct render render = { .out = out, .ends_with_nul = ends_with_nul };
	struct template template;
	struct mb_err err = { .msg = "" };

	mb_buf_truncate(out, 0);
	cr_assert(template_parse(mb_str_of(text), &arena, &template, &err) ==
		      MB_OK,
		  "%s: %s", text, err.msg);
	cr_assert(template_put(&template, &render, &hit, &arena, &err) ==
		  MB_OK);
	return mb_buf_str(out);
}

Test(columns, give_every_fact_of_a_hit)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "id", "larkhythe/cabinet/2019-03-12/2/2.1" },
		{ "rank", "3" },
		{ "score", "2.5000" },
		{ "matched", "all" },
		{ "council", "Larkhythe Council" },
		{ "body", "Cabinet" },
		{ "committee", "Cabinet" },
		{ "date", "2019-03-12" },
		{ "year", "2019" },
		{ "item_number", "2" },
		{ "item", "Libraries & {more}" },
		{ "number", "2.1" },
		{ "kind", "minute" },
		{ "speaker", "Councillor Okafor" },
		{ "person", "Adaeze Okafor" },
		{ "excerpt", "The library and \xE2\x80\xA6" },
		{ "text", "The library and more of it." },
		{ "path", "cabinet/a_1.txt" },
		{ "line", "31" },
		{ "page", "" },
		{ "url", "" },
		{ "place", "minutes/cabinet/a_1.txt:31" },
		{ "further", "4" },
		{ "query", "" },
	};
	struct mb_buf out = MB_BUF_INIT, template = MB_BUF_INIT;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str got;

		mb_buf_truncate(&template, 0);
		mb_buf_add_format(&template, "{%s}", cases[i].name);
		mb_buf_add_char(&template, '\0');
		got = fill(template.ptr, false, &out);
		text_expect(mb_str_trim(got), cases[i].want, cases[i].name);
	}
	mb_buf_release(&out);
	mb_buf_release(&template);
}

Test(columns, stand_in_templates_among_text)
{
	struct mb_buf out = MB_BUF_INIT;

	text_expect(
	    fill("{date}\\t{ speaker }: {{{number}}} \\\\ \\n", false, &out),
	    "2019-03-12\tCouncillor Okafor: {2.1} \\ \n\n", "escapes");
	fill("plain", true, &out);
	cr_assert(eq(sz, out.len, 6));
	text_expect(mb_str_of(out.ptr), "plain", "up to its NUL");
	text_expect(fill("", false, &out), "\n", "nothing");
	mb_buf_release(&out);
}

Test(columns, that_are_unknown_are_told_with_the_nearest)
{
	static const struct {
		const char *list, *message;
	} cases[] = {
		{ "date,spekaer",
		  "a hit has no 'spekaer': did you mean 'speaker'?" },
		{ "zzz", "a hit has no 'zzz'; minutes-query(1) lists them" },
		{ "date,", NULL },
		{ "", "'--fields' takes a list such as date,speaker,excerpt" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct columns columns = { .n = 77 };
		struct mb_err err = { .msg = "" };
		int rc =
		    columns_parse(mb_str_of(cases[i].list), &columns, &err);

		if (!cases[i].message) {
			cr_expect(eq(int, rc, MB_OK));
			continue;
		}
		cr_expect(eq(int, rc, MB_EUSAGE), "%s", cases[i].list);
		text_expect(mb_str_of(err.msg), cases[i].message,
			    cases[i].list);
		cr_expect(eq(sz, columns.n, 77), "output touched");
	}
}

Test(columns, are_at_most_so_many)
{
	struct mb_buf list = MB_BUF_INIT;
	struct columns columns;
	struct mb_err err;

	for (int i = 0; i < COLUMNS_MAX; i++)
		mb_buf_add(&list, MB_STR("id,"));
	cr_expect(
	    eq(int, columns_parse(mb_buf_str(&list), &columns, &err), MB_OK));
	mb_buf_add(&list, MB_STR("id"));
	cr_expect(eq(int, columns_parse(mb_buf_str(&list), &columns, &err),
		     MB_EUSAGE));
	mb_buf_release(&list);
}

/* --- citations --------------------------------------------------------- */

static struct mb_str cite(const char *style, const struct mb_hit *paragraph,
			  struct mb_buf *out)
{
	const struct render_ops *ops = citation_find(mb_str_of(style));
	struct render render = { .out = out };
	struct render_hit one = hit;

	cr_assert(ops != NULL, "%s", style);
	one.paragraph = paragraph;
	mb_buf_truncate(out, 0);
	ops->begin(&render);
	ops->hit(&render, &one);
	ops->end(&render);
	return mb_buf_str(out);
}

Test(columns, citations_come_in_four_styles)
{
	struct mb_hit page = library, bare = { .line = 0 };
	struct mb_buf out = MB_BUF_INIT;

	page.url = MB_STR("https://larkhythe.gov.example/a?b=1");
	page.speaker = (struct mb_str){ NULL, 0 };
	text_expect(cite("plain", &library, &out),
		    "Larkhythe Council, Cabinet, 12 March 2019, item 2 "
		    "\xE2\x80\x9CLibraries & {more}\xE2\x80\x9D, paragraph "
		    "2.1 (Councillor Okafor), minutes/cabinet/a_1.txt:31, "
		    "larkhythe/cabinet/2019-03-12/2/2.1\n",
		    "plain");
	text_expect(cite("markdown", &page, &out),
		    "- [Larkhythe Council, Cabinet, 12 March 2019, item 2 "
		    "\xE2\x80\x9CLibraries \\& {more}\xE2\x80\x9D, paragraph "
		    "2.1](https://larkhythe.gov.example/a?b=1), "
		    "larkhythe/cabinet/2019-03-12/2/2.1\n",
		    "markdown");
	text_expect(cite("bibtex", &library, &out),
		    "@misc{larkhythe:cabinet:2019-03-12:2:2.1,\n"
		    "  author = {{Larkhythe Council, Cabinet}},\n"
		    "  title = {{Libraries \\& \\{more\\}}},\n"
		    "  year = {2019},\n  month = {3},\n"
		    "  date = {2019-03-12},\n"
		    "  howpublished = {Minutes, item 2, paragraph 2.1},\n"
		    "  note = {minutes/cabinet/a\\_1.txt:31, "
		    "larkhythe/cabinet/2019-03-12/2/2.1}\n}\n",
		    "bibtex");
	cr_expect(reads_json(mb_str_trim(cite("csl", &page, &out))));
	cr_expect(mb_str_find(mb_buf_str(&out),
			      MB_STR("\"date-parts\":[[2019,3,12]]")) !=
		  MB_STR_NONE);
	cr_expect(reads_json(mb_str_trim(cite("csl", &bare, &out))));
	cite("bibtex", &bare, &out);
	cite("plain", &bare, &out);
	cr_expect(citation_find(MB_STR("apa")) == NULL);
	mb_buf_release(&out);
}

static int fill_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct mb_buf out = MB_BUF_INIT;
	struct render render = { .out = &out };
	struct template template;
	struct mb_str text;
	int rc = template_parse(MB_STR("a{date}{excerpt}{place}{citation}"),
				&own, &template, NULL);

	if (rc == MB_OK)
		rc = template_put(&template, &render, &hit, &own, NULL);
	if (rc == MB_OK)
		rc = mb_buf_finish(&out, &text, NULL);
	mb_buf_release(&out);
	mb_arena_release(&own);
	return rc;
}

Test(columns, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(fill_once);
}
