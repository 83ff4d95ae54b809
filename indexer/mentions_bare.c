#include "mentions_bare.h"

#include "names.h"
#include "vocabulary.h"

/* "Fields" and "Democrat": a thing in the other number. */
static bool is_thing(struct mb_str word)
{
	struct mb_buf plural = MB_BUF_INIT;
	bool is_one;

	if (word.len > 2 && mb_to_lower(word.ptr[word.len - 1]) == 's' &&
	    is_body_noun(mb_str_take(word, word.len - 1)))
		return true;
	mb_buf_add(&plural, word);
	mb_buf_add_char(&plural, 's');
	is_one = is_body_noun(mb_buf_str(&plural));
	mb_buf_release(&plural);
	return is_one;
}

/* "St Osyth's Stairs": what belongs to somebody is a place or a thing. */
static bool is_of_saint(struct mb_str name)
{
	return mb_str_find(name, MB_STR("'s ")) != MB_STR_NONE ||
	       mb_str_find(name, MB_STR("\xE2\x80\x99s ")) != MB_STR_NONE;
}

/* A bare name counts when its bearer does something: "X had expressed". */
static bool acts(const struct phrase *p, size_t i)
{
	static const char *const helpers[] = { "had", "has", "was", "will",
					       "would" };
	const struct word *last = &p->words[i - 1];

	if (i >= p->n || last->after)
		return false;
	if (is_reporting_verb(p->words[i].text))
		return true;
	if (!WORDS_HAS(helpers, p->words[i].text))
		return false;
	/* places and things have and will, too, but they do not report */
	return !is_thing(last->text) ||
	       (i + 1 < p->n && is_reporting_verb(p->words[i + 1].text));
}

/* "the election of", "the death of": happens to people, or to their offices. */
static bool is_event_of(const struct phrase *p, size_t i)
{
	static const char *const events[] = {
		"appointment", "co-option", "death",       "election",
		"memory",      "passing",   "resignation", "retirement",
	};

	return i > 1 && phrase_has(p, i - 1, "of") &&
	       WORDS_HAS(events, p->words[i - 2].text);
}

/* Or when somebody is thanked, welcomed or elected. */
static bool is_honoured(const struct phrase *p, size_t i)
{
	static const char *const verbs[] = {
		"appointed", "asked",     "congratulated", "elected",
		"invited",   "nominated", "succeed",       "succeeded",
		"thank",     "thanked",   "welcomed",
	};

	if (i == 0 || p->words[i - 1].after)
		return false;
	return WORDS_HAS(verbs, p->words[i - 1].text) || is_event_of(p, i) ||
	       (i > 1 && phrase_has(p, i - 2, "the") &&
		phrase_has(p, i - 1, "late")) ||
	       (i > 1 && phrase_has(p, i - 2, "tribute") &&
		phrase_has(p, i - 1, "to")) ||
	       (i > 1 && phrase_has(p, i - 2, "named") &&
		(phrase_has(p, i - 1, "after") || phrase_has(p, i - 1, "for")));
}

/* An office's noun among the capitals from word @i up to @end. */
static bool is_office_at(const struct phrase *p, size_t i, size_t end)
{
	for (; i < end && i < p->n && p->words[i].is_capital; i++) {
		if (is_office_noun(p->words[i].text))
			return true;
		if (p->words[i].after)
			break;
	}
	return false;
}

/* "in Eastern Europe", "at Basin Stairs" */
static bool is_place(const struct phrase *p, size_t i)
{
	return i > 0 &&
	       (phrase_has(p, i - 1, "in") || phrase_has(p, i - 1, "at"));
}

/* "A B, who had ..." and "A B, 89, sat": only of people. */
static bool is_described(const struct phrase *p, size_t i)
{
	static const char *const words[] = { "aged", "who", "whom", "whose" };

	return i < p->n && p->words[i - 1].after == ',' &&
	       (WORDS_HAS(words, p->words[i].text) ||
		(mb_is_digit(p->words[i].text.ptr[0]) &&
		 p->words[i].text.len == 2 && p->words[i].after == ','));
}

/* "A B as Mayor", "A B as the new Head of Housing" */
static bool is_in_office(const struct phrase *p, size_t i)
{
	size_t at = i + 1;

	if (i >= p->n || !phrase_has(p, i, "as") || p->words[i - 1].after)
		return false;
	while (at < p->n && at < i + 4 && !p->words[at].is_capital)
		at++;
	return is_office_at(p, at, at + 4);
}

/* "A B's brother": things have none. */
static bool has_kin(const struct phrase *p, size_t i)
{
	static const char *const kin[] = {
		"brother", "daughter", "death",   "father", "funeral",
		"husband", "mother",   "parents", "sister", "son",
		"widow",   "widower",  "wife",
	};

	return i < p->n && WORDS_HAS(kin, p->words[i].text);
}

/* Or when the office stands beside: "the Clerk, Ann Bell,", "Ann Bell, Clerk". */
static bool has_office(const struct phrase *p, size_t i, size_t n)
{
	size_t back = i;

	if (p->words[i + n - 1].after == ',' &&
	    is_office_at(p, i + n, i + n + 4))
		return true;
	if (i == 0 || p->words[i - 1].after != ',')
		return false;
	while (back > 0 && i - back < 8 &&
	       (p->words[back - 1].is_capital ||
		is_function_word(p->words[back - 1].text)) &&
	       (back == i || !p->words[back - 1].after))
		back--;
	for (; back < i; back++)
		if (p->words[back].is_capital &&
		    is_office_noun(p->words[back].text))
			return true;
	return false;
}

/* "the Head of Internal Audit": what the office is for. */
static bool is_of_office(const struct phrase *p, size_t i)
{
	return i > 1 && p->words[i - 2].is_capital &&
	       is_office_noun(p->words[i - 2].text) &&
	       (phrase_has(p, i - 1, "of") || phrase_has(p, i - 1, "for"));
}

/* "A B and C D had ...": what the second does, the first does, too. */
static bool acts_with(const struct phrase *p, size_t i)
{
	struct name other;

	return i + 1 < p->n && phrase_has(p, i, "and") &&
	       name_bare(p, i + 1, &other) && !other.is_possessive &&
	       acts(p, i + 1 + other.n_words);
}

bool bare_is_person(const struct phrase *p, size_t i, const struct name *name)
{
	size_t end = i + name->n_words;

	/* at the start of a sentence any one word has a capital */
	if (i == 0 || is_of_saint(name->as_written) || is_of_office(p, i))
		return false;
	if (name->is_possessive)
		return has_kin(p, end);
	if (is_honoured(p, i) || has_office(p, i, name->n_words) ||
	    is_in_office(p, end))
		return true;
	/* "the lamp at Mill End had been mended" */
	return !is_place(p, i) &&
	       (acts(p, end) || acts_with(p, end) || is_described(p, end));
}
