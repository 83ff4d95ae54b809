#include "line_next.h"

#include "minutebook/text.h"
#include "motions.h"
#include "titles.h"

/* Without dashes at its end: "Resolved -", "That:-" */
static struct mb_str without_dashes(struct mb_str s)
{
	s = mb_str_trim(s);
	while (s.len > 0 && mb_is_hyphen(mb_utf8_last(s)))
		s = mb_str_trim(mb_str_take(s, mb_utf8_floor(s, s.len - 1)));
	return s;
}

bool line_ends_in(struct mb_str s, char sign)
{
	s = without_dashes(s);
	return s.len > 0 && s.ptr[s.len - 1] == sign;
}

static bool ends_with_word(struct mb_str s, struct mb_str word)
{
	return s.len > word.len && mb_str_ends_nocase(s, word);
}

bool line_ends_whole(struct mb_str s)
{
	uint32_t c = mb_utf8_last(s);

	while (s.len > 0 && (c == ')' || c == '"' || c == '\'' || c == 0x201D ||
			     c == 0x2019)) {
		s.len = mb_utf8_floor(s, s.len - 1);
		c = mb_utf8_last(s);
	}
	return c == '.' || c == '?' || c == '!';
}

/* A line that a list or a quotation must follow. */
bool line_announces(struct mb_str s)
{
	/* "Resolved -" and no more */
	if (s.len < 24 && motion_begins_resolution(s) &&
	    !line_ends_whole(without_dashes(s)))
		return true;
	return line_ends_in(s, ':') || ends_with_word(s, MB_STR(" that")) ||
	       ends_with_word(s, MB_STR("following"));
}

bool line_begins_quote(struct mb_str s)
{
	uint32_t c = 0;

	mb_utf8_next(&s, &c);
	return c == '"' || c == 0x201C || c == 0x2018;
}

bool line_begins_small(struct mb_str s)
{
	uint32_t c = 0;

	mb_utf8_next(&s, &c);
	return mb_is_lower_letter(c);
}

/* "Grass cutting - £186.00" under "Payments approved:" */
bool line_is_payment(struct mb_str text)
{
	size_t at = mb_str_find(text, MB_STR("\xC2\xA3"));

	return at != MB_STR_NONE && text.len <= 120 && text.len - at <= 40 &&
	       !title_is_sentence(text);
}

bool line_is_named_below(struct mb_str so_far, struct mb_str text)
{
	if (mb_str_starts_nocase(so_far, MB_STR("respectfully submitted")))
		return text.len <= 60 && !line_ends_whole(text);
	return mb_str_starts_nocase(so_far, MB_STR("witnesses:")) &&
	       text.len <= 120 && !line_ends_in(text, ':') &&
	       !title_is_sentence(text);
}

bool line_follows_reasons(struct mb_str so_far, struct mb_str text)
{
	struct mb_str last = mb_str_after_last(so_far, '\n');
	struct mb_str whereas = MB_STR("whereas");

	if (mb_str_starts_nocase(text, whereas))
		return line_announces(so_far) ||
		       mb_str_starts_nocase(last, whereas);
	return motion_begins_resolution(text) &&
	       mb_str_starts_nocase(last, whereas);
}

bool line_is_label(struct mb_str s)
{
	if (s.len > 40)
		return false;
	return (mb_str_ends(s, MB_STR(":")) && mb_str_count(s, ' ') == 0) ||
	       mb_str_ends_nocase(s, MB_STR("recommendation"));
}
