/*
 * files.h - files for what is only read by name
 */
#ifndef FUZZ_FILES_H
#define FUZZ_FILES_H

#include "minutebook/str.h"

/* Enough for what file_make() writes. */
#define FILE_PATH_BYTES 40

/*
 * A file of @bytes in memory, and a path that it can be opened by; its
 * descriptor, to close.
 */
int file_make(struct mb_str bytes, char path[FILE_PATH_BYTES]);

#endif
