#include "clauses.h"

#include "minutebook/text.h"
#include "motions.h"

/* "It was unanimously RESOLVED that:", and no words of it yet, is shorter. */
#define MAX_OPENING 40

/* Where the last "(b)" or "b)" of letter @letter stands, or MB_STR_NONE. */
static size_t find_letter(struct mb_str s, uint32_t letter)
{
	for (size_t i = s.len; i-- > 1;)
		if (s.ptr[i] == ')' &&
		    mb_to_lower(s.ptr[i - 1]) == (char)('a' + letter - 1) &&
		    (i < 2 || !mb_is_alnum(s.ptr[i - 2])))
			return i;
	return MB_STR_NONE;
}

bool clause_is_next_letter(struct mb_str resolution,
			   const struct marker *marker)
{
	uint32_t letter = marker->part[0];

	return marker->style == MARKER_LETTER && letter > 1 && letter <= 26 &&
	       find_letter(resolution, letter - 1) != MB_STR_NONE &&
	       find_letter(resolution, letter) == MB_STR_NONE;
}

static bool begins_clause(struct mb_str text)
{
	return mb_str_starts_nocase(text, MB_STR("that ")) ||
	       mb_str_starts_nocase(text, MB_STR("to "));
}

/* The last line of @text, without the bullet that lists are kept with. */
static struct mb_str last_line(struct mb_str text)
{
	struct mb_str bullet = MB_STR("\xE2\x80\xA2 ");
	struct mb_str line = mb_str_after_last(text, '\n');

	return mb_str_starts(line, bullet) ? mb_str_drop(line, bullet.len)
					   : line;
}

bool clause_is_numbered(struct mb_str resolution, struct mb_str text)
{
	struct mb_str last = last_line(resolution);
	struct marker marker = marker_of(last);

	if (!begins_clause(text))
		return false;
	return (marker.style == MARKER_NONE && last.len <= MAX_OPENING &&
		motion_begins_resolution(last)) ||
	       ((marker.style == MARKER_TWO || marker.style == MARKER_THREE) &&
		begins_clause(mb_str_drop(last, marker.len)));
}
