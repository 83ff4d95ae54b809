/*
 * embedded.h - pictures and fonts that a text has inside of itself
 *
 * A browser that saves a page as one file writes what belongs to it into its
 * attributes and style sheets, and a Markdown file may have its pictures so:
 *
 *	<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg...">
 *	@font-face { src: url(data:font/woff2;base64,d09GMgABAAAAA...) }
 *
 * That is most of such a file and says nothing.  What stands behind the comma
 * of a data: URI (RFC 2397) is left out, before anybody parses the text; its
 * line ends stay, so that line numbers are those of the file.  Text in UTF-16
 * is left as it is.
 */
#ifndef INDEXER_EMBEDDED_H
#define INDEXER_EMBEDDED_H

#include <stdbool.h>

#include "minutebook/str.h"

/* Begins as { text }, of which everything is a view. */
struct embedded {
	struct mb_str rest;    /* not yet looked at */
	struct mb_str payload; /* in front of it; only line ends are kept */
};

/*
 * The next stretch of the text that is kept, never an empty one; false at the
 * end.  All of them together take time linear in the text.
 */
bool embedded_next(struct embedded *text, struct mb_str *kept);

#endif
