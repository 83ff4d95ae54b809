#include "bodies.h"

#include "minutebook/text.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

#define MAX_NAME_WORDS 18

/* --- kinds of words ---------------------------------------------------- */

/* What a body is: the last word of most names. */
static bool is_kind_of_body(struct mb_str word)
{
	static const char *const list[] = {
		"assembly",   "association",   "authority",    "board",
		"boards",     "bwrdd",         "cabinet",      "comhairle",
		"commission", "committee",     "committees",   "conference",
		"consortium", "convention",    "corporation",  "council",
		"councils",   "court",         "cyngor",       "district",
		"executive",  "federation",    "forum",        "governors",
		"group",      "liaison",       "network",      "panel",
		"parliament", "partnership",   "party",        "pwyllgor",
		"senate",     "sub-committee", "subcommittee", "team",
		"tribunal",   "trust",         "trustees",
	};

	return WORDS_HAS(list, word);
}

/* Kinds that come first in Welsh and Irish names. */
static bool is_leading_kind(struct mb_str word)
{
	static const char *const list[] = { "bwrdd", "comhairle", "cyngor",
					    "pwyllgor" };

	return WORDS_HAS(list, word);
}

/* What a body holds, and what is written of it. */
static bool is_occasion(struct mb_str word)
{
	static const char *const list[] = {
		"agenda",      "cofnodion", "cyfarfod", "hearing", "meeting",
		"meetings",    "minute",    "minutes",  "notes",   "notice",
		"proceedings", "record",    "session",
	};

	return WORDS_HAS(list, word);
}

/* Words before a body's name that only say which of its meetings it was. */
static bool is_which_meeting(const struct line_words *line, size_t i)
{
	static const char *const always[] = {
		"a",           "adjourned", "an",
		"annual",      "april",     "august",
		"december",    "draft",     "extraordinary",
		"february",    "full",      "inaugural",
		"january",     "july",      "june",
		"march",       "may",       "misol",
		"monthly",     "november",  "o",
		"october",     "ordinary",  "our",
		"quarterly",   "recent",    "regular",
		"remote",      "scheduled", "september",
		"special",     "the",       "this",
		"unconfirmed", "virtual",   "y",
		"yr",
	};
	/* "Budget Meeting", but "Budget Panel" */
	static const char *const sometimes[] = { "budget", "emergency",
						 "general", "public",
						 "statutory" };

	if (WORDS_HAS(always, line->at[i].text))
		return true;
	return WORDS_HAS(sometimes, line->at[i].text) &&
	       (line_has(line, i + 1, "meeting") ||
		line_has(line, i + 1, "council"));
}

/* Words that end a name wherever they stand. */
static bool is_end(struct mb_str word)
{
	static const char *const list[] = {
		"am",         "ar",        "begins",     "by",    "commenced",
		"commencing", "convened",  "dated",      "due",   "duly",
		"during",     "following", "gynhaliwyd", "held",  "is",
		"starting",   "taken",     "taking",     "took",  "via",
		"was",        "were",      "when",       "where", "which",
		"will",       "yn",
	};

	return WORDS_HAS(list, word);
}

/* Words that end a name only when it is complete without what follows. */
static bool is_joint(struct mb_str word)
{
	static const char *const list[] = { "at",   "before", "from",
					    "in",   "on",     "to",
					    "upon", "with",   "within" };

	return WORDS_HAS(list, word);
}

/* --- a run of words that could be a name ------------------------------- */

/* "Sub-Committee B", "Panel 2": the kind stands before a letter. */
static bool ends_in_kind(const struct line_words *line, size_t first,
			 size_t end)
{
	if (end > first + 1 && line->at[end - 1].text.len == 1)
		end--;
	return end > first && is_kind_of_body(line->at[end - 1].text);
}

/* "Committee on Climate Change", not "Committee on 4 May" */
static bool is_when(const struct line_words *line, size_t i)
{
	if (line_has(line, i, "the"))
		i++;
	return i < line->n && (is_calendar_word(line->at[i].text) ||
			       word_begins_in_digit(line->at[i].text));
}

/* A word in small letters may be a kind or stand before one: slips happen. */
static bool is_slip(const struct line_words *line, size_t i)
{
	for (size_t k = i; k < i + 3 && k < line->n; k++) {
		if (is_end(line->at[k].text))
			return false;
		if (is_kind_of_body(line->at[k].text))
			return true;
	}
	return false;
}

static bool ends_run(const struct line_words *line, size_t first, size_t i)
{
	const struct word *w = &line->at[i];

	if (w->opens || is_end(w->text) || is_occasion(w->text) ||
	    (w->is_capital && is_calendar_word(w->text)) ||
	    (word_begins_in_digit(w->text) && w->text.len > 1))
		return true;
	if (line_has(line, i, "on"))
		return is_when(line, i + 1);
	if (is_joint(w->text))
		return ends_in_kind(line, first, i);
	if (w->is_capital || is_function_word(w->text))
		return false;
	return !is_slip(line, i);
}

/* Whether the signs behind a word end the name that it is in. */
static bool is_closed(const struct line_words *line, size_t first, size_t i)
{
	const struct word *w = &line->at[i];

	if (w->closes)
		return true;
	if (w->after == '-') { /* "X Council - Audit Committee held" */
		size_t k = i + 1;

		while (k < line->n && k < i + 12 && !ends_run(line, i + 1, k))
			k++;
		return !ends_in_kind(line, i + 1, k) ||
		       !ends_in_kind(line, first, i + 1);
	}
	if (w->after == '.')
		return mb_utf8_count(w->text) > 3 || w->text.len == 0;
	return w->after == ';' || w->after == ':' || w->after == '?' ||
	       w->after == '!';
}

static size_t run_end(const struct line_words *line, size_t first)
{
	size_t i = first;

	while (i < line->n && i < first + MAX_NAME_WORDS &&
	       !ends_run(line, first, i)) {
		i++;
		if (is_closed(line, first, i - 1))
			break;
	}
	/* a parish meeting is a body of its own */
	if (i > first && line_has(line, i, "meeting") &&
	    line_has(line, i - 1, "parish"))
		i++;
	while (i > first && is_function_word(line->at[i - 1].text) &&
	       line->at[i - 1].text.len > 1)
		i--;
	return i;
}

/* Places that follow a name behind a comma are cut off. */
static size_t cut_place(const struct line_words *line, size_t first, size_t end)
{
	for (size_t i = first; i + 1 < end; i++)
		if (line->at[i].after == ',' &&
		    ends_in_kind(line, first, i + 1) &&
		    !ends_in_kind(line, i + 1, end))
			return i + 1;
	return end;
}

/* The end of the name that begins at word @first, or @first. */
static size_t name_end(const struct line_words *line, size_t first)
{
	size_t end = cut_place(line, first, run_end(line, first));

	if (ends_in_kind(line, first, end))
		return end;
	if (end > first + 1 && line_has(line, end - 1, "meeting"))
		return end; /* a parish meeting */
	if (end > first && is_leading_kind(line->at[first].text))
		return end;
	for (size_t i = end; i-- > first;) {
		if (!is_kind_of_body(line->at[i].text))
			continue;
		/* "Municipal District of X", "Committee for Y" */
		if (i + 2 < end && (line_has(line, i + 1, "of") ||
				    line_has(line, i + 1, "for") ||
				    line_has(line, i + 1, "on")))
			return end;
		return i + 1;
	}
	return first;
}

static struct mb_str slice(struct mb_str text, const struct line_words *line,
			   size_t first, size_t end)
{
	if (first >= end)
		return (struct mb_str){ NULL, 0 };
	return mb_str_slice(text, line->at[first].start, line->at[end - 1].end);
}

/* --- sentences --------------------------------------------------------- */

/* "of", "of a special", "of the December": what leads to a name. */
static size_t skip_to_name(const struct line_words *line, size_t i)
{
	while (i < line->n &&
	       (line_has(line, i, "of") || line_has(line, i, "at") ||
		line_has(line, i, "from") || line_has(line, i, "for") ||
		is_which_meeting(line, i)))
		i++;
	return i;
}

struct mb_str body_of_sentence(struct mb_str text)
{
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++) {
		size_t first, end;

		if (!is_occasion(line.at[i].text))
			continue;
		first = skip_to_name(&line, i + 1);
		/* "the above Council" names none */
		if (line_has(&line, first, "above") ||
		    line_has(&line, first, "said"))
			continue;
		end = name_end(&line, first);
		if (end > first && line.at[first].is_capital)
			return slice(text, &line, first, end);
	}
	return (struct mb_str){ NULL, 0 };
}

/* --- lines ------------------------------------------------------------- */

/* What stands before the line's date, or behind it. */
static struct mb_str without_date(struct mb_str line)
{
	struct mb_date_found found;
	struct mb_str before;

	if (!mb_date_find(line, &found))
		return line;
	before = title_trim(mb_str_take(line, found.start));
	if (before.len > 0)
		return before;
	return mb_str_trim(mb_str_drop(line, found.end));
}

/* Words around a name that tell what the paper is. */
static bool is_around(const struct line_words *line, size_t i)
{
	return is_occasion(line->at[i].text) || is_which_meeting(line, i) ||
	       line_has(line, i, "and") || line_has(line, i, "of") ||
	       line_has(line, i, "confirmed");
}

struct mb_str body_of_line(struct mb_str text)
{
	struct mb_str none = { NULL, 0 };
	struct line_words line;
	size_t first = 0, end;

	text = title_trim(without_date(text));
	line = line_words_of(text);
	end = line.n;
	while (first < end && is_around(&line, first))
		first++;
	while (end > first && is_around(&line, end - 1) &&
	       !(line_has(&line, end - 1, "meeting") && end > first + 1 &&
		 line_has(&line, end - 2, "parish")))
		end--;
	if (first == end || end - first > 14 || !line.at[first].is_capital)
		return none;
	line.n = end;
	if (name_end(&line, first) != end)
		return none;
	return slice(text, &line, first, end);
}

/* --- councils ---------------------------------------------------------- */

static bool is_generic_word(struct mb_str word)
{
	static const char *const list[] = {
		"annual",    "board",     "borough", "cabinet", "city",
		"committee", "community", "council", "county",  "district",
		"executive", "full",      "group",   "local",   "meeting",
		"municipal", "panel",     "parish",  "the",     "town",
		"working",
	};

	return WORDS_HAS(list, word);
}

bool body_is_generic(struct mb_str body)
{
	struct line_words line = line_words_of(body);

	for (size_t i = 0; i < line.n; i++)
		if (!is_generic_word(line.at[i].text))
			return false;
	return true;
}

static bool is_name_throughout(const struct line_words *line)
{
	for (size_t i = 0; i < line->n; i++) {
		const struct word *w = &line->at[i];

		if (w->opens || w->closes || w->after || is_occasion(w->text) ||
		    (!w->is_capital && !is_function_word(w->text)))
			return false;
	}
	return true;
}

struct mb_str body_council_of_line(struct mb_str text)
{
	static const char *const begins[] = {
		"london borough of ",
		"royal borough of ",
		"city of ",
		"borough of ",
		"cyngor ",
		"comhairle ",
		"metropolitan borough of ",
	};
	struct mb_str none = { NULL, 0 };
	struct line_words line;

	text = title_trim(text);
	line = line_words_of(text);
	if (line.n < 2 || line.n > 8 || !is_name_throughout(&line))
		return none;
	if (line_has(&line, line.n - 1, "council"))
		return body_is_generic(text) ? none : text;
	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (mb_str_starts_nocase(text, mb_str_of(begins[i])))
			return text;
	return none;
}

struct mb_str body_council_within(struct mb_str body)
{
	size_t dash = mb_str_find(body, MB_STR(" - "));

	if (dash != MB_STR_NONE)
		body = mb_str_take(body, dash);
	return body_council_of_line(body);
}

/* --- tidying ----------------------------------------------------------- */

static bool is_in_capitals(struct mb_str s)
{
	uint32_t c;
	size_t n = 0;

	while (mb_utf8_next(&s, &c)) {
		if (mb_is_lower_letter(c))
			return false;
		n += mb_is_upper_letter(c);
	}
	return n > 6;
}

/* "SUB-COMMITTEE" as "Sub-Committee", "O'BRIEN" as "O'Brien" */
static void add_lowered(struct mb_buf *out, struct mb_str word)
{
	bool is_first = true;
	uint32_t c;

	while (word.len > 0) {
		struct mb_str rest = word;

		mb_utf8_next(&rest, &c);
		mb_buf_add_utf8(out, is_first ? c : mb_lower_letter(c));
		/* the letter behind an apostrophe at the end is small */
		is_first =
		    !mb_is_letter(c) && !(mb_is_apostrophe(c) && rest.len == 1);
		word = rest;
	}
}

struct mb_str body_tidy(struct blocks *blocks, struct mb_str body)
{
	struct line_words line = line_words_of(body);
	bool is_lowered = is_in_capitals(body);
	struct mb_buf out = MB_BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < line.n; i++) {
		const struct word *w = &line.at[i];

		if (i > 0 && line_has(&line, i, "annual") &&
		    line_has(&line, i + 1, "parish") &&
		    line_has(&line, i + 2, "council")) {
			at = line.at[i + 1].start;
			continue;
		}
		mb_buf_add(&out, mb_str_slice(body, at, w->start));
		if (is_lowered && i > 0 && is_function_word(w->text))
			for (size_t k = 0; k < w->text.len; k++)
				mb_buf_add_char(&out,
						mb_to_lower(w->text.ptr[k]));
		else if (is_lowered)
			add_lowered(&out, w->text);
		else
			mb_buf_add(&out, w->text);
		at = w->end;
	}
	mb_buf_add(&out, mb_str_drop(body, at));
	body = blocks_clean(blocks, mb_buf_str(&out));
	blocks->has_failed |= out.has_failed;
	mb_buf_release(&out);
	return body;
}
