/*
 * atoms.h - runs of letters and digits, and what stands between them
 *
 * The first half of splitting text into terms (terms.h): folding and cutting.
 * The second half, terms.c with splitter.h, decides which atoms make one term.
 */
#ifndef LIB_ATOMS_H
#define LIB_ATOMS_H

#include "minutebook/buf.h"
#include "minutebook/str.h"

enum atom_kind { ATOM_LETTERS, ATOM_DIGITS, ATOM_MIXED };

/* What stands between an atom and the next one. */
enum atom_gap {
	GAP_OTHER, /* punctuation, several blank lines, the end */
	GAP_SPACE,
	GAP_HYPHEN,
	GAP_BROKEN, /* a hyphen, a line end, a small letter */
	GAP_APOSTROPHE,
	GAP_DOT,
	GAP_COMMA, /* between digits */
	GAP_SLASH, /* between digits */
	GAP_AND    /* "&" without spaces */
};

struct atom {
	size_t start, end; /* bytes of the text */
	size_t at, len;    /* bytes of the folded word in atoms.folded */
	enum atom_kind kind;
	enum atom_gap gap;
};

struct atoms {
	struct atom *items; /* owned */
	size_t n, capacity;
	struct mb_buf folded;
};

/*
 * Cuts @text into @atoms, whose earlier contents are replaced and whose
 * memory is used again.  A failure sticks in atoms->folded.has_failed.
 */
void mb_atoms_scan(struct atoms *atoms, struct mb_str text);

/* The folded word of an atom; valid until something is added to folded. */
struct mb_str mb_atoms_word(const struct atoms *atoms, size_t i);

void mb_atoms_release(struct atoms *atoms);

#endif
