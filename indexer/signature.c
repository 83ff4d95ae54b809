#include "signature.h"

#include "minutebook/text.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

/* So many dots or strokes in a row are a line to write on. */
#define MIN_LEADER 6

/* What names who signed is shorter. */
#define MAX_SIGNER 100

static bool has_leader(struct mb_str s)
{
	size_t n = 0;
	uint32_t c;

	while (n < MIN_LEADER && mb_utf8_next(&s, &c)) {
		if (c == '.' || c == '_')
			n++;
		else
			n = c == 0x2026 ? n + 3 : 0;
	}
	return n >= MIN_LEADER;
}

/* "Signed", "as a correct record", "Chairman", "Date". */
static bool is_of_signing(struct mb_str word)
{
	static const char *const list[] = {
		"a",          "as",      "at",      "by",        "chair",
		"correct",    "date",    "dated",   "day",       "dyddiad",
		"llofnodwyd", "meeting", "minutes", "name",      "of",
		"print",      "record",  "sign",    "signature", "signed",
		"the",        "these",   "this",    "true",      "witnessed"
	};

	return WORDS_HAS(list, word) || is_office_noun(word) ||
	       is_body_noun(word);
}

/* "Signed......": what stands before the dots */
static struct mb_str without_leader(struct mb_str word)
{
	size_t n = 0;

	while (n < word.len && mb_is_alpha(word.ptr[n]))
		n++;
	return n > 0 ? mb_str_take(word, n) : word;
}

bool signature_is_line(struct mb_str text)
{
	struct line_words line;

	if (!has_leader(text))
		return false;
	line = line_words_of(text);
	for (size_t i = 0; i < line.n; i++) {
		struct mb_str word = without_leader(line.at[i].text);

		if (mb_has_letter(word) && !is_of_signing(word))
			return false;
	}
	return true;
}

/* "Chairman   Date", "Ida Penn, Chairperson": below a line to sign. */
static bool is_signer(struct mb_str text)
{
	struct line_words line = line_words_of(text);

	if (text.len > MAX_SIGNER || title_is_sentence(text))
		return false;
	for (size_t i = 0; i < line.n; i++)
		if (is_office_noun(line.at[i].text))
			return true;
	return false;
}

bool signature_at(const struct blocks *blocks, size_t i)
{
	const struct block *b = &blocks->items[i];

	if (b->kind != BLOCK_LINE && b->kind != BLOCK_PARAGRAPH &&
	    b->kind != BLOCK_ROW)
		return false;
	if (signature_is_line(b->text))
		return true;
	return i > 0 && (b->n_blank == 0 || is_office_noun(b->text)) &&
	       signature_is_line(blocks->items[i - 1].text) &&
	       is_signer(b->text);
}

/* --- the end of the paper ---------------------------------------------- */

/* Below the last sentence stand no more lines than these. */
#define MAX_END_LINES 8

/* "Chairman", "Signed:", "Date:", by themselves */
static bool is_label_to_sign(struct mb_str text)
{
	static const char *const labels[] = {
		"date", "dated", "dyddiad", "llofnodwyd", "signature", "signed",
	};
	struct line_words line = line_words_of(text);

	if (line.n == 0 || line.n > 3)
		return false;
	if (line.n == 1 && WORDS_HAS(labels, line.at[0].text))
		return true;
	for (size_t i = 0; i < line.n; i++)
		if (!is_office_noun(line.at[i].text))
			return false;
	return true;
}

/* "M STANDISH" above "Chair" */
static bool is_name_in_capitals(struct mb_str text)
{
	size_t n = line_words_of(text).n;

	return n >= 2 && n <= 4 && mb_is_in_capitals(text) &&
	       !title_is_standard(text);
}

/* Text of the meeting, and none of what may stand below it. */
static bool is_text(const struct block *b)
{
	return b->mark != MARK_NONE || b->kind == BLOCK_ENTRY ||
	       b->text.len > MAX_SIGNER || title_is_sentence(b->text);
}

size_t signature_end(const struct blocks *blocks)
{
	size_t n = blocks->n, first = n, i = n;

	while (i > 0 && i + MAX_END_LINES > n &&
	       !is_text(&blocks->items[i - 1]))
		if (is_label_to_sign(blocks->items[--i].text))
			first = i;
	if (first == n || i == 0 || !is_text(&blocks->items[i - 1]))
		return n; /* it is below no text */
	if (first > i && is_name_in_capitals(blocks->items[first - 1].text))
		first--;
	return first;
}
