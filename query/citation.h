/*
 * citation.h - a paragraph as other people's writing refers to it
 *
 *	Larkhythe Council, Cabinet, 4 March 2021, item 12 "Library review",
 *	paragraph 12.3 (Councillor Okafor), corpus/larkhythe/cabinet.txt:31,
 *	larkhythe/cabinet/2021-03-04/12/12.3
 */
#ifndef QUERY_CITATION_H
#define QUERY_CITATION_H

#include "render.h"

/* One line of text. */
void citation_plain(struct mb_buf *out, const struct mb_hit *hit);

/*
 * What --cite=STYLE prints for each hit: plain, markdown, bibtex or csl (the
 * JSON of the Citation Style Language).  NULL for another style.
 */
const struct render_ops *citation_find(struct mb_str style);

#endif
