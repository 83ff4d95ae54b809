/*
 * record.h - what must hold of a document, whatever bytes it came from
 */
#ifndef FUZZ_RECORD_H
#define FUZZ_RECORD_H

#include "source.h"

/*
 * Takes a decoded source through the rest of the pipeline and ends the process
 * when what comes out breaks its contract: all text valid UTF-8 without
 * control characters, every mention where it is said to be, dates of the
 * calendar, and a record that can be written.
 */
void record_check(const struct source *source, struct mb_arena *arena);

#endif
