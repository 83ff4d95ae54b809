#include "vote_result.h"

#include "words.h"

static bool contains(struct mb_str s, const char *word)
{
	return mb_str_find_nocase(s, mb_str_of(word)) != MB_STR_NONE;
}

/* The chair's own vote, where the text says for what it was given. */
static enum mb_vote_result casting_vote_in(struct mb_str s)
{
	static const struct {
		const char *phrase;
		enum mb_vote_result result;
	} phrases[] = {
		{ "casting vote against the motion", MB_RESULT_LOST },
		{ "casting vote against the amendment", MB_RESULT_LOST },
		{ "casting vote against the proposal", MB_RESULT_LOST },
		{ "casting vote against the recommendation", MB_RESULT_LOST },
		{ "casting vote in favour of the motion", MB_RESULT_CARRIED },
		{ "casting vote in favour of the amendment",
		  MB_RESULT_CARRIED },
		{ "casting vote in favour of the proposal", MB_RESULT_CARRIED },
		{ "casting vote in favour of the recommendation",
		  MB_RESULT_CARRIED },
		{ "casting vote for the motion", MB_RESULT_CARRIED },
		{ "casting vote for the amendment", MB_RESULT_CARRIED },
		{ "casting vote for the proposal", MB_RESULT_CARRIED },
		{ "casting vote for the recommendation", MB_RESULT_CARRIED },
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (contains(s, phrases[i].phrase))
			return phrases[i].result;
	return MB_RESULT_UNKNOWN;
}

/* "carried", but not what was "carried out" or "carried forward". */
static bool is_carried(struct mb_str s)
{
	static const char *const others[] = { " forward", " on", " out",
					      " over" };
	size_t at;

	while ((at = mb_str_find_nocase(s, MB_STR("carried"))) != MB_STR_NONE) {
		bool is_other = false;

		s = mb_str_drop(s, at + sizeof("carried") - 1);
		for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
			is_other = is_other || mb_str_starts_nocase(
						   s, mb_str_of(others[i]));
		if (!is_other)
			return true;
	}
	return false;
}

enum mb_vote_result vote_result_in(struct mb_str s)
{
	if (contains(s, "not carried") || contains(s, "not agreed"))
		return MB_RESULT_LOST;
	if (is_carried(s) || contains(s, "agreed by") ||
	    contains(s, "resolved by") || contains(s, "motion passed"))
		return MB_RESULT_CARRIED;
	if (contains(s, "lost") || contains(s, "defeated") ||
	    contains(s, "rejected") || contains(s, " fell") ||
	    contains(s, "motion failed"))
		return MB_RESULT_LOST;
	return casting_vote_in(s);
}

bool vote_is_result(struct mb_str text)
{
	static const char *const list[] = {
		"adopted", "all", "amendment", "by",
		"carried", "con", "declared",  "defeated",
		"for",     "in",  "lost",      "motion",
		"nem",     "not", "passed",    "resolution",
		"the",     "to",  "unanimous", "unanimously",
		"votes",   "was",
	};
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++)
		if (!WORDS_HAS(list, line.at[i].text) &&
		    !word_begins_in_digit(line.at[i].text))
			return false;
	return line.n > 0 && line.n <= 8 &&
	       (vote_result_in(text) != MB_RESULT_UNKNOWN ||
		contains(text, "passed") || contains(text, "adopted"));
}

enum mb_vote_result vote_result_told_in(struct mb_str text)
{
	static const char *const what[] = { "amendment", "motion", "proposal",
					    "recommendation", "resolution" };
	static const char *const how[] = { "accordingly", "declared",
					   "therefore", "thus", "was" };
	struct line_words line = line_words_of(mb_str_cut(text, '\n').head);
	size_t i = 2;

	if (!line_has(&line, 0, "the") || line.n < 4 ||
	    !WORDS_HAS(what, line.at[1].text))
		return MB_RESULT_UNKNOWN;
	while (i < line.n && WORDS_HAS(how, line.at[i].text))
		i++;
	return i > 2 && i < line.n ? vote_result_in(line.at[i].text)
				   : MB_RESULT_UNKNOWN;
}
