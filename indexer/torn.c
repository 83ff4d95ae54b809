#include "torn.h"

#include "line_end.h"
#include "marker.h"
#include "minutebook/text.h"
#include "titles.h"

/* A page ends in a foot, and the next begins with a head. */
#define MAX_LINES 2
#define MAX_LINE_BYTES 90

/* How a block breaks off. */
enum end { END_WHOLE, END_IN_SENTENCE, END_IN_WORD };

static enum end end_of(struct mb_str s)
{
	if (line_ends_hyphen(s))
		return END_IN_WORD;
	return s.len > 0 && line_ends_open(s) ? END_IN_SENTENCE : END_WHOLE;
}

static bool begins_small(const struct block *b)
{
	struct mb_str text = b->text;
	uint32_t c = 0;

	mb_utf8_next(&text, &c);
	return (b->kind == BLOCK_LINE || b->kind == BLOCK_PARAGRAPH) &&
	       mb_is_lower_letter(c) && marker_of(b->text).style == MARKER_NONE;
}

static bool is_number(struct mb_str s)
{
	unsigned long n;

	return mb_str_number(&s, 9999, &n) && s.len == 0;
}

/* Whether block @b may be a head or foot inside what ends in @end. */
static bool is_between(const struct block *b, enum end end)
{
	struct mb_date_found found;

	if (b->kind == BLOCK_PAGE)
		return true;
	if ((b->kind != BLOCK_LINE && b->kind != BLOCK_PARAGRAPH) ||
	    b->text.len > MAX_LINE_BYTES || begins_small(b) ||
	    title_is_sentence(b->text))
		return false;
	return end == END_IN_WORD || is_number(b->text) ||
	       (mb_date_find(b->text, &found) && found.end == b->text.len);
}

/* The block that goes on with block @i behind such lines, or blocks->n. */
static size_t find_rest(const struct blocks *blocks, const bool *drop, size_t i)
{
	enum end end = end_of(blocks->items[i].text);
	size_t n_lines = 0;

	for (size_t k = i + 1; end != END_WHOLE && k < blocks->n; k++) {
		const struct block *b = &blocks->items[k];

		if (drop[k])
			continue;
		if (begins_small(b))
			return n_lines > 0 ? k : blocks->n;
		n_lines += b->kind != BLOCK_PAGE;
		if (n_lines > MAX_LINES || !is_between(b, end))
			break;
	}
	return blocks->n;
}

void torn_find(struct blocks *blocks, bool *drop)
{
	for (size_t i = 0; i < blocks->n; i++) {
		size_t rest = drop[i] ? blocks->n : find_rest(blocks, drop, i);

		if (rest == blocks->n)
			continue;
		for (size_t k = i + 1; k < rest; k++)
			drop[k] |= blocks->items[k].kind != BLOCK_PAGE;
		blocks->items[rest].n_blank = 0;
	}
}
