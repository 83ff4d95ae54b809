#include "attendance.h"

#include "attendees.h"
#include "document.h"
#include "minutebook/buf.h"
#include "names.h"
#include "roll.h"
#include "support/text.h"

TestSuite(attendance);

Test(attendance, has_many_labels)
{
	const struct {
		const char *text;
		int want; /* enum mb_presence, or -1 */
		const char *rest;
	} cases[] = {
		{ "PRESENT:", MB_PRESENT, "" },
		{ "Present: Councillors Finch and Ames", MB_PRESENT,
		  "Councillors Finch and Ames" },
		{ "Present - Cllr Finch", MB_PRESENT, "Cllr Finch" },
		{ "MEMBERS PRESENT", MB_PRESENT, "" },
		{ "Those Attending:", MB_PRESENT, "" },
		{ "Present (remotely): Cllr Finch", MB_PRESENT, "Cllr Finch" },
		{ "PRESENNOL", MB_PRESENT, "" },
		{ "present", MB_PRESENT, "" }, /* in capitals by a style */
		{ "present at the time", -1, "" },
		{ "BOARD OF TRUSTEES", -1, "" },
		{ "IN ATTENDANCE:", MB_IN_ATTENDANCE, "" },
		{ "Also present: Ms Penn", MB_IN_ATTENDANCE, "Ms Penn" },
		{ "OFFICIALS IN ATTENDANCE:", MB_IN_ATTENDANCE, "" },
		{ "Officers and others in attendance:", MB_IN_ATTENDANCE, "" },
		{ "Apologies: Cllr Ames", MB_APOLOGIES, "Cllr Ames" },
		{ "Apologies for absence", MB_APOLOGIES, "" },
		{ "Absent: Cllr Ames", MB_ABSENT, "Cllr Ames" },
		{ "Not present:", MB_ABSENT, "" },
		{ "Present were Mr Brand and Ms Penn", MB_PRESENT,
		  "Mr Brand and Ms Penn" },
		{ "SEDERUNT", MB_PRESENT, "" },
		{ "Governors present: Mrs Penn", MB_PRESENT, "Mrs Penn" },
		{ "In the Chair: Alderman Brand", MB_PRESENT,
		  "Alderman Brand" },
		{ "CATHAOIRLEACH: Cllr. D. Finch", MB_PRESENT,
		  "Cllr. D. Finch" },
		{ "Clerk: Mrs Penn", MB_IN_ATTENDANCE, "Mrs Penn" },
		{ "Excused: Mr Brand", MB_APOLOGIES, "Mr Brand" },
		{ "Members attending in accordance with Standing Order 25:- "
		  "Mrs Penn",
		  MB_IN_ATTENDANCE, "Mrs Penn" },
		{ "Officers from the Office of the Mayor: Mr Brand",
		  MB_IN_ATTENDANCE, "Mr Brand" },
		{ "Other Members in Attendance: Cllr Penn", MB_IN_ATTENDANCE,
		  "Cllr Penn" },
		{ "Other Members present: Cllr Penn", MB_PRESENT, "Cllr Penn" },
		{ "Sub-Committee: Mrs I Penn", MB_PRESENT, "Mrs I Penn" },
		{ "Panel: Mr Brand and Ms Penn", MB_PRESENT,
		  "Mr Brand and Ms Penn" },
		{ "Committee: Library Panel", -1, "" },
		{ "Sub-Committee", -1, "" },
		{ "Public Forum: Mr Brand asked", -1, "" },
		{ "Clerk", -1, "" },
		{ "Parish Council", -1, "" },
		{ "present circumstances: these", -1, "" },
		{ "Library review", -1, "" },
		{ "Members asked about the quay.", -1, "" },
		{ "Presentation: the library", -1, "" },
		{ "", -1, "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		enum mb_presence presence = MB_PRESENT;
		struct mb_str rest = { NULL, 0 };
		bool is_label = attendance_label(mb_str_of(cases[i].text),
						 &presence, &rest);

		cr_expect(eq(int, is_label ? (int)presence : -1, cases[i].want),
			  "'%s'", cases[i].text);
		if (is_label)
			text_expect(rest, cases[i].rest, cases[i].text);
	}
}

TestSuite(roll);

/* The people that a list names, as document_people() writes them. */
static void expect_roll(const char *list, const char *want)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);
	struct mb_doc doc = { .n_attendance = 0 };

	roll_read(&blocks, mb_str_of(list), MB_PRESENT, 1, &doc);
	document_expect(document_people(&doc), want);
	mb_arena_release(&arena);
}

Test(roll, shares_a_title_among_the_names_behind_it)
{
	expect_roll("Councillors Finch (Chair), Ames and Precey",
		    "Councillor Finch (Chair) present\n"
		    "Councillor Ames present\n"
		    "Councillor Precey present\n");
	expect_roll("Councillors A Finch, B. Ames and C Moor-Hall, and Mr D "
		    "Brand, Clerk",
		    "Councillor A Finch present\n"
		    "Councillor B. Ames present\n"
		    "Councillor C Moor-Hall present\n"
		    "Mr D Brand (Clerk) present\n");
	expect_roll("Cllr A. Finch (AF) (Chair), Cllr Mrs Ida Ames (IA); "
		    "Mrs S. Penn (SP) - Town Clerk",
		    "Cllr A. Finch (Chair) =AF present\n"
		    "Cllr Mrs Ida Ames =IA present\n"
		    "Mrs S. Penn (Town Clerk) =SP present\n");
	expect_roll("Cllrs Finch, Ames; Ms Ida Penn (Head of Libraries)",
		    "Cllr Finch present\nCllr Ames present\n"
		    "Ms Ida Penn (Head of Libraries) present\n");
}

Test(roll, knows_the_titles_of_other_councils)
{
	expect_roll("Provost Ida Penn; Bailies A Finch and B Ames",
		    "Provost Ida Penn present\nBailie A Finch present\n"
		    "Bailie B Ames present\n");
	expect_roll("Borough Councillors Jo Finch and Dick Ames",
		    "Borough Councillor Jo Finch present\n"
		    "Borough Councillor Dick Ames present\n");
	expect_roll("Council Members Finch and Ames",
		    "Council Member Finch present\n"
		    "Council Member Ames present\n");
	expect_roll("A Finch, clerk B Ames, Jo Penn (JP), Head of Books",
		    "A Finch present\nB Ames (clerk) present\n"
		    "Jo Penn (Head of Books) =JP present\n");
	expect_roll("Chairman: Cllr Mrs Penn Councillors: Ames, Brand",
		    "Cllr Mrs Penn present\n"
		    "Councillor Ames present\nCouncillor Brand present\n");
	expect_roll("Chairman Cllr Mrs Penn",
		    "Cllr Mrs Penn (Chairman) present\n");
	expect_roll("Cllrs Jo Finch, Ida Ames County Councillor Dick Brand",
		    "Cllr Jo Finch present\nCllr Ida Ames present\n"
		    "County Councillor Dick Brand present\n");
	expect_roll("Aldermen Finch and Ames",
		    "Alderman Finch present\nAlderman Ames present\n");
	expect_roll("Council Member Jo Finch, City Manager Dick Ames, City "
		    "Clerk Ida Penn",
		    "Council Member Jo Finch present\n"
		    "Dick Ames (City Manager) present\n"
		    "Ida Penn (City Clerk) present\n");
}

Test(roll, keeps_names_whole)
{
	expect_roll("Sir Jo Finch, CBE, Councillor Collins (J) and Councillor "
		    "van der Laan",
		    "Sir Jo Finch (CBE) present\n"
		    "Councillor Collins (J) present\n"
		    "Councillor van der Laan present\n");
	expect_roll("Dick Ames DA Vice-Chair",
		    "Dick Ames (Vice-Chair) =DA present\n");
	expect_roll("Cllr Siân O'Brien", "Cllr Siân O'Brien present\n");
}

Test(roll, keeps_the_letters_behind_a_name)
{
	expect_roll("A Finch OBE", "A Finch OBE present\n");
	expect_roll("B Finch OBE (Chair)", "B Finch OBE (Chair) present\n");
	expect_roll("Councillor A Finch MBE, Cllr Ida Penn JP",
		    "Councillor A Finch MBE present\n"
		    "Cllr Ida Penn JP present\n");
}

Test(roll, takes_offices_for_roles)
{
	expect_roll("Chief Executive (Mr C. Brand), Director of Housing (Ms B. "
		    "Penn)",
		    "Mr C. Brand (Chief Executive) present\n"
		    "Ms B. Penn (Director of Housing) present\n");
	expect_roll("Chief Housing Inspector (Mr. A. J. Brand)",
		    "Mr. A. J. Brand (Chief Housing Inspector) present\n");
	expect_roll("Mr Brand, Deputy Leader, and Ms Penn",
		    "Mr Brand (Deputy Leader) present\nMs Penn present\n");
	expect_roll("Mr Brand, Councillor Penn together with the Clerk",
		    "Mr Brand present\nCouncillor Penn present\n");
	expect_roll("Cllrs Finch (chair), Ames. Clerk - I Penn.",
		    "Cllr Finch (chair) present\nCllr Ames present\n"
		    "I Penn (Clerk) present\n");
	expect_roll("Cllrs Finch and Ames; Clerk: I Penn",
		    "Cllr Finch present\nCllr Ames present\n"
		    "I Penn (Clerk) present\n");
}

Test(roll, knows_how_american_boards_address_their_members)
{
	expect_roll("Supervisors Finch and Ames; Trustee Bell",
		    "Supervisor Finch present\nSupervisor Ames present\n"
		    "Trustee Bell present\n");
}

Test(roll, ends_a_name_where_the_next_person_is_addressed)
{
	expect_roll("Crs B Finch (Mayor), D Ames and S Bell Mr C Penn (Chief "
		    "Executive)",
		    "Cr B Finch (Mayor) present\nCr D Ames present\n"
		    "Cr S Bell present\nMr C Penn (Chief Executive) present\n");
}

Test(roll, names_nobody_who_is_only_counted)
{
	expect_roll("Mrs. Everett, P. Norwood together with 3 members of the "
		    "public",
		    "Mrs. Everett present\nP. Norwood present\n");
	expect_roll("Borough Councillor Colin Tully 1 member of the public",
		    "Borough Councillor Colin Tully present\n");
	expect_roll("Cllr R. Bell (District Council), 4 parishioners.",
		    "Cllr R. Bell (District Council) present\n");
	expect_roll("14 members of the public and the press", "");
	expect_roll("none", "");
	expect_roll("", "");
}

Test(roll, does_not_take_a_substitute_for_the_one_he_stands_for)
{
	expect_roll("Councillor Finch (substitute for Councillor Ames)",
		    "Councillor Finch (substitute for Councillor Ames) "
		    "present\n");
}

Test(roll, names_everybody_once)
{
	expect_roll("Councillor Finch, Councillor Ames, Councillor Finch",
		    "Councillor Finch present\nCouncillor Ames present\n");
}

Test(roll, knows_initials_in_brackets_and_in_a_last_column)
{
	expect_roll("Sir Jo Finch; Chairman; JF",
		    "Sir Jo Finch (Chairman) =JF present\n");
	expect_roll("Ida Penn (IP, via Zoom), Dick Ames (DA)",
		    "Ida Penn =IP present\n"
		    "Dick Ames =DA present\n");
	expect_roll("Ida Penn, Chief Operating Officer; OBE",
		    "Ida Penn (Chief Operating Officer) present\n");
}

Test(roll, tells_a_role_from_initials_behind_it)
{
	expect_roll("Ida Penn (Chair) [IP], Tam Buchan [TB]",
		    "Ida Penn (Chair) =IP present\nTam Buchan =TB present\n");
}

Test(roll, knows_initials_by_the_name)
{
	cr_expect(name_has_initials(MB_STR("Dick Ames"), MB_STR("DA")));
	cr_expect(name_has_initials(MB_STR("Cllr Dick Ames"), MB_STR("DA")));
	cr_expect(name_has_initials(MB_STR("Ro O'Hagan"), MB_STR("ROH")));
	cr_expect(name_has_initials(MB_STR("Jo Moor-Hall"), MB_STR("JMH")));
	cr_expect(not(name_has_initials(MB_STR("Dick Ames"), MB_STR("AD"))));
	cr_expect(not(name_has_initials(MB_STR("Dick Ames"), MB_STR("D"))));
	cr_expect(not(name_has_initials(MB_STR("Dick Ames"), MB_STR(""))));
	cr_expect(not(name_has_initials(MB_STR("Dick Ames"), MB_STR("DABCE"))));
}

/* --- in documents ------------------------------------------------------ */

#define HEADER                                                               \
	"Minutes of the Library Panel held in the Town Hall on Thursday, 4 " \
	"March 2021\n\n"
#define ITEMS                                                               \
	"\n1. Apologies\n\nNone were received.\n\n2. Minutes\n\nThey were " \
	"agreed.\n\n3. Planning\n\nThere was none.\n"

static void expect_people(const char *text, const char *want)
{
	document_expect(document_people(document_of(text)), want);
}

Test(attendance, is_a_list_over_lines)
{
	expect_people(HEADER "PRESENT:\nCouncillor Ada Finch (Chair)\n"
			     "Councillor Tom Ames\n\nIN ATTENDANCE:\nMs Ida "
			     "Penn, Head of Libraries\n\nAPOLOGIES:\n"
			     "Councillor Bo Precey\n" ITEMS,
		      "Councillor Ada Finch (Chair) present\n"
		      "Councillor Tom Ames present\n"
		      "Ms Ida Penn (Head of Libraries) in attendance\n"
		      "Councillor Bo Precey apologies\n");
}

Test(attendance, tells_a_couple_apart_in_a_list)
{
	expect_people(HEADER "PRESENT:\nCllr Finch (Chairman)\n"
			     "Cllr Mrs Penn\nCllr Penn\n" ITEMS,
		      "Cllr Finch (Chairman) present\n"
		      "Cllr Mrs Penn present\n"
		      "Cllr Penn present\n");
}

Test(attendance, is_one_sentence_over_lines)
{
	expect_people(HEADER
		      "Present: Councillors Finch (Chair), Ames, Precey,\n"
		      "Moor-Hall and Tully, and Mr Brand, Clerk\n" ITEMS,
		      "Councillor Finch (Chair) present\n"
		      "Councillor Ames present\n"
		      "Councillor Precey present\n"
		      "Councillor Moor-Hall present\n"
		      "Councillor Tully present\n"
		      "Mr Brand (Clerk) present\n");
}

#define OPENING "Minutes of the Library Panel held on 4 March 2021\n\n"
#define BUSINESS                                                \
	"\n1. Apologies\nThere were none.\n\n2. Minutes\nThey " \
	"were agreed.\n\n3. Planning\nThere was none.\n"

/* The lines are long, and the second list is none of the first's. */
Test(attendance, has_a_list_for_each_label_on_a_line_of_its_own)
{
	expect_people(HEADER "Members present: Jo Finch, Ida Ames, Dick Brand "
			     "and Bo Precey of the\nQuay\nMembers absent: Al "
			     "Tully, Meg Rowe\n" ITEMS,
		      "Jo Finch present\nIda Ames present\nDick Brand "
		      "present\nBo Precey present\n"
		      "Al Tully absent\nMeg Rowe absent\n");
}

Test(attendance, may_be_told_in_sentences)
{
	expect_people(HEADER
		      "The Cathaoirleach, Cllr. P. Finch, was in the "
		      "Chair.\n\nPresent: Councillors Ames and "
		      "Precey\n\nThe Clerk (Mr. D. Brand) and the "
		      "Surveyor (Ms. I. Penn) attended.\n\nCounty Cllrs A "
		      "Tully and B Ames were in attendance.\n" ITEMS,
		      "Cllr. P. Finch present\n"
		      "Councillor Ames present\nCouncillor Precey present\n"
		      "Mr. D. Brand (Clerk) in attendance\n"
		      "Ms. I. Penn (Surveyor) in attendance\n"
		      "County Cllr A Tully in attendance\n"
		      "County Cllr B Ames in attendance\n");
	expect_people(HEADER
		      "PRESENNOL: Cyng. Jo Finch (Cadeirydd). Cynghorydd "
		      "Sir: Ida Ames.\n" ITEMS,
		      "Cyng. Jo Finch (Cadeirydd) present\n"
		      "Ida Ames present\n");
}

Test(attendance, may_have_a_label_over_each_column)
{
	expect_people(HEADER
		      "Present:  Mayor Jo Finch         Staff:  Dick "
		      "Brand, Clerk\n"
		      "          Councilmember Ames             Ida Penn, "
		      "City Attorney\n"
		      "          Councilmember Precey\n\n"
		      "Absent:   Councilmember Tully\n" ITEMS,
		      "Mayor Jo Finch present\n"
		      "Dick Brand (Clerk) in attendance\n"
		      "Councilmember Ames present\n"
		      "Ida Penn (City Attorney) in attendance\n"
		      "Councilmember Precey present\n"
		      "Councilmember Tully absent\n");
}

/* Some clerks have one list of all, and call it so. */
Test(attendance, of_members_is_presence_where_nobody_else_is_present)
{
	expect_people(HEADER "In attendance:\nMayor Jo Finch\nCouncillor Ida "
			     "Ames\nDick Brand, Chief Administrative "
			     "Officer\n\nAbsent: Councillor Penn\n" ITEMS,
		      "Mayor Jo Finch present\nCouncillor Ida Ames present\n"
		      "Dick Brand (Chief Administrative Officer) in "
		      "attendance\nCouncillor Penn absent\n");
}

/* A numbered title above the roll, and labels below it. */
Test(attendance, may_stand_under_an_item_of_its_own)
{
	expect_people(HEADER "1. Opening\n\nThe Mayor opened the meeting.\n\n"
			     "2. Record of Attendance\n\nMembers\n"
			     "Cr A Finch       Mayor\nCr B Ames\n\nStaff\n"
			     "Mr D Brand       Chief Executive Officer\n\n"
			     "Apologies\nCr C Precey\n\n3. Disclosures\n\n"
			     "Nil.\n\n4. Works\n\nCr Ames left.\n",
		      "Cr A Finch (Mayor) present\nCr B Ames present\n"
		      "Mr D Brand (Chief Executive Officer) in attendance\n"
		      "Cr C Precey apologies\n");
}

Test(attendance, may_stand_in_columns_of_a_text)
{
	expect_people(OPENING
		      "PRESENT:\n\n"
		      "Councillors:   A Finch (Chair)    B Ames\n"
		      "               C Precey           D Brand\n" BUSINESS,
		      "A Finch (Chair) present\nB Ames present\n"
		      "C Precey present\nD Brand present\n");
}

Test(attendance, may_have_labels_that_run_on_in_their_column)
{
	expect_people(HEADER
		      "PRESENT:     Councillors Finch (Chair), Ames,\n"
		      "             Precey and Tully\n\n"
		      "CO-OPTED     Mr D Brand (Church)\n"
		      "MEMBERS:\n\n"
		      "ALSO         Councillor Moor (Leader), Cllr "
		      "Bell (Portfolio\n"
		      "PRESENT:     Holder for Quays) and Cllr West\n" ITEMS,
		      "Councillor Finch (Chair) present\n"
		      "Councillor Ames present\n"
		      "Councillor Precey present\n"
		      "Councillor Tully present\n"
		      "Mr D Brand (Church) present\n"
		      "Councillor Moor (Leader) in attendance\n"
		      "Cllr Bell (Portfolio Holder for Quays) in attendance\n"
		      "Cllr West in attendance\n");
}

Test(attendance, is_divided_by_labels_of_any_words)
{
	expect_people(HEADER "PRESENT\n\nSchool members:\nIda Finch, Head "
			     "Teacher\n\nNon school members:\nJo Ames, Union "
			     "Secretary\n\nDiocesan representatives:\nDick "
			     "Precey\n\nOfficers:\nMrs Penn, Clerk\n" ITEMS,
		      "Ida Finch (Head Teacher) present\n"
		      "Jo Ames (Union Secretary) present\n"
		      "Dick Precey present\n"
		      "Mrs Penn (Clerk) in attendance\n");
}

Test(attendance, may_have_the_titles_over_a_table)
{
	expect_people("<h1>Larkhythe Council</h1><p>Minutes of the Library "
		      "Panel held on 4 March 2021</p><p>Present:-</p>"
		      "<p>BAILIES</p><table><tr><td>Ida FINCH</td><td>Jo "
		      "AMES</td></tr></table><p>COUNCILLORS</p><table><tr>"
		      "<td>Dick PRECEY</td><td>Al MOOR</td></tr><tr><td>Bo "
		      "TULLY</td><td></td></tr></table><p>1. Apologies</p>"
		      "<p>None.</p><p>2. Minutes</p><p>Agreed.</p>"
		      "<p>3. Quay</p><p>Noted.</p>",
		      "Bailie Ida FINCH present\n"
		      "Bailie Jo AMES present\n"
		      "Councillor Dick PRECEY present\n"
		      "Councillor Al MOOR present\n"
		      "Councillor Bo TULLY present\n");
}

Test(attendance, keeps_two_lines_apart_that_both_end_in_a_name)
{
	expect_people(OPENING "Present: Cllrs A Finch, B Ames, C Precey\n"
			      "D Brand (Clerk)\n" BUSINESS,
		      "Cllr A Finch present\nCllr B Ames present\n"
		      "Cllr C Precey present\nCllr D Brand (Clerk) "
		      "present\n");
}

Test(attendance, names_who_presides_whatever_list_it_stands_under)
{
	expect_people(OPENING "Present: Provost Penn; Bailie Jo Finch\n"
			      "Apologies: Councillor Ames\n"
			      "Bailie Finch, Convener, presiding.\n" BUSINESS,
		      "Provost Penn present\nBailie Jo Finch (Convener, "
		      "presiding) present\nCouncillor Ames apologies\n");
}

Test(attendance, may_lack_its_label)
{
	expect_people(OPENING "Cllr Finch (Chair)\nCllr Ames\nMrs Ida Penn - "
			      "Clerk\n\nThere were 18 people.\n" BUSINESS,
		      "Cllr Finch (Chair) present\nCllr Ames present\n"
		      "Mrs Ida Penn (Clerk) present\n");
	expect_people("<body><p>" OPENING "</p><table><tr><td>Name</td><td>"
		      "Initials</td></tr><tr><td>Jo Finch</td><td>JF</td>"
		      "</tr></table><p>1. Apologies</p><p>None.</p>"
		      "<p>2. Minutes</p><p>Agreed.</p></body>",
		      "Jo Finch =JF present\n");
	expect_people(OPENING "1. Calling of the Roll and Apologies\n\n"
			      "Mr G Finch, Mrs J Ames, Ms C Precey\n\n"
			      "Apologies were received from Mr Brand.\n\n"
			      "2. Minutes\nThey were agreed.\n",
		      "Mr G Finch present\nMrs J Ames present\n"
		      "Ms C Precey present\nMr Brand apologies\n");
}

Test(attendance, may_be_announced_by_a_sentence)
{
	expect_people("At a Meeting of the Larkhythe Drainage Board held on "
		      "Thursday the 4th of March 2021 there were present:-\n\n"
		      "Elected Members         Appointed Members\n"
		      "J Finch Esq             Cllr W Ames\n"
		      "Mrs R Penn              Cllr S Brand\n" BUSINESS,
		      "J Finch (Esq) present\nCllr W Ames present\n"
		      "Mrs R Penn present\nCllr S Brand present\n");
}

Test(attendance, of_unnamed_offices_goes_on)
{
	expect_people(OPENING "In attendance:\nChief Executive\nMr L Brand, "
			      "Head of Books\n" BUSINESS,
		      "Mr L Brand (Head of Books) in attendance\n");
}

Test(attendance, may_be_the_first_business)
{
	expect_people("City of Larkhythe\nCity Council\nMinutes\n"
		      "May 9, 2023\n\n1. CALL TO ORDER\n"
		      "Mayor Penn called the meeting to order.\n\n"
		      "2. ROLL CALL\nPresent: Mayor Ida Penn and Jo Finch\n"
		      "Absent: Dick Ames\n\n"
		      "3. APPROVAL OF MINUTES\nThey were approved.\n",
		      "Mayor Ida Penn present\nJo Finch present\n"
		      "Dick Ames absent\n");
}

Test(attendance, is_told_below_the_title_of_a_roll)
{
	expect_people("CITY COUNCIL MINUTES\nMarch 4, 2021\n\n1. CALL TO "
		      "ORDER\nIt was called to order.\n\n2. ROLL CALL\n\n"
		      "Mayor Ida Penn and Councilmembers Jo Finch, Dick Ames, "
		      "and Sid Bell. Also present were City Manager Joan Carr "
		      "and City Attorney Sam Dunn.\n\n3. APPROVAL OF "
		      "MINUTES\nThey were approved.\n",
		      "Mayor Ida Penn present\n"
		      "Councilmember Jo Finch present\n"
		      "Councilmember Dick Ames present\n"
		      "Councilmember Sid Bell present\n"
		      "Joan Carr (City Manager) in attendance\n"
		      "Sam Dunn (City Attorney) in attendance\n");
}

Test(attendance, excuses_nobody_who_votes)
{
	expect_people("Minutes of the Library Panel held on 4 March "
		      "2021\n\nPresent: Cr Finch and Cr Ames\n\n1. "
		      "Apologies\n\nThat the apology from Cr Bell be "
		      "accepted.\n\nFor: Cr Finch\n\nAgainst: Cr Ames\n\n2. "
		      "Minutes\n\nAgreed.\n\n3. Planning\n\nNone.\n",
		      "Cr Finch present\nCr Ames present\nCr Bell apologies\n");
}

Test(attendance, is_a_table_with_initials)
{
	expect_people(
	    "<body><p>" HEADER "</p><p>Present</p><table><tr><td>Dick "
	    "Ames<td>DA</tr><tr><td>Joan Carr<td>JC<td>Clerk</tr></table><p>1. "
	    "Apologies</p><p>None.</p><p>2. Minutes</p><p>Agreed.</p><p>3. "
	    "Planning</p><p>None.</p>",
	    "Dick Ames =DA present\nJoan Carr (Clerk) =JC present\n");
}

Test(attendance, is_a_table_of_columns)
{
	expect_people(
	    "<body><p>" HEADER "</p><p>Present</p><table><tr><td>Councillor "
	    "Finch<td>Councillor Ames</tr></table><p>1. "
	    "Apologies</p><p>None.</p><p>2. Minutes</p><p>Agreed.</p><p>3. "
	    "Planning</p><p>None.</p>",
	    "Councillor Finch present\nCouncillor Ames present\n");
}

#define TABLE(rows)                                                   \
	"<body><p>" HEADER "</p><p>Present</p><table>" rows           \
	"</table><p>1. Apologies</p><p>None.</p><p>2. Minutes</p><p>" \
	"Agreed.</p><p>3. Planning</p><p>None.</p>"

/* Initials tell a name; without them "Wick Barrow" is where Ida Penn lives. */
Test(attendance, is_a_table_of_names_with_initials)
{
	expect_people(TABLE("<tr><td>A Finch<td>Mrs B Ames<td>C Precey</tr>"
			    "<tr><td>D Brand<td>E Tully</tr>"
			    "<tr><td>J Tuck<td>Monitoring Officer</tr>"
			    "<tr><td>Ida Penn<td>Wick Barrow</tr>"),
		      "A Finch present\nMrs B Ames present\nC Precey present\n"
		      "D Brand present\nE Tully present\n"
		      "J Tuck (Monitoring Officer) present\n"
		      "Ida Penn (Wick Barrow) present\n");
}

Test(attendance, is_a_table_with_its_labels_over_the_columns)
{
	expect_people(
	    TABLE("<tr><td>Present<td>In attendance</tr>"
		  "<tr><td>Cllr Finch (Chair)<td>Ida Penn, Clerk</tr>"
		  "<tr><td>Cllr Ames<td></tr><tr><td><td>Jo Moor</tr>"),
	    "Cllr Finch (Chair) present\nIda Penn (Clerk) in attendance\n"
	    "Cllr Ames present\nJo Moor in attendance\n");
	/* a list in each cell */
	expect_people(
	    TABLE("<tr><td>Present<td>Apologies</tr>"
		  "<tr><td><p>Cllr Finch</p><p>Cllr Ames</p><td>Cllr Tully"
		  "</tr>"),
	    "Cllr Finch present\nCllr Ames present\nCllr Tully apologies\n");
}

Test(attendance, is_a_table_with_its_labels_in_the_first_cells)
{
	expect_people(
	    TABLE("<tr><td>Present:<td>Dick Ames<td>DA<td>Chair</tr>"
		  "<tr><td>Joan Carr<td>JC<td>Clerk</tr>"
		  "<tr><td>Apologies:<td>Ida Penn<td>IP<td>Governor</tr>"),
	    "Dick Ames (Chair) =DA present\nJoan Carr (Clerk) =JC present\n"
	    "Ida Penn (Governor) =IP apologies\n");
}

Test(attendance, is_a_table_with_offices_first)
{
	expect_people(
	    "<body><p>" HEADER "</p><p>Present</p><table><tr><td>Mayor<td>Ida "
	    "Penn</tr><tr><td>Councillors<td>Councillor Finch</tr></table>"
	    "<p>In attendance</p><table><tr><td>Meeting Secretary<td>Dick "
	    "Ames<td>Governance Advisor</tr></table><ul><li>Chief "
	    "Administrative Officer, J. Carr</ul><p>1. Apologies</p><p>Moved "
	    "by Ida Penn, seconded Cr Finch: That the apology from Cr Bell be "
	    "accepted.</p><p>2. Minutes</p><p>Agreed.</p><p>3. "
	    "Planning</p><p>None.</p>",
	    "Ida Penn (Mayor) present\nCouncillor Finch present\n"
	    "Dick Ames (Governance Advisor) in attendance\n"
	    "J. Carr in attendance\nCr Bell apologies\n");
}

Test(attendance, has_labels_in_cells_over_two_lines_and_below_a_sederunt)
{
	expect_people(TABLE("<tr><td>Present<td>Cllrs Finch, Ames and Bell</tr>"
			    "<tr><td>Apologies<td>Cllr Tully</tr>"),
		      "Cllr Finch present\nCllr Ames present\n"
		      "Cllr Bell present\nCllr Tully apologies\n");
	expect_people(HEADER "\n\nCouncillors in\nAttendance:      Cllr Ida "
			     "Finch\n\nOfficers in\nAttendance:      Dick Ames "
			     "(Clerk)\n\n1. Apologies\nNone.\n2. Minutes\n"
			     "Agreed.\n3. Planning\nNone.\n",
		      "Cllr Ida Finch present\n"
		      "Dick Ames (Clerk) in attendance\n");
	expect_people(HEADER "\n\nSederunt: Councillor Finch\n\nAttending: "
			     "Dick Ames, Area Manager\n\n1. Apologies\nNone.\n"
			     "2. Minutes\nAgreed.\n3. Planning\nNone.\n",
		      "Councillor Finch present\n"
		      "Dick Ames (Area Manager) in attendance\n");
}

Test(attendance, is_an_item_when_the_clerk_numbers_it)
{
	const struct mb_doc *doc = document_of(
	    HEADER "1. Present: Councillors Finch and Ames\n\n2. Apologies: "
		   "Councillor Precey\n\n3. Minutes\n\nThey were agreed.\n\n4. "
		   "Planning\n\nThere was none.\n");

	document_expect(document_people(doc), "Councillor Finch present\n"
					      "Councillor Ames present\n"
					      "Councillor Precey apologies\n");
	document_expect(document_items(doc), "2 Apologies routine\n"
					     "  minute: Councillor Precey\n"
					     "3 Minutes routine\n"
					     "  minute: They were agreed.\n"
					     "4 Planning\n"
					     "  minute: There was none.\n");
}

Test(attendance, takes_apologies_out_of_an_item)
{
	const struct {
		const char *text, *want;
	} cases[] = {
		{ "Apologies were received and accepted from Cllr Penn "
		  "(holiday).",
		  "Cllr Penn (holiday) apologies\n" },
		{ "Apologies were received from Councillors Precey and Tully.",
		  "Councillor Precey apologies\nCouncillor Tully apologies\n" },
		{ "Apologies were received from Cllrs Precey and Tully. Cllr "
		  "Penn substituted for Cllr Tully.",
		  "Cllr Precey apologies\nCllr Tully apologies\n" },
		{ "Apologies for absence were given by Cllr Precey (holiday).",
		  "Cllr Precey (holiday) apologies\n" },
		{ "Apologies were received and accepted from Cllr Precey, who "
		  "was unwell, and Cllr Tully.",
		  "Cllr Precey apologies\nCllr Tully apologies\n" },
		{ "The Chair wished all a happy new year. Apologies were "
		  "received from Cllr Precey. Apologies were also received "
		  "from Cllr Tully, who was at a wedding. The Chair sent good "
		  "wishes.",
		  "Cllr Precey apologies\nCllr Tully apologies\n" },
		{ "Apologies were received from Cllr Precey. Cllr Penn "
		  "attended for Cllr Precey.",
		  "Cllr Precey apologies\n" },
		/* who came late came */
		{ "Apologies were received from Cllr Precey. Apologies for "
		  "lateness were received from Cllr Tully.",
		  "Cllr Precey apologies\n" },
		{ "Apologies were received from Councillor Precey and, for "
		  "lateness, Councillor Tully.",
		  "Councillor Precey apologies\n" },
		{ "Apologies were received from:\n- Councillor Precey\n- "
		  "Councillor Tully (Vice-Chair)\n- Mrs Carr, Clerk",
		  "Councillor Precey apologies\n"
		  "Councillor Tully (Vice-Chair) apologies\n"
		  "Mrs Carr (Clerk) apologies\n" },
		{ "There were none.", "" },
		/* who came during that item is not excused by it */
		{ "Cllr Precey.\n\nPCSO Penn joined the meeting and reported.",
		  "Cllr Precey apologies\n" },
		{ "Cllr Precey was ill.", "Cllr Precey apologies\n" },
		{ "Ymddiheuriadau gan Cyng Precey.", "Cyng Precey "
						     "apologies\n" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[800];

		snprintf(text, sizeof(text),
			 HEADER "1. Apologies\n\n%s\n\n2. Minutes\n\nThey were "
				"agreed.\n\n3. Planning\n\nThere was none.\n",
			 cases[i].text);
		expect_people(text, cases[i].want);
	}
}

Test(attendance, ends_where_the_business_begins)
{
	const struct mb_doc *doc = document_of(
	    HEADER "Present: Councillors Finch and Ames\n\nMr Brand thanked "
		   "the Panel for its work.\n\nThe Chair opened the "
		   "meeting.\n" ITEMS);

	document_expect(document_people(doc), "Councillor Finch present\n"
					      "Councillor Ames present\n");
	cr_expect(doc->items[0].number.len == 0);
	text_expect(doc->items[0].paragraphs[0].text,
		    "Mr Brand thanked the Panel for its work.",
		    "text before the first item");
}

Test(roll, has_no_more_people_than_its_limit)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct blocks blocks = blocks_in(&arena);
	struct mb_doc doc = { .n_attendance = 0 };
	char name[40];

	for (int i = 0; i < 4010; i++) {
		struct mb_attendee person = { .line = 1 };

		snprintf(name, sizeof(name), "Councillor Ames%d", i);
		cr_assert(mb_arena_copy(&arena, mb_str_of(name), &person.name,
					NULL) == MB_OK);
		attendees_add(&blocks, &doc, &person);
	}
	cr_expect(eq(sz, doc.n_attendance, 4000));
	mb_arena_release(&arena);
}

Test(attendance, divides_names_with_initials_that_ran_together)
{
	const struct mb_doc *doc = document_of(
	    "Library Panel\n\nMinutes of the meeting held on 4 March 2021\n\n"
	    "Present: N Rush B Well, A Toms\n\n"
	    "In attendance:\n\nMrs V Lomas and Mr C Bann - Interested "
	    "Parties\n\n1. Books\n\nThey were counted.\n\n2. Hours\n\nThey "
	    "were agreed.\n");

	document_expect(document_people(doc),
			"N Rush present\nB Well present\nA Toms present\n"
			"Mrs V Lomas in attendance\n"
			"Mr C Bann (Interested Parties) in attendance\n");
}
