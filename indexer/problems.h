/*
 * problems.h - what a reader of the extraction should know
 */
#ifndef INDEXER_PROBLEMS_H
#define INDEXER_PROBLEMS_H

#include "blocks.h"
#include "minutebook/doc.h"

/* More of the same kind help nobody. */
#define PROBLEMS_MAX 200

/* Adds a problem to @doc; a failure sticks to @blocks. */
void problem_add(struct blocks *blocks, struct mb_doc *doc, uint32_t line,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
