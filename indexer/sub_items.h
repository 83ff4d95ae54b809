/*
 * sub_items.h - items inside of items
 *
 *	5. REPORTS OF OFFICERS
 *	5.1 Works
 *	5.1.1 Gravel for Quay Road
 *	Author: J Finch, Manager Works
 *	...
 *
 * Most clerks number paragraphs so: 5.1 and 5.2 are what was said in item 5.
 * Where nearly all such numbers stand before a title and its text begins on
 * another line, they number the business itself, and 5 is only a heading.
 */
#ifndef INDEXER_SUB_ITEMS_H
#define INDEXER_SUB_ITEMS_H

#include "blocks.h"

/*
 * Adds them to the items that @begins_item (one for each block) has, from
 * block @first on.
 */
bool sub_items_add(const struct blocks *blocks, size_t first,
		   bool *begins_item);

/*
 * The same for numbers below titles that have none:
 *
 *	NEW BUSINESS
 *	2. Resolution 17-31, Water Main
 *	The Manager presented three bids.
 */
void sub_items_add_below_titles(const struct blocks *blocks, size_t first,
				bool *begins_item);

/*
 * "4.1 Brown bins" under item 4, in a heading of the file's own: business with
 * a title, where a mere line might be a paragraph.
 */
void sub_items_add_headings(const struct blocks *blocks, size_t first,
			    bool *begins_item);

#endif
