#include "speakers.h"

#include "names.h"
#include "vocabulary.h"
#include "words.h"

/* How far into a paragraph a speaker is looked for. */
#define MAX_WORDS 72

/* How long an apposition may be: "Jane Smith, Head of Policy, ..." */
#define MAX_APPOSITION 16

struct subject {
	struct mb_speaker speaker;
	size_t end; /* the word behind it */
};

/* --- the verb ---------------------------------------------------------- */

static bool is_small(const struct word *w)
{
	return !w->is_capital;
}

/* "proposed by", but "said by telephone" */
static bool is_done_by(const struct phrase *p, size_t i)
{
	static const char *const list[] = {
		"introduced", "led",       "made",      "moved",
		"nominated",  "outlined",  "presented", "proposed",
		"put",        "raised",    "read",      "requested",
		"seconded",   "submitted", "suggested", "supported",
	};

	return i + 1 < p->n &&
	       mb_str_equal(p->words[i + 1].text, MB_STR("by")) &&
	       WORDS_HAS(list, p->words[i].text);
}

/* "was concerned", "was invited to speak", "would like", "did not agree" */
static bool begins_state(const struct phrase *p, size_t i)
{
	static const char *const states[] = {
		"concerned", "delighted", "disappointed", "grateful", "happy",
		"keen",      "pleased",   "surprised",    "unhappy",  "worried",
	};
	static const char *const asked[] = { "about",   "how",  "if",
					     "what",    "when", "where",
					     "whether", "why" };
	static const char *const floor[] = { "address", "comment", "speak" };
	static const char *const wishes[] = { "like", "prefer", "welcome" };
	static const char *const denials[] = { "accept",   "agree", "believe",
					       "consider", "feel",  "support",
					       "think",    "want" };
	size_t next = i + 1;

	if (mb_str_equal(p->words[i].text, MB_STR("did")) && next < p->n &&
	    mb_str_equal(p->words[next].text, MB_STR("not")))
		return next + 1 < p->n &&
		       WORDS_HAS(denials, p->words[next + 1].text);
	if (mb_str_equal(p->words[i].text, MB_STR("would")))
		return next < p->n && WORDS_HAS(wishes, p->words[next].text);
	if (!mb_str_equal(p->words[i].text, MB_STR("was")))
		return false;
	while (next < p->n && is_adverb(p->words[next].text))
		next++;
	if (next + 1 >= p->n)
		return false;
	if (mb_str_equal(p->words[next].text, MB_STR("asked")))
		return WORDS_HAS(asked, p->words[next + 1].text);
	if (mb_str_equal(p->words[next].text, MB_STR("invited"))) {
		for (size_t k = next + 1; k < p->n && k < next + 6; k++)
			if (WORDS_HAS(floor, p->words[k].text))
				return true;
		return false;
	}
	return WORDS_HAS(states, p->words[next].text);
}

/* Whether the words from @i on are adverbs and then a reporting verb. */
static bool is_verb_at(const struct phrase *p, size_t i, bool allow_present)
{
	size_t last = i + 5;

	for (; i < p->n && i < last; i++) {
		const struct word *w = &p->words[i];

		if (!is_small(w) || w->opens)
			return false;
		if (is_reporting_verb(w->text))
			return !is_done_by(p, i);
		if (begins_state(p, i))
			return true;
		if (allow_present && is_present_verb(w->text))
			return true;
		if (!is_adverb(w->text) &&
		    !(w->text.len > 4 && mb_str_ends(w->text, MB_STR("ly"))))
			return false;
	}
	return false;
}

/* A word that begins a clause with a subject of its own. */
static bool is_clause(const struct phrase *p, size_t i)
{
	static const char *const list[] = { "because", "had",   "has",  "is",
					    "that",    "was",   "were", "where",
					    "which",   "while", "who" };

	return WORDS_HAS(list, p->words[i].text);
}

/* "of Larkhythe CVS", "for the Library Association": whom one speaks for. */
static size_t skip_affiliation(const struct phrase *p, size_t i)
{
	static const char *const links[] = { "for", "from", "of",
					     "representing" };
	size_t end = i + 1;

	if (i >= p->n || p->words[i - 1].after || p->words[i].is_capital ||
	    !WORDS_HAS(links, p->words[i].text))
		return i;
	while (end < p->n && end < i + 12 && !p->words[end - 1].after &&
	       (p->words[end].is_capital ||
		is_function_word(p->words[end].text) ||
		!(is_verb_at(p, end, false) || is_clause(p, end))))
		end++;
	return end;
}

/* "in response to a query from the Chair": between speaker and verb. */
static bool begins_response(const struct phrase *p, size_t i)
{
	return i + 2 < p->n && mb_str_equal(p->words[i].text, MB_STR("in")) &&
	       (mb_str_equal(p->words[i + 1].text, MB_STR("response")) ||
		mb_str_equal(p->words[i + 1].text, MB_STR("reply")) ||
		mb_str_equal(p->words[i + 1].text, MB_STR("answer")));
}

static size_t skip_response(const struct phrase *p, size_t i)
{
	if (!begins_response(p, i))
		return i;
	for (size_t k = i + 2; k < p->n && k < i + 14; k++)
		if (is_verb_at(p, k, false))
			return k;
	return i;
}

/* Skips "(Chair)" and ", Leader of the Council,"; the word behind them. */
static size_t skip_appositions(const struct phrase *p, size_t i)
{
	i = skip_affiliation(p, i);
	i = skip_response(p, i);
	while (i < p->n) {
		size_t end = i;
		struct name name;

		if (p->words[i].opens == '(') {
			while (end < p->n && end < i + MAX_APPOSITION &&
			       p->words[end].closes != ')')
				end++;
		} else if (i > 0 && p->words[i - 1].after == ',' &&
			   !is_verb_at(p, i, false)) {
			if (name_titled(p, i, &name))
				return i; /* a second person */
			while (end < p->n && end < i + MAX_APPOSITION &&
			       p->words[end].after != ',')
				end++;
		} else {
			return i;
		}
		if (end >= p->n || end >= i + MAX_APPOSITION)
			return i;
		i = end + 1;
	}
	return i;
}

/* --- offices ----------------------------------------------------------- */

/* An office's name may be written small: "The chairman", "the ward officer". */
static bool is_office_word(const struct word *w)
{
	static const char *const small[] = {
		"acting",   "area",     "assistant", "borough",  "chief",
		"council",  "county",   "deputy",    "district", "interim",
		"joint",    "lead",     "legal",     "local",    "meeting",
		"new",      "outgoing", "parish",    "police",   "principal",
		"retiring", "senior",   "town",      "vice",     "ward",
	};

	return w->is_capital || is_function_word(w->text) ||
	       is_office_noun(w->text) || mb_is_digit(w->text.ptr[0]) ||
	       WORDS_HAS(small, w->text);
}

/* Whether the office's noun ends a part of its name: "Director of ...". */
static bool is_head_noun(const struct phrase *p, size_t i, size_t end)
{
	static const char *const links[] = { "at", "for", "from", "in",  "o",
					     "of", "on",  "to",   "with" };

	if (!is_office_noun(p->words[i].text))
		return false;
	return i + 1 == end || p->words[i].after == ',' || p->words[i].closes ||
	       p->words[i + 1].opens || WORDS_HAS(links, p->words[i + 1].text);
}

/* "The Chair and the Clerk": two, so that nobody speaks. */
static bool is_two_offices(const struct phrase *p, size_t i, size_t end)
{
	for (size_t k = i; k + 1 < end; k++)
		if (is_office_noun(p->words[k].text) &&
		    (mb_str_equal_nocase(p->words[k + 1].text, MB_STR("and")) ||
		     mb_str_equal(p->words[k + 1].text, MB_STR("&"))) &&
		    is_office_noun(p->words[end - 1].text))
			return true;
	return false;
}

/* Where the name of the office that begins at @i ends, or 0. */
static size_t office_end(const struct phrase *p, size_t i)
{
	size_t end = i;

	while (end < p->n && end < i + 26) {
		const struct word *w = &p->words[end];

		if (end > i && begins_response(p, end))
			break;
		/* behind a comma only a capital goes on with the name */
		if (end > i && p->words[end - 1].after == ',' && !w->is_capital)
			break;
		if (end > i && is_verb_at(p, end, false) &&
		    !is_office_noun(w->text))
			break;
		if (!is_office_word(w))
			return 0;
		end++;
		if (w->closes == ')' || w->after == ';' || w->after == ':' ||
		    w->after == '?' ||
		    (w->after == '.' && !is_honorific(w->text)))
			break;
	}
	return end < p->n ? end : 0;
}

/* "The Executive Engineer, Mr Nash": the name that an office brings along. */
static void find_holder(const struct phrase *p, size_t i, size_t end,
			struct mb_speaker *speaker)
{
	for (size_t k = i; k < end; k++) {
		struct name name;

		if ((p->words[k].opens == '(' ||
		     (k > i && p->words[k - 1].after == ',')) &&
		    (name_titled(p, k, &name) ||
		     (p->words[k].opens == '(' && name_bare(p, k, &name)))) {
			speaker->honorific = name.honorific;
			speaker->name = name.name;
			return;
		}
	}
}

/* "The Director of Public Health", "the Chair", "Clerk" at word @i. */
static bool read_office(const struct phrase *p, size_t i, struct subject *out)
{
	bool has_article = mb_str_equal_nocase(p->words[i].text, MB_STR("the"));
	size_t first = i + has_article;
	size_t end, name_end;
	bool has_head = false;

	if (!has_article && !p->words[i].is_capital)
		return false;
	end = office_end(p, first);
	if (end <= first || is_two_offices(p, first, end))
		return false;
	if (!has_article && end > first + 4)
		return false;
	name_end = end;
	for (size_t k = first; k < end; k++) {
		if (p->words[k].opens == '(' && k > first) {
			name_end = k;
			break;
		}
	}
	for (size_t k = first; k < name_end; k++)
		has_head = has_head || is_head_noun(p, k, name_end);
	if (!has_head)
		return false;
	out->speaker = (struct mb_speaker){
		.as_written = phrase_text(p, i, name_end),
		.office = phrase_text(p, first, name_end),
	};
	find_holder(p, first, end, &out->speaker);
	out->end = end;
	return true;
}

/* --- persons ----------------------------------------------------------- */

static bool read_person(const struct phrase *p, size_t i, struct subject *out)
{
	struct name name;

	if (name_is_plural_title(p->words[i].text))
		return false;
	if (!name_titled(p, i, &name) && !name_bare(p, i, &name))
		return false;
	if (name.is_possessive)
		return false;
	out->speaker = (struct mb_speaker){
		.as_written = name.as_written,
		.honorific = name.honorific,
		.name = name.name,
	};
	out->end = i + name.n_words;
	return true;
}

/* "JS", where the attendance says who that is. */
static bool read_initials(const struct phrase *p, size_t i,
			  const struct mb_doc *doc, struct subject *out)
{
	const struct word *w = &p->words[i];

	if (!doc || !w->is_caps || w->text.len > 4)
		return false;
	for (size_t k = 0; k < doc->n_attendance; k++) {
		if (!mb_str_equal(doc->attendance[k].initials, w->text))
			continue;
		out->speaker = (struct mb_speaker){ .as_written = w->text };
		out->end = i + 1;
		return true;
	}
	return false;
}

/* --- paragraphs -------------------------------------------------------- */

/* "Cllr Ames, proposed Cllr Bell": Ames is put forward and says nothing. */
static bool is_election(const struct word *w)
{
	static const char *const list[] = { "moved", "nominated", "proposed",
					    "seconded" };

	return WORDS_HAS(list, w->text);
}

/* A subject at word @i that is followed by its reporting verb. */
static bool read_speaker(const struct phrase *p, size_t i,
			 const struct mb_doc *doc, struct mb_speaker *out)
{
	struct subject subject;
	bool is_person =
	    read_initials(p, i, doc, &subject) || read_person(p, i, &subject);
	size_t verb;

	if (!is_person && !read_office(p, i, &subject))
		return false;
	verb = skip_appositions(p, subject.end);
	if (verb == subject.end && verb < p->n &&
	    p->words[verb - 1].after == ',' && is_election(&p->words[verb]))
		return false;
	if (!is_verb_at(p, verb, is_person))
		return false;
	*out = subject.speaker;
	return true;
}

/* Words that open a clause before the subject. */
static bool is_lead_in(const struct word *w)
{
	static const char *const list[] = {
		"additionally", "after",       "again",        "also",
		"answering",    "arising",     "as",           "asked",
		"at",           "before",      "by",           "commenting",
		"concerning",   "concluding",  "consequently", "continuing",
		"during",       "finally",     "firstly",      "following",
		"for",          "from",        "further",      "furthermore",
		"given",        "having",      "however",      "in",
		"introducing",  "lastly",      "later",        "moreover",
		"moving",       "next",        "noting",       "on",
		"opening",      "presenting",  "recognising",  "referring",
		"reflecting",   "regarding",   "replying",     "responding",
		"secondly",     "similarly",   "since",        "speaking",
		"subsequently", "summarising", "summing",      "then",
		"thereafter",   "therefore",   "thirdly",      "to",
		"turning",      "under",       "when",         "while",
		"whilst",       "with"
	};

	return WORDS_HAS(list, w->text);
}

/* "In response to Mr Brand's points the Leader": no comma is needed. */
static bool is_response(const struct phrase *p)
{
	static const char *const nouns[] = { "answer",   "conclusion",
					     "moving",   "proposing",
					     "reply",    "responding",
					     "response", "seconding",
					     "summary",  "supporting" };

	if (p->n > 3 && mb_str_equal_nocase(p->words[0].text, MB_STR("as")) &&
	    mb_str_equal_nocase(p->words[1].text, MB_STR("a")) &&
	    mb_str_equal_nocase(p->words[2].text, MB_STR("supplementary")))
		return true;
	if (p->n > 3 && mb_str_equal_nocase(p->words[0].text, MB_STR("by")) &&
	    mb_str_equal_nocase(p->words[1].text, MB_STR("way")))
		return true;
	return p->n > 2 &&
	       mb_str_equal_nocase(p->words[0].text, MB_STR("in")) &&
	       WORDS_HAS(nouns, p->words[1].text);
}

static bool ends_sentence(const struct word *w)
{
	return w->after == ';' || w->after == '?' ||
	       (w->after == '.' && w->text.len > 3);
}

bool speaker_find(struct mb_str text, const struct mb_doc *doc,
		  struct mb_speaker *out)
{
	struct word words[MAX_WORDS];
	struct phrase p = { text, words, words_of(text, words, MAX_WORDS) };
	bool may_lack_comma;

	if (p.n < 2)
		return false;
	if (read_speaker(&p, 0, doc, out))
		return true;
	if (!is_lead_in(&words[0]))
		return false;
	may_lack_comma = is_response(&p);
	for (size_t i = 1; i + 1 < p.n && !ends_sentence(&words[i - 1]); i++)
		if (words[i - 1].after == ',' && read_speaker(&p, i, doc, out))
			return true;
	for (size_t i = 2;
	     may_lack_comma && i + 1 < p.n && !ends_sentence(&words[i - 1]);
	     i++)
		if ((mb_str_equal_nocase(words[i].text, MB_STR("the")) ||
		     name_title(&p, i) > 0) &&
		    read_speaker(&p, i, doc, out))
			return true;
	return false;
}

bool speaker_is_unfinished(struct mb_str text)
{
	struct word words[MAX_WORDS];
	struct phrase p = { text, words, words_of(text, words, MAX_WORDS) };
	struct name name;

	if (p.n < 2 || p.n > 24 || words[p.n - 1].after)
		return false;
	if (name_titled(&p, 0, &name))
		return name.n_words == p.n;
	if (!mb_str_equal_nocase(words[0].text, MB_STR("the")))
		return false;
	for (size_t i = 1; i < p.n; i++)
		if (!is_office_word(&words[i]) ||
		    is_reporting_verb(words[i].text))
			return false;
	return true;
}
