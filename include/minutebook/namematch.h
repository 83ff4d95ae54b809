/*
 * namematch.h - is this name meant?
 *
 * Names are never stemmed and never parts of words, but hyphens, apostrophes,
 * blanks, accents and case may be anywhere: "Iqbal-Rowe", "iqbal rowe",
 * "IqbalRowe" and "Rowe" all mean Councillor Iqbal-Rowe; "Row" does
 * not, and "banks" does not mean Mr Bank.
 */
#ifndef MB_NAMEMATCH_H
#define MB_NAMEMATCH_H

#include <stdbool.h>

#include "minutebook/str.h"

/*
 * Both folded (text.h).  True when the words of @value, run together, are the
 * same letters as some whole words of @key, run together.  With @is_prefix
 * the last word of @key may go on.
 */
bool mb_name_matches(struct mb_str key, struct mb_str value, bool is_prefix);

#endif
