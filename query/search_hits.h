/*
 * search_hits.h - the second pass: the paragraphs of an item that is shown
 *
 * Only the rows of items that are wanted are read again.  Of each the best
 * paragraphs come first; when the order is that of time, those of the minutes.
 */
#ifndef QUERY_SEARCH_HITS_H
#define QUERY_SEARCH_HITS_H

#include "search_state.h"

/*
 * Loads the hits of the next item, which must be there; none when all of them
 * are to be skipped.  Fails with MB_ESTORE or MB_ENOMEM.
 */
int search_hits_load(struct search *s, struct mb_err *err);

#endif
