/*
 * signature.h - where somebody was to sign the minutes
 *
 *	Signed ....................... (Chairman)    Date ..........
 *	______________________
 *	Ida Penn, Chairperson
 *
 * Lines to write on, and who was to sign below them, say nothing of the
 * meeting.
 */
#ifndef INDEXER_SIGNATURE_H
#define INDEXER_SIGNATURE_H

#include "blocks.h"

/* Whether block @i is such a line, or stands right below one. */
bool signature_at(const struct blocks *blocks, size_t i);

/*
 * The block that what is signed at the end of the paper begins with, without
 * lines to sign on: "Chairman", "Date:", and a place; blocks->n if nothing is.
 */
size_t signature_end(const struct blocks *blocks);

/* "Signed ......", "Chairman ______": a line to sign on. */
bool signature_is_line(struct mb_str text);

#endif
