/*
 * sentence.h - where sentences and entries of lists begin and end
 *
 * A dot behind an initial or a short title ("Cllr.") ends nothing.
 */
#ifndef QUERY_SENTENCE_H
#define QUERY_SENTENCE_H

#include <stdbool.h>

#include "minutebook/str.h"

/* The start of the sentence that @at stands in; @from when it is before. */
size_t sentence_start(struct mb_str text, size_t at, size_t from);

/*
 * Where the sentence that begins at @start ends, without its blank;
 * MB_STR_NONE when that is behind @most, beyond which nothing is read but
 * blanks.
 */
size_t sentence_end(struct mb_str text, size_t start, size_t most);

#endif
