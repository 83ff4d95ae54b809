#include "site.h"

#include "document.h"
#include "minutebook/buf.h"
#include "support/text.h"
#include "tags.h"

TestSuite(site);

Test(site, rules_fit_a_word_of_the_attribute)
{
	const struct {
		const char *tag, *attributes[5];
		int want; /* enum site_effect, or -1 */
	} cases[] = {
		{ "div", { "id", "modgov" }, SITE_CONTENT },
		{ "span", { "class", "small mgFileSize x" }, SITE_SKIP },
		{ "span", { "class", "mgFileSizes" }, -1 },
		{ "ul", { "class", "mgActionList" }, SITE_TRAIL },
		{ "p", { "class", "mgActionList" }, -1 },
		{ "a", { "title", "x", "href", "mgAi.aspx?ID=3" }, SITE_CUT },
		{ "a", { "href", "/mgAi.asp?ID=3" }, SITE_CUT },
		{ "ol", { "class", "nav breadcrumbs" }, SITE_TRAIL },
		{ "p", { "hidden", NULL }, SITE_SKIP },
		{ "p", { "hidden", "hidden" }, SITE_SKIP },
		{ "script", { NULL }, SITE_SKIP },
		{ "p", { NULL }, -1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct site_rule *rule =
		    site_rule(cases[i].tag, cases[i].attributes, 0);

		cr_expect(eq(int, rule ? (int)rule->effect : -1, cases[i].want),
			  "case %zu", i);
	}
	cr_expect(site_rule("p", NULL, 0) == NULL);
}

Test(site, knows_the_ids_in_its_addresses)
{
	const struct {
		const char *address;
		unsigned meeting, item;
		bool is_welsh;
	} cases[] = {
		{ "ieListDocuments.aspx?CId=151&MId=4832&Ver=4", 4832, 0,
		  false },
		{ "ieListDocuments.asp?CId=151&MID=4832", 4832, 0, false },
		{ "ieListDocuments.aspx_CId_151_MeetingId=77", 77, 0, false },
		{ "mgAi.aspx?ID=51902", 0, 51902, false },
		{ "mgMeetingAttendance.aspx?ID=4832", 4832, 0, false },
		{ "mgUserInfo.aspx?UID=12", 0, 0, false },
		{ "ieListDocuments.aspx?MId=9&LLL=1", 9, 0, true },
		{ "ieListDocuments.aspx?MId=9&LLL=0", 9, 0, false },
		{ "ieListDocuments.aspx?MId=99999999999999999999", 0, 0,
		  false },
		{ "ieListDocuments.aspx?MId=", 0, 0, false },
		{ "minutes.txt", 0, 0, false },
		{ "", 0, 0, false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct site_ids ids = site_ids_of(mb_str_of(cases[i].address));

		cr_expect(eq(u64, ids.meeting, cases[i].meeting), "%s",
			  cases[i].address);
		cr_expect(eq(u64, ids.item, cases[i].item), "%s",
			  cases[i].address);
		cr_expect(eq(int, ids.is_welsh, cases[i].is_welsh), "%s",
			  cases[i].address);
	}
}

Test(tags, have_a_role_or_are_inline)
{
	cr_expect(eq(int, tag_role_of("a"), TAG_LINK));
	cr_expect(eq(int, tag_role_of("ul"), TAG_LIST));
	cr_expect(eq(int, tag_role_of("h4"), TAG_HEADING));
	cr_expect(eq(int, tag_role_of("td"), TAG_CELL));
	cr_expect(eq(int, tag_role_of("span"), TAG_INLINE));
	cr_expect(eq(int, tag_role_of("o:p"), TAG_INLINE)); /* Word's */
	cr_expect(eq(int, tag_role_of(""), TAG_INLINE));
}

/* The shape of ModernGov's meeting pages, with the slips that they have. */
static const char meeting_page[] =
    "<!DOCTYPE html><html><head><title>Agenda for Cabinet on Monday 20 January "
    "2025, 6.30 pm - Modern Council</title>"
    "<meta name=\"DC.title\"  content=\"Agenda for Cabinet on Monday 20 "
    "January 2025, 6.30 pm\"/>"
    "<meta name=\"DC.date\" scheme=\"W3CDTF\"  content=\"2025-01-20\"/></head>"
    "<body><ul class=menu><li>Home</li><li>Councillors</li></ul>"
    "<div id=\"modgov\" ><h1  class=\"mgMainTitleTxt\" >Agenda and draft "
    "minutes</h1>"
    "<h2 class=\"mgSubTitleTxt\"><a  href=\"mgCommitteeDetails.aspx?ID=711\"  "
    "title=\"Link&#32;to\">Larkhythe Council - Cabinet - Monday 20 January "
    "2025 6.30 pm</a></h2>"
    "<p><span  class=\"mgLabel\" >Venue: </span>Assembly Room, Town Hall. <a "
    "href=x>View directions</a></p>"
    "<p><span  class=\"mgLabel\" >Contact: </span>Ms Ida Penn</p>"
    "<ul  class=\"mgActionList\" ><li><a href=\"mgMeetingAttendance.aspx?"
    "ID=4832\">Attendance details</a></li></ul>"
    "<table class=\"mgItemTable\"  summary=\"Table of agenda items\" "
    "id=\"mgItemTable\"><caption class=\"mgHide\">Items</caption>"
    "<tr><td  class=\"mgItemNumberCell\" ><p  class=\"mgAiTitleTxt\" ><a "
    "name=\"AI51890\" aria-disabled=\"true\"></a>54.</p></td>"
    "<td ><p  class=\"mgAiTitleTxt\" >Apologies for absence</p>"
    "<p class=\"mgSubItemTitleTxt\">Minutes:</p><div class=\"mgWordPara\">"
    "<div class=\"WordSection1\"><p class=\"MsoNormal\">Apologies were "
    "received from Councillor <span class=\"SpellE\">Precey</span>.</p>"
    "<p class=\"MsoNormal\">&nbsp;</p></div></div></td></tr>"
    "<tr><td  class=\"mgItemNumberCell\" ><p  class=\"mgAiTitleTxt\" ><a "
    "name=\"AI51902\"></a>55.</p></td>"
    "<td ><p  class=\"mgAiTitleTxt\" ><a  class=\"mgAiTitleLnk\"   "
    "href=\"documents/s111/Libraries.pdf\" title=x>Library review <span  "
    "class=\"mgFileSize\" ><img src=x /> PDF 99 KB</span> </a></p>"
    "<ul  class=\"mgActionList\" ><li>View the background to item "
    "55.</li></ul>"
    "<div class=\"mgWordPara\"><p>Report of the Head of Libraries.</p></div>"
    "<p class=\"mgSubItemTitleTxt\">Additional documents:</p><ul  "
    "class=\"mgBulletList\" ><li><a href=\"documents/s112/Appendix.pdf\">"
    "Appendix A<span  class=\"mgHide\" >, item 55.</span> <span "
    "class=\"mgFileSize\">PDF 12 KB</span></a></li></ul>"
    "<p class=\"mgSubItemTitleTxt\">Decision:</p><div class=\"mgWordPara\"><p>"
    "<b>RESOLVED</b> that the branches stay open.</p></div>"
    "<p class=\"mgSubItemTitleTxt\">Minutes:</p><div class=\"mgWordPara\">"
    "<p>Councillor Finch asked about\nthe opening hours.</p>"
    "<p style=\n\"x\">The Head of Libraries answered that they were under "
    "review and of great potential &nbsp;...&nbsp; <a href=\n"
    "\"mgAi.aspx?ID=51902\" title=x>view the full minutes text for item "
    "55.</a></p></div>"
    "<table  class=\"mgTableNoBorderFullWidth\" ><caption>Recorded Vote"
    "</caption><tr><th>Title<th>Type<th>Recorded Vote text<th>Result</tr>"
    "<tr><td>Amendment one<td>Motion<td>For: 4 Against: 7 Abstain: 1<td><img "
    "src='MotionNegative.png' />Lost</tr></table></td></tr></table></div>"
    "<div class=footer>Powered by</div></body></html>";

Test(site, reads_a_meeting_of_moderngov_by_its_marks)
{
	const struct mb_doc *doc = document_of(meeting_page);

	cr_expect(eq(int, doc->kind, MB_DOC_MEETING));
	document_expect(document_meeting(doc),
			"Larkhythe Council - Cabinet; Larkhythe Council; "
			"2025-01-20 from document; 18:30; Assembly Room, Town "
			"Hall; draft");
	document_expect(
	    document_items(doc),
	    "54 Apologies for absence routine\n"
	    "  minute: Apologies were received from Councillor Precey.\n"
	    "55 Library review\n"
	    "  agenda: Report of the Head of Libraries.\n"
	    "  decision: RESOLVED that the branches stay open.\n"
	    "  minute: {Councillor Finch} Councillor Finch asked about the "
	    "opening hours.\n"
	    "  minute: {The Head of Libraries} The Head of Libraries answered "
	    "that they were under review and of great potential ... cut\n"
	    "  vote: Amendment one\n"
	    "For: 4 Against: 7 Abstain: 1\n"
	    "Lost\n"
	    "  vote 4:7:1 lost\n"
	    "  document Library review -> documents/s111/Libraries.pdf\n"
	    "  document Appendix A -> documents/s112/Appendix.pdf\n");
	document_expect(document_people(doc), "Councillor Precey apologies\n");
	document_expect(document_problems(doc), "");
	cr_expect(eq(u64, doc->items[1].site_id, 51902));
	cr_expect(eq(u64, doc->site_meeting, 4832));
}

Test(site, marks_a_cancelled_meeting)
{
	const struct mb_doc *doc = document_of(
	    "<div id=modgov><h1 class=mgMainTitleTxt>Meeting</h1><h2 "
	    "class=mgSubTitleTxt>Audit Committee - Tuesday 4 March 2025 7.00 "
	    "pm, CANCELLED</h2></div>");

	cr_expect(eq(int, doc->kind, MB_DOC_MEETING));
	document_expect(document_meeting(doc),
			"Audit Committee; -; 2025-03-04 from document; 19:00; "
			"-; cancelled");
}

Test(site, reports_a_page_that_contradicts_its_own_metadata)
{
	const struct mb_doc *doc = document_of(
	    "<head><meta name=DC.date content=2025-03-05></head><div "
	    "id=modgov><h1 class=mgMainTitleTxt>Agenda and minutes</h1><h2 "
	    "class=mgSubTitleTxt>Audit Committee - Tuesday 4 March "
	    "2025</h2></div>");

	document_expect(document_meeting(doc),
			"Audit Committee; -; 2025-03-04 from document; -; -; "
			"-");
	document_expect(document_problems(doc),
			"0: the page says 2025-03-04, its metadata says "
			"2025-03-05: the page is believed\n");
}

Test(site, knows_its_kinds_of_pages)
{
	const struct {
		const char *page;
		enum mb_doc_kind want;
	} cases[] = {
		{ "Agenda", MB_DOC_MEETING },
		{ "Agenda, decisions and minutes", MB_DOC_MEETING },
		{ "Decision details", MB_DOC_DECISION },
		{ "Agenda item", MB_DOC_ITEM },
		{ "Meeting attendance", MB_DOC_ATTENDANCE },
		{ "Browse meetings", MB_DOC_LIST },
		{ "Committee details", MB_DOC_LIST },
		{ "Your councillors", MB_DOC_OTHER },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char page[200];

		snprintf(page, sizeof(page),
			 "<div id=modgov><h1 class=mgMainTitleTxt>%s</h1><h2 "
			 "class=mgSubTitleTxt>Cabinet</h2><p>text</p></div>",
			 cases[i].page);
		cr_expect(eq(int, document_of(page)->kind, cases[i].want), "%s",
			  cases[i].page);
	}
}

Test(site, reads_a_decision_with_its_body_and_day)
{
	const struct mb_doc *doc = document_of(
	    "<div id=modgov><h1 class=mgMainTitleTxt>Decision details</h1><h2 "
	    "class=mgSubTitleTxt>Basin Street market</h2>"
	    "<p><span class=mgLabel>Decision Maker: </span>Policy Committee</p>"
	    "<p><span class=mgLabel>Is Key decision?: </span>Yes</p>"
	    "<h3 class=mgSubSubTitleTxt>Purpose:</h3><div class=mgWordPara>"
	    "<p>To set the fees.</p></div>"
	    "<h3 class=mgSubSubTitleTxt>Decision:</h3><div class=mgWordPara>"
	    "<p>That the fees be set.</p></div>"
	    "<p><span class=mgLabel>Publication date: </span>20&#47;10&#47;2015"
	    "</p><p><span class=mgLabel>Date of decision: "
	    "</span>19&#47;10&#47;2015</p>"
	    "<p class=mgLabel>Accompanying Documents:</p><ul "
	    "class=mgBulletList><li><a href=fees.pdf>Fees</a></li></ul></div>");

	cr_expect(eq(int, doc->kind, MB_DOC_DECISION));
	document_expect(document_meeting(doc),
			"Policy Committee; -; 2015-10-19 from document; -; -; "
			"-");
	document_expect(document_items(doc), "- Basin Street market\n"
					     "  agenda: To set the fees.\n"
					     "  decision: That the fees be "
					     "set.\n"
					     "  document Fees -> fees.pdf\n");
}

Test(site, reads_who_was_there_from_a_page_of_attendance)
{
	const struct mb_doc *doc = document_of(
	    "<div id=modgov><h1 class=mgMainTitleTxt>Attendance details</h1>"
	    "<h2 class=mgSubTitleTxt>Cabinet - Monday 20 January 2025</h2>"
	    "<table summary='Table of meeting attendance'><tbody>"
	    "<tr><td><a href='mgUserInfo.aspx?UID=3'>Councillor Ada "
	    "Finch</a><td>Chair<td>Present</tr>"
	    "<tr><td>Ms Ida Penn<td>Officer<td>In attendance</tr>"
	    "<tr><td>Councillor Tom Ames<td>Committee Member<td>Absent</tr>"
	    "<tr><td>Councillor Bo Precey<td>Committee Member<td>Apologies</tr>"
	    "</tbody></table></div>");

	cr_expect(eq(int, doc->kind, MB_DOC_ATTENDANCE));
	document_expect(document_people(doc),
			"Councillor Ada Finch (Chair) present\n"
			"Ms Ida Penn (Officer) in attendance\n"
			"Councillor Tom Ames (Committee Member) absent\n"
			"Councillor Bo Precey (Committee Member) apologies\n");
}

Test(site, takes_the_welsh_page_of_a_meeting_for_welsh)
{
	const struct mb_doc *doc = document_at(
	    "ieListDocuments.aspx?MId=77&LLL=1", mb_str_of(meeting_page));

	text_expect(doc->language, "cy", "the language");
	cr_expect(eq(u64, doc->site_meeting, 77));
}

Test(site, reads_a_meeting_of_cmis)
{
	const struct mb_doc *doc = document_of(
	    "<body><div>menu</div><div class='ModCMISMeetingsC'>"
	    "<span class=CommitteeLabel>Committee</span>"
	    "<div class=Committee>Planning Committee</div>"
	    "<div class=DateTimeLabel>Date:</div><div class=DateTime>Tuesday 4 "
	    "March 2025 - 6:30 pm</div>"
	    "<div class=VenueLabel>Venue:</div><div class=Venue>The "
	    "Guildhall</div><a class=TitleLink href=minutes.pdf>Minutes</a>"
	    "</div></body>");

	cr_expect(eq(int, doc->kind, MB_DOC_MEETING));
	document_expect(document_meeting(doc),
			"Planning Committee; -; 2025-03-04 from document; "
			"18:30; Guildhall; -");
}

/* Every dash of a heading that never ends once had the rest searched. */
Test(site, takes_no_endless_text_for_a_heading)
{
	struct mb_buf page = MB_BUF_INIT;

	mb_buf_add(&page, MB_STR("<div id=modgov><h1 class=mgMainTitleTxt>"
				 "Agenda</h1><h2 class=mgSubTitleTxt>Cabinet"));
	for (int i = 0; i < 30000; i++)
		mb_buf_add(&page, MB_STR(" - Cabinet"));
	mb_buf_add(&page, MB_STR("</h2></div>"));
	document_expect(
	    document_meeting(document_of(text_of(mb_buf_str(&page)))),
	    "-; -; -; -; -; -");
	mb_buf_release(&page);
}

Test(site, reads_items_as_other_versions_of_a_page_have_them)
{
	/* an anchor beside the title, a link to share it, a file's size */
	document_expect(
	    items_of("<div id=modgov><h1 class=mgMainTitleTxt>Agenda and "
		     "minutes</h1><h2 class=mgSubTitleTxt>Cabinet - Monday 20 "
		     "January 2025</h2><table class=mgItemTable><tr><td "
		     "class=mgItemNumberCell><p class=mgAiTitleTxt>31/22</p>"
		     "<td><a name=AI7></a><p class=mgAiTitleTxt>Budget PDF 188 "
		     "KB</p><ul><li><a href=#>Share this item</a></ul><div "
		     "class=mgWordPara><p>It was noted.</p></div>"
		     "<p>Unmarked.</p></table></div>"),
	    "31/22 Budget\n"
	    "  agenda: It was noted.\n"
	    "  agenda: Unmarked.\n"
	    "  document Budget -> \n");
}

Test(site, leaves_out_what_known_sites_put_around_a_text)
{
	document_expect(blocks_of("<p>It closed.</p><div class='big "
				  "footer'><p>Town Hall</p></div><div "
				  "id=footer>Fax</div>"),
			"paragraph It closed.\n");
	document_expect(
	    blocks_of("<main><p>It closed.</p><div class='sharedaddy "
		      "x'><h3>Share this:</h3></div></main><div "
		      "class=comments-area>Leave a Reply</div>"),
	    "paragraph It closed.\n");
}

Test(site, is_named_behind_the_title_of_an_item)
{
	document_expect(
	    document_meeting(document_of(
		"<title>Agenda item - Market : Larkhythe Borough "
		"Council</title><div id=modgov><h1 class=mgMainTitleTxt>Agenda "
		"item</h1><h2 class=mgSubTitleTxt>Market</h2></div>")),
	    "-; Larkhythe Borough Council; -; -; -; -");
}

#define ISSUE                                                             \
	"<div id=modgov><h1 class=mgMainTitleTxt>Issue - meetings</h1>"   \
	"<h2 class=mgSubTitleTxt>Basin Street market</h2><h3><a href=x>"  \
	"Meeting: 14/03/2018 - Council (Item 61)</a></h3><p "             \
	"class=mgAiTitleTxt><a href=a.pdf>61 Basin Street market</a></p>" \
	"<p class=mgSubItemTitleTxt>Minutes:</p><div class=mgWordPara>"   \
	"<p>It was noted.</p></div>"

Test(site, reads_the_meetings_that_an_issue_came_to)
{
	const struct mb_doc *doc = document_of(ISSUE "</div>");

	document_expect(document_meeting(doc),
			"Council; -; 2018-03-14 from document; -; -; -");
	document_expect(document_items(doc),
			"61 Basin Street market\n"
			"  minute: It was noted.\n"
			"  document Basin Street market -> a.pdf\n");
	doc = document_of(ISSUE "<h3>Meeting: 06/03/2018 - Cabinet (Item 140)"
				"</h3><p class=mgAiTitleTxt>140 Basin Street "
				"market</p><p class=mgSubItemTitleTxt>Decision:"
				"</p><div class=mgWordPara><p>To keep "
				"it.</p></div></div>");
	document_expect(document_meeting(doc), "-; -; -; -; -; -");
	document_expect(document_items(doc),
			"61 Basin Street market\n"
			"  minute: It was noted.\n"
			"  document Basin Street market -> a.pdf\n"
			"140 Basin Street market\n"
			"  decision: To keep it.\n");
}

/* Newer pages head each meeting as a section, and set the number apart. */
Test(site, reads_the_meetings_of_an_issue_from_their_sections)
{
	const struct mb_doc *doc = document_of(
	    "<div id=modgov><h1 class=mgMainTitleTxt>Issue - meetings</h1>"
	    "<h2 class=mgSubTitleTxt>Basin Street market</h2>"
	    "<h3 class=mgSubSubTitleTxt>Meeting: <a href=x>14/03/2018 - "
	    "Council</a> (Item 61)</h3><table><tr><td "
	    "class=mgItemNumberCell><p class=mgAiTitleTxt>61</p></td><td>"
	    "<p class=mgAiTitleTxt>Basin Street market</p>"
	    "<p class=mgSubItemTitleTxt>Minutes:</p><div "
	    "class=mgWordPara><p>It was noted.</p></div></td></tr>"
	    "</table></div>");

	document_expect(document_meeting(doc),
			"Council; -; 2018-03-14 from document; -; -; -");
	document_expect(document_items(doc), "61 Basin Street market\n"
					     "  minute: It was noted.\n");
}
