#include "bold_front.h"

#include "minutebook/text.h"

void bold_front_note(struct bold_front *front, struct mb_str run, bool is_bold,
		     size_t end)
{
	/* numbers and dashes are no words, but may go on: "Precept 2022/23" */
	if (front->is_closed ||
	    (!mb_has_letter(run) && !(is_bold && front->len > 0)))
		return;
	if (is_bold)
		front->len = end;
	else
		front->is_closed = true;
}

struct mb_str bold_front_of(const struct bold_front *front, struct mb_str text)
{
	return mb_str_take(text, front->is_closed ? front->len : 0);
}
