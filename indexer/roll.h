/*
 * roll.h - the people that a list names
 *
 *	Councillors A (Chair), B and C, and Mr D, Clerk
 *	Chief Executive (Mr C. Murray), Director of Housing (Ms B. Lee)
 *	Dick Noble  DN  Vice-Chair
 *	Mrs. Everitt, P. Norris together with 3 members of the public
 *
 * The list is read from name to name; what stands between two names is the
 * role of the one before or of the one behind, and the signs around it tell
 * which.  Who is only counted ("3 members of the public") is nobody.
 *
 * What looks like a name in a list is for listed.h to say, and whether two
 * names are one person for attendees.h.
 */
#ifndef INDEXER_ROLL_H
#define INDEXER_ROLL_H

#include "blocks.h"
#include "minutebook/doc.h"

/*
 * Adds the people that @text names to doc->attendance; how many it names,
 * those that were there already too.  Failure sticks to @blocks.
 */
size_t roll_read(struct blocks *blocks, struct mb_str text,
		 enum mb_presence presence, uint32_t line, struct mb_doc *doc);

/*
 * The same for a list that names offices, too ("the Mayor, Councillors A"),
 * none of whose people is left out for being known.
 */
size_t roll_read_all(struct blocks *blocks, struct mb_str text,
		     struct mb_doc *doc);

#endif
