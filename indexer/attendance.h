/*
 * attendance.h - who was there, in labels, tables and sentences
 *
 *	Present: Councillors A, B and C, and Mr D, Clerk
 *	Officers and others in attendance:
 *	Alan Bird | AB | Present
 *
 * What a label or a sentence says of people; who they are, roll.h reads, and
 * who sent apologies, apologies.h.
 */
#ifndef INDEXER_ATTENDANCE_H
#define INDEXER_ATTENDANCE_H

#include "blocks.h"
#include "minutebook/doc.h"

/*
 * Whether @text begins with a label of attendance ("Present:", "In
 * attendance", "Apologies:"); then what it says of people, and what stands
 * behind the label.
 */
bool attendance_label(struct mb_str text, enum mb_presence *presence,
		      struct mb_str *rest);

/* "Bailie Toms, Convener, presiding": a line by itself that names who is. */
bool attendance_presides(struct mb_str text);

/* "The Clerk (Mr A. Finch) attended": a sentence of who came, too. */
bool attendance_says_attended(struct mb_str text);

/* "Clerk: Mrs Penn, 3 Mill Lane" in a letterhead is no list of people. */
bool attendance_is_contact(struct mb_str text);

/* "... at 10 am there were present:-": a sentence that announces the list. */
bool attendance_follows(struct mb_str text);

/* Whether it is more than "Members" or "Officers", which are subjects, too. */
bool attendance_says_present(struct mb_str label);

/* Whether @list begins with a name, whatever it goes on to say. */
bool attendance_names_first(struct mb_str list);

/* Whether an item's title announces the roll: "Roll call", "Sederunt". */
bool attendance_is_roll(struct mb_str title);

/*
 * Joins the blocks of each list of people from block @first on that runs over
 * several.  Failure sticks to @blocks.
 */
void attendance_join(struct blocks *blocks, size_t first);

/*
 * The text of a block as a list of people: a semicolon stands between its
 * columns.  Failure sticks to @blocks.
 */
struct mb_str attendance_text(struct blocks *blocks, const struct block *b);

/*
 * A row of a table: name, initials or role, presence; or names in columns.
 * How many people it names.  Failure sticks to @blocks.
 */
size_t attendance_add_row(struct blocks *blocks, const struct block *row,
			  enum mb_presence presence, struct mb_doc *doc);

/* Whether a cell behind the first says who came, or that others will. */
bool attendance_row_tells(const struct block *row);

#endif
