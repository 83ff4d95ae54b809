/*
 * line_end.h - how a line ends, and whether a sentence can end so
 */
#ifndef INDEXER_LINE_END_H
#define INDEXER_LINE_END_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/str.h"

/* The last character that is no closing quote or bracket. */
uint32_t line_last_sign(struct mb_str s);

struct mb_str line_last_word(struct mb_str s);

/* In a full stop, or another sign that ends a sentence or a part of it. */
bool line_ends_sentence(struct mb_str s);

/* A line that cannot end here: "of", "the", a comma, an open bracket. */
bool line_ends_open(struct mb_str s);

/* "... to adopt Resolution": what has a number, which is in the next line. */
bool line_awaits_number(struct mb_str s);

/* In a hyphen behind a letter: half a word. */
bool line_ends_hyphen(struct mb_str s);

#endif
