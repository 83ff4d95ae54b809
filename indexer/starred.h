/*
 * starred.h - lists of members in which a star says who came
 *
 *	* Cllr Finch (Chair)      came
 *	Cllr Ames                 did not
 *	* = Present               the legend, which may stand above as well
 *
 * A star without a legend says nothing.
 */
#ifndef INDEXER_STARRED_H
#define INDEXER_STARRED_H

#include "blocks.h"
#include "minutebook/doc.h"

struct starred {
	const struct block *legend;       /* or NULL: no stars are explained */
	const struct block *first, *last; /* of the lists that it is for */
	enum mb_presence presence;        /* of who has a star */
};

/* Looks for a legend, and stars for it, in the first @n blocks. */
struct starred starred_find(const struct blocks *blocks, size_t n);

/* Whether @b is the legend and nothing else. */
bool starred_is_legend(const struct starred *starred, const struct block *b);

/*
 * Tells of those that doc->attendance has from @from on, who stand in @b and
 * were taken for present, whether they were.
 */
void starred_settle(const struct starred *starred, const struct block *b,
		    struct mb_doc *doc, size_t from);

#endif
