#include "sentence.h"

/* Short words whose dot ends no sentence. */
static bool is_abbreviation(struct mb_str text, size_t dot)
{
	static const char *const list[] = { "mr",     "mrs", "ms",   "dr",
					    "st",     "no",  "nos",  "cllr",
					    "cllrs",  "rev", "prof", "e.g",
					    "i.e",    "p",   "para", "ref",
					    "approx", "vs" };
	size_t start = dot;
	struct mb_str word;

	while (start > 0 && !mb_is_space(text.ptr[start - 1]) &&
	       text.ptr[start - 1] != '(')
		start--;
	word = mb_str_slice(text, start, dot);
	if (word.len == 1 && mb_is_upper(word.ptr[0]))
		return true; /* an initial */
	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (mb_str_equal_nocase(word, mb_str_of(list[i])))
			return true;
	return false;
}

/* Whether a sentence or list entry begins at byte @at. */
static bool begins_sentence(struct mb_str text, size_t at)
{
	size_t before;

	if (at == 0)
		return true;
	if (text.ptr[at - 1] == '\n')
		return true;
	if (text.ptr[at - 1] != ' ' || at < 2)
		return false;
	before = at - 2;
	if (text.ptr[before] == ';')
		return true;
	if (text.ptr[before] != '.' && text.ptr[before] != '?' &&
	    text.ptr[before] != '!')
		return false;
	return !mb_is_lower(text.ptr[at]) && !is_abbreviation(text, before);
}

size_t sentence_start(struct mb_str text, size_t at, size_t from)
{
	while (at > from && !begins_sentence(text, at))
		at--;
	return at;
}

size_t sentence_end(struct mb_str text, size_t start, size_t most)
{
	size_t at = start + 1;

	/* only behind a blank, which is seldom, is there more to ask */
	while (at < text.len &&
	       (!mb_is_space(text.ptr[at - 1]) || !begins_sentence(text, at))) {
		if (at > most && !mb_is_space(text.ptr[at - 1]))
			return MB_STR_NONE;
		at++;
	}
	if (at > text.len)
		at = text.len;
	while (at > start && mb_is_space(text.ptr[at - 1]))
		at--;
	return at <= most ? at : MB_STR_NONE;
}
