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

/* Whether a character beyond ASCII belongs to the word itself. */
static bool is_core(uint32_t c)
{
	return !mb_is_hyphen(c) && !mb_is_apostrophe(c) && !is_opening(c) &&
	       !is_closing(c);
}

/* What a run of characters is made of. */
struct letters {
	size_t first, last; /* bytes from the first to behind the last of the
			       word itself; @first is the run's length when
			       there is none */
	size_t n_upper, n_lower;
	char opens; /* the bracket or quote before it */
};

/* Most letters are ASCII, and most time went into decoding them. */
static void read_letters(struct mb_str run, struct letters *out)
{
	struct mb_str rest = run;
	uint32_t c;

	*out = (struct letters){ .first = run.len };
	while (rest.len > 0) {
		size_t at = (size_t)(rest.ptr - run.ptr);
		bool is_upper, is_lower, counts;

		if ((unsigned char)rest.ptr[0] < 0x80) {
			c = (unsigned char)rest.ptr[0];
			is_lower = mb_is_lower((char)c);
			is_upper = !is_lower && mb_is_upper((char)c);
			counts = is_lower || is_upper || mb_is_digit((char)c) ||
				 c == '&';
			rest = mb_str_drop(rest, 1);
		} else {
			mb_utf8_next(&rest, &c);
			counts = is_core(c);
			is_upper = counts && mb_is_upper_letter(c);
			is_lower = counts && mb_is_lower_letter(c);
		}
		if (counts) {
			if (out->first == run.len)
				out->first = at;
			out->last = (size_t)(rest.ptr - run.ptr);
			out->n_upper += is_upper;
			out->n_lower += is_lower;
		} else if (out->first == run.len && is_opening(c)) {
			out->opens = c == '(' || c == '[' ? '(' : '"';
		}
	}
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

	if (c == '|' && !word->after) /* between the cells of a table */
		sign = ';';
	if (is_closing(c))
		word->closes = c == ')' || c == ']' ? ')' : '"';
	else if (weight(sign) > weight(word->after))
		word->after = sign;
}

/* Cuts the signs off both ends of one run of non-blank characters. */
static bool read_word(struct mb_str text, size_t start, size_t end,
		      struct word *before, struct word *word)
{
	struct mb_str run = mb_str_slice(text, start, end), rest;
	struct letters letters;
	uint32_t c;

	read_letters(run, &letters);
	*word = (struct word){ .start = start, .opens = letters.opens };
	if (letters.first >= letters.last)
		return false;
	if (letters.first > 0 && before &&
	    mb_is_hyphen(mb_utf8_last(mb_str_take(run, letters.first))))
		note_after(before, '-'); /* "Mrs Reeve -Chairman" */
	rest = mb_str_drop(run, letters.last);
	while (mb_utf8_next(&rest, &c))
		note_after(word, c);
	word->start = start + letters.first;
	word->end = start + letters.last;
	word->text = mb_str_slice(text, word->start, word->end);
	rest = word->text;
	mb_utf8_next(&rest, &c);
	word->is_capital = mb_is_upper_letter(c);
	word->is_caps = letters.n_lower == 0 && letters.n_upper >= 2;
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
		if (end < text.len && text.ptr[end] == '\n' && n > 0)
			out[n - 1].ends_line = true;
		at = end + 1;
	}
	return n;
}

/* As strcmp(), but the word need not be in small letters. */
static int compare_folded(struct mb_str word, const char *other)
{
	for (size_t i = 0; i < word.len; i++) {
		int order = mb_to_lower(word.ptr[i]) - other[i];

		if (order != 0) /* at the other's end, too */
			return order;
	}
	return other[word.len] == '\0' ? 0 : -1;
}

bool words_has(const char *const *sorted, size_t n, struct mb_str word)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;
		int order = compare_folded(word, sorted[middle]);

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
