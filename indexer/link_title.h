/*
 * link_title.h - what a link to a document is called, less what the site adds
 *
 *	Visits by branch, item 4. PDF 71 KB     Visits by branch
 */
#ifndef INDEXER_LINK_TITLE_H
#define INDEXER_LINK_TITLE_H

#include <stdbool.h>

#include "minutebook/str.h"

/* A part of @text; all of it when nothing else would be left. */
struct mb_str link_title(struct mb_str text);

/* Whether an address, or a link's text, names no file such as a PDF. */
bool link_leads_on(struct mb_str name);

#endif
