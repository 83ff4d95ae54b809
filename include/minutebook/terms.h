/*
 * terms.h - how text becomes terms, the words of the index
 *
 * One splitter serves the index, the query and the excerpt, so that what is
 * typed is cut as what was written.  A term is a folded word with its place:
 *
 *	The CVS's anti-racism work cost £1.2 million (2021/22)
 *	the cvs+ anti- racism work cost 1200000+ 2021/22+
 *
 * Positions stay as written: the parts of a hyphen compound are terms of
 * their own, the first marked MB_TERM_HYPHEN ("-" above).  Spellings meet at
 * query time (query/plan.h), from what the vocabulary knows.  Where one place
 * can be asked for by several words, the first term is the canonical one and
 * the rest (behind "+" above) are marked MB_TERM_ALSO:
 *
 *	person's	person, also persons	O'Brien   obrien, also brien
 *	£1.2 million	1200000, also million	2021-22   2021/22, 2021, 2022
 *	E8 1DY		e81dy, also e8, 1dy	Covid19   covid19, also covid
 *	infor-\nmation	information, also infor, mation
 *	N.H.S. nhs   S.106 s106   & and   50% 50 percent
 *
 * Folding is mb_fold_char()'s; American spellings are written as British
 * ones (organize: organise, labor: labour, center: centre).  Terms are not
 * stemmed: mb_stem() gives the stem that related words share (stem.h).
 *
 * The rules were found by experiment on real minutes; tests/matching.tsv
 * lists what must and must not meet.
 */
#ifndef MB_TERMS_H
#define MB_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/err.h"
#include "minutebook/stem.h"
#include "minutebook/str.h"

/* Longer words are cut: no word is, but base64 and broken PDFs are. */
#define MB_TERM_MAX_BYTES 120

enum mb_term_flags {
	MB_TERM_ALSO = 1 << 0,       /* another word for the same place */
	MB_TERM_HYPHEN = 1 << 1,     /* a hyphen ties the next term to it */
	MB_TERM_POSSESSIVE = 1 << 2, /* an 's was dropped */
	MB_TERM_NUMBER = 1 << 3      /* begins with a digit */
};

struct mb_term {
	struct mb_str word;  /* folded UTF-8, owned by the splitter */
	size_t start, end;   /* bytes of the text that it stands for */
	unsigned char flags; /* enum mb_term_flags */
};

/* A splitter keeps its memory from text to text; it is not for two threads. */
struct mb_splitter;

struct mb_terms {
	const struct mb_term *items;
	size_t n;
};

/*
 * The beginning of a folded word, spelled in place as words that go on from it
 * are: "organiz" is "organis", since "organization" is "organisation".  False
 * when it stays as it is.
 */
bool mb_spell_beginning(char *start, size_t len);

/* NULL when there is no memory.  mb_splitter_free() takes NULL. */
struct mb_splitter *mb_splitter_new(void);
void mb_splitter_free(struct mb_splitter *splitter);

/*
 * Splits @text; invalid UTF-8 and NULs separate words.  @out is valid until
 * the next call.  Linear in the text.  Fails with MB_ENOMEM only.
 */
int mb_split(struct mb_splitter *splitter, struct mb_str text,
	     struct mb_terms *out, struct mb_err *err)
    __attribute__((warn_unused_result));

#endif
