#include "minutebook/namematch.h"

/* Eats one letter of a folded text, whose blanks do not count. */
static bool next_letter(struct mb_str *s, char *c)
{
	while (s->len > 0 && s->ptr[0] == ' ')
		*s = mb_str_drop(*s, 1);
	if (s->len == 0)
		return false;
	*c = s->ptr[0];
	*s = mb_str_drop(*s, 1);
	return true;
}

/* Whether @value begins at the front of @key and ends at the end of a word. */
static bool matches_here(struct mb_str key, struct mb_str value, bool is_prefix)
{
	char k, v;

	while (next_letter(&value, &v))
		if (!next_letter(&key, &k) || k != v)
			return false;
	return is_prefix || key.len == 0 || key.ptr[0] == ' ';
}

bool mb_name_matches(struct mb_str key, struct mb_str value, bool is_prefix)
{
	if (mb_str_trim(value).len == 0)
		return false;
	for (;;) {
		struct mb_cut cut;

		if (matches_here(key, value, is_prefix))
			return true;
		cut = mb_str_cut(key, ' ');
		if (!cut.found)
			return false;
		key = cut.tail;
	}
}
