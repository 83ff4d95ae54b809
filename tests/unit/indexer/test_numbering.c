#include "document.h"

#include "minutebook/buf.h"
#include "support/text.h"

/*
 * What numbers, or titles, begin the items of a document.  Every case is a
 * meeting of the same shape, numbered as another clerk would.
 */
TestSuite(numbering);

#define HEADER                                                                \
	"MINUTES of a meeting of the Library Panel held in the Town Hall on " \
	"Thursday, 4 March 2021\n\n"

/* Only the numbers and titles of the items, one a line. */
static char *titles_of(const char *text)
{
	const struct mb_doc *doc = document_of(text);
	struct mb_buf buf = MB_BUF_INIT;
	char *titles;

	for (size_t i = 0; i < doc->n_items; i++)
		mb_buf_add_format(&buf, "%.*s|%.*s\n",
				  MB_STR_ARG(doc->items[i].number),
				  MB_STR_ARG(doc->items[i].title));
	titles = text_of(mb_buf_str(&buf));
	mb_buf_release(&buf);
	return titles;
}

static void expect(const char *text, const char *want)
{
	document_expect(titles_of(text), want);
}

Test(numbering, follows_numbers_of_any_manner)
{
	expect(HEADER "1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Library "
		      "review\nThe Panel heard a report.\n",
	       "1|Apologies\n2|Minutes\n3|Library review\n");
	expect(HEADER "1) Apologies\nNone.\n2) Minutes\nAgreed.\n3) Library "
		      "review\nThe Panel heard a report.\n",
	       "1|Apologies\n2|Minutes\n3|Library review\n");
	expect(HEADER "275/19 Apologies\nNone.\n276/19 Minutes\nAgreed.\n"
		      "277/19 Library review\nThe Panel heard a report.\n",
	       "275/19|Apologies\n276/19|Minutes\n277/19|Library review\n");
	expect(HEADER "18.09.1 Apologies\nNone.\n18.09.2 Minutes\nAgreed.\n"
		      "18.09.3 Library review\nThe Panel heard a report.\n",
	       "18.09.1|Apologies\n18.09.2|Minutes\n"
	       "18.09.3|Library review\n");
	expect(HEADER "3449.\tApologies:\tNone.\n3450.\tMinutes:\tAgreed.\n"
		      "3451.\tLibrary review:\tThe Panel heard a report of "
		      "it.\n",
	       "3449|Apologies\n3450|Minutes\n3451|Library review\n");
	expect(HEADER "Item 1 Apologies\nNone.\nItem 2 Minutes\nAgreed.\n"
		      "Item 3: Library review\nThe Panel heard a report.\n",
	       "1|Apologies\n2|Minutes\n3|Library review\n");
}

Test(numbering, follows_references_by_the_part_that_rises)
{
	expect(HEADER "22/045 Apologies\nNone.\n22/046 Minutes\nAgreed.\n"
		      "22/047 Library review\nThe Panel heard a report.\n",
	       "22/045|Apologies\n22/046|Minutes\n22/047|Library review\n");
	expect(HEADER "LP/23/061 Apologies\nNone.\nLP/23/062 Minutes\n"
		      "Agreed.\nLP/23/063 Library review\nIt was heard.\n",
	       "LP/23/061|Apologies\nLP/23/062|Minutes\n"
	       "LP/23/063|Library review\n");
	expect(HEADER "PC.12.23 Apologies\nNone.\nPC.13.23 Minutes\nAgreed.\n"
		      "PC.14.23 Library review\nThe Panel heard a report.\n",
	       "PC.12.23|Apologies\nPC.13.23|Minutes\n"
	       "PC.14.23|Library review\n");
	expect(HEADER "A1 Apologies\nNone.\nA2 Minutes\nAgreed.\nB1 Library "
		      "review\nThe Panel heard a report.\n",
	       "A1|Apologies\nA2|Minutes\nB1|Library review\n");
	expect(HEADER "I. Apologies\nNone.\nII. Minutes\nAgreed.\n"
		      "III. Library review\nThe Panel heard a report.\n",
	       "I|Apologies\nII|Minutes\nIII|Library review\n");
	expect(HEADER
	       "1.0 Apologies\nNone.\n2.0 Minutes\nAgreed.\n"
	       "3.0 Library review\n3.1 It was heard.\n3.2 It was kept.\n",
	       "1.0|Apologies\n2.0|Minutes\n3.0|Library review\n");
	/* put in between when the agenda was out */
	expect(HEADER "1. Apologies\nNone.\n1A. Minutes\nAgreed.\n"
		      "2. Library review\nThe Panel heard a report.\n",
	       "1|Apologies\n1A|Minutes\n2|Library review\n");
}

Test(numbering, finds_numbers_behind_the_titles)
{
	expect(HEADER "APOLOGIES            11/22\n\nThere were none.\n\n"
		      "MINUTES              12/22\n\nThey were agreed.\n\n"
		      "LIBRARY REVIEW       13/22\n\nIt was heard.\n",
	       "11/22|APOLOGIES\n12/22|MINUTES\n13/22|LIBRARY REVIEW\n");
	/* a year is no number of an item */
	expect(HEADER "APOLOGIES\n\nThere were none.\n\nBUDGET 2022\n\nIt "
		      "was agreed.\n\nBUDGET 2023\n\nIt was heard.\n",
	       "|APOLOGIES\n|BUDGET 2022\n|BUDGET 2023\n");
}

Test(numbering, opens_minutes_that_are_laid_out_as_a_table)
{
	expect("<body><p>" HEADER "</p><table>"
	       "<tr><td>Item</td><td>Discussion</td><td>Action</td></tr>"
	       "<tr><td>1.</td><td>Apologies. There were none.</td></tr>"
	       "<tr><td>2.</td><td><b>Library review.</b> It was heard.</td>"
	       "<td>AB</td></tr>"
	       "<tr><td>3.</td><td>Date of next meeting: 4 May.</td></tr>"
	       "</table></body>",
	       "1|Apologies\n2|Library review\n3|Date of next meeting\n");
	/* sums are no minutes */
	expect("<body><p>" HEADER "</p><h2>Apologies</h2><p>None.</p>"
	       "<h2>Payments</h2><table><tr><td>1</td><td>Wages</td>"
	       "<td>4.00</td></tr><tr><td>2</td><td>Rent</td><td>2.00</td>"
	       "</tr></table></body>",
	       "|Apologies\n|Payments\n");
}

Test(numbering, finds_the_title_under_a_number_that_stands_alone)
{
	expect(HEADER "292.\n\nApologies\n\n(Item 1)\n\nNone were "
		      "received.\n\n293.\n\nMinutes\n\n(Item 2)\n\nThey were "
		      "agreed.\n\n294.\n\nLibrary review\n\n(Item 3)\n\nThe "
		      "Panel heard a report.\n",
	       "292|Apologies\n293|Minutes\n294|Library review\n");
	/* "submitted" makes no sentence of a title that stands apart */
	expect(HEADER "1.\n\nApologies\n\nNone were received.\n\n2.\n\nNotice "
		      "of motion submitted by Councillor D. Finch (to be "
		      "referred to the Panel)\n\nIt was referred.\n\n3.\n\n"
		      "Minutes\n\nThey were agreed.\n",
	       "1|Apologies\n2|Notice of motion submitted by Councillor D. "
	       "Finch (to be referred to the Panel)\n3|Minutes\n");
	/* minute 1 of the year 2019 is not page 1 of 19 */
	expect(HEADER "1/19\nApologies\nNone were received.\n2/19\nPlanning\n"
		      "There was none.\n3/19\nDate of next meeting\nTuesday 11 "
		      "June 2019.\n",
	       "1/19|Apologies\n2/19|Planning\n3/19|Date of next meeting\n");
}

Test(numbering, goes_on_from_the_minutes_of_earlier_meetings)
{
	expect(HEADER "54. Apologies\nNone.\n55. Minutes\nAgreed.\n56. Library "
		      "review\nThe Panel resolved:\n1. that it be noted; "
		      "and\n2. that it be kept.\n57. Any other business\n"
		      "None.\n",
	       "54|Apologies\n55|Minutes\n56|Library review\n"
	       "57|Any other business\n");
}

Test(numbering, takes_items_out_of_order_and_leaves_gaps)
{
	expect(HEADER "1. Apologies\nNone.\n2. Minutes\nAgreed.\n7. Planning\n"
		      "Taken early.\n3. Library review\nThe Panel heard a "
		      "report.\n4. Any other business\nNone.\n",
	       "1|Apologies\n2|Minutes\n7|Planning\n3|Library review\n"
	       "4|Any other business\n");
	expect(HEADER "1. Apologies\nNone.\n2. Minutes\nAgreed.\n5. Library "
		      "review\nThe Panel heard a report.\n6. Any other "
		      "business\nNone.\n",
	       "1|Apologies\n2|Minutes\n5|Library review\n"
	       "6|Any other business\n");
}

Test(numbering, forgives_a_number_that_was_given_twice)
{
	expect(HEADER "1. Apologies: None.\n2. Vacancy for the Quay Ward - Two "
		      "people had applied for it.\n2. Correspondence: None.\n"
		      "3. Planning: None.\n",
	       "1|Apologies\n2|Vacancy for the Quay Ward\n"
	       "2|Correspondence\n3|Planning\n");
}

Test(numbering, gives_a_sentence_of_apologies_its_title)
{
	expect(HEADER "1. Minutes\nAgreed.\n2. Apologies for absence were "
		      "received from Cllr Finch.\n3. Planning\nNone.\n",
	       "1|Minutes\n2|Apologies for absence\n3|Planning\n");
}

Test(numbering, divides_a_title_that_runs_into_its_text)
{
	const struct mb_doc *doc = document_of(
	    HEADER "1. Election of Chairman Dennis Finch was nominated and, "
		   "with no others, took the chair.\n\n2. Approval of Minutes "
		   "The minutes of 4 May were confirmed.\n\n3. Apologies for "
		   "absence Apologies were received from Cllr Ames.\n\n4. "
		   "Planning Two letters were read.\n");

	document_expect(
	    document_items(doc),
	    "1 Election of Chairman\n  minute: Dennis Finch was "
	    "nominated and, with no others, took the chair.\n"
	    "2 Approval of Minutes routine\n  decision: The minutes "
	    "of 4 May were confirmed.\n"
	    "3 Apologies for absence routine\n  minute: Apologies "
	    "were received from Cllr Ames.\n"
	    "4 Planning\n  minute: Two letters were read.\n");
}

Test(numbering, does_not_take_resolutions_and_lists_for_items)
{
	expect(HEADER "1. Apologies\nNone were received.\n2. Library review\n"
		      "RESOLVED that:\n1. the report be noted\n2. the branch "
		      "be opened\n3. the Clerk write to the owner\n3. Date of "
		      "next meeting\n6 May 2021.\n",
	       "1|Apologies\n2|Library review\n3|Date of next meeting\n");
}

Test(numbering, uses_what_stands_out_when_nothing_is_numbered)
{
	expect(HEADER "APOLOGIES\nNone were received.\nMINUTES\nThey were "
		      "agreed.\nLIBRARY REVIEW\nThe Panel heard a report.\n",
	       "|APOLOGIES\n|MINUTES\n|LIBRARY REVIEW\n");
	expect("<body><p>" HEADER "</p><h2>Apologies</h2><p>None were "
	       "received.</p><h2>Library review</h2><p>The Panel heard a "
	       "report.</p><h2>Any other business</h2><p>None.</p></body>",
	       "|Apologies\n|Library review\n|Any other business\n");
	expect("<body><p>" HEADER "</p><p><b>Apologies</b></p><p>None were "
	       "received.</p><p><b>Library review</b></p><p>The Panel heard a "
	       "report.</p><p><b>Any other business</b></p><p>None.</p></body>",
	       "|Apologies\n|Library review\n|Any other business\n");
	expect(HEADER "Apologies: None were received.\n\nMinutes: They were "
		      "agreed.\n\nPlanning: There was nothing to "
		      "consider.\n\nCorrespondence: A letter was read.\n",
	       "|Apologies\n|Minutes\n|Planning\n|Correspondence\n");
}

Test(numbering, takes_titles_that_nothing_or_only_their_bold_sets_apart)
{
	expect(HEADER "Apologies\nNone were received.\n\nMinutes of the last "
		      "meeting\nAgreed.\n\nParking at the quay\nCllr Finch "
		      "asked about it.\n\nDate of next meeting\n4 May\n",
	       "|Apologies\n|Minutes of the last meeting\n"
	       "|Parking at the quay\n|Date of next meeting\n");
	expect("<body><p>" HEADER "</p><p><b>Apologies</b> None.</p>"
	       "<p><b>Library review</b> The Panel heard a report.</p>"
	       "<p><b>Action</b> AB</p>"
	       "<p><b>Any other business</b> There was none.</p></body>",
	       "|Apologies\n|Library review\n|Any other business\n");
	expect("<body><p>" HEADER "</p><p>1. <b>Apologies</b> None.</p>"
	       "<p>2. <b>Library review</b> - It was heard.</p>"
	       "<p>3. <b>Planning</b> None.</p></body>",
	       "1|Apologies\n2|Library review\n3|Planning\n");
}

Test(numbering, takes_the_only_number_for_the_item_of_a_special_meeting)
{
	expect(HEADER "Present: Cllr Finch\n\n4. Deputation from the Anglers' "
		      "Club\n\nThe Chair welcomed the club. It was heard.\n\n"
		      "The Panel thanked it.\n",
	       "4|Deputation from the Anglers' Club\n");
	expect(HEADER "The Panel met.\n\n14 homes were built in the year, and "
		      "it was told of them.\n\nThe Panel was glad.\n",
	       "|\n");
}

Test(numbering, is_not_led_astray_by_the_cells_of_a_table)
{
	struct mb_str text = MB_STR(
	    "# Library Panel\n\nThursday, 4 March 2021\n\n**Apologies**\n\n"
	    "None were received.\n\n**Budget**\n\nIt was as follows.\n\n"
	    "**Year**\n\n**Books**\n\n**Staff**\n\n**Buildings**\n\n"
	    "**14,200**\n\n**Budget 2021 \xC2\xA3**\n\nIt was noted.\n\n"
	    "**Highways**\n\nNone.\n\n**Planning**\n\nNone.\n\n**Any other "
	    "business**\n\nNone.\n");
	const struct mb_doc *doc = document_at("minutes.md", text);

	cr_expect(eq(sz, doc->n_items, 5));
	cr_expect(eq(sz, doc->items[1].n_paragraphs, 8));
}

Test(numbering, adds_a_standard_title_between_numbered_items)
{
	expect(HEADER "1. Apologies\nNone were received.\n2. Minutes\nThey "
		      "were agreed.\nOPEN FORUM\nA resident asked about the "
		      "quay.\n3. Planning\nNone.\n4. Highways\nNone.\n",
	       "1|Apologies\n2|Minutes\n|OPEN FORUM\n3|Planning\n"
	       "4|Highways\n");
}

/* Who signs has nothing below; whose business it is has sentences. */
Test(numbering, takes_an_office_or_a_resolution_s_number_for_a_title)
{
	expect(HEADER "APOLOGIES\nNone were received.\nSHERIFF\nSheriff Penn "
		      "reported on the jail.\nRESOLUTION NO. 2021-11\nIt was "
		      "read and adopted.\nRESOLUTION OF THANKS\nIt was so "
		      "resolved.\nCLERK\n",
	       "|APOLOGIES\n|SHERIFF\n|RESOLUTION NO. 2021-11\n");
}

/* A heading of the file's own is no paragraph, whatever its number. */
Test(numbering, adds_headings_that_are_numbered_below_an_item)
{
	document_expect(
	    items_of("<body><p>Minutes of a meeting of the Library Panel held "
		     "on 4 March 2021</p><h2>1. Apologies</h2><p>None.</p>"
		     "<h2>2. Libraries</h2><h3>2.1 Brown Bins</h3><p>They were "
		     "emptied.</p><h3>2.2 Slipway</h3><p>It was open.</p>"
		     "<h2>3. Planning</h2><p>3.1 Cllr Ames spoke of bins.</p>"
		     "<h3>9.1 Quay</h3><p>None.</p>"),
	    "1 Apologies routine\n  minute: None.\n"
	    "2 Libraries\n"
	    "2.1 Brown Bins\n  minute: They were emptied.\n"
	    "2.2 Slipway\n  minute: It was open.\n"
	    "3 Planning\n"
	    "  3.1 minute: {Cllr Ames} Cllr Ames spoke of bins.\n"
	    "  9.1 minute: Quay\n  minute: None.\n");
}

Test(numbering, finds_no_items_where_there_are_none)
{
	expect("The library is open on Mondays.\n\nIt is closed on Sundays.\n",
	       "|\n");
	expect("", "");
}

Test(numbering, weighs_no_more_candidates_than_its_limit)
{
	struct mb_buf text = MB_BUF_INIT;
	const struct mb_doc *doc;

	mb_buf_add(&text, MB_STR(HEADER));
	for (int i = 1; i <= 3100; i++)
		mb_buf_add_format(&text, "%d. Library review\nNone.\n", i);
	doc = document_of(text_of(mb_buf_str(&text)));
	cr_expect(eq(sz, doc->n_items, 3000));
	mb_buf_release(&text);
}

Test(numbering, implies_the_item_of_numbered_paragraphs)
{
	const struct mb_doc *doc =
	    document_of("Agenda item\n\nLibrary review (Ada Finch) (10 "
			"minutes)\n\nMinutes:\n\n12.1 The Chair opened the "
			"item.\n\n12.2 Mr Brand asked about it.\n\n12.3 The "
			"Panel noted it.\n");

	cr_expect(eq(int, doc->kind, MB_DOC_ITEM));
	document_expect(document_items(doc),
			"12 Library review (Ada Finch) (10 min)\n"
			"  12.1 minute: {The Chair} The Chair opened the "
			"item.\n"
			"  12.2 minute: {Mr Brand} Mr Brand asked about it.\n"
			"  12.3 minute: The Panel noted it.\n");
}

/* All were once compared with all. */
Test(numbering, implies_it_from_the_first_of_many_paragraphs)
{
	struct mb_buf text = MB_BUF_INIT;
	const struct mb_doc *doc;

	mb_buf_add(&text, MB_STR("Agenda item\n\nLibrary review\n\n"));
	for (int i = 1; i <= 20000; i++)
		mb_buf_add_format(&text, "12.%d It was so.\n\n", i);
	doc = document_of(text_of(mb_buf_str(&text)));
	cr_assert(eq(sz, doc->n_items, 1));
	text_expect(doc->items[0].number, "12", "the number");
	mb_buf_release(&text);
}

Test(numbering, frees_a_number_that_a_bullet_has_swallowed)
{
	const struct mb_doc *doc = document_of(
	    "Agenda item\n\nLibrary review\n\nMinutes:\n\n"
	    "12.1 The Chair opened the item.\n\n"
	    "12.2 Mr Brand highlighted the following:\n"
	    "\xC2\xB7  safety on the quay\n"
	    "\xC2\xB7  12.3 Frances Hale highlighted that the Trust\n"
	    "\xC2\xB7  was carrying out a review\n\n"
	    "12.4 The Panel noted it.\n");

	document_expect(
	    document_items(doc),
	    "12 Library review\n"
	    "  12.1 minute: {The Chair} The Chair opened the item.\n"
	    "  12.2 minute: {Mr Brand} Mr Brand highlighted the following:\n"
	    "• safety on the quay\n"
	    "  12.3 minute: {Frances Hale} Frances Hale highlighted that the "
	    "Trust\n"
	    "• was carrying out a review\n"
	    "  12.4 minute: The Panel noted it.\n");
}

Test(numbering, reports_numbers_that_repeat_or_stray)
{
	document_expect(
	    document_problems(document_of(
		HEADER "12. Apologies\n\n12.1 None were received.\n\n13. "
		       "Library review\n\n13.6 The Panel heard it.\n\n13.6 The "
		       "Panel noted it.\n\n14.8 It was kept.\n\n14. Any other "
		       "business\n\n14.9 None was raised.\n")),
	    "11: two paragraphs are numbered 13.6\n"
	    "13: paragraph 14.8 stands in item 13\n");
}

Test(numbering, has_items_inside_of_items_where_all_have_titles)
{
	expect(HEADER "1. Apologies\nNone.\n2. Reports of Officers\n"
		      "2.1 Works\n2.1.1 Gravel for Quay Road\nAuthor: J "
		      "Finch\nThe Panel heard it.\n2.2 Library Review\nThe "
		      "Panel heard a report.\n3. Close\nIt closed.\n",
	       "1|Apologies\n2|Reports of Officers\n2.1|Works\n"
	       "2.1.1|Gravel for Quay Road\n2.2|Library Review\n3|Close\n");
	/* what was said, and two that are short */
	expect(HEADER "1. Apologies\n1.1 None\n2. Library review\n2.1 The "
		      "Panel heard a report.\n2.2 The Panel noted it.\n"
		      "3. Works\n3.1 Gravel\n4. Close\n4.1 It closed.\n",
	       "1|Apologies\n2|Library review\n3|Works\n4|Close\n");
}

Test(numbering, has_numbered_items_below_titles_that_have_none)
{
	expect(HEADER "CALL TO ORDER\n\nThe Mayor opened it.\n\n"
		      "PUBLIC HEARINGS\n\n1. Ordinance No. 1622, Quay Fees "
		      "(second reading)\n\nMr Finch spoke.\n\n"
		      "NEW BUSINESS\n\n2. Water Main Replacement\n\nThe Panel "
		      "heard a report.\n\nADJOURNMENT\n\nIt was late.\n",
	       "|CALL TO ORDER\n|PUBLIC HEARINGS\n"
	       "1|Ordinance No. 1622, Quay Fees (second reading)\n"
	       "|NEW BUSINESS\n2|Water Main Replacement\n|ADJOURNMENT\n");
	/* a list of what somebody asked for */
	expect(HEADER "CALL TO ORDER\n\nThe Mayor opened it.\n\n"
		      "NEW BUSINESS\n\nMr Finch asked for the following.\n\n"
		      "1. A new bench\n2. A lamp\n\nADJOURNMENT\n\nIt was "
		      "late.\n",
	       "|CALL TO ORDER\n|NEW BUSINESS\n|ADJOURNMENT\n");
}

Test(numbering, leaves_the_next_date_its_title_without_a_number)
{
	expect(HEADER "1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Library "
		      "review\nThe Panel heard a report.\n\nDate of next "
		      "meeting\nThursday 1 April 2021\n",
	       "1|Apologies\n2|Minutes\n3|Library review\n"
	       "|Date of next meeting\n");
	expect(HEADER "VOTES OF SYMPATHY\nOne was passed.\n1. Apologies\n"
		      "None.\n2. Minutes\nAgreed.\n3. Library review\nThe "
		      "Panel heard a report.\n",
	       "|VOTES OF SYMPATHY\n1|Apologies\n2|Minutes\n"
	       "3|Library review\n");
}

Test(numbering, takes_a_bold_sentence_for_a_title)
{
	document_expect(
	    items_of("<p>Minutes of the Library Panel held on Thursday, 4 "
		     "March 2021</p><p><b>1. To approve the minutes.</b></p>"
		     "<p>Agreed.</p><p><b>2. To receive questions and comments "
		     "from residents.</b></p><p>None.</p><p><b>3. To set a "
		     "date.</b></p><p>4 May.</p>"),
	    "1 To approve the minutes routine\n  decision: Agreed.\n"
	    "2 To receive questions and comments from residents\n"
	    "  minute: None.\n"
	    "3 To set a date\n  minute: 4 May.\n");
}

Test(numbering, goes_on_below_an_item_where_titles_are_set_apart)
{
	document_expect(
	    items_of(
		"<p>Minutes of the Library Panel held on Thursday, 4 "
		"March 2021</p><h1>1 Apologies</h1><p>None.</p><h1>2 "
		"Minutes</h1><p>Agreed.</p><h1>3 Reports</h1><table><tr>"
		"<td><p><b>3.1</b></p><td><p><b>Harbour road</b></p></tr>"
		"</table><p>It was noted.</p><p>3.2</p><p>Arena "
		"roof</p><ul><li><a href=f?id=4>3.2 - Roof.pdf</a></ul><p>Ms "
		"Penn explained it.</p><p>8.20 pm The "
		"meeting closed.</p>"),
	    "1 Apologies routine\n  minute: None.\n"
	    "2 Minutes routine\n  decision: Agreed.\n"
	    "3 Reports\n"
	    "3.1 Harbour road\n  minute: It was noted.\n"
	    "3.2 Arena roof\n  minute: {Ms Penn} Ms Penn explained it.\n"
	    "  minute: 8.20 pm The meeting closed.\n"
	    "  document 3.2 - Roof.pdf -> \n");
}

Test(numbering, does_not_make_an_agenda_of_what_says_agenda_item)
{
	const struct mb_doc *doc = document_of(
	    "Agenda Item 3\n\nLARKHYTHE COUNCIL\n\nLibrary Panel\n\nThursday, "
	    "4 "
	    "March 2021\n\nPresent: Cllr Finch\n\n1. Apologies\n\nNone were "
	    "received.\n\n2. Library review\n\nCllr Finch asked why.\n\n3. "
	    "Planning\n\nNone.\n");

	cr_assert(eq(sz, doc->n_items, 3));
	cr_expect(
	    eq(int, doc->items[1].paragraphs[0].kind, MB_PARAGRAPH_MINUTE));
}

Test(numbering, counts_the_items_of_a_year_behind_its_dot)
{
	document_expect(
	    items_of("Larkhythe Town Council\n\nMinutes of the meeting held on "
		     "18 June 2024\n\nPresent: Cllr Finch\n\n"
		     "24.61 APOLOGIES\n\nThere were none.\n\n"
		     "24.62 GRANTS\n\nCllr Finch asked for a list.\n\n"
		     "24.63 SKATE PARK\n\nIt was noted.\n"),
	    "24.61 APOLOGIES routine\n  minute: There were none.\n"
	    "24.62 GRANTS\n"
	    "  minute: {Cllr Finch} Cllr Finch asked for a list.\n"
	    "24.63 SKATE PARK\n  minute: It was noted.\n");
}

Test(numbering, keeps_a_title_whole_whose_text_stands_below)
{
	document_expect(
	    items_of("Library Panel\n\nMinutes of the meeting held on 4 March "
		     "2021\n\n1 LOWICK - PF/12/11 - Barn; Dyke Farm for Mr "
		     "Toms\n\nThe Chair read the report.\n\n"
		     "2 Planning - No applications\n\n"
		     "3 Books\n\nThey were counted.\n"),
	    "1 LOWICK - PF/12/11 - Barn; Dyke Farm for Mr Toms\n"
	    "  minute: {The Chair} The Chair read the report.\n"
	    "2 Planning\n  minute: No applications\n"
	    "3 Books\n  minute: They were counted.\n");
}

Test(numbering, takes_numerals_before_capitals_and_the_place_on_the_agenda)
{
	document_expect(
	    items_of("Library Panel\n\nMinutes of the meeting held on 4 March "
		     "2021\n\nI APOLOGIES\n\nThere were none.\n\n"
		     "II BOOKS\n\nI asked why.\n\n"
		     "III HOURS\n\nThey were agreed.\n"),
	    "I APOLOGIES routine\n  minute: There were none.\n"
	    "II BOOKS\n  minute: I asked why.\n"
	    "III HOURS\n  minute: They were agreed.\n");
	document_expect(
	    items_of("Library Panel\n\nMinutes of the meeting held on 4 March "
		     "2021\n\n61. Books\n(Item 5)\n\n(1) Mr Finch asked for "
		     "a list.\n\n(2) Ms Penn had one.\n\n62. Hours\n(Item "
		     "6)\n\nThey were agreed.\n\n63. Roof\n(Item 7)\n\n"
		     "It was mended.\n"),
	    "61 Books\n"
	    "  1 minute: {Mr Finch} Mr Finch asked for a list.\n"
	    "  2 minute: Ms Penn had one.\n"
	    "62 Hours\n  minute: They were agreed.\n"
	    "63 Roof\n  minute: It was mended.\n");
}

Test(numbering, may_stand_on_lines_of_its_own)
{
	static const char want[] = "PLA71/16 APOLOGIES routine\n"
				   "  minute: There were none.\n"
				   "PLA72/16 MINUTES routine\n"
				   "  minute: They were signed.\n"
				   "PLA73/16 THE QUAY\n"
				   "  minute: The quay was closed.\n";

	document_expect(items_of(HEADER "APOLOGIES\n\nPLA71/16\n\nThere were "
					"none.\n\nMINUTES\n\nPLA72/16\n\nThey "
					"were signed.\n\nTHE QUAY\n\nPLA73/16"
					"\n\nThe quay was closed.\n"),
			want);
	document_expect(items_of(HEADER "PLA71/16\n\nAPOLOGIES\n\nThere were "
					"none.\n\nPLA72/16\n\nMINUTES\n\nThey "
					"were signed.\n\nPLA73/16\n\nTHE QUAY"
					"\n\nThe quay was closed.\n"),
			want);
}
