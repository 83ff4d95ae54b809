#include "titles.h"

#include "minutebook/text.h"
#include "vocabulary.h"
#include "words.h"

#define MAX_TITLE_WORDS 40

/* --- standard business ------------------------------------------------- */

struct standard {
	const char *begins; /* a title begins with it, blind to case */
	bool is_boilerplate;
};

static const struct standard standards[] = {
	{ "apolog", true },
	{ "absent", true },
	{ "declaration", true },
	{ "declare", true },
	{ "disclosure", true },
	{ "disclosable", true },
	{ "interests", true },
	{ "to receive apologies", true },
	{ "to receive declarations", true },
	{ "to approve the minutes", true },
	{ "to confirm the minutes", true },
	{ "to sign the minutes", true },
	{ "minutes", true },
	{ "confirmation of minutes", true },
	{ "confirmation of the minutes", true },
	{ "adoption of minutes", true },
	{ "adoption of the minutes", true },
	{ "approval of minutes", true },
	{ "approval of the minutes", true },
	{ "approval of previous minutes", true },
	{ "previous minutes", true },
	{ "draft minutes", true },
	{ "last minutes", true },
	{ "notes of", true },
	{ "minute of", true },
	{ "approval of agenda", true },
	{ "approval of the agenda", true },
	{ "welcome", true },
	{ "introductions", true },
	{ "call to order", true },
	{ "roll call", true },
	{ "calling of the roll", true },
	{ "sederunt", true },
	{ "adjournment", true },
	{ "urgent", true },
	{ "any urgent", true },
	{ "any other urgent", true },
	{ "notification of urgent", true },
	{ "exclusion of", true },
	{ "exclusion", true },
	{ "admission of the public", true },
	{ "to exclude the", true },
	{ "date of", true },
	{ "date and time of", true },
	{ "date for", true },
	{ "dates of", true },
	{ "next meeting", true },
	{ "date, time", true },
	{ "time and date of", true },
	{ "order of business", true },
	{ "attendance", true },
	{ "substitut", true },
	{ "close of meeting", true },
	{ "closure of meeting", true },
	{ "webcasting", true },
	{ "filming", true },
	{ "fire evacuation", true },
	{ "ymddiheuriadau", true },
	{ "datgan", true },
	{ "cofnodion", true },
	{ "dyddiad y cyfarfod nesaf", true },
	{ "matters arising", false },
	{ "materion yn codi", false },
	{ "any other business", false },
	{ "other business", false },
	{ "aob", false },
	{ "correspondence", false },
	{ "planning", false },
	{ "finance", false },
	{ "accounts", false },
	{ "payments", false },
	{ "highways", false },
	{ "public", false },
	{ "open forum", false },
	{ "aocb", false },
	{ "a.o.b", false },
	{ "a.o.c.b", false },
	{ "treasurer", false },
	{ "new business", false },
	{ "old business", false },
	{ "unfinished business", false },
	{ "consent agenda", false },
	{ "question", false },
	{ "petition", false },
	{ "deputation", false },
	{ "motion", false },
	{ "notice of motion", false },
	{ "notices of motion", false },
	{ "chair", false },
	{ "mayor", false },
	{ "clerk", false },
	{ "election of", false },
	{ "appointment", false },
	{ "work programme", false },
	{ "forward plan", false },
	{ "report", false },
	{ "police", false },
	{ "update", false },
	{ "reports", false },
	{ "announcements", false },
	{ "budget", false },
	{ "precept", false },
	{ "councillors' reports", false },
	{ "village hall", false },
	{ "playing field", false },
	{ "allotments", false },
	{ "cemetery", false },
	{ "footpaths", false },
	{ "street lighting", false },
	{ "disposal of land", false },
	{ "votes of sympathy", false },
};

static const struct standard *find_standard(struct mb_str title)
{
	for (size_t i = 0; i < sizeof(standards) / sizeof(*standards); i++)
		if (mb_str_starts_nocase(title, mb_str_of(standards[i].begins)))
			return &standards[i];
	return NULL;
}

/* "GNÓ EILE / ANY OTHER BUSINESS": in two languages */
static struct mb_str second_name(struct mb_str title)
{
	size_t at = mb_str_find(title, MB_STR(" / "));

	return at == MB_STR_NONE ? (struct mb_str){ NULL, 0 }
				 : mb_str_drop(title, at + 3);
}

bool title_is_standard(struct mb_str title)
{
	return find_standard(title) || find_standard(second_name(title));
}

bool title_is_boilerplate(struct mb_str title)
{
	const struct standard *standard = find_standard(title);
	struct word words[MAX_TITLE_WORDS];

	/* "Minutes of the Scrutiny Panel on the library review" is business */
	return standard && standard->is_boilerplate &&
	       words_of(title, words, MAX_TITLE_WORDS) <= 12;
}

/* --- scoring ----------------------------------------------------------- */

/* Words that make a sentence of what they stand in. */
static bool is_finite_verb(const struct word *w)
{
	static const char *const list[] = {
		"are",    "be",  "been", "can",  "could", "did",  "does",
		"had",    "has", "have", "is",   "may",   "must", "shall",
		"should", "was", "were", "will", "would",
	};

	return !w->is_capital &&
	       (WORDS_HAS(list, w->text) || is_reporting_verb(w->text));
}

static bool is_article(struct mb_str word)
{
	return mb_str_equal_nocase(word, MB_STR("the")) ||
	       mb_str_equal_nocase(word, MB_STR("a")) ||
	       mb_str_equal_nocase(word, MB_STR("an"));
}

static double score_words(const struct word *words, size_t n)
{
	size_t n_long = 0, n_capital = 0, n_caps = 0;
	double score = n <= 10 ? 0.4 : n <= 16 ? 0.0 : -0.8;

	for (size_t i = 0; i < n; i++) {
		/* "the proposed Compact" has no verb */
		if (is_finite_verb(&words[i]) &&
		    !(i > 0 && is_article(words[i - 1].text)))
			score -= 0.5;
		if (words[i].text.len <= 3)
			continue;
		n_long++;
		n_capital += words[i].is_capital;
		n_caps += words[i].is_caps;
	}
	if (n_long > 0 && n_caps == n_long)
		score += 0.5;
	else if (n_capital * 10 >= n_long * 6)
		score += 0.2;
	return score;
}

double title_score(struct mb_str text, bool is_marked)
{
	struct word words[MAX_TITLE_WORDS];
	size_t n = words_of(text, words, MAX_TITLE_WORDS);
	struct mb_str rest = text;
	uint32_t first = 0, last = mb_utf8_last(text);
	double score;

	if (n == 0)
		return -2.0;
	mb_utf8_next(&rest, &first);
	score = score_words(words, n);
	if (mb_is_lower_letter(first))
		score -= 0.6;
	if (last == '.' && n > 6)
		score -= 0.4;
	if (last == ';' || last == ',')
		score -= 0.7;
	if (is_marked)
		score += 0.5;
	if (title_is_standard(text) && n <= 14)
		score += 1.0;
	return score < -2.0 ? -2.0 : score > 2.0 ? 2.0 : score;
}

bool title_is_sentence(struct mb_str text)
{
	static const char *const list[] = { "had", "that", "was", "were" };
	struct word words[60];
	size_t n = words_of(text, words, 60);

	for (size_t i = 0; i < n; i++)
		if (!words[i].is_capital && (is_reporting_verb(words[i].text) ||
					     WORDS_HAS(list, words[i].text)))
			return true;
	return false;
}

/* --- cutting ----------------------------------------------------------- */

struct mb_str title_trim(struct mb_str title)
{
	uint32_t c;

	title = mb_str_trim(title);
	while (title.len > 0) {
		c = mb_utf8_last(title);
		if (c != '.' && c != ':' && c != ',' && !mb_is_hyphen(c))
			break;
		if (c == '.' && title.len > 1 &&
		    mb_is_upper(title.ptr[title.len - 2]))
			break; /* "N.H.S." */
		title.len = mb_utf8_floor(title, title.len - 1);
		title = mb_str_trim(title);
	}
	return title;
}

struct mb_str title_trim_front(struct mb_str text)
{
	struct mb_str rest = text;
	uint32_t c;

	while (mb_utf8_next(&rest, &c) &&
	       (mb_is_blank(c) || mb_is_hyphen(c) || c == ':' || c == '.'))
		text = rest;
	return text;
}

/* "Question submitted by Councillor J. Smith" */
static bool is_initial(struct mb_str word)
{
	return word.len == 1 && mb_is_upper(word.ptr[0]);
}

/* Whether a title may end before byte @at: at ": ", " - " or ". X". */
static bool is_cut_place(struct mb_str text, size_t at, size_t *skip)
{
	struct mb_str rest = mb_str_drop(text, at);
	struct mb_str after = rest;
	uint32_t c = 0, next = 0;

	if (!mb_utf8_next(&after, &c))
		return false;
	*skip = rest.len - after.len;
	if (c == ';') /* a slip for a colon: "Planning; Mr Toms" */
		return at <= 24 && title_is_standard(mb_str_take(text, at));
	if (c == ':')
		return after.len == 0 || !mb_is_digit(after.ptr[0]);
	if (mb_is_hyphen(c) && at > 0 && text.ptr[at - 1] == ' ')
		return after.len > 0 && after.ptr[0] == ' ';
	if (c != '.' || after.len < 2 || after.ptr[0] != ' ' ||
	    is_honorific(mb_str_after_last(mb_str_take(text, at), ' ')) ||
	    is_initial(mb_str_after_last(mb_str_take(text, at), ' ')))
		return false;
	after = mb_str_drop(after, 1);
	mb_utf8_next(&after, &next);
	return mb_is_upper_letter(next) && at >= 5;
}

/* Business under which what follows a colon is its subject, no text. */
static bool is_kind_of_business(struct mb_str head)
{
	static const char *const list[] = {
		"appointment", "call-in",  "deputation", "election",
		"motion",      "petition", "policy",     "presentation",
		"question",    "report",   "review",     "statement",
		"update",
	};

	return WORDS_HAS(list, mb_str_cut(head, ' ').head);
}

/* "Matters raised by the public: None" */
static bool is_nothing(struct mb_str rest)
{
	static const char *const list[] = { "n/a", "nil", "none", "nothing" };
	struct word words[2];

	return words_of(rest, words, 2) == 1 && WORDS_HAS(list, words[0].text);
}

static bool is_in_capitals(struct mb_str s)
{
	size_t n_upper = 0;

	for (size_t i = 0; i < s.len; i++) {
		/* "McFINCH" */
		if (mb_is_lower(s.ptr[i]) &&
		    !(s.ptr[i] == 'c' && i > 0 && s.ptr[i - 1] == 'M'))
			return false;
		n_upper += mb_is_upper(s.ptr[i]);
	}
	return n_upper >= 4;
}

/*
 * "Cyber security: assurance" is one title, "Planning: None." a title and its
 * text: a text is a sentence or long, or it stands under standard business.
 */
static bool is_run_in(struct mb_str head, struct mb_str rest)
{
	struct word words[16];
	size_t n = words_of(rest, words, 16);
	uint32_t last = mb_utf8_last(rest);

	if (last == ':' && n <= 6 && !title_is_sentence(rest) &&
	    mb_str_find(rest, MB_STR(". ")) == MB_STR_NONE)
		return false; /* "Motion - Cllr Finch:" */
	if (n > 0 && is_in_capitals(head) && is_in_capitals(rest))
		return false; /* "PUBLIC HEARING: 3 DEPOT STREET" */
	if (n == 0 || n >= 14)
		return true;
	if (last == '.' || last == '?' || last == '!' || last == ';')
		return true;
	if (title_is_boilerplate(head) || is_nothing(rest))
		return true;
	return title_is_standard(head) && !is_kind_of_business(head) &&
	       words[0].is_capital;
}

/* What a title must score before a sign: less, if a sentence follows. */
static double needed_at(char sign, struct mb_str after)
{
	if (sign == ':')
		return 0.0;
	if (sign == '.')
		return 0.9;
	return mb_str_ends(after, MB_STR(".")) && title_is_sentence(after)
		   ? 0.35
		   : 0.55;
}

bool title_split(struct mb_str text, struct mb_str *title, struct mb_str *rest)
{
	size_t limit = text.len < 120 ? text.len : 120;
	size_t skip = 0;

	for (size_t at = 3; at < limit; at++) {
		struct mb_str head, after;
		double needed;

		if (((unsigned char)text.ptr[at] & 0xC0) == 0x80 ||
		    !is_cut_place(text, at, &skip))
			continue;
		head = mb_str_trim(mb_str_take(text, at));
		after = title_trim_front(mb_str_drop(text, at + skip));
		needed = needed_at(text.ptr[at], after);
		if (title_score(head, false) < needed) {
			if (text.ptr[at] == '.')
				return false; /* a sentence has ended */
			continue;
		}
		if (!is_run_in(head, after))
			continue;
		*title = title_trim(head);
		*rest = after;
		return true;
	}
	return false;
}

/* The last "(…)" of a title, without its brackets. */
static bool cut_bracket(struct mb_str *title, struct mb_str *inside)
{
	struct mb_cut cut;

	if (title->len < 3 || title->ptr[title->len - 1] != ')')
		return false;
	cut = mb_str_cut_last(mb_str_take(*title, title->len - 1), '(');
	if (!cut.found || cut.head.len == 0)
		return false;
	*inside = mb_str_trim(cut.tail);
	*title = mb_str_trim(cut.head);
	return true;
}

/* "10 minutes", "40 Minutes", "5 mins" */
static bool is_duration(struct mb_str s, uint32_t *minutes)
{
	unsigned long n;

	if (!mb_str_number(&s, 1000, &n))
		return false;
	s = mb_str_trim(s);
	if (!mb_str_starts_nocase(s, MB_STR("min")) || s.len > 8)
		return false;
	*minutes = (uint32_t)n;
	return true;
}

/* A person or office that leads an item: capitals, few words, no verb. */
static bool is_lead(struct mb_str s)
{
	struct word words[12];
	size_t n = words_of(s, words, 12);
	size_t n_capital = 0;

	if (n == 0 || n > 10 || words[0].is_caps || !words[0].is_capital)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!words[i].is_capital && !is_function_word(words[i].text))
			return false;
		if (is_office_noun(words[i].text) ||
		    is_honorific(words[i].text))
			return true;
		if (is_body_noun(words[i].text))
			return false;
		n_capital += words[i].is_capital;
	}
	return n_capital >= 2 && n_capital <= 6;
}

void title_cut_lead(struct mb_item *item)
{
	struct mb_str title = item->title, inside;

	while (cut_bracket(&title, &inside)) {
		struct mb_str number = inside;

		if (mb_str_starts_nocase(number, MB_STR("item")) &&
		    inside.len <= 9)
			; /* "(Item 3)" says only where it stood */
		else if (item->duration_minutes == 0 &&
			 is_duration(inside, &item->duration_minutes))
			;
		else if (item->lead.len == 0 && is_lead(inside))
			item->lead = inside;
		else
			return;
		item->title = title;
	}
}

bool title_is_same(struct mb_str title, struct mb_str whole)
{
	static const char *const dots[] = { "\xE2\x80\xA6", "..." };

	for (size_t i = 0; i < 2; i++) {
		struct mb_str end = mb_str_of(dots[i]);

		if (mb_str_ends(title, end) && title.len > end.len + 8)
			return mb_str_starts_nocase(
			    whole, mb_str_take(title, title.len - end.len));
	}
	return mb_str_equal_nocase(title, whole);
}
