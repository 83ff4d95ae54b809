#include "chain.h"

#include "minutebook/text.h"
#include "titles.h"
#include "votes.h"

struct candidate {
	size_t block;
	uint32_t value;
	uint32_t letter; /* "10A" comes between 10 and 11 */
	uint16_t depth;  /* of the list that it is an entry of */
	bool is_alone;   /* the title stands in the next block */
	bool is_marked;  /* in bold or as a heading */
	double gain;     /* for looking like the beginning of an item */
	double best;     /* of a chain that ends here */
	size_t before;   /* in that chain, or NONE */
};

#define NONE ((size_t)-1)

struct candidates {
	struct candidate *items;
	size_t n;
};

/* --- what a line looks like -------------------------------------------- */

/* An application's reference may begin a title, another number may not. */
static bool is_of_list(enum marker_style style)
{
	return style != MARKER_NONE && style != MARKER_CODE;
}

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
		if (is_of_list(marker_of(b->text).style))
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

/* --- candidates -------------------------------------------------------- */

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

/* Items of part B come behind all of part A: A1, A2, B1. */
#define SECTION 1000

/* The ascending number of an item: part @part, where it has several. */
static uint32_t value_of(const struct marker *marker, size_t part)
{
	if (marker->style == MARKER_THREE) /* year.month.item */
		return marker->part[0] * 10000 + marker->part[1] * 100 +
		       marker->part[2];
	if (marker->style == MARKER_CODE && part == 0)
		return marker->letter * SECTION + marker->part[0];
	return marker->part[part];
}

/* "(4)" by itself below "FOR" */
static bool is_count_of_votes(const struct blocks *blocks, size_t i,
			      const struct marker *marker)
{
	return marker->style == MARKER_BRACKETS && marker->is_alone && i > 0 &&
	       vote_line_of(blocks->items[i - 1].text) == VOTE_COUNTS;
}

/* What a title in the manner of "24.61 GRANTS" must gain. */
#define TITLE_GAIN 0.5

/*
 * "3.0" numbers an item where "3.1" numbers its paragraph; "24.61" before a
 * title that is set apart is the 61st of the year.
 */
static bool is_item_of_two(const struct blocks *blocks, size_t i,
			   const struct marker *marker, size_t part)
{
	const struct block *b = &blocks->items[i];

	if (part == 0)
		return marker->part[1] == 0;
	return marker->part[1] > 0 && !marker->is_alone &&
	       (b->is_bold || b->kind == BLOCK_HEADING ||
		mb_is_in_capitals(b->text)) &&
	       gain_of(blocks, i, marker) >= TITLE_GAIN;
}

static bool is_candidate(const struct blocks *blocks, size_t i,
			 enum marker_style style, size_t part)
{
	const struct block *b = &blocks->items[i];
	struct marker marker = block_marker(b);

	if (is_count_of_votes(blocks, i, &marker))
		return false;
	return !b->mark && marker.style == style &&
	       (style != MARKER_TWO ||
		is_item_of_two(blocks, i, &marker, part));
}

static size_t count_candidates(const struct blocks *blocks, size_t first,
			       enum marker_style style, size_t part)
{
	size_t n = 0;

	for (size_t i = first; i < blocks->n && n < NUMBERING_MAX_CANDIDATES;
	     i++)
		n += is_candidate(blocks, i, style, part);
	return n;
}

static struct candidate candidate_of(const struct blocks *blocks, size_t i,
				     size_t part)
{
	const struct block *b = &blocks->items[i];
	struct marker marker = block_marker(b);

	return (struct candidate){
		.block = i,
		.value = value_of(&marker, part),
		.letter = marker.style == MARKER_CODE ? 0 : marker.letter,
		.depth = b->marker.len > 0 ? b->indent : 0,
		.is_alone = marker.is_alone,
		.is_marked = b->is_bold || b->kind == BLOCK_HEADING,
		.gain = gain_of(blocks, i, &marker),
		.before = NONE,
	};
}

static struct candidates collect(struct blocks *blocks, size_t first,
				 enum marker_style style, size_t part)
{
	struct candidates c = { NULL, 0 };
	size_t n = count_candidates(blocks, first, style, part);

	if (n == 0)
		return c;
	c.items = MB_NEW(blocks->arena, struct candidate, n);
	if (!c.items) {
		blocks->has_failed = true;
		return c;
	}
	for (size_t i = first; c.n < n; i++)
		if (is_candidate(blocks, i, style, part))
			c.items[c.n++] = candidate_of(blocks, i, part);
	return c;
}

/* --- the chain --------------------------------------------------------- */

/* What it is worth that @later follows @earlier. */
static double step_gain(uint32_t step)
{
	if (step == 1)
		return 0.7;
	if (step == 2 || step == 0)
		return 0.3;
	return step <= 4 ? 0.0 : -0.8;
}

/* How far it is from one number to the next; a part of its own begins at 1. */
static uint32_t step_between(uint32_t earlier, uint32_t later)
{
	if (later / SECTION > earlier / SECTION && later % SECTION == 1)
		return 1;
	return later - earlier;
}

#define FIRST_GAIN 0.3

static double link_gain(const struct candidate *earlier,
			const struct candidate *later)
{
	double gain = step_gain(step_between(earlier->value, later->value));

	/* what comes before a 2 is the first, though it be a whole sentence */
	if (earlier->value == 1 && later->value == 2)
		gain += FIRST_GAIN;
	/* items are entries of one list, not of lists inside it */
	return later->depth == earlier->depth ? gain : gain - 1.0;
}

static bool precedes(const struct candidate *a, const struct candidate *b)
{
	return a->value < b->value ||
	       (a->value == b->value && a->letter < b->letter);
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

			if (!precedes(that, this))
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

/* --- what the chain leaves out ----------------------------------------- */

/* Most numbers of the chain stand alone on a line. */
static bool is_mostly_alone(const struct candidates *c, const bool *begins_item)
{
	size_t n_chain = 0, n_alone = 0;

	for (size_t i = 0; i < c->n; i++) {
		n_chain += begins_item[c->items[i].block];
		n_alone +=
		    begins_item[c->items[i].block] && c->items[i].is_alone;
	}
	return n_alone * 2 > n_chain;
}

/* What a number that was given twice, one after the other, must gain. */
#define SLIP_GAIN 0.55

/* "2625. Vacancy", "2625. Correspondence": the clerk forgot to count. */
static bool is_slip(const struct candidates *c, const bool *begins_item,
		    size_t i)
{
	return i + 1 < c->n && begins_item[c->items[i + 1].block] &&
	       c->items[i + 1].value == c->items[i].value &&
	       c->items[i + 1].letter == c->items[i].letter &&
	       c->items[i].gain >= SLIP_GAIN;
}

/* Whether an item of the chain speaks against candidate @i as another. */
static bool is_taken(const struct candidates *c, const bool *begins_item,
		     size_t i)
{
	const struct candidate *this = &c->items[i];

	for (size_t k = 0; k < c->n; k++) {
		const struct candidate *that = &c->items[k];

		if (begins_item[that->block] &&
		    (that->depth != this->depth ||
		     (that->value == this->value &&
		      that->letter == this->letter &&
		      !(k == i + 1 && is_slip(c, begins_item, i)))))
			return true;
	}
	return false;
}

/*
 * Business is taken out of order, too: a number that the chain leaves out,
 * before a title, in the same manner as most of the chain.
 */
static size_t add_strays(const struct candidates *c, bool *begins_item)
{
	bool is_alone = is_mostly_alone(c, begins_item);
	size_t n_added = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct candidate *this = &c->items[i];

		double needed = is_alone                     ? 0.5
				: is_slip(c, begins_item, i) ? SLIP_GAIN
							     : 0.8;

		if (this->gain < needed || this->is_alone != is_alone ||
		    is_taken(c, begins_item, i))
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

/*
 * The one item of a special meeting: the only number there is, early, before
 * a title that a sentence follows.
 */
static bool is_sole(const struct blocks *blocks, const struct candidates *c,
		    size_t first)
{
	const struct candidate *only = c->items;

	return c->n == 1 && only->block < first + 12 &&
	       only->block + 1 < blocks->n && only->gain >= 0.5 &&
	       only->value <= 30 &&
	       title_is_sentence(blocks->items[only->block + 1].text);
}

/* --- the whole --------------------------------------------------------- */

bool chain_has_paragraph_numbers(const struct blocks *blocks, size_t first)
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

struct numbering chain_find(struct blocks *blocks, size_t first,
			    enum marker_style style, size_t part)
{
	struct numbering numbering = { .scheme = SCHEME_NONE };
	struct candidates c = collect(blocks, first, style, part);
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
	if (is_sure(&c, numbering.begins_item) || is_sole(blocks, &c, first))
		numbering.score += 2 * NUMBERING_MIN_SCORE;
	if (numbering.score >= NUMBERING_MIN_SCORE &&
	    (n >= 2 || numbering.score >= 2 * NUMBERING_MIN_SCORE)) {
		numbering.scheme = SCHEME_NUMBERS;
		numbering.style = style;
	}
	return numbering;
}
