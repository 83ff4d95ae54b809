/*
 * extract.h - a file becomes a document: the pipeline as one function
 */
#ifndef INDEXER_EXTRACT_H
#define INDEXER_EXTRACT_H

#include "blocks.h"
#include "minutebook/doc.h"
#include "source.h"

/*
 * Extracts @doc from a source that has been read.  Everything lives in
 * @arena.  Fails with MB_EUNREAD (a format that is not read) and MB_ENOMEM.
 */
int extract_document(struct source *source, struct mb_arena *arena,
		     struct mb_doc *doc, struct mb_err *err);

/* What --dump can show of a document on its way. */
enum dump_stage { DUMP_NONE, DUMP_LINES, DUMP_BLOCKS };

/* Runs the pipeline up to a stage and writes what it has then. */
int extract_dump(struct source *source, enum dump_stage stage,
		 struct mb_arena *arena, struct mb_buf *out,
		 struct mb_err *err);

#endif
