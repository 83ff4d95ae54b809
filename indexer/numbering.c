#include "numbering.h"

#include "attendance.h"
#include "chain.h"
#include "minutebook/text.h"
#include "motions.h"
#include "number_behind.h"
#include "sections.h"
#include "sub_items.h"
#include "titles.h"
#include "vocabulary.h"
#include "votes.h"
#include "words.h"

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

/* "Action: AB" in bold is no title. */
static bool is_leading_word(struct mb_str lead)
{
	static const char *const list[] = {
		"action",   "actions",  "agreed",         "approved",
		"decision", "note",     "noted",          "present",
		"proposed", "proposer", "recommendation", "resolution",
		"resolved", "seconded", "vote",
	};

	return WORDS_HAS(list, mb_str_cut(title_trim(lead), ' ').head);
}

/* A line without any sign at its end, that names nobody. */
static bool is_short_line(struct mb_str text)
{
	uint32_t last = mb_utf8_last(text);
	struct mb_str rest = text;
	uint32_t first = 0;

	mb_utf8_next(&rest, &first);
	return text.len <= 70 && mb_is_upper_letter(first) &&
	       (mb_is_letter(last) || last == ')' || last == '\'') &&
	       !attendance_names_first(text);
}

static bool fits(const struct block *b, enum scheme scheme)
{
	struct mb_str title, rest;

	if (b->mark || b->is_aside || b->kind == BLOCK_ROW)
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
	case SCHEME_LEADS:
		return b->kind == BLOCK_PARAGRAPH && b->bold_front.len > 0 &&
		       !is_leading_word(b->bold_front) &&
		       !attendance_names_first(b->bold_front);
	case SCHEME_LINES:
		return b->kind == BLOCK_PARAGRAPH && b->marker.len == 0 &&
		       !b->is_bold && is_short_line(b->text);
	default:
		return false;
	}
}

/* "RESOLUTION NO. 41 OF 2016" above what leads to it, not its motion */
static bool heads_resolution(const struct blocks *blocks, size_t i)
{
	struct mb_str text = blocks->items[i].text;

	return mb_str_starts_nocase(text, MB_STR("resolution no")) &&
	       is_capitals(text) && i + 1 < blocks->n &&
	       title_is_sentence(blocks->items[i + 1].text) &&
	       !motion_goes_on(blocks->items[i + 1].text);
}

/* "155,872", "Budget 2015 £", "Receipts)": of a table that lost its lines */
static bool is_cell(struct mb_str s)
{
	uint32_t last = mb_utf8_last(s);

	return mb_str_count(s, ')') > mb_str_count(s, '(') || last == 0x20AC ||
	       last == 0xA3 || last == '$' || last == '%' || !mb_has_letter(s);
}

/* "RESOLUTION NO. 2023-11": its number, and none of its words. */
static bool is_numbered_resolution(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	bool has_number = false;

	for (size_t i = 0; i < line.n; i++) {
		if (word_begins_in_digit(line.at[i].text))
			has_number = true;
		else if (!line_has(&line, i, "resolution") &&
			 !line_has(&line, i, "no") &&
			 !line_has(&line, i, "number"))
			return false;
	}
	return has_number;
}

/* "CLERK" is who signs, unless a sentence below tells of business. */
static bool is_signer(const struct blocks *blocks, size_t i)
{
	return is_office_noun(title_trim(blocks->items[i].text)) &&
	       (i + 1 == blocks->n ||
		!title_is_sentence(blocks->items[i + 1].text));
}

/* Signatures, resolutions and votes are set apart, too. */
static bool can_be_title(const struct blocks *blocks, size_t i)
{
	struct mb_str text = blocks->items[i].text, rest = text;
	uint32_t c = 0;

	mb_utf8_next(&rest, &c);
	if (section_of_label(text) == SECTION_DOCUMENTS)
		return false;
	return (mb_is_letter(c) || mb_is_digit((char)(c < 0x80 ? c : 0)) ||
		c == '"' || c == 0x201C) &&
	       !is_cell(text) &&
	       (!motion_begins_resolution(text) ||
		is_numbered_resolution(text)) &&
	       vote_line_of(text) != VOTE_COUNTS && !is_signer(blocks, i);
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

/* "Present" by itself, set as the titles are. */
static bool has_label_before(const struct blocks *blocks, size_t i,
			     enum scheme scheme)
{
	enum mb_presence presence;
	struct mb_str rest;

	for (size_t k = 0; k < i; k++)
		if (fits(&blocks->items[k], scheme) &&
		    attendance_label(blocks->items[k].text, &presence, &rest) &&
		    rest.len == 0)
			return true;
	return false;
}

/* "Apologies" above a list of names, before any business. */
static bool begins_list_of_people(const struct blocks *blocks, size_t i,
				  enum scheme scheme)
{
	struct mb_str text = blocks->items[i].text;
	enum mb_presence presence;
	struct mb_str rest;

	if (!attendance_label(text, &presence, &rest) || i + 1 >= blocks->n ||
	    title_is_sentence(blocks->items[i + 1].text))
		return false;
	/* no list, but the first business, if no other list is titled so */
	return presence != MB_APOLOGIES || rest.len > 0 ||
	       mb_str_ends(text, MB_STR(":")) ||
	       has_label_before(blocks, i, scheme);
}

/* A line that is no title's text, and has text of its own. */
static bool stands_above_text(const struct blocks *blocks, size_t i, size_t n,
			      const bool *begins_item)
{
	const struct block *b = &blocks->items[i];

	if (title_is_standard(b->text))
		return i + 1 < blocks->n;
	return n > 0 && !begins_item[i - 1] && i + 1 < blocks->n &&
	       !(fits(b + 1, SCHEME_LINES) && !title_is_standard(b[1].text));
}

static bool is_set_apart(enum scheme scheme)
{
	return scheme != SCHEME_LABELS && scheme != SCHEME_LINES;
}

/* The less is set apart, the more must be what every clerk has. */
static size_t n_standard_needed(enum scheme scheme, size_t n)
{
	switch (scheme) {
	case SCHEME_LABELS:
	case SCHEME_LEADS:
		return 2;
	case SCHEME_LINES:
		return n / 2 > 3 ? n / 2 : 3;
	default:
		return 1;
	}
}

/* How many titles from block @i on have no text between them. */
static size_t count_run(const struct blocks *blocks, const bool *begins_item,
			size_t i)
{
	size_t n = 0;

	while (i + n < blocks->n && begins_item[i + n])
		n++;
	return n;
}

/* So many titles on end are the cells of a table that lost its lines. */
#define MIN_CELLS 4

/* Takes back the titles that are cells, unless nothing but them was found. */
static void drop_cells(const struct blocks *blocks, size_t n_titles,
		       bool *begins_item)
{
	size_t n_cells = 0, n;

	for (size_t i = 0; i < blocks->n; i += n + 1) {
		n = count_run(blocks, begins_item, i);
		n_cells += n >= MIN_CELLS ? n : 0;
	}
	for (size_t i = 0; n_cells * 2 < n_titles && i < blocks->n;
	     i += n + 1) {
		n = count_run(blocks, begins_item, i);
		for (size_t k = i; n >= MIN_CELLS && k < i + n; k++)
			begins_item[k] =
			    title_is_standard(blocks->items[k].text);
	}
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

		if (!fits(b, scheme) ||
		    !(can_be_title(blocks, i) || heads_resolution(blocks, i)) ||
		    (scheme == SCHEME_LINES &&
		     !stands_above_text(blocks, i, n, numbering.begins_item)) ||
		    (n == 0 && begins_list_of_people(blocks, i, scheme)))
			continue;
		if (scheme == SCHEME_LEADS)
			title = b->bold_front;
		else
			title_split(b->text, &title, &rest);
		score = title_score(title, is_set_apart(scheme));
		if (score < (scheme == SCHEME_LABELS ? 0.3 : 0.4))
			continue;
		n++;
		n_standard += title_is_standard(title);
		numbering.score += 0.4 * score;
		numbering.begins_item[i] = true;
	}
	if (scheme == SCHEME_BOLD)
		drop_cells(blocks, n, numbering.begins_item);
	if (n >= 2 && n_standard >= n_standard_needed(scheme, n) &&
	    numbering.score >= 0.8)
		numbering.scheme = scheme;
	if (n == 1 && scheme == SCHEME_BOLD && numbering.score >= 0.3 &&
	    stands_first(blocks, first, numbering.begins_item))
		numbering.scheme = scheme;
	return numbering;
}

/* --- titles between numbered items ------------------------------------- */

/* "Date of next meeting", above the day: the last item has no number. */
static bool is_next_date(const struct blocks *blocks, size_t i)
{
	static const char *const begins[] = { "date of next", "next meeting",
					      "date and time of" };
	const struct block *b = &blocks->items[i];

	for (size_t k = 0; k < sizeof(begins) / sizeof(*begins); k++)
		if (mb_str_starts_nocase(b->text, mb_str_of(begins[k])))
			return b->n_blank > 0 && is_short_line(b->text);
	return false;
}

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
		      b->kind == BLOCK_HEADING || scheme == SCHEME_LABELS ||
		      is_next_date(blocks, i)) ||
		    mb_str_ends(b->text, MB_STR(":")) ||
		    !can_be_title(blocks, i))
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
	{ MARKER_NUMERAL, 0 }, { MARKER_TWO, 0 },      { MARKER_TWO, 1 },
	{ MARKER_CODE, 1 },    { MARKER_CODE, 2 },
};

static const enum scheme title_schemes[] = {
	SCHEME_HEADINGS, SCHEME_BOLD,  SCHEME_CAPITALS,
	SCHEME_LABELS,   SCHEME_LEADS, SCHEME_LINES,
};

struct numbering numbering_find(struct blocks *blocks, size_t first)
{
	struct numbering best = { .scheme = SCHEME_NONE };
	bool has_sub_items;

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
	if (best.scheme == SCHEME_NUMBERS)
		sub_items_add_headings(blocks, first, best.begins_item);
	if (best.scheme != SCHEME_NONE && best.scheme != SCHEME_NUMBERS)
		best.has_numbers_behind =
		    number_behind_titles(blocks, best.begins_item);
	has_sub_items = best.scheme != SCHEME_NONE &&
			sub_items_add(blocks, first, best.begins_item);
	if (best.scheme == SCHEME_CAPITALS || best.scheme == SCHEME_HEADINGS ||
	    best.scheme == SCHEME_BOLD)
		sub_items_add_below_titles(blocks, first, best.begins_item);
	best.has_paragraph_numbers =
	    !has_sub_items && chain_has_paragraph_numbers(blocks, first);
	if (best.scheme == SCHEME_NONE && best.has_paragraph_numbers)
		best.scheme = SCHEME_PARAGRAPHS;
	if (!best.begins_item)
		best.begins_item = MB_NEW(blocks->arena, bool, blocks->n + 1);
	if (!best.begins_item)
		blocks->has_failed = true;
	return best;
}
