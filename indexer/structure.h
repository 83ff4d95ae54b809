/*
 * structure.h - blocks become a document: the stage as a whole
 *
 * Knows nothing of formats.  Its steps, each a module of its own:
 *
 *	reflow     lines become paragraphs
 *	outline    header, attendance, where items begin
 *	items      agenda items and paragraphs
 *	speakers   who reports
 *	motions    who moved, how they voted
 *	mentions   who else is named
 */
#ifndef INDEXER_STRUCTURE_H
#define INDEXER_STRUCTURE_H

#include "blocks.h"
#include "minutebook/doc.h"
#include "source.h"

/*
 * Builds @doc, which lives in the blocks' arena like everything it points to.
 * Fails with MB_ENOMEM only: what cannot be understood is kind "other".
 */
int structure_build(const struct source *source, struct blocks *blocks,
		    struct mb_doc *doc, struct mb_err *err);

#endif
