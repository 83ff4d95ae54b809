#include "line_layout.h"

#include <stdlib.h>

#include "attendance.h"
#include "line_end.h"
#include "line_next.h"
#include "marker.h"
#include "minutebook/text.h"

/* A line of a wrapped paragraph fills so much of the margin, in per cent. */
#define WIDE 80

static size_t first_word_length(struct mb_str s)
{
	return mb_utf8_count(mb_str_cut(s, ' ').head);
}

bool line_is_wrapped(const struct block *b)
{
	return b->kind == BLOCK_LINE ||
	       (b->kind == BLOCK_ENTRY && b->mark == MARK_NONE);
}

/* How far a line goes to the right, in characters of the usual width. */
static size_t length_of(const struct block *b)
{
	return b->width > 0 ? b->width : mb_utf8_count(b->text);
}

/* Beyond doubt one sentence: no end, and then a small letter. */
static bool goes_on(const struct block *a, const struct block *b)
{
	return line_is_wrapped(a) && b->kind == BLOCK_LINE && b->n_blank <= 2 &&
	       !line_ends_sentence(a->text) && line_begins_small(b->text) &&
	       marker_of(b->text).style == MARKER_NONE;
}

static int compare_sizes(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/*
 * Few lines that go on are enough where all are about as long, and hardly any
 * line is longer: there is a margin.
 */
static bool is_even(const struct blocks *blocks, const size_t *lengths,
		    size_t n)
{
	size_t margin = lengths[n - 1], n_over = 0;

	if (lengths[0] * 100 < margin * 80)
		return false;
	for (size_t i = 0; i < blocks->n; i++)
		n_over += line_is_wrapped(&blocks->items[i]) &&
			  length_of(&blocks->items[i]) * 100 > margin * 108;
	return n_over * 20 <= blocks->n;
}

/* What is needed to believe that a blank line divides all paragraphs. */
#define MIN_APART 6

/*
 * Whether paragraphs are set apart: hardly any sentence ends on a short line
 * without a blank line behind it.
 */
static bool is_set_apart(const struct blocks *blocks, size_t margin)
{
	size_t n_apart = 0, n_tight = 0;

	for (size_t i = 0; i + 1 < blocks->n; i++) {
		const struct block *a = &blocks->items[i], *b = a + 1;

		if (!line_is_wrapped(a) || b->kind != BLOCK_LINE ||
		    !line_ends_sentence(a->text))
			continue;
		if (b->n_blank > 0)
			n_apart++;
		else if (length_of(a) * 100 < margin * WIDE)
			n_tight++;
	}
	return n_apart >= MIN_APART && n_tight * 8 <= n_apart;
}

struct line_layout line_layout_of(struct blocks *blocks)
{
	struct line_layout layout = { 0 };
	size_t *lengths = MB_NEW(blocks->arena, size_t, blocks->n + 1);
	size_t n = 0, n_lines = 0, n_gaps = 0;

	if (!lengths) {
		blocks->has_failed = true;
		return layout;
	}
	for (size_t i = 0; i + 1 < blocks->n; i++) {
		const struct block *a = &blocks->items[i], *b = a + 1;

		n_lines += line_is_wrapped(a);
		if (!goes_on(a, b))
			continue;
		lengths[n++] = length_of(a);
		n_gaps += b->n_blank > 0;
	}
	if (n < 3)
		return layout;
	qsort(lengths, n, sizeof(*lengths), compare_sizes);
	/* a printed page has a margin even where few sentences are long */
	if (n * 12 < n_lines && blocks->items[0].page == 0 &&
	    !is_even(blocks, lengths, n))
		return layout;
	layout.margin = lengths[n - 1 - n / 20]; /* outliers do not count */
	layout.least = lengths[n / 20];
	layout.gap = n_gaps * 2 > n;
	layout.is_apart =
	    layout.gap == 0 && is_set_apart(blocks, layout.margin);
	return layout;
}

bool line_is_full(const struct line_layout *layout, const struct block *a,
		  const struct block *b)
{
	size_t margin = a->margin > 0 ? a->margin : layout->margin;
	size_t length = length_of(a);
	size_t with_next = length + 1 + first_word_length(b->text);

	return layout->margin >= 30 && with_next * 100 > margin * 94 &&
	       length * 100 < margin * 108;
}

bool line_is_long(const struct line_layout *layout, const struct block *a)
{
	return layout->least >= 50 && length_of(a) >= layout->least;
}

bool line_is_of_one(const struct line_layout *layout, const struct block *a,
		    const struct block *b)
{
	return layout->is_apart && b->n_blank == 0 && a->n_cells < 2 &&
	       b->n_cells < 2 && !attendance_names_first(b->text) &&
	       length_of(a) * 100 >= layout->margin * WIDE;
}
