#include "reads_json.h"

#include "minutebook/text.h"

static void skip_blanks(struct mb_str *s)
{
	while (s->len > 0 && (s->ptr[0] == ' ' || s->ptr[0] == '\n'))
		*s = mb_str_drop(*s, 1);
}

/* A sign of the grammar, with the blanks before it. */
static bool take_sign(struct mb_str *s, char c)
{
	skip_blanks(s);
	if (s->len == 0 || s->ptr[0] != c)
		return false;
	*s = mb_str_drop(*s, 1);
	return true;
}

static bool take(struct mb_str *s, char c)
{
	if (s->len == 0 || s->ptr[0] != c)
		return false;
	*s = mb_str_drop(*s, 1);
	return true;
}

static bool take_word(struct mb_str *s, struct mb_str word)
{
	if (!mb_str_starts(*s, word))
		return false;
	*s = mb_str_drop(*s, word.len);
	return true;
}

static bool is_hex(char c)
{
	return mb_is_digit(c) ||
	       (mb_to_lower(c) >= 'a' && mb_to_lower(c) <= 'f');
}

static bool take_escape(struct mb_str *s)
{
	char c = s->len > 0 ? s->ptr[0] : '\0';

	if (c != 'u') {
		*s = mb_str_drop(*s, s->len > 0);
		return c &&
		       mb_str_find_char(MB_STR("\"\\/bfnrt"), c) != MB_STR_NONE;
	}
	for (size_t i = 1; i <= 4; i++)
		if (i >= s->len || !is_hex(s->ptr[i]))
			return false;
	*s = mb_str_drop(*s, 5);
	return true;
}

static bool take_string(struct mb_str *s)
{
	if (!take(s, '"'))
		return false;
	while (s->len > 0 && s->ptr[0] != '"') {
		if ((unsigned char)s->ptr[0] < 0x20)
			return false;
		if (take(s, '\\')) {
			if (!take_escape(s))
				return false;
		} else {
			*s = mb_str_drop(*s, 1);
		}
	}
	return take(s, '"');
}

static bool take_digits(struct mb_str *s)
{
	size_t n = 0;

	while (n < s->len && mb_is_digit(s->ptr[n]))
		n++;
	*s = mb_str_drop(*s, n);
	return n > 0;
}

static bool take_number(struct mb_str *s)
{
	(void)take(s, '-');
	if (!take(s, '0') && !take_digits(s))
		return false;
	return !take(s, '.') || take_digits(s);
}

static bool take_value(struct mb_str *s);

static bool take_list(struct mb_str *s, char closer)
{
	bool is_object = closer == '}';

	if (take_sign(s, closer))
		return true;
	do {
		skip_blanks(s);
		if (is_object && (!take_string(s) || !take_sign(s, ':')))
			return false;
		if (!take_value(s))
			return false;
	} while (take_sign(s, ','));
	return take_sign(s, closer);
}

static bool take_value(struct mb_str *s)
{
	skip_blanks(s);
	if (take(s, '{'))
		return take_list(s, '}');
	if (take(s, '['))
		return take_list(s, ']');
	if (s->len > 0 && s->ptr[0] == '"')
		return take_string(s);
	return take_word(s, MB_STR("true")) || take_word(s, MB_STR("false")) ||
	       take_word(s, MB_STR("null")) || take_number(s);
}

bool reads_json(struct mb_str s)
{
	return mb_utf8_is_valid(s) && take_value(&s) && s.len == 0;
}
