/*
 * lead.h - what stands in bold at the front of a paragraph
 *
 *	**2023/117 - Police report** - PCSO Dent reported ...
 *
 * A title that its clerk has set apart by nothing else.  Formats note the
 * runs of text as they come.
 */
#ifndef INDEXER_LEAD_H
#define INDEXER_LEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/str.h"

struct lead {
	size_t len;     /* bytes of the text so far that belong to it */
	bool is_closed; /* plain letters have come */
};

/* Notes @run, which has just been added to a text that is now @end long. */
void lead_note(struct lead *lead, struct mb_str run, bool is_bold, size_t end);

/* What leads @text, if plain text follows; else empty. */
struct mb_str lead_of(const struct lead *lead, struct mb_str text);

#endif
