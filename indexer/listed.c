#include "listed.h"

#include "minutebook/person_name.h"
#include "minutebook/text.h"
#include "vocabulary.h"

bool listed_joins(const struct phrase *p, size_t i)
{
	static const char *const list[] = { "&",   "a",    "a'r",      "ac",
					    "and", "plus", "together", "with" };
	struct mb_str word;

	if (i >= p->n)
		return false;
	word = p->words[i].text;
	return WORDS_HAS(list, word) ||
	       mb_str_equal(word, MB_STR("a\xE2\x80\x99r"));
}

/* --- names ------------------------------------------------------------- */

/* "B.Glover" without a blank */
static bool is_tight_name(struct mb_str word)
{
	struct mb_cut cut = mb_str_cut_last(word, '.');

	return cut.found && cut.head.len <= 5 && cut.tail.len >= 3 &&
	       mb_is_upper(cut.head.ptr[0]) && mb_is_upper(cut.tail.ptr[0]);
}

size_t listed_name_with_initials(const struct phrase *p, size_t i)
{
	for (size_t n = 2; n <= 4 && i + n < p->n; n++) {
		const struct word *w = &p->words[i + n];

		if (!p->words[i + n - 1].is_capital ||
		    p->words[i + n - 1].after == ',')
			return 0;
		if (w->is_caps && !w->opens &&
		    name_has_initials(phrase_text(p, i, i + n), w->text))
			return n;
	}
	return 0;
}

/* "A Finch": in a list the letter is an initial and no article. */
static bool begins_in_initial(const struct phrase *p, size_t i)
{
	return i + 1 < p->n && mb_str_equal(p->words[i].text, MB_STR("A")) &&
	       p->words[i + 1].is_capital && !p->words[i + 1].opens &&
	       !is_office_noun(p->words[i + 1].text) &&
	       !is_body_noun(p->words[i + 1].text) &&
	       (p->words[i].after == '\0' || p->words[i].after == '.');
}

/* "Finch OBE" */
static bool has_letters_behind(const struct phrase *p, size_t i)
{
	return i + 1 < p->n && !p->words[i].after &&
	       mb_name_is_suffix(p->words[i + 1].text);
}

/*
 * "Chief Operating Officer", "Meeting Secretary": no name begins so, and the
 * one before it ends.
 */
static bool begins_in_rank(const struct phrase *p, size_t i)
{
	static const char *const list[] = {
		"acting",    "assistant", "chief",   "deputy",
		"executive", "general",   "interim", "managing",
		"meeting",   "principal", "senior",  "vice",
	};

	return WORDS_HAS(list, p->words[i].text);
}

size_t listed_name(const struct phrase *p, size_t i)
{
	size_t n = listed_name_with_initials(p, i);
	struct name name;

	if (n > 0)
		return n;
	if (begins_in_initial(p, i) && name_bare(p, i + 1, &name))
		return 1 + name.n_words;
	if (begins_in_initial(p, i))
		return has_letters_behind(p, i + 1) ? 3 : 2;
	if (is_tight_name(p->words[i].text))
		return 1;
	if (begins_in_rank(p, i))
		return 0;
	for (size_t end = i + 2; end <= i + 5 && end <= p->n; end++) {
		/* "Neil Ames Chair": the office is not in the name */
		struct phrase cut = { p->text, p->words, end };

		if (end < p->n && !is_office_noun(p->words[end].text))
			continue;
		if (end < p->n && begins_in_rank(p, i))
			return 0;
		if (name_bare(&cut, i, &name) && i + name.n_words == end)
			return name.n_words;
	}
	return name_bare(p, i, &name) ? name.n_words : 0;
}

size_t listed_without_office(const struct phrase *p, size_t first, size_t n)
{
	size_t end = first + n;

	if (n > 1 && end < p->n && is_body_noun(p->words[end - 1].text) &&
	    (mb_str_equal(p->words[end].text, MB_STR("of")) ||
	     mb_str_equal(p->words[end].text, MB_STR("for"))))
		n--;
	while (n > 1 && is_office_noun(p->words[first + n - 1].text))
		n--;
	return n;
}

size_t listed_name_under_title(const struct phrase *p, size_t i)
{
	if (is_office_noun(p->words[i].text))
		return 0;
	return listed_without_office(p, i, name_words(p, i));
}

struct mb_str listed_text(const struct phrase *p, size_t i, size_t n)
{
	struct mb_str text = phrase_text(p, i, i + n);

	if (p->words[i + n - 1].closes == ')' &&
	    mb_str_count(text, '(') > mb_str_count(text, ')'))
		text.len++;
	return text;
}

/* --- offices ----------------------------------------------------------- */

size_t listed_office(const struct phrase *p, size_t i)
{
	size_t n = 1;

	if (!phrase_has(p, i, "the"))
		return 0;
	while (i + n < p->n && n < 5 && p->words[i + n].is_capital &&
	       !p->words[i + n - 1].after)
		n++;
	return n > 1 && is_office_noun(p->words[i + n - 1].text) ? n : 0;
}

size_t listed_office_before_name(const struct phrase *p, size_t i)
{
	size_t end = i;
	bool has_office = false;
	struct name name;

	while (end < p->n && end < i + 7 && !p->words[end].closes &&
	       !(end > i && p->words[end].opens)) {
		const struct word *w = &p->words[end++];

		has_office = has_office || is_office_noun(w->text);
		if (w->after || !(w->is_capital || has_office))
			return 0;
		if (has_office && !is_function_word(w->text) &&
		    name_bare(p, end, &name))
			return end - i;
	}
	return 0;
}

bool listed_is_officer(const struct phrase *p, size_t i)
{
	static const char *const chairs[] = {
		"chair",    "chairman",   "chairperson",   "chairwoman",
		"convener", "leader",     "mayor",         "provost",
		"speaker",  "vice-chair", "vice-chairman",
	};

	if (i < p->n && listed_joins(p, i))
		return false;
	for (; i < p->n && is_function_word(p->words[i].text); i++)
		;
	for (size_t k = i; k < p->n && k < i + 4; k++) {
		if (WORDS_HAS(chairs, p->words[k].text))
			return false;
		if (is_office_noun(p->words[k].text))
			return true;
		if (p->words[k].after)
			return false;
	}
	return false;
}

bool listed_has_offices_first(const struct phrase *p)
{
	struct name name;

	for (size_t i = 1; i < p->n; i++)
		if (p->words[i].opens == '(' && name_titled(p, i, &name))
			return true;
	return false;
}

/* --- behind the list --------------------------------------------------- */

bool listed_begins_tale(const struct phrase *p, size_t i, size_t n)
{
	return i + n < p->n && !p->words[i + n - 1].after &&
	       !p->words[i + n].is_capital &&
	       is_reporting_verb(p->words[i + n].text);
}
