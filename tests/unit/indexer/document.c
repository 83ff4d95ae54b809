#include "document.h"

#include "extract.h"
#include "format.h"
#include "minutebook/buf.h"
#include "reflow.h"
#include "support/text.h"

/* --- the pipeline ------------------------------------------------------ */

/* Never released: a test's process is short, and it stays reachable. */
static struct mb_arena memory;

const struct mb_doc *document_at(const char *path, struct mb_str bytes)
{
	struct mb_doc *doc = MB_NEW(&memory, struct mb_doc, 1);
	struct source source = { .path = mb_str_of(path), .bytes = bytes };
	struct mb_err err = { MB_OK, 0, "" };
	int rc;

	cr_assert(doc != NULL);
	rc = extract_document(&source, &memory, doc, &err);
	cr_assert(rc == MB_OK, "%s: %s", path, err.msg);
	return doc;
}

const struct mb_doc *document_of(const char *text)
{
	return document_at("minutes", mb_str_of(text));
}

/* --- writing ----------------------------------------------------------- */

static char *finish(struct mb_buf *buf)
{
	char *text = text_of(mb_buf_str(buf));

	mb_buf_release(buf);
	return text;
}

/* @s between @before and @after, or nothing when it is empty. */
static void add_if(struct mb_buf *buf, const char *before, struct mb_str s,
		   const char *after)
{
	if (s.len == 0)
		return;
	mb_buf_add(buf, mb_str_of(before));
	mb_buf_add(buf, s);
	mb_buf_add(buf, mb_str_of(after));
}

static void add_or_dash(struct mb_buf *buf, struct mb_str s)
{
	mb_buf_add(buf, s.len > 0 ? s : MB_STR("-"));
}

/* --- blocks ------------------------------------------------------------ */

static const char *const kinds[] = {
	[BLOCK_LINE] = "line",       [BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_HEADING] = "heading", [BLOCK_ENTRY] = "entry",
	[BLOCK_ROW] = "row",         [BLOCK_PAGE] = "page",
	[BLOCK_NOTE] = "note",
};

static const char *const marks[] = {
	[MARK_PAGE_TITLE] = " <page title>",
	[MARK_MEETING] = " <meeting>",
	[MARK_FACT] = " <fact>",
	[MARK_ITEM_NUMBER] = " <number>",
	[MARK_ITEM_TITLE] = " <title>",
	[MARK_SECTION] = " <section>",
	[MARK_TEXT] = " <text>",
	[MARK_DOCUMENT] = " <document>",
	[MARK_VOTE] = " <vote>",
	[MARK_ATTENDEE] = " <attendee>",
	[MARK_BODY] = " <body>",
};

static void add_block(struct mb_buf *buf, const struct block *b)
{
	mb_buf_add(buf, mb_str_of(kinds[b->kind]));
	if (b->kind == BLOCK_HEADING)
		mb_buf_add_format(buf, "%u", b->level);
	mb_buf_add(buf, mb_str_of(b->is_bold ? " bold" : ""));
	mb_buf_add(buf, mb_str_of(b->is_cut ? " cut" : ""));
	mb_buf_add(buf, mb_str_of(marks[b->mark]));
	add_if(buf, " {", b->marker, "}");
	add_if(buf, " ", b->text, "");
	mb_buf_add_char(buf, '\n');
}

static char *write_blocks(const char *text, bool joins_lines)
{
	struct source source = { .bytes = mb_str_of(text) };
	struct blocks blocks = blocks_in(&memory);
	struct mb_buf buf = MB_BUF_INIT;

	cr_assert(eq(int, source_decode(&source, &memory, NULL), MB_OK));
	cr_assert(eq(int, format_parse(&source, &blocks, NULL), MB_OK));
	if (joins_lines)
		reflow(&blocks);
	for (size_t i = 0; i < blocks.n; i++)
		add_block(&buf, &blocks.items[i]);
	return finish(&buf);
}

char *blocks_of(const char *text)
{
	return write_blocks(text, false);
}

char *paragraphs_of(const char *text)
{
	return write_blocks(text, true);
}

/* --- items ------------------------------------------------------------- */

static void add_paragraph(struct mb_buf *buf, const struct mb_paragraph *p)
{
	mb_buf_add(buf, MB_STR("  "));
	add_if(buf, "", p->number, " ");
	mb_buf_add(buf, mb_str_of(mb_paragraph_kind_name(p->kind)));
	mb_buf_add(buf, MB_STR(": "));
	add_if(buf, "{", p->speaker.as_written, "} ");
	mb_buf_add(buf, p->text);
	mb_buf_add(buf, mb_str_of(p->is_cut ? " cut\n" : "\n"));
}

static void add_vote(struct mb_buf *buf, const struct mb_vote *vote)
{
	const char *result = mb_vote_result_name(vote->result);

	mb_buf_add_format(buf, "  vote %d:%d:%d %s\n", vote->count[MB_VOTE_FOR],
			  vote->count[MB_VOTE_AGAINST],
			  vote->count[MB_VOTE_ABSTAIN], result ? result : "-");
}

char *document_items(const struct mb_doc *doc)
{
	struct mb_buf buf = MB_BUF_INIT;

	for (size_t i = 0; i < doc->n_items; i++) {
		const struct mb_item *item = &doc->items[i];

		add_or_dash(&buf, item->number);
		mb_buf_add_char(&buf, ' ');
		add_or_dash(&buf, item->title);
		add_if(&buf, " (", item->lead, ")");
		if (item->duration_minutes > 0)
			mb_buf_add_format(&buf, " (%u min)",
					  item->duration_minutes);
		mb_buf_add(&buf, mb_str_of(item->is_boilerplate ? " routine\n"
								: "\n"));
		for (size_t k = 0; k < item->n_paragraphs; k++)
			add_paragraph(&buf, &item->paragraphs[k]);
		for (size_t k = 0; k < item->n_votes; k++)
			add_vote(&buf, &item->votes[k]);
		for (size_t k = 0; k < item->n_documents; k++)
			mb_buf_add_format(&buf, "  document %.*s -> %.*s\n",
					  MB_STR_ARG(item->documents[k].title),
					  MB_STR_ARG(item->documents[k].href));
	}
	return finish(&buf);
}

char *items_of(const char *text)
{
	return document_items(document_of(text));
}

/* --- facts ------------------------------------------------------------- */

char *document_meeting(const struct mb_doc *doc)
{
	const struct mb_meeting *m = &doc->meeting;
	const char *status = mb_status_name(m->status);
	char date[MB_DATE_BYTES], time[MB_TIME_BYTES];
	struct mb_buf buf = MB_BUF_INIT;

	add_or_dash(&buf, m->body);
	mb_buf_add(&buf, MB_STR("; "));
	add_or_dash(&buf, m->council);
	mb_date_format(m->date, date);
	mb_time_format(m->time, time);
	if (m->date_source == MB_DATE_FROM_NOWHERE)
		mb_buf_add(&buf, MB_STR("; -"));
	else
		mb_buf_add_format(&buf, "; %s from %s", date,
				  mb_date_source_name(m->date_source));
	mb_buf_add_format(&buf, "; %s; ", m->has_time ? time : "-");
	add_or_dash(&buf, m->venue);
	mb_buf_add_format(&buf, "; %s", status ? status : "-");
	return finish(&buf);
}

char *document_people(const struct mb_doc *doc)
{
	struct mb_buf buf = MB_BUF_INIT;

	for (size_t i = 0; i < doc->n_attendance; i++) {
		const struct mb_attendee *a = &doc->attendance[i];

		mb_buf_add(&buf, a->name);
		add_if(&buf, " (", a->role, ")");
		add_if(&buf, " =", a->initials, "");
		mb_buf_add_format(&buf, " %s\n", mb_presence_name(a->presence));
	}
	return finish(&buf);
}

char *document_problems(const struct mb_doc *doc)
{
	struct mb_buf buf = MB_BUF_INIT;

	for (size_t i = 0; i < doc->n_problems; i++)
		mb_buf_add_format(&buf, "%u: %.*s\n", doc->problems[i].line,
				  MB_STR_ARG(doc->problems[i].what));
	return finish(&buf);
}

void document_expect(const char *got, const char *want)
{
	cr_expect(mb_str_equal(mb_str_of(got), mb_str_of(want)),
		  "got:\n%s\nwant:\n%s", got, want);
}
