/*
 * more.h - words that go with those of a query: --more
 *
 *	library closure		branch, petition, hours, ...
 *
 * Relevance feedback, model RM3 (V. Lavrenko, W. B. Croft, "Relevance based
 * language models", SIGIR 2001; N. Abdul-Jaleel et al., TREC 2004): the words
 * that are common in the best items of a first search are added to the query,
 * all of them together with a tenth of its weight.  An item counts for as much
 * as its score.  Of its words, those count that it has far more often than the
 * whole index.
 *
 * Words that are added rank items, but are never asked for: what fits the query
 * is what did before.
 */
#ifndef QUERY_MORE_H
#define QUERY_MORE_H

#include "inquiry.h"

#define MORE_ITEMS 10   /* of the first search */
#define MORE_WEIGHT 0.1 /* of all added words, against the typed ones' 0.9 */

/*
 * Searches for what has been planned, sets q->more to the words that its best
 * items have, the weightiest first, and plans again.  A query that ranks
 * nothing, or finds nothing, is left as it is.  Fails with MB_ESTORE or
 * MB_ENOMEM.
 */
int more_add(struct inquiry *q, const struct inquiry_order *order,
	     const struct search_options *options, struct mb_err *err);

#endif
