/*
 * page_numbers.h - the numbers of pages in a text that has no pages
 *
 * A text that was copied out of a document may have the numbers of its pages
 * left in it, each alone on a line above an empty one:
 *
 *	... a reply was expected before the
 *
 *	2
 *
 *	end of the month.
 *
 * So do the numbers of items look where the clerk writes each on a line of
 * its own.  Which they are is weighed over the whole document: numbers of
 * pages are all such numbers there are, each is one more than the last, some
 * stand inside of sentences, and none stands before what looks like the title
 * of an item or begins its paragraphs.  In doubt they stay.
 */
#ifndef INDEXER_PAGE_NUMBERS_H
#define INDEXER_PAGE_NUMBERS_H

#include "blocks.h"

/*
 * Sets @drop (one for each block) for the numbers of pages, and takes away the
 * empty lines behind those that interrupt a sentence, so that it goes on.
 */
void page_numbers_find(struct blocks *blocks, bool *drop);

#endif
