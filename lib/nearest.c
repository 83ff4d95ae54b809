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

/* Of the usual table three rows are enough: this, the last, the one before. */
struct rows {
	size_t cells[3][MB_NEAREST_MAX_BYTES + 1];
	size_t *this, *last, *before;
};

static void next_row(struct rows *rows)
{
	size_t *free_row = rows->before;

	rows->before = rows->last;
	rows->last = rows->this;
	rows->this = free_row;
}

/* The edits between the first i letters of a and the first j of b. */
static size_t cell(const struct rows *rows, struct mb_str a, struct mb_str b,
		   size_t i, size_t j)
{
	char ca = mb_to_lower(a.ptr[i - 1]), cb = mb_to_lower(b.ptr[j - 1]);
	size_t n = least(rows->last[j] + 1, rows->this[j - 1] + 1,
			 rows->last[j - 1] + (ca != cb));

	if (i > 1 && j > 1 && ca == mb_to_lower(b.ptr[j - 2]) &&
	    cb == mb_to_lower(a.ptr[i - 2]) && rows->before[j - 2] + 1 < n)
		n = rows->before[j - 2] + 1;
	return n;
}

/* Fills a row as far as @most edits lead; its least. */
static size_t fill_row(struct rows *rows, struct mb_str a, struct mb_str b,
		       size_t i, size_t most)
{
	size_t from = i > most ? i - most : 1;
	size_t to = i + most < b.len ? i + most : b.len;
	size_t best = rows->this[from - 1] = from == 1 ? i : most + 1;

	for (size_t j = from; j <= to; j++) {
		rows->this[j] = cell(rows, a, b, i, j);
		if (rows->this[j] < best)
			best = rows->this[j];
	}
	if (to < b.len)
		rows->this[to + 1] = most + 1; /* the next row looks there */
	return best;
}

size_t mb_edit_distance_within(struct mb_str a, struct mb_str b, size_t most)
{
	struct rows rows;
	size_t best = 0, best_before;

	a = shorten(a);
	b = shorten(b);
	if (a.len > b.len + most || b.len > a.len + most)
		return most + 1;
	/* cppcheck-suppress uninitvar; its address is all that is taken */
	rows.this = rows.cells[0];
	rows.last = rows.cells[1];
	rows.before = rows.cells[2];
	for (size_t j = 0; j <= b.len; j++)
		rows.this[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		next_row(&rows);
		best_before = best;
		best = fill_row(&rows, a, b, i, most);
		if (best > most && best_before >= most)
			return most + 1;
	}
	return rows.this[b.len] > most ? most + 1 : rows.this[b.len];
}

size_t mb_edit_distance(struct mb_str a, struct mb_str b)
{
	return mb_edit_distance_within(a, b, MB_NEAREST_MAX_BYTES);
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
