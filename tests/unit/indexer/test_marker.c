#include "marker.h"

#include "support/text.h"

TestSuite(marker);

Test(marker, is_read_by_its_shape)
{
	const struct {
		const char *text;
		enum marker_style style;
		const char *number;
		size_t len;
	} cases[] = {
		{ "12. Title", MARKER_DOT, "12", 4 },
		{ "12.", MARKER_DOT, "12", 3 },
		{ "2.Disposal of Land", MARKER_DOT, "2", 2 },
		{ "12) Title", MARKER_BRACKET, "12", 4 },
		{ "(12) Title", MARKER_BRACKETS, "12", 5 },
		{ "12 Title", MARKER_BARE, "12", 3 },
		{ "12 - Title", MARKER_BARE, "12", 5 },
		{ "275/19 Title", MARKER_SLASH, "275/19", 7 },
		{ "77/21", MARKER_SLASH, "77/21", 5 },
		{ "12.2 Text", MARKER_TWO, "12.2", 5 },
		{ "12.2. Text", MARKER_TWO, "12.2", 6 },
		{ "18.09.4 Title", MARKER_THREE, "18.09.4", 8 },
		{ "3449.\tTitle", MARKER_DOT, "3449", 6 },
		{ "Item 5: Title", MARKER_WORD, "5", 8 },
		{ "Agenda item 5 Title", MARKER_WORD, "5", 14 },
		{ "MINUTE NO. 12", MARKER_WORD, "12", 13 },
		{ "a) text", MARKER_LETTER, "a", 3 },
		{ "(b) text", MARKER_LETTER, "b", 4 },
		{ "b. text", MARKER_LETTER, "b", 3 },
		{ "iv) text", MARKER_ROMAN, "iv", 4 },
		{ "(ii) text", MARKER_ROMAN, "ii", 5 },
		{ "4.5iv) text", MARKER_TWO, "4.5iv", 7 },
		{ "4.4.4.4.5vii) text", MARKER_TWO, "4.4.4.4.5vii", 14 },
		{ "4.5A Text", MARKER_TWO, "4.5A", 5 },
		{ "99999. Title", MARKER_DOT, "99999", 7 },
		{ "'4. Title", MARKER_DOT, "4", 4 },
		{ "\xE2\x80\x98"
		  "4) Title",
		  MARKER_BRACKET, "4", 6 },
		{ "10A. Title", MARKER_DOT, "10A", 5 },
		{ "10a) Title", MARKER_BRACKET, "10a", 5 },
		{ "22/045 Title", MARKER_SLASH, "22/045", 7 },
		{ "C/23/045 Title", MARKER_CODE, "C/23/045", 9 },
		{ "PC.123.23. Title", MARKER_CODE, "PC.123.23", 11 },
		{ "FC24/031: Title", MARKER_CODE, "FC24/031", 10 },
		{ "F&GP/23/12", MARKER_CODE, "F&GP/23/12", 10 },
		{ "Cou/285/07-08 Title", MARKER_CODE, "Cou/285/07-08", 14 },
		{ "01/25/03 Title", MARKER_CODE, "01/25/03", 9 },
		{ "2023-117 Title", MARKER_CODE, "2023-117", 9 },
		{ "A1 Title", MARKER_CODE, "A1", 3 },
		{ "MINUTE NO. 88/23 Title", MARKER_SLASH, "88/23", 17 },
		{ "IV. Title", MARKER_NUMERAL, "IV", 4 },
		{ "Motion 41/2020 Moved by Cr Ames", MARKER_MOTION, "41/2020",
		  15 },
		{ "COUNCIL RESOLUTION 2021/061", MARKER_MOTION, "2021/061",
		  27 },
		{ "Resolution No. 1731: That", MARKER_MOTION, "1731", 21 },
		{ "Resolution number PHC/2022/58", MARKER_MOTION, "PHC/2022/58",
		  29 },
		{ "COFNOD 412   Croeso", MARKER_WORD, "412", 13 },
		{ "Item No: 7 Title", MARKER_WORD, "7", 11 },
		{ "Min No. 45 Title", MARKER_WORD, "45", 11 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct marker m = marker_of(mb_str_of(cases[i].text));

		cr_expect(eq(int, m.style, cases[i].style), "%s",
			  cases[i].text);
		text_expect(m.number, cases[i].number, cases[i].text);
		cr_expect(eq(sz, m.len, cases[i].len), "%s", cases[i].text);
		cr_expect(
		    eq(int, m.is_alone, m.len == mb_str_of(cases[i].text).len));
	}
}

Test(marker, has_the_numbers_of_a_code_in_their_order)
{
	struct marker m = marker_of(MB_STR("PC.123.23 Title"));

	cr_expect(eq(int, (int)m.part[0], 123));
	cr_expect(eq(int, (int)m.part[1], 23));
	m = marker_of(MB_STR("10B. Title"));
	cr_expect(eq(int, (int)m.part[0], 10));
	cr_expect(eq(int, (int)m.letter, 2));
}

Test(marker, is_nothing_else)
{
	const char *const cases[] = {
		"",
		"Title",
		"Mr. Ames asked",
		"J. Smith asked",
		"22/00317/FUL, Mill Cottage",
		"Covid-19 was discussed",
		"13/03/2023 Letter",
		"10kg of sand",
		"3.5m was spent",
		"100000. Title",
		"12am",
		"11.20 am The Mayor closed it",
		"7.30 p.m.",
		"1/2/3",
		"(12 Title",
		"(2), and",
		"(M), Ogle",
		"item of business",
		"minutes 5a",
		"I. asked",
		"a text",
		"abc) text",
		"\xC2\xA3"
		"12.50",
		"12,500 homes",
		"5th May",
		"'4. Title' was the motion",
		"'90s music",
		"a.",
		"xxi) text",
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(
		    eq(int, marker_of(mb_str_of(cases[i])).style, MARKER_NONE),
		    "%s", cases[i]);
}

Test(marker, has_the_values_of_its_parts)
{
	struct marker m = marker_of(MB_STR("18.09.4 Title"));

	cr_expect(eq(u32, m.part[0], 18));
	cr_expect(eq(u32, m.part[1], 9));
	cr_expect(eq(u32, m.part[2], 4));
	cr_expect(eq(u32, marker_of(MB_STR("c) x")).part[0], 3));
	cr_expect(eq(u32, marker_of(MB_STR("xiv) x")).part[0], 14));
}
