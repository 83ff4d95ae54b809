#include "document.h"

#include "bodies.h"
#include "support/text.h"
#include "venue.h"

/* Which meeting it was: from header.h, heading.h, facts.h and metadata.h. */
TestSuite(header);

#define ITEMS                                                         \
	"\n1. Apologies\nNone were received.\n2. Minutes\nThey were " \
	"agreed.\n3. Planning\nThere was none.\n"

static void expect(const char *path, const char *text, const char *want)
{
	const struct mb_doc *doc = document_at(path, mb_str_of(text));

	document_expect(document_meeting(doc), want);
}

Test(header, is_read_in_any_arrangement)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "MINUTES of a meeting of the Audit Committee held in the "
		  "Town Hall on Thursday, 13 March 2025." ITEMS,
		  "Audit Committee; -; 2025-03-13 from document; -; Town Hall; "
		  "-" },
		{ "Minutes of Withy Green Parish Council Meeting held in the "
		  "Parish Room At 7.30pm on Wednesday 10 July 2013" ITEMS,
		  "Withy Green Parish Council; Withy Green Parish Council; "
		  "2013-07-10 from document; 19:30; Parish Room; -" },
		/* one sentence over several lines, in capitals */
		{ "LARKHYTHE COUNCIL\n\nMINUTES OF PROCEEDINGS AT THE MEETING "
		  "OF THE\n\nHEALTH AND WELLBEING BOARD\n\nHELD IN THE "
		  "ASSEMBLY "
		  "ROOM\n\nON MONDAY THE 20TH FEBRUARY, 2023 AT 9.45 "
		  "A.M.\n" ITEMS,
		  "Health and Wellbeing Board; Larkhythe Council; 2023-02-20 "
		  "from document; 09:45; Assembly Room; -" },
		/* a list of facts */
		/* the place on a line of its own */
		{ "Larkhythe Schools Forum\n\nMinutes of the meeting held on "
		  "Tuesday 6 May 2014\n\nat the Tollgate Centre\n\nThe meeting "
		  "commenced at 8.10 am\n" ITEMS,
		  "Larkhythe Schools Forum; -; 2014-05-06 from document; "
		  "08:10; Tollgate Centre; -" },
		/* a label that has lost its colon */
		{ "Larkhythe Council\nCommittee: Library Panel\nDate\n"
		  "Tuesday 6 May 2014\nVenue: The Guildhall\n" ITEMS,
		  "Library Panel; Larkhythe Council; 2014-05-06 from document; "
		  "-; Guildhall; -" },
		{ "Larkhythe Council\nLibrary Panel\nMinutes\nDate: Tuesday 6 "
		  "May 2014\nTime: 7.00 pm\nVenue: The Guildhall\n" ITEMS,
		  "Library Panel; Larkhythe Council; 2014-05-06 from document; "
		  "19:00; Guildhall; -" },
		/* no sentence, and the place behind the time */
		{ "Larkhythe Fire Authority\nMonday, 17 February 2025 at 10.30 "
		  "am in Main Conference Room, Quayside\nMinutes\n" ITEMS,
		  "Larkhythe Fire Authority; Larkhythe Fire Authority; "
		  "2025-02-17 from document; 10:30; Main Conference Room, "
		  "Quayside; -" },
		{ "Library Panel\n\n23 January 2014\n\nCounty Hall, "
		  "Larkhythe, 2.00 pm\n" ITEMS,
		  "Library Panel; -; 2014-01-23 from document; 14:00; County "
		  "Hall, Larkhythe; -" },
		/* a page's own title is a year's, and names the council */
		{ "2025 Minutes\n\nWithy Green Parish Council\n\nMinutes of "
		  "the Parish Council Meeting held on 12 March 2025 at 7pm in "
		  "the Reading Room\n" ITEMS,
		  "Withy Green Parish Council; Withy Green Parish Council; "
		  "2025-03-12 from document; 19:00; Reading Room; -" },
		/* the body by itself, and a sentence that opens the meeting */
		{ "COUNTY OF LARKHYTHE\n\nBOARD OF SUPERVISORS\n\nTuesday, "
		  "March "
		  "12, 2019\n\nThe regular meeting of the Larkhythe Board of "
		  "Supervisors was called to order by Chairman Finch at 6:30 "
		  "p.m. in the Board Room, 100 Quay Street.\n" ITEMS,
		  "Larkhythe Board of Supervisors; -; 2019-03-12 from "
		  "document; 18:30; Board Room, 100 Quay Street; -" },
		{ "Larkhythe Council\nLibrary Panel\nMinutes\nDate: 6 May 2014 "
		  "  "
		  "Time: 18.00   Venue: The Guildhall\n" ITEMS,
		  "Library Panel; Larkhythe Council; 2014-05-06 from document; "
		  "18:00; Guildhall; -" },
		/* who they are tells who met, not who came */
		{ "VILLAGE OF LARKHYTHE\n\nBOARD OF TRUSTEES\n\nREGULAR "
		  "MEETING\n\nMONDAY, OCTOBER 17, 2016\n\nPRESENT: Ida Penn, "
		  "Tom Brand\n" ITEMS,
		  "Board of Trustees; Village of Larkhythe; 2016-10-17 from "
		  "document; -; -; -" },
		{ "VILLAGE OF LARKHYTHE\n\nOctober 17, 2016\n\nThe regular "
		  "meeting was held at the Village Hall at 7:00 P.M.\n" ITEMS,
		  "-; Village of Larkhythe; 2016-10-17 from document; 19:00; "
		  "Village Hall; -" },
		{ "Library Panel\n\nMinutes\n\nMeeting #:\n\n2024-12\n\n"
		  "Date:\n\nJune 11, 2024\n\nTime:\n\n6:30 p.m.\n" ITEMS,
		  "Library Panel; -; 2024-06-11 from document; 18:30; -; -" },
		{ "The Corporation of the Township of Larkhythe\n\nRegular "
		  "Council Meeting\n\nMinutes\n\nJune 11, 2024\n" ITEMS,
		  "Council; Corporation of the Township of Larkhythe; "
		  "2024-06-11 from document; -; -; -" },
		/* the month first */
		{ "Minutes of the Library Panel, TUESDAY MAY 6th 2014" ITEMS,
		  "Library Panel; -; 2014-05-06 from document; -; -; -" },
		{ "Minutes of the Library Panel held on 9/1/20" ITEMS,
		  "Library Panel; -; 2020-01-09 from document; -; -; -" },
		{ "DRAFT\nMinutes of the Library Panel held on 4 March "
		  "2021" ITEMS,
		  "Library Panel; -; 2021-03-04 from document; -; -; draft" },
		/* whose parish council it is stands above */
		{ "WITHY GREEN PARISH COUNCIL\nMinutes of the meeting of the "
		  "Parish Council held on Tuesday 4 March 2021" ITEMS,
		  "Withy Green Parish Council; Withy Green Parish Council; "
		  "2021-03-04 from document; -; -; -" },
		{ "WITHY GREEN PARISH COUNCIL\nMinutes of the Annual Meeting "
		  "of the Council held on Tuesday 4 March 2021" ITEMS,
		  "Withy Green Parish Council; Withy Green Parish Council; "
		  "2021-03-04 from document; -; -; -" },
		{ "WITHY GREEN PARISH COUNCIL\nMinutes of the meeting of the "
		  "Parish Council held on Tuesday 4 March 2021\n"
		  "\n1. Apologies\nNone.\n\fWITHY GREEN PARISH COUNCIL\n"
		  "2. Minutes\nAgreed.\n\fWITHY GREEN PARISH COUNCIL\n"
		  "3. Planning\nThere was none.\n",
		  "Withy Green Parish Council; Withy Green Parish Council; "
		  "2021-03-04 from document; -; -; -" },
		{ "CYNGOR CYMUNED WITHY GREEN\nCofnodion Cyfarfod Misol y "
		  "Cyngor a gynhaliwyd 4 Mawrth 2021" ITEMS,
		  "Cyngor Cymuned Withy Green; Cyngor Cymuned Withy Green; "
		  "2021-03-04 from document; -; -; -" },
		{ "TOWN OF LARKHYTHE\nMinutes of the Regular Meeting of "
		  "Council held on 4 March 2021" ITEMS,
		  "Council; Town of Larkhythe; 2021-03-04 from document; -; "
		  "-; -" },
		{ "WITHY MARSH DRAINAGE COMMISSIONERS\nMinutes of the Meeting "
		  "of the Commissioners held on 4 March 2021" ITEMS,
		  "Withy Marsh Drainage Commissioners; Withy Marsh Drainage "
		  "Commissioners; 2021-03-04 from document; -; -; -" },
		{ "THE CORPORATION OF THE TOWNSHIP OF LARK\nREGULAR COUNCIL "
		  "MEETING\nMINUTES\nDate: 4 March 2021" ITEMS,
		  "Council; Corporation of the Township of Lark; 2021-03-04 "
		  "from document; -; -; -" },
		/* authorities have committees, too */
		{ "LARKSHIRE FIRE AUTHORITY\nAUDIT COMMITTEE\nMinutes\n"
		  "Date: 14.09.23" ITEMS,
		  "Audit Committee; Larkshire Fire Authority; 2023-09-14 from "
		  "document; -; -; -" },
		{ "Larkshire District Council\nMinutes of the Parks Committee "
		  "of the above Council held on 4 March 2021" ITEMS,
		  "Parks Committee; Larkshire District Council; 2021-03-04 "
		  "from document; -; -; -" },
		/* the letterhead was a picture */
		{ "Minutes of a meeting of the above Council held on 4 March "
		  "2021" ITEMS,
		  "Council; -; 2021-03-04 from document; -; -; -" },
		{ "Minutes of the said Parish Council held on 4 March "
		  "2021" ITEMS,
		  "Parish Council; -; 2021-03-04 from document; -; -; -" },
		{ "Minutes of a meeting of the above Committee held on 4 March "
		  "2021" ITEMS,
		  "-; -; 2021-03-04 from document; -; -; -" },
		{ "Lark School \xE2\x80\x93 Local Governing Body\nDate: 4 "
		  "March 2021" ITEMS,
		  "Local Governing Body; -; 2021-03-04 from document; -; -; "
		  "-" },
		{ "Licensing Sub-Committee A\nMinutes, 4 March 2021" ITEMS,
		  "Licensing Sub-Committee A; -; 2021-03-04 from document; -; "
		  "-; -" },
		/* whom to write to is nobody who was there */
		{ "WITHY GREEN PARISH COUNCIL\nClerk: Mrs Penn, 3 Mill "
		  "Lane\nMinutes of the meeting held on 4 March 2021" ITEMS,
		  "Withy Green Parish Council; Withy Green Parish Council; "
		  "2021-03-04 from document; -; -; -" },
		{ "Governing Body\nMinutes of the meeting "
		  "held on 4 March 2021" ITEMS,
		  "Governing Body; -; 2021-03-04 from document; -; -; -" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect("minutes", cases[i].text, cases[i].want);
}

Test(header, leaves_unknown_what_nobody_says)
{
	expect("minutes.txt", "The library is open on Mondays.\n",
	       "-; -; -; -; -; -");
	expect("minutes.txt", "Minutes of the Library Panel" ITEMS,
	       "Library Panel; -; -; -; -; -");
	/* no such day */
	expect("minutes.txt",
	       "Minutes of the Library Panel held on 31/02/2021" ITEMS,
	       "Library Panel; -; -; -; -; -");
}

Test(header, tells_its_own_day_from_those_of_other_meetings)
{
	expect("minutes",
	       "Next meeting: Tuesday 6 April 2021\nLibrary Panel\nMinutes of "
	       "the meeting held on Thursday 4 March 2021 at 7.00 pm" ITEMS,
	       "Library Panel; -; 2021-03-04 from document; 19:00; -; -");
}

Test(header, reports_a_weekday_that_does_not_fit)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Monday 4 March 2021" ITEMS);

	document_expect(document_meeting(doc),
			"Library Panel; -; 2021-03-04 from document; -; -; -");
	document_expect(document_problems(doc),
			"1: 2021-03-04 was a Thursday, not a Monday\n");
}

Test(metadata, names_of_files_and_folders_come_last)
{
	expect("audit/2021-03-04 minutes.txt",
	       "Minutes of the Audit Committee held on 11 March 2021" ITEMS,
	       "Audit Committee; -; 2021-03-11 from document; -; -; -");
	expect("2022/audit/minutes_20210304.txt",
	       "Minutes of the Audit Committee" ITEMS,
	       "Audit Committee; -; 2021-03-04 from filename; -; -; -");
	expect("audit/2021-04-08/minutes.txt",
	       "Minutes of the Audit Committee" ITEMS,
	       "Audit Committee; -; 2021-04-08 from folder; -; -; -");
	expect("audit/04 March 2021 draft.txt",
	       "Minutes of the Audit Committee" ITEMS,
	       "Audit Committee; -; 2021-03-04 from filename; -; -; draft");
	expect("audit/99999999.txt", "Minutes of the Audit Committee" ITEMS,
	       "Audit Committee; -; -; -; -; -");
}

Test(metadata, of_the_page_comes_before_its_name)
{
	expect("2019-01-01.html",
	       "<head><title>Audit Committee, 4 March 2021 | Larkhythe "
	       "Council</title></head><body><p>1. Apologies</p><p>None.</p>"
	       "<p>2. Minutes</p><p>Agreed.</p><p>3. Planning</p><p>None.</p>",
	       "Audit Committee; Larkhythe Council; 2021-03-04 from metadata; "
	       "-; -; -");
	expect("2019-01-01.html",
	       "<body><ol class=breadcrumb><li>Home</li><li>Agenda for Audit "
	       "Committee on Monday 18 January 2021, 6:00 pm</li></ol><p>1. "
	       "Apologies</p><p>None.</p><p>2. Minutes</p><p>Agreed.</p><p>3. "
	       "Planning</p><p>None.</p>",
	       "Audit Committee; -; 2021-01-18 from metadata; 18:00; -; -");
}

Test(bodies, are_named_in_sentences)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "MINUTES of a meeting of the Health and Wellbeing Board held",
		  "Health and Wellbeing Board" },
		{ "Minutes of the December meeting of Withy Green Parish "
		  "Council held in the Parish Room",
		  "Withy Green Parish Council" },
		{ "Agenda for Overview & Scrutiny Committee on Monday",
		  "Overview & Scrutiny Committee" },
		{ "Minutes of the Larkhythe Council - Library Panel held on",
		  "Larkhythe Council - Library Panel" },
		{ "Minutes of the meeting of the Committee on Climate Change",
		  "Committee on Climate Change" },
		{ "Minutes of the Municipal District of Withy held on",
		  "Municipal District of Withy" },
		{ "Minutes of the meeting of Planning Sub-Committee B, held",
		  "Planning Sub-Committee B" },
		{ "Cofnodion Cyfarfod Cyngor Llanhythe a gynhaliwyd",
		  "Cyngor Llanhythe" },
		{ "Minutes of the above Council", "" },
		{ "Minutes of the meeting held on Monday", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(body_of_sentence(mb_str_of(cases[i].text)),
			    cases[i].want, cases[i].text);
}

Test(bodies, are_named_in_lines)
{
	const struct {
		const char *text, *body, *council;
	} cases[] = {
		{ "PLANNING SUB-COMMITTEE, TUESDAY, 6 DECEMBER, 2011",
		  "PLANNING SUB-COMMITTEE", "" },
		{ "Minutes of the Audit Committee", "Audit Committee", "" },
		{ "London Borough of Larkhythe", "",
		  "London Borough of Larkhythe" },
		{ "Larkhythe Council", "Larkhythe Council",
		  "Larkhythe Council" },
		{ "Withy Green Parish Meeting", "Withy Green Parish Meeting",
		  "" },
		{ "Withy Green parish Council", "Withy Green parish Council",
		  "Withy Green parish Council" },
		{ "Parish Council", "Parish Council", "" },
		{ "Modern Council", "Modern Council", "" },
		{ "City and County Council Held in the Council", "",
		  "" }, /* a sentence that goes on in the next line */
		{ "The Council met in the evening", "", "" },
		{ "Monday", "", "" },
		{ "", "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		text_expect(body_of_line(mb_str_of(cases[i].text)),
			    cases[i].body, cases[i].text);
		text_expect(body_council_of_line(mb_str_of(cases[i].text)),
			    cases[i].council, cases[i].text);
	}
	text_expect(
	    body_council_within(MB_STR("Larkhythe Council - Library Panel")),
	    "Larkhythe Council", "the council within");
	text_expect(
	    body_council_within(MB_STR("Withy Green Annual Parish Meeting")),
	    "Withy Green Annual Parish Meeting", "a parish meeting");
	text_expect(body_council_within(MB_STR("Annual Parish Meeting")), "",
		    "nobody's parish meeting");
	cr_expect(body_is_generic(MB_STR("Parish Council")));
	cr_expect(not(body_is_generic(MB_STR("Audit Committee"))));
}

Test(bodies, are_written_as_people_write_them)
{
	const struct {
		const char *printed, *want;
	} cases[] = {
		{ "HEALTH AND WELLBEING BOARD", "Health and Wellbeing Board" },
		{ "PLANNING SUB-COMMITTEE", "Planning Sub-Committee" },
		{ "O'BRIEN'S TRUST PANEL", "O'Brien's Trust Panel" },
		{ "NHS Trust Board", "NHS Trust Board" },
		{ "Withy Green Annual Parish Council",
		  "Withy Green Parish Council" },
	};
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(body_tidy(&blocks, mb_str_of(cases[i].printed)),
			    cases[i].want, cases[i].printed);
	mb_arena_release(&arena);
}

Test(venue, is_where_a_meeting_was_held)
{
	const struct {
		const char *sentence, *want;
	} cases[] = {
		{ "held in the Town Hall on Thursday", "Town Hall" },
		{ "held at Committee Room 2, The Guildhall, Basin Street at "
		  "7pm",
		  "Committee Room 2, The Guildhall, Basin Street" },
		{ "held via Zoom on 4 May", "Zoom" },
		{ "the virtual meeting of the Council", "virtual meeting" },
		{ "Tuesday 4 May at 7.30pm, the Clubroom", "Clubroom" },
		{ "held on Thursday at 7 pm", "" },
		{ "in accordance with the rules", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		text_expect(venue_of_sentence(mb_str_of(cases[i].sentence)),
			    cases[i].want, cases[i].sentence);
	text_expect(venue_of_line(MB_STR("Committee Room 1, Town Hall. The "
					 "meeting began at 7 pm")),
		    "Committee Room 1, Town Hall", "a line");
	text_expect(venue_of_line(MB_STR("Library review")), "", "a title");
	text_expect(venue_trim(MB_STR("the Parish Room.")), "Parish Room",
		    "a venue");
}

Test(header, ends_where_people_or_items_begin)
{
	const struct mb_doc *doc = document_of(
	    "Minutes of the Library Panel held on Thursday 4 March "
	    "2021\nPresent: Councillors Finch and Ames\nThe meeting was held "
	    "on a Friday in 2019.\n" ITEMS);

	document_expect(document_meeting(doc),
			"Library Panel; -; 2021-03-04 from document; -; -; -");
	document_expect(document_people(doc), "Councillor Finch present\n"
					      "Councillor Ames present\n");
}
