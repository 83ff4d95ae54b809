#include "sniff.h"

#include "support/text.h"

TestSuite(sniff);

Test(sniff, names_binary_formats_by_their_first_bytes)
{
	const struct {
		struct mb_str bytes;
		const char *want;
	} cases[] = {
		{ MB_STR("%PDF-1.7\n"), "a PDF file" },
		{ MB_STR("PK\3\4\x14\0"), "a Word, OpenDocument or ZIP file" },
		{ MB_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
		  "an old Office file" },
		{ MB_STR("\xFF\xD8\xFF\xE0"), "a JPEG picture" },
		{ MB_STR("II*\0"), "a TIFF picture" },
		{ MB_STR("SQLite format 3\0"), "an SQLite file" },
		{ MB_STR("PDF files are not read"), NULL },
		{ MB_STR("PK\3"), NULL }, /* too short to be one */
		{ MB_STR("\xFF\xFEM\0"), NULL },
		{ MB_STR(""), NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *got = sniff_binary(cases[i].bytes);

		cr_expect(
		    mb_str_equal(mb_str_of(got), mb_str_of(cases[i].want)),
		    "'%.*s': %s", MB_STR_ARG(cases[i].bytes), got);
	}
}

Test(sniff, names_a_page_in_the_parts_of_a_mail)
{
	const struct {
		const char *text;
		const char *want;
	} cases[] = {
		{ "From: <Saved by a browser>\r\nSubject: Minutes\r\n"
		  "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
		  "\ttype=\"text/html\"\r\n\r\n<html>",
		  "an MHTML file" },
		{ "content-type: multipart/related\nmime-version: 1.0\n\nx",
		  "an MHTML file" },
		{ "MIME-Version: 1.0\nContent-Type: multipart/mixed\n\nx",
		  "a mail in several parts" },
		{ "MIME-Version: 1.0\nContent-Type: text/plain\n\nx", NULL },
		{ "MIME-Version: 1.0\n\nContent-Type: multipart/related",
		  NULL },
		{ "Minutes\nMIME-Version: 1.0\n"
		  "Content-Type: multipart/related\n",
		  NULL },
		{ "Content-Type: multipart/related\nx", NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *got = sniff_binary(mb_str_of(cases[i].text));

		cr_expect(
		    mb_str_equal(mb_str_of(got), mb_str_of(cases[i].want)),
		    "'%s': %s", cases[i].text, got);
	}
	cr_expect(sniff_advice(mb_str_of(cases[0].text)) != NULL);
}

Test(sniff, knows_formats_that_are_read_by_their_first_bytes)
{
	cr_expect(eq(int, sniff_bytes(MB_STR("{\\rtf1\\ansi")), MB_FORMAT_RTF));
	cr_expect(eq(int, sniff_bytes(MB_STR("\n%PDF-1.7")), MB_FORMAT_PDF));
	cr_expect(
	    eq(int, sniff_bytes(MB_STR("an {\\rtf1}")), MB_FORMAT_UNKNOWN));
}

Test(sniff, takes_control_characters_all_over_for_garbage)
{
	cr_expect(sniff_is_garbage(MB_STR("\1\2\3\4text\5\6\7")));
	cr_expect(sniff_is_garbage(MB_STR("\uFFFD\uFFFD\uFFFD\uFFFD text")));
	cr_expect(not(sniff_is_garbage(MB_STR("Minutes\f\tof\r\nthe Panel"))));
	cr_expect(not(sniff_is_garbage(MB_STR(""))));
	/* one slip in a page of text is none */
	cr_expect(not(sniff_is_garbage(
	    MB_STR("The Chair opened the meeting and thanked everybody for "
		   "coming out on such a night.\1"))));
}

Test(sniff, asks_the_content_for_the_format)
{
	const struct {
		const char *text;
		enum mb_format want;
	} cases[] = {
		{ "# Minutes\n\n<table><tr><td>Present</td></tr></table>\n",
		  MB_FORMAT_MARKDOWN },
		{ "<p># Minutes</p>\n# One\n# Two\n", MB_FORMAT_HTML },
		{ "1. Apologies\nNone.\n", MB_FORMAT_TEXT },
		{ "", MB_FORMAT_TEXT },
		{ "  <!DOCTYPE HTML>\nx", MB_FORMAT_HTML },
		{ "<html lang=en>", MB_FORMAT_HTML },
		{ "<?xml version='1.0'?><html><body><p>x</p></body></html>",
		  MB_FORMAT_HTML },
		{ "<?xml version='1.0'?><getmeetings/>", MB_FORMAT_XML },
		/* a fragment without html or body */
		{ "<li><h4>APOLOGIES</h4>None.</li>", MB_FORMAT_HTML },
		{ "Minutes\n<p>1. Apologies</p>\n", MB_FORMAT_HTML },
		/* signs that are no tags */
		{ "costs < income and a > b\n<x> <y> <z>", MB_FORMAT_TEXT },
		{ "<Cllr Ames> asked <b", MB_FORMAT_TEXT },
		{ "# Minutes\n\ntext\n", MB_FORMAT_MARKDOWN },
		{ "1\\. Apologies\n", MB_FORMAT_MARKDOWN },
		{ "**Present**\n\n**Apologies**\n", MB_FORMAT_MARKDOWN },
		{ "**Present**\n", MB_FORMAT_TEXT }, /* once is no habit */
		{ "---\ntitle: Minutes\n---\ntext\n", MB_FORMAT_MARKDOWN },
		{ "---\nno front matter\n---\n", MB_FORMAT_TEXT },
		{ "#hashtag\n#another\n", MB_FORMAT_TEXT },
		{ "see [the plan](https://larkhythe.example/plan)\n",
		  MB_FORMAT_MARKDOWN },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(int, sniff_text(mb_str_of(cases[i].text)),
			     cases[i].want),
			  "'%s'", cases[i].text);
}

Test(sniff, tells_text_with_a_tag_here_and_there_from_a_page)
{
	struct mb_str text =
	    MB_STR("Minutes of the Panel\n1\n2\n3\n4\n5\n6\n7\n"
		   "8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n"
		   "19\n<b>20</b>\n21\n22\n");

	cr_expect(eq(int, sniff_text(text), MB_FORMAT_TEXT));
}
