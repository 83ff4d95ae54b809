#include "picture_note.h"

#include "words.h"

/* What a converter calls a picture. */
static const char *const pictures[] = {
	"figure", "graphic", "image", "img", "logo", "photo", "picture",
};

/* And what it says has become of it. */
static const char *const fates[] = {
	"hidden",  "intentionally", "missing", "not",
	"omitted", "placeholder",   "removed", "skipped",
};

/* Cuts off the signs of @set that stand at both ends of @s. */
static struct mb_str cut_signs(struct mb_str s, struct mb_str set)
{
	while (s.len > 0 && mb_str_find_char(set, s.ptr[0]) != MB_STR_NONE)
		s = mb_str_drop(s, 1);
	while (s.len > 0 &&
	       mb_str_find_char(set, s.ptr[s.len - 1]) != MB_STR_NONE)
		s.len--;
	return s;
}

/* What stands between brackets or arrows; nothing when there are none. */
static struct mb_str read_fenced(struct mb_str line)
{
	struct mb_str inner = cut_signs(line, MB_STR("* "));
	struct mb_str bare = cut_signs(inner, MB_STR("()[]<>!-=* "));

	return bare.len < inner.len ? bare : (struct mb_str){ NULL, 0 };
}

bool picture_note_is(struct mb_str line)
{
	struct line_words words = line_words_of(read_fenced(line));

	if (words.n == 0 || !WORDS_HAS(pictures, words.at[0].text))
		return false;
	for (size_t i = 1; i < words.n; i++)
		if (WORDS_HAS(fates, words.at[i].text))
			return true;
	return words.n == 1 || words.at[0].after == ':';
}
