#include "minutebook/text.h"
#include "support/text.h"

TestSuite(printable);

Test(printable, is_text_without_anything_that_moves_a_terminal)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "plain", "plain" },
		{ "Si\xC3\xA2n \xC2\xA3 \xE2\x80\x93 \xF0\x9F\x98\x80",
		  "Si\xC3\xA2n \xC2\xA3 \xE2\x80\x93 \xF0\x9F\x98\x80" },
		{ "\x1B[2J", "?[2J" },
		{ "\xC2\x9B", "?" },
		{ "a\nb", "a?b" },
		{ "\xE2\x80\xAE", "?" }, /* right to left from here */
		{ "\xE2\x81\xA6", "?" }, /* and its younger sister */
		{ "\xC2\xAD", "?" },
		{ "\xFF\xFE", "??" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf out = MB_BUF_INIT;

		mb_add_printable(&out, mb_str_of(cases[i].text));
		text_expect(mb_buf_str(&out), cases[i].want, "safe");
		mb_buf_release(&out);
	}
}
