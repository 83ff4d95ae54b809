/*
 * stem.h - the stem that a word's forms share
 *
 *	library, libraries   librari
 *	closed, closing      close
 *
 * Snowball's English stemmer ("Porter2", M. F. Porter, 2002,
 * snowballstem.org) from libstemmer.  Words with digits and words of fewer
 * than three letters are their own stem.
 */
#ifndef MB_STEM_H
#define MB_STEM_H

#include "minutebook/err.h"
#include "minutebook/str.h"

/* It keeps the last stem; not for two threads. */
struct mb_stemmer;

/* NULL when there is no memory.  mb_stemmer_free() takes NULL. */
struct mb_stemmer *mb_stemmer_new(void);
void mb_stemmer_free(struct mb_stemmer *stemmer);

/*
 * The stem of a term, valid until the next call or as long as @word, whichever
 * it points to.  Fails with MB_ENOMEM.
 */
int mb_stem(struct mb_stemmer *stemmer, struct mb_str word, struct mb_str *stem,
	    struct mb_err *err) __attribute__((warn_unused_result));

#endif
