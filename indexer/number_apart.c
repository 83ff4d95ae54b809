#include "number_apart.h"

#include "marker.h"
#include "minutebook/text.h"
#include "titles.h"

/* Fewer are chance. */
#define MIN_NUMBERS 3

#define MAX_TITLE_BYTES 200

static bool is_number(const struct block *b, struct marker *marker)
{
	if (b->kind == BLOCK_ROW || b->kind == BLOCK_PAGE)
		return false;
	*marker = marker_of(b->text);
	return marker->is_alone &&
	       (marker->style == MARKER_SLASH || marker->style == MARKER_CODE);
}

static bool may_be_title(const struct block *b)
{
	return b->text.len > 0 && b->text.len <= MAX_TITLE_BYTES &&
	       (b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH) &&
	       marker_of(b->text).style == MARKER_NONE &&
	       !title_is_sentence(b->text);
}

/* A title that is set apart from the text by more than its place. */
static bool is_title(const struct block *b)
{
	return may_be_title(b) && (b->kind == BLOCK_HEADING || b->is_bold ||
				   mb_is_in_capitals(b->text));
}

enum place { NOWHERE, BELOW, ABOVE };

/* One more than the number before, in the year or behind it. */
static bool is_next(const struct marker *last, const struct marker *m)
{
	bool is_step = false;

	for (size_t k = 0; k < sizeof(m->part) / sizeof(*m->part); k++)
		is_step |= m->part[k] == last->part[k] + 1;
	return m->style == last->style && is_step;
}

/* Where the numbers stand: all by a title, most counting on. */
static enum place find_place(const struct blocks *blocks, size_t first)
{
	struct marker marker, last = { .style = MARKER_NONE };
	size_t n = 0, n_steps = 0, n_below = 0, n_above = 0, n_titles = 0;

	for (size_t i = first; i < blocks->n; i++) {
		const struct block *b = &blocks->items[i];
		bool has_below = i + 1 < blocks->n;

		if (!is_number(b, &marker))
			continue;
		n_steps += n > 0 && is_next(&last, &marker);
		n_below += i > first && is_title(b - 1);
		n_above += has_below && may_be_title(b + 1);
		n_titles += has_below && is_title(b + 1);
		last = marker;
		n++;
	}
	if (n < MIN_NUMBERS || n_steps * 3 < (n - 1) * 2)
		return NOWHERE;
	if (n_below == n && n_titles * 2 < n)
		return BELOW;
	return n_above == n ? ABOVE : NOWHERE;
}

static void set_before(struct blocks *blocks, const struct block *number,
		       struct block *title)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add(&text, number->text);
	mb_buf_add_char(&text, ' ');
	mb_buf_add(&text, title->text);
	title->text = blocks_clean(blocks, mb_buf_str(&text));
	title->n_cells = 0;
	if (number < title) { /* there the item begins */
		title->line = number->line;
		title->page = number->page;
		title->n_blank = number->n_blank;
	}
	blocks->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

void number_apart_join(struct blocks *blocks, size_t first)
{
	enum place place = find_place(blocks, first);
	size_t to = first;
	struct marker marker;

	if (place == NOWHERE)
		return;
	for (size_t i = first; i < blocks->n && !blocks->has_failed; i++) {
		struct block *b = &blocks->items[i];

		if (!is_number(b, &marker))
			blocks->items[to++] = *b;
		else if (place == BELOW)
			set_before(blocks, b, &blocks->items[to - 1]);
		else
			set_before(blocks, b, b + 1);
	}
	if (!blocks->has_failed)
		blocks->n = to;
}
