/*
 * people_files.h - what people say of people: --people FILE and people.txt
 *
 * The text of a people file is kept in the index, so that persons can be
 * resolved again without it.  A wrong one is never kept.
 */
#ifndef INDEXER_PEOPLE_FILES_H
#define INDEXER_PEOPLE_FILES_H

#include <stdbool.h>

#include "minutebook/err.h"
#include "minutebook/store_write.h"
#include "minutebook/str.h"
#include "report.h"

/* Its name at the root of an archive. */
#define PEOPLE_FILE_NAME "people.txt"

/*
 * Takes in the file that was given with --people; an empty one forgets what
 * was given before.  Fails with MB_EIO or MB_EFORMAT, besides what the store
 * fails with.
 */
int people_files_given(struct mb_store *store, const char *path,
		       struct mb_err *err);

/*
 * Takes in people.txt of the folder @root, or forgets it when it is gone.  A
 * wrong one is a problem of that file: the one before stays.
 */
int people_files_at_root(struct mb_store *store, const char *root,
			 struct report *report, struct mb_err *err);

/* Whether the walk passes the file over, whose path is below the root. */
bool people_files_is_one(struct mb_str path);

#endif
