/*
 * lex.h - a query's characters become tokens
 *
 * Almost everything that a person types is data.  Only these mean something:
 *
 *	"..."  ( )  |  AND OR NOT NEAR NEAR/5   -word  =word  word*  word~1
 *	field:   where field is known, or looks like a slip of a known one
 */
#ifndef QUERY_LEX_H
#define QUERY_LEX_H

#include <stdbool.h>
#include <stddef.h>

#include "fields.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,
	TOKEN_PHRASE,
	TOKEN_FIELD, /* its value is the next token */
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_NOT,
	TOKEN_NEAR
};

#define NEAR_DISTANCE 10 /* words, unless told */

struct token {
	enum token_kind kind;
	struct mb_str text;        /* of a word or phrase, without signs */
	size_t start, end;         /* bytes of the query */
	const struct field *field; /* of TOKEN_FIELD */
	bool is_exact;             /* =word */
	bool is_prefix;            /* word* */
	bool is_unclosed;          /* a phrase whose quote is missing */
	int distance; /* NEAR/n, word~n, "phrase"~n; -1 when none */
};

struct lexer {
	struct mb_str query;
	size_t at;
	bool in_value; /* the next token is a field's value */
	/* where the last failure was, for the caret */
	size_t fail_start, fail_end;
};

struct lexer lex_of(struct mb_str query);

/*
 * The next token.  Fails with MB_EUSAGE for an unknown field (the nearest
 * known one is named) and for a field without a value.
 */
int lex_next(struct lexer *lexer, struct token *token, struct mb_err *err);

#endif
