#include "minutebook/nearest.h"

#include <string.h>

static size_t least(size_t a, size_t b, size_t c)
{
	size_t least_of_two = a < b ? a : b;

	return least_of_two < c ? least_of_two : c;
}

static struct mb_str shorten(struct mb_str s)
{
	return mb_str_take(
	    s, s.len < MB_NEAREST_MAX_BYTES ? s.len : MB_NEAREST_MAX_BYTES);
}

/* Three rows of the usual table are enough: this, the last, the one before. */
size_t mb_edit_distance(struct mb_str a, struct mb_str b)
{
	size_t rows[3][MB_NEAREST_MAX_BYTES + 1];
	size_t *before = rows[0], *last = rows[1], *this = rows[2];

	a = shorten(a);
	b = shorten(b);
	for (size_t j = 0; j <= b.len; j++) {
		this[j] = j;
		before[j] = 0;
	}
	for (size_t i = 1; i <= a.len; i++) {
		size_t *free_row = before;
		char ca = mb_to_lower(a.ptr[i - 1]);

		before = last;
		last = this;
		this = free_row;
		this[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			char cb = mb_to_lower(b.ptr[j - 1]);

			this[j] = least(last[j] + 1, this[j - 1] + 1,
					last[j - 1] + (ca != cb));
			if (i > 1 && j > 1 && ca == mb_to_lower(b.ptr[j - 2]) &&
			    cb == mb_to_lower(a.ptr[i - 2]) &&
			    before[j - 2] + 1 < this[j])
				this[j] = before[j - 2] + 1;
		}
	}
	return this[b.len];
}

const char *mb_nearest(struct mb_str word, const char *const *names, size_t n)
{
	const char *best = NULL;
	size_t best_distance = word.len / 3 + 1;

	for (size_t i = 0; i < n; i++) {
		size_t distance = mb_edit_distance(word, mb_str_of(names[i]));

		if (distance < best_distance) {
			best = names[i];
			best_distance = distance;
		}
	}
	return best;
}
