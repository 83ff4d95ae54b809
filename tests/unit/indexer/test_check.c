/* What a record comes to, in numbers and a verdict. */
#include "check.h"

#include "support/text.h"

TestSuite(check);

/* A meeting of one item whose paragraphs are these. */
static struct mb_doc meeting_of(struct mb_item *item,
				struct mb_paragraph *paragraphs, size_t n)
{
	*item = (struct mb_item){ .number = MB_STR("7"),
				  .title = MB_STR("Libraries"),
				  .paragraphs = paragraphs,
				  .n_paragraphs = n };
	return (struct mb_doc){
		.kind = MB_DOC_MEETING,
		.meeting = { .body = MB_STR("Cabinet"),
			     .date = { 2020, 3, 4 } },
		.items = item,
		.n_items = 1,
	};
}

Test(check, a_meeting_that_lacks_nothing_is_understood)
{
	struct mb_item item;
	struct mb_paragraph said = { .text = MB_STR("Noted.") };
	struct mb_doc doc = meeting_of(&item, &said, 1);
	struct check check = check_of(&doc);

	cr_expect(eq(int, (int)check.verdict, CHECK_WELL));
	cr_expect(eq(sz, check.counts.n_items, 1));
	text_expect(check.first_number, "7", "the number");
}

Test(check, tells_what_a_meeting_lacks)
{
	struct mb_item item;
	struct mb_paragraph said = { .text = MB_STR("Noted.") };
	struct mb_doc doc = meeting_of(&item, &said, 1);

	doc.meeting.body = (struct mb_str){ NULL, 0 };
	cr_expect(check_of(&doc).lacks_body);
	cr_expect(eq(int, (int)check_of(&doc).verdict, CHECK_PARTLY));

	doc = meeting_of(&item, &said, 1);
	doc.meeting.date = (struct mb_date){ 0, 0, 0 };
	cr_expect(check_of(&doc).lacks_date);

	doc = meeting_of(&item, &said, 1);
	item.number = item.title = (struct mb_str){ NULL, 0 };
	cr_expect(check_of(&doc).lacks_items);
	cr_expect(check_of(&doc).has_much_outside);

	doc.meeting.status = MB_STATUS_CANCELLED;
	cr_expect(not(check_of(&doc).lacks_items));
}

Test(check, misses_speakers_only_where_there_is_much_to_say)
{
	struct mb_item item;
	struct mb_paragraph said[8];
	struct mb_doc doc;

	for (size_t i = 0; i < 8; i++)
		said[i] = (struct mb_paragraph){ .text = MB_STR("Noted.") };
	doc = meeting_of(&item, said, 7);
	cr_expect(not(check_of(&doc).lacks_speakers));
	doc = meeting_of(&item, said, 8);
	cr_expect(check_of(&doc).lacks_speakers);
	said[3].speaker.as_written = MB_STR("The Chair");
	cr_expect(not(check_of(&doc).lacks_speakers));
}

Test(check, text_without_a_meeting_lacks_nothing)
{
	struct mb_paragraph text = { .text = MB_STR("Dear Margaret") };
	struct mb_item item = { .paragraphs = &text, .n_paragraphs = 1 };
	struct mb_doc doc = { .kind = MB_DOC_OTHER,
			      .items = &item,
			      .n_items = 1 };
	struct check check = check_of(&doc);

	cr_expect(eq(int, (int)check.verdict, CHECK_TEXT));
	cr_expect(eq(sz, check.counts.outside_bytes, text.text.len));
}

Test(check, adds_up_by_kind_and_verdict)
{
	struct mb_item item;
	struct mb_paragraph said = { .text = MB_STR("Noted.") };
	struct mb_doc doc = meeting_of(&item, &said, 1);
	struct check check = check_of(&doc);
	struct check_totals totals = { .n_verdicts = { 0 } };

	check_add(&totals, &check);
	check_add(&totals, &check);
	check_add_unread(&totals);
	cr_expect(eq(sz, totals.kinds[MB_DOC_MEETING].n, 2));
	cr_expect(eq(sz, totals.kinds[MB_DOC_MEETING].counts.n_items, 2));
	cr_expect(eq(sz, totals.n_verdicts[CHECK_WELL], 2));
	cr_expect(eq(sz, totals.n_verdicts[CHECK_UNREAD], 1));
}
