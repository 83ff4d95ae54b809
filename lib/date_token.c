#include "date_token.h"

#include "minutebook/text.h"

struct date_token mb_date_token_at(struct mb_str text, size_t at)
{
	struct date_token token = { .kind = DATE_END };
	struct mb_str digits;
	size_t end;

	while (at < text.len && mb_is_space(text.ptr[at]))
		at++;
	if (at >= text.len)
		return (struct date_token){ .kind = DATE_END,
					    .start = text.len,
					    .end = text.len };
	end = at;
	if (mb_is_digit(text.ptr[at])) {
		while (end < text.len && mb_is_digit(text.ptr[end]))
			end++;
		token.kind = DATE_NUMBER;
	} else if (mb_is_alpha(text.ptr[at])) {
		while (end < text.len && mb_is_alpha(text.ptr[end]))
			end++;
		token.kind = DATE_WORD;
	} else {
		do
			end++; /* a sign may have several bytes */
		while (end < text.len && (text.ptr[end] & 0xC0) == 0x80);
		token.kind = DATE_SIGN;
	}
	token.text = mb_str_slice(text, at, end);
	token.start = at;
	token.end = end;
	digits = token.text;
	if (token.kind == DATE_NUMBER &&
	    !mb_str_number(&digits, 99999999, &token.value))
		token.kind = DATE_SIGN; /* too large for any date */
	return token;
}

struct date_token mb_date_token_after(struct mb_str text,
				      struct date_token token)
{
	return mb_date_token_at(text, token.end);
}

bool mb_date_token_is_sign(struct date_token token, const char *signs)
{
	return token.kind == DATE_SIGN &&
	       mb_str_find_char(mb_str_of(signs), token.text.ptr[0]) !=
		   MB_STR_NONE;
}

bool mb_date_token_is_word(struct date_token token, const char *word)
{
	return token.kind == DATE_WORD &&
	       mb_str_equal_nocase(token.text, mb_str_of(word));
}
