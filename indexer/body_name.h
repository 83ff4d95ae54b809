/*
 * body_name.h - how far the name of a body reaches
 *
 *	{Health and Wellbeing Board} held on Thursday
 *	{Committee on Climate Change}, but {Committee} on 4 May
 *	{Municipal District of Ashmere} in the Town Hall
 *	{X Council - Audit Committee} at 7.00 pm
 *
 * A name is a run of capitalised words and the small words between them.
 * Where the run ends other words and signs tell; and in it the kind of body
 * ("Committee", "Board") tells where the name ends.
 */
#ifndef INDEXER_BODY_NAME_H
#define INDEXER_BODY_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "words.h"

/* The word behind the name that begins at word @first; @first if none does. */
size_t body_name_end(const struct line_words *line, size_t first);

/* What a body holds, and what is written of it: "meeting", "minutes". */
bool body_name_is_occasion(struct mb_str word);

/* Words before a name that only say which meeting it was: "annual", "May". */
bool body_name_is_which_meeting(const struct line_words *line, size_t i);

#endif
