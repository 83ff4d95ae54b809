/*
 * mentions.h - who else is named in a paragraph
 */
#ifndef INDEXER_MENTIONS_H
#define INDEXER_MENTIONS_H

#include "blocks.h"
#include "minutebook/doc.h"

/*
 * Fills paragraph->mentions: titled names ("Councillor A, B and C" gives
 * three), people of the attendance by their full names, and names without a
 * title that do something ("Ngozi Tremlett had expressed ...").  The speaker
 * is not mentioned by opening the paragraph.  Failure sticks to @blocks.
 */
void mentions_find(struct blocks *blocks, const struct mb_doc *doc,
		   struct mb_paragraph *paragraph);

#endif
