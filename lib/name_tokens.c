#include "name_tokens.h"

#include "minutebook/text.h"
#include "title.h"

int mb_name_key(struct mb_str text, struct mb_arena *arena, struct mb_str *out,
		struct mb_err *err)
{
	struct mb_buf folded = MB_BUF_INIT, key = MB_BUF_INIT;
	int rc;

	mb_fold(&folded, text);
	for (size_t i = 0; i < folded.len; i++)
		if (folded.ptr[i] != ' ')
			mb_buf_add_char(&key, folded.ptr[i]);
	rc = folded.has_failed ? mb_fail_nomem(err)
			       : mb_buf_move(&key, arena, out, err);
	mb_buf_release(&folded);
	mb_buf_release(&key);
	return rc;
}

static bool ends_with_any(struct mb_str s, const char *signs)
{
	return s.len > 0 && mb_str_find_char(mb_str_of(signs),
					     s.ptr[s.len - 1]) != MB_STR_NONE;
}

static int read_token(struct mb_str word, struct mb_arena *arena,
		      struct token *out, struct mb_err *err)
{
	struct token t = { .text = word };
	struct mb_str rest;
	uint32_t c = 0;

	while (t.text.len > 0 &&
	       (t.text.ptr[0] == '(' || t.text.ptr[0] == '[')) {
		t.has_bracket = true;
		t.text = mb_str_drop(t.text, 1);
	}
	while (ends_with_any(t.text, ",;:.)]")) {
		char last = t.text.ptr[t.text.len - 1];

		t.has_comma |= last == ',' || last == ';' || last == ':';
		t.has_dot |= last == '.';
		t.text.len--;
	}
	rest = t.text;
	mb_utf8_next(&rest, &c);
	t.is_capital = mb_is_upper_letter(c);
	*out = t;
	return mb_name_key(t.text, arena, &out->key, err);
}

/* "B.Glover" is two words. */
static size_t tight_initial(struct mb_str word)
{
	size_t at = mb_str_find_char(word, '.');

	return at != MB_STR_NONE && at <= 2 && word.len > at + 3 &&
		       mb_is_upper(word.ptr[0]) && mb_is_upper(word.ptr[at + 1])
		   ? at + 1
		   : 0;
}

/* "Prof." goes on, "Mayor." ends a sentence. */
static bool is_short_title(struct mb_str key)
{
	const struct title *title = mb_title_find(key);

	return title && !title->is_office;
}

int mb_name_tokens(struct mb_str text, struct mb_arena *arena,
		   struct tokens *out, struct mb_err *err)
{
	struct mb_str rest = mb_str_cut(text, '\n').head;
	int rc = MB_OK;

	out->n = 0;
	while (rest.len > 0 && out->n < NAME_MAX_TOKENS && rc == MB_OK) {
		struct mb_cut cut = mb_str_cut(rest, ' ');
		size_t tight = tight_initial(cut.head);
		struct token *t = &out->at[out->n];

		if (tight > 0) {
			cut.tail = mb_str_drop(rest, tight);
			cut.head = mb_str_take(cut.head, tight);
		}
		rest = cut.tail;
		if (mb_str_trim(cut.head).len == 0)
			continue;
		rc = read_token(mb_str_trim(cut.head), arena, t, err);
		if (rc != MB_OK || t->key.len == 0)
			continue;
		out->n++;
		if (t->has_dot && !t->has_bracket && t->text.len > 3 &&
		    !is_short_title(t->key))
			break; /* the next word begins another sentence */
	}
	return rc;
}

struct mb_str mb_name_span(const struct token *first, const struct token *last)
{
	size_t n = (size_t)(last->text.ptr + last->text.len - first->text.ptr);

	return (struct mb_str){ first->text.ptr, n };
}

bool mb_name_is_letters(struct mb_str text, size_t at_most)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '.')
			continue;
		if (!mb_is_upper(text.ptr[i]) || ++n > at_most)
			return false;
	}
	return n > 0;
}

bool mb_name_is_initials(const struct token *t)
{
	return mb_name_is_letters(t->text, 3) ||
	       (t->is_capital && mb_utf8_count(t->text) == 1);
}
