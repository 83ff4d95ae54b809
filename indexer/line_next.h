/*
 * line_next.h - what a line of a paragraph says of the next
 */
#ifndef INDEXER_LINE_NEXT_H
#define INDEXER_LINE_NEXT_H

#include <stdbool.h>

#include "minutebook/str.h"

/* A line that a list or a quotation must follow: "the following:" */
bool line_announces(struct mb_str s);

/* In @sign, whatever dashes stand behind it: "Resolved:-" */
bool line_ends_in(struct mb_str s, char sign);

/* In the sign of a sentence, whatever brackets and quotes stand behind it. */
bool line_ends_whole(struct mb_str s);

bool line_begins_quote(struct mb_str s);

bool line_begins_small(struct mb_str s);

/* "Grass cutting - £186.00" under "Payments approved:" */
bool line_is_payment(struct mb_str s);

/* Who was heard, under "Witnesses:", and who submitted the minutes. */
bool line_is_named_below(struct mb_str so_far, struct mb_str text);

/* Reasons, and what is decided behind them: "WHEREAS ...", "RESOLVED ..." */
bool line_follows_reasons(struct mb_str so_far, struct mb_str text);

/* "Read:", "OFFICER'S RECOMMENDATION": what it labels is in the next line. */
bool line_is_label(struct mb_str s);

#endif
