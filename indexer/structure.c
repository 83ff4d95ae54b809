#include "structure.h"

#include "apologies.h"
#include "attendance.h"
#include "items.h"
#include "mentions.h"
#include "mentions_known.h"
#include "motions.h"
#include "outline.h"
#include "problems.h"
#include "reflow.h"
#include "roll.h"
#include "site.h"
#include "site_text.h"
#include "speakers.h"
#include "table_minutes.h"
#include "vote_table.h"
#include "votes.h"

/* What is no meeting is kept as text: one item without number or title. */
static void keep_as_text(struct blocks *blocks, struct mb_doc *doc)
{
	struct outline outline = { .items = MB_NEW(blocks->arena, struct part,
						   blocks->n + 1) };

	if (!outline.items) {
		blocks->has_failed = true;
		return;
	}
	for (size_t i = 0; i < blocks->n; i++)
		outline.items[outline.n++] = (struct part){
			.kind = PART_TEXT,
			.block = &blocks->items[i],
			.text = blocks->items[i].text,
		};
	doc->items = NULL;
	doc->n_items = 0;
	items_build(blocks, &outline, doc);
}

/* A meeting, an item of one, or something else? */
static void decide_kind(struct blocks *blocks, const struct outline *outline,
			struct mb_doc *doc)
{
	if (blocks->is_sectioned)
		return; /* the site has said it */
	if (outline->evidence >= 2 && doc->n_items > 0) {
		doc->kind = MB_DOC_MEETING;
		return;
	}
	doc->kind = MB_DOC_OTHER;
	keep_as_text(blocks, doc);
}

static void read_apologies(struct blocks *blocks, struct mb_doc *doc,
			   const struct mb_item *item)
{
	if (!apologies_is_title(item->title))
		return;
	for (size_t i = 0; i < item->n_paragraphs; i++)
		if (item->paragraphs[i].kind != MB_PARAGRAPH_AGENDA &&
		    item->paragraphs[i].kind != MB_PARAGRAPH_VOTE &&
		    (!attendance_is_roll(item->title) ||
		     apologies_is_excuse(item->paragraphs[i].text)))
			apologies_read(blocks, item->paragraphs[i].text,
				       item->paragraphs[i].line, doc);
}

/* "Witnesses:" and their names: who came for one item. */
static void read_witnesses(struct blocks *blocks, struct mb_doc *doc,
			   const struct mb_paragraph *p)
{
	struct mb_str label = MB_STR("witnesses:"), rest, line;

	if (!mb_str_starts_nocase(p->text, label))
		return;
	rest = mb_str_drop(p->text, label.len);
	while (mb_str_next_line(&rest, &line))
		roll_read(blocks, line, MB_IN_ATTENDANCE, p->line, doc);
}

static void read_item(struct blocks *blocks, struct mb_doc *doc,
		      struct mb_item *item)
{
	for (size_t i = 0; i < item->n_paragraphs; i++) {
		struct mb_paragraph *p = &item->paragraphs[i];

		read_witnesses(blocks, doc, p);
		if (p->kind != MB_PARAGRAPH_AGENDA)
			speaker_find(p->text, doc, &p->speaker);
		motion_read_people(p);
		mentions_find(blocks, doc, p);
	}
	votes_read(blocks, doc, item);
}

static struct mb_str first_title(const struct blocks *blocks,
				 const struct mb_doc *doc)
{
	if (blocks->page.title.len > 0)
		return blocks->page.title;
	if (doc->kind == MB_DOC_ITEM && doc->n_items > 0)
		return doc->items[0].title;
	for (size_t i = 0; i < blocks->n; i++)
		if (blocks->items[i].text.len > 0 &&
		    blocks->items[i].mark != MARK_FACT)
			return blocks->items[i].text.len <= 200
				   ? blocks->items[i].text
				   : (struct mb_str){ NULL, 0 };
	return (struct mb_str){ NULL, 0 };
}

static void take_page_facts(const struct source *source, struct blocks *blocks,
			    struct mb_doc *doc)
{
	struct site_ids ids = site_ids_of(source->path);
	struct site_ids from_url = site_ids_of(blocks->page.url);

	doc->url = blocks->page.url;
	doc->language = blocks->page.language;
	if (ids.is_welsh || from_url.is_welsh)
		doc->language = MB_STR("cy");
	doc->site_meeting = ids.meeting        ? ids.meeting
			    : from_url.meeting ? from_url.meeting
					       : blocks->page.site_meeting;
	if (doc->kind == MB_DOC_ITEM && doc->n_items > 0 &&
	    doc->items[0].site_id == 0)
		doc->items[0].site_id = ids.item ? ids.item : from_url.item;
}

int structure_build(const struct source *source, struct blocks *blocks,
		    struct mb_doc *doc, struct mb_err *err)
{
	struct outline outline;

	*doc = (struct mb_doc){
		.path = source->path,
		.format = source->format,
		.charset = source->charset,
	};
	if (source->was_repaired)
		problem_add(blocks, doc, 0,
			    "some bytes fit no charset and were replaced");
	if (blocks->is_full)
		problem_add(blocks, doc, 0,
			    "longer than %d paragraphs or %zu MiB of text: "
			    "the rest is left out",
			    BLOCKS_MAX,
			    BLOCKS_MAX_BYTES / ((size_t)1024 * 1024));
	if (blocks->note.len > 0)
		problem_add(blocks, doc, 0, "%.*s", MB_STR_ARG(blocks->note));
	reflow(blocks);
	site_text_mark(blocks);
	table_minutes_open(blocks);
	vote_tables_join(blocks);
	outline = outline_build(blocks, doc);
	items_build(blocks, &outline, doc);
	decide_kind(blocks, &outline, doc);
	for (size_t i = 0; i < doc->n_items && !blocks->has_failed; i++)
		read_apologies(blocks, doc, &doc->items[i]);
	for (size_t i = 0; i < doc->n_items && !blocks->has_failed; i++)
		read_item(blocks, doc, &doc->items[i]);
	mentions_add_known(blocks, doc);
	take_page_facts(source, blocks, doc);
	doc->title = first_title(blocks, doc);
	return blocks_finish(blocks, err);
}
