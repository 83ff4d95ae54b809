#include "marker.h"

#include "marker_code.h"
#include "minutebook/text.h"

/* Larger numbers are years, references and sums. */
#define MAX_NUMBER 99999

static bool is_roman(struct mb_str s, uint32_t *value)
{
	static const char *const numerals[] = {
		"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
		"viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
		"xv",   "xvi", "xvii", "xviii", "xix", "xx",
	};

	for (size_t i = 0; i < sizeof(numerals) / sizeof(*numerals); i++)
		if (mb_str_equal_nocase(s, mb_str_of(numerals[i]))) {
			*value = (uint32_t)i + 1;
			return true;
		}
	return false;
}

/* Skips blanks and what some clerks put behind a number: "12 -", "5:". */
static void finish(struct marker *m, struct mb_str text, struct mb_str rest)
{
	uint32_t c;
	struct mb_str next = rest;

	while (mb_utf8_next(&next, &c) &&
	       (mb_is_blank(c) || c == ':' ||
		(mb_is_hyphen(c) && next.len > 0 && next.ptr[0] == ' ')))
		rest = next;
	m->len = text.len - rest.len;
	m->is_alone = rest.len == 0;
}

static bool begins(struct mb_str s, char c)
{
	return s.len > 0 && s.ptr[0] == c;
}

/* Whether what stands behind a marker may stand there. */
static bool is_end(struct mb_str s)
{
	uint32_t c;

	return !mb_utf8_next(&s, &c) || mb_is_blank(c) || c == ':' ||
	       mb_is_hyphen(c);
}

/* A letter or numeral, and its closing sign. */
static struct marker letter_of(struct mb_str text)
{
	struct marker m = { .style = MARKER_NONE };
	bool opens = begins(text, '(');
	struct mb_str rest = opens ? mb_str_drop(text, 1) : text;
	size_t n = 0;
	uint32_t value;

	while (n < rest.len && n < 6 && mb_is_alpha(rest.ptr[n]))
		n++;
	m.number = mb_str_take(rest, n);
	rest = mb_str_drop(rest, n);
	if (n == 0 || !(begins(rest, ')') || (!opens && begins(rest, '.'))))
		return (struct marker){ .style = MARKER_NONE };
	if (begins(rest, '.') && (n > 1 || rest.len < 2 || rest.ptr[1] != ' '))
		return (struct marker){ .style = MARKER_NONE }; /* "Mr." */
	if (begins(rest, '.') && mb_is_upper(m.number.ptr[0]))
		return (struct marker){ .style = MARKER_NONE }; /* "J. Smith" */
	if (is_roman(m.number, &value)) {
		m.style = MARKER_ROMAN;
		m.part[0] = value;
	} else if (n == 1) {
		m.style = MARKER_LETTER;
		m.part[0] = (uint32_t)(mb_to_lower(m.number.ptr[0]) - 'a') + 1;
	} else {
		return (struct marker){ .style = MARKER_NONE };
	}
	if (rest.len > 1 && rest.ptr[1] == ',') /* "Reeve\n(M), Ogle" */
		return (struct marker){ .style = MARKER_NONE };
	finish(&m, text, mb_str_drop(rest, 1));
	return m;
}

static void classify(struct marker *m, size_t n_parts, char separator)
{
	if (separator == '/')
		m->style = MARKER_SLASH;
	else if (n_parts == 3)
		m->style = MARKER_THREE;
	else if (n_parts > 1)
		m->style = MARKER_TWO;
	else
		m->style = MARKER_BARE;
}

/* Whether a roman numeral and a bracket follow: "iv)" */
static bool has_numeral(struct mb_str s)
{
	size_t n = 0;

	while (n < s.len && n < 6 &&
	       mb_str_find_char(MB_STR("ivxl"), s.ptr[n]) != MB_STR_NONE)
		n++;
	return n < s.len && s.ptr[n] == ')';
}

/* Whether one capital by itself follows: what was put in between. */
static bool has_letter(struct mb_str s)
{
	return s.len > 1 && mb_is_upper(s.ptr[0]) && s.ptr[1] == ' ';
}

/* The same behind a whole number, where a sign must follow: "10A." */
static bool has_letter_and_sign(struct mb_str s)
{
	return s.len > 1 &&
	       (mb_is_upper(s.ptr[0]) ||
		(s.ptr[0] >= 'a' && s.ptr[0] <= 'f')) &&
	       (s.ptr[1] == '.' || s.ptr[1] == ')') &&
	       (s.len == 2 || s.ptr[2] == ' ');
}

/* Some clerks number what comes up again for the fourth time 4.4.4.4.5. */
#define MAX_PARTS 12

/* "12", "12.2.1", "275/19": the digits of @rest; three parts are kept. */
static size_t cut_parts(struct mb_str *rest, struct marker *m, char *separator)
{
	size_t n_parts = 0;
	unsigned long n;

	while (n_parts < MAX_PARTS && mb_str_number(rest, MAX_NUMBER, &n)) {
		if (n_parts < 3)
			m->part[n_parts] = (uint32_t)n;
		n_parts++;
		if (rest->len < 2 ||
		    (rest->ptr[0] != '.' && rest->ptr[0] != '/') ||
		    !mb_is_digit(rest->ptr[1]) ||
		    (*separator && rest->ptr[0] != *separator))
			break;
		*separator = rest->ptr[0];
		*rest = mb_str_drop(*rest, 1);
	}
	return n_parts;
}

/* The sign behind a number; false when it tells that this is no marker. */
static bool cut_sign(struct mb_str *rest, struct marker *m, bool opens)
{
	if (opens) {
		if (!begins(*rest, ')'))
			return false;
		if (m->style == MARKER_BARE)
			m->style = MARKER_BRACKETS;
		*rest = mb_str_drop(*rest, 1);
		return !begins(*rest, ','); /* "(2), and" is no marker */
	}
	if (!begins(*rest, '.') && !begins(*rest, ')'))
		return is_end(*rest);
	if (m->style == MARKER_BARE)
		m->style = rest->ptr[0] == '.' ? MARKER_DOT : MARKER_BRACKET;
	*rest = mb_str_drop(*rest, 1);
	/* "2.Disposal of Land" is one, "3.5m" is none */
	return rest->len == 0 || !mb_is_lower(rest->ptr[0]);
}

/* "11.20 am": a time of day */
static bool is_time(const struct marker *m, struct mb_str rest)
{
	rest = mb_str_trim(rest);
	return m->style == MARKER_TWO && m->part[0] < 24 && m->part[1] < 60 &&
	       (mb_str_starts_nocase(rest, MB_STR("am ")) ||
		mb_str_starts_nocase(rest, MB_STR("pm ")) ||
		mb_str_starts_nocase(rest, MB_STR("a.m.")) ||
		mb_str_starts_nocase(rest, MB_STR("p.m.")) ||
		mb_str_equal_nocase(rest, MB_STR("am")) ||
		mb_str_equal_nocase(rest, MB_STR("pm")));
}

/* Digits in up to three parts, and the sign behind them. */
static struct marker number_of(struct mb_str text)
{
	const struct marker none = { .style = MARKER_NONE };
	struct marker m = none;
	bool opens = begins(text, '(');
	struct mb_str rest = opens ? mb_str_drop(text, 1) : text;
	struct mb_str start = rest;
	char separator = '\0';
	size_t n_parts = cut_parts(&rest, &m, &separator);
	const char *number_end = rest.ptr;

	if (n_parts == 0 || (separator == '/' && n_parts > 2))
		return none;
	while (rest.len > 0 && has_numeral(rest) && mb_is_lower(rest.ptr[0]))
		rest = mb_str_drop(rest, 1); /* "4.5iv)" */
	if (n_parts > 1 && has_letter(rest))
		rest = mb_str_drop(rest, 1); /* "4.5A" */
	if (n_parts == 1 && has_letter_and_sign(rest)) {
		m.letter = (uint32_t)(mb_to_lower(rest.ptr[0]) - 'a') + 1;
		rest = mb_str_drop(rest, 1);
		number_end = rest.ptr;
	}
	m.number = mb_str_take(start, start.len - rest.len);
	classify(&m, n_parts, separator);
	if (rest.ptr != number_end)
		m.style = MARKER_TWO;
	if (is_time(&m, rest) || !cut_sign(&rest, &m, opens))
		return none;
	finish(&m, text, rest);
	return m;
}

/* "Item 5", "Agenda item 5:", "Minute No. 12" */
static struct marker word_of(struct mb_str text)
{
	static const char *const words[] = {
		"agenda item no.", "agenda item", "cofnod rhif", "cofnod",
		"eitem",           "item no.",    "item no",     "item",
		"minute no.",      "minute no",   "minute",      "min no.",
		"min no",          "min.",
	};
	struct marker m = { .style = MARKER_NONE };
	unsigned long n;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct mb_str word = mb_str_of(words[i]);
		struct mb_str rest, before;

		if (!mb_str_starts_nocase(text, word))
			continue;
		rest = mb_str_trim(mb_str_drop(text, word.len));
		if (begins(rest, ':')) /* "Item No: 7" */
			rest = mb_str_trim(mb_str_drop(rest, 1));
		m = number_of(rest);
		if (m.style == MARKER_SLASH) { /* "Minute No. 88/23" */
			m.len += text.len - rest.len;
			return m;
		}
		m = (struct marker){ .style = MARKER_NONE };
		before = rest;
		if (!mb_str_number(&rest, 9999, &n))
			continue;
		m.number = mb_str_take(before, before.len - rest.len);
		if (begins(rest, '.') || begins(rest, ')'))
			rest = mb_str_drop(rest, 1);
		if (!is_end(rest))
			continue;
		m.style = MARKER_WORD;
		m.part[0] = (uint32_t)n;
		finish(&m, text, rest);
		return m;
	}
	return m;
}

/* "IV. New Business", "IV NEW BUSINESS", and "I. Smith" where the chain does not know better */
static struct marker numeral_of(struct mb_str text)
{
	struct marker m = { .style = MARKER_NONE };
	struct mb_str rest;
	size_t n = 0;

	while (n < text.len && mb_is_upper(text.ptr[n]))
		n++;
	m.number = mb_str_take(text, n);
	rest = mb_str_drop(text, n);
	if (n == 0 || !is_roman(m.number, &m.part[0]))
		return m;
	if (rest.len > 0 && rest.ptr[0] == '.')
		rest = mb_str_drop(rest, 1);
	else if (!mb_is_in_capitals(rest))
		return m; /* "I asked" */
	if (rest.len < 2 || rest.ptr[0] != ' ' || !mb_is_upper(rest.ptr[1]))
		return m;
	m.style = MARKER_NUMERAL;
	finish(&m, text, rest);
	return m;
}

/* "C/23/045", and the sign behind it */
static struct marker code_of(struct mb_str text)
{
	struct marker m = { .style = MARKER_NONE };
	struct marker_code code;
	struct mb_str rest;

	if (!marker_code_read(text, &code))
		return m;
	rest = mb_str_drop(text, code.len);
	if (begins(rest, '.') || begins(rest, ')'))
		rest = mb_str_drop(rest, 1);
	if (!is_end(rest))
		return m;
	m.style = MARKER_CODE;
	for (size_t i = 0; i < 3; i++)
		m.part[i] = code.part[i];
	m.letter = code.letter;
	m.number = mb_str_take(text, code.len);
	finish(&m, text, rest);
	return m;
}

/* The digits and signs at the front: "41/2020", "#17-31", "PHC/2022/58" */
static struct mb_str motion_digits(struct mb_str text)
{
	size_t n = 0;
	bool has_sign = false;

	while (n < text.len &&
	       (mb_is_digit(text.ptr[n]) || mb_is_upper(text.ptr[n]) ||
		mb_str_find_char(MB_STR("#/-"), text.ptr[n]) != MB_STR_NONE)) {
		has_sign |=
		    !mb_is_digit(text.ptr[n]) && !mb_is_upper(text.ptr[n]);
		n++;
	}
	if (n < 2 || !mb_is_digit(text.ptr[n - 1]) || (!has_sign && n < 4))
		return (struct mb_str){ NULL, 0 };
	return mb_str_take(text, n);
}

/* "Motion 41/2020 Moved by ...", but no "Motion 22/17 in the name of" */
static struct marker motion_of(struct mb_str text)
{
	static const char *const words[] = {
		"motion no. ",
		"motion no ",
		"motion ",
		"council resolution no. ",
		"council resolution no ",
		"council resolution ",
		"resolution no. ",
		"resolution no ",
		"resolution number ",
		"resolution ",
	};
	struct marker m = { .style = MARKER_NONE };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct mb_str word = mb_str_of(words[i]);
		struct mb_str rest;

		if (!mb_str_starts_nocase(text, word))
			continue;
		rest = mb_str_drop(text, word.len);
		m.number = motion_digits(rest);
		rest = mb_str_drop(rest, m.number.len);
		if (m.number.len == 0 || !is_end(rest))
			continue;
		finish(&m, text, rest);
		rest = mb_str_drop(text, m.len);
		if (rest.len == 0 || !mb_is_lower(rest.ptr[0]))
			m.style = MARKER_MOTION;
		return m;
	}
	return m;
}

static struct marker clean_marker_of(struct mb_str text)
{
	struct marker m = code_of(text);

	if (m.style == MARKER_NONE)
		m = number_of(text);
	if (m.style == MARKER_NONE)
		m = letter_of(text);
	if (m.style == MARKER_NONE)
		m = word_of(text);
	if (m.style == MARKER_NONE)
		m = numeral_of(text);
	if (m.style == MARKER_NONE)
		m = motion_of(text);
	return m;
}

/*
 * The sign that a scan has made of dirt in front of a number, or the star
 * before business that was delegated ("*41 Minutes"); or nothing.
 */
static size_t sign_before(struct mb_str text)
{
	static const char *const signs[] = {
		"*", "\xE2\x80\x98", "\xE2\x80\x99", "\xC2\xB4", "'", "`"
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		struct mb_str sign = mb_str_of(signs[i]), rest;

		if (!mb_str_starts(text, sign))
			continue;
		rest = mb_str_drop(text, sign.len);
		if (rest.len > 0 && mb_is_digit(rest.ptr[0]) &&
		    mb_str_find(rest, sign) == MB_STR_NONE)
			return sign.len;
	}
	return 0;
}

struct marker marker_of(struct mb_str text)
{
	size_t n_sign = sign_before(text);
	struct marker m = clean_marker_of(mb_str_drop(text, n_sign));

	if (n_sign > 0 && m.style != MARKER_DOT && m.style != MARKER_BRACKET &&
	    !(m.style == MARKER_BARE && text.ptr[0] == '*'))
		return clean_marker_of(text);
	m.len += n_sign;
	return m;
}
