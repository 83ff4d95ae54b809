/*
 * fingerprint.h - has a file changed since it was indexed?
 *
 * Two questions, the cheap one first: its times, size and inode, as the walk
 * found them; and, when these differ, the hash of its content.  A file that
 * failed because a program was missing is never the same: the program may be
 * there now.
 */
#ifndef INDEXER_FINGERPRINT_H
#define INDEXER_FINGERPRINT_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/store_write.h"
#include "source.h"
#include "walk.h"

/*
 * What the index shall remember of a file; without a hash, since it has not
 * been read.  The path is that of @entry.
 */
struct mb_store_file fingerprint_of(int64_t root,
				    const struct walk_entry *entry);

/* Whether the file is as it was, by its times and size. */
bool fingerprint_is_untouched(const struct mb_store_known *known,
			      const struct walk_entry *entry);

/* Whether it has the content that it had, whatever its times. */
bool fingerprint_is_same_content(const struct mb_store_known *known,
				 const struct source *source);

#endif
