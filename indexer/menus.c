#include "menus.h"

#include "marker.h"
#include "titles.h"

/* Fewer links are no menu. */
#define MIN_LINKS 3

static bool is_only_links(const struct block *b)
{
	return b->is_link && b->kind != BLOCK_HEADING &&
	       marker_of(b->marker).style == MARKER_NONE;
}

/* "Town Hall, Ferry Street | Cookies | Contact us" */
static bool is_footer(const struct block *b)
{
	return b->n_links > 0 && b->kind != BLOCK_HEADING &&
	       marker_of(b->marker).style == MARKER_NONE &&
	       !mb_str_ends(b->text, MB_STR(".")) &&
	       !title_is_sentence(b->text);
}

/* Where the links that begin at @i end; @i when they are no menu. */
static size_t menu_end(const struct blocks *blocks, size_t i)
{
	size_t end = i, n_links = 0;

	for (; end < blocks->n && is_only_links(&blocks->items[end]); end++)
		n_links += blocks->items[end].n_links;
	return n_links >= MIN_LINKS ? end : i;
}

static void drop_footers(struct blocks *blocks)
{
	size_t n = blocks->n;

	while (n > 0 && is_footer(&blocks->items[n - 1]))
		n--;
	if (n > 0)
		blocks->n = n; /* of a page of links, all stay */
}

void menus_drop(struct blocks *blocks)
{
	size_t n = 0;

	drop_footers(blocks);
	for (size_t i = 0; i < blocks->n; i++) {
		size_t end = menu_end(blocks, i);

		if (end > i)
			i = end - 1;
		else
			blocks->items[n++] = blocks->items[i];
	}
	if (n > 0)
		blocks->n = n;
}
