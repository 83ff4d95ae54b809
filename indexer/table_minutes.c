#include "table_minutes.h"

#include "marker.h"
#include "titles.h"

/* Fewer rows of standard business are no minutes. */
#define MIN_STANDARD_ROWS 2

/* A number by itself, and then something to say. */
static bool is_numbered_row(const struct block *b)
{
	struct marker marker;

	if (b->kind != BLOCK_ROW || b->mark || b->n_cells < 2)
		return false;
	marker = marker_of(b->cells[0]);
	return marker.is_alone && marker.style != MARKER_NONE &&
	       marker.style != MARKER_LETTER;
}

/* "5.1 | Arena roof" in bold: a heading laid out as a table. */
static bool is_title_row(const struct block *b)
{
	return is_numbered_row(b) && b->n_cells == 2 && b->is_bold &&
	       !title_is_sentence(b->cells[1]) &&
	       title_score(b->cells[1], true) > 0.3;
}

/* "Item | Discussion | Action" above such rows says nothing. */
static bool is_heading_row(const struct block *b)
{
	if (b->kind != BLOCK_ROW || b->mark)
		return false;
	for (size_t i = 0; i < b->n_cells; i++)
		if (mb_str_count(b->cells[i], ' ') > 2)
			return false;
	return true;
}

static bool is_minutes(const struct blocks *blocks)
{
	size_t n = 0;

	for (size_t i = 0; i < blocks->n; i++)
		n += is_numbered_row(&blocks->items[i]) &&
		     title_is_standard(blocks->items[i].cells[1]);
	return n >= MIN_STANDARD_ROWS;
}

static bool has_title_row(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++)
		if (is_title_row(&blocks->items[i]))
			return true;
	return false;
}

static struct mb_str numbered(struct blocks *blocks, struct mb_str number,
			      struct mb_str text)
{
	struct mb_buf both = MB_BUF_INIT;

	mb_buf_add(&both, number);
	mb_buf_add_char(&both, ' ');
	mb_buf_add(&both, text);
	number = blocks_clean(blocks, mb_buf_str(&both));
	blocks->has_failed |= both.has_failed;
	mb_buf_release(&both);
	return number;
}

/* Adds a row's paragraphs to @out. */
static void open_row(struct blocks *out, const struct block *row)
{
	struct block b = *row;

	b.kind = BLOCK_PARAGRAPH;
	b.cells = NULL;
	b.n_cells = 0;
	b.text = numbered(out, row->cells[0], row->cells[1]);
	if (row->bold_front.len > 0)
		b.bold_front = numbered(out, row->cells[0], row->bold_front);
	blocks_add(out, &b);
	for (size_t i = 2; i < row->n_cells; i++) {
		b.text = row->cells[i];
		b.bold_front = (struct mb_str){ NULL, 0 };
		b.is_bold = false;
		b.is_aside = i + 1 == row->n_cells &&
			     mb_str_count(b.text, ' ') < BLOCKS_ASIDE_WORDS;
		blocks_add(out, &b);
	}
}

void table_minutes_open(struct blocks *blocks)
{
	struct blocks out = blocks_in(blocks->arena);
	bool opens_all = is_minutes(blocks);

	if (!opens_all && !has_title_row(blocks))
		return;
	for (size_t i = 0; i < blocks->n && !out.has_failed; i++) {
		const struct block *b = &blocks->items[i];

		if (opens_all ? is_numbered_row(b) : is_title_row(b))
			open_row(&out, b);
		else if (!(opens_all && is_heading_row(b) &&
			   i + 1 < blocks->n && is_numbered_row(b + 1)))
			blocks_add(&out, b);
	}
	blocks->items = out.items;
	blocks->n = out.n;
	blocks->capacity = out.capacity;
	blocks->has_failed |= out.has_failed;
	blocks->is_full |= out.is_full;
}
