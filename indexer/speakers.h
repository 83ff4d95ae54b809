/*
 * speakers.h - who opens a paragraph and reports
 *
 * "everything that Councillor X said" stands or falls with this.  A speaker
 * is the subject of the paragraph's first reporting verb, and nobody else:
 *
 *	Councillor O'Brien, Leader of the Council, told the Board that ...
 *	Finally, Mr Brand thanked ...
 *	In response to a question from Councillor A, the Director of B said ...
 *	The Children, Young People and Families Programme Manager told ...
 *	The Team Leader (Development Management) was not convinced that ...
 *
 * No speaker: a passive ("was made by the Chair"), several persons, a body
 * ("The Committee noted"), a thing ("The report"), a possessive.
 */
#ifndef INDEXER_SPEAKERS_H
#define INDEXER_SPEAKERS_H

#include "minutebook/doc.h"

/*
 * Fills @out when @text has a speaker; the views point into @text.  @doc
 * gives the attendance, by which initials are understood; it may be NULL.
 */
bool speaker_find(struct mb_str text, const struct mb_doc *doc,
		  struct mb_speaker *out);

/*
 * Whether @text begins like a speaker whose verb has not come yet: the line
 * was broken inside the name of an office.
 */
bool speaker_is_unfinished(struct mb_str text);

#endif
