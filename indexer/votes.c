#include "votes.h"

#include <string.h>

#include "attendance.h"
#include "attendees.h"
#include "motions.h"
#include "names.h"
#include "roll.h"
#include "vocabulary.h"
#include "vote_result.h"
#include "vote_sides.h"
#include "vote_table.h"

/* --- sides ------------------------------------------------------------- */

static bool is_count(struct mb_str word, int32_t *count)
{
	unsigned long n;

	if (mb_str_equal_nocase(word, MB_STR("none")) ||
	    mb_str_equal_nocase(word, MB_STR("nil"))) {
		*count = 0;
		return true;
	}
	if (!mb_str_number(&word, 9999, &n) || word.len > 0)
		return false;
	*count = (int32_t)n;
	return true;
}

/* What may stand between a side and its count. */
static bool is_filler(struct mb_str word)
{
	static const char *const list[] = {
		"amendment",  "ar",      "councillors", "having", "in",
		"it",         "members", "motion",      "o",      "people",
		"resolution", "the",     "vote",        "voted",  "votes",
		"voting",     "were",    "yn",
	};

	return WORDS_HAS(list, word);
}

/* A side with its count; its names stand behind @end. */
struct tally {
	enum mb_vote_side side;
	int32_t count;
	size_t start, end; /* bytes */
};

/* "For: Councillors Bell and Crane", or "For" and they in the next line. */
static bool is_list(const struct phrase *p, size_t i, struct tally *out)
{
	size_t last = i;
	bool begins_line = i == 0 || p->words[i - 1].ends_line;

	while (last + 1 < p->n && last < i + 3 && !p->words[last].after &&
	       !p->words[last].ends_line && is_filler(p->words[last + 1].text))
		last++; /* "For the motion:" */
	if (!(p->words[last].after == ':' ||
	      (begins_line && p->words[last].ends_line)) ||
	    last + 1 >= p->n || !p->words[last + 1].is_capital)
		return false;
	out->count = MB_COUNT_UNKNOWN;
	out->end = p->words[last].end;
	return true;
}

/* The count behind word @i ("For the motion 8"), or before it ("8 for"). */
static bool read_tally(const struct phrase *p, size_t i, struct tally *out)
{
	if (!vote_side_of(p->words[i].text, &out->side))
		return false;
	out->start = p->words[i].start;
	for (size_t k = i + 1; k < p->n && k <= i + 3; k++) {
		if (is_count(p->words[k].text, &out->count)) {
			out->end = p->words[k].end;
			return true;
		}
		if (!is_filler(p->words[k].text) || p->words[k].after == ',')
			break;
	}
	if (is_list(p, i, out))
		return true;
	for (size_t k = i; k-- > 0 && k + 5 > i;) {
		if (is_count(p->words[k].text, &out->count)) {
			out->start = p->words[k].start;
			out->end = p->words[i].end;
			return true;
		}
		if (!is_filler(p->words[k].text))
			return false;
	}
	return false;
}

/* --- lines ------------------------------------------------------------- */

static bool begins(struct mb_str s, const char *word)
{
	return mb_str_starts_nocase(s, mb_str_of(word));
}

static bool contains(struct mb_str s, const char *word)
{
	return mb_str_find_nocase(s, mb_str_of(word)) != MB_STR_NONE;
}

/* "For (9)", "Abstentions: none", "Against: Councillor A" */
static bool begins_in_side(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	struct phrase p = { text, line.at, line.n };
	struct tally tally;
	size_t i = 0;

	while (i < line.n && i < 2 && is_filler(line.at[i].text))
		i++; /* "Voting against", "In favour" */
	if (i == line.n || !line.at[0].is_capital ||
	    !vote_side_of(line.at[i].text, &tally.side))
		return false;
	return line.at[i].after == ':' || vote_is_side(text) ||
	       (read_tally(&p, i, &tally) && tally.start >= line.at[i].start);
}

bool vote_is_side(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	enum mb_vote_side side;
	size_t n_sides = 0;
	int32_t count;

	for (size_t i = 0; i < line.n; i++) {
		if (vote_side_of(line.at[i].text, &side))
			n_sides++;
		else if (!is_filler(line.at[i].text) &&
			 !is_count(line.at[i].text, &count))
			return false;
	}
	return n_sides == 1 && line.at[0].is_capital;
}

/* "Motion - 4 votes", "(4)": how many there were for something. */
static bool counts_votes(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	int32_t count;

	if (line.n == 1)
		return line.at[0].opens == '(' &&
		       is_count(line.at[0].text, &count);
	return line.n > 1 && line.n <= 5 &&
	       (line_has(&line, line.n - 1, "votes") ||
		line_has(&line, line.n - 1, "vote")) &&
	       is_count(line.at[line.n - 2].text, &count);
}

/* "9 votes in favour", "1 abstention" */
static bool is_count_of_side(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	struct phrase p = { text, line.at, line.n };
	struct tally tally;
	int32_t count;

	if (line.n < 2 || line.n > 6 || !is_count(line.at[0].text, &count))
		return false;
	for (size_t i = 1; i < line.n; i++)
		if (read_tally(&p, i, &tally))
			return tally.start == line.at[0].start &&
			       i + 1 == line.n;
	return false;
}

/* "Trustee Crane | Aye": a row for each who voted */
static bool ends_in_side(struct mb_str text)
{
	size_t at = mb_str_find(text, MB_STR(" | "));
	enum mb_vote_side side;

	return at != MB_STR_NONE &&
	       vote_side_of(mb_str_trim(mb_str_drop(text, at + 3)), &side);
}

enum vote_line vote_line_of(struct mb_str text)
{
	if (begins_in_side(text) || ends_in_side(text) ||
	    is_count_of_side(text) || vote_table_is(text))
		return VOTE_COUNTS;
	if (text.len > 240)
		return VOTE_NO_LINE;
	if (begins(text, "absent:") || begins(text, "excused:") ||
	    begins(text, "not voting:") || counts_votes(text))
		return VOTE_GOES_ON;
	if ((mb_str_ends(text, MB_STR(":")) ||
	     mb_str_ends(text, MB_STR(":-"))) &&
	    (contains(text, "vote") || contains(text, "voting") ||
	     contains(text, "amendment") || contains(text, "motion")))
		return VOTE_ANNOUNCES;
	if (contains(text, "casting vote") || motion_tells_result(text))
		return VOTE_RESULT;
	if (text.len <= 60 && vote_result_in(text) != MB_RESULT_UNKNOWN &&
	    (contains(text, "motion") || contains(text, "amendment") ||
	     contains(text, "vote") || contains(text, "recommendation") ||
	     contains(text, "resolution")))
		return VOTE_RESULT;
	return VOTE_NO_LINE;
}

bool vote_goes_on(struct mb_str text)
{
	struct line_words line = line_words_of(text);

	if (begins(text, "absent"))
		return true;
	for (size_t i = 0; i < line.n; i++)
		if (!line.at[i].is_capital && !is_particle(line.at[i].text) &&
		    !mb_str_equal(line.at[i].text, MB_STR("and")))
			return false;
	return line.n > 0 && line.n <= 4 && !mb_str_ends(text, MB_STR(".")) &&
	       !mb_str_ends(text, MB_STR(":"));
}

bool vote_is_told(struct mb_str text)
{
	static const char *const phrases[] = {
		"there voted",           "put to the vote",
		"on a show of hands",    "motion was put",
		"was put and",           "recorded vote",
		"having voted for",      "on a division",
		"a vote being taken",    "vote was taken",
		"being put to the vote", "pleidleisiwyd",
	};
	struct mb_str opening =
	    mb_str_take(text, text.len < 90 ? text.len : 90);

	if (begins(text, "vote:") || begins(text, "(vote:"))
		return true;
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (contains(opening, phrases[i]))
			return true;
	return false;
}

/* --- one vote ---------------------------------------------------------- */

/* "Delacroix, Sandoval": in a vote a surname is a name. */
static void read_surnames(struct blocks *blocks, struct mb_str text,
			  struct mb_doc *list)
{
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++) {
		const struct word *w = &line.at[i];
		struct mb_attendee person = { .name = w->text };

		if (!w->is_capital || w->text.len < 3 || w->opens ||
		    !(w->after == ',' || w->after == ';' || i + 1 == line.n))
			return; /* something else */
		attendees_add(blocks, list, &person);
	}
}

static void read_names(struct blocks *blocks, struct mb_str text,
		       struct mb_vote *vote, enum mb_vote_side side)
{
	struct mb_doc list = { .n_attendance = 0 };
	struct mb_str *names;

	roll_read_all(blocks, text, &list);
	if (list.n_attendance == 0)
		read_surnames(blocks, text, &list);
	names = MB_NEW(blocks->arena, struct mb_str, list.n_attendance + 1);
	if (!names) {
		blocks->has_failed = true;
		return;
	}
	for (size_t i = 0; i < list.n_attendance; i++)
		names[i] = list.attendance[i].name;
	vote->names[side] = names;
	vote->n_names[side] = list.n_attendance;
}

struct reader {
	struct blocks *blocks;
	struct mb_item *item;
	struct phrase p;
	size_t paragraph; /* from 1 */
	uint32_t line;
	struct mb_vote vote;
	enum mb_vote_result result; /* that the paragraph tells */
	size_t n_sides;
	bool has_side[MB_VOTE_SIDES];
	struct tally last;
};

static void begin_vote(struct reader *r)
{
	r->vote = (struct mb_vote){
		.count = { MB_COUNT_UNKNOWN, MB_COUNT_UNKNOWN,
			   MB_COUNT_UNKNOWN },
		.line = r->line,
		.paragraph = r->paragraph,
	};
	r->n_sides = 0;
	memset(r->has_side, 0, sizeof(r->has_side));
}

/* "Cllr Bell Motion carried": where a line was lost, the result follows. */
static struct mb_str without_result(struct mb_str names)
{
	static const char *const begins[] = {
		" amendment",
		" motion",
		" resolution",
		" recommendation",
		" the amendment",
		" the motion",
		" the recommendation",
		" the resolution",
		" the substantive",
		" carried",
		" lost",
	};

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		size_t at = mb_str_find_nocase(names, mb_str_of(begins[i]));

		if (at != MB_STR_NONE)
			names = mb_str_take(names, at);
	}
	return names;
}

/* "Councillors Bell and Crane. (2)" */
static int32_t count_behind(struct mb_str names)
{
	struct mb_cut cut = mb_str_cut_last(names, '(');
	struct mb_cut number = mb_str_cut(cut.tail, ')');
	int32_t count;

	return number.found && number.tail.len <= 1 &&
		       is_count(number.head, &count)
		   ? count
		   : MB_COUNT_UNKNOWN;
}

/* The names of the last side: up to byte @end, or the line's or clause's. */
static void end_side(struct reader *r, size_t end)
{
	struct mb_str names;
	bool is_below;

	if (end <= r->last.end)
		return; /* "4 for and 2 against": the counts share words */
	names = mb_str_slice(r->p.text, r->last.end, end);
	if (mb_str_find_char(MB_STR("):\n"), names.ptr[0]) == MB_STR_NONE)
		return; /* prose, no list */
	is_below = mb_str_cut(names, '\n').head.len <= 1;
	if (!is_below)
		names = mb_str_cut(names, '\n').head;
	names = without_result(names);
	while (names.len > 0 && (names.ptr[0] == ')' || names.ptr[0] == ':' ||
				 names.ptr[0] == ' ' || names.ptr[0] == '\n'))
		names = mb_str_drop(names, 1);
	if (is_below && !attendance_names_first(names))
		return; /* what came of it */
	if (r->last.count == MB_COUNT_UNKNOWN)
		r->vote.count[r->last.side] = count_behind(names);
	if (names.len > 3)
		read_names(r->blocks, names, &r->vote, r->last.side);
}

/* Adds the vote to the item's, whose capacity is a power of two. */
static void add_vote(struct reader *r)
{
	size_t n = r->item->n_votes, capacity = n;

	if ((n & (n - 1)) == 0) {
		struct mb_vote *moved =
		    mb_arena_grow(r->blocks->arena, r->item->votes, n,
				  &capacity, sizeof(*moved));

		if (!moved) {
			r->blocks->has_failed = true;
			return;
		}
		r->item->votes = moved;
	}
	r->item->votes[r->item->n_votes++] = r->vote;
}

static void end_vote(struct reader *r, size_t end)
{
	if (r->n_sides == 0)
		return;
	end_side(r, end);
	if (r->vote.n_names[MB_VOTE_FOR] + r->vote.n_names[MB_VOTE_AGAINST] ==
		0 &&
	    (r->n_sides < 2 || r->vote.count[MB_VOTE_FOR] == MB_COUNT_UNKNOWN))
		return;
	r->vote.result = r->result;
	add_vote(r);
}

static void read_paragraph(struct reader *r)
{
	r->result = vote_result_in(r->p.text);
	begin_vote(r);
	if (vote_table_read(r->blocks, r->p.text, &r->vote)) {
		r->vote.result = r->result;
		add_vote(r);
		return;
	}
	for (size_t i = 0; i < r->p.n; i++) {
		struct tally tally;

		if (!read_tally(&r->p, i, &tally))
			continue;
		if (r->has_side[tally.side]) {
			end_vote(r, tally.start); /* the next vote begins */
			begin_vote(r);
		} else if (r->n_sides > 0) {
			end_side(r, tally.start);
		}
		r->vote.count[tally.side] = tally.count;
		r->has_side[tally.side] = true;
		r->n_sides++;
		r->last = tally;
	}
	end_vote(r, r->p.text.len);
}

void votes_read(struct blocks *blocks, struct mb_item *item)
{
	for (size_t i = 0; i < item->n_paragraphs && !blocks->has_failed; i++) {
		struct mb_paragraph *p = &item->paragraphs[i];
		struct reader r = { .blocks = blocks,
				    .item = item,
				    .paragraph = i + 1,
				    .line = p->line };
		size_t max = mb_str_count(p->text, ' ') +
			     mb_str_count(p->text, '\n') + 1;
		struct word *words;

		if (p->kind != MB_PARAGRAPH_VOTE && !contains(p->text, "vot") &&
		    !contains(p->text, "abst"))
			continue;
		words = MB_NEW(blocks->arena, struct word, max);
		if (!words) {
			blocks->has_failed = true;
			return;
		}
		r.p = (struct phrase){ p->text, words,
				       words_of(p->text, words, max) };
		read_paragraph(&r);
	}
}
