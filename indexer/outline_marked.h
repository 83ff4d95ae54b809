/*
 * outline_marked.h - the outline of a page whose markup is known
 *
 * Its blocks carry marks (blocks.h) that say what they are, so that nothing
 * is weighed: each mark becomes its part, and facts and people go where they
 * belong.
 */
#ifndef INDEXER_OUTLINE_MARKED_H
#define INDEXER_OUTLINE_MARKED_H

#include "outline.h"

/* Fills @doc and @outline as outline_build() does. */
void outline_marked(struct blocks *blocks, struct mb_doc *doc,
		    struct outline *outline);

#endif
