#include "speakers.h"

#include "document.h"
#include "support/text.h"

TestSuite(speakers);

static void expect_speaker(const char *text, const char *want)
{
	struct mb_speaker speaker = { .as_written = { NULL, 0 } };
	bool found = speaker_find(mb_str_of(text), NULL, &speaker);

	cr_expect(eq(int, found, want[0] != '\0'), "%s", text);
	text_expect(speaker.as_written, want, text);
}

/* In Welsh the verb comes first. */
Test(speakers, follow_their_verb_in_welsh)
{
	expect_speaker("Adroddodd y Clerc fod y ffordd ar gau.", "y Clerc");
	expect_speaker("Gofynnodd y Cyng. Siân Puw a oedd yn hwyr.",
		       "Cyng. Siân Puw");
	expect_speaker("Diolchodd y Cynghorydd Sir Jo Finch iddynt.",
		       "Cynghorydd Sir Jo Finch");
	expect_speaker("Dywedodd y Cyngor ei fod yn hwyr.", "");
	expect_speaker("Penderfynwyd gan y Cadeirydd.", "");
}

Test(speakers, open_a_paragraph_and_report)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Councillor Finch expressed concern.", "Councillor Finch" },
		{ "Councillor Finch: Called for a report.",
		  "Councillor Finch" },
		{ "The Clerk circulated the accounts.", "The Clerk" },
		{ "Cllr. O. Williams asked why.", "Cllr. O. Williams" },
		{ "Councillor O'Brien told the Panel that it was so.",
		  "Councillor O'Brien" },
		{ "Cllr Mrs Lansdell-Ames wondered why.",
		  "Cllr Mrs Lansdell-Ames" },
		{ "Councillor Finch in proposing the motion said so.",
		  "Councillor Finch" },
		{ "Group Manager - Roads Ida Penn presented it.",
		  "Group Manager - Roads Ida Penn" },
		{ "PCSO Ida Penn joined the meeting and reported.",
		  "PCSO Ida Penn" },
		{ "Mr Brand got up and said that it was so.", "Mr Brand" },
		{ "City Manager Lund explained why.", "City Manager Lund" },
		{ "Council Member Finch asked why.", "Council Member Finch" },
		{ "Frances Hale highlighted the need.", "Frances Hale" },
		{ "Deputy Mayor Finch welcomed it.", "Deputy Mayor Finch" },
		{ "The Chairman reminded members of it.", "The Chairman" },
		{ "The Clerk reported that it was so.", "The Clerk" },
		{ "The CAO/Clerk advised them.", "The CAO/Clerk" },
		{ "The Clerk/RFO advised them.", "The Clerk/RFO" },
		{ "The Deputy CEO advised them.", "The Deputy CEO" },
		{ "The PCSO promised to come.", "The PCSO" },
		{ "The Independent Person observed that it was so.",
		  "The Independent Person" },
		{ "The Portfolio Holder for Housing thanked them.",
		  "The Portfolio Holder for Housing" },
		{ "The Vice-Chancellor reported that it was so.",
		  "The Vice-Chancellor" },
		{ "The Director of Public Health advised them.",
		  "The Director of Public Health" },
		{ "The Children, Young People and Families Programme Manager "
		  "told them.",
		  "The Children, Young People and Families Programme Manager" },
		/* a role behind the name is no part of it */
		{ "Mr Brand, Leader of the Council, provided an update.",
		  "Mr Brand" },
		{ "Councillor Finch (Chair) thanked him.", "Councillor Finch" },
		{ "Ms Penn of Larkhythe CVS outlined her work.", "Ms Penn" },
		/* nor does a clause before it hide the speaker */
		{ "Finally, Mr Brand thanked everybody.", "Mr Brand" },
		{ "In response to a question from Councillor Ames, the "
		  "Director of Housing said that it was so.",
		  "the Director of Housing" },
		{ "In response to Mr Brand's points the Leader emphasised it.",
		  "the Leader" },
		{ "In reply to Cllr K. Ames D. Finch said so.", "D. Finch" },
		{ "In reply to the Chair Mr Brand said so.", "Mr Brand" },
		{ "Proposing the motion, Councillor Finch said so.",
		  "Councillor Finch" },
		{ "Seconding the motion Councillor Finch said so.",
		  "Councillor Finch" },
		{ "Councillor Finch then also briefly explained why.",
		  "Councillor Finch" },
		{ "Councillor Finch was concerned that it was late.",
		  "Councillor Finch" },
		{ "Councillor Finch did not agree.", "Councillor Finch" },
		{ "Councillor Finch favoured a later date.",
		  "Councillor Finch" },
		{ "Councillor Finch regarded it as late.", "Councillor Finch" },
		{ "Councillor van der Laan asked.", "Councillor van der Laan" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i].text, cases[i].want);
}

/* What somebody thinks or feels is known because it was said. */
Test(speakers, tell_of_their_minds)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "The Mayor was glad to help, and said so.", "The Mayor" },
		{ "Mr Brand was not convinced that it was so.", "Mr Brand" },
		{ "Cllr Ames was in favour but doubted the price.",
		  "Cllr Ames" },
		{ "Cllr Ames was also very much in favour.", "Cllr Ames" },
		{ "Mr Brand was against a new roof.", "Mr Brand" },
		{ "Mr Brand was firmly of the view that it leaked.",
		  "Mr Brand" },
		{ "The Clerk remained opposed to it.", "The Clerk" },
		{ "The Clerk was opposed by two others.", "" },
		{ "Mr Brand was sorry.", "Mr Brand" },
		{ "Mr Brand could not support the loss of it.", "Mr Brand" },
		{ "Mr Brand could see no difference.", "Mr Brand" },
		{ "Mr Brand could see the quay.", "" },
		{ "The Clerk did not dispute the figures.", "The Clerk" },
		{ "Cllr Ames had several further questions.", "Cllr Ames" },
		{ "Cllr Ames had received comments.", "" },
		{ "Mr Brand was in the hall.", "" },
		{ "Mr Brand was of the party.", "" },
		{ "The roof was of the view from the quay.", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i].text, cases[i].want);
}

Test(speakers, do_by_speaking)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Mr Brand took the Panel through the plan.", "Mr Brand" },
		{ "The Clerk, briefly, took members through it.", "The Clerk" },
		{ "Mr Brand took the keys home, and went through them.", "" },
		{ "Cllr Finch associated himself with the tribute.",
		  "Cllr Finch" },
		{ "The Clerk, on behalf of the staff, associated herself with "
		  "it.",
		  "The Clerk" },
		{ "Cllr Finch associated with the club.", "" },
		{ "District Cllr Mrs Ames had sent a written report.",
		  "District Cllr Mrs Ames" },
		{ "Mr Brand had emailed his update.", "Mr Brand" },
		{ "Mr Brand sent a lorry.", "" },
		{ "Mr Brand sent the report to the printers.", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i].text, cases[i].want);
}

Test(speakers, may_stand_behind_a_clause_without_a_comma)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "In a supplementary question Mrs Hale asked why.",
		  "Mrs Hale" },
		{ "Before the vote Councillor Ames stated her doubts.",
		  "Councillor Ames" },
		{ "In reply to Cllr Ames, the Lawyer said that it was.",
		  "the Lawyer" },
		{ "After what Cllr Ames said it was deferred.", "" },
		{ "When Cllr Ames asked, nobody knew.", "" },
		{ "At the request of Cllr Ames asked for twice.", "" },
		{ "In the discussion that followed:\n\xE2\x80\xA2 Cllr Ames "
		  "asked why;",
		  "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i].text, cases[i].want);
}

Test(speakers, may_stand_behind_the_sign_of_a_question)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Q. Councillor Oakes asked when.", "Councillor Oakes" },
		{ "Q1: Cllr Oakes asked when.", "Cllr Oakes" },
		{ "A. The Director replied that it would be soon.",
		  "The Director" },
		{ "A. Finch asked when.", "" },
		{ "A Councillor asked when.", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i].text, cases[i].want);
}

Test(speakers, are_nobody_who_is_only_named)
{
	const char *const cases[] = {
		"The Committee noted the report.",
		"Members asked about it.",
		"Residents cited the noise.",
		"There was a focus on the quay.",
		"The report stated that it was so.",
		"An apology was made by the Chair.",
		"A letter from Councillor Finch was read out.",
		"Councillor Finch's letter was noted.",
		"Councillors Finch and Ames asked why.",
		"The Chair and the Clerk reported it.",
		"Councillor Ames, proposed Councillor Precey.",
		"Councillor Finch was elected.",
		"It was agreed that Mr Brand ask.",
		"Larkhythe Council said so.",
		"The person said so.",
		"The Executive considered the report.",
		"Councillor Finch: Chair of the Panel",
		"asked Councillor Finch",
		"Finch",
		"",
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i], "");
}

Test(speakers, open_a_welsh_sentence_behind_its_verb)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Gofynnodd y Cynghorydd Siwan Ellis a fyddai ar agor.",
		  "Cynghorydd Siwan Ellis" },
		{ "Diolchodd Mr Tomos Puw i bawb.", "Mr Tomos Puw" },
		{ "Nododd y Cadeirydd fod y to yn gollwng.", "y Cadeirydd" },
		{ "Dywedodd yr Arweinydd ei fod yn hwyr.", "yr Arweinydd" },
		{ "Cyflwynodd Pennaeth y Gwasanaethau Diwylliannol yr "
		  "adroddiad.",
		  "Pennaeth y Gwasanaethau Diwylliannol" },
		{ "Cyflwynodd y Prif Weithredwr Adroddiad y Cyngor.",
		  "y Prif Weithredwr" },
		{ "Atgoffodd Rheolwr Cynllunio ar gyfer Tai y Pwyllgor.",
		  "Rheolwr Cynllunio ar gyfer Tai y Pwyllgor" },
		{ "Nododd y Pwyllgor yr adroddiad.", "" },
		{ "Gofynnodd aelod am y to.", "" },
		{ "Gofynnodd y Cynghorwyr Ellis a Puw am y to.", "" },
		{ "Gofynnodd y Cynghorydd Ellis a'r Cynghorydd Puw am y to.",
		  "" },
		{ "Cyflwynwyd yr adroddiad gan y Cadeirydd.", "" },
		{ "Nododd.", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_speaker(cases[i].text, cases[i].want);
}

Test(speakers, have_a_name_a_title_and_an_office)
{
	struct mb_speaker speaker;

	cr_assert(speaker_find(MB_STR("Councillor Ada Finch asked."), NULL,
			       &speaker));
	text_expect(speaker.honorific, "Councillor", "the title");
	text_expect(speaker.name, "Ada Finch", "the name");
	cr_assert(speaker_find(MB_STR("The Head of Libraries, Ms Ida Penn, "
				      "reported."),
			       NULL, &speaker));
	text_expect(speaker.name, "Ida Penn", "the name");
	cr_expect(mb_str_starts(speaker.office, MB_STR("Head of Libraries")));
}

Test(speakers, are_known_by_initials_that_the_attendance_defines)
{
	struct mb_attendee people[] = { { .name = MB_STR("Kit Precey"),
					  .initials = MB_STR("KP") } };
	struct mb_doc doc = { .attendance = people, .n_attendance = 1 };
	struct mb_speaker speaker;

	cr_expect(speaker_find(MB_STR("KP asked why."), &doc, &speaker));
	text_expect(speaker.as_written, "KP", "the speaker");
	cr_expect(not(speaker_find(MB_STR("KP asked why."), NULL, &speaker)));
	cr_expect(not(speaker_find(MB_STR("XX asked why."), &doc, &speaker)));
}

Test(speakers, are_known_by_initials_that_one_of_the_attendance_has)
{
	struct mb_attendee people[] = { { .name = MB_STR("K. Precey") },
					{ .name = MB_STR("A. Finch") },
					{ .name = MB_STR("Ada Fenn") },
					{ .name = MB_STR("Paul Crane") } };
	struct mb_doc doc = { .attendance = people, .n_attendance = 4 };
	struct mb_speaker speaker;

	cr_expect(speaker_find(MB_STR("KP asked why."), &doc, &speaker));
	text_expect(speaker.as_written, "KP", "the speaker");
	cr_expect(not(speaker_find(MB_STR("AF asked."), &doc, &speaker)),
		  "two have them");
	cr_expect(not(speaker_find(MB_STR("PC asked why."), &doc, &speaker)),
		  "a parish council");
}

Test(speakers, have_a_rank_in_letters_where_the_attendance_has_them)
{
	struct mb_attendee people[] = {
		{ .name = MB_STR("Assistant Chief Constable Ida Penn") }
	};
	struct mb_doc doc = { .attendance = people, .n_attendance = 1 };
	struct mb_speaker speaker;

	cr_assert(speaker_find(MB_STR("T/ACC Penn replied that it was so."),
			       &doc, &speaker));
	text_expect(speaker.as_written, "T/ACC Penn", "the speaker");
	text_expect(speaker.honorific, "T/ACC", "the rank");
	text_expect(speaker.name, "Penn", "the name");
	cr_expect(not(speaker_find(MB_STR("DCC Roads replied that it was so."),
				   &doc, &speaker)));
	cr_expect(not(speaker_find(MB_STR("ACC Penn replied that it was so."),
				   NULL, &speaker)));
}

/* A bracket behind an office says what it is for, or who holds it. */
Test(speakers, have_an_office_with_what_stands_in_its_bracket)
{
	struct mb_attendee people[] = { { .name = MB_STR("Ms Ida Penn") } };
	struct mb_doc doc = { .attendance = people, .n_attendance = 1 };
	const struct {
		const char *text, *as_written, *name;
	} cases[] = {
		{ "The Director (Resources) explained it.",
		  "The Director (Resources)", "" },
		{ "The Team Leader (Development Management) said so.",
		  "The Team Leader (Development Management)", "" },
		{ "The Head of Service (Adult Care and Health) said so.",
		  "The Head of Service (Adult Care and Health)", "" },
		{ "The Director (Penn) said so.", "The Director", "" },
		{ "The Director (Ida Penn) said so.", "The Director",
		  "Ida Penn" },
		{ "The Chair (Councillor Finch) said so.", "The Chair",
		  "Finch" },
		{ "The Director of Public Health (DPH) said so.",
		  "The Director of Public Health", "" },
		{ "The Solicitor (Monitoring Officer) said so.",
		  "The Solicitor", "" },
		{ "The Clerk (by telephone) said so.", "The Clerk", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_speaker speaker = { .as_written = { NULL, 0 } };

		cr_expect(
		    speaker_find(mb_str_of(cases[i].text), &doc, &speaker));
		text_expect(speaker.as_written, cases[i].as_written,
			    cases[i].text);
		text_expect(speaker.name, cases[i].name, cases[i].text);
	}
	expect_speaker("The Director (Resources) said so.", "The Director");
}

Test(speakers, may_be_broken_off_at_a_line_end)
{
	cr_expect(speaker_is_unfinished(MB_STR("The Families Programme")));
	cr_expect(speaker_is_unfinished(MB_STR("Councillor Finch")));
	cr_expect(not(speaker_is_unfinished(MB_STR("Councillor Finch asked"))));
	cr_expect(not(speaker_is_unfinished(MB_STR("Councillor Finch."))));
	cr_expect(not(speaker_is_unfinished(MB_STR("Library review"))));
	cr_expect(not(speaker_is_unfinished(MB_STR(""))));
}

Test(speakers, say_nothing_on_an_agenda)
{
	document_expect(
	    items_of("Library Panel\n\nAGENDA for Thursday 4 March 2021\n\n1. "
		     "Apologies\n\nCouncillor Finch asked to be "
		     "excused.\n\n2. Planning\n\nThe Clerk reported it.\n\n3. "
		     "Highways\n\nMr Brand asked for it.\n"),
	    "1 Apologies routine\n"
	    "  agenda: Councillor Finch asked to be excused.\n"
	    "2 Planning\n  agenda: The Clerk reported it.\n"
	    "3 Highways\n  agenda: Mr Brand asked for it.\n");
}
