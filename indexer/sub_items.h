/*
 * sub_items.h - items below items
 *
 *	5.	REPORTS                    an item without text
 *	5.1	Arena roof                 an item of its own
 *		The Treasurer reviewed ...
 *
 * In most minutes 5.1 numbers a paragraph.  It numbers an item where it is
 * set apart as items are: alone in its block, in bold or as a heading, and
 * before a title.
 */
#ifndef INDEXER_SUB_ITEMS_H
#define INDEXER_SUB_ITEMS_H

#include "blocks.h"

/*
 * Notes in @begins_item the blocks from @first on that begin such items, if
 * nearly all numbers of that form do; whether there are any.
 */
bool sub_items_add(const struct blocks *blocks, size_t first,
		   bool *begins_item);

#endif
