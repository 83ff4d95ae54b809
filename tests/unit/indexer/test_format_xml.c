#include <string.h>

#include "archive.h"
#include "extract.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(format_xml, .fini = release, .timeout = 60);

static const struct mb_doc *document_of(const char *xml)
{
	struct source source = { .bytes = mb_str_of(xml),
				 .path = MB_STR("answer.xml") };
	struct mb_doc *doc = MB_NEW(&arena, struct mb_doc, 1);
	struct mb_err err;
	int rc = extract_document(&source, &arena, doc, &err);

	cr_assert(rc == MB_OK, "%s", err.msg);
	return doc;
}

static const char *const meeting[] = {
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<meeting>",
	"<meetingid>4967</meetingid><meetingdate>10/02/2026</meetingdate>",
	"<meetingstatus>Confirmed</meetingstatus>",
	"<meetingtime>10.00 am</meetingtime>",
	"<meetinglocation>Lock House</meetinglocation><agendaitems>",
	"<agendaitem><agendaitemid>18831</agendaitemid>",
	"<agendaitemtitle>Fees &amp; charges</agendaitemtitle>",
	"<linkeddocuments><linkeddoc><title>The report</title>",
	"<url>https://council.example/1</url></linkeddoc></linkeddocuments>",
	"<agendatext>&lt;p&gt;To consider the fees.&lt;/p&gt;</agendatext>",
	"<agendaitemnumber>4</agendaitemnumber>",
	"<fulldisplaynumberformat>1.</fulldisplaynumberformat>",
	"<minutesnonemptyhtmlbody>&lt;p&gt;Councillor Reeve said that they",
	" were high.&lt;/p&gt;&lt;p&gt;RESOLVED that they be noted.&lt;/p&gt;",
	"</minutesnonemptyhtmlbody>",
	"<refertocommittee>Audit Committee</refertocommittee></agendaitem>",
	"</agendaitems><attendees>",
	"<attendee name=\"Councillor Jonah Reeve\" roledescription=\"Chair\" ",
	"attendance=\"Apologies\"><url>https://council.example/2</url>",
	"</attendee></attendees></meeting>",
	NULL,
};

Test(format_xml, knows_the_meeting_and_who_was_there)
{
	const struct mb_doc *doc = document_of(archive_text(meeting, &arena));

	cr_expect(eq(int, (int)doc->kind, MB_DOC_MEETING));
	cr_expect(eq(int, (int)doc->format, MB_FORMAT_XML));
	text_expect(doc->meeting.body, "Audit Committee", "the body");
	text_expect(doc->meeting.venue, "Lock House", "the venue");
	cr_expect(eq(int, (int)doc->meeting.date.year, 2026));
	cr_expect(eq(int, (int)doc->meeting.status, MB_STATUS_UNKNOWN));
	cr_expect(eq(int, (int)doc->site_meeting, 4967));
	cr_assert(eq(sz, doc->n_attendance, 1));
	text_expect(doc->attendance[0].name, "Councillor Jonah Reeve", "who");
	cr_expect(eq(int, (int)doc->attendance[0].presence, MB_APOLOGIES));
}

Test(format_xml, knows_items_by_the_number_that_is_shown)
{
	const struct mb_doc *doc = document_of(archive_text(meeting, &arena));
	const struct mb_item *item = doc->items;

	cr_assert(eq(sz, doc->n_items, 1));
	text_expect(item->number, "1", "the number");
	text_expect(item->title, "Fees & charges", "the title");
	cr_expect(eq(int, (int)item->site_id, 18831));
	cr_assert(eq(sz, item->n_paragraphs, 3));
	cr_expect(eq(int, (int)item->paragraphs[0].kind, MB_PARAGRAPH_AGENDA));
	text_expect(item->paragraphs[1].speaker.as_written, "Councillor Reeve",
		    "the speaker");
	cr_expect(
	    eq(int, (int)item->paragraphs[2].kind, MB_PARAGRAPH_DECISION));
	cr_assert(eq(sz, item->n_documents, 1));
	text_expect(item->documents[0].title, "The report", "the document");
	text_expect(item->documents[0].href, "https://council.example/1",
		    "its address");
}

Test(format_xml, that_breaks_off_gives_the_items_before)
{
	char *text = text_of(mb_str_of(archive_text(meeting, &arena)));
	const struct mb_doc *doc;

	strstr(text, "<attendees>")[0] = '\0';
	doc = document_of(text);
	cr_expect(eq(sz, doc->n_items, 1));
	cr_expect(gt(sz, doc->n_problems, 0));
}

Test(format_xml, expands_no_entities)
{
	const struct mb_doc *doc;
	static const char laughs[] =
	    "<?xml version=\"1.0\"?>\n<!DOCTYPE meeting [<!ENTITY a \"ha\">"
	    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
	    "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
	    "<meeting><meetinglocation>Lock House</meetinglocation>"
	    "<committeetitle>&b;&c;</committeetitle></meeting>";

	doc = document_of(laughs);
	cr_expect(mb_str_find(doc->meeting.body, MB_STR("ha")) == MB_STR_NONE);
	cr_expect(mb_str_find(doc->meeting.body, MB_STR("root")) ==
		  MB_STR_NONE);
}

Test(format_xml, nested_without_end_is_read_as_far_as_it_goes)
{
	struct mb_buf xml = MB_BUF_INIT;
	const struct mb_doc *doc;

	mb_buf_add(&xml, MB_STR("<?xml version=\"1.0\"?><meeting>"
				"<committeetitle>Cabinet</committeetitle>"));
	for (int i = 0; i < 100000; i++)
		mb_buf_add(&xml, MB_STR("<deeper>"));
	mb_buf_add_char(&xml, '\0');
	doc = document_of(xml.ptr);
	text_expect(doc->meeting.body, "Cabinet", "the body");
	mb_buf_release(&xml);
}

Test(format_xml, of_any_other_kind_gives_its_text)
{
	const struct mb_doc *doc =
	    document_of("<?xml version=\"1.0\"?><report><p>The bridge is "
			"sound.</p></report>");

	cr_expect(eq(int, (int)doc->kind, MB_DOC_OTHER));
	cr_assert(eq(sz, doc->n_items, 1));
	text_expect(doc->items[0].paragraphs[0].text, "The bridge is sound.",
		    "its text");
}
