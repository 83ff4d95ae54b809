#include "template.h"

#include "minutebook/text.h"

struct reader {
	struct mb_arena *arena;
	struct template template;
	size_t capacity;
	struct mb_buf text; /* that no part has yet */
};

static int add_part(struct reader *r, const struct template_part *part,
		    struct mb_err *err)
{
	struct template_part *moved =
	    mb_arena_grow(r->arena, r->template.parts, r->template.n,
			  &r->capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	r->template.parts = moved;
	moved[r->template.n++] = *part;
	return MB_OK;
}

static int end_text(struct reader *r, struct mb_err *err)
{
	struct template_part part = { .column = NULL };
	int rc = MB_OK;

	if (r->text.len > 0 || r->text.has_failed)
		rc = mb_buf_move(&r->text, r->arena, &part.text, err);
	return rc == MB_OK && part.text.len > 0 ? add_part(r, &part, err) : rc;
}

/* Behind a backslash. */
static char escaped(char c)
{
	return c == 't' ? '\t' : c == 'n' ? '\n' : c;
}

/* A name up to its brace; @at is behind the opening one. */
static int read_name(struct reader *r, struct mb_str text, size_t *at,
		     struct mb_err *err)
{
	struct mb_cut cut = mb_str_cut(mb_str_drop(text, *at), '}');
	struct template_part part = { .column = NULL };
	int rc = end_text(r, err);

	if (rc != MB_OK)
		return rc;
	if (!cut.found)
		return mb_fail(err, MB_EUSAGE,
			       "a brace is not closed: {%.*s; write {{ for "
			       "a brace",
			       MB_STR_ARG(cut.head));
	part.column = column_find(mb_str_trim(cut.head), err);
	if (!part.column)
		return MB_EUSAGE;
	*at += cut.head.len + 1;
	return add_part(r, &part, err);
}

static int read_parts(struct reader *r, struct mb_str text, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t at = 0; at < text.len && rc == MB_OK;) {
		char c = text.ptr[at++];
		char next = at < text.len ? text.ptr[at] : '\0';

		if (c == '\\' && next != '\0') {
			mb_buf_add_char(&r->text, escaped(next));
			at++;
		} else if ((c == '{' || c == '}') && next == c) {
			mb_buf_add_char(&r->text, c);
			at++;
		} else if (c == '{') {
			rc = read_name(r, text, &at, err);
		} else {
			mb_buf_add_char(&r->text, c);
		}
	}
	return rc == MB_OK ? end_text(r, err) : rc;
}

int template_parse(struct mb_str text, struct mb_arena *arena,
		   struct template *out, struct mb_err *err)
{
	struct reader r = { .arena = arena };
	int rc = read_parts(&r, text, err);

	mb_buf_release(&r.text);
	if (rc == MB_OK)
		*out = r.template;
	return rc;
}

static void put_value(struct mb_buf *out, struct mb_str value)
{
	struct mb_str line;

	for (bool is_first = true; mb_str_next_line(&value, &line);
	     is_first = false) {
		if (!is_first)
			mb_buf_add_char(out, ' ');
		mb_add_printable(out, line);
	}
}

int template_put(const struct template *template, struct render *render,
		 const struct render_hit *hit, struct mb_arena *arena,
		 struct mb_err *err)
{
	const struct column plain = { .decimals = 4 };
	struct mb_buf value = MB_BUF_INIT;
	int rc = MB_OK;

	for (size_t i = 0; i < template->n && rc == MB_OK; i++) {
		const struct template_part *part = &template->parts[i];
		struct cell cell;

		if (!part->column) {
			mb_buf_add(render->out, part->text);
			continue;
		}
		rc = column_value(part->column, render, hit, arena, &cell, err);
		mb_buf_truncate(&value, 0);
		if (rc == MB_OK)
			cell_print(&value, &cell, &plain);
		put_value(render->out, mb_buf_str(&value));
	}
	mb_buf_add_char(render->out, render->ends_with_nul ? '\0' : '\n');
	render->out->has_failed |= value.has_failed;
	mb_buf_release(&value);
	return rc;
}
