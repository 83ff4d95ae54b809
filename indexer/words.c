#include "words.h"

#include <string.h>

#include "minutebook/text.h"

static bool is_opening(uint32_t c)
{
	return c == '(' || c == '[' || c == '"' || c == 0x201C || c == 0xAB;
}

static bool is_closing(uint32_t c)
{
	return c == ')' || c == ']' || c == '"' || c == 0x201D || c == 0xBB;
}

static bool is_core(uint32_t c)
{
	return mb_is_letter(c) || c == '&' ||
	       (c < 0x80 && mb_is_digit((char)c)) ||
	       (c >= 0x80 && !mb_is_hyphen(c) && !mb_is_apostrophe(c) &&
		!is_opening(c) && !is_closing(c));
}

/* How much a sign behind a word says about the end of a phrase. */
static int weight(char sign)
{
	static const char signs[] = "-,:;!?.";
	const char *at = sign ? strchr(signs, sign) : NULL;

	return at ? (int)(at - signs) + 1 : 0;
}

static void note_after(struct word *word, uint32_t c)
{
	char sign = mb_is_hyphen(c) ? '-' : c < 0x80 ? (char)c : '\0';

	if (is_closing(c))
		word->closes = c == ')' || c == ']' ? ')' : '"';
	else if (weight(sign) > weight(word->after))
		word->after = sign;
}

/* Cuts the signs off both ends of one run of non-blank characters. */
static bool read_word(struct mb_str text, size_t start, size_t end,
		      struct word *before, struct word *word)
{
	struct mb_str run = mb_str_slice(text, start, end), rest = run;
	size_t first = run.len, last = 0;
	size_t n_upper = 0, n_lower = 0;
	uint32_t c;

	*word = (struct word){ .start = start };
	while (rest.len > 0) {
		size_t at = (size_t)(rest.ptr - run.ptr);

		mb_utf8_next(&rest, &c);
		if (is_core(c)) {
			if (first == run.len)
				first = at;
			last = (size_t)(rest.ptr - run.ptr);
			n_upper += mb_is_upper_letter(c);
			n_lower += mb_is_lower_letter(c);
		} else if (first == run.len && is_opening(c)) {
			word->opens = c == '(' || c == '[' ? '(' : '"';
		}
	}
	if (first >= last)
		return false;
	if (first > 0 && before &&
	    mb_is_hyphen(mb_utf8_last(mb_str_take(run, first))))
		note_after(before, '-'); /* "Mrs Cann -Chairman" */
	rest = mb_str_drop(run, last);
	while (mb_utf8_next(&rest, &c))
		note_after(word, c);
	word->start = start + first;
	word->end = start + last;
	word->text = mb_str_slice(text, word->start, word->end);
	rest = word->text;
	mb_utf8_next(&rest, &c);
	word->is_capital = mb_is_upper_letter(c);
	word->is_caps = n_lower == 0 && n_upper >= 2;
	return true;
}

size_t words_of(struct mb_str text, struct word *out, size_t max)
{
	size_t n = 0, at = 0;

	while (n < max && at < text.len) {
		size_t end = at;

		while (end < text.len && !mb_is_space(text.ptr[end]))
			end++;
		if (end > at && read_word(text, at, end,
					  n > 0 ? &out[n - 1] : NULL, &out[n]))
			n++;
		else if (end > at && n > 0) { /* a dash by itself */
			struct mb_str sign = mb_str_slice(text, at, end);
			uint32_t c;

			while (mb_utf8_next(&sign, &c))
				note_after(&out[n - 1], c);
		}
		at = end + 1;
	}
	return n;
}

bool words_has(const char *const *sorted, size_t n, struct mb_str word)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;
		struct mb_str other = mb_str_of(sorted[middle]);
		size_t i = 0;
		int order = 0;

		while (order == 0 && i < other.len && i < word.len) {
			order = mb_to_lower(word.ptr[i]) - other.ptr[i];
			i++;
		}
		if (order == 0)
			order = (word.len > i) - (other.len > i);
		if (order == 0)
			return true;
		if (order < 0)
			n = middle;
		else
			low = middle + 1;
	}
	return false;
}

struct line_words line_words_of(struct mb_str text)
{
	struct line_words line;

	line.n = words_of(text, line.at, WORDS_LINE_MAX);
	return line;
}

bool line_has(const struct line_words *line, size_t i, const char *word)
{
	return i < line->n &&
	       mb_str_equal_nocase(line->at[i].text, mb_str_of(word));
}

bool word_begins_in_digit(struct mb_str word)
{
	return word.len > 0 && mb_is_digit(word.ptr[0]);
}
