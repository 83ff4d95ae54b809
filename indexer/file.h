/*
 * file.h - a whole file in memory
 */
#ifndef INDEXER_FILE_H
#define INDEXER_FILE_H

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* Larger files are refused: no minutes are. */
#define FILE_MAX_BYTES ((size_t)64 * 1024 * 1024)

/*
 * Reads the file @name of the folder @dir, as for openat(2), into @arena.
 * What comes behind the size that it had when it was opened is left out.
 * Fails with MB_EIO, MB_ELIMIT or MB_ENOMEM.
 */
int file_read(int dir, const char *name, struct mb_arena *arena,
	      struct mb_str *out, struct mb_err *err);

#endif
