/*
 * reflow.h - which physical lines belong to one paragraph
 *
 * Clerks' programs break lines at a margin, in the middle of sentences, over
 * blank lines and inside words:
 *
 *	12.6  The Chair stressed how the CVS embedded anti-
 *
 *	racism in its work.
 *
 * Evidence is weighed over the whole document: the lines that certainly go on
 * (no full stop, then a small letter) tell where the margin is and whether
 * wrapped lines have blanks between them; then every pair of lines is judged
 * by that.  Running heads and page numbers are dropped on the way, so that
 * they do not part what belongs together.
 */
#ifndef INDEXER_REFLOW_H
#define INDEXER_REFLOW_H

#include "blocks.h"

/*
 * Joins BLOCK_LINEs, and entries that go on in lines, in place.  Afterwards
 * there are no BLOCK_LINEs and no BLOCK_PAGEs.  Failure sticks to @blocks.
 */
void reflow(struct blocks *blocks);

#endif
