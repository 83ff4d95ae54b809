#include "reflow.h"

#include "attendance.h"
#include "furniture.h"
#include "hyphen.h"
#include "line_end.h"
#include "line_layout.h"
#include "line_next.h"
#include "marker.h"
#include "minutebook/date.h"
#include "minutebook/text.h"
#include "speakers.h"
#include "vocabulary.h"
#include "words.h"

/* More of them beside one paragraph are no notes. */
#define MAX_NOTES 8

/* --- properties of a line ---------------------------------------------- */

static uint32_t first_char(struct mb_str s)
{
	uint32_t c = 0;

	mb_utf8_next(&s, &c);
	return c;
}

/* Under the text of a numbered line, not under its number. */
static bool hangs(const struct block *a, const struct block *b)
{
	return b->n_blank == 0 && b->indent > a->indent &&
	       marker_of(a->text).style != MARKER_NONE;
}

/* --- judging a pair ---------------------------------------------------- */

/* "Members absent: Mr Finch" */
static bool begins_roll(struct mb_str s)
{
	enum mb_presence presence;
	struct mb_str rest;
	size_t colon = mb_str_find_char(s, ':');

	return colon < 40 && attendance_label(s, &presence, &rest) &&
	       (presence == MB_ABSENT ||
		attendance_says_present(mb_str_take(s, colon)));
}

/* Lines that always begin something: a label, a resolution, a motion. */
static bool begins_part(struct mb_str s)
{
	static const char *const starts[] = {
		"resolved",           "agreed:",   "proposed by",
		"against (",          "for (",     "abstain",
		"seconded by",        "moved by",  "present:",
		"in attendance",      "apologies", "minutes:",
		"decision:",          "action:",   "and resolved",
		"on the proposal of", "reply:",
	};

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (mb_str_starts_nocase(s, mb_str_of(starts[i])))
			return true;
	return begins_roll(s);
}

/* "Programme" / "Manager told": the speaker's verb is in the next line. */
static bool completes_speaker(struct blocks *blocks, const struct block *a,
			      const struct block *b)
{
	struct marker marker = marker_of(a->text);
	struct mb_buf both = MB_BUF_INIT;
	struct mb_speaker speaker;
	bool completes;

	if (!speaker_is_unfinished(mb_str_drop(a->text, marker.len)))
		return false;
	mb_buf_add(&both, mb_str_drop(a->text, marker.len));
	mb_buf_add_char(&both, ' ');
	mb_buf_add(&both, b->text);
	blocks->has_failed |= both.has_failed;
	completes = speaker_find(mb_buf_str(&both), NULL, &speaker) &&
		    !(speaker_find(b->text, NULL, &speaker) &&
		      mb_str_count(speaker.as_written, ' ') > 0);
	mb_buf_release(&both);
	return completes;
}

/* A year that was pushed to the next line is no number of an item. */
static bool is_year(const struct marker *marker)
{
	return (marker->style == MARKER_DOT || marker->style == MARKER_BARE) &&
	       marker->part[0] >= 1900 && marker->part[0] < 2100;
}

/* "2012/13 were", "388 homes": a sum or a year inside a sentence. */
static bool is_inside_sentence(const struct marker *marker, struct mb_str text)
{
	return (marker->style == MARKER_BARE || marker->style == MARKER_SLASH ||
		marker->style == MARKER_TWO || marker->style == MARKER_CODE) &&
	       mb_is_lower_letter(first_char(mb_str_drop(text, marker->len)));
}

static bool begins_month(struct mb_str s)
{
	struct mb_str word = mb_str_cut(s, ' ').head;

	while (word.len > 0 && !mb_is_alpha(word.ptr[word.len - 1]))
		word.len--;
	return is_calendar_word(word);
}

/* "12 March": a day inside a sentence. */
static bool is_day(const struct marker *marker, struct mb_str text)
{
	return marker->style == MARKER_BARE &&
	       begins_month(mb_str_drop(text, marker->len));
}

/* "... second reading of Bylaw" and then "2020-03.": a number, and no more. */
static bool is_last_word(const struct marker *marker, const struct block *b)
{
	return marker->is_alone && b->n_blank == 0 &&
	       (marker->style == MARKER_CODE ||
		marker->style == MARKER_SLASH) &&
	       mb_str_ends(b->text, MB_STR("."));
}

/* In capitals only these show that a heading goes on. */
static bool goes_on_in_caps(struct mb_str text)
{
	static const char *const list[] = { "and", "at", "for", "held", "in",
					    "of",  "on", "the", "to" };

	return WORDS_HAS(list, mb_str_cut(text, ' ').head);
}

/* "on 25th" and then "September, 2015." */
static bool ends_date(struct mb_str s)
{
	struct mb_str last = line_last_word(s);

	return last.len > 0 && last.len <= 4 && mb_is_digit(last.ptr[0]);
}

/* "of November" and then "2023, copies": no margin is needed to know. */
static bool is_year_of_month(struct mb_str a, struct mb_str b)
{
	unsigned long year;

	return is_calendar_word(line_last_word(a)) &&
	       mb_str_number(&b, 9999, &year) && year >= 1900 && year < 2100;
}

/* "reopen on April" and then "15." or "15, 2023": a day, and no item. */
static bool is_day_of_month(struct mb_str a, struct mb_str b)
{
	unsigned long day;

	return mb_month_by_name(line_last_word(a)) > 0 &&
	       mb_str_number(&b, 31, &day) && day > 0 &&
	       (b.len == 0 || b.ptr[0] == ',' || mb_str_equal(b, MB_STR(".")));
}

/* A last word in small letters: no name, no title, no heading. */
static bool ends_small(struct mb_str s)
{
	struct mb_str last = line_last_word(s);

	for (size_t i = 0; i < last.len; i++)
		if (!mb_is_lower(last.ptr[i]))
			return false;
	return last.len > 0;
}

/* A sentence that somebody speaks in, or the members together. */
static bool begins_report(struct mb_str s)
{
	struct mb_speaker speaker;

	return mb_str_starts(s, MB_STR("Members ")) ||
	       mb_str_starts_nocase(s, MB_STR("the members ")) ||
	       mb_str_starts(s, MB_STR("It was noted ")) ||
	       mb_str_starts(s, MB_STR("It was stated ")) ||
	       speaker_find(s, NULL, &speaker);
}

/* Whether a number at the front of @b is inside of @a's sentence. */
static bool takes_number(const struct line_layout *layout,
			 const struct block *a, const struct block *b,
			 const struct marker *marker)
{
	if (line_ends_sentence(a->text))
		return false;
	if (is_year(marker) || is_inside_sentence(marker, b->text) ||
	    is_last_word(marker, b) ||
	    (line_ends_open(a->text) && is_day(marker, b->text)) ||
	    (marker->style == MARKER_BARE && line_is_of_one(layout, a, b)))
		return true;
	return (marker->style == MARKER_BARE || marker->style == MARKER_CODE ||
		marker->style == MARKER_NUMERAL) &&
	       (line_ends_open(a->text) || line_awaits_number(a->text)) &&
	       line_is_full(layout, a, b);
}

static bool goes_on_in_capitals(const struct line_layout *layout,
				const struct block *a, const struct block *b)
{
	return mb_is_in_capitals(a->text) && mb_is_in_capitals(b->text) &&
	       !line_ends_sentence(a->text) &&
	       (goes_on_in_caps(b->text) || hangs(a, b) ||
		(marker_of(a->text).style != MARKER_NONE &&
		 line_is_of_one(layout, a, b)));
}

/* @a, which ends no sentence, as only a line does that was too long. */
static bool breaks_off(const struct line_layout *layout, const struct block *a,
		       const struct block *b, bool is_inside)
{
	return (line_is_full(layout, a, b) && ends_small(a->text)) ||
	       (line_is_long(layout, a) && (is_inside || ends_small(a->text)));
}

/*
 * Whether line @b goes on with what @a began; @is_inside says that @a itself
 * went on.
 */
static bool belongs(struct blocks *blocks, const struct line_layout *layout,
		    const struct block *a, const struct block *b,
		    bool is_inside)
{
	bool is_small = line_begins_small(b->text);
	struct marker marker = marker_of(b->text);
	bool fits_gap = b->n_blank == layout->gap ||
			(layout->gap > 0 && b->n_blank <= layout->gap);

	if (b->n_blank > 2)
		return false;
	if ((line_ends_hyphen(a->text) || a->is_divided) && is_small)
		return true;
	if (fits_gap && (is_year_of_month(a->text, b->text) ||
			 is_day_of_month(a->text, b->text)))
		return true;
	if (marker_of(a->text).is_alone)
		return false; /* a number, and then its title */
	if (mb_str_equal_nocase(a->text, MB_STR("agenda item")))
		return false; /* a page's label, and then its title */
	if (mb_str_ends(a->text, MB_STR(" minutes)")))
		return false; /* the time allotted ends a title */
	if (marker.style != MARKER_NONE)
		return fits_gap && takes_number(layout, a, b, &marker);
	if (goes_on_in_capitals(layout, a, b))
		return true;
	if (!is_small &&
	    (line_last_sign(a->text) == ';' || line_last_sign(a->text) == ':'))
		return false; /* points of a list that lost their bullets */
	if (begins_part(b->text) ||
	    mb_is_in_capitals(a->text) != mb_is_in_capitals(b->text) ||
	    (a->is_bold != b->is_bold && !line_ends_open(a->text)))
		return is_small && !line_ends_sentence(a->text) &&
		       !mb_is_in_capitals(a->text);
	if (line_ends_open(a->text))
		return fits_gap || is_small;
	if (!line_ends_sentence(a->text) &&
	    (is_small || (fits_gap && breaks_off(layout, a, b, is_inside)) ||
	     (ends_date(a->text) && begins_month(b->text)) ||
	     line_is_of_one(layout, a, b) || completes_speaker(blocks, a, b)))
		return true;
	/* where every line stands apart a new speaker begins a paragraph */
	return fits_gap && line_is_full(layout, a, b) &&
	       !(layout->gap > 0 && line_ends_sentence(a->text) &&
		 begins_report(b->text));
}

/* --- joining ----------------------------------------------------------- */

/* A paragraph of several lines grows in @text, to be copied once. */
static void join(const struct written *written, struct block *a,
		 const struct block *b, struct mb_buf *text)
{
	if (text->len == 0)
		mb_buf_add(text, a->text);
	if (a->is_divided)
		mb_buf_add(text, b->text);
	else
		hyphen_join(text, b->text, written);
	a->n_cells = 0; /* columns are of one line */
	a->is_bold = a->is_bold && b->is_bold;
	a->is_divided = b->is_divided;
}

static void end_join(struct blocks *blocks, struct block *a,
		     struct mb_buf *text)
{
	if (text->len > 0 &&
	    mb_buf_move(text, blocks->arena, &a->text, NULL) != MB_OK)
		blocks->has_failed = true;
	blocks->has_failed |= text->has_failed;
}

/*
 * Paragraphs that the source has apart although they are one sentence: no end
 * and then a small letter, or a hyphen.
 */
static bool is_torn(const struct block *a, const struct block *b)
{
	bool is_entry = a->kind == BLOCK_ENTRY;

	if (a->mark != b->mark || (!is_entry && a->kind != BLOCK_PARAGRAPH) ||
	    (b->kind != a->kind && b->kind != BLOCK_PARAGRAPH) ||
	    (b->kind == BLOCK_ENTRY && b->marker.len > 0) ||
	    !line_begins_small(b->text) ||
	    marker_of(b->text).style != MARKER_NONE)
		return false;
	if (line_ends_hyphen(a->text))
		return true;
	return a->kind == b->kind && !line_ends_sentence(a->text) &&
	       ends_small(a->text);
}

/* Who is to act stands beside any line of the paragraph, and comes behind. */
struct notes {
	struct block items[MAX_NOTES];
	size_t n;
};

static void put_notes(struct blocks *blocks, struct notes *notes, size_t *to)
{
	for (size_t i = 0; i < notes->n; i++)
		blocks->items[(*to)++] = notes->items[i];
	notes->n = 0;
}

/*
 * A paragraph is judged by its last line, so that this line's text is kept
 * beside the growing paragraph.
 */
static void join_lines(struct blocks *blocks, const struct line_layout *layout)
{
	size_t to = 0;
	struct block last = { .kind = BLOCK_PAGE };
	struct mb_buf text = MB_BUF_INIT;
	struct written written = written_of(blocks);
	struct notes notes = { .n = 0 };
	bool is_new_page = false;

	written.divides_words = hyphen_divides(blocks, &written);
	blocks->has_failed |= written.has_failed;
	for (size_t i = 0; i < blocks->n && !blocks->has_failed; i++) {
		struct block b = blocks->items[i];

		if (b.kind == BLOCK_PAGE) {
			is_new_page = true;
			continue;
		}
		/* the blank lines at a page's top are none of the text's */
		if (is_new_page && !line_ends_sentence(last.text))
			b.n_blank = 0;
		is_new_page = false;
		if (b.kind == BLOCK_NOTE && notes.n < MAX_NOTES) {
			notes.items[notes.n++] = b;
			continue;
		}
		if (to > 0 &&
		    ((line_is_wrapped(&last) && b.kind == BLOCK_LINE &&
		      belongs(blocks, layout, &last, &b, text.len > 0)) ||
		     is_torn(&last, &b))) {
			join(&written, &blocks->items[to - 1], &b, &text);
			last.text = b.text;
			last.width = b.width;
			last.margin = b.margin;
			last.is_bold = b.is_bold;
			last.is_divided = b.is_divided;
			continue;
		}
		if (to > 0)
			end_join(blocks, &blocks->items[to - 1], &text);
		put_notes(blocks, &notes, &to);
		last = b;
		blocks->items[to++] = b;
	}
	if (to > 0)
		end_join(blocks, &blocks->items[to - 1], &text);
	put_notes(blocks, &notes, &to);
	mb_buf_release(&text);
	written_release(&written);
	blocks->n = to;
	for (size_t i = 0; i < blocks->n; i++)
		if (blocks->items[i].kind == BLOCK_LINE)
			blocks->items[i].kind = BLOCK_PARAGRAPH;
}

void reflow(struct blocks *blocks)
{
	struct line_layout layout;

	furniture_drop(blocks);
	if (blocks->n == 0 || blocks->has_failed)
		return;
	layout = line_layout_of(blocks);
	join_lines(blocks, &layout);
}
