/*
 * page.h - the frame of an HTML page: one file, no scripts, nothing fetched
 *
 * HTML5 that is well-formed XML, too.  Colours have the contrast of WCAG 2.1
 * AA, and nothing is told by colour alone.  It prints.
 */
#ifndef QUERY_PAGE_H
#define QUERY_PAGE_H

#include "minutebook/buf.h"

/* Up to the open <main> with its <h1>. */
void page_begin(struct mb_buf *out, struct mb_str title);
void page_end(struct mb_buf *out);

#endif
