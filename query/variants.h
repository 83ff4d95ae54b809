/*
 * variants.h - spellings under construction
 *
 * A list of variants that grows up to PLAN_MAX_VARIANTS, what is beyond it or
 * there already being left out.  The first failure sticks: later steps do
 * nothing, and whoever began the list returns it.  All of it lives in the
 * expander's arena.
 */
#ifndef QUERY_VARIANTS_H
#define QUERY_VARIANTS_H

#include "expand.h"

struct building {
	struct expander *expander;
	struct variants list;
	struct mb_err *err;
	int rc; /* sticks */
};

/* An array in the arena; NULL after a failure. */
void *variants_alloc(struct building *b, size_t n, size_t size);
struct mb_str variants_copy(struct building *b, struct mb_str s);

void variants_add(struct building *b, const struct variant *variant);

/* A place for the word as it is written; empty after a failure. */
struct place variants_word(struct building *b, struct mb_str word);

/* The word and its stem's other words: "library", "libraries", ... */
struct place variants_forms(struct building *b, struct mb_str word);

#endif
