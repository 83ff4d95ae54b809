/*
 * search_order.h - the items that are wanted, in the order in which they come
 *
 * The order is total and the same on every machine: where level, score and
 * day are equal, ids decide.  They are read only then.
 */
#ifndef QUERY_SEARCH_ORDER_H
#define QUERY_SEARCH_ORDER_H

#include "search_state.h"

/*
 * Drops the items that cannot be asked for and sorts the rest.  Fails with
 * MB_ESTORE or MB_ENOMEM.
 */
int search_order(struct search *s, struct mb_err *err);

#endif
