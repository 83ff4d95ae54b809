/*
 * store_fold.h - the copies of an item, and which words of them are shown
 *
 * A meeting may be in several documents: an agenda, a draft, the confirmed
 * minutes, a page of its decisions, one for each item.  The items of these are
 * copies of each other when they have the same number on the site, the same
 * number in the papers, or titles of which one contains the other.
 *
 * Of several copies the best is shown: what is whole before what is cut, then
 * confirmed before draft, minutes before decisions before agendas, what is
 * richer in structure, what is longer, the page of a meeting, and last by path.
 * Of the others each paragraph is hidden whose words the better copy has, in
 * this order and by the same speaker.  What only one copy has stays, so that
 * nothing is lost; an item of which nothing is left is hidden.
 *
 * All of it depends on nothing but the documents that are there.
 */
#ifndef LIB_STORE_FOLD_H
#define LIB_STORE_FOLD_H

#include "store.h"

/*
 * Folds the copies of @meeting anew: paragraph.is_hidden, item.is_hidden and
 * item.same_as, with the changes of the full-text table.  Uses @arena for all
 * that it reads.
 */
int mb_store_fold(struct mb_store *store, int64_t meeting,
		  struct mb_arena *arena, struct mb_err *err);

#endif
