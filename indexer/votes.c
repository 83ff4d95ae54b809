#include "votes.h"

#include <string.h>

#include "attendance.h"
#include "minutebook/text.h"
#include "motions.h"
#include "names.h"
#include "vocabulary.h"
#include "vote_names.h"
#include "vote_result.h"
#include "vote_sides.h"
#include "vote_table.h"
#include "vote_tally.h"
#include "vote_told.h"

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

	while (i < line.n && i < 2 && vote_is_filler(line.at[i].text))
		i++; /* "Voting against", "In favour" */
	if (i == line.n || !line.at[0].is_capital ||
	    !vote_side_of(line.at[i].text, &tally.side))
		return false;
	return line.at[i].after == ':' || vote_is_side(text) ||
	       (vote_tally_at(&p, i, &tally) &&
		tally.start >= line.at[i].start);
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
		else if (!vote_is_filler(line.at[i].text) &&
			 !vote_is_count(line.at[i].text, &count))
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
		       vote_is_count(line.at[0].text, &count);
	return line.n > 1 && line.n <= 5 &&
	       (line_has(&line, line.n - 1, "votes") ||
		line_has(&line, line.n - 1, "vote")) &&
	       vote_is_count(line.at[line.n - 2].text, &count);
}

/* "9 votes in favour", "1 abstention" */
static bool is_count_of_side(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	struct phrase p = { text, line.at, line.n };
	struct tally tally;
	int32_t count;

	if (line.n < 2 || line.n > 6 || !vote_is_count(line.at[0].text, &count))
		return false;
	for (size_t i = 1; i < line.n; i++)
		if (vote_tally_at(&p, i, &tally))
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
	     contains(text, "proposal") || contains(text, "resolution")))
		return VOTE_RESULT;
	return VOTE_NO_LINE;
}

bool vote_goes_on(struct mb_str text)
{
	struct line_words line = line_words_of(text);

	if (begins(text, "absent"))
		return true;
	if (motion_begins_resolution(text))
		return false;
	for (size_t i = 0; i < line.n; i++)
		if (!line.at[i].is_capital && !is_particle(line.at[i].text) &&
		    !mb_str_equal(line.at[i].text, MB_STR("and")))
			return false;
	return line.n > 0 && line.n <= 4 && !mb_str_ends(text, MB_STR(".")) &&
	       !mb_str_ends(text, MB_STR(":"));
}

/* "On there being 8 votes FOR, 2 against", "Upon a vote there were 6 for" */
static bool counts_sides(struct mb_str text)
{
	static const char *const openings[] = { "following", "on", "upon",
						"with" };
	static const char *const moves[] = { "agreed", "resolved", "seconded" };
	struct line_words line = line_words_of(text);
	struct phrase p = { text, line.at, line.n };
	bool has_side[MB_VOTE_SIDES] = { false };
	struct tally tally;

	if (line.n == 0 || !WORDS_HAS(openings, line.at[0].text))
		return false;
	for (size_t i = 1; i < line.n && i < 24; i++) {
		if (WORDS_HAS(moves, line.at[i].text))
			return false;
		if (vote_tally_at(&p, i, &tally) &&
		    tally.count != MB_COUNT_UNKNOWN)
			has_side[tally.side] = true;
	}
	return has_side[MB_VOTE_FOR] && has_side[MB_VOTE_AGAINST];
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

	if (begins(text, "vote:") || begins(text, "(vote:") ||
	    begins(text, "roll call") ||
	    begins(text, "following a show of hands") || counts_sides(text))
		return true;
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (contains(opening, phrases[i]))
			return true;
	return false;
}

/* --- one vote ---------------------------------------------------------- */

struct reader {
	struct blocks *blocks;
	const struct mb_doc *doc;
	struct mb_item *item;
	struct phrase p;
	size_t paragraph; /* from 1 */
	uint32_t line;
	struct mb_vote vote;
	enum mb_vote_result result; /* that the paragraph tells */
	bool has_two_options;
	bool is_table;
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

/* "Cllr Bell The Chair gave": no comma, and a capital. */
static struct mb_str without_sentence(struct mb_str names)
{
	size_t at = mb_str_find(names, MB_STR(" The "));

	if (at == MB_STR_NONE || at == 0 || !mb_is_alpha(names.ptr[at - 1]) ||
	    mb_str_ends(mb_str_take(names, at), MB_STR(" and")))
		return names;
	return mb_str_take(names, at);
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
	return without_sentence(names);
}

/* "Councillors Ames and Penn. (2)": the count behind the names. */
static void take_count(struct reader *r, struct mb_str *names)
{
	struct mb_cut cut = mb_str_cut_last(*names, '(');
	struct mb_cut number = mb_str_cut(cut.tail, ')');
	int32_t count;

	if (!number.found || number.tail.len > 1 ||
	    !vote_is_count(number.head, &count))
		return;
	*names = mb_str_trim(cut.head);
	if (r->last.count == MB_COUNT_UNKNOWN)
		r->vote.count[r->last.side] = count;
}

/* The names of the last side: up to byte @end, or the line's or clause's. */
static void end_side(struct reader *r, size_t end)
{
	const struct voters voters = { r->blocks, r->doc, &r->vote };
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
	while (names.len > 0 &&
	       mb_str_find_char(MB_STR("):\n "), names.ptr[0]) != MB_STR_NONE)
		names = mb_str_drop(names, 1);
	if (is_below && !attendance_names_first(names))
		return; /* what came of it */
	take_count(r, &names);
	if (names.len > 2)
		vote_names_read(&voters, r->last.side, names);
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
	r->vote.result =
	    r->has_two_options ? vote_result_of_two(r->p.text) : r->result;
	add_vote(r);
}

static void read_paragraph(struct reader *r)
{
	const struct voters voters = { r->blocks, r->doc, &r->vote };

	r->has_two_options = vote_has_two_options(r->p.text);
	begin_vote(r);
	if (vote_table_read(&voters, r->p.text)) {
		r->vote.result = r->result;
		add_vote(r);
		r->is_table = true;
		return;
	}
	for (size_t i = 0; i < r->p.n; i++) {
		struct tally tally;

		if (!vote_tally_at(&r->p, i, &tally))
			continue;
		if (r->has_two_options && vote_is_for_amendment(&r->p, &tally))
			tally.side = MB_VOTE_AGAINST;
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

/* Words without which "for" and "against" count nobody. */
static bool has_tallies(const struct mb_paragraph *p)
{
	return p->kind == MB_PARAGRAPH_VOTE || contains(p->text, "vot") ||
	       contains(p->text, "abst") || contains(p->text, "ayes:");
}

static bool has_names(const struct mb_vote *vote)
{
	return vote->n_names[MB_VOTE_FOR] + vote->n_names[MB_VOTE_AGAINST] +
		   vote->n_names[MB_VOTE_ABSTAIN] >
	       0;
}

/* "LOST by 5 votes to 4", and then who they were. */
static bool is_repeated(const struct mb_vote *a, const struct mb_vote *names)
{
	return !has_names(a) && has_names(names) &&
	       a->count[MB_VOTE_FOR] == names->count[MB_VOTE_FOR] &&
	       a->count[MB_VOTE_AGAINST] == names->count[MB_VOTE_AGAINST] &&
	       (names->result == MB_RESULT_UNKNOWN ||
		names->result == a->result);
}

/* One vote that is told in numbers and in names is one. */
static void unite_repeated(struct mb_item *item)
{
	size_t n = 0;

	for (size_t i = 0; item->votes && i < item->n_votes; i++) {
		struct mb_vote *next =
		    i + 1 < item->n_votes ? &item->votes[i + 1] : NULL;

		if (next && is_repeated(&item->votes[i], next))
			next->result = item->votes[i].result;
		else
			item->votes[n++] = item->votes[i];
	}
	item->n_votes = n;
}

/* --- what sentences tell ------------------------------------------------ */

/* The vote that the paragraph told last, or a new one. */
static struct mb_vote *vote_of(struct reader *r, size_t n_before)
{
	if (r->item->n_votes > n_before)
		return &r->item->votes[r->item->n_votes - 1];
	begin_vote(r);
	r->vote.result = r->result;
	return &r->vote;
}

/* Who voted how, and how many, as a sentence tells it: one vote at most. */
static void read_told(struct reader *r, size_t n_before)
{
	const struct mb_paragraph *p = &r->item->paragraphs[r->paragraph - 1];
	struct mb_vote *vote = vote_of(r, n_before);
	const struct voters voters = { r->blocks, r->doc, vote };
	bool is_decision = p->kind == MB_PARAGRAPH_DECISION ||
			   p->kind == MB_PARAGRAPH_VOTE || p->mover.len > 0;

	if (is_decision || r->result != MB_RESULT_UNKNOWN)
		vote_told_counts(&r->p, vote);
	vote_told_names(&voters, &r->p, is_decision);
	if (vote == &r->vote &&
	    (vote->count[MB_VOTE_FOR] != MB_COUNT_UNKNOWN || has_names(vote)))
		add_vote(r);
}

/* Words without which no paragraph tells of a vote. */
static bool may_tell(const struct mb_paragraph *p)
{
	static const char *const words[] = { "abst",      "against", "carried",
					     "dissent",   "oppos",   "passed",
					     "roll call", "vot" };

	if (p->kind == MB_PARAGRAPH_AGENDA)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (contains(p->text, words[i]))
			return true;
	return p->kind == MB_PARAGRAPH_VOTE;
}

/* The votes from @n_before on have the result that paragraph @i tells. */
static void read_result_below(struct mb_item *item, size_t n_before, size_t i)
{
	enum mb_vote_result result =
	    i < item->n_paragraphs
		? vote_result_told_in(item->paragraphs[i].text)
		: MB_RESULT_UNKNOWN;

	if (item->n_votes == n_before + 1 &&
	    item->votes[n_before].result == MB_RESULT_UNKNOWN)
		item->votes[n_before].result = result;
}

void votes_read(struct blocks *blocks, const struct mb_doc *doc,
		struct mb_item *item)
{
	for (size_t i = 0; i < item->n_paragraphs && !blocks->has_failed; i++) {
		struct mb_paragraph *p = &item->paragraphs[i];
		struct reader r = { .blocks = blocks,
				    .doc = doc,
				    .item = item,
				    .paragraph = i + 1,
				    .line = p->line };
		size_t max = mb_str_count(p->text, ' ') +
			     mb_str_count(p->text, '\n') + 1;
		size_t n_before = item->n_votes;
		struct word *words;

		if (!may_tell(p))
			continue;
		words = MB_NEW(blocks->arena, struct word, max);
		if (!words) {
			blocks->has_failed = true;
			return;
		}
		r.p = (struct phrase){ p->text, words,
				       words_of(p->text, words, max) };
		r.result = vote_result_in(p->text);
		if (has_tallies(p))
			read_paragraph(&r);
		if (!r.is_table)
			read_told(&r, n_before);
		read_result_below(item, n_before, i + 1);
	}
	unite_repeated(item);
}
