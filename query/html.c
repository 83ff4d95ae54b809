#include "html.h"

#include <string.h>

#include "minutebook/text.h"
#include "render.h"

static struct mb_str entity_of(char c)
{
	switch (c) {
	case '&':
		return MB_STR("&amp;");
	case '<':
		return MB_STR("&lt;");
	case '>':
		return MB_STR("&gt;");
	case '"':
		return MB_STR("&quot;");
	case '\'':
		return MB_STR("&#39;");
	case '\n':
		return MB_STR("\n");
	default:
		return (struct mb_str){ NULL, 0 };
	}
}

void html_text(struct mb_buf *out, struct mb_str s)
{
	while (s.len > 0) {
		size_t n = 0;

		while (n < s.len && entity_of(s.ptr[n]).len == 0)
			n++;
		mb_add_printable(out, mb_str_take(s, n));
		if (n < s.len)
			mb_buf_add(out, entity_of(s.ptr[n]));
		s = mb_str_drop(s, n < s.len ? n + 1 : n);
	}
}

void html_href(struct mb_buf *out, struct mb_str s)
{
	bool is_address = mb_str_starts_nocase(s, MB_STR("https://")) ||
			  mb_str_starts_nocase(s, MB_STR("http://"));
	const char *kept = is_address ? "-._~/:?#[]@!$()*+,;=%" : "-._~/!$()*,";

	/* a path is no place on another machine */
	if (!is_address && mb_str_starts(s, MB_STR("//")))
		mb_buf_add_char(out, '.');
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (mb_is_alnum(c) || (c != '\0' && strchr(kept, c)))
			mb_buf_add_char(out, c);
		else if (c == '&' && is_address)
			mb_buf_add(out, MB_STR("&amp;"));
		else
			mb_buf_add_format(out, "%%%02X", (unsigned char)c);
	}
}
