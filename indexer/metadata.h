/*
 * metadata.h - facts of a meeting from around its record
 *
 * The page's metadata first, then the file's name, then its folder's.  Folders
 * and postings lie: their dates are often those of the meeting that adopted
 * the minutes, so they count only where nothing surer is known.
 */
#ifndef INDEXER_METADATA_H
#define INDEXER_METADATA_H

#include "blocks.h"
#include "minutebook/doc.h"

/* Completes doc->meeting from the page's facts and from doc->path. */
void metadata_read(struct blocks *blocks, struct mb_doc *doc);

#endif
