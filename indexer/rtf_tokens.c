#include "rtf_tokens.h"

static bool is_plain(char c)
{
	return c != '\\' && c != '{' && c != '}' && c != '\r' && c != '\n' &&
	       c != '\0';
}

/* 0..15, or -1. */
static int hex_value(char c)
{
	if (mb_is_digit(c))
		return c - '0';
	c = mb_to_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct mb_str take(struct mb_str *rest, size_t n)
{
	struct mb_str taken = mb_str_take(*rest, n);

	*rest = mb_str_drop(*rest, n);
	return taken;
}

/* The number behind a control word, with its sign. */
static void take_number(struct mb_str *rest, struct rtf_token *out)
{
	bool is_negative =
	    rest->len > 1 && rest->ptr[0] == '-' && mb_is_digit(rest->ptr[1]);

	if (is_negative)
		take(rest, 1);
	while (rest->len > 0 && mb_is_digit(rest->ptr[0])) {
		out->has_number = true;
		out->number = out->number * 10 + (rest->ptr[0] - '0');
		if (out->number > RTF_MAX_NUMBER)
			out->number = RTF_MAX_NUMBER;
		take(rest, 1);
	}
	if (is_negative)
		out->number = -out->number;
}

/* The bytes of \bin are pictures and programs, whatever they look like. */
static void skip_binary(struct mb_str *rest, const struct rtf_token *word)
{
	size_t n = word->number > 0 ? (size_t)word->number : 0;

	if (mb_str_equal(word->text, MB_STR("bin")))
		take(rest, n < rest->len ? n : rest->len);
}

static void take_word(struct mb_str *rest, struct rtf_token *out)
{
	size_t n = 0;

	while (n < rest->len && mb_is_alpha(rest->ptr[n]))
		n++;
	out->kind = RTF_WORD;
	out->text = take(rest, n);
	take_number(rest, out);
	if (rest->len > 0 && rest->ptr[0] == ' ')
		take(rest, 1); /* ends the word */
	skip_binary(rest, out);
}

static void take_control(struct mb_str *rest, struct rtf_token *out)
{
	if (mb_is_alpha(rest->ptr[0])) {
		take_word(rest, out);
		return;
	}
	out->kind = RTF_SYMBOL;
	out->text = take(rest, 1);
	if (out->text.ptr[0] == '\'' && rest->len >= 2 &&
	    hex_value(rest->ptr[0]) >= 0 && hex_value(rest->ptr[1]) >= 0) {
		out->kind = RTF_BYTE;
		out->byte = (char)(hex_value(rest->ptr[0]) * 16 +
				   hex_value(rest->ptr[1]));
		take(rest, 2);
	}
}

static void take_text(struct mb_str *rest, struct rtf_token *out)
{
	size_t n = 0;

	while (n < rest->len && is_plain(rest->ptr[n]))
		n++;
	out->kind = RTF_TEXT;
	out->text = take(rest, n);
}

bool rtf_next(struct mb_str *rest, struct rtf_token *out)
{
	*out = (struct rtf_token){ .kind = RTF_TEXT };
	while (rest->len > 0 && !is_plain(rest->ptr[0])) {
		char c = take(rest, 1).ptr[0];

		if (c == '{' || c == '}') {
			out->kind = c == '{' ? RTF_OPEN : RTF_CLOSE;
			return true;
		}
		if (c == '\\' && rest->len > 0) {
			take_control(rest, out);
			return true;
		}
	}
	if (rest->len == 0)
		return false;
	take_text(rest, out);
	return true;
}
