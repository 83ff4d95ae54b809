#include "support/sample.h"

#include <criterion/criterion.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct mb_paragraph sample_paragraph(const char *number, const char *text)
{
	return (struct mb_paragraph){ .number = mb_str_of(number),
				      .text = mb_str_of(text),
				      .kind = MB_PARAGRAPH_MINUTE };
}

struct mb_item sample_item(const char *number, const char *title,
			   struct mb_paragraph *paragraphs, size_t n)
{
	return (struct mb_item){ .number = mb_str_of(number),
				 .title = mb_str_of(title),
				 .paragraphs = paragraphs,
				 .n_paragraphs = n };
}

struct mb_doc sample_doc(const char *council, const char *body,
			 const char *date, struct mb_item *items, size_t n)
{
	struct mb_doc doc = {
		.format = MB_FORMAT_TEXT,
		.kind = MB_DOC_MEETING,
		.meeting = { .council = mb_str_of(council),
			     .body = mb_str_of(body) },
		.items = items,
		.n_items = n,
	};

	if (date) {
		cr_assert(
		    mb_date_parse_iso(mb_str_of(date), &doc.meeting.date));
		doc.meeting.date_source = MB_DATE_FROM_DOCUMENT;
	}
	return doc;
}

static struct mb_vote make_vote(void)
{
	static struct mb_str in_favour[2], against[1];

	in_favour[0] = MB_STR("Councillor Odile Fajana-Thomas");
	in_favour[1] = MB_STR("Councillor Quill");
	against[0] = MB_STR("Councillor O\xE2\x80\x99"
			    "Brien");
	return (struct mb_vote){
		.count = { 5, 1, MB_COUNT_UNKNOWN },
		.names = { in_favour, against, NULL },
		.n_names = { 2, 1, 0 },
		.result = MB_RESULT_CARRIED,
		.line = 41,
		.paragraph = 2,
	};
}

static struct mb_item make_sluice(void)
{
	static struct mb_mention mentions[1];
	static struct mb_paragraph paragraphs[2];
	static struct mb_vote votes[1];
	static struct mb_link documents[1];
	struct mb_item item;

	mentions[0] =
	    (struct mb_mention){ .as_written =
				     MB_STR("Councillor Si\xC3\xA2n Prosser") };
	paragraphs[0] = sample_paragraph(
	    "4.1", "Councillor Si\xC3\xA2n Prosser was told that the sluice "
		   "had failed twice. Anti-flood works would cost "
		   "\xC2\xA3"
		   "1.2 million.");
	paragraphs[0].speaker = (struct mb_speaker){
		.as_written = MB_STR("Mr Brand, Clerk"),
		.honorific = MB_STR("Mr"),
		.name = MB_STR("Brand"),
		.office = MB_STR("Clerk"),
	};
	paragraphs[0].mentions = mentions;
	paragraphs[0].n_mentions = COUNT(mentions);
	paragraphs[0].line = 33;
	paragraphs[0].page = 2;
	paragraphs[1] =
	    sample_paragraph(NULL, "RESOLVED that the quotation be accepted.");
	paragraphs[1].kind = MB_PARAGRAPH_DECISION;
	paragraphs[1].mover = MB_STR("Councillor Quill");
	paragraphs[1].seconder = MB_STR("Councillor Odile Fajana-Thomas");
	paragraphs[1].line = 39;
	paragraphs[1].page = 2;
	paragraphs[1].is_cut = true;
	votes[0] = make_vote();
	documents[0] = (struct mb_link){ MB_STR("Quotation (PDF)"),
					 MB_STR("papers/sluice.pdf") };
	item = sample_item("4", "The Sluice at Larkhythe Wharf", paragraphs,
			   COUNT(paragraphs));
	item.lead = MB_STR("Clerk");
	item.duration_minutes = 20;
	item.line = 30;
	item.page = 2;
	item.votes = votes;
	item.n_votes = COUNT(votes);
	item.documents = documents;
	item.n_documents = COUNT(documents);
	item.site_id = 5352;
	return item;
}

static void add_attendance(struct mb_doc *doc)
{
	static struct mb_attendee attendance[3];

	attendance[0] = (struct mb_attendee){
		.name = MB_STR("Councillor Odile Fajana-Thomas"),
		.role = MB_STR("Chair"),
		.initials = MB_STR("OFT"),
		.presence = MB_PRESENT,
		.line = 8,
	};
	attendance[1] = (struct mb_attendee){
		.name = MB_STR("Mr Tom Brand"),
		.role = MB_STR("Clerk"),
		.presence = MB_IN_ATTENDANCE,
		.line = 12,
	};
	attendance[2] = (struct mb_attendee){
		.name = MB_STR("Councillor O\xE2\x80\x99"
			       "Brien"),
		.presence = MB_APOLOGIES,
	};
	doc->attendance = attendance;
	doc->n_attendance = COUNT(attendance);
}

const struct mb_doc *sample_minutes(void)
{
	static struct mb_paragraph apologies[1];
	static struct mb_item items[2];
	static struct mb_problem problems[1];
	static struct mb_doc doc;

	apologies[0] = sample_paragraph(
	    "1", "There were apologies from Councillor O\xE2\x80\x99"
		 "Brien.");
	items[0] = sample_item("1", "Apologies", apologies, COUNT(apologies));
	items[0].is_boilerplate = true;
	items[1] = make_sluice();
	problems[0] =
	    (struct mb_problem){ 14,
				 MB_STR("two paragraphs are numbered 3.1") };
	doc = sample_doc("Withy Green Parish Council", "Planning Committee",
			 "2019-07-09", items, COUNT(items));
	doc.path = MB_STR("withy-green/2019-07-09.txt");
	doc.title = MB_STR("Minutes of the Planning Committee");
	doc.url = MB_STR("https://withy-green.gov.example/minutes/12");
	doc.charset = MB_STR("windows-1252");
	doc.language = MB_STR("en");
	doc.meeting.time = (struct mb_time){ 19, 30 };
	doc.meeting.has_time = true;
	doc.meeting.venue = MB_STR("the Parish Rooms");
	doc.meeting.status = MB_STATUS_DRAFT;
	doc.problems = problems;
	doc.n_problems = COUNT(problems);
	doc.site_meeting = 2140;
	add_attendance(&doc);
	return &doc;
}
