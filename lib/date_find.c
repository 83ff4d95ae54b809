/*
 * The first date in a text or a name: at each token every pattern is tried,
 * and the first that fits wins.
 */
#include "date_names.h"
#include "date_token.h"
#include "minutebook/date.h"
#include "minutebook/text.h"

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

static bool is_year_token(struct date_token token)
{
	return token.kind == DATE_NUMBER &&
	       (token.text.len == 4 || token.text.len == 2);
}

/* "3 May 10 people came" names no year, "3 May 10." and "3-May-10" do. */
static bool is_year_after_month(struct mb_str text, struct date_token token)
{
	if (!is_year_token(token))
		return false;
	if (token.text.len == 4)
		return true;
	return mb_date_token_after(text, token).kind != DATE_WORD ||
	       !mb_is_space(text.ptr[token.start - 1]);
}

/* What machines that read print make of the small raised "th" of "8th". */
static bool is_raised(struct date_token token)
{
	static const char signs[] =
	    "\"' \xC2\xAA \xC2\xB0 \xC2\xBA \xE2\x84\xA2" /* ordinals, TM */
	    " \xE2\x80\x98 \xE2\x80\x99 \xE2\x80\x9C \xE2\x80\x9D"; /* quotes */

	return token.kind == DATE_SIGN &&
	       mb_str_find(mb_str_of(signs), token.text) != MB_STR_NONE;
}

/* Skips what stands between a day and its month: "st", "day of", "," "-". */
static struct date_token skip_filling(struct mb_str text,
				      struct date_token token)
{
	for (;;) {
		if (mb_date_token_is_word(token, "day") ||
		    mb_date_token_is_word(token, "of") ||
		    mb_date_token_is_word(token, "o") ||
		    mb_date_token_is_word(token, "the") ||
		    (token.kind == DATE_WORD && mb_is_ordinal(token.text)))
			token = mb_date_token_after(text, token);
		else if (is_raised(token) ||
			 mb_date_token_is_sign(token, ",.-*_/"))
			token = mb_date_token_after(text, token);
		else
			return token;
	}
}

/* The month of a word: "March", "Mrach", "thMarch" behind a 5; or 0. */
static int month_of(struct date_token token)
{
	int month = token.kind == DATE_WORD ? mb_month_by_name(token.text) : 0;

	if (month == 0 && token.kind == DATE_WORD && token.text.len > 4 &&
	    mb_is_ordinal(mb_str_take(token.text, 2)))
		month = mb_month_by_name(mb_str_drop(token.text, 2));
	if (month == 0 && token.kind == DATE_WORD)
		month = mb_month_by_slip(token.text);
	return month;
}

/* "Wed 5 Mar 14 in the hall": the weekday proves the year. */
static bool fits_weekday(const struct mb_date_found *found)
{
	return found->weekday >= 0 &&
	       found->weekday == mb_date_weekday(found->date);
}

/* 15 January 2026, 20TH FEBRUARY, 2023, 18-Nov-2025, 5th day of May 2014 */
static bool read_day_month(struct mb_str text, struct date_token token,
			   struct mb_date_found *out)
{
	struct mb_date_found found = *out;
	unsigned long day = token.value;
	int month;

	if (token.kind != DATE_NUMBER || token.text.len > 2)
		return false;
	token = skip_filling(text, mb_date_token_after(text, token));
	month = month_of(token);
	if (month == 0)
		return false;
	token = skip_filling(text, mb_date_token_after(text, token));
	if (!is_year_token(token) ||
	    !set_date(&found, token.value, (unsigned long)month, day,
		      token.end) ||
	    !(is_year_after_month(text, token) || fits_weekday(&found)))
		return false;
	*out = found;
	return true;
}

/* MAY 6th 2014, January 15, 2026 */
static bool read_month_day(struct mb_str text, struct date_token token,
			   struct mb_date_found *out)
{
	int month = token.kind == DATE_WORD ? mb_month_by_name(token.text) : 0;
	unsigned long day;

	if (month == 0)
		return false;
	token = skip_filling(text, mb_date_token_after(text, token));
	if (token.kind != DATE_NUMBER || token.text.len > 2)
		return false;
	day = token.value;
	token = skip_filling(text, mb_date_token_after(text, token));
	return token.kind == DATE_NUMBER && token.text.len == 4 &&
	       set_date(out, token.value, (unsigned long)month, day, token.end);
}

/* Three numbers with the same sign between them and no blanks. */
struct triple {
	struct date_token part[3];
};

static bool read_triple(struct mb_str text, struct date_token token,
			struct triple *out)
{
	struct date_token first = mb_date_token_after(text, token);
	struct date_token second;

	if (token.kind != DATE_NUMBER ||
	    !mb_date_token_is_sign(first, "/-._") || first.start != token.end)
		return false;
	out->part[0] = token;
	out->part[1] = mb_date_token_after(text, first);
	second = mb_date_token_after(text, out->part[1]);
	if (out->part[1].kind != DATE_NUMBER ||
	    !mb_date_token_is_sign(second, "/-._") ||
	    second.text.ptr[0] != first.text.ptr[0] ||
	    second.start != out->part[1].end)
		return false;
	out->part[2] = mb_date_token_after(text, second);
	return out->part[2].kind == DATE_NUMBER &&
	       out->part[2].start == second.end;
}

/* "held on 14.09.23": a date follows that word, a weekday, or a label. */
static bool follows_on(struct mb_str text, struct date_token token)
{
	struct mb_str before = mb_str_trim(mb_str_take(text, token.start));

	before = mb_str_after_last(before, ' ');
	while (before.len > 0 && before.ptr[before.len - 1] == ',')
		before.len--;
	return mb_weekday_by_name(before) >= 0 ||
	       mb_str_ends(before, MB_STR(":")) ||
	       mb_str_equal_nocase(before, MB_STR("on")) ||
	       mb_str_equal_nocase(before, MB_STR("dated"));
}

/* 9/1/20, 12-03-2019, 12.3.2019 and 2025-12-04 */
static bool read_numbers(struct mb_str text, struct date_token token,
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
	if (text.ptr[t.part[0].end] == '.' && t.part[2].text.len != 4 &&
	    !(follows_on(text, token) && t.part[2].text.len == 2))
		return false;
	return t.part[0].text.len <= 2 && t.part[1].text.len <= 2 &&
	       is_year_token(t.part[2]) &&
	       set_date(out, t.part[2].value, t.part[1].value, t.part[0].value,
			end);
}

static bool read_date(struct mb_str text, struct date_token token,
		      struct mb_date_found *out)
{
	return read_day_month(text, token, out) ||
	       read_month_day(text, token, out) ||
	       read_numbers(text, token, out);
}

/* --- finding ----------------------------------------------------------- */

/* A weekday at @token, and the token behind it. */
static int read_weekday(struct mb_str text, struct date_token *token)
{
	struct date_token next = mb_date_token_after(text, *token);
	int day = -1;

	if (token->kind != DATE_WORD)
		return -1;
	if (mb_date_token_is_word(*token, "dydd") && next.kind == DATE_WORD) {
		day = mb_welsh_day_by_name(next.text);
		next = mb_date_token_after(text, next);
	} else {
		day = mb_weekday_by_name(token->text);
	}
	if (day < 0)
		return -1;
	while (mb_date_token_is_sign(next, ",.*-") ||
	       mb_date_token_is_word(next, "the"))
		next = mb_date_token_after(text, next);
	*token = next;
	return day;
}

bool mb_date_find(struct mb_str text, struct mb_date_found *out)
{
	struct date_token token = mb_date_token_at(text, 0);
	char before = ' ';

	while (token.kind != DATE_END) {
		struct date_token first = token;
		struct mb_date_found found = { .start = token.start };

		found.weekday = read_weekday(text, &first);
		/* "A1/2/20" is no date */
		if ((!mb_is_alnum(before) || token.kind == DATE_WORD) &&
		    read_date(text, first, &found)) {
			*out = found;
			return true;
		}
		before = text.ptr[token.end - 1];
		token = mb_date_token_after(text, token);
		if (token.kind != DATE_END && token.start > 0)
			before = text.ptr[token.start - 1];
	}
	return false;
}

/* 20180904 */
static bool read_joined(struct date_token token, struct mb_date_found *out)
{
	unsigned long n = token.value;

	/* 00120512 is a number, not 2012 */
	return token.kind == DATE_NUMBER && token.text.len == 8 &&
	       n >= 19000000 &&
	       set_date(out, n / 10000, n / 100 % 100, n % 100, token.end);
}

/*
 * 18-05-09: with a year from the folders, the end that agrees with it; else
 * the reading that is the only possible one.
 */
static bool read_short(struct mb_str text, struct date_token token,
		       int year_hint, struct mb_date_found *out)
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
static bool read_whole_year(struct mb_str text, struct date_token token,
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
	struct date_token token = mb_date_token_at(name, 0);

	for (; token.kind != DATE_END;
	     token = mb_date_token_after(name, token)) {
		struct mb_date_found found = { .start = token.start };
		struct date_token first = token;

		found.weekday = read_weekday(name, &first);
		if (read_joined(first, &found) ||
		    read_day_month(name, first, &found) ||
		    read_month_day(name, first, &found) ||
		    read_short(name, first, year_hint, &found) ||
		    read_whole_year(name, first, &found)) {
			*out = found;
			return true;
		}
		while (mb_date_token_is_sign(mb_date_token_after(name, token),
					     "_")) /* names_like_this */
			token = mb_date_token_after(name, token);
	}
	return false;
}

bool mb_date_parse_iso(struct mb_str text, struct mb_date *out)
{
	struct mb_date_found found = { .start = 0 };
	struct date_token token;

	if (text.len != MB_DATE_BYTES - 1 || text.ptr[4] != '-')
		return false;
	token = mb_date_token_at(text, 0);
	if (token.start != 0 || token.text.len != 4 ||
	    !read_numbers(text, token, &found) || found.end != text.len)
		return false;
	*out = found.date;
	return true;
}
