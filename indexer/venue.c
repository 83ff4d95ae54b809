#include "venue.h"

#include "minutebook/date.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

#define MAX_VENUE_WORDS 16

/* What people meet in. */
static bool is_place(struct mb_str word)
{
	static const char *const list[] = {
		"academy",
		"annexe",
		"barn",
		"building",
		"centre",
		"chamber",
		"chambers",
		"chapel",
		"church",
		"club",
		"clubhouse",
		"clubroom",
		"college",
		"court",
		"guildhall",
		"hall",
		"hotel",
		"house",
		"hub",
		"inn",
		"institute",
		"library",
		"lodge",
		"manor",
		"museum",
		"neuadd",
		"office",
		"offices",
		"on-line",
		"online",
		"pavilion",
		"remotely",
		"room",
		"rooms",
		"school",
		"skype",
		"suite",
		"teams",
		"theatre",
		"university",
		"videoconference",
		"virtual",
		"virtually",
		"ystafell",
		"zoom",
	};

	return WORDS_HAS(list, word);
}

static bool is_preposition(const struct line_words *line, size_t i)
{
	return line_has(line, i, "in") || line_has(line, i, "at") ||
	       line_has(line, i, "via") || line_has(line, i, "by") ||
	       line_has(line, i, "yn");
}

/* "on Tuesday", "at 7.30pm", "commencing": no more of the place. */
static bool ends_venue(const struct line_words *line, size_t i)
{
	static const char *const ends[] = {
		"am",         "ar",   "began",     "begins",   "commenced",
		"commencing", "dydd", "following", "from",     "held",
		"nos",        "pm",   "started",   "starting", "to",
		"was",        "when",
	};
	size_t next = i + 1;

	if (WORDS_HAS(ends, line->at[i].text) ||
	    is_calendar_word(line->at[i].text))
		return true;
	if (line_has(line, next, "the"))
		next++;
	return (line_has(line, i, "on") || line_has(line, i, "at")) &&
	       (next >= line->n || word_begins_in_digit(line->at[next].text) ||
		is_calendar_word(line->at[next].text));
}

/* The place from word @first on, and whether it names one for certain. */
static size_t venue_end(const struct line_words *line, size_t first,
			bool *is_named)
{
	size_t i = first;

	*is_named = false;
	while (i < line->n && i < first + MAX_VENUE_WORDS &&
	       !ends_venue(line, i)) {
		const struct word *w = &line->at[i];
		struct mb_time time;

		if (mb_time_find(w->text, &time))
			break;
		if (i > first && word_begins_in_digit(w->text) &&
		    (line_has(line, i + 1, "am") ||
		     line_has(line, i + 1, "pm")))
			break; /* "County Hall, 2.00 pm" */
		if (i == first && word_begins_in_digit(w->text) &&
		    (w->text.len > 3 || i + 1 == line->n))
			break; /* a time */
		if (!w->is_capital && !is_function_word(w->text) &&
		    !word_begins_in_digit(w->text) && !is_place(w->text))
			break;
		*is_named |= is_place(w->text);
		i++;
		if (w->after == '.' && w->text.len > 3)
			break;
		if (w->after == ';' || w->after == ':')
			break;
	}
	while (i > first && is_function_word(line->at[i - 1].text))
		i--;
	return i;
}

struct mb_str venue_trim(struct mb_str venue)
{
	venue = title_trim(venue);
	if (mb_str_starts_nocase(venue, MB_STR("the ")))
		venue = mb_str_drop(venue, 4);
	return venue;
}

static struct mb_str slice(struct mb_str text, const struct line_words *line,
			   size_t first, size_t end)
{
	if (first >= end)
		return (struct mb_str){ NULL, 0 };
	return venue_trim(
	    mb_str_slice(text, line->at[first].start, line->at[end - 1].end));
}

struct mb_str venue_of_sentence(struct mb_str text)
{
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++) {
		bool is_held = i > 0 && (line_has(&line, i - 1, "held") ||
					 line_has(&line, i - 1, "place") ||
					 line_has(&line, i - 1, "ynghyd"));
		/* "7pm, the Clubroom", "7.30pm, at the Parish Room" */
		bool is_apart = i > 0 && line.at[i - 1].after == ',' &&
				((word_begins_in_digit(line.at[i - 1].text) &&
				  line.at[i - 1].text.len > 2) ||
				 line_has(&line, i - 1, "pm")) &&
				!word_begins_in_digit(line.at[i].text);
		size_t first = i, end;
		bool is_named;

		/* "the virtual meeting of the Council" */
		if ((line_has(&line, i, "virtual") ||
		     line_has(&line, i, "remote")) &&
		    line_has(&line, i + 1, "meeting"))
			return slice(text, &line, i, i + 2);
		if (is_preposition(&line, i))
			first++;
		else if (!is_apart)
			continue;
		end = venue_end(&line, first, &is_named);
		if (end > first && (is_named || (is_held && end > first + 1)))
			return slice(text, &line, first, end);
	}
	return (struct mb_str){ NULL, 0 };
}

struct mb_str venue_of_line(struct mb_str text)
{
	struct line_words line = line_words_of(text);
	size_t first = line.n > 2 && is_preposition(&line, 0), end;
	bool is_named;

	end = venue_end(&line, first, &is_named);
	if (!is_named || end <= first || end > 14 ||
	    !line.at[first + (first > 0 && line_has(&line, first, "the"))]
		 .is_capital)
		return (struct mb_str){ NULL, 0 };
	for (size_t i = 0; i < end; i++)
		if (line_has(&line, i, "meeting") ||
		    line_has(&line, i, "minutes") || line_has(&line, i, "held"))
			return (struct mb_str){ NULL, 0 };
	/* the place is the line, or its first sentence, or stands before when */
	if (end < line.n && line.at[end - 1].after != '.' &&
	    line.at[end - 1].after != ',' && !ends_venue(&line, end))
		return (struct mb_str){ NULL, 0 };
	return slice(text, &line, first, end);
}
