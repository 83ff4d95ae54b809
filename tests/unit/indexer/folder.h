/*
 * folder.h - a folder of files for one test
 *
 * Below $TMPDIR or /tmp; gone, with all that is in it, when it is removed.
 */
#ifndef INDEXER_FOLDER_H
#define INDEXER_FOLDER_H

#include "minutebook/str.h"

struct folder {
	char path[200];
};

struct folder folder_new(void);
void folder_remove(const struct folder *folder);

/* The path of @name in the folder; never freed. */
char *folder_path(const struct folder *folder, const char *name);

/* Writes a file, and makes the folders that its name has in it. */
void folder_write(const struct folder *folder, const char *name,
		  struct mb_str bytes);

#endif
