/*
 * item_numbers.h - do the numbers of an item and its paragraphs agree?
 *
 *	12.2, 12.3, 12.4        on a page without a number: item 12
 *	12.2, 13.3 in item 12   a problem
 *	12.2, 12.2              a problem
 */
#ifndef INDEXER_ITEM_NUMBERS_H
#define INDEXER_ITEM_NUMBERS_H

#include "blocks.h"
#include "minutebook/doc.h"

/* The number that most of the item's paragraphs have becomes its own. */
void item_numbers_imply(struct mb_item *item);

/* Adds a problem to @doc for each slip.  Failure sticks to @blocks. */
void item_numbers_check(struct blocks *blocks, struct mb_doc *doc,
			const struct mb_item *item);

/*
 * The number in the trail of an item's page, as ModernGov has it: "Meeting of
 * Cabinet, Monday, 4 March 2019 6.00 pm (Item 36.)".  Empty when there is none.
 */
struct mb_str item_number_in_trail(struct mb_str trail);

#endif
