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

#endif
