/*
 * UTF-8, character by character (RFC 3629).
 */
#include "minutebook/text.h"

/* The length that a first byte promises; 0 when it cannot be one. */
static size_t promised_length(unsigned char c)
{
	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF)
		return 3;
	return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

/* The bytes of the valid character at the front of @s, or 0. */
static size_t read_char(struct mb_str s, uint32_t *out)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s.ptr;
	size_t n = promised_length(p[0]);
	uint32_t c;

	if (n == 0 || n > s.len)
		return 0;
	c = n == 1 ? p[0] : p[0] & (0xFFu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3F);
	}
	if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return 0;
	*out = c;
	return n;
}

bool mb_utf8_next(struct mb_str *s, uint32_t *code_point)
{
	size_t n;

	if (s->len == 0)
		return false;
	n = read_char(*s, code_point);
	if (n == 0) {
		*code_point = 0xFFFD;
		n = 1;
	}
	*s = mb_str_drop(*s, n);
	return true;
}

uint32_t mb_utf8_last(struct mb_str s)
{
	uint32_t c = 0;
	struct mb_str last;

	if (s.len == 0)
		return 0;
	last = mb_str_drop(s, mb_utf8_floor(s, s.len - 1));
	mb_utf8_next(&last, &c);
	return c;
}

bool mb_utf8_is_valid(struct mb_str bytes)
{
	uint32_t c;

	while (bytes.len > 0) {
		size_t n = read_char(bytes, &c);

		if (n == 0)
			return false;
		bytes = mb_str_drop(bytes, n);
	}
	return true;
}

size_t mb_utf8_count(struct mb_str s)
{
	uint32_t c;
	size_t n = 0;

	while (s.len > 0) {
		size_t ascii = 0;

		while (ascii < s.len && (unsigned char)s.ptr[ascii] < 0x80)
			ascii++;
		s = mb_str_drop(s, ascii);
		n += ascii + mb_utf8_next(&s, &c);
	}
	return n;
}

size_t mb_utf8_floor(struct mb_str s, size_t at)
{
	size_t back = 0;

	while (back < 3 && at > 0 && at < s.len &&
	       ((unsigned char)s.ptr[at] & 0xC0) == 0x80) {
		at--;
		back++;
	}
	return at;
}
