/*
 * outline_plain.h - the outline of a document that only its text explains
 *
 * Where items begin, numbering.h has weighed; what stands before the first
 * one is header and attendance; what begins an item is divided into number,
 * title and text:
 *
 *	3.      PUBLIC QUESTIONS        number and title
 *	4. Apologies: Cllr Ames         title and text
 *	5.                              the title stands in the next block
 *	1. Present: Cllrs A and B       no item, but attendance
 */
#ifndef INDEXER_OUTLINE_PLAIN_H
#define INDEXER_OUTLINE_PLAIN_H

#include "outline.h"

/* Fills @doc and @outline as outline_build() does. */
void outline_plain(struct blocks *blocks, struct mb_doc *doc,
		   struct outline *outline);

#endif
