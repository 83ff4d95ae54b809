#include "minutebook/date.h"

#include <stdio.h>

#include "minutebook/nearest.h"

/* --- the calendar ------------------------------------------------------ */

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

uint8_t mb_month_days(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool mb_date_is_known(struct mb_date date)
{
	return date.year != 0;
}

bool mb_date_is_valid(struct mb_date date)
{
	return date.year >= MB_YEAR_MIN && date.year <= MB_YEAR_MAX &&
	       date.day >= 1 &&
	       date.day <= mb_month_days(date.year, date.month);
}

int mb_date_compare(struct mb_date a, struct mb_date b)
{
	if (a.year != b.year)
		return a.year - b.year;
	return a.month != b.month ? a.month - b.month : a.day - b.day;
}

/*
 * Years are counted from March, so that the leap day comes last; then the
 * days before a month are a linear function of it.  (H. Hinnant, "chrono-
 * Compatible Low-Level Date Algorithms", 2013.)
 */
int32_t mb_date_to_days(struct mb_date date)
{
	int32_t year = date.year - (date.month <= 2);
	int32_t era = year / 400;
	int32_t year_of_era = year - era * 400;
	int32_t month = date.month > 2 ? date.month - 3 : date.month + 9;
	int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int32_t day_of_era = year_of_era * 365 + year_of_era / 4 -
			     year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct mb_date mb_date_from_days(int32_t days)
{
	int32_t shifted = days + 719468;
	int32_t era = shifted / 146097;
	int32_t day_of_era = shifted - era * 146097;
	int32_t year_of_era = (day_of_era - day_of_era / 1460 +
			       day_of_era / 36524 - day_of_era / 146096) /
			      365;
	int32_t day_of_year =
	    day_of_era -
	    (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t month = (5 * day_of_year + 2) / 153;
	int32_t day = day_of_year - (153 * month + 2) / 5 + 1;
	int32_t real_month = month < 10 ? month + 3 : month - 9;
	int32_t year = era * 400 + year_of_era + (real_month <= 2);

	return (struct mb_date){ (int16_t)year, (uint8_t)real_month,
				 (uint8_t)day };
}

int mb_date_weekday(struct mb_date date)
{
	int32_t days = mb_date_to_days(date) + 4; /* 1970-01-01: Thursday */

	return (int)((days % 7 + 7) % 7);
}

void mb_date_format(struct mb_date date, char out[MB_DATE_BYTES])
{
	snprintf(out, MB_DATE_BYTES, "%04u-%02u-%02u",
		 (unsigned)date.year % 10000, date.month % 100u,
		 date.day % 100u);
}

void mb_time_format(struct mb_time time, char out[MB_TIME_BYTES])
{
	snprintf(out, MB_TIME_BYTES, "%02u:%02u", time.hour % 100u,
		 time.minute % 100u);
}

/* --- names ------------------------------------------------------------- */

struct name {
	const char *word; /* lower case, without accents */
	int value;
};

static const struct name months[] = {
	{ "january", 1 },   { "jan", 1 },       { "ionawr", 1 },
	{ "february", 2 },  { "feb", 2 },       { "chwefror", 2 },
	{ "march", 3 },     { "mar", 3 },       { "mawrth", 3 },
	{ "april", 4 },     { "apr", 4 },       { "ebrill", 4 },
	{ "may", 5 },       { "mai", 5 },       { "fai", 5 },
	{ "june", 6 },      { "jun", 6 },       { "mehefin", 6 },
	{ "july", 7 },      { "jul", 7 },       { "gorffennaf", 7 },
	{ "august", 8 },    { "aug", 8 },       { "awst", 8 },
	{ "september", 9 }, { "sept", 9 },      { "sep", 9 },
	{ "medi", 9 },      { "october", 10 },  { "oct", 10 },
	{ "hydref", 10 },   { "november", 11 }, { "nov", 11 },
	{ "tachwedd", 11 }, { "december", 12 }, { "dec", 12 },
	{ "rhagfyr", 12 },
};

static const struct name weekdays[] = {
	{ "sunday", 0 }, { "sun", 0 },       { "monday", 1 },
	{ "mon", 1 },    { "tuesday", 2 },   { "tue", 2 },
	{ "tues", 2 },   { "wednesday", 3 }, { "wed", 3 },
	{ "weds", 3 },   { "thursday", 4 },  { "thu", 4 },
	{ "thur", 4 },   { "thurs", 4 },     { "friday", 5 },
	{ "fri", 5 },    { "saturday", 6 },  { "sat", 6 },
};

/* In Welsh a day is "dydd" and one of these; Mawrth is March, too. */
static const struct name welsh_days[] = {
	{ "sul", 0 }, { "llun", 1 },   { "mawrth", 2 }, { "mercher", 3 },
	{ "iau", 4 }, { "gwener", 5 }, { "sadwrn", 6 },
};

/* What makes a number the number of a day. */
static const char *const ordinals[] = {
	"st",  "nd",  "rd", "th",  "af", "il",
	"ail", "ydd", "ed", "fed", "eg", "ain"
};

static int look_up(const struct name *names, size_t n, struct mb_str word)
{
	for (size_t i = 0; i < n; i++)
		if (mb_str_equal_nocase(word, mb_str_of(names[i].word)))
			return names[i].value;
	return -1;
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

int mb_month_by_name(struct mb_str name)
{
	int month = look_up(months, COUNT(months), name);

	return month > 0 ? month : 0;
}

/* "8th DECEMEBER 2005": a clerk's slip, where a day and a year stand by. */
static int month_by_slip(struct mb_str word)
{
	int month = 0;

	if (word.len < 5)
		return 0;
	for (size_t i = 0; i < COUNT(months); i++) {
		struct mb_str name = mb_str_of(months[i].word);

		if (name.len >= 6 && mb_edit_distance(word, name) == 1)
			month = months[i].value;
	}
	return month;
}

static bool is_ordinal(struct mb_str word)
{
	for (size_t i = 0; i < COUNT(ordinals); i++)
		if (mb_str_equal_nocase(word, mb_str_of(ordinals[i])))
			return true;
	return false;
}

/* --- tokens ------------------------------------------------------------ */

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	struct mb_str text;
	unsigned long value; /* of a number */
	size_t start, end;
};

/* The token at or after byte @at; blanks are skipped. */
static struct token token_at(struct mb_str text, size_t at)
{
	struct token token = { .kind = TOKEN_END };
	struct mb_str digits;
	size_t end;

	while (at < text.len && mb_is_space(text.ptr[at]))
		at++;
	if (at >= text.len)
		return (struct token){ .kind = TOKEN_END,
				       .start = text.len,
				       .end = text.len };
	end = at;
	if (mb_is_digit(text.ptr[at])) {
		while (end < text.len && mb_is_digit(text.ptr[end]))
			end++;
		token.kind = TOKEN_NUMBER;
	} else if (mb_is_alpha(text.ptr[at])) {
		while (end < text.len && mb_is_alpha(text.ptr[end]))
			end++;
		token.kind = TOKEN_WORD;
	} else {
		end++;
		token.kind = TOKEN_SIGN;
	}
	token.text = mb_str_slice(text, at, end);
	token.start = at;
	token.end = end;
	digits = token.text;
	if (token.kind == TOKEN_NUMBER &&
	    !mb_str_number(&digits, 99999999, &token.value))
		token.kind = TOKEN_SIGN; /* too large for any date */
	return token;
}

static struct token token_after(struct mb_str text, struct token token)
{
	return token_at(text, token.end);
}

static bool is_sign(struct token token, const char *signs)
{
	return token.kind == TOKEN_SIGN &&
	       mb_str_find_char(mb_str_of(signs), token.text.ptr[0]) !=
		   MB_STR_NONE;
}

static bool is_word(struct token token, const char *word)
{
	return token.kind == TOKEN_WORD &&
	       mb_str_equal_nocase(token.text, mb_str_of(word));
}

/* --- patterns: each reads one kind of date from @token on -------------- */

static bool set_date(struct mb_date_found *out, unsigned long year,
		     unsigned long month, unsigned long day, size_t end)
{
	struct mb_date date;

	if (year < 70)
		year += 2000;
	else if (year < 100)
		year += 1900;
	if (year > MB_YEAR_MAX || month > 12 || day > 31)
		return false;
	date = (struct mb_date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	if (!mb_date_is_valid(date))
		return false;
	out->date = date;
	out->end = end;
	return true;
}

static bool is_year_token(struct token token)
{
	return token.kind == TOKEN_NUMBER &&
	       (token.text.len == 4 || token.text.len == 2);
}

/* "3 May 10 people came" names no year, "3 May 10." and "3-May-10" do. */
static bool is_year_after_month(struct mb_str text, struct token token)
{
	if (!is_year_token(token))
		return false;
	if (token.text.len == 4)
		return true;
	return token_after(text, token).kind != TOKEN_WORD ||
	       !mb_is_space(text.ptr[token.start - 1]);
}

/* Skips what stands between a day and its month: "st", "of", "," "-". */
static struct token skip_filling(struct mb_str text, struct token token)
{
	for (;;) {
		if (token.kind == TOKEN_WORD &&
		    (is_ordinal(token.text) || is_word(token, "of") ||
		     is_word(token, "o")))
			token = token_after(text, token);
		else if (is_sign(token, ",.-*_/"))
			token = token_after(text, token);
		else
			return token;
	}
}

/* 15 January 2026, 20TH FEBRUARY, 2023, 18-Nov-2025 */
static bool read_day_month(struct mb_str text, struct token token,
			   struct mb_date_found *out)
{
	unsigned long day = token.value;
	int month;

	if (token.kind != TOKEN_NUMBER || token.text.len > 2)
		return false;
	token = skip_filling(text, token_after(text, token));
	month = token.kind == TOKEN_WORD ? mb_month_by_name(token.text) : 0;
	if (month == 0 && token.kind == TOKEN_WORD)
		month = month_by_slip(token.text);
	if (month == 0)
		return false;
	token = skip_filling(text, token_after(text, token));
	return is_year_after_month(text, token) &&
	       set_date(out, token.value, (unsigned long)month, day, token.end);
}

/* MAY 6th 2014, January 15, 2026 */
static bool read_month_day(struct mb_str text, struct token token,
			   struct mb_date_found *out)
{
	int month = token.kind == TOKEN_WORD ? mb_month_by_name(token.text) : 0;
	unsigned long day;

	if (month == 0)
		return false;
	token = skip_filling(text, token_after(text, token));
	if (token.kind != TOKEN_NUMBER || token.text.len > 2)
		return false;
	day = token.value;
	token = skip_filling(text, token_after(text, token));
	return token.kind == TOKEN_NUMBER && token.text.len == 4 &&
	       set_date(out, token.value, (unsigned long)month, day, token.end);
}

/* Three numbers with the same sign between them and no blanks. */
struct triple {
	struct token part[3];
};

static bool read_triple(struct mb_str text, struct token token,
			struct triple *out)
{
	struct token first = token_after(text, token);
	struct token second;

	if (token.kind != TOKEN_NUMBER || !is_sign(first, "/-._") ||
	    first.start != token.end)
		return false;
	out->part[0] = token;
	out->part[1] = token_after(text, first);
	second = token_after(text, out->part[1]);
	if (out->part[1].kind != TOKEN_NUMBER || !is_sign(second, "/-._") ||
	    second.text.ptr[0] != first.text.ptr[0] ||
	    second.start != out->part[1].end)
		return false;
	out->part[2] = token_after(text, second);
	return out->part[2].kind == TOKEN_NUMBER &&
	       out->part[2].start == second.end;
}

/* 9/1/20, 12-03-2019, 12.3.2019 and 2025-12-04 */
static bool read_numbers(struct mb_str text, struct token token,
			 struct mb_date_found *out)
{
	struct triple t;
	size_t end;

	if (!read_triple(text, token, &t))
		return false;
	end = t.part[2].end;
	if (t.part[0].text.len == 4)
		return t.part[1].text.len == 2 && t.part[2].text.len == 2 &&
		       set_date(out, t.part[0].value, t.part[1].value,
				t.part[2].value, end);
	/* 18.09.4 is the number of a minute, 1.2.19 of a paragraph */
	if (text.ptr[t.part[0].end] == '.' && t.part[2].text.len != 4)
		return false;
	return t.part[0].text.len <= 2 && t.part[1].text.len <= 2 &&
	       is_year_token(t.part[2]) &&
	       set_date(out, t.part[2].value, t.part[1].value, t.part[0].value,
			end);
}

/* --- finding ----------------------------------------------------------- */

/* A weekday at @token, and the token behind it. */
static int read_weekday(struct mb_str text, struct token *token)
{
	struct token next = token_after(text, *token);
	int day = -1;

	if (token->kind != TOKEN_WORD)
		return -1;
	if (is_word(*token, "dydd") && next.kind == TOKEN_WORD) {
		day = look_up(welsh_days, COUNT(welsh_days), next.text);
		next = token_after(text, next);
	} else {
		day = look_up(weekdays, COUNT(weekdays), token->text);
	}
	if (day < 0)
		return -1;
	while (is_sign(next, ",.*-") || is_word(next, "the"))
		next = token_after(text, next);
	*token = next;
	return day;
}

bool mb_date_find(struct mb_str text, struct mb_date_found *out)
{
	struct token token = token_at(text, 0);
	char before = ' ';

	while (token.kind != TOKEN_END) {
		struct token first = token;
		struct mb_date_found found = { .start = token.start };

		found.weekday = read_weekday(text, &first);
		/* "A1/2/20" is no date */
		if (!mb_is_alnum(before) || token.kind == TOKEN_WORD) {
			if (read_day_month(text, first, &found) ||
			    read_month_day(text, first, &found) ||
			    read_numbers(text, first, &found)) {
				*out = found;
				return true;
			}
		}
		before = text.ptr[token.end - 1];
		token = token_after(text, token);
		if (token.kind != TOKEN_END && token.start > 0)
			before = text.ptr[token.start - 1];
	}
	return false;
}

/* 20180904 */
static bool read_joined(struct token token, struct mb_date_found *out)
{
	unsigned long n = token.value;

	return token.kind == TOKEN_NUMBER && token.text.len == 8 &&
	       set_date(out, n / 10000, n / 100 % 100, n % 100, token.end) &&
	       out->date.year >= 1900;
}

/*
 * 18-05-09: with a year from the folders, the end that agrees with it; else
 * the reading that is the only possible one.
 */
static bool read_short(struct mb_str text, struct token token, int year_hint,
		       struct mb_date_found *out)
{
	struct mb_date_found year_first = *out, day_first = *out;
	struct triple t;
	bool can_year_first, can_day_first;

	if (!read_triple(text, token, &t) || t.part[0].text.len > 2 ||
	    t.part[1].text.len > 2 || t.part[2].text.len != 2)
		return false;
	can_year_first = t.part[0].text.len == 2 &&
			 set_date(&year_first, t.part[0].value, t.part[1].value,
				  t.part[2].value, t.part[2].end);
	can_day_first = set_date(&day_first, t.part[2].value, t.part[1].value,
				 t.part[0].value, t.part[2].end);
	if (year_hint > 0 && can_year_first && can_day_first) {
		can_year_first = year_first.date.year == year_hint;
		can_day_first = day_first.date.year == year_hint;
	}
	if (can_year_first == can_day_first)
		return false;
	*out = can_year_first ? year_first : day_first;
	return true;
}

/* 4-9-2018, 2018-09-04: the year in full says which end it is. */
static bool read_whole_year(struct mb_str text, struct token token,
			    struct mb_date_found *out)
{
	struct triple t;

	return read_triple(text, token, &t) &&
	       (t.part[0].text.len == 4 || t.part[2].text.len == 4) &&
	       read_numbers(text, token, out);
}

bool mb_date_find_in_name(struct mb_str name, int year_hint,
			  struct mb_date_found *out)
{
	struct token token = token_at(name, 0);

	for (; token.kind != TOKEN_END; token = token_after(name, token)) {
		struct mb_date_found found = { .start = token.start };
		struct token first = token;

		found.weekday = read_weekday(name, &first);
		if (read_joined(first, &found) ||
		    read_day_month(name, first, &found) ||
		    read_month_day(name, first, &found) ||
		    read_short(name, first, year_hint, &found) ||
		    read_whole_year(name, first, &found)) {
			*out = found;
			return true;
		}
		while (is_sign(token_after(name, token),
			       "_")) /* names_like_this */
			token = token_after(name, token);
	}
	return false;
}

/* --- times ------------------------------------------------------------- */

/* -1 a.m., 1 p.m., 0 neither; moves @token behind it. */
static int read_half(struct mb_str text, struct token *token)
{
	struct token dot, m;
	int half = 0;

	if (is_word(*token, "am") || is_word(*token, "pm"))
		half = mb_to_lower(token->text.ptr[0]) == 'a' ? -1 : 1;
	else if (is_word(*token, "noon"))
		half = 1;
	else if (is_word(*token, "a") || is_word(*token, "p")) {
		dot = token_after(text, *token);
		m = is_sign(dot, ".") ? token_after(text, dot) : dot;
		if (is_word(m, "m")) {
			half = mb_to_lower(token->text.ptr[0]) == 'a' ? -1 : 1;
			*token = m;
		}
	}
	return half;
}

/* Minutes behind a dot or colon; "OO" is how some clerks type two zeros. */
static bool read_minutes(struct mb_str text, struct token *token,
			 unsigned long *minutes)
{
	struct token next = token_after(text, *token);

	if (!is_sign(*token, ".:") || next.start != token->end)
		return false;
	if (next.kind == TOKEN_NUMBER && next.text.len == 2 &&
	    next.value < 60) {
		*minutes = next.value;
	} else if (next.kind == TOKEN_WORD &&
		   mb_str_starts_nocase(next.text, MB_STR("oo"))) {
		*minutes = 0;
		next.end = next.start + 2;
	} else {
		return false;
	}
	*token = token_at(text, next.end);
	return true;
}

static bool read_time(struct mb_str text, struct token token,
		      struct mb_time *out)
{
	unsigned long hour = token.value, minutes = 0;
	bool has_minutes, has_colon;
	int half;

	if (token.kind != TOKEN_NUMBER || token.text.len > 2 || hour > 23)
		return false;
	token = token_after(text, token);
	has_colon = is_sign(token, ":");
	has_minutes = read_minutes(text, &token, &minutes);
	half = read_half(text, &token);
	if (half == 0 && !(has_minutes && has_colon))
		return false; /* 9.30 alone may be a number */
	if (half != 0 && hour > 12)
		half = 0; /* 19.30 pm */
	if (half > 0 && hour < 12)
		hour += 12;
	if (half < 0 && hour == 12)
		hour = 0;
	*out = (struct mb_time){ (uint8_t)hour, (uint8_t)minutes };
	return true;
}

bool mb_time_find(struct mb_str text, struct mb_time *out)
{
	struct token token = token_at(text, 0);

	for (; token.kind != TOKEN_END; token = token_after(text, token))
		if (read_time(text, token, out))
			return true;
	return false;
}

/* --- ISO 8601 ---------------------------------------------------------- */

bool mb_date_parse_iso(struct mb_str text, struct mb_date *out)
{
	struct mb_date_found found = { .start = 0 };
	struct token token;

	if (text.len != MB_DATE_BYTES - 1 || text.ptr[4] != '-')
		return false;
	token = token_at(text, 0);
	if (token.start != 0 || token.text.len != 4 ||
	    !read_numbers(text, token, &found) || found.end != text.len)
		return false;
	*out = found.date;
	return true;
}
