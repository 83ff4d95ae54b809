#include "sub_items.h"

#include "attendance.h"
#include "marker.h"
#include "titles.h"

/* What is needed to believe that they number business. */
#define MIN_SUB_ITEMS 3
#define MIN_BELOW_TITLES 2
#define MAX_TITLE_BYTES 120

static bool is_sub_number(const struct marker *marker)
{
	return marker->style == MARKER_TWO || marker->style == MARKER_THREE;
}

/* Alone in its block, in bold or as a heading: as items are. */
static bool is_apart(const struct block *b)
{
	return b->is_bold || b->kind == BLOCK_HEADING ||
	       marker_of(b->text).is_alone;
}

/*
 * Whether block @i has a number of the item that it stands in, or, set apart,
 * of the next, which has none of its own.
 */
static bool is_below_item(const struct blocks *blocks, size_t i, uint32_t item)
{
	const struct block *b = &blocks->items[i];
	struct marker marker = marker_of(b->text);

	return b->marker.len == 0 && !b->mark && is_sub_number(&marker) &&
	       (marker.part[0] == item ||
		(marker.part[0] == item + 1 && is_apart(b)));
}

/* Text, and not the next number, stands below block @i. */
static bool has_text_below(const struct blocks *blocks, size_t i)
{
	struct marker marker, next;

	if (i + 1 >= blocks->n)
		return false;
	marker = marker_of(blocks->items[i].text);
	next = marker_of(blocks->items[i + 1].text);
	if (blocks->items[i + 1].marker.len > 0)
		return true; /* "4.1 - Map.pdf" in a list of files */
	/* 5.1, and then 5.1.1 */
	return !(is_sub_number(&next) || next.style == MARKER_DOT) ||
	       next.style > marker.style;
}

static bool is_title(const struct blocks *blocks, size_t i)
{
	const struct block *b = &blocks->items[i];
	struct marker marker = marker_of(b->text);
	struct mb_str text = mb_str_drop(b->text, marker.len);

	if (marker.is_alone && i + 1 < blocks->n) {
		b = &blocks->items[++i];
		text = b->text;
	}
	return text.len > 0 && text.len <= MAX_TITLE_BYTES &&
	       !title_is_sentence(text) && !mb_str_ends(text, MB_STR(".")) &&
	       !attendance_names_first(text) && /* whose motion it is */
	       !mb_str_ends(text, MB_STR(":")) &&
	       title_score(text, b->is_bold || b->kind == BLOCK_HEADING) >
		   0.3 &&
	       has_text_below(blocks, i);
}

/*
 * The numbers below items, how many of them stand before titles, and how many
 * of these are set apart.
 */
struct sub_items {
	size_t n_all, n_titles, n_apart;
};

/* Counts them, or makes items of those before titles. */
static struct sub_items go_through(const struct blocks *blocks, size_t first,
				   bool *begins_item, bool adds)
{
	struct sub_items count = { 0, 0, 0 };
	uint32_t item = 0;

	for (size_t i = first; i < blocks->n; i++) {
		struct marker marker = marker_of(blocks->items[i].text);

		if (begins_item[i] && !is_sub_number(&marker)) {
			if (marker.style != MARKER_NONE)
				item = marker.part[0];
			continue;
		}
		if (item == 0 || !is_below_item(blocks, i, item))
			continue;
		item = marker.part[0];
		count.n_all++;
		if (!is_title(blocks, i))
			continue;
		count.n_titles++;
		count.n_apart += is_apart(&blocks->items[i]);
		begins_item[i] = begins_item[i] || adds;
	}
	return count;
}

bool sub_items_add(const struct blocks *blocks, size_t first, bool *begins_item)
{
	struct sub_items found = go_through(blocks, first, begins_item, false);

	/* one or two may be paragraphs that are short */
	if ((found.n_titles < MIN_SUB_ITEMS ||
	     found.n_titles * 10 < found.n_all * 9) &&
	    (found.n_apart == 0 || found.n_apart * 4 < found.n_all * 3))
		return false;
	go_through(blocks, first, begins_item, true);
	return true;
}

/* --- below titles without numbers -------------------------------------- */

/* A number by itself in front: a list's, or an item's. */
static bool is_whole_number(const struct block *b)
{
	return b->marker.len == 0 && !b->mark &&
	       marker_of(b->text).style == MARKER_DOT;
}

void sub_items_add_below_titles(const struct blocks *blocks, size_t first,
				bool *begins_item)
{
	uint32_t last = 0;
	size_t n = 0;

	for (size_t i = first; i < blocks->n; i++) {
		struct marker marker = marker_of(blocks->items[i].text);

		if (!is_whole_number(&blocks->items[i]))
			continue;
		if (marker.part[0] != last + 1 || !is_title(blocks, i) ||
		    begins_item[i])
			return; /* they number something else */
		last = marker.part[0];
		n++;
	}
	for (size_t i = first; n >= MIN_BELOW_TITLES && i < blocks->n; i++)
		begins_item[i] |= is_whole_number(&blocks->items[i]);
}

void sub_items_add_headings(const struct blocks *blocks, size_t first,
			    bool *begins_item)
{
	unsigned long item = 0;

	for (size_t i = first; i + 1 < blocks->n; i++) {
		const struct block *b = &blocks->items[i];
		struct marker marker = marker_of(b->text);

		if (begins_item[i] && marker.style != MARKER_TWO)
			item = marker.part[0];
		else if (b->kind == BLOCK_HEADING && item > 0 &&
			 marker.style == MARKER_TWO && marker.part[0] == item)
			begins_item[i] =
			    title_score(mb_str_drop(b->text, marker.len),
					true) > 0.0;
	}
}
