#include "vote_told.h"

#include "minutebook/text.h"
#include "vote_tally.h"

/* --- what is said of the names ----------------------------------------- */

struct told {
	enum mb_vote_side side;
	bool is_finite; /* "voted", and not "voting" */
	bool is_loose;  /* "Ames against", which may be of anything */
};

static bool ends_clause(const struct phrase *p, size_t i)
{
	char after = p->words[i].after;

	return i + 1 == p->n || (after && after != ':') || p->words[i].closes ||
	       phrase_has(p, i + 1, "as") || phrase_has(p, i + 1, "because");
}

/* What "voted" at word @i - 1 says: "against", "no", "in favour". */
static bool side_behind_vote(const struct phrase *p, size_t i,
			     enum mb_vote_side *side)
{
	static const char *const against[] = { "against", "nay", "no" };
	static const char *const in_favour[] = { "aye", "for", "yea", "yes" };
	static const char *const favours[] = { "favor", "favour", "support" };

	if (i >= p->n)
		return false;
	if (WORDS_HAS(against, p->words[i].text))
		*side = MB_VOTE_AGAINST;
	else if (WORDS_HAS(in_favour, p->words[i].text) ||
		 (phrase_has(p, i, "in") && i + 1 < p->n &&
		  WORDS_HAS(favours, p->words[i + 1].text)))
		*side = MB_VOTE_FOR;
	else
		return false;
	return true;
}

/* "voting against", "abstained", "dissenting" at word @i. */
static bool read_verb(const struct phrase *p, size_t i, struct told *out)
{
	static const char *const abstains[] = { "abstained", "abstaining" };
	static const char *const dissents[] = { "dissented", "dissenting" };
	static const char *const votes[] = { "voted", "voting" };
	static const char *const loose[] = { "against", "opposed" };
	struct mb_str word = p->words[i].text;

	*out = (struct told){ .is_finite = mb_str_ends(word, MB_STR("ed")) };
	if (WORDS_HAS(votes, word))
		return side_behind_vote(p, i + 1, &out->side);
	if (WORDS_HAS(abstains, word)) {
		out->side = MB_VOTE_ABSTAIN;
		return true;
	}
	out->side = MB_VOTE_AGAINST;
	if (WORDS_HAS(dissents, word))
		return true;
	out->is_loose = true;
	return WORDS_HAS(loose, word) && ends_clause(p, i);
}

/* The side in "her vote against", "his abstention", "their dissent". */
static bool side_of_noun(const struct phrase *p, size_t i,
			 enum mb_vote_side *side)
{
	static const char *const abstains[] = { "abstained", "abstaining",
						"abstention", "abstentions" };
	static const char *const dissents[] = { "dissent", "dissented",
						"dissenting" };
	static const char *const votes[] = { "vote", "voted", "votes",
					     "voting" };
	struct mb_str word = p->words[i].text;

	if (WORDS_HAS(abstains, word))
		*side = MB_VOTE_ABSTAIN;
	else if (WORDS_HAS(dissents, word))
		*side = MB_VOTE_AGAINST;
	else
		return WORDS_HAS(votes, word) &&
		       side_behind_vote(p, i + 1, side);
	return true;
}

/* "that her vote against the motion be recorded", to the sentence's end. */
static bool is_recorded(const struct phrase *p, size_t i,
			enum mb_vote_side *side)
{
	static const char *const others[] = { "group", "had", "members",
					      "would" };
	static const char *const writes[] = { "minuted", "noted", "recorded" };
	bool has_side = false, has_record = false;

	for (size_t n = 0; i < p->n && n < 24; i++, n++) {
		struct mb_str word = p->words[i].text;

		if (WORDS_HAS(others, word))
			return false;
		has_record = has_record || WORDS_HAS(writes, word);
		has_side = has_side || side_of_noun(p, i, side);
		if (p->words[i].after == '.' || p->words[i].after == ';')
			break;
	}
	return has_side && has_record;
}

/* What is said of the names that end before word @i. */
static bool read_told(const struct phrase *p, const struct vote_names *names,
		      struct told *out)
{
	static const char *const between[] = { "all",    "also", "both", "each",
					       "having", "then", "who" };
	static const char *const asks[] = { "asked", "requested", "wished" };
	size_t i = names->end;

	if (p->words[i - 1].ends_line)
		return false; /* a list, and another below it */
	if (names->is_possessive) {
		*out = (struct told){ .is_finite = true };
		return is_recorded(p, i, &out->side);
	}
	while (i < p->n && WORDS_HAS(between, p->words[i].text))
		i++;
	if (i >= p->n || p->words[i].opens)
		return false;
	if (WORDS_HAS(asks, p->words[i].text)) {
		*out = (struct told){ .is_finite = true };
		return is_recorded(p, i + 1, &out->side);
	}
	return read_verb(p, i, out);
}

/* --- where a clause begins --------------------------------------------- */

/* Whether the clerk begins to tell at word @i, and nobody is reported. */
static bool begins_sentence(const struct phrase *p, size_t i)
{
	const struct word *before;

	if (i == 0)
		return true;
	before = &p->words[i - 1];
	return before->after == '.' || before->after == ';' ||
	       before->after == ':' || before->ends_line;
}

static bool begins_clause(const struct phrase *p, size_t i)
{
	return begins_sentence(p, i) || p->words[i].opens == '(' ||
	       p->words[i - 1].after == ',' || phrase_has(p, i - 1, "with") ||
	       phrase_has(p, i - 1, "and") || phrase_has(p, i - 1, "but");
}

static bool is_of_vote(const struct phrase *p, size_t i,
		       const struct told *told, bool is_decision)
{
	if (told->is_loose || (told->is_finite && !begins_sentence(p, i)))
		return is_decision && begins_clause(p, i);
	return begins_clause(p, i);
}

/* --- roll calls -------------------------------------------------------- */

/* "yes" and "no" behind a name, with a sign behind them. */
static bool read_answer(const struct phrase *p, size_t i,
			enum mb_vote_side *side)
{
	static const char *const abstains[] = { "abstain", "abstained",
						"abstains" };

	if (i >= p->n || !(i + 1 == p->n || p->words[i].after ||
			   p->words[i].closes || p->words[i].ends_line))
		return false;
	if (!WORDS_HAS(abstains, p->words[i].text))
		return side_behind_vote(p, i, side);
	*side = MB_VOTE_ABSTAIN;
	return true;
}

/* "Ames, yes; Penn, no": one is a chance, two are a roll call. */
static size_t take_roll_call(const struct voters *voters,
			     const struct phrase *p, bool puts)
{
	size_t n_answers = 0, i = 0;

	while (i < p->n && !voters->blocks->has_failed) {
		size_t n = i == 0 || p->words[i - 1].after ||
				   p->words[i - 1].closes ||
				   p->words[i - 1].ends_line
			       ? vote_name_at(voters->doc, p, i)
			       : 0;
		enum mb_vote_side side;

		if (n == 0 || !read_answer(p, i + n, &side)) {
			i++;
			continue;
		}
		if (puts)
			vote_name_put(voters, side, phrase_text(p, i, i + n));
		n_answers++;
		i += n + 1;
	}
	return n_answers;
}

/* --- the whole --------------------------------------------------------- */

void vote_told_names(const struct voters *voters, const struct phrase *p,
		     bool is_decision)
{
	size_t i = 0;

	if (take_roll_call(voters, p, false) > 1) {
		take_roll_call(voters, p, true);
		return;
	}
	while (i < p->n && !voters->blocks->has_failed) {
		struct vote_names names;
		struct told told;

		if ((i > 0 && !begins_clause(p, i)) ||
		    !vote_names_at(voters->doc, p, i, &names)) {
			i++;
			continue;
		}
		if (read_told(p, &names, &told) &&
		    is_of_vote(p, i, &told, is_decision))
			vote_names_put(voters, told.side, &names);
		i = names.end > i ? names.end : i + 1;
	}
}

/* --- numbers ----------------------------------------------------------- */

static bool read_count(struct mb_str *text, int32_t *count)
{
	unsigned long n;

	if (!mb_str_number(text, 999, &n))
		return false;
	*count = (int32_t)n;
	return true;
}

/* "4-1" or "4-1-1" */
static bool read_score(struct mb_str text, int32_t counts[MB_VOTE_SIDES])
{
	size_t n = 0;

	while (n < MB_VOTE_SIDES && read_count(&text, &counts[n])) {
		n++;
		if (text.len == 0)
			return n > 1;
		if (text.ptr[0] != '-')
			return false;
		text = mb_str_drop(text, 1);
	}
	return false;
}

static bool is_score_of_vote(const struct phrase *p, size_t i,
			     int32_t counts[MB_VOTE_SIDES])
{
	static const char *const before[] = { "adopted",  "approved", "carried",
					      "defeated", "denied",   "failed",
					      "of",       "passed",   "vote",
					      "voted" };

	return i > 0 && WORDS_HAS(before, p->words[i - 1].text) &&
	       read_score(p->words[i].text, counts);
}

/* "by 4 votes to 2", "two votes to one", "by 4 to 2" from word @i. */
static bool is_votes_to(const struct phrase *p, size_t i,
			int32_t counts[MB_VOTE_SIDES])
{
	bool has_votes =
	    phrase_has(p, i + 1, "votes") || phrase_has(p, i + 1, "vote");
	size_t at = i + 1 + has_votes;

	if (!has_votes && !(i > 0 && phrase_has(p, i - 1, "by")))
		return false;
	return phrase_has(p, at, "to") && at + 1 < p->n &&
	       vote_is_count(p->words[i].text, &counts[MB_VOTE_FOR]) &&
	       vote_is_count(p->words[at + 1].text, &counts[MB_VOTE_AGAINST]);
}

/* "with 1 abstention" behind the numbers */
static void read_abstentions(const struct phrase *p, size_t i,
			     int32_t counts[MB_VOTE_SIDES])
{
	struct tally tally;

	for (; i < p->n; i++) {
		if (!vote_tally_at(p, i, &tally))
			continue;
		if (tally.side == MB_VOTE_ABSTAIN &&
		    counts[MB_VOTE_ABSTAIN] == MB_COUNT_UNKNOWN)
			counts[MB_VOTE_ABSTAIN] = tally.count;
		return;
	}
}

/* The greater number comes first: of a motion that was lost, those against. */
static void turn(struct mb_vote *vote, int32_t counts[MB_VOTE_SIDES])
{
	int32_t first = counts[MB_VOTE_FOR];

	if (vote->result == MB_RESULT_LOST && first > counts[MB_VOTE_AGAINST]) {
		counts[MB_VOTE_FOR] = counts[MB_VOTE_AGAINST];
		counts[MB_VOTE_AGAINST] = first;
	}
}

void vote_told_counts(const struct phrase *p, struct mb_vote *vote)
{
	for (size_t i = 0; i < p->n; i++) {
		int32_t counts[MB_VOTE_SIDES] = { MB_COUNT_UNKNOWN,
						  MB_COUNT_UNKNOWN,
						  MB_COUNT_UNKNOWN };

		if (is_score_of_vote(p, i, counts) ||
		    is_votes_to(p, i, counts)) {
			read_abstentions(p, i, counts);
			turn(vote, counts);
			for (int k = 0; k < MB_VOTE_SIDES; k++)
				if (vote->count[k] == MB_COUNT_UNKNOWN)
					vote->count[k] = counts[k];
			return;
		}
	}
}
