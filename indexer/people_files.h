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

/* Where they go to. */
struct people_files {
	struct mb_store *store; /* NULL in a dry run without an index */
	struct report *report;
	struct mb_str given; /* the path of --people, NUL-terminated, or none */
	bool dry_run;        /* only say what would be done */
};

/*
 * Takes in the file that was given with --people; an empty one forgets what
 * was given before.  Fails with MB_EIO or MB_EFORMAT, besides what the store
 * fails with.
 */
int people_files_given(const struct people_files *files, struct mb_err *err);

/*
 * Takes in people.txt of the folder @root, or forgets it when it is gone.  A
 * wrong one is a problem of that file: the one before stays.
 */
int people_files_at_root(const struct people_files *files, const char *root,
			 struct mb_err *err);

/* Whether the walk passes the file over, whose path is below the root. */
bool people_files_is_one(struct mb_str path);

#endif
