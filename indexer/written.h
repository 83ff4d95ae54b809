/*
 * written.h - which words a document writes
 *
 *	written_has(&written, "anti-racism")   somewhere on one line, whole
 *
 * Words are runs of letters and digits, and two of them tied by a hyphen are
 * one more; case does not count.  What a line's end has torn is no word:
 * neither half of "pro-" and "vide" is kept.  The words are gathered once, so
 * that looking one up costs the same in a document of any length.
 */
#ifndef INDEXER_WRITTEN_H
#define INDEXER_WRITTEN_H

#include "blocks.h"

/* Longer ones are no words, and are not kept. */
#define WRITTEN_MAX_BYTES 64

struct written {
	uint64_t *hashes; /* of the words; 0: a free place */
	size_t n_places, n;
	bool divides_words; /* ends lines inside of words: see hyphen.h */
	bool has_failed;    /* out of memory */
};

/* The words of @blocks as they are now. */
struct written written_of(const struct blocks *blocks);
void written_release(struct written *written);

/* Whether @word, or two joined by '-', was among them. */
bool written_has(const struct written *written, struct mb_str word);

/* Takes the letters and digits at the front of @s, or at its end. */
struct mb_str written_first(struct mb_str s);
struct mb_str written_last(struct mb_str s);

#endif
