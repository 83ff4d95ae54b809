#include "charset.h"

#include <string.h>

#include "minutebook/text.h"
#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(charset, .fini = release);

static struct decoded decode(struct mb_str bytes, struct mb_str declared)
{
	struct decoded out = { .was_repaired = false };

	cr_assert(charset_decode(bytes, declared, &arena, &out, NULL) == MB_OK);
	cr_expect(mb_utf8_is_valid(out.text));
	return out;
}

Test(charset, is_told_by_the_bytes_before_the_declaration)
{
	const struct {
		struct mb_str bytes;
		const char *declared, *charset, *text;
		bool was_repaired;
	} cases[] = {
		{ MB_STR("Sian"), "", "utf-8", "Sian", false },
		{ MB_STR("Si\xC3\xA2n"), "", "utf-8", "Siân", false },
		{ MB_STR("\xEF\xBB\xBFSi\xC3\xA2n"), "", "utf-8", "Siân",
		  false },
		/* a false claim changes nothing that is valid */
		{ MB_STR("Si\xC3\xA2n"), "windows-1252", "utf-8", "Siân",
		  false },
		{ MB_STR("Si\xC3\xA2n"), "iso-8859-15", "utf-8", "Siân",
		  false },
		{ MB_STR("Si\xE2n \x96 \x93yes\x94 \x80"
			 "5"),
		  "", "windows-1252", "Siân – “yes” €5", false },
		{ MB_STR("Si\xE2n \x96 no"), "iso-8859-1", "windows-1252",
		  "Siân – no", false },
		{ MB_STR("Si\xE2n"), "utf-8", "windows-1252", "Siân", false },
		{ MB_STR("Si\xE2n"), "no-such-charset", "windows-1252", "Siân",
		  false },
		{ MB_STR("iso-8859-15: \xA4"
			 "5 \xBDuvre"),
		  "iso-8859-15", "iso-8859-15", "iso-8859-15: €5 œuvre",
		  false },
		/* 0x81 is nothing in windows-1252 */
		{ MB_STR("Si\xE2n \x81"), "", "windows-1252", "Siân \uFFFD",
		  true },
		/* one odd byte among many good ones */
		{ MB_STR("\xC3\xA2\xC3\xA2\xC3\xA2\xC3\xA2 \xA3"
			 "5"),
		  "", "utf-8", "ââââ £5", true },
		{ MB_STR("\xFF\xFE"
			 "A\0\n\0"),
		  "", "utf-16le", "A\n", false },
		{ MB_STR("\xFE\xFF\0A\0\n"), "utf-8", "utf-16be", "A\n",
		  false },
		{ MB_STR("\xFF\xFE\0\0A\0\0\0"), "", "utf-32le", "A", false },
		{ MB_STR("M\0i\0n\0u\0t\0e\0s\0"), "", "utf-16le", "Minutes",
		  false },
		{ MB_STR("\0M\0i\0n\0u\0t\0e\0s"), "", "utf-16be", "Minutes",
		  false },
		{ MB_STR(""), "", "utf-8", "", false },
		{ MB_STR("\xFF\xFE"), "", "utf-16le", "", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct decoded out =
		    decode(cases[i].bytes, mb_str_of(cases[i].declared));

		text_expect(out.text, cases[i].text, "the text");
		text_expect(out.charset, cases[i].charset, cases[i].text);
		cr_expect(eq(int, out.was_repaired, cases[i].was_repaired),
			  "'%s'", cases[i].text);
	}
}

Test(charset, stays_in_step_behind_a_broken_unit)
{
	const struct {
		struct mb_str bytes;
		const char *text;
	} cases[] = {
		/* a surrogate without its other half */
		{ MB_STR("\xFF\xFE"
			 "A\0\0\xD8"
			 "B\0C\0"),
		  "A\uFFFDBC" },
		{ MB_STR("\xFF\xFE"
			 "A\0\0\xDC"
			 "B\0C\0"),
		  "A\uFFFDBC" },
		{ MB_STR("\xFE\xFF\0A\xD8\0\0B\0C"), "A\uFFFDBC" },
		/* no character so high */
		{ MB_STR("\xFF\xFE\0\0A\0\0\0\0\0\0\x7F"
			 "B\0\0\0"),
		  "A\uFFFDB" },
		/* half a unit at the end */
		{ MB_STR("\xFF\xFE"
			 "A\0B\0C"),
		  "AB\uFFFD" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct decoded out = decode(cases[i].bytes, MB_STR(""));

		text_expect(out.text, cases[i].text, "the text");
		cr_expect(out.was_repaired, "'%s'", cases[i].text);
	}
}

/* Word once wrote charset=unicode into pages that others saved again. */
Test(charset, is_not_one_that_the_declaration_could_not_be_read_in)
{
	const char *const lies[] = { "unicode", "ucs-2", "ebcdic-us",
				     "utf-16" };

	for (size_t i = 0; i < sizeof(lies) / sizeof(*lies); i++) {
		char page[80];
		int n = snprintf(page, sizeof(page),
				 "<meta charset=%s>Si\xE2n asked.", lies[i]);
		struct mb_str bytes = { page, (size_t)(n - n % 2) };
		struct decoded out = decode(bytes, charset_declared(bytes));

		text_expect(out.charset, "windows-1252", lies[i]);
		cr_expect(mb_str_find(out.text, MB_STR("Siân")) != MB_STR_NONE);
	}
}

Test(charset, leaves_as_many_lines_as_there_were)
{
	struct decoded out =
	    decode(MB_STR("one\r\ntwo\rthree\n\r\nfive"), MB_STR(""));

	text_expect(out.text, "one\ntwo\nthree\n\nfive", "the lines");
}

Test(charset, drops_nuls)
{
	struct decoded out =
	    decode(MB_STR("Mi\0nutes\0 of the Panel"), MB_STR(""));

	text_expect(out.text, "Minutes of the Panel", "the text");
	cr_expect(eq(sz, strlen(text_of(out.text)), out.text.len));
}

Test(charset, is_declared_in_three_ways)
{
	const struct {
		const char *page, *want;
	} cases[] = {
		{ "<meta charset=\"iso-8859-15\">", "iso-8859-15" },
		{ "<META CHARSET=utf-8>", "utf-8" },
		{ "<meta http-equiv='Content-Type' content='text/html; charset "
		  "= koi8-r'>",
		  "koi8-r" },
		{ "<?xml version='1.0' encoding='ISO-8859-1'?><x/>",
		  "ISO-8859-1" },
		{ "<meta name=charset content=x>", "" },
		{ "nothing of the kind", "" },
		{ "charset=", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(charset_declared(mb_str_of(cases[i].page)),
			    cases[i].want, cases[i].page);
}

Test(charset, is_looked_for_in_the_first_2048_bytes)
{
	char page[4096];

	memset(page, ' ', sizeof(page));
	memcpy(page + 2048 - 13, "charset=utf-8", 13);
	text_expect(charset_declared((struct mb_str){ page, sizeof(page) }),
		    "utf-8", "at the limit");
	memset(page, ' ', sizeof(page));
	memcpy(page + 2048, "charset=utf-8", 13);
	text_expect(charset_declared((struct mb_str){ page, sizeof(page) }), "",
		    "behind the limit");
}

static int decode_once(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct decoded out;
	int rc = charset_decode(MB_STR("Si\xE2n asked\r\nand was told.\x81"),
				MB_STR("iso-8859-15"), &own, &out, NULL);

	mb_arena_release(&own);
	return rc;
}

Test(charset, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(decode_once);
}
