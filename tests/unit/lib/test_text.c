#include "minutebook/text.h"

#include <string.h>

#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(text, .fini = release);

/* --- reading ----------------------------------------------------------- */

Test(text, reads_characters_and_takes_bad_bytes_alone)
{
	const struct {
		struct mb_str text;
		uint32_t want[8]; /* 0 ends */
		bool is_valid;
	} cases[] = {
		{ MB_STR(""), { 0 }, true },
		{ MB_STR("az"), { 'a', 'z' }, true },
		{ MB_STR("\xC3\xA2"), { 0xE2 }, true },
		{ MB_STR("\xE2\x82\xAC"
			 "5"),
		  { 0x20AC, '5' },
		  true },
		{ MB_STR("\xF4\x8F\xBF\xBF"), { 0x10FFFF }, true },
		{ MB_STR("\x80"), { 0xFFFD }, false },
		{ MB_STR("\xFF"
			 "a"),
		  { 0xFFFD, 'a' },
		  false },
		{ MB_STR("\xC3"), { 0xFFFD }, false }, /* cut off */
		{ MB_STR("\xC3"
			 "a"),
		  { 0xFFFD, 'a' },
		  false },
		{ MB_STR("\xC0\x80"),
		  { 0xFFFD, 0xFFFD },
		  false }, /* overlong */
		{ MB_STR("\xE0\x80\xAF"), { 0xFFFD, 0xFFFD, 0xFFFD }, false },
		{ MB_STR("\xED\xA0\x80"), /* a surrogate */
		  { 0xFFFD, 0xFFFD, 0xFFFD },
		  false },
		{ MB_STR("\xF4\x90\x80\x80"), /* beyond the last */
		  { 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD },
		  false },
		{ MB_STR("\xEF\xBF\xBD"), { 0xFFFD }, true }, /* written so */
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str rest = cases[i].text;
		uint32_t c;
		size_t n = 0;

		while (mb_utf8_next(&rest, &c)) {
			cr_expect(eq(u32, c, cases[i].want[n]),
				  "case %zu, character %zu", i, n);
			n++;
		}
		cr_expect(zero(u32, cases[i].want[n]), "case %zu", i);
		cr_expect(eq(sz, mb_utf8_count(cases[i].text), n));
		cr_expect(mb_utf8_is_valid(cases[i].text) == cases[i].is_valid,
			  "case %zu", i);
	}
}

Test(text, finds_the_last_character_and_where_one_begins)
{
	struct mb_str s = MB_STR("a\xC3\xA2\xE2\x82\xAC");

	cr_expect(zero(u32, mb_utf8_last(MB_STR(""))));
	cr_expect(eq(u32, mb_utf8_last(s), 0x20AC));
	cr_expect(eq(u32, mb_utf8_last(mb_str_take(s, 3)), 0xE2));
	cr_expect(eq(u32, mb_utf8_last(mb_str_take(s, 1)), 'a'));
	cr_expect(eq(sz, mb_utf8_floor(s, 0), 0));
	cr_expect(eq(sz, mb_utf8_floor(s, 1), 1));
	cr_expect(eq(sz, mb_utf8_floor(s, 2), 1));
	cr_expect(eq(sz, mb_utf8_floor(s, 4), 3));
	cr_expect(eq(sz, mb_utf8_floor(s, 5), 3));
	cr_expect(eq(sz, mb_utf8_floor(s, 6), 6), "the end is a start");
}

/* --- classes ----------------------------------------------------------- */

Test(text, classes_letters_of_every_alphabet)
{
	const struct {
		uint32_t c;
		bool is_letter, is_upper, is_lower;
		uint32_t lower;
	} cases[] = {
		{ 'a', true, false, true, 'a' },
		{ 'Z', true, true, false, 'z' },
		{ '5', false, false, false, '5' },
		{ ' ', false, false, false, ' ' },
		{ 0xC2, true, true, false, 0xE2 },   /* A circumflex */
		{ 0x175, true, false, true, 0x175 }, /* w circumflex */
		{ 0x174, true, true, false, 0x175 },
		{ 0x3A9, true, true, false, 0x3C9 },    /* omega */
		{ 0x4E2D, true, false, false, 0x4E2D }, /* no case */
		{ 0x2019, false, false, false, 0x2019 },
		{ 0x301, false, false, false, 0x301 }, /* a mark */
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t c = cases[i].c;

		cr_expect(mb_is_letter(c) == cases[i].is_letter, "%#x", c);
		cr_expect(mb_is_upper_letter(c) == cases[i].is_upper);
		cr_expect(mb_is_lower_letter(c) == cases[i].is_lower);
		cr_expect(eq(u32, mb_lower_letter(c), cases[i].lower));
	}
}

Test(text, classes_signs_that_stand_for_one_another)
{
	static const uint32_t blanks[] = { ' ',    '\t',   '\n',   '\r',
					   0x85,   0xA0,   0x2003, 0x2009,
					   0x2028, 0x202F, 0x3000 };
	static const uint32_t hyphens[] = { '-',    0x2010, 0x2011, 0x2013,
					    0x2014, 0x2212, 0xFF0D };
	static const uint32_t apostrophes[] = { '\'',   '`',   0xB4,   0x2018,
						0x2019, 0x2BC, 0x2032, 0xFF07 };
	static const uint32_t bullets[] = { 0x2022, 0xB7,   0x25CF,
					    0x25AA, 0x2714, 0xF0B7 };
	static const uint32_t invisible[] = { 0xAD, 0x200B, 0x200D, 0x2060,
					      0xFEFF };
	static const struct {
		const uint32_t *list;
		size_t n;
	} classes[] = { { blanks, 11 },
			{ hyphens, 7 },
			{ apostrophes, 8 },
			{ bullets, 6 },
			{ invisible, 5 } };
	static bool (*const is_in[])(
	    uint32_t) = { mb_is_blank, mb_is_hyphen, mb_is_apostrophe,
			  mb_is_bullet, mb_is_invisible };

	for (size_t i = 0; i < 5; i++)
		for (size_t k = 0; k < classes[i].n; k++)
			for (size_t j = 0; j < 5; j++)
				cr_expect(
				    is_in[j](classes[i].list[k]) == (i == j),
				    "%#x, class %zu", classes[i].list[k], j);
	for (size_t j = 0; j < 5; j++)
		cr_expect(not(is_in[j]('a')), "class %zu", j);
}

/* --- folding ----------------------------------------------------------- */

static void expect_folded(const char *raw, const char *want)
{
	struct mb_str got;

	cr_assert(
	    eq(int, mb_fold_in(&arena, mb_str_of(raw), &got, NULL), MB_OK));
	text_expect(got, want, raw);
}

Test(text, folds_what_looks_different_and_is_the_same)
{
	const struct {
		const char *raw, *want;
	} cases[] = {
		{ "", "" },
		{ " - ", "" },
		{ "Withy Green", "withy green" },
		{ "  WITHY--Green!  ", "withy green" },
		{ "Si\xC3\xA2n", "sian" },            /* composed */
		{ "Sia\xCC\x82n", "sian" },           /* a mark */
		{ "T\xC5\xB7 \xC5\xB4rn", "ty wrn" }, /* Welsh */
		{ "\xC3\x86thelred", "aethelred" },
		{ "\xC5\x93uvre", "oeuvre" },
		{ "S\xC3\xB8ren \xC5\x81uk", "soren luk" },
		{ "Stra\xC3\x9F"
		  "e",
		  "strasse" },
		{ "\xC3\x9Eor\xC3\xB0", "thord" },
		{ "of\xEF\xAC\x81"
		  "ce",
		  "office" },                         /* a ligature */
		{ "\xEF\xBC\xA1\xEF\xBC\x92", "a2" }, /* full width */
		{ "m\xC2\xB2", "m2" },
		{ "infor\xC2\xADmation", "information" },
		{ "a\xE2\x80\x8B"
		  "b",
		  "ab" }, /* zero width space */
		{ "\xEF\xBB\xBFminutes", "minutes" },
		{ "O'Brien-Smith", "o brien smith" },
		{ "O\xE2\x80\x99"
		  "Brien",
		  "o brien" },
		{ "O\xCA\xBC"
		  "Brien",
		  "o brien" }, /* the modifier */
		{ "Parks & Leisure", "parks and leisure" },
		{ "R&D", "r and d" },
		{ "&", "and" },
		{ "& co", "and co" },
		{ "S.106", "s 106" },
		{ "\xCE\xA9\xCE\xBC", "\xCF\x89\xCE\xBC" }, /* Greek */
		{ "a\xFF"
		  "b",
		  "a b" }, /* no UTF-8 */
		{ "a\xC2\xA0"
		  "b",
		  "a b" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_folded(cases[i].raw, cases[i].want);
}

Test(text, folds_every_character_into_the_space_it_promises)
{
	char out[MB_FOLD_BYTES];

	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		size_t n = mb_fold_char(c, out);

		cr_assert(le(sz, n, MB_FOLD_BYTES), "%#x", c);
		if (c < 0xD800 || c > 0xDFFF)
			cr_assert(mb_utf8_is_valid((struct mb_str){ out, n }),
				  "%#x", c);
	}
	cr_expect(zero(sz, mb_fold_char(0x301, out)), "a mark");
	cr_expect(zero(sz, mb_fold_char(0xAD, out)), "an invisible one");
}

Test(text, folds_a_folded_text_to_itself)
{
	static const char *const texts[] = {
		"O'Brien-Smith & Sons, 4 m\xC2\xB2",
		"3\xC2\xBD hours, \xC7\xBC", /* a half; AE with an accent */
		"\xC7\x84 \xC4\xB0stanbul \xEF\xAC\x83 \xE2\x85\xA7",
		"N.H.S. (50%) Si\xC3\xA2n",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct mb_str once, twice;

		cr_assert(mb_fold_in(&arena, mb_str_of(texts[i]), &once,
				     NULL) == MB_OK);
		cr_assert(mb_fold_in(&arena, once, &twice, NULL) == MB_OK);
		text_expect(twice, text_of(once), texts[i]);
	}
}

Test(text, folds_every_folded_character_to_itself)
{
	struct mb_buf raw = MB_BUF_INIT, once = MB_BUF_INIT,
		      twice = MB_BUF_INIT;

	for (uint32_t c = 1; c <= 0x10FFFF; c++) {
		mb_buf_truncate(&raw, 0);
		mb_buf_truncate(&once, 0);
		mb_buf_truncate(&twice, 0);
		mb_buf_add_utf8(&raw, c);
		mb_fold(&once, mb_buf_str(&raw));
		mb_fold(&twice, mb_buf_str(&once));
		cr_assert(mb_str_equal(mb_buf_str(&once), mb_buf_str(&twice)),
			  "%#x", c);
	}
	mb_buf_release(&raw);
	mb_buf_release(&once);
	mb_buf_release(&twice);
}

Test(text, folds_behind_what_is_in_the_buffer)
{
	struct mb_buf buf = MB_BUF_INIT;

	mb_buf_add(&buf, MB_STR("key:"));
	mb_fold(&buf, MB_STR("& Clerk"));
	text_expect(mb_buf_str(&buf), "key:and clerk", "buffer");
	mb_buf_release(&buf);
}

/* --- cleaning ---------------------------------------------------------- */

Test(text, cleans_without_changing_what_is_read)
{
	const struct {
		const char *raw, *want;
	} cases[] = {
		{ "", "" },
		{ "  \r\n ", "" },
		{ "The  Clerk\r\n\treported ", "The Clerk reported" },
		{ "a\xC2\xA0\xE2\x80\x83"
		  "b",
		  "a b" },
		{ "Sia\xCC\x82n", "Si\xC3\xA2n" }, /* NFC */
		{ "Si\xC3\xA2n", "Si\xC3\xA2n" },
		{ "of\xEF\xAC\x81"
		  "ce, sta\xEF\xAC\x80",
		  "office, staff" },
		{ "e\xEF\xAC\x83"
		  "cient",
		  "efficient" },
		{ "wa\xE2\x80\x8Brd", "ward" },
		{ "\xEF\xBB\xBFMinutes", "Minutes" },
		{ "a\x01"
		  "b\x7F"
		  "c",
		  "a b c" },
		{ "infor\xC2\xADmation", "information" },
		{ "infor\xC2\xAD\nmation", "information" },
		{ "infor\xC2\xAD  \r\n  mation", "information" },
		{ "infor\xC2\xAD mation", "infor mation" }, /* no line end */
		{ "anti-\nracism", "anti- racism" },
		{ "\xE2\x80\x9CQuoted\xE2\x80\x9D \xE2\x80\x93 dash",
		  "\xE2\x80\x9CQuoted\xE2\x80\x9D \xE2\x80\x93 dash" },
		{ "m\xC2\xB2", "m\xC2\xB2" }, /* no compatibility forms */
		{ "a\xFF"
		  "b",
		  "a\xEF\xBF\xBD"
		  "b" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str got, again;

		cr_assert(mb_clean_in(&arena, mb_str_of(cases[i].raw), &got,
				      NULL) == MB_OK);
		text_expect(got, cases[i].want, cases[i].raw);
		cr_assert(mb_clean_in(&arena, got, &again, NULL) == MB_OK);
		text_expect(again, cases[i].want, "cleaned twice");
	}
}

Test(text, takes_a_nul_for_a_control_character)
{
	struct mb_str got;

	cr_assert(mb_clean_in(&arena, MB_STR("a\0b"), &got, NULL) == MB_OK);
	text_expect(got, "a b", "cleaned");
}

Test(text, cleans_behind_what_is_in_the_buffer)
{
	struct mb_buf buf = MB_BUF_INIT;

	mb_buf_add(&buf, MB_STR("e"));
	mb_clean(&buf, MB_STR(" Si\xC3\xA2n "));
	text_expect(mb_buf_str(&buf), "eSi\xC3\xA2n", "buffer");
	mb_buf_release(&buf);
}

/* --- identifiers ------------------------------------------------------- */

Test(text, makes_slugs_that_end_with_a_word)
{
	const struct {
		const char *text;
		size_t limit;
		const char *want;
	} cases[] = {
		{ "Health & Wellbeing", 60, "health-and-wellbeing" },
		{ "Health & Wellbeing", 20, "health-and-wellbeing" },
		{ "Health & Wellbeing", 19, "health-and" },
		{ "Health & Wellbeing", 10, "health-and" },
		{ "Health & Wellbeing", 9, "health" },
		{ "Health & Wellbeing", 5, "healt" }, /* one long word */
		{ "Health & Wellbeing", 0, "" },
		{ "\xCE\xA9\xCE\xA9\xCE\xA9", 3, "\xCF\x89" },
		{ "", 10, "" },
		{ "12.4 (b)", 10, "12-4-b" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_buf buf = MB_BUF_INIT;

		mb_buf_add(&buf, MB_STR("a b/"));
		mb_slug(&buf, mb_str_of(cases[i].text), cases[i].limit);
		text_expect(mb_str_take(mb_buf_str(&buf), 4), "a b/",
			    "what was there before");
		text_expect(mb_str_drop(mb_buf_str(&buf), 4), cases[i].want,
			    cases[i].text);
		mb_buf_release(&buf);
	}
}

/* --- memory ------------------------------------------------------------ */

static const char long_text[] =
    "Cynghorydd Si\xC3\xA2n O\xE2\x80\x99"
    "Brien & the of\xEF\xAC\x81"
    "cers "
    "of the Larkhythe Wharf and Tannery Road Residents\xE2\x80\x99 Association";

static int fold_and_clean(void)
{
	struct mb_arena own = MB_ARENA_INIT;
	struct mb_buf buf = MB_BUF_INIT;
	struct mb_str out;
	int rc = mb_fold_in(&own, MB_STR(long_text), &out, NULL);

	if (rc == MB_OK)
		rc = mb_clean_in(&own, MB_STR(long_text), &out, NULL);
	if (rc == MB_OK) {
		mb_slug(&buf, MB_STR(long_text), 20);
		rc = mb_buf_finish(&buf, &out, NULL);
	}
	mb_buf_release(&buf);
	mb_arena_release(&own);
	return rc;
}

Test(text, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(fold_and_clean);
}
