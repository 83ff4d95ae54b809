/*
 * bundle.h - a ZIP archive of documents, walked like a folder
 *
 * Councils hand out a year's minutes as one archive.  Its files are read one
 * at a time, in the order of their names.  An archive that is itself a
 * document, as Word files are, is no bundle, and an archive inside of one is
 * passed over.
 *
 * Nothing is ever written, so that a name like "../../x" does no harm; it is
 * passed over all the same, since no honest archive has it.
 */
#ifndef INDEXER_BUNDLE_H
#define INDEXER_BUNDLE_H

#include <stdbool.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* All files of an archive together, inflated; what comes then is refused. */
#define BUNDLE_MAX_BYTES ((size_t)1024 * 1024 * 1024)

struct bundle;

/* Whether @name is that of a ZIP archive. */
bool bundle_is_named(const char *name);

/*
 * Opens the archive @name in the folder @dir.  *@out is NULL when it is a
 * document or none of our business.  Fails with MB_EIO, MB_EFORMAT, MB_ELIMIT
 * and MB_ENOMEM.
 */
int bundle_open(int dir, const char *name, struct bundle **out,
		struct mb_err *err);

/* Takes NULL. */
void bundle_close(struct bundle *bundle);

/*
 * The next file's name, valid as long as the bundle; false at the end.
 * *@reason says why it is passed over, or is NULL.
 */
bool bundle_next(struct bundle *bundle, struct mb_str *name,
		 const char **reason);

/*
 * Reads the file that bundle_next() named last.  Fails with MB_ELIMIT,
 * MB_EFORMAT, MB_EUNREAD and MB_ENOMEM.
 */
int bundle_read(struct bundle *bundle, struct mb_arena *arena,
		struct mb_str *out, struct mb_err *err);

#endif
