/*
 * aside.h - files that lie among minutes and are none
 *
 * The index may stand in the very folder that it is made of, and so may
 * others.  They are passed over, with the files that SQLite and the lock put
 * beside them, whatever they are called:
 *
 *	minutes.db  minutes.db-wal  minutes.db-shm  minutes.db-lock
 */
#ifndef INDEXER_ASIDE_H
#define INDEXER_ASIDE_H

#include <stdbool.h>
#include <sys/types.h>

#include "walk.h"

/* Which file is the index at hand. */
struct aside {
	bool has_index;
	dev_t device;
	ino_t inode;
};

/* @index is its path, or NULL; there need not be a file. */
struct aside aside_of(const char *index);

/* Why the file of @entry is left out, or NULL when it may be minutes. */
const char *aside_reason(const struct aside *aside,
			 const struct walk_entry *entry);

#endif
