#include "motions.h"

#include "minutebook/text.h"
#include "names.h"
#include "speakers.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

#define MAX_WORDS 60

/* --- decisions --------------------------------------------------------- */

static bool starts_with(struct mb_str text, const char *const *list, size_t n)
{
	uint32_t c;
	struct mb_str rest = text;

	/* skip quotes and marks before the word */
	while (mb_utf8_next(&rest, &c) && !mb_is_letter(c))
		text = rest;
	for (size_t i = 0; i < n; i++) {
		struct mb_str word = mb_str_of(list[i]);

		if (mb_str_starts_nocase(text, word) &&
		    (text.len == word.len || !mb_is_alpha(text.ptr[word.len])))
			return true;
	}
	return false;
}

bool motion_begins_resolution(struct mb_str text)
{
	static const char *const list[] = {
		"resolved",
		"and resolved",
		"it was resolved",
		"it was accordingly resolved",
		"it was also resolved",
		"it was further resolved",
		"it was then resolved",
		"it was thereupon resolved",
		"it was unanimously resolved",
		"resolution",
		"penderfynwyd",
		"agreed:",
		"agreed that:",
		"decided:",
		"decided that",
		"decision:",
		"recommended:",
		"recommended that",
		"recommended to",
		"recommended -",
		"recommended \xE2\x80\x93",
		"resolved to recommend",
	};

	return starts_with(text, list, sizeof(list) / sizeof(*list));
}

bool motion_goes_on(struct mb_str text)
{
	static const char *const list[] = {
		"proposed by", "seconded by",        "moved by",
		"moved:",      "and resolved",       "and agreed",
		"proposed:",   "seconded:",          "proposer",
		"seconder",    "on the proposal of", "moved on the motion of",
	};
	static const char *const verbs[] = { "moved", "proposed", "seconded" };
	struct line_words line = line_words_of(text);

	if (line.n > 1 && WORDS_HAS(verbs, line.at[0].text) &&
	    is_honorific(line.at[1].text))
		return true; /* "MOVED Cr Finch SECONDED Cr Ames" */
	return starts_with(text, list, sizeof(list) / sizeof(*list));
}

/* "CARRIED 5/0", "Lost (3-2)", "Carried by 4 votes" */
static bool is_behind_result(const struct line_words *line, size_t i)
{
	static const char *const list[] = { "by", "on", "unanimously", "with" };
	const struct word *w = &line->at[i];

	return w->opens || w->is_caps || word_begins_in_digit(w->text) ||
	       WORDS_HAS(list, w->text);
}

bool motion_tells_result(struct mb_str text)
{
	static const char *const list[] = { "carried", "defeated", "lost" };
	struct line_words line = line_words_of(text);
	size_t i =
	    line_has(&line, 0, "motion") || line_has(&line, 0, "unanimously");

	return text.len <= 80 && i < line.n && line.at[0].is_capital &&
	       WORDS_HAS(list, line.at[i].text) &&
	       (i + 1 >= line.n || is_behind_result(&line, i + 1));
}

/* Whether @phrase stands among the first @limit bytes. */
static bool stands_early(struct mb_str text, const char *phrase, size_t limit)
{
	size_t at = mb_str_find_nocase(text, mb_str_of(phrase));

	return at != MB_STR_NONE && at <= limit;
}

/* "Having heard the Clerk, the Committee": what decides behind a clause. */
static bool is_body_behind_clause(const struct line_words *line, size_t i)
{
	static const char *const openings[] = { "after", "following", "having",
						"in",    "on",        "upon",
						"with" };

	return i >= 2 && WORDS_HAS(openings, line->at[0].text) &&
	       line_has(line, i - 1, "the") && line->at[i - 2].after == ',';
}

/* "Committee", "Councillors": who decides together. */
static bool is_body(const struct word *w)
{
	return is_body_noun(w->text) ||
	       mb_str_equal_nocase(w->text, MB_STR("councillors")) ||
	       mb_str_equal_nocase(w->text, MB_STR("cllrs"));
}

/* "The Committee agreed", "Members resolved" */
static bool body_decides(struct mb_str text)
{
	static const char *const verbs[] = { "agreed", "approved", "decided",
					     "endorsed", "resolved" };
	struct line_words line = line_words_of(text);
	size_t first = 0, i = 1, body; /* words */

	for (; i < line.n; i++) {
		if (is_body_behind_clause(&line, i))
			first = i;
		if (i < first + 14 && WORDS_HAS(verbs, line.at[i].text))
			break;
	}
	if (i >= line.n)
		return false;
	for (body = first; body < i && !is_body(&line.at[body]);)
		body++;
	return body < i && body + 3 > i;
}

/* "GRANTED, 6 votes to 0": planning committees decide in one word. */
static bool gives_verdict(struct mb_str text)
{
	static const char *const list[] = { "agreed",   "approved", "confirmed",
					    "deferred", "endorsed", "granted",
					    "refused" };
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n && i < 14; i++)
		if (line.at[i].is_caps && WORDS_HAS(list, line.at[i].text))
			return true;
	/* "Approved.", "Agreed and signed" */
	return line.n > 0 && WORDS_HAS(list, line.at[0].text) &&
	       (line.n <= 3 ||
		(line.at[0].is_capital &&
		 (line.at[0].after || line_has(&line, 1, "to"))));
}

/* "agreed.", but not "Cllr." and "J." */
static bool ends_sentence(const struct word *w)
{
	return w->after == '.' && w->text.len > 2 && !is_honorific(w->text);
}

/* "24/18 Quay House, new porch. RESOLVED - no objection": behind a subject */
static bool resolves_at_last(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	struct mb_speaker speaker;

	for (size_t i = 1; i < line.n; i++)
		if (line.at[i].is_caps && line_has(&line, i, "resolved") &&
		    ends_sentence(&line.at[i - 1]))
			return !speaker_find(text, NULL, &speaker);
	return false;
}

/* "The minutes of the June meeting were agreed", "..., which was approved" */
static bool approves(struct mb_str text)
{
	static const char *const list[] = { "accepted", "adopted",   "agreed",
					    "approved", "confirmed", "signed" };
	static const char *const before[] = { "and", "be", "duly", "was",
					      "were" };
	struct line_words line = line_words_of(text);

	for (size_t i = 1; i < line.n && !ends_sentence(&line.at[i - 1]); i++)
		if (WORDS_HAS(list, line.at[i].text) &&
		    WORDS_HAS(before, line.at[i - 1].text))
			return true;
	return false;
}

/* "The motion, as amended, was agreed", "The recommendation was adopted" */
static bool adopts_motion(struct mb_str text)
{
	static const char *const what[] = { "motion",         "motions",
					    "proposal",       "proposals",
					    "recommendation", "recommendations",
					    "resolution" };
	static const char *const which[] = { "amended", "original",
					     "substantive" };
	struct line_words line = line_words_of(text);
	size_t i = 1;

	if (!line_has(&line, 0, "the") || line.n < 3)
		return false;
	i += WORDS_HAS(which, line.at[i].text);
	return WORDS_HAS(what, line.at[i].text) && approves(text);
}

/* "An amendment was moved by X and seconded by Y" */
static bool moves_amendment(struct mb_str text)
{
	static const char *const openings[] = { "an amendment was moved by",
						"an amendment was proposed by",
						"a further amendment was "
						"moved by" };

	return starts_with(text, openings,
			   sizeof(openings) / sizeof(*openings)) &&
	       stands_early(text, "seconded", 120);
}

/* "Prop." and "Prop:", but only "P:" */
static bool is_sign_of_abbreviation(const struct word *w)
{
	return w->after == ':' || (w->after == '.' && w->text.len > 1);
}

/* "(Prop: BC, Sec: CD)", "P: Cllr Finch S: Cllr Ames" */
static bool is_abbreviated(struct mb_str text)
{
	static const char *const moved[] = { "p", "prop" };
	static const char *const seconded[] = { "s", "sec" };
	struct word words[120];
	size_t n = words_of(text, words, 120);

	for (size_t i = 0; i + 2 < n; i++) {
		if (!WORDS_HAS(moved, words[i].text) || !words[i].is_capital ||
		    !is_sign_of_abbreviation(&words[i]))
			continue;
		for (size_t k = i + 2; k < n && k < i + 8; k++)
			if (WORDS_HAS(seconded, words[k].text) &&
			    is_sign_of_abbreviation(&words[k]))
				return true;
	}
	return false;
}

bool motion_is_decision(struct mb_str text)
{
	static const char *const phrases[] = {
		"it was resolved",
		"it was agreed",
		"it was unanimously",
		"it was proposed by",
		"it was decided",
		"was resolved that",
		"unanimously agreed",
		"unanimously resolved",
		"unanimously approved",
		"cytunwyd",
		"penderfynwyd",
		"cynigiwyd gan",
		"on the proposal of",
		"on the motion of",
		"on the proposition of",
		"were agreed as a",
		"were approved as a",
		"was approved as a",
		"were confirmed as",
		"were signed as a",
		"be signed as a correct",
		"approved and signed",
		"was carried",
		"motion carried",
		"were duly agreed",
	};
	size_t limit = text.len < 260 ? text.len : 60;
	struct mb_speaker speaker;

	if (motion_begins_resolution(text) || motion_goes_on(text) ||
	    gives_verdict(text) || is_abbreviated(text))
		return true;
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (stands_early(text, phrases[i], limit))
			return true;
	if (stands_early(text, "proposed", limit) &&
	    stands_early(text, "seconded", limit + 60))
		return true;
	if ((stands_early(text, "the minute", 30) ||
	     stands_early(text, "the following", 0)) &&
	    approves(text))
		return true;
	if (adopts_motion(text) || moves_amendment(text) ||
	    resolves_at_last(text))
		return true;
	if (mb_str_starts_nocase(text, MB_STR("motion by ")) &&
	    stands_early(text, "second", 80))
		return true;
	if (stands_early(text, "moved", limit) &&
	    stands_early(text, "seconded", 100) &&
	    !stands_early(text, "amendment", 120))
		return true;
	/* "Councillor Toms agreed that it was late" decides nothing */
	return (body_decides(text) ||
		stands_early(text, "agreed that", limit)) &&
	       !speaker_find(text, NULL, &speaker);
}

/* --- mover and seconder ------------------------------------------------ */

/* "by Ames, seconded by Fitch": a surname and nothing else. */
static bool read_surname(const struct phrase *p, size_t i, struct mb_str *out)
{
	static const char *const behind[] = { "and", "second", "seconded",
					      "that", "to" };
	const struct word *w = &p->words[i];

	if (!w->is_capital || w->opens || w->text.len < 3 ||
	    is_office_noun(w->text) || is_body_noun(w->text) ||
	    is_honorific(w->text) || is_calendar_word(w->text))
		return false;
	if (!w->after && !w->ends_line && i + 1 < p->n &&
	    !WORDS_HAS(behind, p->words[i + 1].text))
		return false;
	*out = w->text;
	return true;
}

/* A name at word @i: titled, bare, or two or three capital initials. */
static bool read_name(const struct phrase *p, size_t i, struct mb_str *out)
{
	struct name name;
	const struct word *w;

	if (i >= p->n)
		return false;
	if (mb_str_equal_nocase(p->words[i].text, MB_STR("by")) ||
	    mb_str_equal_nocase(p->words[i].text, MB_STR("gan")) ||
	    mb_str_equal_nocase(p->words[i].text, MB_STR("y")))
		return read_name(p, i + 1, out) ||
		       (i + 1 < p->n && read_surname(p, i + 1, out));
	w = &p->words[i];
	if (name_titled(p, i, &name) || name_bare(p, i, &name)) {
		*out = name.as_written;
		return true;
	}
	if (w->is_caps && w->text.len <= 3) {
		*out = w->text;
		return true;
	}
	if (mb_str_equal_nocase(w->text, MB_STR("the")) && i + 1 < p->n &&
	    is_office_noun(p->words[i + 1].text)) {
		*out = phrase_text(p, i, i + 2);
		return true;
	}
	return false;
}

/* "The Deputy Chair" that ends right before word @i. */
static bool read_office_before(const struct phrase *p, size_t i,
			       struct mb_str *out)
{
	if (i < 2 || !is_office_noun(p->words[i - 1].text) ||
	    p->words[i - 1].after)
		return false;
	for (size_t first = i - 1; first-- > 0 && first + 5 > i;) {
		if (mb_str_equal_nocase(p->words[first].text, MB_STR("the"))) {
			*out = phrase_text(p, first, i);
			return true;
		}
		if (!p->words[first].is_capital)
			return false;
	}
	return false;
}

/* The name that ends right before word @i: "Cllr Fenn proposed". */
static bool read_name_before(const struct phrase *p, size_t i,
			     struct mb_str *out)
{
	for (size_t back = 6; back > 0; back--) {
		struct name name;

		if (back > i)
			continue;
		if ((name_titled(p, i - back, &name) ||
		     name_bare(p, i - back, &name)) &&
		    name.n_words == back) {
			*out = name.as_written;
			return true;
		}
	}
	return read_office_before(p, i, out);
}

/* The person who did @verb: named behind it, or else before it. */
static bool read_role(const struct phrase *p, const char *const *verbs,
		      size_t n_verbs, struct mb_str *out)
{
	for (size_t i = 0; i < p->n; i++) {
		if (!words_has(verbs, n_verbs, p->words[i].text))
			continue;
		if (read_name(p, i + 1, out) || read_name_before(p, i, out))
			return true;
	}
	return false;
}

/* "On the motion of Councillor Fenn" */
static void read_owner(const struct phrase *p, struct mb_str *out)
{
	static const char *const nouns[] = { "motion", "proposal",
					     "proposition" };

	for (size_t i = 0; i + 2 < p->n; i++)
		if (WORDS_HAS(nouns, p->words[i].text) &&
		    (phrase_has(p, i + 1, "of") ||
		     phrase_has(p, i + 1, "by")) &&
		    (read_name(p, i + 2, out) || read_surname(p, i + 2, out)))
			return;
}

void motion_read_people(struct mb_paragraph *paragraph)
{
	static const char *const moved[] = { "cynigiwyd", "moved",   "mover",
					     "p",         "prop",    "proposal",
					     "proposed",  "proposer" };
	static const char *const seconded[] = { "eiliwyd",  "s",
						"sec",      "second",
						"seconded", "seconder" };
	struct word words[MAX_WORDS];
	struct phrase p = { paragraph->text, words,
			    words_of(paragraph->text, words, MAX_WORDS) };

	read_role(&p, seconded, sizeof(seconded) / sizeof(*seconded),
		  &paragraph->seconder);
	if (paragraph->seconder.len == 0 &&
	    paragraph->kind != MB_PARAGRAPH_DECISION)
		return;
	if (!read_role(&p, moved, sizeof(moved) / sizeof(*moved),
		       &paragraph->mover))
		read_owner(&p, &paragraph->mover);
}
