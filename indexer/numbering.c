#include "numbering.h"

#include "attendance.h"
#include "chain.h"
#include "minutebook/text.h"
#include "motions.h"
#include "titles.h"
#include "vocabulary.h"

/* --- schemes without numbers ------------------------------------------- */

static bool is_capitals(struct mb_str s)
{
	size_t n_upper = 0;
	uint32_t c;

	while (mb_utf8_next(&s, &c)) {
		if (mb_is_lower_letter(c))
			return false;
		n_upper += mb_is_upper_letter(c);
	}
	return n_upper >= 4;
}

static bool fits(const struct block *b, enum scheme scheme)
{
	struct mb_str title, rest;

	if (b->mark || b->kind == BLOCK_ROW)
		return false;
	switch (scheme) {
	case SCHEME_HEADINGS:
		return b->kind == BLOCK_HEADING && b->level >= 2;
	case SCHEME_CAPITALS:
		return is_capitals(b->text);
	case SCHEME_BOLD:
		return b->is_bold && b->kind != BLOCK_HEADING &&
		       b->marker.len == 0;
	case SCHEME_LABELS:
		return b->kind == BLOCK_PARAGRAPH &&
		       (title_split(b->text, &title, &rest) ||
			mb_str_ends(b->text, MB_STR(":")));
	default:
		return false;
	}
}

/* Signatures and resolutions stand in capitals, too. */
static bool can_be_title(struct mb_str text)
{
	struct mb_str rest = text;
	uint32_t c = 0;

	mb_utf8_next(&rest, &c);
	return (mb_is_letter(c) || mb_is_digit((char)(c < 0x80 ? c : 0)) ||
		c == '"' || c == 0x201C) &&
	       !motion_begins_resolution(text) &&
	       !is_office_noun(title_trim(text)); /* who signs */
}

/* The one title of a meeting with one subject: early, above a sentence. */
static bool stands_first(const struct blocks *blocks, size_t first,
			 const bool *begins_item)
{
	for (size_t i = first; i + 1 < blocks->n && i < first + 12; i++)
		if (begins_item[i])
			return title_is_sentence(blocks->items[i + 1].text);
	return false;
}

/* "Apologies" above a list of names, before any business. */
static bool begins_list_of_people(const struct blocks *blocks, size_t i)
{
	enum mb_presence presence;
	struct mb_str rest;

	return attendance_label(blocks->items[i].text, &presence, &rest) &&
	       i + 1 < blocks->n &&
	       !title_is_sentence(blocks->items[i + 1].text);
}

/*
 * Titles without numbers have nothing to ascend: what tells is that most of
 * the lines that fit look like titles, and that some are standard ones.
 */
static struct numbering try_titles(struct blocks *blocks, size_t first,
				   enum scheme scheme)
{
	struct numbering numbering = { .scheme = SCHEME_NONE };
	size_t n = 0, n_standard = 0;

	numbering.begins_item = MB_NEW(blocks->arena, bool, blocks->n + 1);
	if (!numbering.begins_item) {
		blocks->has_failed = true;
		return numbering;
	}
	for (size_t i = first; i < blocks->n; i++) {
		const struct block *b = &blocks->items[i];
		struct mb_str title = b->text, rest;
		double score;

		if (!fits(b, scheme) || !can_be_title(b->text) ||
		    (n == 0 && begins_list_of_people(blocks, i)))
			continue;
		title_split(b->text, &title, &rest);
		score = title_score(title, scheme != SCHEME_LABELS);
		if (score < (scheme == SCHEME_LABELS ? 0.3 : 0.4))
			continue;
		n++;
		n_standard += title_is_standard(title);
		numbering.score += 0.4 * score;
		numbering.begins_item[i] = true;
	}
	if (n >= 2 && n_standard >= 1 + (scheme == SCHEME_LABELS) &&
	    numbering.score >= 0.8)
		numbering.scheme = scheme;
	if (n == 1 && scheme == SCHEME_BOLD && numbering.score >= 0.3 &&
	    stands_first(blocks, first, numbering.begins_item))
		numbering.scheme = scheme;
	return numbering;
}

/* --- titles between numbered items ------------------------------------- */

/* "OPEN FORUM" among numbered items: a standard title, and text below it. */
static void add_standard_titles(const struct blocks *blocks, size_t first,
				enum scheme scheme, bool *begins_item)
{
	for (size_t i = first; i + 1 < blocks->n; i++) {
		const struct block *b = &blocks->items[i];

		enum mb_presence presence;
		struct mb_str rest;

		if (begins_item[i] || begins_item[i + 1] ||
		    attendance_label(b->text, &presence, &rest) ||
		    (i > 0 && begins_item[i - 1] &&
		     marker_of(blocks->items[i - 1].text).is_alone))
			continue;
		if (b->marker.len > 0 || b->mark ||
		    !(is_capitals(b->text) || b->is_bold ||
		      b->kind == BLOCK_HEADING || scheme == SCHEME_LABELS) ||
		    mb_str_ends(b->text, MB_STR(":")) || !can_be_title(b->text))
			continue;
		begins_item[i] = title_is_standard(b->text) &&
				 title_score(b->text, true) > 1.2;
	}
}

/* --- choosing ---------------------------------------------------------- */

/* Styles of numbers, and the part that rises: 275/19, 22/045. */
static const struct {
	enum marker_style style;
	size_t part;
} number_styles[] = {
	{ MARKER_DOT, 0 },     { MARKER_SLASH, 0 },    { MARKER_SLASH, 1 },
	{ MARKER_BRACKET, 0 }, { MARKER_THREE, 0 },    { MARKER_WORD, 0 },
	{ MARKER_BARE, 0 },    { MARKER_BRACKETS, 0 }, { MARKER_CODE, 0 },
	{ MARKER_CODE, 1 },    { MARKER_CODE, 2 },
};

static const enum scheme title_schemes[] = {
	SCHEME_HEADINGS,
	SCHEME_BOLD,
	SCHEME_CAPITALS,
	SCHEME_LABELS,
};

struct numbering numbering_find(struct blocks *blocks, size_t first)
{
	struct numbering best = { .scheme = SCHEME_NONE };

	for (size_t i = 0; i < sizeof(number_styles) / sizeof(*number_styles);
	     i++) {
		struct numbering n =
		    chain_find(blocks, first, number_styles[i].style,
			       number_styles[i].part);

		if (n.scheme != SCHEME_NONE && n.score > best.score)
			best = n;
	}
	for (size_t i = 0; best.score < 2 * NUMBERING_MIN_SCORE &&
			   i < sizeof(title_schemes) / sizeof(*title_schemes);
	     i++) {
		struct numbering n =
		    try_titles(blocks, first, title_schemes[i]);

		if (n.scheme != SCHEME_NONE && n.score > best.score)
			best = n;
	}
	if (best.scheme == SCHEME_NUMBERS || best.scheme == SCHEME_LABELS)
		add_standard_titles(blocks, first, best.scheme,
				    best.begins_item);
	best.has_paragraph_numbers = chain_has_paragraph_numbers(blocks, first);
	if (best.scheme == SCHEME_NONE && best.has_paragraph_numbers)
		best.scheme = SCHEME_PARAGRAPHS;
	if (!best.begins_item)
		best.begins_item = MB_NEW(blocks->arena, bool, blocks->n + 1);
	if (!best.begins_item)
		blocks->has_failed = true;
	return best;
}
