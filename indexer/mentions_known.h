/*
 * mentions_known.h - names that the document has made known
 *
 * A sentence alone does not tell a person from a place: "asked Frances Haste",
 * "in Church Fields".  Once a document has named somebody beyond doubt, in its
 * attendance, as a speaker or with a title, every later "Frances Haste" is a
 * mention, and so are initials that the attendance defines ("FH").
 */
#ifndef INDEXER_MENTIONS_KNOWN_H
#define INDEXER_MENTIONS_KNOWN_H

#include "blocks.h"
#include "minutebook/doc.h"

/*
 * Adds the mentions that only the whole document tells, when everything else
 * is known of it; a paragraph's mentions stay in the order of its text.
 * Failure sticks to @blocks.
 */
void mentions_add_known(struct blocks *blocks, struct mb_doc *doc);

#endif
