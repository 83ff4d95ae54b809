#include "motions.h"

#include "document.h"
#include "support/text.h"

TestSuite(motions);

Test(motions, decide_in_many_words)
{
	const char *const decisions[] = {
		"RESOLVED that the report be noted.",
		"RESOLVED:That it be so",
		"RESOLVED- That it be so",
		"Resolved \xE2\x80\x93 That it be so",
		"And Resolved:",
		"AGREED that: it be so",
		"The Committee resolved:- that it be so",
		"It was RESOLVED that: it be so",
		"It was agreed to wait.",
		"Members unanimously agreed to wait.",
		"GRANTED, 6 votes to 0.",
		"The minutes of the last meeting were approved and signed.",
		"The minutes of the March meeting were duly confirmed.",
		"Proposed by Councillor Finch;",
		"Approved, proposed by Cllr Finch and seconded by Cllr Ames.",
		"Penderfynwyd nodi'r adroddiad.",
		"Cllr Finch was elected Chair. (Prop: TA, Sec: CD)",
		"To be paid. P: Cllr Finch S: Cllr Ames",
		"Agreed & kept. Prop. Cllr Finch, sec. Cllr Ames.",
		"The Minutes of June were considered and AGREED.",
		"There was submitted the Minute of 4 May, which was approved.",
		"The following policies were approved: lettings, first aid.",
		"Motion by Finch, second by Ames, to approve the plan.",
		"\xE2\x80\x9CRESOLVED that it be so\xE2\x80\x9D",
		"Agreed to buy a bench.",
		"CONFIRMED: the minutes of May.",
		"RECOMMENDED - That it be so.",
		"An amendment was moved by Mr Finch and seconded by Mr Ames.",
		"The motion, as amended, was agreed as set out below.",
		"The motion was seconded by Cllr. J. Ames and was adopted.",
		"The recommendations were approved.",
		"24/18: Quay House. A new porch. RESOLVED - no objection.",
		"Having heard the Clerk on the state of the steps at the quay, "
		"and on what they would cost, the Panel agreed:",
	};
	const char *const others[] = {
		"Councillor Finch agreed with Mr Brand.",
		"Members asked about the quay.",
		"The Chair resolved to write to the owner of the quay.",
		"Resolvedly the Panel went on.",
		"The report was noted.",
		"P and Q: what they are.",
		"Having heard the Clerk on the state of the steps that stood "
		"where the Panel of 1911 had once, the Chair agreed:",
		"Mr Brand read the minute. RESOLVED was what it said.",
		"It was dear, and it was proposed to take it out.",
		"The motion was read. It had been agreed with the Clerk.",
		"The quay, as amended, was agreed.",
		"An amendment was moved by the tide.",
		"",
	};

	for (size_t i = 0; i < sizeof(decisions) / sizeof(*decisions); i++)
		cr_expect(motion_is_decision(mb_str_of(decisions[i])), "%s",
			  decisions[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		cr_expect(not(motion_is_decision(mb_str_of(others[i]))), "%s",
			  others[i]);
}

Test(motions, name_who_moved_and_seconded_them)
{
	const struct {
		const char *text, *mover, *seconder;
	} cases[] = {
		{ "MOVED Cr Finch SECONDED Cr Ames", "Cr Finch", "Cr Ames" },
		{ "Motion by Finch, seconded by Ames, to approve it. Carried.",
		  "Finch", "Ames" },
		{ "Proposed by Council officers, seconded by Ames.", "",
		  "Ames" },
		{ "It was proposed by Cllr Finch and seconded by Cllr Ames "
		  "that it be so.",
		  "Cllr Finch", "Cllr Ames" },
		{ "proposed by DN, seconded by RB", "DN", "RB" },
		{ "To be paid. (Prop: DN, Sec: RB) It was agreed.", "DN",
		  "RB" },
		{ "Proposed by Councillor Finch;\nSeconded by Councillor "
		  "Ames;\nAnd Resolved:",
		  "Councillor Finch", "Councillor Ames" },
		{ "Moved by Ada Finch, seconded by Tom Ames and agreed.",
		  "Ada Finch", "Tom Ames" },
		{ "Cllr Finch proposed, and Cllr Ames seconded, that it wait.",
		  "Cllr Finch", "Cllr Ames" },
		{ "Cynigiwyd gan y Cyng Puw ac eiliwyd gan Cyng Rhys.",
		  "Cyng Puw", "Cyng Rhys" },
		{ "Moved by the Chair and seconded by Councillor Ames.",
		  "the Chair", "Councillor Ames" },
		{ "It was moved and seconded that it be so.", "", "" },
		{ "RESOLVED that it be so.", "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_paragraph p = {
			.text = mb_str_of(cases[i].text),
			.kind = MB_PARAGRAPH_DECISION,
		};

		motion_read_people(&p);
		text_expect(p.mover, cases[i].mover, cases[i].text);
		text_expect(p.seconder, cases[i].seconder, cases[i].text);
	}
}

Test(motions, are_not_proposals_that_nobody_seconds)
{
	struct mb_paragraph p = {
		.text = MB_STR("Councillor Finch proposed Councillor Ames as "
			       "a speaker."),
		.kind = MB_PARAGRAPH_MINUTE,
	};

	motion_read_people(&p);
	text_expect(p.mover, "", "the mover");
}

Test(motions, are_one_paragraph_with_their_words_and_their_result)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n"
	    "1. Minutes\n\n1.1 Meeting of 4 May\n\nMOVED Cr Finch SECONDED Cr "
	    "Ames\n\nThat the minutes be confirmed.\n\nCARRIED UNANIMOUSLY\n\n"
	    "1.2 Accounts\n\nThey were noted.\n\n2. Planning\n\nMoved Cr "
	    "Ames, seconded Cr Bell\n\nThat it lie on the table.\n\nLOST 2/3\n"
	    "\nCr Bell thanked the Panel.\n");

	document_expect(
	    document_items(doc),
	    "1 Minutes routine\n  1.1 minute: Meeting of 4 May\n"
	    "  decision: MOVED Cr Finch SECONDED Cr Ames\n"
	    "That the minutes be confirmed.\nCARRIED UNANIMOUSLY\n"
	    "  1.2 minute: Accounts\n  minute: They were noted.\n"
	    "2 Planning\n  decision: Moved Cr Ames, seconded Cr Bell\n"
	    "That it lie on the table.\nLOST 2/3\n"
	    "  minute: {Cr Bell} Cr Bell thanked the Panel.\n");
}

Test(motions, go_on_into_their_resolution)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n"
	    "1. Minutes\n\nThey were noted.\n\n2. Planning\n\nIt was moved by "
	    "Councillor Finch, seconded by Councillor Ames and\n\nRESOLVED:\n\n"
	    "(1) That the plan be adopted; and\n\n(2) That it be printed.\n\n"
	    "3. Close\n\nThe meeting commenced at 7.00 p.m. and closed at 8.25 "
	    "p.m.\n");

	document_expect(
	    document_items(doc),
	    "1 Minutes routine\n  minute: They were noted.\n"
	    "2 Planning\n  decision: It was moved by Councillor Finch, "
	    "seconded by Councillor Ames and\nRESOLVED:\n"
	    "\xE2\x80\xA2 (1) That the plan be adopted; and\n"
	    "\xE2\x80\xA2 (2) That it be printed.\n"
	    "3 Close\n  minute: The meeting commenced at 7.00 p.m. and closed "
	    "at 8.25 p.m.\n");
	cr_expect(eq(int, doc->meeting.time.hour, 19));
}

Test(motions, that_were_given_notice_of_are_each_on_the_agenda)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n"
	    "1. Minutes\n\nThey were noted.\n\n2. Notices of Motion\n\nI will "
	    "move at the next Meeting that a crossing be built.\n\nThe Motion "
	    "was proposed by Councillor Finch and seconded by Councillor "
	    "Ames.\nREPLY: It will be seen.\n\nI will move at the next Meeting "
	    "that a lamp be lit.\n\n3. Close\n\nIt closed.\n");

	document_expect(
	    document_items(doc),
	    "1 Minutes routine\n  minute: They were noted.\n"
	    "2 Notices of Motion\n"
	    "  agenda: I will move at the next Meeting that a crossing be "
	    "built.\n"
	    "  decision: The Motion was proposed by Councillor Finch and "
	    "seconded by Councillor Ames.\n"
	    "  minute: REPLY: It will be seen.\n"
	    "  agenda: I will move at the next Meeting that a lamp be lit.\n"
	    "3 Close\n  minute: It closed.\n");
}

Test(clauses, of_a_resolution_go_on_in_letters_and_numbers)
{
	document_expect(
	    items_of("Library Panel\n\nMinutes of the meeting held on 4 March "
		     "2021\n\n1. Books\n\nRESOLVED: (a) That the report be "
		     "noted.\n\n(b) That a copy be sent to the Library.\n\n"
		     "The Chair thanked all.\n\n2. Roof\n\nRESOLVED\n\n"
		     "2.1 that it be mended; and\n\n2.2 TO RECOMMEND TO "
		     "COUNCIL that it be painted.\n\n2.3 The Clerk agreed.\n"
		     "\n3. Hours\n\nThey were agreed.\n"),
	    "1 Books\n"
	    "  decision: RESOLVED: (a) That the report be noted.\n"
	    "\xE2\x80\xA2 (b) That a copy be sent to the Library.\n"
	    "  minute: {The Chair} The Chair thanked all.\n"
	    "2 Roof\n"
	    "  decision: RESOLVED\n"
	    "\xE2\x80\xA2 2.1 that it be mended; and\n"
	    "\xE2\x80\xA2 2.2 TO RECOMMEND TO COUNCIL that it be painted.\n"
	    "  2.3 minute: {The Clerk} The Clerk agreed.\n"
	    "3 Hours\n"
	    "  minute: They were agreed.\n");
}

Test(motions, that_are_quoted_are_each_on_the_agenda)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday, 4 March 2021\n\n"
	    "1. Minutes\n\n\xE2\x80\x9CThat this\xE2\x80\x9D was read.\n\n"
	    "2. Notices of Motion\n\n"
	    "\xE2\x80\x9CThis Panel regrets the closure of the quay."
	    "\xE2\x80\x9D\n\nCouncillor Finch spoke of it.\n\n"
	    "\xE2\x80\x9CI call on the Panel to light the steps.\xE2\x80\x9D"
	    "\n\nNobody seconded it.\n\n3. Close\n\nIt closed.\n");

	document_expect(
	    document_items(doc),
	    "1 Minutes routine\n"
	    "  minute: \xE2\x80\x9CThat this\xE2\x80\x9D was read.\n"
	    "2 Notices of Motion\n"
	    "  agenda: \xE2\x80\x9CThis Panel regrets the closure of the "
	    "quay.\xE2\x80\x9D\n"
	    "  minute: {Councillor Finch} Councillor Finch spoke of it.\n"
	    "  agenda: \xE2\x80\x9CI call on the Panel to light the "
	    "steps.\xE2\x80\x9D\n"
	    "  minute: Nobody seconded it.\n"
	    "3 Close\n  minute: It closed.\n");
}
