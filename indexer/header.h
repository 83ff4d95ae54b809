/*
 * header.h - which meeting is this?  Body, date, time, venue, status
 *
 * Evidence for the date, the surest first, because folders and postings lie:
 * the document's own words ("held on"), the page's metadata, the file's name,
 * the folder's.  Which one it was is part of the answer; a contradiction
 * between them becomes a problem, not a choice made in silence.
 */
#ifndef INDEXER_HEADER_H
#define INDEXER_HEADER_H

#include "blocks.h"
#include "minutebook/doc.h"

/*
 * Fills doc->meeting from the header, blocks @first to @end, from the page's
 * facts and from doc->path.  Views point into the blocks' text.  Returns how
 * sure it is that this is the record of a meeting: 0 not at all, 3 quite.
 */
int header_read(struct blocks *blocks, size_t end, struct mb_doc *doc);

/* "Cabinet - Thursday 4 March 2021 7.00 pm, CANCELLED" */
void header_read_heading(struct blocks *blocks, struct mb_str heading,
			 struct mb_doc *doc);

/* A fact of the page: "Venue: Town Hall", "Date of decision: 19/10/2015". */
void header_read_fact(struct blocks *blocks, struct mb_str fact,
		      struct mb_doc *doc);

/* What is still unknown, from metadata and from names. */
void header_complete(struct blocks *blocks, struct mb_doc *doc);

#endif
