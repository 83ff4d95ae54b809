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

static bool is_line_to_sign(struct mb_str text)
{
	struct line_words line;

	if (!has_leader(text))
		return false;
	line = line_words_of(text);
	for (size_t i = 0; i < line.n; i++)
		if (mb_has_letter(line.at[i].text) &&
		    !is_of_signing(line.at[i].text))
			return false;
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
	if (is_line_to_sign(b->text))
		return true;
	return i > 0 && (b->n_blank == 0 || is_office_noun(b->text)) &&
	       is_line_to_sign(blocks->items[i - 1].text) && is_signer(b->text);
}
