/*
 * bold_front.h - what stands in bold at the front of a paragraph
 *
 *	**2023/117 - Police report** - PCSO Dent reported ...
 *
 * A title that its clerk has set apart by nothing else.  Formats note the
 * runs of text as they come.
 */
#ifndef INDEXER_BOLD_FRONT_H
#define INDEXER_BOLD_FRONT_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/str.h"

struct bold_front {
	size_t len;     /* bytes of the text so far that belong to it */
	bool is_closed; /* plain letters have come */
};

/* Notes @run, which has just been added to a text that is now @end long. */
void bold_front_note(struct bold_front *front, struct mb_str run, bool is_bold,
		     size_t end);

/* The bold front of @text, if plain text follows; else empty. */
struct mb_str bold_front_of(const struct bold_front *front, struct mb_str text);

#endif
