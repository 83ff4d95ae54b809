#include "embedded.h"

#include "minutebook/buf.h"
#include "support/text.h"

TestSuite(embedded);

static void expect_kept(struct mb_str text, const char *want)
{
	struct embedded embedded = { .rest = text };
	struct mb_buf all = MB_BUF_INIT;
	struct mb_str kept;

	while (embedded_next(&embedded, &kept)) {
		cr_expect(gt(sz, kept.len, 0));
		mb_buf_add(&all, kept);
	}
	text_expect(mb_buf_str(&all), want, text.ptr);
	mb_buf_release(&all);
}

Test(embedded, payloads_are_left_out)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "<img src=\"data:image/png;base64,iVBOR/w0+Kg==\" alt=x>",
		  "<img src=\"data:image/png;base64,\" alt=x>" },
		{ "<img src='DATA:image/png;BASE64,iVBORw0'>",
		  "<img src='DATA:image/png;BASE64,'>" },
		{ "<img src=data:image/gif;base64,R0lGOD alt=late>",
		  "<img src=data:image/gif;base64, alt=late>" },
		{ "srcset=\"data:image/png;base64,AAAA 1x, "
		  "data:image/png;base64,BBBB 2x\"",
		  "srcset=\"data:image/png;base64, 1x, "
		  "data:image/png;base64, 2x\"" },
		{ "src: url(data:font/woff2;charset=utf-8;base64,d09GMg) x",
		  "src: url(data:font/woff2;charset=utf-8;base64,) x" },
		{ "style=\"a: url(&quot;data:image/svg+xml,%3Csvg%3E&quot;)\"",
		  "style=\"a: url(&quot;data:image/svg+xml,&quot;)\"" },
		{ "url(\"data:image/svg+xml;utf8,<svg xmlns='x'><p>y</svg>\")",
		  "url(\"data:image/svg+xml;utf8,\")" },
		{ "url(data:image/svg+xml; charset=utf8,%3Csvg%3E)x",
		  "url(data:image/svg+xml; charset=utf8,)x" },
		{ "{\"src\":\"data:image\\/png;base64,AA\\/AA\"}",
		  "{\"src\":\"data:image\\/png;base64,\"}" },
		{ "![](data:image/png;base64,iVBORw0) The roof",
		  "![](data:image/png;base64,) The roof" },
		{ "[1]: <data:image/png;base64,iVBORw0>",
		  "[1]: <data:image/png;base64,>" },
		{ "data:;base64,AAAA", "data:;base64," },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_kept(mb_str_of(cases[i].text), cases[i].want);
}

Test(embedded, lines_stay_as_many_as_they_were)
{
	expect_kept(MB_STR("<img src=\"data:image/png;base64,AAAA\r\n"
			   "  BBBB\r\n\tCC==\">\r\nThe roof"),
		    "<img src=\"data:image/png;base64,\r\n\r\n\">\r\n"
		    "The roof");
	expect_kept(MB_STR("[1]: data:image/png;base64,AAAA\nThe roof"),
		    "[1]: data:image/png;base64,\nThe roof");
	expect_kept(MB_STR("<a href=\"data:text/html,<p>no end\nThe roof"),
		    "<a href=\"data:text/html,\nThe roof");
}

Test(embedded, what_is_none_is_kept)
{
	const char *const cases[] = {
		"",
		"The data: one, two.",
		"Members saw (data:image, table) in it.",
		"\"data: image/png, or so\"",
		"metadata:image/png;base64,AAAA",
		"x-data:image/png;base64,AAAA",
		"data:image/png",
		"data:",
		"ta:image/png;base64,AAAA",
		":",
		"data:images/png,Members",
		"<img src=\"data:image/png;base64,\">",
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_kept(mb_str_of(cases[i]), cases[i]);
}
