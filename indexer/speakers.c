#include "speakers.h"

#include "lead_in.h"
#include "minutebook/text.h"
#include "names.h"
#include "speakers_welsh.h"
#include "verbs.h"
#include "vocabulary.h"

/* How far into a paragraph a speaker is looked for. */
#define MAX_WORDS 72

struct subject {
	struct mb_speaker speaker;
	size_t end; /* the word behind it */
};

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

/* "Chair", "Officer", but "Person" only with what makes it an office. */
static bool is_office_at(const struct phrase *p, size_t i)
{
	return is_office_noun(p->words[i].text) ||
	       (i > 0 && p->words[i].is_capital && phrase_has(p, i, "person") &&
		p->words[i - 1].is_capital && !phrase_has(p, i - 1, "the"));
}

/* Whether the office's noun ends a part of its name: "Director of ...". */
static bool is_head_noun(const struct phrase *p, size_t i, size_t end)
{
	static const char *const links[] = { "at", "for", "from", "in",  "o",
					     "of", "on",  "to",   "with" };

	if (!is_office_at(p, i))
		return false;
	return i + 1 == end || p->words[i].after == ',' ||
	       p->words[i].after == '-' || p->words[i].closes ||
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

		if (end > i &&
		    (w->opens == '(' || verb_begins_response(p, end)))
			break;
		/* behind a comma only a capital goes on with the name */
		if (end > i && p->words[end - 1].after == ',' && !w->is_capital)
			break;
		if (end > i && verb_is_at(p, end, false) &&
		    !is_office_noun(w->text))
			break;
		if (!is_office_word(w))
			return 0;
		end++;
		if (w->after == ';' || w->after == ':' || w->after == '?' ||
		    (w->after == '.' && !is_honorific(w->text)))
			break;
	}
	return end < p->n ? end : 0;
}

/* "The Executive Engineer, Mr Nash": the name that an office brings along. */
static void find_holder(const struct phrase *p, size_t i, size_t end,
			struct mb_speaker *speaker)
{
	for (size_t k = i + 1; k < end; k++) {
		struct name name;

		if (p->words[k - 1].after == ',' && name_titled(p, k, &name)) {
			speaker->honorific = name.honorific;
			speaker->name = name.name;
			return;
		}
	}
}

/* "City Manager Lund": the office stands before a surname like a title. */
static bool ends_in_surname(const struct phrase *p, size_t first, size_t end)
{
	const struct word *last = &p->words[end - 1];

	return end > first + 1 && end < first + 4 && last->is_capital &&
	       !last->is_caps && !is_office_noun(last->text) &&
	       !is_body_noun(last->text) && !is_function_word(last->text) &&
	       p->words[end - 2].is_capital && !p->words[end - 2].after &&
	       is_office_noun(p->words[end - 2].text);
}

/* --- the bracket behind an office --------------------------------------- */

/* How many words a bracket may have that says something of an office. */
#define MAX_BRACKET 8

/* Whether somebody in the attendance has @word in the name. */
static bool is_attendees(const struct mb_doc *doc, struct mb_str word)
{
	for (size_t i = 0; doc && i < doc->n_attendance; i++) {
		struct line_words name = line_words_of(doc->attendance[i].name);

		for (size_t k = 0; k < name.n; k++)
			if (mb_str_equal_nocase(name.at[k].text, word))
				return true;
	}
	return false;
}

/* "Management", "Engagement": what nobody is called. */
static bool is_abstract(struct mb_str word)
{
	static const char *const ends[] = { "ics", "ity", "ment", "sion",
					    "tion" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (mb_str_ends(word, mb_str_of(ends[i])))
			return true;
	return false;
}

/*
 * "(Resources)", "(Development Management)": what an office is for, and a part
 * of its name.  One word could as well be who holds it, and is taken only
 * where the attendance has nobody of that name.
 */
static bool is_field(const struct phrase *p, size_t end,
		     const struct mb_doc *doc)
{
	const struct word *last = &p->words[end - 1];
	struct name name;

	for (size_t i = 0; i < end; i++) {
		const struct word *w = &p->words[i];

		if ((!w->is_capital && !is_function_word(w->text)) ||
		    is_office_noun(w->text) || is_honorific(w->text))
			return false;
	}
	if (is_attendees(doc, last->text))
		return false;
	if (end == 1)
		return doc && doc->n_attendance > 0 && !last->is_caps;
	return is_abstract(last->text) || !name_bare(p, 0, &name);
}

/* What stands in the bracket at word @at, behind an office. */
static void read_bracket(const struct phrase *p, size_t at,
			 const struct mb_doc *doc, struct mb_speaker *speaker)
{
	const struct phrase in = { p->text, p->words + at, p->n - at };
	const char *close;
	struct name name;
	size_t end = 0;

	while (end < in.n && end < MAX_BRACKET && in.words[end].closes != ')')
		end++;
	if (in.words[0].opens != '(' || end == in.n || end == MAX_BRACKET)
		return;
	close = p->text.ptr + in.words[end].end;
	if (is_field(&in, end + 1, doc) && *close == ')') {
		speaker->as_written.len =
		    (size_t)(close + 1 - speaker->as_written.ptr);
		speaker->office.len = (size_t)(close + 1 - speaker->office.ptr);
	} else if (name_titled(&in, 0, &name) || name_bare(&in, 0, &name)) {
		speaker->honorific = name.honorific;
		speaker->name = name.name;
	}
}

/* How many words an office without "the" has: more behind a dash. */
static size_t max_office_words(const struct phrase *p, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (p->words[i].after == '-' &&
		    is_office_noun(p->words[i].text))
			return 8; /* "Group Manager - Roads Ida Penn" */
	return 4;
}

/* "The Director of Public Health", "the Chair", "Clerk" at word @i. */
static bool read_office(const struct phrase *p, size_t i,
			const struct mb_doc *doc, struct subject *out)
{
	bool has_article = mb_str_equal_nocase(p->words[i].text, MB_STR("the"));
	size_t first = i + has_article;
	size_t end;
	bool has_head = false;

	if (!has_article &&
	    (!p->words[i].is_capital ||
	     mb_str_equal_nocase(p->words[i].text, MB_STR("a"))))
		return false; /* "A Member": whoever that was */
	end = office_end(p, first);
	if (end <= first || is_two_offices(p, first, end) ||
	    (end == first + 1 && phrase_has(p, first, "executive")))
		return false; /* "The Executive" is a body */
	if (!has_article && end > first + max_office_words(p, first, end))
		return false;
	for (size_t k = first; k < end; k++)
		has_head = has_head || is_head_noun(p, k, end);
	if (!has_head && !ends_in_surname(p, first, end))
		return false;
	out->speaker = (struct mb_speaker){
		.as_written = phrase_text(p, i, end),
		.office = phrase_text(p, first, end),
	};
	find_holder(p, first, end, &out->speaker);
	read_bracket(p, end, doc, &out->speaker);
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

/*
 * "ACC Penn": ranks in letters.  They are as often a council's ("DCC Roads"),
 * and so the attendance must have the name.
 */
static bool read_ranked(const struct phrase *p, size_t i,
			const struct mb_doc *doc, struct subject *out)
{
	static const char *const ranks[] = { "acc",  "acfo", "acso",  "dcc",
					     "dcfo", "dci",  "t/acc", "t/dcc" };
	const struct word *w = &p->words[i];
	size_t n = w->is_caps && !w->after && WORDS_HAS(ranks, w->text)
		       ? name_words(p, i + 1)
		       : 0;

	if (n == 0 || !is_attendees(doc, p->words[i + n].text))
		return false;
	out->end = i + n + 1;
	out->speaker = (struct mb_speaker){
		.as_written = phrase_text(p, i, out->end),
		.honorific = w->text,
		.name = phrase_text(p, i + 1, out->end),
	};
	return true;
}

/* Letters that are more often a body than anybody's. */
static bool is_body_in_letters(struct mb_str word)
{
	static const char *const list[] = { "bc", "cc", "dc", "ec", "ltd", "mc",
					    "mp", "pc", "tc", "uk", "wi" };

	return WORDS_HAS(list, word);
}

/*
 * Whether @letters are somebody's of the attendance: as it says itself, or
 * else as the one name that begins so.
 */
static bool are_initials(const struct mb_doc *doc, struct mb_str letters)
{
	size_t n = 0;

	for (size_t k = 0; k < doc->n_attendance; k++) {
		if (mb_str_equal(doc->attendance[k].initials, letters))
			return true;
		n += name_has_initials(doc->attendance[k].name, letters);
	}
	return n == 1 && !is_body_in_letters(letters);
}

/* "JS", where the attendance says who that is. */
static bool read_initials(const struct phrase *p, size_t i,
			  const struct mb_doc *doc, struct subject *out)
{
	const struct word *w = &p->words[i];

	if (!doc || !w->is_caps || w->text.len > 4 ||
	    !are_initials(doc, w->text))
		return false;
	out->speaker = (struct mb_speaker){ .as_written = w->text };
	out->end = i + 1;
	return true;
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
/* "Councillor Finch: Called for a report": notes of who said what. */
static bool speaks_in_note(const struct phrase *p,
			   const struct subject *subject)
{
	return subject->speaker.honorific.len > 0 && subject->end < p->n &&
	       p->words[subject->end - 1].after == ':' &&
	       is_reporting_verb(p->words[subject->end].text);
}

static bool read_speaker(const struct phrase *p, size_t i,
			 const struct mb_doc *doc, struct mb_speaker *out)
{
	struct subject subject;
	bool is_person = read_initials(p, i, doc, &subject) ||
			 read_ranked(p, i, doc, &subject) ||
			 read_person(p, i, &subject);
	size_t verb;

	if (!is_person && !read_office(p, i, doc, &subject))
		return false;
	verb = verb_skip_appositions(p, subject.end);
	if (verb == subject.end && verb < p->n &&
	    p->words[verb - 1].after == ',' && is_election(&p->words[verb]))
		return false;
	if (!verb_is_at(p, verb, is_person) && !speaks_in_note(p, &subject))
		return false;
	*out = subject.speaker;
	return true;
}

/* How many words say that it is a question or its answer: "Q1.", "A:" */
static size_t count_labels(const struct phrase *p)
{
	struct mb_str label = p->words[0].text;
	bool is_label = mb_str_starts_nocase(label, MB_STR("q")) ||
			(mb_str_starts_nocase(label, MB_STR("a")) &&
			 (label.len > 1 || p->words[0].after));

	for (size_t i = 1; i < label.len; i++)
		is_label &= mb_is_digit(label.ptr[i]);
	/* "A. Finch" is somebody */
	return is_label && (phrase_has(p, 1, "the") || name_title(p, 1) > 0);
}

/* The speaker behind such a clause, which a comma need not end. */
static bool read_behind_lead_in(const struct phrase *p,
				const struct mb_doc *doc,
				struct mb_speaker *out)
{
	size_t end = lead_in_sentence(p);

	for (size_t i = 1; i < end; i++)
		if (p->words[i - 1].after == ',' &&
		    read_speaker(p, i, doc, out))
			return true;
	for (size_t i = 2; i < end; i++)
		if (lead_in_ends(p, i) && read_speaker(p, i, doc, out))
			return true;
	return false;
}

bool speaker_find(struct mb_str text, const struct mb_doc *doc,
		  struct mb_speaker *out)
{
	struct word words[MAX_WORDS];
	struct phrase p = { text, words, words_of(text, words, MAX_WORDS) };
	size_t n_labels;

	if (p.n < 2)
		return false;
	n_labels = count_labels(&p);
	p.words += n_labels;
	p.n -= n_labels;
	if (p.n < 2)
		return false;
	if (read_speaker(&p, 0, doc, out) || speaker_find_welsh(&p, out))
		return true;
	return lead_in_begins(&p) && read_behind_lead_in(&p, doc, out);
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
