/*
 * clauses.h - a resolution that goes on over several paragraphs
 *
 *	RESOLVED: (a) That the report be noted.
 *	(b) That a copy be sent to the Library.
 *
 *	RESOLVED
 *	6.1 that the report be noted; and
 *	6.2 TO RECOMMEND TO COUNCIL that it be printed.
 *
 * No colon announces (b), and 6.1 looks like a paragraph of its own.
 */
#ifndef INDEXER_CLAUSES_H
#define INDEXER_CLAUSES_H

#include <stdbool.h>

#include "marker.h"

/* Whether @marker is the letter behind the last one of @resolution. */
bool clause_is_next_letter(struct mb_str resolution,
			   const struct marker *marker);

/* Whether @text, behind a number, is a clause of @resolution. */
bool clause_is_numbered(struct mb_str resolution, struct mb_str text);

#endif
