#include "document.h"

#include "lines.h"
#include "support/text.h"

TestSuite(format_text);

Test(format_text, makes_every_line_a_block_and_cuts_bullets_off)
{
	document_expect(blocks_of("Minutes\n\n"
				  "\xE2\x80\xA2 a point\n"
				  "- another\n"
				  "* a third\n"
				  "o a fourth\n"
				  "\xEF\x82\xB7 a fifth\n" /* U+F0B7 */
				  "\xC2\xB7\t12.5 a sixth\n"
				  "-5 degrees\n"
				  "only\n"),
			"line Minutes\n"
			"entry {\xE2\x80\xA2} a point\n"
			"entry {-} another\n"
			"entry {*} a third\n"
			"entry {o} a fourth\n"
			"entry {\xEF\x82\xB7} a fifth\n"
			"entry {\xC2\xB7} 12.5 a sixth\n"
			"line -5 degrees\n"
			"line only\n");
}

Test(format_text, gives_a_line_the_bullet_that_stands_above_it)
{
	document_expect(blocks_of("It said:\n\xE2\x80\xA2\na point\n"
				  "\xEF\x82\xB7\n\nanother\n\xE2\x80\xA2\n"),
			"line It said:\n"
			"entry {\xE2\x80\xA2} a point\n"
			"entry {\xEF\x82\xB7} another\n");
}

Test(format_text, cleans_what_it_takes)
{
	document_expect(
	    blocks_of("The  \xEF\xAC\x81nal\xC2\xA0report\t was a\xC2\xAD"
		      "dopted\n"
		      "Sia\xCC\x82n\x1A\n"),
	    "line The final report was adopted\n"
	    "line Siân\n");
}

Test(format_text, begins_a_page_at_a_form_feed)
{
	document_expect(blocks_of("one\n\f\n\ftwo\nthree\f\n"), "line one\n"
								"page\n"
								"line two\n"
								"line three\n");
}

Test(format_text, has_nothing_to_say_of_nothing)
{
	document_expect(blocks_of(""), "");
	document_expect(blocks_of("\n \n\t\n\f\n"), "");
}

Test(format_text, ignores_a_bullet_with_nothing_behind_it)
{
	document_expect(blocks_of("x\n\xE2\x80\xA2\n\xE2\x80\xA2 \n"),
			"line x\n");
}
