/*
 * record.h - what must hold of a document, whatever bytes it came from
 */
#ifndef FUZZ_RECORD_H
#define FUZZ_RECORD_H

#include "blocks.h"
#include "source.h"

/*
 * Takes a decoded source through the rest of the pipeline and ends the process
 * when what comes out breaks its contract: all text valid UTF-8 without
 * control characters, every mention where it is said to be, dates of the
 * calendar, and a record that can be written.  False when the document was
 * refused: with a code of the header, and a message.
 */
bool record_check(const struct source *source, struct mb_arena *arena);

/* The same from the blocks on. */
bool record_check_blocks(const struct source *source, struct blocks *blocks);

#endif
