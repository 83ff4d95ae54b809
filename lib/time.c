/*
 * Times of day in a text, and as text.
 */
#include <stdio.h>

#include "date_token.h"
#include "minutebook/date.h"
#include "minutebook/text.h"

/* "yb" and "yp", with dots or without: a.m. and p.m. in Welsh */
static int read_half_welsh(struct mb_str text, struct date_token *token)
{
	struct date_token next;

	if (mb_date_token_is_word(*token, "yb"))
		return -1;
	if (mb_date_token_is_word(*token, "yp"))
		return 1;
	if (!mb_date_token_is_word(*token, "y"))
		return 0;
	next = mb_date_token_after(text, *token);
	if (mb_date_token_is_sign(next, "."))
		next = mb_date_token_after(text, next);
	if (!mb_date_token_is_word(next, "b") &&
	    !mb_date_token_is_word(next, "p"))
		return 0;
	*token = next;
	return mb_to_lower(next.text.ptr[0]) == 'b' ? -1 : 1;
}

/* -1 a.m., 1 p.m., 0 neither; moves @token behind it. */
static int read_half(struct mb_str text, struct date_token *token)
{
	struct date_token dot, m;
	int half = read_half_welsh(text, token);

	if (half != 0)
		return half;
	if (mb_date_token_is_word(*token, "am") ||
	    mb_date_token_is_word(*token, "pm"))
		half = mb_to_lower(token->text.ptr[0]) == 'a' ? -1 : 1;
	else if (mb_date_token_is_word(*token, "noon"))
		half = 1;
	else if (mb_date_token_is_word(*token, "a") ||
		 mb_date_token_is_word(*token, "p")) {
		dot = mb_date_token_after(text, *token);
		m = mb_date_token_is_sign(dot, ".")
			? mb_date_token_after(text, dot)
			: dot;
		if (mb_date_token_is_word(m, "m")) {
			half = mb_to_lower(token->text.ptr[0]) == 'a' ? -1 : 1;
			*token = m;
		}
	}
	return half;
}

/* Minutes behind a dot or colon; "OO" is how some clerks type two zeros. */
static bool read_minutes(struct mb_str text, struct date_token *token,
			 unsigned long *minutes)
{
	struct date_token next = mb_date_token_after(text, *token);

	if (!mb_date_token_is_sign(*token, ".:") || next.start != token->end)
		return false;
	if (next.kind == DATE_NUMBER && next.text.len == 2 && next.value < 60) {
		*minutes = next.value;
	} else if (next.kind == DATE_WORD &&
		   mb_str_starts_nocase(next.text, MB_STR("oo"))) {
		*minutes = 0;
		next.end = next.start + 2;
	} else {
		return false;
	}
	*token = mb_date_token_at(text, next.end);
	return true;
}

/* "19.30 hours" */
static bool is_hours(struct date_token token)
{
	return mb_date_token_is_word(token, "hours") ||
	       mb_date_token_is_word(token, "hrs");
}

/* @is_time says that nothing else can be meant. */
static bool read_time(struct mb_str text, struct date_token token, bool is_time,
		      struct mb_time *out)
{
	unsigned long hour = token.value, minutes = 0;
	bool has_minutes, has_colon;
	int half;

	if (token.kind != DATE_NUMBER || token.text.len > 2 || hour > 23)
		return false;
	token = mb_date_token_after(text, token);
	has_colon = mb_date_token_is_sign(token, ":");
	has_minutes = read_minutes(text, &token, &minutes);
	half = read_half(text, &token);
	is_time |= is_hours(token);
	if (half == 0 && !(has_minutes && (has_colon || is_time)))
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
	struct date_token token = mb_date_token_at(text, 0);

	for (; token.kind != DATE_END; token = mb_date_token_after(text, token))
		if (read_time(text, token, false, out))
			return true;
	return false;
}

bool mb_time_read(struct mb_str text, struct mb_time *out)
{
	return read_time(text, mb_date_token_at(text, 0), true, out);
}

void mb_time_format(struct mb_time time, char out[MB_TIME_BYTES])
{
	snprintf(out, MB_TIME_BYTES, "%02u:%02u", time.hour % 100u,
		 time.minute % 100u);
}
