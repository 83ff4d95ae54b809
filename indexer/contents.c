#include "contents.h"

#include "minutebook/text.h"

/* What is needed to believe in a table. */
#define MIN_ENTRIES 3
#define MIN_LEADERS 4

/* A title may take as many lines before the one with its page. */
#define MAX_TITLE_LINES 2

#define MAX_PAGE 2000

/* The signs that lead to a page are dots, alone or apart. */
static size_t cut_leaders(struct mb_str *s)
{
	size_t n = 0;
	uint32_t c;

	while (s->len > 0) {
		c = mb_utf8_last(*s);
		if (c != '.' && c != 0x2026 && !mb_is_blank(c))
			break;
		n += c == 0x2026 ? 3 : c == '.';
		s->len = mb_utf8_floor(*s, s->len - 1);
	}
	return n;
}

/* The page that "TITLE ........ 12" leads to, or 0. */
static unsigned long page_of(const struct block *b)
{
	struct mb_str text = b->text;
	size_t n_digits = 0;
	struct mb_str number;
	unsigned long page;

	if (b->kind != BLOCK_LINE && b->kind != BLOCK_PARAGRAPH &&
	    b->kind != BLOCK_ENTRY)
		return 0;
	while (n_digits < text.len &&
	       mb_is_digit(text.ptr[text.len - n_digits - 1]))
		n_digits++;
	number = mb_str_drop(text, text.len - n_digits);
	text.len -= n_digits;
	if (!mb_str_number(&number, MAX_PAGE, &page) ||
	    cut_leaders(&text) < MIN_LEADERS || text.len == 0)
		return 0;
	return page;
}

/* The entry behind @i that goes on with the table; blocks->n for none. */
static size_t next_entry(const struct blocks *blocks, size_t i)
{
	unsigned long page = page_of(&blocks->items[i]), next;
	size_t n_lines = 0;

	for (size_t k = i + 1; k < blocks->n; k++) {
		if (blocks->items[k].kind == BLOCK_PAGE)
			continue;
		next = page_of(&blocks->items[k]);
		if (next > 0)
			return next >= page ? k : blocks->n;
		if (++n_lines > MAX_TITLE_LINES)
			break;
	}
	return blocks->n;
}

void contents_find(const struct blocks *blocks, bool *drop)
{
	for (size_t i = 0; i < blocks->n; i++) {
		size_t last = i, n = 1, next;

		if (page_of(&blocks->items[i]) == 0)
			continue;
		while ((next = next_entry(blocks, last)) < blocks->n) {
			last = next;
			n++;
		}
		for (size_t k = i; n >= MIN_ENTRIES && k <= last; k++)
			drop[k] |= blocks->items[k].kind != BLOCK_PAGE;
		i = last;
	}
}
