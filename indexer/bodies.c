#include "bodies.h"

#include "body_name.h"
#include "minutebook/text.h"
#include "titles.h"
#include "vocabulary.h"
#include "words.h"

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
		body_name_is_which_meeting(line, i)))
		i++;
	return i;
}

/* "the above Council" names none. */
static bool is_reference(const struct line_words *line, size_t i)
{
	return line_has(line, i, "above") || line_has(line, i, "said");
}

/* Of the bodies that a sentence tells of: one that it names, or one @above. */
static struct mb_str body_of_occasion(struct mb_str text, bool is_above)
{
	struct line_words line = line_words_of(text);

	for (size_t i = 0; i < line.n; i++) {
		size_t first, end;

		if (!body_name_is_occasion(line.at[i].text))
			continue;
		first = skip_to_name(&line, i + 1);
		if (is_reference(&line, first) != is_above)
			continue;
		first += is_above;
		end = body_name_end(&line, first);
		if (end > first && line.at[first].is_capital)
			return slice(text, &line, first, end);
	}
	return (struct mb_str){ NULL, 0 };
}

struct mb_str body_of_sentence(struct mb_str text)
{
	return body_of_occasion(text, false);
}

struct mb_str body_council_above(struct mb_str text)
{
	struct mb_str body = body_of_occasion(text, true);

	if (!mb_str_ends_nocase(body, MB_STR("council")) ||
	    !body_is_generic(body))
		return (struct mb_str){ NULL, 0 };
	return body;
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
	return body_name_is_occasion(line->at[i].text) ||
	       body_name_is_which_meeting(line, i) ||
	       line_has(line, i, "and") || line_has(line, i, "of") ||
	       line_has(line, i, "confirmed");
}

/* "Sub-Committee A": no article. */
static bool is_letter_of_body(const struct word *w)
{
	return w->text.len == 1 && w->is_capital;
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
	       !is_letter_of_body(&line.at[end - 1]) &&
	       !(line_has(&line, end - 1, "meeting") && end > first + 1 &&
		 line_has(&line, end - 2, "parish")))
		end--;
	if (first == end || end - first > 14 || !line.at[first].is_capital)
		return none;
	line.n = end;
	if (body_name_end(&line, first) != end)
		return none;
	return slice(text, &line, first, end);
}

/* --- councils ---------------------------------------------------------- */

static bool is_generic_word(struct mb_str word)
{
	static const char
	    *const
		list
		    [] = {
			    "annual",
			    "board",
			    "borough",
			    "cabinet",
			    "city",
			    "commissioners",
			    "committee",
			    "community",
			    "council",
			    "county",
			    "cyngor",
			    "district",
			    "executive",
			    "full",
			    "group",
			    "local",
			    "meeting",
			    "modern", /* what a web site is called that nobody named */
			    "municipal",
			    "panel",
			    "parish",
			    "the",
			    "town",
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

/* "Withy Green parish Council": clerks write the kind in small letters, too. */
static bool is_name_throughout(const struct line_words *line)
{
	for (size_t i = 0; i < line->n; i++) {
		const struct word *w = &line->at[i];

		if (w->opens || w->closes || w->after ||
		    body_name_is_occasion(w->text) ||
		    (!w->is_capital && !is_function_word(w->text) &&
		     (i == 0 || !is_generic_word(w->text))))
			return false;
	}
	return line->at[0].is_capital;
}

/* "X Council", "X Fire Authority", "X NHS Trust": bodies that have others. */
static bool is_kind_of_council(const struct line_words *line)
{
	if (line_has(line, line->n - 1, "council") ||
	    line_has(line, line->n - 1, "authority") ||
	    line_has(line, line->n - 1, "commissioners"))
		return true;
	for (size_t i = 0; i < line->n; i++)
		if (line_has(line, i, "nhs"))
			return line_has(line, line->n - 1, "trust");
	return false;
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
		"corporation of ",
		"the corporation of ",
		"municipality of ",
		"shire of ",
		"town of ",
		"township of ",
		"university of ",
		"village of ",
	};
	struct mb_str none = { NULL, 0 };
	struct line_words line;

	text = title_trim(text);
	line = line_words_of(text);
	if (line.n < 2 || line.n > 8 || !is_name_throughout(&line))
		return none;
	if (is_kind_of_council(&line))
		return body_is_generic(text) ||
			       body_name_end(&line, 0) != line.n
			   ? none
			   : text;
	if (line_has(&line, 0, "the"))
		text = mb_str_drop(text, line.at[1].start);
	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (mb_str_starts_nocase(text, mb_str_of(begins[i])))
			return text;
	return none;
}

/* "Withy Green Annual Parish Meeting" */
static bool is_parish_meeting(struct mb_str body)
{
	struct line_words line = line_words_of(body);

	return line.n > 2 && line.at[0].is_capital &&
	       line_has(&line, line.n - 2, "parish") &&
	       line_has(&line, line.n - 1, "meeting") && !body_is_generic(body);
}

struct mb_str body_council_within(struct mb_str body)
{
	size_t dash = mb_str_find(body, MB_STR(" - "));

	if (dash != MB_STR_NONE)
		body = mb_str_take(body, dash);
	return is_parish_meeting(body) ? body : body_council_of_line(body);
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

static void add_small(struct mb_buf *out, struct mb_str word)
{
	for (size_t i = 0; i < word.len; i++)
		mb_buf_add_char(out, mb_to_lower(word.ptr[i]));
}

struct mb_str body_tidy(struct blocks *blocks, struct mb_str body)
{
	struct line_words line = line_words_of(body);
	bool is_lowered = is_in_capitals(body);
	struct mb_buf out = MB_BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < line.n; i++) {
		const struct word *w = &line.at[i];

		mb_buf_add(&out, mb_str_slice(body, at, w->start));
		if (i > 0 && line_has(&line, i, "annual") &&
		    line_has(&line, i + 1, "parish") &&
		    line_has(&line, i + 2, "council")) {
			at = line.at[i + 1].start;
			continue;
		}
		if (is_lowered && i > 0 && is_function_word(w->text))
			add_small(&out, w->text);
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
