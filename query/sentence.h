/*
 * sentence.h - where sentences and entries of lists begin and end
 *
 * A dot behind an initial or a short title ("Cllr.") ends nothing.
 */
#ifndef QUERY_SENTENCE_H
#define QUERY_SENTENCE_H

#include <stdbool.h>

#include "minutebook/str.h"

/* The start of the sentence that byte @at stands in. */
size_t sentence_start(struct mb_str text, size_t at);

/* Where the sentence that begins at @start ends, without its blank. */
size_t sentence_end(struct mb_str text, size_t start);

#endif
