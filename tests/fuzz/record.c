#include "fuzz/record.h"

#include "format.h"
#include "fuzz/must.h"
#include "minutebook/json.h"
#include "structure.h"

static void check_paragraph(const struct mb_paragraph *p)
{
	must(p->text.len > 0, "a paragraph has text");
	must_be_clean(p->text, true, "a paragraph is clean");
	must_be_clean(p->number, false, "a paragraph's number is clean");
	must_lie_in(p->speaker.as_written, p->text, "a speaker is quoted");
	must_lie_in(p->mover, p->text, "a mover is quoted");
	must_lie_in(p->seconder, p->text, "a seconder is quoted");
	for (size_t i = 0; i < p->n_mentions; i++) {
		const struct mb_mention *m = &p->mentions[i];

		must(m->start < p->text.len, "a mention is in the text");
		must(mb_str_starts(mb_str_drop(p->text, m->start),
				   m->as_written),
		     "a mention is where it is said to be");
	}
}

static void check_item(const struct mb_item *item)
{
	must_be_clean(item->number, false, "an item's number is clean");
	must_be_clean(item->title, false, "a title is clean");
	must_be_clean(item->lead, false, "a lead is clean");
	for (size_t i = 0; i < item->n_paragraphs; i++)
		check_paragraph(&item->paragraphs[i]);
	for (size_t i = 0; i < item->n_votes; i++)
		for (size_t side = 0; side < MB_VOTE_SIDES; side++)
			must(item->votes[i].count[side] >= MB_COUNT_UNKNOWN,
			     "a count is a number or unknown");
	for (size_t i = 0; i < item->n_documents; i++) {
		must_be_clean(item->documents[i].title, false,
			      "a link is clean");
		must_be_clean(item->documents[i].href, false,
			      "a link is clean");
	}
}

static void check_document(const struct mb_doc *doc)
{
	const struct mb_meeting *m = &doc->meeting;

	must_be_clean(doc->title, true, "the title is clean");
	must_be_clean(doc->url, false, "the address is clean");
	must_be_clean(m->body, false, "the body is clean");
	must_be_clean(m->council, false, "the council is clean");
	must_be_clean(m->venue, false, "the venue is clean");
	must(!mb_date_is_known(m->date) || mb_date_is_valid(m->date),
	     "the date is one of the calendar");
	must(mb_date_is_known(m->date) ==
		 (m->date_source != MB_DATE_FROM_NOWHERE),
	     "a date has a source");
	for (size_t i = 0; i < doc->n_attendance; i++) {
		must(doc->attendance[i].name.len > 0, "somebody has a name");
		must_be_clean(doc->attendance[i].name, false,
			      "a name is clean");
		must_be_clean(doc->attendance[i].role, false,
			      "a role is clean");
	}
	for (size_t i = 0; i < doc->n_items; i++)
		check_item(&doc->items[i]);
}

bool record_check_blocks(const struct source *source, struct blocks *blocks)
{
	struct mb_buf out = MB_BUF_INIT;
	struct mb_json json = mb_json_to(&out);
	struct mb_str text;
	struct mb_doc doc;

	if (structure_build(source, blocks, &doc, NULL) != MB_OK)
		return false; /* no memory */
	check_document(&doc);
	mb_doc_write(&json, &doc);
	if (mb_buf_finish(&out, &text, NULL) == MB_OK)
		must_be_text(text, "the record is UTF-8");
	mb_buf_release(&out);
	return true;
}

bool record_check(const struct source *source, struct mb_arena *arena)
{
	struct blocks blocks = blocks_in(arena);
	struct mb_err err = { .code = MB_OK };

	if (source->format == MB_FORMAT_PDF)
		return false; /* another program's input: see fuzz_pdf.c */
	if (format_parse(source, &blocks, &err) == MB_OK)
		return record_check_blocks(source, &blocks);
	must_be_told(&err,
		     1u << -MB_EFORMAT | 1u << -MB_EUNREAD | 1u << -MB_ELIMIT |
			 1u << -MB_ENOMEM,
		     SIZE_MAX);
	return false;
}
