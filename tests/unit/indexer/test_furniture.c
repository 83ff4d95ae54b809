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
	       "Page 5/9\nAudit Committee, 24.9.2015 - page 3\nThen it "
	       "closed.\n",
	       "paragraph The Panel heard how the branch had been opened.\n"
	       "paragraph Then it closed.\n");
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

Test(furniture, drops_heads_and_feet_of_three_pages)
{
	expect("Library Panel 1\nOne ends.\nTwo ends.\nLarkhythe\n\f"
	       "Library Panel 2\nThree ends.\nFour ends.\nLarkhythe\n\f"
	       "Library Panel 3\nFive ends.\nSix ends.\nLarkhythe\n",
	       "paragraph One ends.\nparagraph Two ends.\n"
	       "paragraph Three ends.\nparagraph Four ends.\n"
	       "paragraph Five ends.\nparagraph Six ends.\n");
	/* twice is enough at the very end of a page */
	expect("Library Panel\nOne ends.\nTwo ends.\nThree ends.\n\f"
	       "Library Panel\nFour ends.\nFive ends.\nSix ends.\n",
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
