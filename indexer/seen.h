/*
 * seen.h - which documents of a root are still there
 *
 * A run notes every document that it meets under a root, and every folder
 * that it could not look into.  What the index has beyond these is gone:
 *
 *	seen_begin(&seen);
 *	seen_note(&seen, document, err);                for each one met
 *	seen_note_unreadable(&seen, folder, err);
 *	seen_sort(&seen);
 *	seen_accounts_for(&seen, document, path);       for each one known
 *
 * A zeroed struct is empty; seen_release() frees what it owns.
 */
#ifndef INDEXER_SEEN_H
#define INDEXER_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct seen {
	int64_t *documents; /* owned */
	size_t n, capacity;
	struct mb_buf unreadable; /* folders, each with a NUL behind it */
};

/* Forgets the last root. */
void seen_begin(struct seen *seen);

/* Fails with MB_ENOMEM. */
int seen_note(struct seen *seen, int64_t document, struct mb_err *err);

/* All below @folder is unknown, which is not gone.  Fails with MB_ENOMEM. */
int seen_note_unreadable(struct seen *seen, struct mb_str folder,
			 struct mb_err *err);

/* Nothing is noted behind this. */
void seen_sort(struct seen *seen);

/* Whether a document was met, or may be there unseen; after seen_sort(). */
bool seen_accounts_for(const struct seen *seen, int64_t document,
		       struct mb_str path);

void seen_release(struct seen *seen);

#endif
