/*
 * date_token.h - numbers, words and signs of a text in which a date may stand
 *
 *	15th Jan, 2026		15 / th / Jan / , / 2026
 *
 * Tokens are values that point into the text: whoever reads a pattern keeps
 * the token that it began at and can go back to it.
 */
#ifndef LIB_DATE_TOKEN_H
#define LIB_DATE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/str.h"

enum date_token_kind { DATE_END, DATE_NUMBER, DATE_WORD, DATE_SIGN };

struct date_token {
	enum date_token_kind kind;
	struct mb_str text;
	unsigned long value; /* of a number */
	size_t start, end;
};

/* The token at or after byte @at; blanks are skipped. */
struct date_token mb_date_token_at(struct mb_str text, size_t at);
struct date_token mb_date_token_after(struct mb_str text,
				      struct date_token token);

/* Whether it is one of the @signs. */
bool mb_date_token_is_sign(struct date_token token, const char *signs);

/* Whether it is that word, whatever its case. */
bool mb_date_token_is_word(struct date_token token, const char *word);

#endif
