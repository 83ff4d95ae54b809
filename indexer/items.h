/*
 * items.h - the outline becomes agenda items and their paragraphs
 *
 * An item begins where the outline says so, or with text before all items.
 * Its links become documents; its texts, one contribution each, become
 * paragraphs (paragraphs.h); and in the end the numbers of both are compared
 * (item_numbers.h).
 */
#ifndef INDEXER_ITEMS_H
#define INDEXER_ITEMS_H

#include "outline.h"

/*
 * Builds doc->items from the outline, with texts, numbers, kinds and lines;
 * speakers, movers and mentions come later.  Failure sticks to @blocks.
 */
void items_build(struct blocks *blocks, const struct outline *outline,
		 struct mb_doc *doc);

#endif
