/*
 * header.h - which meeting is this?  What the document's own first lines say
 *
 *	LONDON BOROUGH OF X
 *	MINUTES of a meeting of the Audit Committee held in the Town Hall
 *	on Thursday, 13 March 2025 at 7.00 p.m.
 *
 * A header is often one sentence over many lines, sometimes a list of names,
 * dates and places.  Evidence is gathered from all of it; the date is that of
 * the line that speaks most of a meeting, since headers name other meetings,
 * too.  What the header does not say, metadata.h may.
 */
#ifndef INDEXER_HEADER_H
#define INDEXER_HEADER_H

#include "blocks.h"
#include "minutebook/doc.h"

/* The block behind the header: where attendance, items or text begin. */
size_t header_end(const struct blocks *blocks);

/*
 * Fills doc->meeting from the blocks before @end.  Returns how sure it is
 * that this is the record of a meeting: 0 not at all, 3 quite.
 */
int header_read(struct blocks *blocks, size_t end, struct mb_doc *doc);

#endif
