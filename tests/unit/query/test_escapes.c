/* What may stand in CSV, TSV, HTML and Markdown, and what must not. */
#include "csv.h"
#include "html.h"
#include "markdown.h"

#include "support/text.h"

TestSuite(escapes);

struct sample {
	const char *text, *want;
};

static void expect_each(const struct sample *samples, size_t n,
			void (*escape)(struct mb_buf *out, struct mb_str s))
{
	for (size_t i = 0; i < n; i++) {
		struct mb_buf out = MB_BUF_INIT;

		escape(&out, mb_str_of(samples[i].text));
		text_expect(mb_buf_str(&out), samples[i].want, samples[i].text);
		mb_buf_release(&out);
	}
}

#define EXPECT_EACH(samples, escape) \
	expect_each(samples, sizeof(samples) / sizeof(*(samples)), escape)

static void csv_safe(struct mb_buf *out, struct mb_str s)
{
	csv_cell(out, s, false);
}

static void csv_raw(struct mb_buf *out, struct mb_str s)
{
	csv_cell(out, s, true);
}

static void tsv_safe(struct mb_buf *out, struct mb_str s)
{
	tsv_cell(out, s, false);
}

Test(escapes, csv_quotes_what_has_to_be)
{
	static const struct sample samples[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "a,b", "\"a,b\"" },
		{ "say \"no\"", "\"say \"\"no\"\"\"" },
		{ "one\ntwo", "\"one\ntwo\"" },
		{ " blank", "\" blank\"" },
		{ "a\x1B[31m", "a?[31m" },
	};

	EXPECT_EACH(samples, csv_safe);
}

Test(escapes, csv_runs_no_formulas)
{
	static const struct sample samples[] = {
		{ "=1+1", "'=1+1" },
		{ "+44 20", "'+44 20" },
		{ "-2", "'-2" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "\t=1", "'?=1" },
		{ "\r=1", "\"'?=1\"" },
		{ "\n=1", "\"'\n=1\"" },
		{ "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"" },
		{ "\xEF\xBC\x9D"
		  "1",
		  "'\xEF\xBC\x9D"
		  "1" },
		{ "a=1", "a=1" },
	};
	static const struct sample raw[] = { { "=1+1", "=1+1" },
					     { "-2", "-2" } };

	EXPECT_EACH(samples, csv_safe);
	EXPECT_EACH(raw, csv_raw);
}

Test(escapes, tsv_has_neither_tabs_nor_line_ends)
{
	static const struct sample samples[] = {
		{ "a\tb\nc\r\nd", "a b c  d" },
		{ "say \"no\"", "say \"no\"" },
		{ "=1", "'=1" },
	};

	EXPECT_EACH(samples, tsv_safe);
}

Test(escapes, html_has_no_tags_and_no_entities_of_others)
{
	static const struct sample samples[] = {
		{ "a < b & c > d", "a &lt; b &amp; c &gt; d" },
		{ "\"it's\"", "&quot;it&#39;s&quot;" },
		{ "&amp;", "&amp;amp;" },
		{ "a\x01\x1B", "a??" },
		{ "\xFF", "?" },
		{ "one\ntwo", "one\ntwo" },
	};

	EXPECT_EACH(samples, html_text);
}

Test(escapes, html_links_lead_to_pages_and_files_only)
{
	static const struct sample samples[] = {
		{ "https://larkhythe.gov.example/a?b=1&c=2#d",
		  "https://larkhythe.gov.example/a?b=1&amp;c=2#d" },
		{ "javascript:alert(1)", "javascript%3Aalert(1)" },
		{ "//elsewhere.example/x", ".//elsewhere.example/x" },
		{ "corpus/a b.txt", "corpus/a%20b.txt" },
		{ "a\"onclick=\"x", "a%22onclick%3D%22x" },
		{ "Si\xC3\xA2n.txt", "Si%C3%A2n.txt" },
		{ "", "" },
	};

	EXPECT_EACH(samples, html_href);
}

Test(escapes, markdown_signs_mean_nothing)
{
	static const struct sample samples[] = {
		{ "plain text.", "plain text." },
		{ "*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`" },
		{ "[x](y)", "\\[x\\](y)" },
		{ "<b> &amp; a|b", "\\<b\\> \\&amp; a\\|b" },
		{ "# no heading", "\\# no heading" },
		{ "- no list", "\\- no list" },
		{ "+ no list", "\\+ no list" },
		{ "12. no list", "12\\. no list" },
		{ "12) no list", "12\\) no list" },
		{ "===", "\\===" },
		{ "2019", "2019" },
		{ "1.25", "1.25" },
		{ "-5 degrees", "-5 degrees" },
		{ "---", "\\---" },
		{ "one\ntwo", "one two" },
		{ "\\", "\\\\" },
	};

	EXPECT_EACH(samples, markdown_text);
}

Test(escapes, markdown_links_stay_in_their_brackets)
{
	static const struct sample samples[] = {
		{ "https://larkhythe.gov.example/(a)?b=1",
		  "https://larkhythe.gov.example/%28a%29?b=1" },
		{ "javascript:x", "javascript%3Ax" },
		{ "a b)c", "a%20b%29c" },
	};

	EXPECT_EACH(samples, markdown_href);
}
