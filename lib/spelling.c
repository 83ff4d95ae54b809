#include "spelling.h"

#include <stdbool.h>
#include <string.h>

#include "minutebook/str.h"
#include "minutebook/terms.h"

/* Words that begin with the left side are written as with the right one. */
static const struct {
	const char *american, *british;
} beginnings[] = {
	{ "analyz", "analys" },        { "armor", "armour" },
	{ "behavior", "behaviour" },   { "catalog", "catalogue" },
	{ "center", "centre" },        { "color", "colour" },
	{ "councilor", "councillor" }, { "counselor", "counsellor" },
	{ "defense", "defence" },      { "endeavor", "endeavour" },
	{ "favor", "favour" },         { "harbor", "harbour" },
	{ "honor", "honour" },         { "humor", "humour" },
	{ "judgement", "judgment" },   { "labor", "labour" },
	{ "licenc", "licens" },        { "neighbor", "neighbour" },
	{ "offense", "offence" },      { "paralyz", "paralys" },
	{ "practis", "practic" },      { "rumor", "rumour" },
	{ "vapor", "vapour" },
};

/* Whole words only: "programmer" has its two letters anyway. */
static const struct {
	const char *american, *british;
} words[] = {
	{ "enroll", "enrol" },      { "enrollment", "enrolment" },
	{ "fulfill", "fulfil" },    { "fulfillment", "fulfilment" },
	{ "gray", "grey" },         { "jail", "gaol" },
	{ "program", "programme" }, { "programs", "programmes" },
	{ "skillful", "skilful" },
};

/* What may follow the "iz" of a verb in -ize and its family. */
static const char *const ize_endings[] = {
	"e",   "ed",    "er",     "ers",     "es",        "able",
	"ing", "ation", "ations", "ational", "ationally", "ings",
};

static int begins(const char *word, size_t len, const char *prefix)
{
	size_t n = strlen(prefix);

	return len >= n && !memcmp(word, prefix, n);
}

/* Replaces the first @old bytes by @text, if there is room. */
static size_t replace_front(char *word, size_t len, size_t size, size_t old,
			    const char *text)
{
	size_t n = strlen(text);

	if (len - old + n > size)
		return len;
	memmove(word + n, word + old, len - old);
	memcpy(word, text, n);
	return len - old + n;
}

static bool is_ize_ending(const char *rest, size_t len)
{
	for (size_t k = 0; k < sizeof(ize_endings) / sizeof(*ize_endings); k++)
		if (strlen(ize_endings[k]) == len &&
		    !memcmp(rest, ize_endings[k], len))
			return true;
	return false;
}

/* -ize, -izing, -ization: the z becomes an s. */
static int spell_ize(char *word, size_t len)
{
	for (size_t i = 3; i + 2 < len; i++) {
		if (word[i] == 'i' && word[i + 1] == 'z' &&
		    is_ize_ending(word + i + 2, len - i - 2)) {
			word[i + 1] = 's';
			return 1;
		}
	}
	return 0;
}

/* The z of a verb in -ize, however much of its ending is there. */
bool mb_spell_beginning(char *start, size_t len)
{
	const size_t n = sizeof(ize_endings) / sizeof(*ize_endings);

	for (size_t i = 3; i + 2 <= len; i++)
		for (size_t k = 0; k < n; k++) {
			if (start[i] != 'i' || start[i + 1] != 'z' ||
			    strncmp(ize_endings[k], start + i + 2,
				    len - i - 2) != 0)
				continue;
			start[i + 1] = 's';
			return true;
		}
	return false;
}

size_t mb_spell_british(char *word, size_t len, size_t size)
{
	if (len < 4 || spell_ize(word, len))
		return len;
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++) {
		const char *from = beginnings[i].american;
		const char *to = beginnings[i].british;

		if (from[0] == word[0] && begins(word, len, from) &&
		    !begins(word, len, to))
			return replace_front(word, len, size, strlen(from), to);
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strlen(words[i].american) == len &&
		    begins(word, len, words[i].american))
			return replace_front(word, len, size, len,
					     words[i].british);
	return len;
}
