#include "names.h"

#include "minutebook/person_name.h"

#include "minutebook/text.h"
#include "vocabulary.h"

/* "The Right Worshipful the Mayor Councillor Dr" is not yet as long. */
#define MAX_TITLE_WORDS 10

/* What may stand before a title: "County Cllr", "Acting Chairman". */
static bool is_qualifier(struct mb_str word)
{
	static const char *const list[] = {
		"acting",   "assistant", "borough",   "chief",      "city",
		"county",   "deputy",    "detective", "district",   "former",
		"honorary", "parish",    "police",    "right",      "the",
		"town",     "vice",      "ward",      "worshipful",
	};

	return WORDS_HAS(list, word);
}

bool phrase_has(const struct phrase *p, size_t i, const char *word)
{
	return i < p->n &&
	       mb_str_equal_nocase(p->words[i].text, mb_str_of(word));
}

struct mb_str phrase_text(const struct phrase *p, size_t first, size_t end)
{
	if (first >= end)
		return (struct mb_str){ NULL, 0 };
	return mb_str_slice(p->text, p->words[first].start,
			    p->words[end - 1].end);
}

static bool is_initial(const struct word *w)
{
	return w->is_capital && mb_utf8_count(w->text) == 1;
}

/* "A Member asked": nobody in particular, unlike "A. Head" */
static bool is_article(const struct word *w)
{
	return w->after != '.' && mb_str_equal(w->text, MB_STR("A"));
}

/* "Prof." and "Cllr." are short; "Mayor." ends a sentence. */
static bool is_short_title(const struct word *w)
{
	return is_honorific(w->text) && !is_office_noun(w->text);
}

/* Whether nothing but a blank, or the dot of an abbreviation, follows. */
static bool runs_on(const struct word *w)
{
	if (w->closes || w->ends_line)
		return false;
	if (w->after == '\0')
		return true;
	return w->after == '.' && w->is_capital &&
	       (mb_utf8_count(w->text) <= 3 || is_short_title(w) ||
		mb_str_find_char(w->text, '.') != MB_STR_NONE);
}

/* They have capitals at the beginning of sentences. */
static bool is_pronoun(struct mb_str word)
{
	static const char *const list[] = {
		"he",   "her",   "his",   "it",    "its",  "she",
		"that", "their", "there", "these", "they", "this",
	};

	return WORDS_HAS(list, word);
}

bool name_cut_possessive(struct mb_str *s)
{
	size_t at = s->len;
	uint32_t c;
	struct mb_str tail;

	if (at < 2 || mb_to_lower(s->ptr[at - 1]) != 's')
		return false;
	at = mb_utf8_floor(*s, at - 2);
	tail = mb_str_drop(*s, at);
	mb_utf8_next(&tail, &c);
	if (!mb_is_apostrophe(c) && c != 0x201F)
		return false;
	*s = mb_str_take(*s, at);
	return true;
}

bool name_is_plural_title(struct mb_str word)
{
	static const char *const list[] = {
		"aldermen",   "bailies",       "baillies",    "cllrs",
		"clrs",       "commissioners", "councillors", "councilmembers",
		"councilors", "crs",           "cynghorwyr",  "legislators",
		"messrs",     "selectmen",     "supervisors", "trustees"
	};

	return WORDS_HAS(list, word);
}

struct mb_str name_singular_title(struct mb_str title)
{
	if (mb_str_equal_nocase(title, MB_STR("messrs")))
		return MB_STR("Mr");
	if (mb_str_equal_nocase(title, MB_STR("aldermen")))
		return MB_STR("Alderman");
	if (mb_str_equal_nocase(title, MB_STR("selectmen")))
		return MB_STR("Selectman");
	if (name_is_plural_title(title) &&
	    mb_to_lower(title.ptr[title.len - 1]) == 's')
		return mb_str_take(title, title.len - 1);
	return title;
}

/* "Council Member" is a title of two words. */
static bool is_council_member(const struct phrase *p, size_t i)
{
	return i + 2 < p->n && p->words[i].is_capital &&
	       p->words[i + 2].is_capital && phrase_has(p, i, "council") &&
	       phrase_has(p, i + 1, "member") && runs_on(&p->words[i]) &&
	       runs_on(&p->words[i + 1]);
}

/* "Member G Finch", "Chairperson H Ames": titles before an initial only. */
static bool is_member_with_initial(const struct phrase *p, size_t i)
{
	return i + 2 < p->n && p->words[i].is_capital &&
	       (phrase_has(p, i, "member") || phrase_has(p, i, "trustee") ||
		phrase_has(p, i, "chairperson")) &&
	       runs_on(&p->words[i]) && is_initial(&p->words[i + 1]) &&
	       runs_on(&p->words[i + 1]) && p->words[i + 2].is_capital;
}

/* "Cynghorydd Sir": in Welsh what somebody is a councillor of comes behind. */
static bool is_kind_of_councillor(const struct phrase *p, size_t i)
{
	static const char *const list[] = { "bwrdeistref", "cymuned", "plwyf",
					    "sir", "tref" };

	return i > 0 &&
	       (phrase_has(p, i - 1, "cynghorydd") ||
		phrase_has(p, i - 1, "cyng")) &&
	       WORDS_HAS(list, p->words[i].text);
}

size_t name_title(const struct phrase *p, size_t i)
{
	size_t at = i;

	if (is_council_member(p, i))
		return 2;
	if (is_member_with_initial(p, i))
		return 1;
	while (at < p->n && at < i + 3 && p->words[at].is_capital &&
	       is_qualifier(p->words[at].text) && runs_on(&p->words[at]))
		at++;
	if (at >= p->n || !p->words[at].is_capital ||
	    !is_honorific(p->words[at].text))
		return 0;
	while (
	    at < p->n && at < i + MAX_TITLE_WORDS && p->words[at].is_capital &&
	    (is_honorific(p->words[at].text) || is_kind_of_councillor(p, at)) &&
	    !(at > i && p->words[at].opens)) {
		if (!runs_on(&p->words[at]))
			return 0;
		at++;
	}
	return at - i;
}

/* Whether word @i can be a part of somebody's name. */
/* "MOVED Cr Finch SECONDED Cr Ames": verbs in capitals are no surnames. */
static bool is_verb_in_capitals(const struct word *w)
{
	static const char *const list[] = { "carried",  "defeated", "lost",
					    "moved",    "proposed", "resolved",
					    "seconded", "that" };

	return w->is_caps && WORDS_HAS(list, w->text);
}

static bool is_name_word(const struct phrase *p, size_t i)
{
	const struct word *w = &p->words[i];

	if ((w->opens && i > 0) || is_verb_in_capitals(w))
		return false;
	if (i > 0 && mb_str_equal_nocase(w->text, MB_STR("esq")))
		return false;
	if (w->is_capital && w->after == ':' && name_is_plural_title(w->text))
		return false; /* "Cllr Mrs Finch Councillors: Ames" */
	if (w->is_capital)
		return !is_calendar_word(w->text) && !is_pronoun(w->text) &&
		       !(w->is_caps && mb_utf8_count(w->text) > 3 &&
			 is_body_noun(w->text));
	/* particles go before a capital: "van der Laan" */
	while (i + 1 < p->n && is_particle(p->words[i].text) &&
	       runs_on(&p->words[i])) {
		i++;
		if (p->words[i].is_capital)
			return true;
	}
	return false;
}

/* "(J)" or "(MJ)" behind a surname tells two persons apart. */
static bool is_bracketed_initial(const struct word *w)
{
	return w->opens == '(' && w->closes == ')' && w->is_capital &&
	       (w->is_caps || w->text.len == 1) && w->text.len <= 3;
}

/*
 * How many of @letters, in their order, are the capitals that a word or its
 * parts begin with: one of "Ames", two of "O'Hagan" and "Moor-Hall".
 */
static size_t count_initials(struct mb_str word, struct mb_str letters)
{
	size_t n = 0;

	for (size_t i = 0; i < word.len && n < letters.len; i++)
		if (mb_is_upper(word.ptr[i]) && word.ptr[i] == letters.ptr[n] &&
		    (i == 0 || !mb_is_upper(word.ptr[i - 1])))
			n++;
	return n;
}

bool name_has_initials(struct mb_str name, struct mb_str letters)
{
	struct line_words words = line_words_of(name);
	size_t at = 0;

	if (letters.len < 2 || letters.len > 4)
		return false;
	for (size_t i = 0; i < words.n && at < letters.len; i++)
		if (words.at[i].is_capital && !is_honorific(words.at[i].text))
			at += count_initials(words.at[i].text,
					     mb_str_drop(letters, at));
	return at == letters.len;
}

/* Titles that no surname is like. */
static bool is_councillor_or_mr(struct mb_str word)
{
	static const char *const list[] = {
		"ald",        "alderman",    "aldermen",  "cllr", "cllrs",
		"councillor", "councillors", "cr",        "crs",  "cyng",
		"cynghorydd", "dr",          "miss",      "mr",   "mrs",
		"ms",         "prof",        "professor",
	};

	return WORDS_HAS(list, word);
}

/* "S Ames Councillor C Finch", "S Ames County Cllr Finch": where the next is */
static bool begins_next(const struct phrase *p, size_t i)
{
	if (i + 2 < p->n && p->words[i].is_capital &&
	    is_qualifier(p->words[i].text) && runs_on(&p->words[i]))
		i++;
	return i + 1 < p->n && is_councillor_or_mr(p->words[i].text) &&
	       p->words[i].is_capital && p->words[i + 1].is_capital &&
	       runs_on(&p->words[i]);
}

/* "N Rush B Well" in columns that ran together: two with initials. */
static bool begins_next_initial(const struct phrase *p, size_t first, size_t i)
{
	return i > first + 1 && i + 1 < p->n && is_initial(&p->words[first]) &&
	       !is_initial(&p->words[i - 1]) && is_initial(&p->words[i]) &&
	       p->words[i + 1].is_capital && !is_initial(&p->words[i + 1]);
}

/* "Seconded Mr Lam. Carried.": no initial, and another sentence. */
static bool begins_result(const struct phrase *p, size_t i)
{
	static const char *const list[] = {
		"agreed",   "approved", "carried",  "motion",
		"proposed", "resolved", "seconded",
	};

	return i < p->n && p->words[i - 1].after == '.' &&
	       p->words[i - 1].text.len > 1 &&
	       WORDS_HAS(list, p->words[i].text);
}

size_t name_words(const struct phrase *p, size_t i)
{
	size_t n = 0;
	bool has_name = false; /* and not only titles */

	while (i + n < p->n && n < 6 && is_name_word(p, i + n) &&
	       !(has_name && begins_next(p, i + n)) &&
	       !begins_next_initial(p, i, i + n)) {
		has_name |= !is_honorific(p->words[i + n].text);
		n++;
		if (begins_result(p, i + n))
			return n;
		if (!runs_on(&p->words[i + n - 1]))
			return n;
	}
	/* "C. Kennard (CK)" gives the initials that are used further on */
	if (n > 0 && i + n < p->n && is_bracketed_initial(&p->words[i + n]) &&
	    !name_has_initials(phrase_text(p, i, i + n), p->words[i + n].text))
		n++;
	return n;
}

/* With its closing bracket, if there is one. */
static struct mb_str with_bracket(const struct phrase *p, size_t first,
				  size_t end)
{
	struct mb_str text = phrase_text(p, first, end);
	const struct word *last = &p->words[end - 1];

	if (last->opens == '(' && last->closes == ')' &&
	    last->end < p->text.len)
		text.len++;
	return text;
}

static bool finish(const struct phrase *p, size_t first, size_t name_at,
		   size_t end, struct name *out)
{
	*out = (struct name){
		.n_words = end - first,
		.as_written = with_bracket(p, first, end),
		.honorific = phrase_text(p, first, name_at),
		.name = with_bracket(p, name_at, end),
	};
	out->is_possessive = name_cut_possessive(&out->as_written);
	name_cut_possessive(&out->name);
	return true;
}

/* "Cllr Bell Chairman": clerks leave the comma out. */
static size_t without_chair(const struct phrase *p, size_t i, size_t n)
{
	static const char *const list[] = {
		"chair",      "chairman",   "chairperson",
		"chairwoman", "vice-chair", "vice-chairman",
	};

	while (n > 1 && WORDS_HAS(list, p->words[i + n - 1].text))
		n--;
	return n;
}

bool name_titled(const struct phrase *p, size_t i, struct name *out)
{
	size_t n_title = name_title(p, i);
	size_t n_name = n_title > 0 ? name_words(p, i + n_title) : 0;

	if (n_name == 0)
		return false;
	if (phrase_has(p, i, "lady") && phrase_has(p, i + 1, "day"))
		return false; /* the day of the quarter's rent */
	n_name = without_chair(p, i + n_title, n_name);
	if (mb_str_equal_nocase(p->words[i].text, MB_STR("the"))) {
		i++; /* "the Mayor Smith" */
		n_title--;
	}
	return finish(p, i, i + n_title, i + n_title + n_name, out);
}

bool name_bare(const struct phrase *p, size_t i, struct name *out)
{
	size_t n_all = name_words(p, i), n = n_all;
	size_t n_full = 0;

	while (n > 2 && mb_name_is_suffix(p->words[i + n - 1].text))
		n--;
	if (n < 2 || n > 4 || is_reporting_verb(p->words[i].text))
		return false;
	for (size_t k = i; k < i + n; k++) {
		const struct word *w = &p->words[k];

		if (is_function_word(w->text) && !is_particle(w->text))
			return false;
		if (w->is_caps && w->text.len > 2 &&
		    mb_str_find_char(w->text, '.') == MB_STR_NONE)
			return false; /* an acronym */
		if (k == i && mb_str_equal(w->text, MB_STR("Bill")))
			continue; /* the first name, though laws are bills */
		/* "P. Wood": an initial makes a surname of any noun */
		if ((is_body_noun(w->text) || is_office_noun(w->text)) &&
		    !(k > i && is_initial(w - 1) && !is_article(w - 1)))
			return false;
		n_full +=
		    !is_initial(w) && w->is_capital && !is_honorific(w->text);
	}
	if (n_full == 0 || is_initial(&p->words[i + n - 1]) ||
	    (p->words[i + n - 1].is_caps && p->words[i + n - 1].text.len <= 3))
		return false; /* "PN. JA": initials, no surname */
	return finish(p, i, i, i + n_all, out);
}
