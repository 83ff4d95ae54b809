/*
 * search_items.h - the first pass: every row is read, items are kept
 *
 * Rows come in the order of time and item by item.  What its rows say is
 * summed up until the next item begins; then it is clear whether the item is
 * among the hits, and on which level.  Every item counts for the statistics
 * of the words, a hit or not.
 */
#ifndef QUERY_SEARCH_ITEMS_H
#define QUERY_SEARCH_ITEMS_H

#include "search_state.h"

/*
 * Adds the items of one source to the search.  Stops early when enough have
 * come in the order asked for.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int search_items_find(struct search *s, int source, struct mb_err *err);

#endif
