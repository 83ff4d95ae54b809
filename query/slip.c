#include "slip.h"

#include <math.h>
#include <stdlib.h>

#include "minutebook/nearest.h"
#include "minutebook/text.h"
#include "sound.h"

/* So many words within three edits are more than enough to choose from. */
#define MAX_NEAR 4000

struct candidate {
	struct mb_str word;
	double score;
};

static bool has_digit(struct mb_str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (mb_is_digit(word.ptr[i]))
			return true;
	return false;
}

/* A short word is far from itself after fewer edits. */
static size_t edits_allowed(struct mb_str word)
{
	size_t n = mb_utf8_count(word);

	if (n < SLIP_MIN_CHARS)
		return 0;
	return n < 6 ? 1 : n < 9 ? 2 : SLIP_MAX_EDITS;
}

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       c == 'y';
}

/* "councillor" is no slip of "council": a longer word that begins with all of
 * a shorter one is derived from it. */
static bool is_derived(struct mb_str a, struct mb_str b)
{
	struct mb_str shorter = a.len < b.len ? a : b;
	struct mb_str longer = a.len < b.len ? b : a;

	return longer.len > shorter.len + 1 && mb_str_starts(longer, shorter);
}

/* Nor is "police" one of "policy": another vowel at the end makes another
 * word; but not another name. */
static bool has_other_end(struct mb_str a, struct mb_str b)
{
	size_t last = a.len - 1;

	return a.len == b.len && a.len > 0 && a.ptr[last] != b.ptr[last] &&
	       is_vowel(a.ptr[last]) && is_vowel(b.ptr[last]) &&
	       mb_str_equal(mb_str_take(a, last), mb_str_take(b, last));
}

static double score_of(struct mb_str word, const struct sound_key *sound,
		       const struct mb_near_word *near)
{
	struct sound_key other = sound_of(near->word);
	double score = -(double)near->distance + 0.1 * log((double)near->n);

	if (near->word.ptr[0] == word.ptr[0])
		score += 0.25;
	if (sound_is_same(sound, &other))
		score += 0.5;
	return score;
}

/* The best first; among equals the order of words, so that it is total. */
static int compare(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return mb_str_compare(x->word, y->word);
}

/* The likeliest of the words that are near. */
static int choose(const struct mb_near_words *near, struct mb_str word,
		  size_t limit, struct mb_arena *arena, struct mb_words *out,
		  struct mb_err *err)
{
	struct sound_key sound = sound_of(word);
	struct candidate *candidates =
	    MB_NEW(arena, struct candidate, near->n + 1);
	size_t n = 0;

	out->items = MB_NEW(arena, struct mb_str, limit);
	if (!candidates || !out->items)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < near->n; i++)
		if (!has_digit(near->items[i].word) &&
		    !is_derived(word, near->items[i].word))
			candidates[n++] =
			    (struct candidate){ near->items[i].word,
						score_of(word, &sound,
							 &near->items[i]) };
	qsort(candidates, n, sizeof(*candidates), compare);
	while (out->n < n && out->n < limit) {
		out->items[out->n] = candidates[out->n].word;
		out->n++;
	}
	return MB_OK;
}

int slip_find(struct mb_reader *reader, struct mb_str word, size_t limit,
	      struct mb_arena *arena, struct mb_words *out, struct mb_err *err)
{
	size_t edits = edits_allowed(word);
	struct mb_near_words near = { NULL, 0 };
	size_t n = 0;
	int rc;

	*out = (struct mb_words){ NULL, 0 };
	if (edits == 0 || has_digit(word))
		return MB_OK;
	rc = mb_reader_words_near(reader, word, edits, MAX_NEAR, arena, &near,
				  err);
	if (rc != MB_OK)
		return rc;
	for (size_t i = 0; i < near.n; i++)
		if (!has_other_end(word, near.items[i].word))
			near.items[n++] = near.items[i];
	near.n = n;
	return n > 0 ? choose(&near, word, limit, arena, out, err) : MB_OK;
}

int slip_find_among(const struct mb_words *words, struct mb_str word,
		    size_t limit, struct mb_arena *arena, struct mb_words *out,
		    struct mb_err *err)
{
	size_t edits = edits_allowed(word);
	struct mb_near_words near = { NULL, 0 };

	*out = (struct mb_words){ NULL, 0 };
	if (edits == 0 || has_digit(word))
		return MB_OK;
	near.items = MB_NEW(arena, struct mb_near_word, words->n + 1);
	if (!near.items)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < words->n; i++) {
		struct mb_near_word *to = &near.items[near.n];

		*to = (struct mb_near_word){ .word = words->items[i], .n = 1 };
		to->distance = mb_edit_distance(word, to->word);
		near.n += to->distance <= edits && to->word.len > 0;
	}
	return near.n > 0 ? choose(&near, word, limit, arena, out, err) : MB_OK;
}

/* Letters for each edit that make a slip of the pen likely. */
#define LETTERS_PER_EDIT 5

bool slip_is_likely(struct mb_str word, struct mb_str meant)
{
	struct sound_key a = sound_of(word), b = sound_of(meant);
	size_t distance = mb_edit_distance(word, meant);

	return distance <= 1 || sound_is_same(&a, &b) ||
	       mb_utf8_count(word) >= LETTERS_PER_EDIT * distance;
}
