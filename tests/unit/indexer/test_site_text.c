#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "document.h"
#include "support/text.h"

Test(site_text, reads_the_page_of_a_meeting_that_lost_its_markup)
{
	const struct mb_doc *doc = document_of(
	    "Councillors and committees\n\nAgenda, decisions and minutes\n\n"
	    "Cabinet - Thursday, 4th March, 2021 7.00 pm\n\n"
	    "Venue: Guildhall. View directions\n\nContact: Ada Finch\n\n"
	    "Media\n\nItems\nNo. Item\n\n31.\n\nBudget pdf icon PDF 96 KB\n\n"
	    "To consider the report.\n\nAdditional documents:\n\n"
	    "    • Appendix A, item 31. pdf icon PDF 1 MB\n\nDecision:\n\n"
	    "That the report be noted.\n\nMinutes:\n\n"
	    "The Treasurer introduced the report.\n\n"
	    " ...  view the full minutes text for item 31.\n\n32.\n\n"
	    "Libraries\n\n    • Share this item\n\nMinutes:\n\n"
	    "Councillor Bell asked for more.\n");

	document_expect(document_meeting(doc),
			"Cabinet; -; 2021-03-04 from document; 19:00; "
			"Guildhall; -");
	document_expect(document_items(doc),
			"31 Budget\n"
			"  agenda: To consider the report.\n"
			"  decision: That the report be noted.\n"
			"  minute: {The Treasurer} The Treasurer introduced "
			"the report. cut\n"
			"  document Budget -> \n"
			"  document Appendix A -> \n"
			"32 Libraries\n"
			"  minute: {Councillor Bell} Councillor Bell asked for "
			"more.\n");
}

Test(site_text, takes_the_first_item_without_a_number)
{
	document_expect(
	    items_of("Agenda and minutes\n\nItems\nNo. Item\n\nPublic Question "
		     "Time\n\nMinutes:\n\nThere were none.\n\n54.\n\n"
		     "Apologies\n\nMinutes:\n\nMs Crane sent hers.\n"),
	    "- Public Question Time\n  minute: There were none.\n"
	    "54 Apologies routine\n  minute: Ms Crane sent hers.\n");
}

Test(site_text, knows_the_item_by_the_link_to_its_meeting)
{
	const struct mb_doc *doc = document_of(
	    "Agenda item\n\n    • Meeting of Cabinet, Tuesday, 5th March, 2019 "
	    "7.00 pm (Item 40.)\n\n    • View the background to item 40.\n\n"
	    "Budget\n\nMinutes:\n\nThe Mayor opened the debate.\n");

	document_expect(document_meeting(doc),
			"Cabinet; -; 2019-03-05 from metadata; 19:00; -; -");
	document_expect(document_items(doc),
			"40 Budget\n"
			"  minute: {The Mayor} The Mayor opened the debate.\n");
}

Test(site_text, finds_the_minutes_where_their_label_was_lost)
{
	document_expect(
	    items_of("Larkhythe Governance\n\nAgenda item\n\nAgenda item\n\n"
		     "Libraries\n\nTo consider the hours.\n\n"
		     "The Chair welcomed members.\n\nIt was late.\n"),
	    "- Libraries\n"
	    "  agenda: To consider the hours.\n"
	    "  minute: {The Chair} The Chair welcomed members.\n"
	    "  minute: It was late.\n");
}

Test(site_text, divides_an_issue_into_its_meetings)
{
	const struct mb_doc *doc = document_of(
	    "Issue - meetings\n\nLibraries\n\nMeeting: 21/09/2011 - Council "
	    "(Item 62)\n\nLibraries\n\nMinutes:\n\nMr Brand asked.\n\n"
	    "Meeting: 06/07/2011 - Council (Item 34)\n\nLibraries\n\n"
	    "Minutes:\n\nMs Crane replied.\n");

	cr_expect(eq(int, doc->kind, MB_DOC_ITEM));
	document_expect(document_items(doc),
			"62 Libraries\n  minute: {Mr Brand} Mr Brand asked.\n"
			"34 Libraries\n"
			"  minute: {Ms Crane} Ms Crane replied.\n");
}

Test(site_text, knows_an_issue_that_lost_its_title_and_its_labels)
{
	document_expect(
	    items_of(
		"Issue - meetings\nMeeting: 20/01/2016 - Council (Item 7)\n"
		"The Mayor may report.\nAdditional documents:\nReport PDF "
		"3 KB\nThe Mayor presented his report to the Council, and "
		"it was received.\nProcedural Motion\nIt was agreed.\n"),
	    "7 -\n"
	    "  agenda: The Mayor may report.\n"
	    "  minute: {The Mayor} The Mayor presented his report to the "
	    "Council, and it was received.\n"
	    "  minute: Procedural Motion\n"
	    "  decision: It was agreed.\n"
	    "  document Report -> \n");
}

Test(site_text, dates_a_decision_by_its_title)
{
	const struct mb_doc *doc = document_of(
	    "Issue - decisions\n\n18/09/2013 \xE2\x80\x93 Market Hall\n\n"
	    "That the hall be let.\n");

	document_expect(document_meeting(doc),
			"-; -; 2013-09-18 from document; -; -; -");
	document_expect(document_items(doc),
			"- Market Hall\n  decision: That the hall be let.\n");
}

Test(site_text, knows_an_issue_whose_title_was_cut)
{
	document_expect(
	    items_of("Issue - meetings\n\nFlood Resilience - Report of the "
		     "Task\xE2\x80\xA6\n\nMeeting: 16/11/2022 - Scrutiny Board "
		     "(Item 27)\n\n27 Flood Resilience - Report of the Task "
		     "Group pdf icon PDF 402 KB\n\nMr Brand asked.\n"),
	    "27 Flood Resilience - Report of the Task Group\n"
	    "  minute: {Mr Brand} Mr Brand asked.\n"
	    "  document Flood Resilience - Report of the Task Group -> \n");
}

Test(site_text, reads_the_facts_of_a_decision)
{
	const struct mb_doc *doc = document_of(
	    "Decision details\n\nZebra crossing\n\nDecision Maker: Cabinet "
	    "Member for Transport\n\nIs Key decision?: No\n\nPurpose:\n\n"
	    "To cross.\n\nDecision:\n\nThat it be built.\n\n"
	    "Date of decision: 16/10/2015\n");

	cr_expect(eq(int, doc->kind, MB_DOC_DECISION));
	document_expect(document_items(doc),
			"- Zebra crossing\n  agenda: To cross.\n"
			"  decision: That it be built.\n");
	document_expect(document_meeting(doc),
			"-; -; 2015-10-16 from document; -; -; -");
}

Test(site_text, leaves_minutes_alone_that_only_begin_alike)
{
	document_expect(items_of("Agenda\n\nLibrary Panel, 4 March 2021\n\n"
				 "1. Apologies\n\nTo receive them.\n\n"
				 "2. Hours\n\nTo consider them.\n\n"
				 "3. Books\n\nTo count them.\n"),
			"1 Apologies routine\n  agenda: To receive them.\n"
			"2 Hours\n  agenda: To consider them.\n"
			"3 Books\n  agenda: To count them.\n");
}

Test(site_text, divides_rows_that_became_lines)
{
	const struct mb_doc *doc = document_of(
	    "Not all meetings are broadcast.\nVenue: Guildhall. View "
	    "directions\nNo. | Item |\n---|---\nApologies To receive them. "
	    "Minutes: Ms Crane sent hers. |\n|\nBudget: Next Year PDF 55 KB "
	    "The plan for the year.\nTo consider the report. Additional "
	    "documents: Minutes:\nThe Treasurer introduced the report.\n"
	    "RESOLVED: That it be noted.\n|\n");

	cr_expect(eq(int, doc->kind, MB_DOC_MEETING));
	document_expect(document_items(doc),
			"- Apologies routine\n"
			"  agenda: To receive them.\n"
			"  minute: Ms Crane sent hers.\n"
			"- Budget: Next Year\n"
			"  agenda: The plan for the year.\n"
			"  agenda: To consider the report.\n"
			"  minute: {The Treasurer} The Treasurer introduced "
			"the report.\n"
			"  decision: RESOLVED: That it be noted.\n"
			"  document Budget: Next Year -> \n");
}
