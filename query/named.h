/*
 * named.h - lists of queries: --queries-from FILE
 *
 *	# what we watch
 *	racism	anti-racism OR racism
 *	damp	damp mould since:2018
 *	library closure
 *
 * A name, a tab, a query; a line without a tab is its own name.  Blank lines
 * and lines that begin with # are passed over.
 */
#ifndef QUERY_NAMED_H
#define QUERY_NAMED_H

#include "minutebook/arena.h"
#include "minutebook/err.h"

#define NAMED_MAX_BYTES 1000000

struct named_query {
	struct mb_str name, query;
	uint32_t line;
};

struct named_queries {
	struct named_query *items;
	size_t n;
};

/* Reads the file, "-" for standard input.  Fails with MB_EIO, MB_ELIMIT,
 * MB_EUSAGE (no queries in it) or MB_ENOMEM. */
int named_read(const char *path, struct mb_arena *arena,
	       struct named_queries *out, struct mb_err *err);

/* The lines of a text; texts are cut from @text, with a NUL behind each. */
int named_parse(struct mb_str text, struct mb_arena *arena,
		struct named_queries *out, struct mb_err *err);

#endif
