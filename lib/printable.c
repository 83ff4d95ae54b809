#include "minutebook/text.h"

/* The bytes at the front that every terminal only prints. */
static size_t harmless_length(struct mb_str s)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] >= 0x20 && s.ptr[n] < 0x7F)
		n++;
	return n;
}

bool mb_printable_next(struct mb_str *s, struct mb_str *piece)
{
	struct mb_str before = *s;
	size_t n = harmless_length(before);
	uint32_t c;

	if (n > 0) {
		*piece = mb_str_take(before, n);
		*s = mb_str_drop(before, n);
		return true;
	}
	if (!mb_utf8_next(s, &c))
		return false;
	*piece = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD ||
			 mb_is_invisible(c)
		     ? MB_STR("?")
		     : mb_str_take(before, before.len - s->len);
	return true;
}

void mb_add_printable(struct mb_buf *out, struct mb_str s)
{
	struct mb_str piece;

	while (mb_printable_next(&s, &piece))
		mb_buf_add(out, piece);
}
