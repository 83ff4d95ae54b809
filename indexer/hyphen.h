/*
 * hyphen.h - two lines become one, and with them perhaps a word
 *
 * "pro-" + "vide" is "provide", but "anti-" + "racism" keeps its hyphen, and
 * so does "Iqbal-" + "Rowe".  The document's own spelling decides first,
 * then a list of prefixes that English joins with a hyphen.  In a document that
 * divides words, "in-" + "creases" is "increases", too.
 */
#ifndef INDEXER_HYPHEN_H
#define INDEXER_HYPHEN_H

#include "minutebook/buf.h"
#include "written.h"

/* Goes on in @text with @b; @written are the document's words. */
void hyphen_join(struct mb_buf *text, struct mb_str b,
		 const struct written *written);

/*
 * Whether the lines of @blocks end inside of words, as a typesetter's do: some
 * end in what is no word and no prefix.
 */
bool hyphen_divides(const struct blocks *blocks, const struct written *written);

#endif
