/*
 * attendance.h - who was there
 *
 * Lists over several lines, run-on sentences, tables with an initials column:
 *
 *	Present: Councillors A, B and C, and Mr D, Clerk
 *	Chief Executive (Mr C. Murray), Director of Housing (Ms B. Lee)
 *	Dick Noble  DN
 *	Apologies for absence were received from Councillors E and F.
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

/*
 * Adds the people that @text names to doc->attendance; how many.  @line is
 * where it stands.  Failure sticks to @blocks.
 */
size_t attendance_add(struct blocks *blocks, struct mb_str text,
		      enum mb_presence presence, uint32_t line,
		      struct mb_doc *doc);

/* The same for a row of a table: name, initials or role, status. */
size_t attendance_add_row(struct blocks *blocks, const struct block *row,
			  enum mb_presence presence, struct mb_doc *doc);

/*
 * The people that a sentence excuses: "Apologies were received from …".
 * Nothing when it is none.
 */
void attendance_add_apologies(struct blocks *blocks, struct mb_str text,
			      uint32_t line, struct mb_doc *doc);

#endif
