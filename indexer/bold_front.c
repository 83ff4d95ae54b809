#include "bold_front.h"

#include "minutebook/text.h"

static bool has_letter(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (mb_is_letter(c))
			return true;
	return false;
}

void bold_front_note(struct bold_front *front, struct mb_str run, bool is_bold,
		     size_t end)
{
	if (front->is_closed || !has_letter(run))
		return; /* numbers and dashes are no words */
	if (is_bold)
		front->len = end;
	else
		front->is_closed = true;
}

struct mb_str bold_front_of(const struct bold_front *front, struct mb_str text)
{
	return mb_str_take(text, front->is_closed ? front->len : 0);
}
