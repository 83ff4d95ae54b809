/*
 * columns.h - what a clerk set beside each other on one line
 *
 *	Councillors:   A Finch (Chair)    B Ames
 *
 * Three blanks or a tab part columns.  Only those who look for people read
 * them: the line may be a sentence all the same.
 */
#ifndef INDEXER_COLUMNS_H
#define INDEXER_COLUMNS_H

#include "blocks.h"

/*
 * Gives @block the columns of its text, which is not clean yet, if it has two
 * or more.  Failure sticks to @blocks.
 */
void columns_take(struct blocks *blocks, struct block *block);

#endif
