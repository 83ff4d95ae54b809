/*
 * nearest.h - what was probably meant
 */
#ifndef MB_NEAREST_H
#define MB_NEAREST_H

#include <stddef.h>

#include "minutebook/str.h"

/* Longer words are compared by their beginnings. */
#define MB_NEAREST_MAX_BYTES 64

/*
 * The edits that make @b of @a: letters put in, left out, replaced, or two
 * neighbours swapped (optimal string alignment: F. J. Damerau, 1964).  Blind
 * to the case of ASCII letters; bytes, not characters.  O(a.len * b.len).
 */
size_t mb_edit_distance(struct mb_str a, struct mb_str b);

/* The same, but @most + 1 when it is more than @most; O(a.len * @most). */
size_t mb_edit_distance_within(struct mb_str a, struct mb_str b, size_t most);

/*
 * The one of @n names that is nearest to @word, or NULL when none is near: at
 * most a third of its letters differ.
 */
const char *mb_nearest(struct mb_str word, const char *const *names, size_t n);

#endif
