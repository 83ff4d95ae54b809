#include "sub_items.h"

#include "attendance.h"
#include "marker.h"
#include "titles.h"

/* "5.1" and no "5.0", which is an item by itself (chain.h). */
static bool is_numbered(const struct block *b)
{
	struct marker marker = marker_of(b->text);

	return !b->mark && b->marker.len == 0 && b->kind != BLOCK_ROW &&
	       marker.style == MARKER_TWO && marker.part[1] > 0;
}

static bool looks_like_title(struct mb_str text)
{
	enum marker_style style = marker_of(text).style;

	/* an application's reference may begin a title */
	return text.len > 0 && !mb_str_ends(text, MB_STR(".")) &&
	       (style == MARKER_NONE || style == MARKER_CODE) &&
	       !title_is_sentence(text) && !attendance_names_first(text) &&
	       title_score(text, true) > 0.3;
}

static bool stands_before_title(const struct blocks *blocks, size_t i)
{
	const struct block *b = &blocks->items[i];
	struct marker marker = marker_of(b->text);

	if (marker.is_alone)
		return i + 1 < blocks->n &&
		       looks_like_title(blocks->items[i + 1].text);
	return (b->is_bold || b->kind == BLOCK_HEADING) &&
	       looks_like_title(mb_str_drop(b->text, marker.len));
}

bool sub_items_add(const struct blocks *blocks, size_t first, bool *begins_item)
{
	size_t n = 0, n_titles = 0;

	for (size_t i = first; i < blocks->n; i++) {
		if (!is_numbered(&blocks->items[i]))
			continue;
		n++;
		n_titles += stands_before_title(blocks, i);
	}
	if (n_titles == 0 || n_titles * 4 < n * 3)
		return false;
	for (size_t i = first; i < blocks->n; i++)
		if (is_numbered(&blocks->items[i]) &&
		    stands_before_title(blocks, i))
			begins_item[i] = true;
	return true;
}
