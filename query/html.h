/*
 * html.h - text inside HTML, the only place that escapes it
 *
 * What is written is HTML5 and well-formed XML alike, so that both kinds of
 * parsers read it.
 */
#ifndef QUERY_HTML_H
#define QUERY_HTML_H

#include "minutebook/buf.h"
#include "minutebook/str.h"

/* For text and for values in double quotes.  Control characters become '?'. */
void html_text(struct mb_buf *out, struct mb_str s);

/*
 * The value of href: a web address as it stands, any other text as a relative
 * path, so that no scheme but http and https is ever followed.
 */
void html_href(struct mb_buf *out, struct mb_str s);

#endif
