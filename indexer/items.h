/*
 * items.h - the outline becomes agenda items and their paragraphs
 *
 * A paragraph is one contribution.  What begins a new one and what still
 * belongs to the last is decided here:
 *
 *	12.4 Deputy Mayor Bramble highlighted:     a number begins one
 *	* a safe space for people                  a list belongs to it
 *	* 12.5 Frances Haste highlighted that      a number in a bullet ends it
 *	RESOLVED that                              a decision begins one,
 *	1. the report be noted                     and takes its list along
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
