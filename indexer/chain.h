/*
 * chain.h - the best chain of ascending numbers in a document
 *
 *	1. Apologies                 the chain
 *	2. Minutes                   the chain
 *	   1. the report be noted    left out: it ascends from nothing
 *	4. Planning                  the chain: 3 is missing, but titles count
 *	3. Finance                   taken out of order, added behind
 *
 * The lines with one style of marker are the candidates.  Each gains by
 * looking like the beginning of an item and by its step from the one before,
 * and the chain is the heaviest ascending subsequence, by dynamic programming
 * (C. Schensted, "Longest increasing and decreasing subsequences", 1961, with
 * weights): quadratic in the candidates, of which at most
 * NUMBERING_MAX_CANDIDATES are looked at.
 */
#ifndef INDEXER_CHAIN_H
#define INDEXER_CHAIN_H

#include "numbering.h"

/*
 * The numbering by the markers of @style, of which number @part rises, from
 * block @first on; SCHEME_NONE when its chain is chance.  Lives in the
 * blocks' arena; failure sticks to @blocks.
 */
struct numbering chain_find(struct blocks *blocks, size_t first,
			    enum marker_style style, size_t part);

/* Whether paragraphs are numbered 12.2, 12.3 throughout. */
bool chain_has_paragraph_numbers(const struct blocks *blocks, size_t first);

#endif
