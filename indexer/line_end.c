#include "line_end.h"

#include "minutebook/text.h"
#include "vocabulary.h"
#include "words.h"

static bool is_closing_quote(uint32_t c)
{
	return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 ||
	       c == ')' || c == ']';
}

/* The last character that is no closing quote or bracket. */
uint32_t line_last_sign(struct mb_str s)
{
	uint32_t c = mb_utf8_last(s);

	while (is_closing_quote(c) && s.len > 0) {
		s.len = mb_utf8_floor(s, s.len - 1);
		c = mb_utf8_last(s);
	}
	return c;
}

bool line_ends_sentence(struct mb_str s)
{
	uint32_t c = line_last_sign(s);

	return c == '.' || c == ';' || c == ':' || c == '?' || c == '!';
}

struct mb_str line_last_word(struct mb_str s)
{
	return mb_str_after_last(mb_str_trim(s), ' ');
}

/* A quotation begins, and nothing in the line ends it. */
static bool has_open_quote(struct mb_str s)
{
	size_t at = mb_str_find(s, MB_STR("\xE2\x80\x9C"));

	return at != MB_STR_NONE && !line_ends_sentence(s) &&
	       mb_str_find(mb_str_drop(s, at), MB_STR("\xE2\x80\x9D")) ==
		   MB_STR_NONE;
}

/* "Seconded by Councillor M.", "City and County. Ms.": a name must follow. */
static bool ends_in_address(struct mb_str last)
{
	if (!mb_str_ends(last, MB_STR(".")))
		return false;
	last.len--;
	return is_honorific(last) || (last.len == 1 && mb_is_upper(*last.ptr));
}

/* A line that cannot end here: "of", "the", a comma, an open bracket. */
bool line_ends_open(struct mb_str s)
{
	static const char *const open_words[] = {
		"about",  "against", "are",   "as",      "be",    "been",
		"before", "between", "but",   "during",  "has",   "have",
		"her",    "his",     "is",    "its",     "our",   "per",
		"than",   "their",   "under", "until",   "upon",  "was",
		"were",   "when",    "where", "whether", "which", "while",
		"whose",  "will",    "would",
	};
	struct mb_str last = line_last_word(s);

	if (s.len > 0 && s.ptr[s.len - 1] == ',')
		return true;
	if (ends_in_address(last))
		return true;
	if (mb_str_count(s, '(') > mb_str_count(s, ')') || has_open_quote(s))
		return true;
	/* "... was outstanding. The": a sentence has only begun */
	return mb_str_equal(last, MB_STR("The")) ||
	       (last.len > 0 && mb_is_lower(last.ptr[0]) &&
		(is_function_word(last) || WORDS_HAS(open_words, last)));
}

bool line_awaits_number(struct mb_str s)
{
	static const char *const list[] = {
		"application", "bylaw",      "item",    "minute",
		"minutes",     "motion",     "number",  "ordinance",
		"paragraph",   "resolution", "section",
	};

	return WORDS_HAS(list, line_last_word(s));
}

bool line_ends_hyphen(struct mb_str s)
{
	size_t at;
	struct mb_str before;

	if (s.len < 2 || !mb_is_hyphen(mb_utf8_last(s)))
		return false;
	at = mb_utf8_floor(s, s.len - 1);
	before = mb_str_take(s, at);
	return mb_is_letter(mb_utf8_last(before));
}
