/*
 * office_meta.h - what a word processor's file says of itself
 *
 * Its title is often that of another document that somebody began with, so
 * that it only counts where the text says nothing; dates of writing and of
 * printing say nothing of the meeting, and are not read.
 */
#ifndef INDEXER_OFFICE_META_H
#define INDEXER_OFFICE_META_H

#include "blocks.h"

/*
 * Reads docProps/core.xml or meta.xml, perhaps empty, into blocks->page.  What
 * is broken is passed over; failure sticks to @blocks.
 */
void office_meta_read(struct mb_str xml, struct blocks *blocks);

/* Takes @title, too, unless it is the name of a file. */
void office_meta_title(struct mb_str title, struct blocks *blocks);

#endif
