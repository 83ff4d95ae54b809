/*
 * source.h - a file's bytes, what format they are in, and their text
 *
 * The first stage of the pipeline.  What a file is is decided by its content,
 * never by its name: a .txt may hold HTML, and an .html plain text.
 */
#ifndef INDEXER_SOURCE_H
#define INDEXER_SOURCE_H

#include <stdint.h>

#include "file.h"
#include "minutebook/arena.h"
#include "minutebook/doc.h"
#include "minutebook/err.h"
#include "minutebook/str.h"
#include "walk.h"

/* Larger files are refused: no minutes are. */
#define SOURCE_MAX_BYTES FILE_MAX_BYTES

/* Of text, HTML or XML, without what is embedded in it; a book has 1 MiB. */
#define SOURCE_MAX_TEXT_BYTES ((size_t)6 * 1024 * 1024)

#define SOURCE_HASH_BYTES 16

struct source {
	struct mb_str path; /* relative to the root */
	struct mb_str
	    bytes; /* as found; of text without what embedded.h tells */
	unsigned char hash[SOURCE_HASH_BYTES]; /* XXH3, 128 bits, as found */
	enum mb_format format;
	struct mb_str text;    /* decoded; empty for binary formats */
	struct mb_str charset; /* of the text */
	bool was_repaired;     /* some bytes fitted no charset */
	bool reads_scans;      /* text is read from pictures, too (ocr.h) */
};

/*
 * Reads the file of @entry into @arena.  Sets path, bytes and hash only.
 * Fails with MB_EIO, MB_ELIMIT or MB_ENOMEM.
 */
int source_read(const struct walk_entry *entry, struct mb_arena *arena,
		struct source *out, struct mb_err *err);

/*
 * Finds out the format and decodes text, unless the format is no text.  Fails
 * with MB_EUNREAD for formats that are not read (the message names the
 * format), MB_ELIMIT for too much text, and MB_ENOMEM.
 */
int source_decode(struct source *source, struct mb_arena *arena,
		  struct mb_err *err);

#endif
