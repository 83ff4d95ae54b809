/*
 * slip.h - the word that was probably meant
 *
 * Only words that the archive lacks are slips, and only words of the archive
 * are meant.  Every word within three edits is weighed:
 *
 *	- distance + 0.1 ln(n) + 0.25 same first letter + 0.5 same sound
 *
 * where n is how often it stands in the archive: common words are meant more
 * often, but not much more.
 */
#ifndef QUERY_SLIP_H
#define QUERY_SLIP_H

#include <stdbool.h>

#include "minutebook/store_read.h"

#define SLIP_MAX_EDITS 3
#define SLIP_MIN_CHARS 4 /* shorter words are names and acronyms */

/*
 * The words that @word may be a slip of, the likeliest first, at most @limit.
 * None when the word is short, a number, or nothing is near.  Fails with
 * MB_ESTORE or MB_ENOMEM.
 */
int slip_find(struct mb_reader *reader, struct mb_str word, size_t limit,
	      struct mb_arena *arena, struct mb_words *out, struct mb_err *err);

/*
 * The same with the words of a list, each of which counts once.
 */
int slip_find_among(const struct mb_words *words, struct mb_str word,
		    size_t limit, struct mb_arena *arena, struct mb_words *out,
		    struct mb_err *err);

/*
 * Whether it is so likely that @meant was meant that it may be searched for
 * without asking: one edit; or more that sound the same, or that are few for
 * so long a word.  "unicorn" is not "union".
 */
bool slip_is_likely(struct mb_str word, struct mb_str meant);

#endif
