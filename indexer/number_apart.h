/*
 * number_apart.h - numbers of items on lines of their own
 *
 *	PLA72/16                        DECLARATIONS OF INTEREST
 *	Declarations of interest        PLA72/16
 *	Councillor Tranter ...          Councillor Tranter ...
 *
 * Below a title such a number looks like that of the text that follows, and
 * above one like a text without a title.  Only numbers that can be nothing
 * else are read here: with a slash or letters.  Others may be those of pages,
 * and numbering.c weighs them.
 */
#ifndef INDEXER_NUMBER_APART_H
#define INDEXER_NUMBER_APART_H

#include "blocks.h"

/*
 * Sets the numbers into one block with their titles, where all of a document
 * from block @first on stand apart in the same way.  Failure sticks to
 * @blocks.
 */
void number_apart_join(struct blocks *blocks, size_t first);

#endif
