#include "outline.h"

#include "metadata.h"
#include "outline_marked.h"
#include "outline_plain.h"

struct part *outline_add(struct blocks *blocks, struct outline *outline,
			 enum part_kind kind, const struct block *block)
{
	struct part *moved =
	    mb_arena_grow(blocks->arena, outline->items, outline->n,
			  &outline->capacity, sizeof(*moved));

	if (!moved) {
		blocks->has_failed = true;
		return &outline->nowhere;
	}
	outline->items = moved;
	moved = &outline->items[outline->n++];
	*moved =
	    (struct part){ .kind = kind, .block = block, .text = block->text };
	return moved;
}

struct outline outline_build(struct blocks *blocks, struct mb_doc *doc)
{
	struct outline outline = { .items = NULL };

	if (blocks->is_sectioned)
		outline_marked(blocks, doc, &outline);
	else
		outline_plain(blocks, doc, &outline);
	metadata_read(blocks, doc);
	return outline;
}
