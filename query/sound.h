/*
 * sound.h - words that sound alike
 *
 * A key of consonants as they are spoken, after L. Philips' Metaphone
 * (Computer Language 7:12, 1990), shortened to what tells misspellings of
 * English apart:
 *
 *	committee, comity     KMT
 *	separate, seperate    SPRT
 */
#ifndef QUERY_SOUND_H
#define QUERY_SOUND_H

#include <stdbool.h>

#include "minutebook/str.h"

#define SOUND_KEY_BYTES 12

/* Zero-padded, so that keys compare as a whole. */
struct sound_key {
	char letters[SOUND_KEY_BYTES];
};

/* The key of a folded word; digits and letters beyond a-z stay themselves. */
struct sound_key sound_of(struct mb_str word);

bool sound_is_same(const struct sound_key *a, const struct sound_key *b);

#endif
