/*
 * must.h - what fuzz targets assert, in every build, where a fuzzer sees it
 */
#ifndef FUZZ_MUST_H
#define FUZZ_MUST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/err.h"
#include "minutebook/str.h"

/* What every target is: one input, 0 in the end. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* Ends the process with @what unless it @holds. */
void must(bool holds, const char *what);

/* Of a call that no input may make fail. */
void must_work(int rc, const struct mb_err *err);

/*
 * A refusal that a person can act on: one of the @codes (a bit for each, as
 * 1 << -MB_EFORMAT), with a message, in line 1 to @n_lines where it has one.
 */
void must_be_told(const struct mb_err *err, unsigned codes, size_t n_lines);

/* Valid UTF-8. */
void must_be_text(struct mb_str s, const char *what);

/* The same without control characters; line ends are allowed where said. */
void must_be_clean(struct mb_str s, bool may_have_lines, const char *what);

/* @part is empty or a view into @whole. */
void must_lie_in(struct mb_str part, struct mb_str whole, const char *what);

/* Whether byte @at of valid UTF-8 begins a character or is the end. */
bool begins_character(struct mb_str text, size_t at);

#endif
