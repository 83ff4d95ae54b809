#include "fuzz/record.h"

#include <stdlib.h>

#include "format.h"
#include "minutebook/json.h"
#include "minutebook/text.h"
#include "structure.h"

/* An assertion that is there in every build, and that a fuzzer sees. */
static void must(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "broken: %s\n", what);
	abort();
}

/* Clean text; paragraphs alone may have line ends, one before each entry. */
static void check_text(struct mb_str s, bool may_have_lines, const char *what)
{
	must(mb_utf8_is_valid(s), what);
	for (size_t i = 0; i < s.len; i++)
		must((unsigned char)s.ptr[i] >= 0x20 ||
			 (may_have_lines && s.ptr[i] == '\n'),
		     what);
}

static bool is_inside(struct mb_str part, struct mb_str whole)
{
	return part.len == 0 || (part.ptr >= whole.ptr &&
				 part.ptr + part.len <= whole.ptr + whole.len);
}

static void check_paragraph(const struct mb_paragraph *p)
{
	must(p->text.len > 0, "a paragraph has text");
	check_text(p->text, true, "a paragraph is clean");
	check_text(p->number, false, "a paragraph's number is clean");
	must(is_inside(p->speaker.as_written, p->text), "a speaker is quoted");
	must(is_inside(p->mover, p->text), "a mover is quoted");
	must(is_inside(p->seconder, p->text), "a seconder is quoted");
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
	check_text(item->number, false, "an item's number is clean");
	check_text(item->title, false, "a title is clean");
	check_text(item->lead, false, "a lead is clean");
	for (size_t i = 0; i < item->n_paragraphs; i++)
		check_paragraph(&item->paragraphs[i]);
	for (size_t i = 0; i < item->n_votes; i++)
		for (size_t side = 0; side < MB_VOTE_SIDES; side++)
			must(item->votes[i].count[side] >= MB_COUNT_UNKNOWN,
			     "a count is a number or unknown");
	for (size_t i = 0; i < item->n_documents; i++) {
		check_text(item->documents[i].title, false, "a link is clean");
		check_text(item->documents[i].href, false, "a link is clean");
	}
}

static void check_document(const struct mb_doc *doc)
{
	const struct mb_meeting *m = &doc->meeting;

	check_text(doc->title, true, "the title is clean");
	check_text(doc->url, false, "the address is clean");
	check_text(m->body, false, "the body is clean");
	check_text(m->council, false, "the council is clean");
	check_text(m->venue, false, "the venue is clean");
	must(!mb_date_is_known(m->date) || mb_date_is_valid(m->date),
	     "the date is one of the calendar");
	must(mb_date_is_known(m->date) ==
		 (m->date_source != MB_DATE_FROM_NOWHERE),
	     "a date has a source");
	for (size_t i = 0; i < doc->n_attendance; i++) {
		must(doc->attendance[i].name.len > 0, "somebody has a name");
		check_text(doc->attendance[i].name, false, "a name is clean");
		check_text(doc->attendance[i].role, false, "a role is clean");
	}
	for (size_t i = 0; i < doc->n_items; i++)
		check_item(&doc->items[i]);
}

void record_check(const struct source *source, struct mb_arena *arena)
{
	struct blocks blocks = blocks_in(arena);
	struct mb_buf out = MB_BUF_INIT;
	struct mb_json json = mb_json_to(&out);
	struct mb_str text;
	struct mb_doc doc;

	if (format_parse(source, &blocks, NULL) != MB_OK ||
	    structure_build(source, &blocks, &doc, NULL) != MB_OK)
		return; /* a format that is not read, or no memory */
	check_document(&doc);
	mb_doc_write(&json, &doc);
	if (mb_buf_finish(&out, &text, NULL) == MB_OK)
		must(mb_utf8_is_valid(text), "the record is UTF-8");
	mb_buf_release(&out);
}
