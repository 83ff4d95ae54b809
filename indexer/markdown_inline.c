#include "markdown_inline.h"

#include "markdown_html.h"

static bool is_escapable(char c)
{
	return mb_str_find_char(MB_STR("\\`*_{}[]()#+-.!<>|&~:;,'\"/"), c) !=
	       MB_STR_NONE;
}

/* The target of a link is hardly longer. */
#define MAX_TARGET 2000

/*
 * The next "](" in @s, remembered in @close: a line of brackets is searched
 * once, not once for each of them.
 */
static size_t next_close(struct mb_str s, const char **close)
{
	if (!*close || *close < s.ptr) {
		size_t at = mb_str_find(s, MB_STR("]("));

		*close = s.ptr + (at == MB_STR_NONE ? s.len : at);
	}
	return (size_t)(*close - s.ptr);
}

/*
 * The text of a link "[text](target)" at the front of @s, and its length.  A
 * picture, "![arms](arms.png)", has none.
 */
static size_t read_link(struct mb_str s, const char **last, struct mb_str *text)
{
	bool is_picture = mb_str_starts(s, MB_STR("!["));
	struct mb_str target;
	size_t close, end;

	if (s.ptr[0] != '[' && !is_picture)
		return 0;
	close = next_close(s, last);
	target = mb_str_drop(s, close);
	if (target.len > MAX_TARGET)
		target = mb_str_take(target, MAX_TARGET);
	end = mb_str_find_char(target, ')');
	if (end == MB_STR_NONE)
		return 0;
	*text = mb_str_slice(s, is_picture ? close : 1, close);
	return close + end + 1;
}

/* pandoc's "10^th^ June": the raised text, and the length of it all. */
static size_t read_raised(struct mb_str s, struct mb_str *text)
{
	size_t n = 1;

	if (s.ptr[0] != '^')
		return 0;
	while (n < s.len && n < 5 && mb_is_alnum(s.ptr[n]))
		n++;
	if (n < 2 || n == s.len || s.ptr[n] != '^')
		return 0;
	*text = mb_str_slice(s, 1, n);
	return n + 1;
}

/* Passes over a tag: only breaks and bold ones matter; its length. */
static size_t read_tag(struct mb_str s, struct mb_buf *out, bool *in_bold)
{
	struct mb_str name;
	size_t n = markdown_tag_length(s, &name);

	if (mb_str_equal_nocase(name, MB_STR("br")))
		mb_buf_add_char(out, ' ');
	if (mb_str_equal_nocase(name, MB_STR("b")) ||
	    mb_str_equal_nocase(name, MB_STR("strong")))
		*in_bold = true;
	if (mb_str_equal_nocase(name, MB_STR("/b")) ||
	    mb_str_equal_nocase(name, MB_STR("/strong")))
		*in_bold = false;
	return n;
}

static bool is_bold_mark(struct mb_str s)
{
	return mb_str_starts(s, MB_STR("**")) || mb_str_starts(s, MB_STR("__"));
}

bool markdown_inline(struct mb_str s, struct mb_buf *out,
		     struct bold_front *front, bool *in_bold)
{
	size_t n_bold = 0, n_plain = 0;
	const char *close = NULL;

	while (s.len > 0) {
		struct mb_str text;
		size_t n = 1;

		if (s.ptr[0] == '\\' && s.len > 1 && is_escapable(s.ptr[1])) {
			mb_buf_add_char(out, s.ptr[1]);
			n = 2;
		} else if (is_bold_mark(s)) {
			*in_bold = !*in_bold;
			n = 2;
		} else if (s.ptr[0] == '*' || s.ptr[0] == '`') {
			n = 1;
		} else if ((n = read_raised(s, &text)) > 0) {
			mb_buf_add(out, text);
		} else if ((n = read_link(s, &close, &text)) > 0) {
			mb_buf_add(out, text);
		} else if ((n = read_tag(s, out, in_bold)) == 0) {
			n = 1;
			mb_buf_add_char(out, s.ptr[0]);
			if (mb_is_alnum(s.ptr[0])) {
				n_bold += *in_bold;
				n_plain += !*in_bold;
			}
			bold_front_note(front, mb_str_take(s, 1), *in_bold,
					out->len);
		}
		s = mb_str_drop(s, n);
	}
	/* "***Friday, 11**th***": marks that converters get wrong */
	return n_bold > 0 && n_plain * 20 <= n_bold;
}

bool markdown_turns_bold(struct mb_str s)
{
	bool turns = false;

	while (s.len > 0) {
		bool is_mark = is_bold_mark(s);

		turns ^= is_mark;
		s = mb_str_drop(
		    s, is_mark || (s.ptr[0] == '\\' && s.len > 1) ? 2 : 1);
	}
	return turns;
}
