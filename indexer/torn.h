/*
 * torn.h - what a page left between the halves of a sentence
 *
 *	... was in line with that of neigh-
 *	2
 *	Licensing Committee, 7 November 2019
 *	bouring authorities.
 *
 * Heads and feet are known by coming back (furniture.h), which those of a
 * short document do not do.  But whatever short lines stand inside a word
 * are none of its text; inside a sentence that broke off, those that end in
 * a date or are a number.
 */
#ifndef INDEXER_TORN_H
#define INDEXER_TORN_H

#include "blocks.h"

/* Sets @drop (one for each block) for such lines. */
void torn_find(struct blocks *blocks, bool *drop);

#endif
