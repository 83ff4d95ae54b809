/*
 * markdown.h - text inside Markdown (CommonMark), the only place that escapes
 */
#ifndef QUERY_MARKDOWN_H
#define QUERY_MARKDOWN_H

#include "minutebook/buf.h"
#include "minutebook/str.h"

/* Text of one line: line ends become blanks, signs mean nothing. */
void markdown_text(struct mb_buf *out, struct mb_str s);

/* The address of a link, between its brackets. */
void markdown_href(struct mb_buf *out, struct mb_str s);

#endif
