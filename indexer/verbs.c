#include "verbs.h"

#include "vocabulary.h"

/* How long an apposition may be: "Jane Smith, Head of Policy, ..." */
#define MAX_APPOSITION 16

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

/* "was invited to speak" */
static bool gets_the_floor(const struct phrase *p, size_t i)
{
	static const char *const floor[] = { "address", "comment", "speak" };

	for (size_t k = i; k < p->n && k < i + 5; k++)
		if (WORDS_HAS(floor, p->words[k].text))
			return true;
	return false;
}

/* "was asked whether", "was invited to speak" */
static bool is_asked(const struct phrase *p, size_t i)
{
	static const char *const asked[] = { "about",   "how",  "if",
					     "what",    "when", "where",
					     "whether", "why" };

	if (phrase_has(p, i, "asked"))
		return i + 1 < p->n && WORDS_HAS(asked, p->words[i + 1].text);
	return phrase_has(p, i, "invited") && gets_the_floor(p, i + 1);
}

/* "in favour of it", "of the view that", "against it", "opposed to it" */
static bool takes_a_side(const struct phrase *p, size_t i)
{
	static const char *const sides[] = { "agreement", "favor", "favour",
					     "support" };
	static const char *const minds[] = { "belief", "mind", "opinion",
					     "view" };

	if (phrase_has(p, i, "in"))
		return i + 1 < p->n && WORDS_HAS(sides, p->words[i + 1].text);
	if (phrase_has(p, i, "of") && phrase_has(p, i + 1, "the"))
		return i + 2 < p->n && WORDS_HAS(minds, p->words[i + 2].text);
	return phrase_has(p, i, "against") ||
	       (phrase_has(p, i, "opposed") && phrase_has(p, i + 1, "to"));
}

/* "concerned", "glad": what nobody can tell of another without being told */
static bool is_state_of_mind(struct mb_str word)
{
	static const char *const list[] = {
		"adamant",    "alarmed",      "amazed",        "angry",
		"annoyed",    "anxious",      "appalled",      "apprehensive",
		"astonished", "certain",      "concerned",     "confident",
		"confused",   "content",      "convinced",     "critical",
		"delighted",  "disappointed", "dismayed",      "doubtful",
		"dubious",    "enthusiastic", "frustrated",    "glad",
		"grateful",   "happy",        "heartened",     "hopeful",
		"horrified",  "impressed",    "keen",          "mindful",
		"nervous",    "optimistic",   "persuaded",     "pessimistic",
		"pleased",    "proud",        "puzzled",       "reassured",
		"relieved",   "reluctant",    "saddened",      "satisfied",
		"sceptical",  "shocked",      "sorry",         "supportive",
		"sure",       "surprised",    "sympathetic",   "thankful",
		"troubled",   "uncertain",    "uncomfortable", "unconvinced",
		"uneasy",     "unhappy",      "unsure",        "upset",
		"wary",       "worried",
	};

	return WORDS_HAS(list, word);
}

/* What follows "was": "very concerned", "not convinced", "in favour" */
static bool begins_passive_state(const struct phrase *p, size_t i)
{
	static const char *const degrees[] = { "extremely", "most",  "much",
					       "not",       "quite", "rather",
					       "very" };

	while (i < p->n && (is_adverb(p->words[i].text) ||
			    WORDS_HAS(degrees, p->words[i].text)))
		i++;
	return i < p->n && (is_asked(p, i) || takes_a_side(p, i) ||
			    is_state_of_mind(p->words[i].text));
}

/* "did not agree", "could not support", "could see no difference" */
static bool denies(const struct phrase *p, size_t i)
{
	static const char *const list[] = {
		"accept", "agree",   "believe", "consider",   "dispute",
		"feel",   "foresee", "object",  "oppose",     "see",
		"share",  "support", "think",   "understand", "want",
	};
	bool could = mb_str_equal(p->words[i].text, MB_STR("could"));

	if (!could && !mb_str_equal(p->words[i].text, MB_STR("did")))
		return false;
	if (phrase_has(p, i + 1, "not"))
		i++;
	else if (!could || !phrase_has(p, i + 2, "no"))
		return false;
	return i + 1 < p->n && WORDS_HAS(list, p->words[i + 1].text);
}

/* "had no objection", "had several questions": and so put them */
static bool has_to_say(const struct phrase *p, size_t i)
{
	static const char *const some[] = {
		"a",   "few",     "further", "grave", "great", "many", "no",
		"one", "serious", "several", "some",  "three", "two",
	};
	static const char *const what[] = {
		"comment",     "comments",     "concern",   "concerns",
		"doubt",       "doubts",       "objection", "objections",
		"observation", "observations", "question",  "questions",
		"reservation", "reservations",
	};

	if (!mb_str_equal(p->words[i].text, MB_STR("had")))
		return false;
	for (i++; i < p->n && WORDS_HAS(some, p->words[i].text);)
		i++;
	return i < p->n && WORDS_HAS(what, p->words[i].text);
}

/* "was concerned", "remained opposed to", "would like", "did not agree" */
static bool begins_state(const struct phrase *p, size_t i)
{
	static const char *const wishes[] = { "like", "prefer", "welcome" };
	size_t next = i + 1;

	if (denies(p, i) || has_to_say(p, i))
		return true;
	if (mb_str_equal(p->words[i].text, MB_STR("would")))
		return next < p->n && WORDS_HAS(wishes, p->words[next].text);
	return (mb_str_equal(p->words[i].text, MB_STR("was")) ||
		mb_str_equal(p->words[i].text, MB_STR("remained"))) &&
	       begins_passive_state(p, next);
}

/* "joined the meeting and reported", "got up and said" */
static bool comes_to_speak(const struct phrase *p, size_t i)
{
	static const char *const comes[] = { "addressed", "arrived", "attended",
					     "came",      "entered", "got",
					     "joined",    "rose",    "stood",
					     "took" };

	if (!WORDS_HAS(comes, p->words[i].text))
		return false;
	for (size_t k = i + 1; k + 1 < p->n && k < i + 7; k++) {
		if (p->words[k - 1].after || p->words[k].is_capital)
			return false;
		if (mb_str_equal(p->words[k].text, MB_STR("and")))
			return is_reporting_verb(p->words[k + 1].text) &&
			       !is_done_by(p, k + 1);
	}
	return false;
}

/* "took the Panel through the plan" */
static bool leads_through(const struct phrase *p, size_t i)
{
	static const char *const leads[] = { "brought", "ran", "took",
					     "walked" };

	if (!WORDS_HAS(leads, p->words[i].text))
		return false;
	for (size_t k = i + 1; k < p->n && k < i + 8; k++) {
		if (p->words[k - 1].after)
			return false;
		if (phrase_has(p, k, "through"))
			return true;
	}
	return false;
}

/* "associated herself with the tribute", "distanced her group from it" */
static bool takes_a_stand(const struct phrase *p, size_t i)
{
	static const char *const stands[] = { "aligned", "associated",
					      "disassociated", "dissociated",
					      "distanced" };
	static const char *const whom[] = { "her",       "herself", "himself",
					    "his",       "the",     "themself",
					    "themselves" };

	return WORDS_HAS(stands, p->words[i].text) && i + 1 < p->n &&
	       WORDS_HAS(whom, p->words[i + 1].text);
}

/* "sent a written report", "emailed her update": told from afar */
static bool sends_report(const struct phrase *p, size_t i)
{
	static const char *const sends[] = { "emailed", "sent", "supplied" };
	static const char *const whose[] = { "a", "an", "her", "his", "their" };
	static const char *const what[] = { "briefing",  "comments", "report",
					    "statement", "summary",  "update" };

	if (!WORDS_HAS(sends, p->words[i].text))
		return false;
	i += phrase_has(p, i + 1, "in") ? 2 : 1;
	if (i >= p->n || !WORDS_HAS(whose, p->words[i].text))
		return false;
	for (size_t k = i + 1; k < p->n && k < i + 4; k++)
		if (WORDS_HAS(what, p->words[k].text))
			return true;
	return false;
}

bool verb_is_at(const struct phrase *p, size_t i, bool allow_present)
{
	size_t last = i + 5;

	for (; i < p->n && i < last; i++) {
		const struct word *w = &p->words[i];

		if (!is_small(w) || w->opens)
			return false;
		if (is_reporting_verb(w->text))
			return !is_done_by(p, i);
		if (begins_state(p, i) || comes_to_speak(p, i) ||
		    leads_through(p, i) || takes_a_stand(p, i) ||
		    sends_report(p, i))
			return true;
		if (allow_present && is_present_verb(w->text))
			return true;
		if (!is_adverb(w->text) &&
		    !(w->text.len > 4 && mb_str_ends(w->text, MB_STR("ly"))))
			return false;
	}
	return false;
}

/* --- before the verb --------------------------------------------------- */

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
		!(verb_is_at(p, end, false) || is_clause(p, end))))
		end++;
	return end;
}

bool verb_begins_response(const struct phrase *p, size_t i)
{
	return i + 2 < p->n && mb_str_equal(p->words[i].text, MB_STR("in")) &&
	       (mb_str_equal(p->words[i + 1].text, MB_STR("response")) ||
		mb_str_equal(p->words[i + 1].text, MB_STR("reply")) ||
		mb_str_equal(p->words[i + 1].text, MB_STR("answer")));
}

/* "in proposing the motion": what somebody does by speaking */
static bool begins_doing(const struct phrase *p, size_t i)
{
	static const char *const list[] = {
		"closing",    "introducing", "moving",     "opening",
		"opposing",   "presenting",  "proposing",  "replying",
		"responding", "seconding",   "supporting",
	};

	return i + 2 < p->n && mb_str_equal(p->words[i].text, MB_STR("in")) &&
	       WORDS_HAS(list, p->words[i + 1].text);
}

/* "in response to a query from the Chair" */
static size_t skip_response(const struct phrase *p, size_t i)
{
	if (!verb_begins_response(p, i) && !begins_doing(p, i))
		return i;
	for (size_t k = i + 2; k < p->n && k < i + 14; k++)
		if (verb_is_at(p, k, false))
			return k;
	return i;
}

size_t verb_skip_appositions(const struct phrase *p, size_t i)
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
			   !verb_is_at(p, i, false)) {
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
