/*
 * archive.h - ZIP archives for tests, made in memory
 */
#ifndef INDEXER_ARCHIVE_H
#define INDEXER_ARCHIVE_H

#include "minutebook/arena.h"
#include "minutebook/str.h"

struct archive_file {
	const char *name;
	struct mb_str bytes;
};

/* The parts, up to a NULL, in a row. */
const char *archive_text(const char *const *parts, struct mb_arena *arena);

/* An archive of the files up to one without a name, in @arena. */
struct mb_str archive_of(const struct archive_file *files,
			 struct mb_arena *arena);

/*
 * The blocks of a document in some format, "KIND/BLANKS {MARKER} TEXT" one a
 * line, in @arena; a heading's kind has its level, bold text a "*", a note a "~".
 * A line in columns ends in "(N columns)".
 */
char *archive_blocks(struct mb_str document, struct mb_arena *arena);

#endif
