#include "vote_tally.h"

#include "vote_sides.h"

/* "two", "twelve": the number, or 0. */
static int32_t number_in_words(struct mb_str word)
{
	static const char *const words[] = {
		"one",     "two",       "three",    "four",     "five",
		"six",     "seven",     "eight",    "nine",     "ten",
		"eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen", "twenty",
	};
	int32_t n = sizeof(words) / sizeof(*words);

	while (n > 0 && !mb_str_equal_nocase(word, mb_str_of(words[n - 1])))
		n--;
	return n;
}

bool vote_is_count(struct mb_str word, int32_t *count)
{
	int32_t in_words = number_in_words(word);
	unsigned long n;

	if (in_words > 0) {
		*count = in_words;
		return true;
	}
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

bool vote_is_filler(struct mb_str word)
{
	static const char *const list[] = {
		"amendment",  "ar",      "councillors", "having", "in",
		"it",         "members", "motion",      "o",      "people",
		"resolution", "the",     "vote",        "voted",  "votes",
		"voting",     "were",    "yn",
	};

	return WORDS_HAS(list, word);
}

/* "For: Councillors Bell and Crane", or "For" and they in the next line. */
static bool is_list(const struct phrase *p, size_t i, struct tally *out)
{
	size_t last = i;
	bool begins_line = i == 0 || p->words[i - 1].ends_line;

	while (last + 1 < p->n && last < i + 3 && !p->words[last].after &&
	       !p->words[last].ends_line &&
	       vote_is_filler(p->words[last + 1].text))
		last++; /* "For the motion:" */
	if (!(p->words[last].after == ':' ||
	      (begins_line && p->words[last].ends_line)) ||
	    last + 1 >= p->n || !p->words[last + 1].is_capital)
		return false;
	out->count = MB_COUNT_UNKNOWN;
	out->end = p->words[last].end;
	return true;
}

bool vote_tally_at(const struct phrase *p, size_t i, struct tally *out)
{
	bool is_behind = p->words[i].after == ','; /* "3 for, 1 against" */

	if (!vote_side_of(p->words[i].text, &out->side))
		return false;
	out->start = p->words[i].start;
	for (size_t k = i + 1; k < p->n && k <= i + 3 && !is_behind; k++) {
		if (vote_is_count(p->words[k].text, &out->count)) {
			out->end = p->words[k].end;
			return true;
		}
		if (!vote_is_filler(p->words[k].text) ||
		    p->words[k].after == ',')
			break;
	}
	if (is_list(p, i, out))
		return true;
	for (size_t k = i; k-- > 0 && k + 5 > i;) {
		if (vote_is_count(p->words[k].text, &out->count)) {
			out->start = p->words[k].start;
			out->end = p->words[i].end;
			return true;
		}
		if (!vote_is_filler(p->words[k].text))
			return false;
	}
	return false;
}

/* --- two options -------------------------------------------------------- */

static bool contains(struct mb_str s, const char *word)
{
	return mb_str_find_nocase(s, mb_str_of(word)) != MB_STR_NONE;
}

bool vote_has_two_options(struct mb_str text)
{
	return contains(text, "for the motion") &&
	       contains(text, "for the amendment") &&
	       !contains(text, "against");
}

bool vote_is_for_amendment(const struct phrase *p, const struct tally *tally)
{
	struct mb_str rest = mb_str_drop(p->text, tally->start);

	return mb_str_starts_nocase(rest, MB_STR("for the amendment"));
}

enum mb_vote_result vote_result_of_two(struct mb_str text)
{
	size_t end = mb_str_find_nocase(text, MB_STR("carried"));
	struct mb_str before;

	if (end == MB_STR_NONE)
		return MB_RESULT_UNKNOWN;
	before = mb_str_take(text, end);
	while (before.len > 0) {
		struct mb_cut cut = mb_str_cut_last(before, ' ');

		if (mb_str_starts_nocase(cut.tail, MB_STR("motion")))
			return MB_RESULT_CARRIED;
		if (mb_str_starts_nocase(cut.tail, MB_STR("amendment")))
			return MB_RESULT_LOST;
		before = cut.found ? cut.head : (struct mb_str){ NULL, 0 };
	}
	return MB_RESULT_UNKNOWN;
}
