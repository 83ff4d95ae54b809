/*
 * furniture.h - running heads, page numbers and rules are not text
 */
#ifndef INDEXER_FURNITURE_H
#define INDEXER_FURNITURE_H

#include "blocks.h"

/*
 * Drops page numbers ("Page 3 of 7", "- 3 -", a number by itself beside a
 * page's end), lines of rules and dots, tables of contents, what converters
 * leave where a picture stood, and short lines that stand at the top or foot of
 * three or more pages, but for the very first: it is the letterhead.  Numbers
 * alone are left where they are
 * unless pages are known: they may number an item.
 */
void furniture_drop(struct blocks *blocks);

#endif
