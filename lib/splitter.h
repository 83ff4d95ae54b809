/*
 * splitter.h - a text between its atoms and its terms
 *
 * The rules (terms.c, term_numbers.c) look at atoms and add terms.  A word
 * that no atom has is put together in a fixed space, struct joined, and copied
 * to the end of the folded text.  A failure sticks in atoms.folded.has_failed:
 * after it nothing is added.
 *
 * What an atom is asked for may lie beyond the last one: nothing is there.
 */
#ifndef LIB_SPLITTER_H
#define LIB_SPLITTER_H

#include <stdbool.h>

#include "atoms.h"
#include "minutebook/terms.h"

/* A term whose word lies in atoms.folded, which moves while it grows. */
struct placed {
	size_t at, len;
	size_t start, end;
	unsigned char flags;
};

struct mb_splitter {
	struct atoms atoms;
	struct placed *placed;
	struct mb_term *terms; /* what mb_split() hands out */
	size_t n, capacity, n_terms;
};

/* What stands behind atom @i. */
enum atom_gap mb_splitter_gap(const struct mb_splitter *s, size_t i);

/* Whether atom @i is there and of that kind. */
bool mb_splitter_is(const struct mb_splitter *s, size_t i, enum atom_kind kind);

/*
 * Adds the term that lies at folded[at..at+len) and stands for the atoms from
 * @first to @last.
 */
void mb_splitter_add(struct mb_splitter *s, size_t at, size_t len, size_t first,
		     size_t last, unsigned flags);

/* Adds atom @i's own word, which stands for the atoms @first to @last. */
void mb_splitter_add_atom(struct mb_splitter *s, size_t i, size_t first,
			  size_t last, unsigned flags);

/* Adds a word that no single atom has. */
void mb_splitter_add_word(struct mb_splitter *s, struct mb_str word,
			  size_t first, size_t last, unsigned flags);

/* A word put together in a fixed space; what does not fit is left out. */
struct joined {
	char text[MB_TERM_MAX_BYTES];
	size_t len;
};

void mb_joined_add(struct joined *joined, struct mb_str part);
void mb_joined_add_atom(struct joined *joined, const struct mb_splitter *s,
			size_t i);
struct mb_str mb_joined_str(const struct joined *joined);

#endif
