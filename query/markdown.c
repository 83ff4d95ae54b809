#include "markdown.h"

#include <string.h>

#include "minutebook/text.h"
#include "render.h"

/* Signs that begin a list, a line or a heading where they are the first of a
 * line, and do nothing elsewhere. */
static bool begins_block(struct mb_str s)
{
	size_t n = 0;
	char next;

	while (n < s.len && mb_is_digit(s.ptr[n]))
		n++;
	if (n == s.len)
		return false;
	next = n + 1 < s.len ? s.ptr[n + 1] : ' ';
	if (n > 0)
		return (s.ptr[n] == '.' || s.ptr[n] == ')') && next == ' ';
	if (s.ptr[0] == '-' || s.ptr[0] == '+')
		return next == ' ' || next == '-';
	return s.ptr[0] == '=';
}

void markdown_text(struct mb_buf *out, struct mb_str s)
{
	bool at_block = begins_block(s);

	if (at_block && !mb_is_digit(s.ptr[0])) {
		mb_buf_add_char(out, '\\');
	} else if (at_block) { /* "1. Apologies" is no list here */
		while (mb_is_digit(s.ptr[0])) {
			mb_buf_add_char(out, s.ptr[0]);
			s = mb_str_drop(s, 1);
		}
		mb_buf_add_char(out, '\\');
	}
	while (s.len > 0) {
		size_t n = 0;

		while (n < s.len && s.ptr[n] != '\n' && s.ptr[n] != '\0' &&
		       !strchr("\\`*_[]<>|~#&", s.ptr[n]))
			n++;
		mb_add_printable(out, mb_str_take(s, n));
		if (n == s.len)
			return;
		if (s.ptr[n] == '\n' || s.ptr[n] == '\0') {
			mb_buf_add_char(out, ' ');
		} else {
			mb_buf_add_char(out, '\\');
			mb_buf_add_char(out, s.ptr[n]);
		}
		s = mb_str_drop(s, n + 1);
	}
}

void markdown_href(struct mb_buf *out, struct mb_str s)
{
	bool is_address = mb_str_starts_nocase(s, MB_STR("https://")) ||
			  mb_str_starts_nocase(s, MB_STR("http://"));
	const char *kept = is_address ? "-._~/:?#@!$&*+,;=%" : "-._~/!$*,";

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (mb_is_alnum(c) || (c != '\0' && strchr(kept, c)))
			mb_buf_add_char(out, c);
		else
			mb_buf_add_format(out, "%%%02X", (unsigned char)c);
	}
}
