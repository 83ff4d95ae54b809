#include "run_in.h"

#include "titles.h"
#include "vocabulary.h"
#include "words.h"

/* So many words a title that runs in may have. */
#define MAX_TITLE_WORDS 8

/* Words that begin a sentence wherever they have a capital. */
static bool is_opener(struct mb_str word)
{
	static const char *const list[] = {
		"a",     "after",   "all",  "an",   "as", "following", "in",
		"it",    "members", "no",   "none", "on", "that",      "the",
		"there", "these",   "this", "to",   "two"
	};

	return WORDS_HAS(list, word) || is_honorific(word);
}

/* "Election of Chairman" and then who was elected. */
static bool ends_election(const struct line_words *line,
			  const struct word *before, const struct word *word)
{
	return (line_has(line, 0, "election") ||
		line_has(line, 0, "appointment")) &&
	       line_has(line, 1, "of") && before > &line->at[1] &&
	       is_office_noun(before->text) && !is_office_noun(word->text);
}

/* Whether the sentence may begin in @word. */
static bool may_begin(const struct line_words *line, const struct word *before,
		      const struct word *word)
{
	if (!word->is_capital || before->closes || word->opens ||
	    is_function_word(before->text) || is_honorific(before->text))
		return false;
	return is_opener(word->text) || ends_election(line, before, word) ||
	       mb_str_equal_nocase(word->text, line->at[0].text);
}

bool run_in_split(struct mb_str text, struct mb_str *title, struct mb_str *rest)
{
	struct line_words line = line_words_of(text);

	if (!title_is_standard(text))
		return false;
	for (size_t at = 1; at < line.n && at <= MAX_TITLE_WORDS; at++) {
		const struct word *word = &line.at[at], *before = word - 1;
		struct mb_str head = mb_str_take(text, before->end);
		struct mb_str tail = mb_str_drop(text, word->start);

		if (before->after || title_is_sentence(head))
			return false; /* it ends in a sign, or not at all */
		if (!may_begin(&line, before, word) || !title_is_sentence(tail))
			continue;
		*title = head;
		*rest = tail;
		return true;
	}
	return false;
}
