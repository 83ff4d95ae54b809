#include "number_behind.h"

#include "marker.h"

/* Fewer that rise are chance. */
#define MIN_STEPS 2

static bool read_number(struct mb_str title, struct marker *marker)
{
	struct mb_cut cut = mb_str_cut_last(title, ' ');

	if (!cut.found)
		return false;
	*marker = marker_of(cut.tail);
	return marker->is_alone &&
	       (marker->style == MARKER_SLASH || marker->style == MARKER_CODE ||
		marker->style == MARKER_DOT || marker->style == MARKER_BARE);
}

bool number_behind_titles(const struct blocks *blocks, const bool *begins_item)
{
	size_t n = 0, n_numbers = 0, n_steps[3] = { 0 };
	struct marker last = { .style = MARKER_NONE };

	for (size_t i = 0; i < blocks->n; i++) {
		struct marker marker;

		n += begins_item[i];
		if (!begins_item[i] ||
		    !read_number(blocks->items[i].text, &marker))
			continue;
		for (size_t k = 0; k < 3; k++)
			n_steps[k] += last.style == marker.style &&
				      marker.part[k] == last.part[k] + 1;
		last = marker;
		n_numbers++;
	}
	for (size_t k = 0; k < 3; k++)
		if (n_steps[k] >= MIN_STEPS && n_steps[k] * 2 > n_numbers)
			return n_numbers * 10 >= n * 6;
	return false;
}

bool number_behind_cut(struct mb_str *title, struct mb_str *number)
{
	struct mb_cut cut = mb_str_cut_last(*title, ' ');
	struct marker marker;

	if (!read_number(*title, &marker))
		return false;
	*title = mb_str_trim(cut.head);
	*number = marker.number;
	return true;
}
