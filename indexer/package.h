/*
 * package.h - the files inside a ZIP archive, without trust in it
 *
 * A Word or OpenDocument file is a ZIP archive of XML.  What an archive says
 * of its own sizes is not believed: a file in it is inflated piece by piece
 * up to a limit, and a few bytes that inflate to a flood are a bomb, not a
 * document.
 *
 * The archive lies in memory, and must live as long as the package.
 */
#ifndef INDEXER_PACKAGE_H
#define INDEXER_PACKAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/doc.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* Files in one archive; documents have some dozens. */
#define PACKAGE_MAX_ENTRIES 10000

/* Bytes of one file in it, inflated, and of all that are read by name. */
#define PACKAGE_MAX_BYTES ((size_t)32 * 1024 * 1024)

/* Inflated to deflated; looked at beyond the first bytes. */
#define PACKAGE_MAX_RATIO 200
#define PACKAGE_FREE_BYTES ((size_t)1024 * 1024)

struct package;

/*
 * Opens the archive in @bytes.  Fails with MB_EFORMAT when it is none,
 * MB_ELIMIT when it has too many files, and MB_ENOMEM.
 */
int package_open(struct mb_str bytes, struct package **out, struct mb_err *err);

/* Takes NULL. */
void package_close(struct package *package);

/* How many files there are, folders among them. */
uint64_t package_count(const struct package *package);

/* The name of a file, as the archive has it; empty when it has none. */
struct mb_str package_name(struct package *package, uint64_t index);

/* Whether a file of this name is there. */
bool package_has(struct package *package, const char *name);

/*
 * Reads the file @name into @arena; empty when there is none.  Fails with
 * MB_ELIMIT, MB_EFORMAT (broken), MB_EUNREAD (encrypted) and MB_ENOMEM.  All
 * that is read so together has the limit of one file.
 */
int package_read(struct package *package, const char *name,
		 struct mb_arena *arena, struct mb_str *out,
		 struct mb_err *err);

/* The same by place. */
int package_read_at(struct package *package, uint64_t index,
		    struct mb_arena *arena, struct mb_str *out,
		    struct mb_err *err);

/*
 * What the archive is by the files in it: MB_FORMAT_DOCX, MB_FORMAT_ODT, or
 * MB_FORMAT_UNKNOWN for any other archive and for what is none.
 */
enum mb_format package_format(struct mb_str bytes);

#endif
