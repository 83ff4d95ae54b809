/*
 * fold_copies.h - copies of items as far as folding is concerned
 *
 * store_fold.c reads them and writes what was decided; fold_copies.c decides
 * and knows nothing of the index.
 */
#ifndef LIB_FOLD_COPIES_H
#define LIB_FOLD_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* A paragraph of a copy. */
struct fold_part {
	int64_t id;
	struct mb_str text;    /* as it is */
	struct mb_str speaker; /* folded; empty: nobody */
	size_t start, end;     /* in the copy's words, without the blanks */
	bool is_cut, was_hidden;
	bool is_hidden; /* decided */
};

/* An item in one of the documents. */
struct fold_copy {
	int64_t id, document, site_id;
	struct mb_str title;               /* as it is */
	struct mb_str number, title_words; /* folded */
	bool is_cut, was_hidden;
	bool had_hidden; /* some of its parts were */
	int64_t was_same_as;
	int64_t n_words, n_title_words;

	/* what makes it better, the smaller the better */
	int status, content, kind;
	size_t order;
	size_t n_marks; /* the larger: speakers, numbers, movers, votes */

	/* only of copies that have others, or had */
	struct fold_part *parts;
	size_t n_parts;
	struct mb_str words; /* "the chair welcomed all the clerk ..." */

	struct fold_copy **others; /* in other documents */
	size_t n_others;
	bool is_hidden;                  /* decided */
	const struct fold_copy *same_as; /* the best one, or NULL: itself */
};

/* Finds out which are copies of each other.  Fails with MB_ENOMEM. */
int mb_fold_pair(struct fold_copy *copies, size_t n, struct mb_arena *arena,
		 struct mb_err *err);

/*
 * Decides which parts and copies are hidden, and behind which; all that have
 * others must have been read.
 */
void mb_fold_decide(struct fold_copy *copies, size_t n);

#endif
