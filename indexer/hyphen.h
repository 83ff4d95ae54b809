/*
 * hyphen.h - two lines become one, and with them perhaps a word
 *
 * "pro-" + "vide" is "provide", but "anti-" + "racism" keeps its hyphen, and
 * so does "Iqbal-" + "Rowe".  The document's own spelling decides first,
 * then a list of prefixes that English joins with a hyphen.
 */
#ifndef INDEXER_HYPHEN_H
#define INDEXER_HYPHEN_H

#include "blocks.h"
#include "minutebook/buf.h"

/* Goes on in @text with @b; @document is where words are looked up. */
void hyphen_join(struct mb_buf *text, struct mb_str b,
		 const struct blocks *document);

#endif
