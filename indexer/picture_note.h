/*
 * picture_note.h - what a converter leaves where a picture stood
 *
 *	(Image omitted)    [image]    [Image: the borough's arms]
 *	<!-- image -->     **==> picture [312 x 40] intentionally omitted <==**
 *
 * Nobody minuted these lines, and some converters write thousands of them.
 */
#ifndef INDEXER_PICTURE_NOTE_H
#define INDEXER_PICTURE_NOTE_H

#include <stdbool.h>

#include "minutebook/str.h"

/* Whether the whole of @line is such a note. */
bool picture_note_is(struct mb_str line);

#endif
