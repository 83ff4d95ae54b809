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

/* Whether @href leads to another page, and not to a file such as a PDF. */
bool link_leads_on(struct mb_str href);

#endif
