#include "lex.h"

#include "minutebook/text.h"

struct lexer lex_of(struct mb_str query)
{
	return (struct lexer){ .query = query };
}

/* --- characters -------------------------------------------------------- */

static uint32_t char_at(const struct lexer *lexer, size_t at, size_t *len)
{
	struct mb_str rest = mb_str_drop(lexer->query, at);
	size_t before = rest.len;
	uint32_t c = 0;

	*len = 0;
	if (mb_utf8_next(&rest, &c))
		*len = before - rest.len;
	return c;
}

static bool is_gap(uint32_t c)
{
	return c == 0 || mb_is_blank(c);
}

static bool is_quote(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

static bool ends_word(uint32_t c)
{
	return is_gap(c) || is_quote(c) || c == '(' || c == ')' || c == '|';
}

static void skip_gaps(struct lexer *lexer)
{
	size_t len;

	while (lexer->at < lexer->query.len &&
	       is_gap(char_at(lexer, lexer->at, &len)))
		lexer->at += len;
}

/* --- words ------------------------------------------------------------- */

/* Reads "~", "~1" or "~12" at the end of a word or behind a phrase. */
static bool read_distance(struct mb_str s, int *distance)
{
	unsigned long n = 1;

	if (s.len == 0 || s.ptr[0] != '~')
		return false;
	s = mb_str_drop(s, 1);
	if (s.len > 0 && (!mb_str_number(&s, 99, &n) || s.len > 0))
		return false;
	*distance = (int)n;
	return true;
}

/* Cuts "*" or "~1" off the end of a word. */
static void cut_suffix(struct token *token)
{
	struct mb_str *text = &token->text;
	size_t tilde = MB_STR_NONE;

	if (text->len > 1 && text->ptr[text->len - 1] == '*') {
		token->is_prefix = true;
		while (text->len > 1 && text->ptr[text->len - 1] == '*')
			text->len--;
		return;
	}
	for (size_t i = text->len; i > 1 && tilde == MB_STR_NONE; i--)
		if (text->ptr[i - 1] == '~')
			tilde = i - 1;
	if (tilde != MB_STR_NONE &&
	    read_distance(mb_str_drop(*text, tilde), &token->distance))
		*text = mb_str_take(*text, tilde);
}

static bool is_operator(struct token *token)
{
	struct mb_str text = token->text;
	struct mb_str rest;
	unsigned long n;

	if (mb_str_equal(text, MB_STR("AND")))
		token->kind = TOKEN_AND;
	else if (mb_str_equal(text, MB_STR("OR")))
		token->kind = TOKEN_OR;
	else if (mb_str_equal(text, MB_STR("NOT")))
		token->kind = TOKEN_NOT;
	else if (mb_str_equal(text, MB_STR("NEAR")))
		token->kind = TOKEN_NEAR;
	else if (mb_str_starts(text, MB_STR("NEAR/"))) {
		rest = mb_str_drop(text, 5);
		if (!mb_str_number(&rest, 99, &n) || rest.len > 0)
			return false;
		token->kind = TOKEN_NEAR;
		token->distance = (int)n;
	}
	return token->kind != TOKEN_WORD;
}

static void read_word(struct lexer *lexer, struct token *token)
{
	size_t end = lexer->at, len;

	while (end < lexer->query.len && !ends_word(char_at(lexer, end, &len)))
		end += len;
	token->kind = TOKEN_WORD;
	token->text = mb_str_slice(lexer->query, lexer->at, end);
	lexer->at = end;
	token->end = end;
	if (!lexer->in_value && !token->is_exact && is_operator(token))
		return;
	cut_suffix(token);
}

static void read_phrase(struct lexer *lexer, struct token *token)
{
	size_t len, end, tail;

	char_at(lexer, lexer->at, &len);
	lexer->at += len;
	end = lexer->at;
	while (end < lexer->query.len && !is_quote(char_at(lexer, end, &len)))
		end += len;
	token->kind = TOKEN_PHRASE;
	token->text = mb_str_slice(lexer->query, lexer->at, end);
	token->is_unclosed = end >= lexer->query.len;
	lexer->at = token->is_unclosed ? end : end + len;
	tail = lexer->at;
	while (tail < lexer->query.len &&
	       !ends_word(char_at(lexer, tail, &len)))
		tail += len;
	if (read_distance(mb_str_slice(lexer->query, lexer->at, tail),
			  &token->distance))
		lexer->at = tail;
	else if (tail == lexer->at + 1 && lexer->query.ptr[tail - 1] == '*') {
		token->is_prefix = true;
		lexer->at = tail;
	}
	token->end = lexer->at;
}

/* --- fields ------------------------------------------------------------ */

/* The name before a colon at the front, or empty when there is none. */
static struct mb_str field_name(const struct lexer *lexer)
{
	struct mb_str rest = mb_str_drop(lexer->query, lexer->at);
	size_t n = 0;

	while (n < rest.len && mb_is_alpha(rest.ptr[n]))
		n++;
	if (n == 0 || n >= rest.len || rest.ptr[n] != ':')
		return (struct mb_str){ NULL, 0 };
	return mb_str_take(rest, n);
}

static int fail_at(struct lexer *lexer, size_t start, size_t end)
{
	lexer->fail_start = start;
	lexer->fail_end = end;
	return MB_EUSAGE;
}

/*
 * A field and its colon: 1, or 0 when the word is data.  "https://x" and
 * "12:30" are data; "spekaer:x" is a slip.
 */
static int read_field(struct lexer *lexer, struct token *token,
		      struct mb_err *err)
{
	struct mb_str name = field_name(lexer);
	size_t behind = lexer->at + name.len + 1, len;
	const struct field *field;
	const char *near;
	uint32_t next;

	if (name.len == 0)
		return 0;
	field = field_find(name);
	next = behind < lexer->query.len ? char_at(lexer, behind, &len) : 0;
	if (field && (is_gap(next) || next == ')' || next == '|')) {
		mb_fail(err, MB_EUSAGE, "'%.*s:' needs a value",
			MB_STR_ARG(name));
		return fail_at(lexer, lexer->at, behind);
	}
	if (!field &&
	    (is_gap(next) || next == '/' || next == ')' || next == '|'))
		return 0;
	if (!field) {
		near = field_nearest(name);
		mb_fail(err, MB_EUSAGE,
			"there is no field '%.*s'%s%s%s: quote it to search "
			"for the text",
			MB_STR_ARG(name), near ? " (did you mean '" : "",
			near ? near : "", near ? ":'?)" : "");
		return fail_at(lexer, lexer->at, behind);
	}
	token->kind = TOKEN_FIELD;
	token->field = field;
	token->text = name;
	lexer->at = behind;
	token->end = behind;
	lexer->in_value = true;
	return 1;
}

/* --- tokens ------------------------------------------------------------ */

/* A minus that excludes: before a word, a quote, a bracket or a field. */
static bool is_minus(const struct lexer *lexer)
{
	uint32_t next;
	size_t len;

	if (lexer->query.ptr[lexer->at] != '-' || lexer->in_value)
		return false;
	if (lexer->at + 1 >= lexer->query.len)
		return false;
	next = char_at(lexer, lexer->at + 1, &len);
	return !is_gap(next) && next != ')' && next != '|' && next != '-';
}

/* One before a word or phrase, which is then taken as written. */
static bool is_equals_sign(const struct lexer *lexer)
{
	uint32_t next;
	size_t len;

	if (lexer->query.ptr[lexer->at] != '=' ||
	    lexer->at + 1 >= lexer->query.len)
		return false;
	next = char_at(lexer, lexer->at + 1, &len);
	return is_quote(next) || !ends_word(next);
}

static bool read_sign(struct lexer *lexer, struct token *token)
{
	switch (lexer->query.ptr[lexer->at]) {
	case '(':
		token->kind = TOKEN_OPEN;
		break;
	case ')':
		token->kind = TOKEN_CLOSE;
		break;
	case '|':
		token->kind = TOKEN_OR;
		break;
	default:
		if (!is_minus(lexer))
			return false;
		token->kind = TOKEN_NOT;
	}
	lexer->at++;
	token->end = lexer->at;
	return true;
}

int lex_next(struct lexer *lexer, struct token *token, struct mb_err *err)
{
	size_t len;
	int rc;

	if (!lexer->in_value)
		skip_gaps(lexer);
	*token = (struct token){ .kind = TOKEN_END,
				 .start = lexer->at,
				 .end = lexer->at,
				 .distance = -1 };
	if (lexer->at >= lexer->query.len)
		return MB_OK;
	if (read_sign(lexer, token)) {
		lexer->in_value = false;
		return MB_OK;
	}
	if (is_equals_sign(lexer)) {
		token->is_exact = true;
		lexer->at++;
	}
	if (is_quote(char_at(lexer, lexer->at, &len))) {
		read_phrase(lexer, token);
		lexer->in_value = false;
		return MB_OK;
	}
	if (!lexer->in_value && !token->is_exact) {
		rc = read_field(lexer, token, err);
		if (rc != 0)
			return rc < 0 ? rc : MB_OK;
	}
	read_word(lexer, token);
	lexer->in_value = false;
	return MB_OK;
}
