/*
 * apologies.h - who did not come, in sentences and lists
 *
 *	Apologies for absence were received from Councillors E and F.
 *
 * Those who came in another's place, or late, are no part of them; who the
 * people are, roll.h reads.
 */
#ifndef INDEXER_APOLOGIES_H
#define INDEXER_APOLOGIES_H

#include "blocks.h"
#include "minutebook/doc.h"

/* Whether an item's title announces apologies. */
bool apologies_is_title(struct mb_str title);

/* Whether @text is a sentence that excuses somebody. */
bool apologies_is_excuse(struct mb_str text);

/*
 * Adds to @doc the people that @text, a sentence or a list at @line of the
 * source, excuses.  Nothing when it is a tale without them.  Failure sticks
 * to @blocks.
 */
void apologies_read(struct blocks *blocks, struct mb_str text, uint32_t line,
		    struct mb_doc *doc);

#endif
