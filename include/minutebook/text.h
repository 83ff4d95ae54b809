/*
 * text.h - characters: reading, classing, folding, cleaning UTF-8
 *
 * Three forms of a text exist in Minutebook, each made here and nowhere else:
 *
 *	as printed	Siân  asked about the anti-	whatever the source has
 *	clean		Siân asked about the anti-	what is stored and shown:
 *			NFC, one space, no control characters
 *	folded		sian asked about the anti	what is compared: letters
 *			and digits in lower case, without accents, one space
 *			between words
 *
 * Unicode's tables come from utf8proc.  All functions are pure and may be
 * called from any thread.
 */
#ifndef MB_TEXT_H
#define MB_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/*
 * Takes the next character off the front of @s.  A byte that begins no valid
 * character is taken alone and given as U+FFFD.  False at the end.
 */
bool mb_utf8_next(struct mb_str *s, uint32_t *code_point);

/* The last character of @s, or 0 when it is empty. */
uint32_t mb_utf8_last(struct mb_str s);

/* Whether every byte belongs to a valid character (RFC 3629). */
bool mb_utf8_is_valid(struct mb_str bytes);

/* How many characters (code points) @s has. */
size_t mb_utf8_count(struct mb_str s);

/* The start of the character that byte @at of @s belongs to. */
size_t mb_utf8_floor(struct mb_str s, size_t at);

/* Classes of characters. */
bool mb_is_letter(uint32_t c);
bool mb_has_letter(struct mb_str s);     /* at least one */
bool mb_is_in_capitals(struct mb_str s); /* three at least, no small letter */
bool mb_is_upper_letter(uint32_t c);
bool mb_is_lower_letter(uint32_t c);
bool mb_is_blank(uint32_t c);      /* every Unicode space and line end */
bool mb_is_hyphen(uint32_t c);     /* hyphens, en and em dash, minus */
bool mb_is_apostrophe(uint32_t c); /* straight, curly, modifier, prime */
bool mb_is_bullet(uint32_t c);     /* what clerks put before list entries */
bool mb_is_invisible(uint32_t c);  /* soft hyphen, zero width, BOM */

/* The small letter of a capital; any other character as it is. */
uint32_t mb_lower_letter(uint32_t c);

/* The most bytes that one character folds to. */
#define MB_FOLD_BYTES 72

/*
 * The folded form of one character as UTF-8: compatibility forms, case and
 * accents gone (Unicode NFKD, casefold, no marks; also ae for U+00E6 and the
 * like).  What would fall apart into signs (U+00BD, a half) stays.  The number of bytes written, 0 for a mark or an invisible one.
 */
size_t mb_fold_char(uint32_t c, char out[MB_FOLD_BYTES]);

/*
 * Appends the folded form of @s.  Whatever is no letter or digit separates
 * words, an apostrophe too: "O'Brien-Smith" becomes "o brien smith"; "&" is
 * the word "and".
 */
void mb_fold(struct mb_buf *out, struct mb_str s);

/* The same, in @arena. */
int mb_fold_in(struct mb_arena *arena, struct mb_str s, struct mb_str *out,
	       struct mb_err *err) __attribute__((warn_unused_result));

/*
 * Appends the clean form of @raw: composed (NFC), every run of blanks one
 * space, none at the ends, ligatures opened, invisible and control characters
 * gone.  A soft hyphen before a line end joins what it divides.
 */
void mb_clean(struct mb_buf *out, struct mb_str raw);

/* The same, in @arena. */
int mb_clean_in(struct mb_arena *arena, struct mb_str raw, struct mb_str *out,
		struct mb_err *err) __attribute__((warn_unused_result));

/*
 * Takes off the front of @s a piece that may be printed on a terminal: text of
 * strangers in which whatever might move one, or cannot be seen, is a '?'.
 * False at the end.
 */
bool mb_printable_next(struct mb_str *s, struct mb_str *piece);

/* Appends all pieces of @s. */
void mb_add_printable(struct mb_buf *out, struct mb_str s);

/*
 * Appends @s as a part of an identifier: folded, with '-' for ' ', at most
 * @limit bytes, cut at a word: "Health & Wellbeing" is "health-and-wellbeing".
 */
void mb_slug(struct mb_buf *out, struct mb_str s, size_t limit);

#endif
