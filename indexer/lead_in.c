#include "lead_in.h"

#include "minutebook/text.h"
#include "vocabulary.h"

bool lead_in_begins(const struct phrase *p)
{
	static const char *const list[] = {
		"additionally", "after",      "again",        "also",
		"answering",    "arising",    "as",           "asked",
		"at",           "before",     "by",           "commenting",
		"concerning",   "concluding", "consequently", "continuing",
		"during",       "finally",    "firstly",      "following",
		"for",          "from",       "further",      "furthermore",
		"given",        "having",     "however",      "in",
		"introducing",  "lastly",     "later",        "moreover",
		"moving",       "next",       "noting",       "on",
		"opening",      "opposing",   "presenting",   "proposing",
		"recognising",  "referring",  "reflecting",   "regarding",
		"replying",     "responding", "seconding",    "secondly",
		"similarly",    "since",      "speaking",     "subsequently",
		"summarising",  "summing",    "supporting",   "then",
		"thereafter",   "therefore",  "thirdly",      "to",
		"turning",      "under",      "when",         "while",
		"whilst",       "with",
	};

	return WORDS_HAS(list, p->words[0].text);
}

/*
 * "In response to Mr Brand's points the Leader", "Seconding the motion Cllr
 * Ames": no comma is needed.
 */
static bool is_response(const struct phrase *p)
{
	static const char *const nouns[] = { "answer",   "conclusion",
					     "moving",   "proposing",
					     "reply",    "responding",
					     "response", "seconding",
					     "summary",  "supporting" };
	static const char *const doing[] = { "answering",  "introducing",
					     "moving",     "opposing",
					     "presenting", "proposing",
					     "replying",   "responding",
					     "seconding",  "supporting" };

	if (phrase_has(p, 0, "as") && phrase_has(p, 1, "a") &&
	    phrase_has(p, 2, "supplementary"))
		return true;
	if (phrase_has(p, 0, "by") && phrase_has(p, 1, "way"))
		return true;
	if (WORDS_HAS(doing, p->words[0].text))
		return true;
	return phrase_has(p, 0, "in") && p->n > 2 &&
	       WORDS_HAS(nouns, p->words[1].text);
}

/*
 * "to a question by Cllr Ames {the Clerk} said": a name right behind a
 * preposition belongs to it.
 */
static bool may_be_subject(const struct phrase *p, size_t i)
{
	static const char *const links[] = { "by", "from", "of", "to" };
	struct name name;

	if (WORDS_HAS(links, p->words[i - 1].text))
		return false;
	return phrase_has(p, i, "the") || name_title(p, i) > 0 ||
	       (mb_utf8_count(p->words[i].text) == 1 && name_bare(p, i, &name));
}

static bool ends_sentence(const struct word *w)
{
	return w->after == ';' || w->after == '?' ||
	       (w->after == '.' && w->text.len > 3);
}

/*
 * "Before the vote {Councillor Ames} stated": a title begins somebody, unless
 * the word before it governs the name or opens a clause of its own.
 */
static bool begins_main_clause(const struct phrase *p, size_t i)
{
	static const char *const openers[] = {
		"after", "as",    "because", "before", "how",  "if",
		"since", "than",  "that",    "until",  "what", "when",
		"where", "which", "while",   "whilst", "whom", "why",
	};
	const struct word *before = &p->words[i - 1];

	return name_title(p, i) > 0 && !before->after && !before->closes &&
	       mb_is_lower(before->text.ptr[0]) &&
	       !is_function_word(before->text) &&
	       !WORDS_HAS(openers, before->text);
}

size_t lead_in_sentence(const struct phrase *p)
{
	size_t i = 1;

	while (i + 1 < p->n && !ends_sentence(&p->words[i - 1]))
		i++;
	return i;
}

bool lead_in_ends(const struct phrase *p, size_t i)
{
	return is_response(p) ? may_be_subject(p, i) : begins_main_clause(p, i);
}
