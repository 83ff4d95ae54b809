/*
 * markdown_inline.h - the text of a line without the marks inside of it
 */
#ifndef INDEXER_MARKDOWN_INLINE_H
#define INDEXER_MARKDOWN_INLINE_H

#include "bold_front.h"
#include "minutebook/buf.h"

/*
 * Appends @s without its marks for bold, code, links, pictures and HTML, and
 * notes in @front what of it is bold.  True when all of its letters are.
 * @in_bold: whether bold has been opened before it, and then, in it.
 */
bool markdown_inline(struct mb_str s, struct mb_buf *out,
		     struct bold_front *front, bool *in_bold);

/* Whether @s opens bold that it does not close, or the other way round. */
bool markdown_turns_bold(struct mb_str s);

#endif
