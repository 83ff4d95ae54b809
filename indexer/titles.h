/*
 * titles.h - is this the title of an agenda item?
 */
#ifndef INDEXER_TITLES_H
#define INDEXER_TITLES_H

#include <stdbool.h>

#include "minutebook/doc.h"
#include "minutebook/str.h"

/*
 * How much @text looks like a title: short, capitalised, no sentence; a
 * standard one most of all.  About -2 (never) to 2 (surely).  @is_marked
 * says that it stands in bold or as a heading.
 */
double title_score(struct mb_str text, bool is_marked);

/* "Apologies for absence", "Matters arising": every clerk has them. */
bool title_is_standard(struct mb_str title);

/*
 * Routine business that nobody searches for: apologies, declarations, the
 * last minutes, urgent items, exclusion of the public, the next date.
 */
bool title_is_boilerplate(struct mb_str title);

/*
 * Cuts a run-in title off the front of a paragraph: "Planning: None." gives
 * "Planning" and "None.".  False when there is none; then nothing is cut.
 */
bool title_split(struct mb_str text, struct mb_str *title, struct mb_str *rest);

/* Cuts "(Audrey Pinnock) (10 minutes)" and "(Item 3)" off the end of a title. */
void title_cut_lead(struct mb_item *item);

/* A paragraph that tells something, against a title or a list of names. */
bool title_is_sentence(struct mb_str text);

/* Cuts blanks, colons, dashes and full stops off what stands behind one. */
struct mb_str title_trim_front(struct mb_str text);

/* Cuts a full stop, colon or dash off the end, and brackets' blanks. */
struct mb_str title_trim(struct mb_str title);

/* Whether @title is @whole, or its beginning: "Report of the Task..." */
bool title_is_same(struct mb_str title, struct mb_str whole);

#endif
