#include "numbering.h"

#include <string.h>

#include "attendance.h"
#include "minutebook/text.h"
#include "motions.h"
#include "titles.h"
#include "words.h"

/* A chain that scores less is chance. */
#define MIN_SCORE 2.4

struct candidate {
	size_t block;
	uint32_t value;
	uint16_t depth; /* of the list that it is an entry of */
	bool is_alone;  /* the title stands in the next block */
	bool is_marked; /* in bold or as a heading */
	double gain;    /* for looking like the beginning of an item */
	double best;    /* of a chain that ends here */
	size_t before;  /* in that chain, or NONE */
};

#define NONE ((size_t)-1)

struct candidates {
	struct candidate *items;
	size_t n;
};

/* --- what a line looks like -------------------------------------------- */

/* The text that would be the title if block @i began an item. */
static struct mb_str title_text(const struct blocks *blocks, size_t i,
				const struct marker *marker, bool *is_marked)
{
	const struct block *b = &blocks->items[i];
	struct mb_str text = mb_str_drop(b->text, marker->len);
	struct mb_str title, rest;

	*is_marked = b->is_bold || b->kind == BLOCK_HEADING;
	if (marker->is_alone && i + 1 < blocks->n) {
		b = &blocks->items[i + 1];
		*is_marked =
		    *is_marked || b->is_bold || b->kind == BLOCK_HEADING;
		if (marker_of(b->text).style != MARKER_NONE)
			return (struct mb_str){ NULL, 0 };
		text = b->text;
	}
	return title_split(text, &title, &rest) ? title : text;
}

/* A list under "RESOLVED that:" or another colon is no list of items. */
static bool is_under_colon(const struct blocks *blocks, size_t i)
{
	struct mb_str above;

	if (i == 0)
		return false;
	above = blocks->items[i - 1].text;
	return mb_str_ends(above, MB_STR(":")) ||
	       mb_str_ends(above, MB_STR(":-")) ||
	       mb_str_ends(above, MB_STR(" that"));
}

static double gain_of(const struct blocks *blocks, size_t i,
		      const struct marker *marker)
{
	bool is_marked;
	struct mb_str title = title_text(blocks, i, marker, &is_marked);
	double gain = 0.3 + 0.5 * title_score(title, is_marked);

	if (is_under_colon(blocks, i))
		gain -= 0.6;
	if (blocks->items[i].indent > 8)
		gain -= 0.2;
	return gain;
}

/* --- numbered schemes -------------------------------------------------- */

/* The marker of block @i: of a list entry, it has been cut off already. */
static struct marker block_marker(const struct block *b)
{
	struct marker marker = marker_of(b->text);

	if (b->marker.len > 0) {
		marker = marker_of(b->marker);
		marker.len = 0;
		marker.is_alone = false;
	}
	return marker;
}

/* What the ascending number of an item is in this style. */
static uint32_t value_of(const struct marker *marker)
{
	if (marker->style == MARKER_THREE) /* year.month.item */
		return marker->part[0] * 10000 + marker->part[1] * 100 +
		       marker->part[2];
	return marker->part[0];
}

static bool is_candidate(const struct block *b, enum marker_style style)
{
	return !b->mark && block_marker(b).style == style;
}

static struct candidates collect(struct blocks *blocks, size_t first,
				 enum marker_style style)
{
	struct candidates c = { NULL, 0 };
	size_t n = 0;

	for (size_t i = first; i < blocks->n && n < NUMBERING_MAX_CANDIDATES;
	     i++)
		n += is_candidate(&blocks->items[i], style);
	if (n == 0)
		return c;
	c.items = MB_NEW(blocks->arena, struct candidate, n);
	if (!c.items) {
		blocks->has_failed = true;
		return c;
	}
	for (size_t i = first; c.n < n; i++) {
		struct marker marker = block_marker(&blocks->items[i]);

		if (!is_candidate(&blocks->items[i], style))
			continue;
		c.items[c.n++] = (struct candidate){
			.block = i,
			.value = value_of(&marker),
			.depth = blocks->items[i].marker.len > 0
				     ? blocks->items[i].indent
				     : 0,
			.is_alone = marker.is_alone,
			.is_marked = blocks->items[i].is_bold ||
				     blocks->items[i].kind == BLOCK_HEADING,
			.gain = gain_of(blocks, i, &marker),
			.before = NONE,
		};
	}
	return c;
}

/* What it is worth that @later follows @earlier. */
static double step_gain(uint32_t step)
{
	if (step == 1)
		return 0.7;
	if (step == 2)
		return 0.3;
	return step <= 4 ? 0.0 : -0.8;
}

static double link_gain(const struct candidate *earlier,
			const struct candidate *later)
{
	double gain = step_gain(later->value - earlier->value);

	/* items are entries of one list, not of lists inside it */
	return later->depth == earlier->depth ? gain : gain - 1.0;
}

/* Finds the heaviest ascending chain; the last of it, or NONE. */
static size_t find_chain(struct candidates *c)
{
	size_t end = NONE;

	for (size_t i = 0; i < c->n; i++) {
		struct candidate *this = &c->items[i];

		this->best = this->gain;
		for (size_t k = 0; k < i; k++) {
			const struct candidate *that = &c->items[k];
			double best;

			if (that->value >= this->value)
				continue;
			best = that->best + this->gain + link_gain(that, this);
			if (best > this->best) {
				this->best = best;
				this->before = k;
			}
		}
		if (end == NONE || this->best > c->items[end].best)
			end = i;
	}
	return end;
}

/*
 * Business is taken out of order, too: a number that the chain leaves out,
 * before a title, in the same manner as most of the chain.
 */
static size_t add_strays(const struct candidates *c, bool *begins_item)
{
	size_t n_chain = 0, n_alone = 0, n_added = 0;

	for (size_t i = 0; i < c->n; i++) {
		n_chain += begins_item[c->items[i].block];
		n_alone +=
		    begins_item[c->items[i].block] && c->items[i].is_alone;
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct candidate *this = &c->items[i];
		bool is_used = false;

		if (this->gain < (n_alone * 2 > n_chain ? 0.5 : 0.8) ||
		    this->is_alone != (n_alone * 2 > n_chain))
			continue;
		for (size_t k = 0; k < c->n && !is_used; k++)
			is_used = begins_item[c->items[k].block] &&
				  (c->items[k].depth != this->depth ||
				   (c->items[k].value == this->value &&
				    !(k == i + 1 && this->gain >= 0.8)));
		if (is_used)
			continue;
		begins_item[this->block] = true;
		n_added++;
	}
	return n_added;
}

/*
 * A few items are no chance when each is set apart: its number alone on a
 * line or in bold, and then a title.
 */
static bool is_sure(const struct candidates *c, const bool *begins_item)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct candidate *this = &c->items[i];

		if (!begins_item[this->block])
			continue;
		if (!(this->is_alone || this->is_marked) || this->gain < 0.5 ||
		    this->value > 30)
			return false;
		n++;
	}
	return n > 0 && c->n <= n + 2;
}

static struct numbering try_numbers(struct blocks *blocks, size_t first,
				    enum marker_style style)
{
	struct numbering numbering = { .scheme = SCHEME_NONE };
	struct candidates c = collect(blocks, first, style);
	size_t at, n = 0;

	if (blocks->has_failed || c.n == 0)
		return numbering;
	at = find_chain(&c);
	numbering.score = c.items[at].best;
	numbering.begins_item = MB_NEW(blocks->arena, bool, blocks->n + 1);
	if (!numbering.begins_item) {
		blocks->has_failed = true;
		return numbering;
	}
	for (; at != NONE; at = c.items[at].before) {
		numbering.begins_item[c.items[at].block] = true;
		n++;
	}
	n += add_strays(&c, numbering.begins_item);
	if (is_sure(&c, numbering.begins_item))
		numbering.score += 2 * MIN_SCORE;
	if (numbering.score >= MIN_SCORE &&
	    (n >= 2 || numbering.score >= 2 * MIN_SCORE)) {
		numbering.scheme = SCHEME_NUMBERS;
		numbering.style = style;
	}
	return numbering;
}

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
	       !motion_begins_resolution(text);
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

/* --- titles between numbered items -------------------------------------- */

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

static const enum marker_style number_styles[] = {
	MARKER_DOT,  MARKER_SLASH, MARKER_BRACKET,  MARKER_THREE,
	MARKER_WORD, MARKER_BARE,  MARKER_BRACKETS,
};

static const enum scheme title_schemes[] = {
	SCHEME_HEADINGS,
	SCHEME_BOLD,
	SCHEME_CAPITALS,
	SCHEME_LABELS,
};

/* Whether paragraphs are numbered 12.2, 12.3 throughout. */
static bool has_paragraph_numbers(const struct blocks *blocks, size_t first)
{
	size_t n = 0, n_other = 0;
	uint32_t last = 0;

	for (size_t i = first; i < blocks->n; i++) {
		struct marker m = block_marker(&blocks->items[i]);

		if (m.style != MARKER_TWO) {
			n_other += blocks->items[i].kind == BLOCK_PARAGRAPH;
			continue;
		}
		n += last == 0 || m.part[0] == last || m.part[0] == last + 1;
		last = m.part[0];
	}
	return n >= 3 || (n >= 2 && n_other < 12);
}

struct numbering numbering_find(struct blocks *blocks, size_t first)
{
	struct numbering best = { .scheme = SCHEME_NONE };

	for (size_t i = 0; i < sizeof(number_styles) / sizeof(*number_styles);
	     i++) {
		struct numbering n =
		    try_numbers(blocks, first, number_styles[i]);

		if (n.scheme != SCHEME_NONE && n.score > best.score)
			best = n;
	}
	for (size_t i = 0; best.score < 2 * MIN_SCORE &&
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
	best.has_paragraph_numbers = has_paragraph_numbers(blocks, first);
	if (best.scheme == SCHEME_NONE && best.has_paragraph_numbers)
		best.scheme = SCHEME_PARAGRAPHS;
	if (!best.begins_item)
		best.begins_item = MB_NEW(blocks->arena, bool, blocks->n + 1);
	if (!best.begins_item)
		blocks->has_failed = true;
	return best;
}
