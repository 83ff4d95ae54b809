/*
 * index.h - an index in a test's own folder
 *
 *	struct index index = index_open("a.db");
 *
 *	index_put(&index, "withy-green/2019-07-09.txt", sample_minutes());
 *	index_close(&index);
 *	cr_expect(eq(str, index_ask("a.db", "SELECT body FROM meeting"), ...));
 *
 * Whatever fails ends the test.
 */
#ifndef SUPPORT_INDEX_H
#define SUPPORT_INDEX_H

#include "minutebook/store_read.h"
#include "minutebook/store_write.h"
#include "support/scratch.h"

struct index {
	struct mb_store *store;
	int64_t root; /* of "/archive", given as "archive" */
};

struct index index_open(const char *name);

/* A file that nobody has, with times and a hash made of @path. */
struct mb_store_file index_file(const struct index *index, const char *path);

void index_put(struct index *index, const char *path, const struct mb_doc *doc);
void index_remove(struct index *index, const char *path);

/* Joins, commits and closes. */
void index_close(struct index *index);

/*
 * The rows of @sql, columns between '|' and rows between line ends, NULL as
 * "-".  The text lives until the test ends.
 */
char *index_ask(const char *name, const char *sql);

/*
 * All that an index says, without the numbers of its rows: equal for equal
 * documents, whatever was done in which order.
 */
char *index_dump(const char *name);

/*
 * Expects that the index is whole: SQLite's and FTS5's checks, foreign keys,
 * and that the full-text table, vocabulary and sums are those of an index
 * made at once from the paragraphs that are shown.
 */
void index_expect_whole(const char *name);

#endif
