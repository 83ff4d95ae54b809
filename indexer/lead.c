#include "lead.h"

#include "minutebook/text.h"

static bool has_letter(struct mb_str s)
{
	uint32_t c;

	while (mb_utf8_next(&s, &c))
		if (mb_is_letter(c))
			return true;
	return false;
}

void lead_note(struct lead *lead, struct mb_str run, bool is_bold, size_t end)
{
	/* numbers and dashes are no words, but may go on: "Precept 2022/23" */
	if (lead->is_closed ||
	    (!has_letter(run) && !(is_bold && lead->len > 0)))
		return;
	if (is_bold)
		lead->len = end;
	else
		lead->is_closed = true;
}

struct mb_str lead_of(const struct lead *lead, struct mb_str text)
{
	return mb_str_take(text, lead->is_closed ? lead->len : 0);
}
