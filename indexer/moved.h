/*
 * moved.h - item pages that belong to another meeting than it seemed
 *
 * The page of a single item says not which meeting it was.  That is known only
 * when the page of the meeting is in the index, which may come later in a run,
 * or in a later run; and it may go.  Then the item's page is put once more.
 */
#ifndef INDEXER_MOVED_H
#define INDEXER_MOVED_H

#include "minutebook/err.h"
#include "minutebook/store_write.h"
#include "walk.h"

/*
 * Calls @put for each such page, as long as it returns MB_OK, and returns what
 * it returned last.  Pages that are not there any more are left out.  Fails
 * with MB_ENOMEM and MB_ESTORE, too.
 */
int moved_each(struct mb_store *store,
	       int (*put)(void *user, int64_t root,
			  const struct walk_entry *entry, struct mb_err *err),
	       void *user, struct mb_err *err);

#endif
