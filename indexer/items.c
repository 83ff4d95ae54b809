#include "items.h"

#include "item_numbers.h"
#include "leads.h"
#include "link_title.h"
#include "paragraphs.h"
#include "titles.h"

/* What an item's paragraphs and documents grow into. */
struct builder {
	struct blocks *blocks;
	struct mb_doc *doc;
	const struct outline *outline;

	struct mb_item *item; /* the last of doc->items */
	size_t items_capacity, documents_capacity;
	struct paragraphs paragraphs; /* of that item */
};

static void *grow(struct builder *b, void *items, size_t n, size_t *capacity,
		  size_t size)
{
	void *moved = mb_arena_grow(b->blocks->arena, items, n, capacity, size);

	if (!moved)
		b->blocks->has_failed = true;
	return moved;
}

static struct mb_item *add_item(struct builder *b)
{
	struct mb_doc *doc = b->doc;
	struct mb_item *moved = grow(b, doc->items, doc->n_items,
				     &b->items_capacity, sizeof(*moved));

	if (!moved)
		return NULL;
	doc->items = moved;
	moved = &doc->items[doc->n_items++];
	*moved = (struct mb_item){ .number = { NULL, 0 } };
	return moved;
}

/* Begins the item of @part; of text before all items if it is NULL. */
static void begin_item(struct builder *b, const struct part *part)
{
	struct mb_item *item;

	paragraphs_end(&b->paragraphs);
	item = add_item(b);
	if (!item)
		return;
	b->item = item;
	b->documents_capacity = 0;
	paragraphs_begin_item(&b->paragraphs, item);
	if (!part)
		return;
	*item = (struct mb_item){
		.number = part->number,
		.title = part->title,
		.line = part->block->line,
		.page = part->block->page,
		.site_id = part->block->site_id,
	};
	title_cut_lead(item);
	leads_read(b->blocks, item);
	item->title = title_trim(item->title);
	item->is_boilerplate = title_is_boilerplate(item->title);
}

static void add_document(struct builder *b, const struct part *part)
{
	struct mb_link *moved;

	if (!b->item)
		begin_item(b, NULL);
	if (b->blocks->has_failed)
		return;
	moved = grow(b, b->item->documents, b->item->n_documents,
		     &b->documents_capacity, sizeof(*moved));
	if (!moved)
		return;
	b->item->documents = moved;
	b->item->documents[b->item->n_documents++] =
	    (struct mb_link){ link_title(part->title), part->block->href };
}

static void add_part(struct builder *b, const struct part *part)
{
	if (!b->item && (part->kind == PART_TEXT || part->kind == PART_VOTE))
		begin_item(b, NULL);
	switch (part->kind) {
	case PART_HEADER:
		break;
	case PART_ITEM:
		begin_item(b, part);
		b->paragraphs.section = b->outline->first_section;
		break;
	case PART_SECTION:
		paragraphs_end(&b->paragraphs);
		b->paragraphs.section = part->section;
		break;
	case PART_TEXT:
		paragraphs_add_text(&b->paragraphs, part);
		break;
	case PART_DOCUMENT:
		paragraphs_end(&b->paragraphs);
		add_document(b, part);
		break;
	case PART_VOTE:
		paragraphs_add_vote(&b->paragraphs, part);
		break;
	}
}

void items_build(struct blocks *blocks, const struct outline *outline,
		 struct mb_doc *doc)
{
	struct builder b = {
		.blocks = blocks,
		.doc = doc,
		.outline = outline,
		.paragraphs = { .blocks = blocks, .outline = outline },
	};

	for (size_t i = 0; i < outline->n && !blocks->has_failed; i++)
		add_part(&b, &outline->items[i]);
	paragraphs_finish(&b.paragraphs);
	for (size_t i = 0; i < doc->n_items && !blocks->has_failed; i++) {
		struct mb_item *item = &doc->items[i];

		if (item->number.len == 0 && doc->kind == MB_DOC_ITEM)
			item_numbers_imply(item);
		if (item->number.len == 0 && doc->kind == MB_DOC_ITEM)
			item->number = item_number_in_trail(blocks->page.trail);
		item_numbers_check(blocks, doc, &doc->items[i]);
	}
}
