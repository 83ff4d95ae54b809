#include "document.h"

#include "item_numbers.h"
#include "sections.h"
#include "support/text.h"

/* What is a paragraph, and of which kind: sections, outline and items. */
TestSuite(items);

#define HEADER                                                               \
	"Minutes of the Library Panel held in the Town Hall on Thursday, 4 " \
	"March 2021\n\n"

/* One item of business among routine ones; @want is what stands in it. */
static void expect_item(const char *body, const char *want)
{
	char text[3000];
	char expected[3000];

	snprintf(text, sizeof(text),
		 HEADER "1. Minutes\n\nThey were noted.\n\n2. Library "
			"review\n\n%s\n\n3. Any other business\n\nNone was "
			"raised.\n",
		 body);
	snprintf(expected, sizeof(expected),
		 "1 Minutes routine\n  minute: They were noted.\n"
		 "2 Library review\n%s"
		 "3 Any other business\n  minute: None was raised.\n",
		 want);
	document_expect(items_of(text), expected);
}

Test(items, give_every_contribution_a_paragraph)
{
	expect_item("The Panel heard a report.\n\nCouncillor Finch asked about "
		    "it.\n\nMr Brand answered.",
		    "  minute: The Panel heard a report.\n"
		    "  minute: {Councillor Finch} Councillor Finch asked about "
		    "it.\n"
		    "  minute: {Mr Brand} Mr Brand answered.\n");
}

Test(items, keep_a_list_with_the_one_who_announced_it)
{
	expect_item("Councillor Finch highlighted the following:\n\n- safety "
		    "on the quay;\n- the hours of opening;\n\nMr Brand "
		    "answered.",
		    "  minute: {Councillor Finch} Councillor Finch highlighted "
		    "the following:\n"
		    "• safety on the quay;\n"
		    "• the hours of opening;\n"
		    "  minute: {Mr Brand} Mr Brand answered.\n");
	expect_item("The Panel considered:\n\n(a) safety; and\n(b) the "
		    "hours.\n\nMr Brand answered.",
		    "  minute: The Panel considered:\n"
		    "• (a) safety; and\n"
		    "• (b) the hours.\n"
		    "  minute: {Mr Brand} Mr Brand answered.\n");
}

Test(items, make_one_decision_of_a_resolution_with_its_list)
{
	expect_item("RESOLVED that:\n\n1. the report be noted; and\n2. the "
		    "branch be kept.\n\nMr Brand thanked the Panel.",
		    "  decision: RESOLVED that:\n"
		    "• 1. the report be noted; and\n"
		    "• 2. the branch be kept.\n"
		    "  minute: {Mr Brand} Mr Brand thanked the Panel.\n");
	expect_item("It was thereupon RESOLVED:\n\n(a) that it be noted; "
		    "and\n(b) that it be kept.",
		    "  decision: It was thereupon RESOLVED:\n"
		    "• (a) that it be noted; and\n"
		    "• (b) that it be kept.\n");
	expect_item("Proposed by Councillor Finch;\n\nSeconded by Councillor "
		    "Ames;\n\nAnd Resolved:\n\n\xE2\x80\x9CThat the branch be "
		    "kept.\xE2\x80\x9D",
		    "  decision: Proposed by Councillor Finch;\n"
		    "Seconded by Councillor Ames;\n"
		    "And Resolved:\n"
		    "“That the branch be kept.”\n");
}

Test(items, keep_a_resolution_with_what_leads_to_it)
{
	expect_item("The motion was therefore carried and it was:\n\n"
		    "Resolved: - That it be kept.",
		    "  decision: The motion was therefore carried and it was:\n"
		    "Resolved: - That it be kept.\n");
}

Test(items, know_decisions_by_a_label_or_a_word)
{
	expect_item("2.1 The Panel heard a report.\n\nDECISION\n\nTo note "
		    "it.\n\n2.2 Councillor Finch asked about it.",
		    "  2.1 minute: The Panel heard a report.\n"
		    "  decision: To note it.\n"
		    "  2.2 minute: {Councillor Finch} Councillor Finch asked "
		    "about it.\n");
	expect_item("Resolved \xE2\x80\x93\n\nThat it be noted.",
		    "  decision: Resolved \xE2\x80\x93\nThat it be "
		    "noted.\n");
	expect_item("Decision:\n\nThat it be kept.\n\nReason for decision:\n\n"
		    "It is old.",
		    "  decision: That it be kept.\n  minute: It is old.\n");
	expect_item("Agreed and signed.", "  decision: Agreed and signed.\n");
}

Test(items, begin_paragraphs_under_a_numbered_heading)
{
	expect_item("2.1 Opening hours\n\nMembers asked about them.\n\nThe "
		    "answer was long.\n\n2.2 The roof\n\nIt leaks.",
		    "  2.1 minute: Opening hours\n"
		    "  minute: Members asked about them.\n"
		    "  minute: The answer was long.\n"
		    "  2.2 minute: The roof\n"
		    "  minute: It leaks.\n");
}

Test(items, keep_names_with_the_one_who_announced_them)
{
	expect_item("The following agreed to look at it:\n\nCllr Finch, Cllr "
		    "Ames and Ms Penn.",
		    "  minute: The following agreed to look at it:\n"
		    "Cllr Finch, Cllr Ames and Ms Penn.\n");
}

Test(items, keep_the_initials_of_an_action_with_what_is_to_be_done)
{
	expect_item("The Clerk reported on it.\n\nAB/CD",
		    "  minute: {The Clerk} The Clerk reported on it.\nAB/CD\n");
}

Test(items, keep_a_label_with_what_it_labels)
{
	expect_item("Read:\n\nReport from Mr Brand. (Copy circulated)\n\n"
		    "OFFICER'S RECOMMENDATION\n\nThat it be noted.",
		    "  minute: Read:\nReport from Mr Brand. (Copy "
		    "circulated)\n"
		    "  minute: OFFICER'S RECOMMENDATION\nThat it be noted.\n");
	expect_item("Comments:\n\nMr Brand asked why.",
		    "  minute: Comments:\n  minute: {Mr Brand} Mr Brand asked "
		    "why.\n");
}

Test(items, keep_a_motion_that_is_to_be_considered_apart)
{
	expect_item("Motion No. 22/17 in the name of Cllr. Finch:\n\n"
		    "\xE2\x80\x9CThat the quay be mended.\xE2\x80\x9D\n\n"
		    "It was agreed.",
		    "  agenda: Motion No. 22/17 in the name of Cllr. Finch:\n"
		    "\xE2\x80\x9CThat the quay be mended.\xE2\x80\x9D\n"
		    "  decision: It was agreed.\n");
	expect_item("DECISION\n\nTo note it.\n\nThe meeting closed at noon.",
		    "  decision: To note it.\n"
		    "  minute: The meeting closed at noon.\n");
}

Test(items, keep_the_result_of_a_motion_with_its_number_and_its_words)
{
	expect_item("COUNCIL RESOLUTION 2021/061\n\nMoved: Cr Finch   "
		    "Seconded: Cr Ames\n\nThat the quay be mended.\n\n"
		    "CARRIED 6/0\n\nCr Finch left.\n\nMotion 62/2021 Moved by "
		    "Cr Ames that it be closed.\n\nDEFEATED",
		    "  2021/061 decision: Moved: Cr Finch Seconded: Cr Ames\n"
		    "That the quay be mended.\nCARRIED 6/0\n"
		    "  minute: Cr Finch left.\n"
		    "  62/2021 decision: Moved by Cr Ames that it be closed.\n"
		    "DEFEATED\n");
}

Test(items, keep_what_stands_beside_them)
{
	expect_item(
	    "It was agreed that the Clerk would see to the bench     Clerk\n"
	    "and to the lamp.\n"
	    "Mr Brand asked why the bench had been left out.\n"
	    "It was agreed that the Clerk would answer him.          Clerk\n"
	    "It was agreed that all would look at it soon.           All\n",
	    "  decision: It was agreed that the Clerk would see to the "
	    "bench and to the lamp.\nClerk\n"
	    "  minute: {Mr Brand} Mr Brand asked why the bench had been "
	    "left out.\n"
	    "  decision: It was agreed that the Clerk would answer "
	    "him.\nClerk\n"
	    "  decision: It was agreed that all would look at it "
	    "soon.\nAll\n");
}

Test(items, know_what_was_to_be_considered)
{
	expect_item("To consider the report of the Head of Libraries.\n\nThe "
		    "report was considered.",
		    "  agenda: To consider the report of the Head of "
		    "Libraries.\n"
		    "  minute: The report was considered.\n");
}

Test(items, keep_the_lines_of_an_account_together)
{
	expect_item("Payments approved:\n\nGrass cutting - £186.00\n\nHall "
		    "hire - £24.50\n\nMr Brand thanked the Panel.",
		    "  minute: Payments approved:\n"
		    "Grass cutting - £186.00\n"
		    "Hall hire - £24.50\n"
		    "  minute: {Mr Brand} Mr Brand thanked the Panel.\n");
}

Test(items, number_paragraphs_as_printed)
{
	document_expect(
	    items_of(HEADER
		     "1. Minutes\n\n1.1 They were noted.\n\n2. Library "
		     "review\n\n2.1 The Panel heard a report.\n\n2.2 Mr Brand "
		     "asked:\n\na) why; and\nb) when.\n\nA second part of "
		     "2.2.\n\n2.2.1 The Panel noted it.\n\n3. "
		     "Planning\n\n3.1 There was none.\n"),
	    "1 Minutes routine\n"
	    "  1.1 minute: They were noted.\n"
	    "2 Library review\n"
	    "  2.1 minute: The Panel heard a report.\n"
	    "  2.2 minute: {Mr Brand} Mr Brand asked:\n"
	    "• a) why; and\n"
	    "• b) when.\n"
	    "A second part of 2.2.\n"
	    "  2.2.1 minute: The Panel noted it.\n"
	    "3 Planning\n"
	    "  3.1 minute: There was none.\n");
}

Test(items, hold_text_before_the_first_one)
{
	const struct mb_doc *doc = document_of(
	    HEADER "Present: Councillors Finch and Ames\n\nThe Chair opened "
		   "the meeting and welcomed everybody.\n\n1. Minutes\n\nThey "
		   "were noted.\n\n2. Planning\n\nNone.\n\n3. Highways\n\n"
		   "None.\n");

	document_expect(
	    document_items(doc),
	    "- -\n"
	    "  minute: {The Chair} The Chair opened the meeting and welcomed "
	    "everybody.\n"
	    "1 Minutes routine\n  minute: They were noted.\n"
	    "2 Planning\n  minute: None.\n"
	    "3 Highways\n  minute: None.\n");
}

Test(items, know_where_they_stand)
{
	const struct mb_doc *doc =
	    document_of(HEADER "1. Minutes\n\nThey were noted.\n\n2. "
			       "Planning\n\nNone was\nleft.\n");

	cr_assert(eq(sz, doc->n_items, 2));
	cr_expect(eq(u32, doc->items[0].line, 3));
	cr_expect(eq(u32, doc->items[0].paragraphs[0].line, 5));
	cr_expect(eq(u32, doc->items[1].paragraphs[0].line, 9));
}

Test(items, of_an_agenda_are_all_to_be_considered)
{
	document_expect(
	    items_of("Library Panel\n\nYou are summoned to attend on Thursday "
		     "4 March 2021\n\nAGENDA\n\n1. Apologies\n\nTo receive "
		     "them.\n\n2. Planning\n\nThe applications are "
		     "attached.\n\n3. Highways\n\nThe list is attached.\n"),
	    "1 Apologies routine\n  agenda: To receive them.\n"
	    "2 Planning\n  agenda: The applications are attached.\n"
	    "3 Highways\n  agenda: The list is attached.\n");
}

Test(items, of_a_saved_item_page_have_sections_and_documents)
{
	const struct mb_doc *doc = document_of(
	    "Agenda item\n\nLibrary review (Head of Libraries) (10 "
	    "minutes)\n\nReport of the Head of Libraries.\n\nDecision:\n\nThat "
	    "it be noted.\n\nMinutes:\n\nMr Brand asked about it.\n\n"
	    "Supporting documents:\n\nLibrary review.pdf\n\nAppendix A.pdf\n");

	cr_expect(eq(int, doc->kind, MB_DOC_ITEM));
	document_expect(document_items(doc),
			"- Library review (Head of Libraries) (10 min)\n"
			"  agenda: Report of the Head of Libraries.\n"
			"  decision: That it be noted.\n"
			"  minute: {Mr Brand} Mr Brand asked about it.\n"
			"  document Library review.pdf -> \n"
			"  document Appendix A.pdf -> \n");
}

Test(items, of_no_meeting_are_one_with_the_whole_text)
{
	const struct mb_doc *doc = document_of(
	    "Friends of the Library\n\nThe library opens at 9.\n\nIt closes at "
	    "5.\n");

	cr_expect(eq(int, doc->kind, MB_DOC_OTHER));
	text_expect(doc->title, "Friends of the Library", "the title");
	document_expect(document_items(doc),
			"- -\n"
			"  minute: Friends of the Library\n"
			"  minute: The library opens at 9.\n"
			"  minute: It closes at 5.\n");
}

Test(sections, are_opened_by_labels)
{
	const struct {
		const char *label;
		enum section want;
	} cases[] = {
		{ "Decision:", SECTION_DECISION },
		{ "MINUTES", SECTION_MINUTES },
		{ "Purpose:", SECTION_AGENDA },
		{ "Additional documents:", SECTION_DOCUMENTS },
		{ "Penderfyniad:", SECTION_DECISION },
		{ "Decision of the court", SECTION_NONE },
		{ "", SECTION_NONE },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(eq(int, section_of_label(mb_str_of(cases[i].label)),
			     cases[i].want),
			  "%s", cases[i].label);
}

/* Who is to act, out of a column of its own, is no contribution. */
Test(items, keep_who_is_to_act_with_what_is_to_be_done)
{
	document_expect(
	    items_of("<body><p>Minutes of a meeting of the Library Panel held "
		     "on 4 March 2021</p><table>"
		     "<tr><td>1<td>Apologies<td>None.</tr>"
		     "<tr><td>2<td>Matters arising: The bins were full and it "
		     "was resolved to write.<td>The Clerk</tr>"
		     "<tr><td>3<td>Planning: There were no plans to look at."
		     "<td>Noted</tr></table>"),
	    "1 Apologies routine\n  minute: None.\n"
	    "2 Matters arising\n  decision: The bins were full and it was "
	    "resolved to write.\nThe Clerk\n"
	    "3 Planning\n  minute: There were no plans to look at.\n"
	    "  minute: Noted\n");
}

Test(items, are_contributions_where_a_list_has_speakers)
{
	expect_item("Key points raised:\n\n1. The Chair introduced it.\n\n2. "
		    "Councillor Finch asked why.\n\n3. A Member queried "
		    "that.",
		    "  minute: Key points raised:\n"
		    "  1 minute: {The Chair} The Chair introduced it.\n"
		    "  2 minute: {Councillor Finch} Councillor Finch asked "
		    "why.\n"
		    "  3 minute: A Member queried that.\n");
}

Test(items, keep_a_result_with_its_motion)
{
	expect_item("Resolution 31\n\nMoved by Cr Finch, seconded Cr "
		    "Ames:\n\nThat it be kept.\n\nCARRIED",
		    "  decision: Resolution 31\n"
		    "Moved by Cr Finch, seconded Cr Ames:\n"
		    "That it be kept.\n"
		    "CARRIED\n");
	expect_item("Councillor Finch moved and Councillor Ames seconded to "
		    "close.\n\nMotion passed unanimously.",
		    "  decision: {Councillor Finch} Councillor Finch moved "
		    "and Councillor Ames seconded to close.\n"
		    "Motion passed unanimously.\n");
	expect_item("RESOLVED on the motion of Cr Finch, seconded by Cr "
		    "Ames,\n\nTHAT it be kept.\n\nMr Brand thanked them.",
		    "  decision: RESOLVED on the motion of Cr Finch, "
		    "seconded by Cr Ames,\n"
		    "THAT it be kept.\n"
		    "  minute: {Mr Brand} Mr Brand thanked them.\n");
	expect_item("The lost purse was found.\n\nCarried",
		    "  minute: The lost purse was found.\n"
		    "  minute: Carried\n");
}

Test(items, keep_a_resolution_with_its_reasons)
{
	expect_item("Mr Brand offered the following and moved its "
		    "adoption:\n\nWHEREAS, the roof leaks; and\n\nWHEREAS, it "
		    "is old; be it\n\nRESOLVED, that it be mended.\n\nMr Brand "
		    "thanked the Panel.",
		    "  decision: {Mr Brand} Mr Brand offered the following "
		    "and moved its adoption:\n"
		    "WHEREAS, the roof leaks; and\n"
		    "WHEREAS, it is old; be it\n"
		    "RESOLVED, that it be mended.\n"
		    "  minute: {Mr Brand} Mr Brand thanked the Panel.\n");
}

Test(items, quote_the_motion_that_is_to_be_considered)
{
	const char *page =
	    HEADER "1. Minutes\n\nThey were noted.\n\n2. Motion: "
		   "Cllr Finch\n\n\xE2\x80\x9CThat the roof be "
		   "mended.\xE2\x80\x9D\n\nCllr Finch asked for "
		   "it.\n\n3. Planning\n\nNone.\n";

	document_expect(items_of(page),
			"1 Minutes routine\n  minute: They were noted.\n"
			"2 Motion: Cllr Finch\n"
			"  agenda: \xE2\x80\x9CThat the roof be mended."
			"\xE2\x80\x9D\n"
			"  minute: {Cllr Finch} Cllr Finch asked for it.\n"
			"3 Planning\n  minute: None.\n");
}

Test(items, lose_no_day_of_a_date)
{
	document_expect(items_of("<p>" HEADER "</p><ol><li><b>Minutes</b><br>"
				 "They were noted.<li><b>Planning</b><br>None."
				 "<li><b>Next meeting</b><br>10 October "
				 "2023</ol>"),
			"1 Minutes routine\n  minute: They were noted.\n"
			"2 Planning\n  minute: None.\n"
			"3 Next meeting routine\n  minute: 10 October 2023\n");
}

Test(items, have_the_files_that_are_linked_below_them)
{
	document_expect(
	    items_of("<p>" HEADER "</p><h2>Apologies</h2><p>None.</p>"
		     "<h2>Planning</h2><ul><li><a href=map.pdf>Trail map</a>"
		     "<li><a href='f.ashx?id=4'>5.1 - Plan.pdf</a></ul><p>See "
		     "<a href=x.pdf>the plan</a>.</p><h2>Related links</h2>"
		     "<p>Agenda.pdf (88 KB)</p>"),
	    "- Apologies routine\n  minute: None.\n"
	    "- Planning\n  minute: See the plan.\n"
	    "  document Trail map -> map.pdf\n"
	    "  document 5.1 - Plan.pdf -> \n"
	    "  document Agenda.pdf (88 KB) -> \n");
}

Test(items, are_numbered_by_the_trail_of_their_page)
{
	text_expect(item_number_in_trail(
			MB_STR("Home > Meeting of Cabinet, Monday, 4 March "
			       "2019 6.00 pm (Item 36.)")),
		    "36", "the trail");
	text_expect(item_number_in_trail(MB_STR("Home > Items (Item A)")), "",
		    "no number");
	text_expect(item_number_in_trail(MB_STR("Home")), "", "no item");
}

Test(items, end_a_list_where_the_next_of_those_around_it_begins)
{
	expect_item("(i) Mr Finch outlined the costs:\n\n- the wall;\n\n- the "
		    "crane.\n\n(ii) Cllr Ames asked who would pay.\n\n(iii) "
		    "Members made these points:\n\n(a) It was late.\n\n(b) It "
		    "was dear.\n\n(iv) RESOLVED that:\n\n(i) it be built; "
		    "and\n\n(ii) Mr Finch be thanked.",
		    "  i minute: {Mr Finch} Mr Finch outlined the costs:\n"
		    "• the wall;\n• the crane.\n"
		    "  ii minute: {Cllr Ames} Cllr Ames asked who would pay.\n"
		    "  iii minute: Members made these points:\n"
		    "• (a) It was late.\n• (b) It was dear.\n"
		    "  iv decision: RESOLVED that:\n"
		    "• (i) it be built; and\n"
		    "• (ii) Mr Finch be thanked.\n");
}
