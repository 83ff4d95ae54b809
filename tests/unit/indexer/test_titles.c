#include "titles.h"

#include "support/text.h"

TestSuite(titles);

Test(titles, score_above_sentences)
{
	const char *const titles[] = { "Apologies for absence",
				       "LIBRARY REVIEW", "Basin Street Market",
				       "Any other business" };
	const char *const others[] = {
		"the report was noted by the members and kept",
		"Councillor Finch asked whether the quay would be open and was "
		"told that it would.",
		"that the branch be opened;",
		"",
	};

	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		cr_expect(
		    gt(dbl, title_score(mb_str_of(titles[i]), false), 0.3),
		    "%s", titles[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		cr_expect(
		    lt(dbl, title_score(mb_str_of(others[i]), false), 0.0),
		    "%s", others[i]);
	cr_expect(gt(dbl, title_score(MB_STR("Basin Street"), true),
		     title_score(MB_STR("Basin Street"), false)));
}

Test(titles, tell_routine_from_business)
{
	const char *const routine[] = {
		"Apologies for absence",
		"DECLARATIONS OF INTEREST",
		"Minutes of the meeting held on 4 March 2021",
		"Urgent business",
		"Exclusion of the public",
		"Date of next meeting",
		"Ymddiheuriadau",
		"To receive apologies for absence",
	};
	const char *const business[] = {
		"Library review",
		"Matters arising",
		"Any other business",
		"Public questions",
		"Planning",
		"Minutes of the Scrutiny Panel on the review of the libraries "
		"and what is to follow from it",
	};

	for (size_t i = 0; i < sizeof(routine) / sizeof(*routine); i++)
		cr_expect(title_is_boilerplate(mb_str_of(routine[i])), "%s",
			  routine[i]);
	for (size_t i = 0; i < sizeof(business) / sizeof(*business); i++)
		cr_expect(not(title_is_boilerplate(mb_str_of(business[i]))),
			  "%s", business[i]);
}

Test(titles, are_cut_off_paragraphs_that_they_run_into)
{
	const struct {
		const char *text, *title, *rest; /* NULL: none */
	} cases[] = {
		{ "Planning: None.", "Planning", "None." },
		{ "Apologies - None", "Apologies", "None" },
		{ "Matters Raised by the Public: None",
		  "Matters Raised by the Public", "None" },
		{ "Minutes of the last meeting. These were agreed.",
		  "Minutes of the last meeting", "These were agreed." },
		{ "Planning; Mr Hewitt asked.", "Planning",
		  "Mr Hewitt asked." },
		{ "Library review:- The Panel heard a report of it.",
		  "Library review", "The Panel heard a report of it." },
		/* one title */
		{ "Cyber security: assurance", NULL, NULL },
		{ "Report: the library", NULL, NULL },
		{ "Motion submitted by Councillor S. Finch", NULL, NULL },
		/* its own colon ends it */
		{ "Notice of Motion - Cllr Finch:",
		  "Notice of Motion - Cllr Finch", "" },
		{ "Grounds maintenance - It was kept.", "Grounds maintenance",
		  "It was kept." },
		{ "Motion: Save the library", NULL, NULL },
		{ "PUBLIC HEARING: THREE DEPOT STREET", NULL, NULL },
		/* times, names and sentences are not cut */
		{ "The meeting began at 7:30 in the hall.", NULL, NULL },
		{ "Mr. Ames asked about it.", NULL, NULL },
		{ "the report was noted. It was kept.", NULL, NULL },
		{ "Planning", NULL, NULL },
		{ "", NULL, NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_str title = MB_STR("untouched"), rest = title;
		bool is_split =
		    title_split(mb_str_of(cases[i].text), &title, &rest);

		cr_expect(eq(int, is_split, cases[i].title != NULL), "'%s'",
			  cases[i].text);
		text_expect(title, is_split ? cases[i].title : "untouched",
			    cases[i].text);
		text_expect(rest, is_split ? cases[i].rest : "untouched",
			    cases[i].text);
	}
}

Test(titles, give_away_who_leads_and_for_how_long)
{
	const struct {
		const char *printed, *title, *lead;
		uint32_t minutes;
	} cases[] = {
		{ "Library review (Ada Finch) (10 minutes)", "Library review",
		  "Ada Finch", 10 },
		{ "Library review (Head of Libraries) (40 Minutes)",
		  "Library review", "Head of Libraries", 40 },
		{ "Library review (Item 3)", "Library review", "", 0 },
		{ "Library review (Chair) (5 mins)", "Library review", "Chair",
		  5 },
		/* what belongs to the title stays */
		{ "Basin Street (permanent) order",
		  "Basin Street (permanent) "
		  "order",
		  "", 0 },
		{ "Library review (NHS)", "Library review (NHS)", "", 0 },
		{ "Traffic order (Basin Street)",
		  "Traffic order (Basin Street)", "", 0 },
		{ "(10 minutes)", "(10 minutes)", "", 0 },
		{ "Library review (99999 minutes)",
		  "Library review (99999 minutes)", "", 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mb_item item = { .title = mb_str_of(cases[i].printed) };

		title_cut_lead(&item);
		text_expect(item.title, cases[i].title, "the title");
		text_expect(item.lead, cases[i].lead, cases[i].printed);
		cr_expect(eq(u32, item.duration_minutes, cases[i].minutes),
			  "%s", cases[i].printed);
	}
}

Test(titles, are_trimmed_of_signs_that_end_them)
{
	const struct {
		const char *title, *want;
	} cases[] = {
		{ " Library review. ", "Library review" },
		{ "Library review:-", "Library review" },
		{ "Library review \xE2\x80\x93", "Library review" },
		{ "Letter from the N.H.S.", "Letter from the N.H.S." },
		{ "Why?", "Why?" },
		{ "...", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(title_trim(mb_str_of(cases[i].title)),
			    cases[i].want, cases[i].title);
}

Test(titles, are_the_same_though_one_was_cut)
{
	const struct {
		const char *title, *whole;
		bool want;
	} cases[] = {
		{ "Review of Libraries", "review of libraries", true },
		{ "Review of Libraries...", "Review of Libraries 2021", true },
		{ "Review of Lib\xE2\x80\xA6", "Review of Libraries", true },
		{ "Review of Libraries", "Review of Libraries 2021", false },
		{ "A...", "A thing", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(title_is_same(mb_str_of(cases[i].title),
					mb_str_of(cases[i].whole)) ==
			      cases[i].want,
			  "%s", cases[i].title);
}
