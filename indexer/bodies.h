/*
 * bodies.h - the names of bodies that hold meetings
 *
 *	MINUTES of a meeting of the {Health and Wellbeing Board} held on ...
 *	{PLANNING SUB-COMMITTEE}, TUESDAY, 6 DECEMBER, 2011
 *	{Withy Green Parish Council} Meeting
 *
 * A name is a run of capitalised words that ends in the kind of the body
 * ("Committee", "Board", "Council") or goes on with "of" behind it
 * ("Municipal District of ..."); what kind of meeting it was ("special") and
 * where and when is not a part of it (body_name.h).  Nothing is looked up in
 * lists of names.  The views returned point into the text that was given; an
 * empty one means that no body is named.
 */
#ifndef INDEXER_BODIES_H
#define INDEXER_BODIES_H

#include <stdbool.h>

#include "blocks.h"
#include "minutebook/str.h"

/* The body whose meeting, minutes or agenda the sentence @text tells of. */
struct mb_str body_of_sentence(struct mb_str text);

/*
 * "Council" of "a meeting of the above Council", for when nothing above can be
 * read: a letterhead that is a picture.
 */
struct mb_str body_council_above(struct mb_str text);

/* The body that a line consists of, but for a date, a time, "minutes". */
struct mb_str body_of_line(struct mb_str line);

/* The council that a line consists of: "London Borough of X", "X Council". */
struct mb_str body_council_of_line(struct mb_str line);

/*
 * The council in a body's name: of "X Council - Audit Committee", X Council.
 * A parish meeting is a body of its own, or its parish council's.
 */
struct mb_str body_council_within(struct mb_str body);

/* "Council", "Parish Council", "Committee": says what, not whose. */
bool body_is_generic(struct mb_str body);

/*
 * The name as people write it elsewhere: not in capitals, and without the
 * "Annual" of "X Annual Parish Council".  Failure sticks to @blocks.
 */
struct mb_str body_tidy(struct blocks *blocks, struct mb_str body);

#endif
