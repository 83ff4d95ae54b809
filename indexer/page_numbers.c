#include "page_numbers.h"

#include "marker.h"
#include "minutebook/text.h"
#include "titles.h"

/* Books of minutes go on from volume to volume, but not for ever. */
#define MAX_PAGE 2000

/* What is needed to believe in pages. */
#define MIN_EVIDENCE 2
#define NO_PAGE (-100)

/* "12" or "- 12 -", and nothing else: its value, or 0. */
static unsigned long lone_number(struct mb_str s)
{
	unsigned long n = 0;

	while (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == ' '))
		s = mb_str_drop(s, 1);
	if (!mb_str_number(&s, MAX_PAGE, &n))
		return 0;
	while (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == ' '))
		s = mb_str_drop(s, 1);
	return s.len == 0 ? n : 0;
}

/* The number that stands alone in block @i, above an empty line, or 0. */
static unsigned long number_apart(const struct blocks *blocks, size_t i)
{
	const struct block *b = &blocks->items[i];

	if (b->kind != BLOCK_LINE || (i + 1 < blocks->n && b[1].n_blank == 0))
		return 0;
	return lone_number(b->text);
}

static bool ends_sentence(struct mb_str s)
{
	uint32_t c = mb_utf8_last(s);

	return c == '.' || c == ':' || c == ';' || c == '?' || c == '!' ||
	       c == ')' || c == '"' || c == 0x201D;
}

/* Whether what stands around block @i is one sentence. */
static bool interrupts(const struct blocks *blocks, size_t i)
{
	uint32_t first = 0;
	struct mb_str after;

	if (i == 0 || i + 1 >= blocks->n)
		return false;
	after = blocks->items[i + 1].text;
	mb_utf8_next(&after, &first);
	return !ends_sentence(blocks->items[i - 1].text) &&
	       mb_is_lower_letter(first) &&
	       marker_of(blocks->items[i + 1].text).style == MARKER_NONE;
}

/* For (positive) or against block @i as the number of a page. */
static int weigh(const struct blocks *blocks, size_t i, unsigned long number)
{
	struct marker marker;
	struct mb_str after;

	if (interrupts(blocks, i))
		return 3;
	if (i + 1 >= blocks->n)
		return 0;
	after = blocks->items[i + 1].text;
	marker = marker_of(after);
	if (marker.style != MARKER_NONE && marker.part[0] == number)
		return NO_PAGE; /* 3, and then 3.1 */
	if (marker.style == MARKER_DOT || marker.style == MARKER_TWO)
		return 1; /* an item or paragraph with a number of its own */
	if (title_is_standard(after))
		return NO_PAGE;
	return title_score(after, blocks->items[i + 1].is_bold) > 0 ? -1 : 0;
}

/* How sure it is that the numbers are pages; they must rise by one. */
static int weigh_all(const struct blocks *blocks)
{
	unsigned long last = 0;
	int evidence = 0;
	size_t n = 0;

	for (size_t i = 0; i < blocks->n; i++) {
		unsigned long number = number_apart(blocks, i);

		if (number == 0)
			continue;
		if (n > 0 && number != last + 1)
			return NO_PAGE;
		last = number;
		n++;
		evidence += weigh(blocks, i, number);
	}
	return n >= 2 ? evidence : NO_PAGE;
}

void page_numbers_find(struct blocks *blocks, bool *drop)
{
	if (weigh_all(blocks) < MIN_EVIDENCE)
		return;
	for (size_t i = 0; i < blocks->n; i++)
		drop[i] = drop[i] || number_apart(blocks, i) > 0;
	for (size_t i = 0; i + 1 < blocks->n; i++)
		if (number_apart(blocks, i) > 0 && interrupts(blocks, i))
			blocks->items[i + 1].n_blank = 0;
}
