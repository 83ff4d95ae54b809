#include "minutebook/str.h"

#include <assert.h>
#include <string.h>

struct mb_str mb_str_of(const char *text)
{
	return (struct mb_str){ text, text ? strlen(text) : 0 };
}

struct mb_str mb_str_slice(struct mb_str s, size_t start, size_t end)
{
	assert(start <= end && end <= s.len);
	return (struct mb_str){ s.ptr ? s.ptr + start : NULL, end - start };
}

struct mb_str mb_str_drop(struct mb_str s, size_t n)
{
	return mb_str_slice(s, n, s.len);
}

struct mb_str mb_str_take(struct mb_str s, size_t n)
{
	return mb_str_slice(s, 0, n);
}

struct mb_str mb_str_trim(struct mb_str s)
{
	while (s.len > 0 && mb_is_space(s.ptr[0]))
		s = mb_str_drop(s, 1);
	while (s.len > 0 && mb_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

static struct mb_cut cut_at(struct mb_str s, size_t at)
{
	return (struct mb_cut){ mb_str_take(s, at), mb_str_drop(s, at + 1),
				true };
}

struct mb_cut mb_str_cut(struct mb_str s, char separator)
{
	size_t at = mb_str_find_char(s, separator);

	if (at == MB_STR_NONE)
		return (struct mb_cut){ s, { NULL, 0 }, false };
	return cut_at(s, at);
}

struct mb_cut mb_str_cut_last(struct mb_str s, char separator)
{
	for (size_t at = s.len; at > 0; at--)
		if (s.ptr[at - 1] == separator)
			return cut_at(s, at - 1);
	return (struct mb_cut){ s, { NULL, 0 }, false };
}

struct mb_str mb_str_after_last(struct mb_str s, char separator)
{
	struct mb_cut cut = mb_str_cut_last(s, separator);

	return cut.found ? cut.tail : s;
}

bool mb_str_next_line(struct mb_str *text, struct mb_str *line)
{
	struct mb_cut cut;

	if (text->len == 0)
		return false;
	cut = mb_str_cut(*text, '\n');
	*line = cut.head;
	*text = cut.tail;
	if (line->len > 0 && line->ptr[line->len - 1] == '\r')
		line->len--;
	return true;
}

int mb_str_compare(struct mb_str a, struct mb_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter > 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool mb_str_equal(struct mb_str a, struct mb_str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

bool mb_str_equal_nocase(struct mb_str a, struct mb_str b)
{
	return a.len == b.len && mb_str_starts_nocase(a, b);
}

bool mb_str_starts_nocase(struct mb_str s, struct mb_str prefix)
{
	if (s.len < prefix.len)
		return false;
	for (size_t i = 0; i < prefix.len; i++)
		if (mb_to_lower(s.ptr[i]) != mb_to_lower(prefix.ptr[i]))
			return false;
	return true;
}

bool mb_str_starts(struct mb_str s, struct mb_str prefix)
{
	return s.len >= prefix.len &&
	       mb_str_equal(mb_str_take(s, prefix.len), prefix);
}

bool mb_str_ends(struct mb_str s, struct mb_str suffix)
{
	return s.len >= suffix.len &&
	       mb_str_equal(mb_str_drop(s, s.len - suffix.len), suffix);
}

bool mb_str_ends_nocase(struct mb_str s, struct mb_str suffix)
{
	return s.len >= suffix.len &&
	       mb_str_equal_nocase(mb_str_drop(s, s.len - suffix.len), suffix);
}

size_t mb_str_find(struct mb_str s, struct mb_str needle)
{
	const char *at;

	if (needle.len == 0)
		return 0;
	if (s.len < needle.len)
		return MB_STR_NONE;
	at = memmem(s.ptr, s.len, needle.ptr, needle.len);
	return at ? (size_t)(at - s.ptr) : MB_STR_NONE;
}

size_t mb_str_find_nocase(struct mb_str s, struct mb_str needle)
{
	char first;

	if (needle.len == 0)
		return 0;
	first = mb_to_lower(needle.ptr[0]);
	for (size_t i = 0; i + needle.len <= s.len; i++)
		if (mb_to_lower(s.ptr[i]) == first &&
		    mb_str_starts_nocase(mb_str_drop(s, i), needle))
			return i;
	return MB_STR_NONE;
}

size_t mb_str_find_char(struct mb_str s, char c)
{
	const char *at = s.len > 0 ? memchr(s.ptr, c, s.len) : NULL;

	return at ? (size_t)(at - s.ptr) : MB_STR_NONE;
}

size_t mb_str_count(struct mb_str s, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.ptr[i] == c;
	return n;
}

bool mb_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool mb_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool mb_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

bool mb_is_alpha(char c)
{
	return mb_is_upper(c) || mb_is_lower(c);
}

bool mb_is_alnum(char c)
{
	return mb_is_alpha(c) || mb_is_digit(c);
}

bool mb_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

char mb_to_lower(char c)
{
	return mb_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

bool mb_str_number(struct mb_str *s, unsigned long max, unsigned long *value)
{
	unsigned long n = 0;
	size_t i = 0;

	for (; i < s->len && mb_is_digit(s->ptr[i]); i++) {
		unsigned long digit = (unsigned long)(s->ptr[i] - '0');

		if (digit > max || n > (max - digit) / 10)
			return false;
		n = n * 10 + digit;
	}
	if (i == 0)
		return false;
	*value = n;
	*s = mb_str_drop(*s, i);
	return true;
}
