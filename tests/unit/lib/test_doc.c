#include "minutebook/doc.h"

#include "support/fault.h"
#include "support/sample.h"
#include "support/text.h"

static struct mb_buf buf;

static void release(void)
{
	mb_buf_release(&buf);
}

TestSuite(doc, .fini = release);

static char *record_of(const struct mb_doc *doc)
{
	struct mb_json json = mb_json_to(&buf);

	mb_doc_write(&json, doc);
	cr_expect(zero(int, json.depth), "everything is closed");
	return text_of(mb_buf_str(&buf));
}

Test(doc, writes_a_record_with_everything_in_it)
{
	cr_expect(eq(
	    str, record_of(sample_minutes()),
	    "{\"format_version\":1,\"path\":\"withy-green/2019-07-09.txt\","
	    "\"format\":\"text\",\"kind\":\"meeting\","
	    "\"title\":\"Minutes of the Planning Committee\","
	    "\"url\":\"https://withy-green.gov.example/minutes/12\","
	    "\"charset\":\"windows-1252\",\"language\":\"en\","
	    "\"meeting\":{\"council\":\"Withy Green Parish Council\","
	    "\"body\":\"Planning Committee\",\"date\":\"2019-07-09\","
	    "\"time\":\"19:30\",\"venue\":\"the Parish Rooms\","
	    "\"date_source\":\"document\",\"status\":\"draft\"},"
	    "\"attendance\":["
	    "{\"name\":\"Councillor Odile Fajana-Thomas\",\"role\":\"Chair\","
	    "\"initials\":\"OFT\",\"status\":\"present\"},"
	    "{\"name\":\"Mr Tom Brand\",\"role\":\"Clerk\","
	    "\"initials\":null,\"status\":\"in attendance\"},"
	    "{\"name\":\"Councillor O\xE2\x80\x99"
	    "Brien\",\"role\":null,"
	    "\"initials\":null,\"status\":\"apologies\"}],"
	    "\"items\":["
	    "{\"number\":\"1\",\"title\":\"Apologies\",\"lead\":null,"
	    "\"duration_minutes\":null,\"line\":null,\"page\":null,"
	    "\"boilerplate\":true,\"paragraphs\":["
	    "{\"number\":\"1\",\"kind\":\"minute\",\"text\":\"There were "
	    "apologies from Councillor O\xE2\x80\x99"
	    "Brien.\","
	    "\"speaker\":null,\"mentions\":[],\"mover\":null,"
	    "\"seconder\":null,\"line\":null,\"page\":null,\"cut\":false}],"
	    "\"votes\":[],\"documents\":[]},"
	    "{\"number\":\"4\",\"title\":\"The Sluice at Larkhythe Wharf\","
	    "\"lead\":\"Clerk\",\"duration_minutes\":20,\"line\":30,"
	    "\"page\":2,\"boilerplate\":false,\"paragraphs\":["
	    "{\"number\":\"4.1\",\"kind\":\"minute\",\"text\":\"Councillor "
	    "Si\xC3\xA2n Prosser was told that the sluice had failed twice. "
	    "Anti-flood works would cost \xC2\xA3"
	    "1.2 million.\","
	    "\"speaker\":{\"as_written\":\"Mr Brand, Clerk\","
	    "\"name\":\"Brand\",\"honorific\":\"Mr\",\"office\":\"Clerk\","
	    "\"person\":null},"
	    "\"mentions\":[{\"as_written\":\"Councillor Si\xC3\xA2n "
	    "Prosser\",\"person\":null}],"
	    "\"mover\":null,\"seconder\":null,\"line\":33,\"page\":2,"
	    "\"cut\":false},"
	    "{\"number\":null,\"kind\":\"decision\",\"text\":\"RESOLVED that "
	    "the quotation be accepted.\",\"speaker\":null,\"mentions\":[],"
	    "\"mover\":\"Councillor Quill\","
	    "\"seconder\":\"Councillor Odile Fajana-Thomas\",\"line\":39,"
	    "\"page\":2,\"cut\":true}],"
	    "\"votes\":[{\"for\":5,\"against\":1,\"abstain\":null,"
	    "\"result\":\"carried\",\"names\":{\"for\":[\"Councillor Odile "
	    "Fajana-Thomas\",\"Councillor Quill\"],\"against\":"
	    "[\"Councillor O\xE2\x80\x99"
	    "Brien\"],\"abstain\":[]}}],"
	    "\"documents\":[{\"title\":\"Quotation (PDF)\","
	    "\"href\":\"papers/sluice.pdf\"}]}],"
	    "\"problems\":[{\"line\":14,\"what\":\"two paragraphs are "
	    "numbered 3.1\"}]}"));
}

Test(doc, has_every_key_when_nothing_is_known)
{
	struct mb_item item = { .is_boilerplate = false };
	struct mb_doc doc = { .items = &item, .n_items = 1 };

	cr_expect(
	    eq(str, record_of(&doc),
	       "{\"format_version\":1,\"path\":null,\"format\":null,"
	       "\"kind\":\"other\",\"title\":null,\"url\":null,"
	       "\"charset\":null,\"language\":null,"
	       "\"meeting\":{\"council\":null,\"body\":null,\"date\":null,"
	       "\"time\":null,\"venue\":null,\"date_source\":null,"
	       "\"status\":null},\"attendance\":[],"
	       "\"items\":[{\"number\":null,\"title\":null,\"lead\":null,"
	       "\"duration_minutes\":null,\"line\":null,\"page\":null,"
	       "\"boilerplate\":false,\"paragraphs\":[],\"votes\":[],"
	       "\"documents\":[]}],\"problems\":[]}"));
}

Test(doc, tells_midnight_from_no_time_and_zero_votes_from_none_told)
{
	struct mb_vote vote = { .count = { 0, 0, MB_COUNT_UNKNOWN } };
	struct mb_item item = { .votes = &vote, .n_votes = 1 };
	struct mb_doc doc = { .items = &item, .n_items = 1 };
	struct mb_str record;

	doc.meeting.has_time = true;
	record = mb_str_of(record_of(&doc));
	cr_expect(ne(sz, mb_str_find(record, MB_STR("\"time\":\"00:00\"")),
		     MB_STR_NONE));
	cr_expect(ne(sz,
		     mb_str_find(record, MB_STR("\"for\":0,\"against\":0,"
						"\"abstain\":null")),
		     MB_STR_NONE));
}

static const char *name_of(const char *name)
{
	return name ? name : "-";
}

Test(doc, names_every_enumerator_with_the_contracts_words)
{
	static const char *const formats[] = { "-",    "text", "markdown",
					       "html", "pdf",  "docx",
					       "odt",  "rtf",  "xml" };
	static const char *const kinds[] = { "other",    "meeting",    "item",
					     "decision", "attendance", "list" };
	static const char *const sources[] = { "-", "document", "metadata",
					       "filename", "folder" };
	static const char *const statuses[] = { "-", "draft", "confirmed",
						"cancelled" };
	static const char *const presences[] = { "present", "in attendance",
						 "apologies", "absent" };
	static const char *const paragraphs[] = { "minute", "agenda",
						  "decision", "vote" };

	for (int i = 0; i <= MB_FORMAT_XML; i++)
		cr_expect(eq(str, name_of(mb_format_name(i)), formats[i]));
	for (int i = 0; i <= MB_DOC_LIST; i++)
		cr_expect(eq(str, name_of(mb_doc_kind_name(i)), kinds[i]));
	for (int i = 0; i <= MB_DATE_FROM_FOLDER; i++)
		cr_expect(eq(str, name_of(mb_date_source_name(i)), sources[i]));
	for (int i = 0; i <= MB_STATUS_CANCELLED; i++)
		cr_expect(eq(str, name_of(mb_status_name(i)), statuses[i]));
	for (int i = 0; i <= MB_ABSENT; i++)
		cr_expect(eq(str, name_of(mb_presence_name(i)), presences[i]));
	for (int i = 0; i <= MB_PARAGRAPH_VOTE; i++)
		cr_expect(
		    eq(str, name_of(mb_paragraph_kind_name(i)), paragraphs[i]));
	cr_expect(mb_vote_result_name(MB_RESULT_UNKNOWN) == NULL);
	cr_expect(eq(str, name_of(mb_vote_result_name(MB_RESULT_CARRIED)),
		     "carried"));
	cr_expect(
	    eq(str, name_of(mb_vote_result_name(MB_RESULT_LOST)), "lost"));
	cr_expect(eq(str, name_of(mb_vote_side_name(MB_VOTE_FOR)), "for"));
	cr_expect(
	    eq(str, name_of(mb_vote_side_name(MB_VOTE_AGAINST)), "against"));
	cr_expect(
	    eq(str, name_of(mb_vote_side_name(MB_VOTE_ABSTAIN)), "abstain"));
}

static int write_record(void)
{
	struct mb_buf own = MB_BUF_INIT;
	struct mb_json json = mb_json_to(&own);
	struct mb_str out;
	int rc;

	mb_doc_write(&json, sample_minutes());
	rc = mb_buf_finish(&own, &out, NULL);
	mb_buf_release(&own);
	return rc;
}

Test(doc, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(write_record);
}
