/*
 * expand.h - the ways in which a word or phrase may be written
 *
 * From what the vocabulary of the index knows, never from thin air:
 *
 *	a-b	"a b", ab
 *	ab	"a b" where some paragraph writes it with a hyphen
 *	a b	ab where that is a word
 *	word	all words of its stem, unless it was typed as =word
 */
#ifndef QUERY_EXPAND_H
#define QUERY_EXPAND_H

#include "minutebook/terms.h"
#include "plan.h"

struct expander {
	struct mb_reader *reader;
	struct mb_splitter *splitter;
	struct mb_stemmer *stemmer;
	struct mb_arena *arena;
};

struct variants {
	struct variant *items;
	size_t n;
};

/*
 * The variants of one text.  None when there is nothing in it to look for
 * ("£", "***").  Fails with MB_ESTORE or MB_ENOMEM.
 */
int expand_text(struct expander *expander, const struct node *text,
		struct variants *out, struct mb_err *err);

/*
 * The variants of two bare words side by side written as one, if anybody
 * writes them so: none otherwise.
 */
int expand_pair(struct expander *expander, const struct node *first,
		const struct node *second, struct variants *out,
		struct mb_err *err);

#endif
