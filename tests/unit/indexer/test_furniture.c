#include "document.h"

#include "support/text.h"

TestSuite(furniture);

static void expect(const char *text, const char *want)
{
	document_expect(paragraphs_of(text), want);
}

Test(furniture, drops_page_numbers_and_rules)
{
	expect("The Panel heard how the branch\nPage 3 of 7\nhad been "
	       "opened.\n-----\n.........\n2 of 9\nPage 4\n5 | Page\n- 3 -\n"
	       "Page 5/9\nAudit Committee, 24.9.2015 - page 3\nCouncil Meeting"
	       "   Page 2 of 4   February 26, 2020\nThen it "
	       "closed.\n",
	       "paragraph The Panel heard how the branch had been opened.\n"
	       "paragraph Then it closed.\n");
}

Test(furniture, drops_what_stands_for_a_picture)
{
	expect("(Image omitted)\n(Image omitted)\n[image]\n"
	       "[Logo: the arms of Larkhythe]\n<!-- image -->\n"
	       "**==> picture [312 x 40] intentionally omitted <==**\n"
	       "The Panel met.\n",
	       "paragraph The Panel met.\n");
	expect("(Pictures of the hall were shown)\n\nImage omitted\n\n"
	       "(Image of the bridge)\n",
	       "paragraph (Pictures of the hall were shown)\n"
	       "paragraph Image omitted\n"
	       "paragraph (Image of the bridge)\n");
}

Test(furniture, drops_forms_that_nobody_has_filled_in)
{
	expect("The meeting closed.\n\nSigned: ____________ Date: "
	       "________\n\nChairman\n\n",
	       "paragraph The meeting closed.\n");
	expect("CHAIRPERSON:.................\n\nThe Chairman\n",
	       "paragraph The Chairman\n");
	expect("Signed \xE2\x80\xA6\xE2\x80\xA6\xE2\x80\xA6 (Chair)  Date "
	       "\xE2\x80\xA6\xE2\x80\xA6\n\nIt closed.\n",
	       "paragraph It closed.\n");
	expect("Signed by Ida Penn ............\n",
	       "paragraph Signed by Ida Penn ............\n");
}

Test(furniture, drops_numbers_beside_the_end_of_a_page_only)
{
	expect("one\n\n12\n\nTitle\n", "paragraph one\nparagraph 12\n"
				       "paragraph Title\n");
	expect("One.\nTwo.\n12\n\fThree.\nFour.\nFive.\n13\nSix.\nSeven.\n"
	       "Eight.\n3/7\n",
	       "paragraph One.\nparagraph Two.\nparagraph Three.\n"
	       "paragraph Four.\nparagraph Five.\nparagraph 13\n"
	       "paragraph Six.\nparagraph Seven.\nparagraph Eight.\n");
}

/* A converter leaves them right behind the last line of their page. */
Test(furniture, drops_numbers_that_rise_through_the_text)
{
	expect("The Clerk said that a reply was due before the\n1\n\nend of "
	       "the month.\n\nIt was\n2\n\nnoted.\n",
	       "paragraph The Clerk said that a reply was due before the end "
	       "of the month.\nparagraph It was noted.\n");
}

/* A converter makes headings of them. */
Test(furniture, drops_a_page_that_is_a_heading)
{
	document_expect(
	    document_items(
		document_at("minutes.md", MB_STR("# Minutes\n\nShe noted that "
						 "the\n\n## Page 2\n\nlibrary "
						 "was open.\n"))),
	    "- -\n  minute: Minutes\n  minute: She noted that the library "
	    "was open.\n");
}

Test(furniture, drops_the_title_where_a_page_repeats_it)
{
	expect("LARKHYTHE COUNCIL\n\nLIBRARY PANEL\n\nIt was said that a "
	       "further\nPage 3\nLIBRARY PANEL\n4 March 2021\n\nreport would "
	       "come.\n",
	       "paragraph LARKHYTHE COUNCIL\nparagraph LIBRARY PANEL\n"
	       "paragraph It was said that a further report would come.\n");
}

/* The day at the foot of a page, which the header has, too. */
Test(furniture, drops_a_day_beside_the_end_of_a_page)
{
	expect("Minutes\n4 March 2021\nMr Finch of the Quay,\n\n"
	       "Library Panel   Page 2\n4 March 2021\n\f\nLarkhythe, asked "
	       "why.\n",
	       "paragraph Minutes\nparagraph 4 March 2021\n"
	       "paragraph Mr Finch of the Quay, Larkhythe, asked why.\n");
}

/* Two pages are too few for a head to come back. */
Test(furniture, drops_what_stands_inside_a_word_or_a_sentence)
{
	expect("She said that depart-\n2\nSenate, 15 February 2023\n\nments "
	       "would be free.\n",
	       "paragraph She said that departments would be free.\n");
	expect("She said that the\nSenate, 15 February 2023\nrule was "
	       "old.\n",
	       "paragraph She said that the rule was old.\n");
	/* another name may have no date */
	expect("It was sent to the\nLarkhythe Society\nfor advice.\n",
	       "paragraph It was sent to the Larkhythe Society for "
	       "advice.\n");
}

Test(furniture, drops_heads_and_feet_of_three_pages)
{
	expect("Library Panel 1\nOne ends.\nTwo ends.\nLarkhythe\n\f"
	       "Library Panel 2\nThree ends.\nFour ends.\nLarkhythe\n\f"
	       "Library Panel 3\nFive ends.\nSix ends.\nLarkhythe\n",
	       "paragraph One ends.\nparagraph Two ends.\n"
	       "paragraph Three ends.\nparagraph Four ends.\n"
	       "paragraph Five ends.\nparagraph Six ends.\n");
	/* twice is enough at the very end of a page; the first of all tells
	   whose pages they are */
	expect("Library Panel\nOne ends.\nTwo ends.\nThree ends.\n\f"
	       "Library Panel\nFour ends.\nFive ends.\nSix ends.\n",
	       "paragraph Library Panel\n"
	       "paragraph One ends.\nparagraph Two ends.\n"
	       "paragraph Three ends.\nparagraph Four ends.\n"
	       "paragraph Five ends.\nparagraph Six ends.\n");
	/* and may be chance behind another line */
	expect("First.\nLibrary Panel\nOne ends.\nTwo ends.\nThree ends.\n\f"
	       "Other.\nLibrary Panel\nFour ends.\nFive ends.\nSix "
	       "ends.\n",
	       "paragraph First.\nparagraph Library Panel\n"
	       "paragraph One ends.\nparagraph Two ends.\n"
	       "paragraph Three ends.\nparagraph Other.\n"
	       "paragraph Library Panel\nparagraph Four ends.\n"
	       "paragraph Five ends.\nparagraph Six ends.\n");
}

Test(furniture, drops_the_only_head_that_says_the_header_again)
{
	expect(
	    "LARKHYTHE COUNCIL\n\nMINUTES OF THE LIBRARY PANEL\n\nMONDAY, 14 "
	    "OCTOBER 2013\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n"
	    "Page 1\n\nLARKHYTHE COUNCIL - LIBRARY PANEL - 14.10.13\n\n"
	    "LARKHYTHE LIBRARY FUND\n\nSix.\n",
	    "paragraph LARKHYTHE COUNCIL\n"
	    "paragraph MINUTES OF THE LIBRARY PANEL\n"
	    "paragraph MONDAY, 14 OCTOBER 2013\n"
	    "paragraph One.\nparagraph Two.\nparagraph Three.\n"
	    "paragraph Four.\nparagraph Five.\n"
	    "paragraph LARKHYTHE LIBRARY FUND\nparagraph Six.\n");
}

Test(furniture, drops_lines_to_sign_on)
{
	expect("It closed.\n\nSigned: .............. (Chairman)   Date "
	       ".........\n\n______________\nIda Penn, Chairperson\n",
	       "paragraph It closed.\n");
	expect("<p>It closed.</p><p>Signed as a correct record __________</p>"
	       "<p>Town Mayor</p>",
	       "paragraph It closed.\n");
	/* what is said of a signature stays, and who stands anywhere else */
	expect("The letter was signed...... by nobody.\n\nTown Mayor\n",
	       "paragraph The letter was signed...... by nobody.\n"
	       "paragraph Town Mayor\n");
	expect("............\nThe Chairman thanked everybody for coming.\n",
	       "paragraph The Chairman thanked everybody for coming.\n");
}

/* A line that happens to break behind "page 4" is no running head. */
Test(furniture, keeps_a_sentence_that_names_a_page)
{
	expect("The Chair drew attention to the table shown on page 4\n"
	       "which she had drawn.\n",
	       "paragraph The Chair drew attention to the table shown on page "
	       "4 which she had drawn.\n");
	expect("They had read the report (see page 12\nand the map).\n",
	       "paragraph They had read the report (see page 12 and the "
	       "map).\n");
}

/* Minute 1 of the year 2019 is no first page of nineteen. */
Test(furniture, keeps_numbers_of_items_with_a_year)
{
	expect("1/19\nApologies\n2/19\nPlanning\n",
	       "paragraph 1/19\nparagraph Apologies\n"
	       "paragraph 2/19\nparagraph Planning\n");
}

/* It has the items' numbers and titles before any of them begins. */
Test(furniture, drops_a_table_of_contents)
{
	expect("1. OPENING .......... 2\n2. MINUTES OF THE LAST\n"
	       "MEETING . . . . . . . 2\n   2.1 Quay .... 3\n\n"
	       "1. OPENING\nThe Mayor opened it.\n",
	       "paragraph 1. OPENING\nparagraph The Mayor opened it.\n");
	/* what something costs is no page, nor is where somebody signs */
	expect("Finch & Son ...... 390\nAmes Bros ........ 15\n"
	       "Brand ............ 40\n",
	       "paragraph Finch & Son ...... 390\n"
	       "paragraph Ames Bros ........ 15\n"
	       "paragraph Brand ............ 40\n");
}

Test(furniture, drops_who_was_to_sign_at_the_end)
{
	char *got = paragraphs_of(
	    "The Chair thanked all.\n\nWithy Green Parish Council     Page 1 "
	    "of "
	    "2     Signed ............\n\nThe Clerk agreed.\n\nThe meeting "
	    "closed at 9 pm.\n\nM STANDISH\nChair\nNFRS HQ\nFallowby\n\n3\n");

	document_expect(got, "paragraph The Chair thanked all.\n"
			     "paragraph The Clerk agreed.\n"
			     "paragraph The meeting closed at 9 pm.\n");
}

Test(furniture, keeps_an_office_that_the_text_ends_with)
{
	char *got = paragraphs_of("The members were:\n\n- Mayor\n\n- Clerk\n");

	document_expect(got, "paragraph The members were:\n"
			     "entry {-} Mayor\nentry {-} Clerk\n");
}

Test(furniture, drops_the_tags_of_printed_minutes_and_dots_behind_words)
{
	char *got = paragraphs_of(
	    "<AI1>\n\nThe Chair thanked all.\n\n</AI1>\n\n"
	    "Signed\xE2\x80\xA6\xE2\x80\xA6\xE2\x80\xA6.. Chair     "
	    "Date\xE2\x80\xA6\xE2\x80\xA6\xE2\x80\xA6\n");

	document_expect(got, "paragraph The Chair thanked all.\n");
}
