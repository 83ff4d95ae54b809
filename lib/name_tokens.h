/*
 * name_tokens.h - the words of a name as printed
 *
 *	"Cllr. Mrs A. Bell (Chair)"	Cllr  Mrs  A  Bell  (Chair
 *
 * All functions are pure and may be called from any thread.
 */
#ifndef LIB_NAME_TOKENS_H
#define LIB_NAME_TOKENS_H

#include <stdbool.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

#define NAME_MAX_TOKENS 24

/* A word without the signs around it. */
struct token {
	struct mb_str text; /* as printed */
	struct mb_str key;  /* folded, without blanks */
	bool has_dot, has_comma;
	bool has_bracket; /* "(J)" */
	bool is_capital;
};

/* At most so many as a name ever has: what follows is no part of it. */
struct tokens {
	struct token at[NAME_MAX_TOKENS];
	size_t n;
};

/*
 * The words of the first line of @text, up to a sentence's end.  Fails with
 * MB_ENOMEM.
 */
int mb_name_tokens(struct mb_str text, struct mb_arena *arena,
		   struct tokens *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* @text folded and without blanks, in @arena.  Fails with MB_ENOMEM. */
int mb_name_key(struct mb_str text, struct mb_arena *arena, struct mb_str *out,
		struct mb_err *err) __attribute__((warn_unused_result));

/* What was printed from one word up to another. */
struct mb_str mb_name_span(const struct token *first, const struct token *last);

/* Whether @text is up to @at_most capitals, with or without dots. */
bool mb_name_is_letters(struct mb_str text, size_t at_most);

/* "J", "MJ", or one accented letter. */
bool mb_name_is_initials(const struct token *t);

#endif
