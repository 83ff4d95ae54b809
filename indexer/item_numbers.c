#include "item_numbers.h"

#include "problems.h"

/* As many of an item's first paragraphs tell its number. */
#define MAX_ASKED 1000

static size_t count_asked(const struct mb_item *item)
{
	return item->n_paragraphs < MAX_ASKED ? item->n_paragraphs : MAX_ASKED;
}

static size_t count_paragraphs(const struct mb_item *item, struct mb_str number)
{
	size_t n = 0;

	for (size_t i = 0; i < count_asked(item); i++) {
		struct mb_cut cut = mb_str_cut(item->paragraphs[i].number, '.');

		n += cut.found && mb_str_equal(number, cut.head);
	}
	return n;
}

/*
 * An item page whose paragraphs are 12.2, 12.3, ... and that prints no number
 * of its own is item 12.
 */
void item_numbers_imply(struct mb_item *item)
{
	size_t best = 0;

	for (size_t i = 0; i < count_asked(item); i++) {
		struct mb_cut cut = mb_str_cut(item->paragraphs[i].number, '.');
		size_t n = cut.found ? count_paragraphs(item, cut.head) : 0;

		if (n > best) {
			best = n;
			item->number = cut.head;
		}
	}
}

struct mb_str item_number_in_trail(struct mb_str trail)
{
	struct mb_str sign = MB_STR("(Item "), rest;
	size_t at = mb_str_find_nocase(trail, sign);
	unsigned long n;

	if (at == MB_STR_NONE)
		return (struct mb_str){ NULL, 0 };
	trail = rest = mb_str_drop(trail, at + sign.len);
	if (!mb_str_number(&rest, 9999, &n))
		return (struct mb_str){ NULL, 0 };
	return mb_str_take(trail, trail.len - rest.len);
}

void item_numbers_check(struct blocks *blocks, struct mb_doc *doc,
			const struct mb_item *item)
{
	for (size_t i = 1; i < item->n_paragraphs; i++) {
		const struct mb_paragraph *p = &item->paragraphs[i];
		const struct mb_paragraph *before = p - 1;
		struct mb_cut cut = mb_str_cut(p->number, '.');

		if (p->number.len == 0 || !cut.found)
			continue;
		if (mb_str_equal(p->number, before->number))
			problem_add(blocks, doc, p->line,
				    "two paragraphs are numbered %.*s",
				    MB_STR_ARG(p->number));
		else if (item->number.len > 0 &&
			 !mb_str_equal(cut.head, item->number) &&
			 mb_str_count(p->number, '.') == 1)
			problem_add(blocks, doc, p->line,
				    "paragraph %.*s stands in item %.*s",
				    MB_STR_ARG(p->number),
				    MB_STR_ARG(item->number));
	}
}
