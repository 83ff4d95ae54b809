#include "body_name.h"

#include "minutebook/text.h"
#include "vocabulary.h"

#define MAX_NAME_WORDS 18

/* --- kinds of words ---------------------------------------------------- */

/* What a body is: the last word of most names. */
static bool is_kind_of_body(struct mb_str word)
{
	static const char *const list[] = {
		"assembly",   "association",   "authority",     "board",
		"boards",     "bwrdd",         "cabinet",       "comhairle",
		"commission", "commissioners", "committee",     "committees",
		"conference", "consortium",    "convention",    "corporation",
		"council",    "councils",      "court",         "cyngor",
		"district",   "executive",     "federation",    "forum",
		"governors",  "group",         "liaison",       "network",
		"panel",      "parliament",    "partnership",   "party",
		"pwyllgor",   "senate",        "sub-committee", "subcommittee",
		"team",       "tribunal",      "trust",         "trustees",
	};

	return WORDS_HAS(list, word);
}

/* "The Corporation of the Township of X" is whose council it is. */
static bool is_municipality(const struct line_words *line, size_t i)
{
	static const char *const list[] = { "city", "county",   "municipality",
					    "town", "township", "village" };

	return line_has(line, i, "corporation") &&
	       line_has(line, i + 1, "of") && line_has(line, i + 2, "the") &&
	       i + 3 < line->n && WORDS_HAS(list, line->at[i + 3].text);
}

/* Kinds that come first in Welsh and Irish names. */
static bool is_leading_kind(struct mb_str word)
{
	static const char *const list[] = { "bwrdd", "comhairle", "cyngor",
					    "pwyllgor" };

	return WORDS_HAS(list, word);
}

bool body_name_is_occasion(struct mb_str word)
{
	static const char *const list[] = {
		"agenda",      "cofnodion", "cyfarfod", "hearing", "meeting",
		"meetings",    "minute",    "minutes",  "notes",   "notice",
		"proceedings", "record",    "session",
	};

	return WORDS_HAS(list, word);
}

bool body_name_is_which_meeting(const struct line_words *line, size_t i)
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
	if (end > first + 1 && line_has(line, end - 1, "body"))
		return line_has(line, end - 2, "governing");
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

	/* "of the above Council": it was named before */
	if (line_has(line, i, "above") || line_has(line, i, "said"))
		return true;
	if (w->opens || is_end(w->text) || body_name_is_occasion(w->text) ||
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
	/* "Sub-Committee A" keeps its letter, "Cyngor X a gynhaliwyd" none */
	while (i > first && is_function_word(line->at[i - 1].text) &&
	       (line->at[i - 1].text.len > 1 || !line->at[i - 1].is_capital))
		i--;
	return i;
}

/* --- the name in the run ----------------------------------------------- */

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

size_t body_name_end(const struct line_words *line, size_t first)
{
	size_t end = cut_place(line, first, run_end(line, first));

	if (ends_in_kind(line, first, end))
		return end;
	if (end > first + 1 && line_has(line, end - 1, "meeting"))
		return end; /* a parish meeting */
	if (end > first && is_leading_kind(line->at[first].text))
		return end;
	for (size_t i = end; i-- > first;) {
		if (!is_kind_of_body(line->at[i].text) ||
		    is_municipality(line, i))
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
