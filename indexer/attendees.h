/*
 * attendees.h - who is in doc->attendance, each person once
 *
 * Minutes name the same people again and again: "Councillor J Reeve", then
 * "Councillor Reeve".  Here it is decided whether a name is that of somebody
 * who is there already.
 */
#ifndef INDEXER_ATTENDEES_H
#define INDEXER_ATTENDEES_H

#include "blocks.h"
#include "minutebook/doc.h"

/*
 * Adds @person to doc->attendance, or finds who it is there.  Valid until the
 * next one is added.  NULL when there is no name, when there are too many
 * people, or on failure, which sticks to @blocks.
 */
struct mb_attendee *attendees_add(struct blocks *blocks, struct mb_doc *doc,
				  const struct mb_attendee *person);

/*
 * "IN ATTENDANCE: Mayor A, Councillor B, C, Clerk": where nobody is said to be
 * present the members of the council are.
 */
void attendees_settle(struct mb_doc *doc);

#endif
