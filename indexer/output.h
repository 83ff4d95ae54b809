/*
 * output.h - what goes to standard output arrives there, or it is said why not
 *
 * A reader that has gone away ("| head") is no error: the rest is not wanted.
 * A full disk is one.
 */
#ifndef INDEXER_OUTPUT_H
#define INDEXER_OUTPUT_H

#include <stdbool.h>

#include "minutebook/err.h"
#include "minutebook/str.h"

/* Turns the signal of a closed pipe into an error code of write(2). */
void output_begin(void);

/*
 * Writes @text; *@is_closed is set when nobody reads any more.  Fails with
 * MB_ESTORE, which ends a run.
 */
int output_write(struct mb_str text, bool *is_closed, struct mb_err *err);

/* Writes what is still buffered. */
int output_end(struct mb_err *err);

#endif
