#include "slip.h"

#include <math.h>
#include <stdlib.h>

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

int slip_find(struct mb_reader *reader, struct mb_str word, size_t limit,
	      struct mb_arena *arena, struct mb_words *out, struct mb_err *err)
{
	size_t edits = edits_allowed(word);
	struct sound_key sound = sound_of(word);
	struct mb_near_words near = { NULL, 0 };
	struct candidate *candidates;
	size_t n = 0;
	int rc;

	*out = (struct mb_words){ NULL, 0 };
	if (edits == 0 || has_digit(word))
		return MB_OK;
	rc = mb_reader_words_near(reader, word, edits, MAX_NEAR, arena, &near,
				  err);
	if (rc != MB_OK || near.n == 0)
		return rc;
	candidates = MB_NEW(arena, struct candidate, near.n);
	out->items = MB_NEW(arena, struct mb_str, limit);
	if (!candidates || !out->items)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < near.n; i++)
		if (!has_digit(near.items[i].word))
			candidates[n++] =
			    (struct candidate){ near.items[i].word,
						score_of(word, &sound,
							 &near.items[i]) };
	qsort(candidates, n, sizeof(*candidates), compare);
	while (out->n < n && out->n < limit) {
		out->items[out->n] = candidates[out->n].word;
		out->n++;
	}
	return MB_OK;
}
