/*
 * contents.h - a table of contents in a text that was laid out for paper
 *
 *	4. CONFIRMATION OF MINUTES ........................... 3
 *	5.2.1 Gravel for Quay Road . . . . . . . . . . . . . . 4
 *
 * It has the numbers and titles of all items, before the first of them
 * begins.  Leaders before a number make an entry; three entries whose pages
 * never fall make a table.  Prices and fees are set so, too, but do not rise.
 */
#ifndef INDEXER_CONTENTS_H
#define INDEXER_CONTENTS_H

#include "blocks.h"

/* Sets @drop (one for each block) for the lines of such a table. */
void contents_find(const struct blocks *blocks, bool *drop);

#endif
