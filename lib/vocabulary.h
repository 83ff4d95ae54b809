/*
 * vocabulary.h - counts of words and compounds, gathered between commits
 *
 * Writing every word of every paragraph to its table would cost more than the
 * rest of indexing; so the changes are gathered in memory and written once
 * for each batch of documents.
 */
#ifndef LIB_VOCABULARY_H
#define LIB_VOCABULARY_H

#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/str.h"

struct count {
	struct mb_str key;  /* a word, or a compound's joined form */
	struct mb_str also; /* a compound's parts; empty for words */
	int64_t n;          /* may be negative, or come to nothing */
	uint64_t hash;
};

/* A hash table with open addressing; at most three quarters are used. */
struct counts {
	struct mb_arena arena;
	struct count *slots; /* in malloc's memory; owned */
	size_t n_slots, n_used;
	bool has_failed; /* out of memory: sticks until cleared */
};

/* Adds @by to the count of (@key, @also). */
void mb_counts_add(struct counts *counts, struct mb_str key, struct mb_str also,
		   int64_t by);

/* Forgets everything; the memory is used again. */
void mb_counts_clear(struct counts *counts);

void mb_counts_release(struct counts *counts);

#endif
