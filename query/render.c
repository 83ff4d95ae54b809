#include "render.h"

#include <stdlib.h>

#include "minutebook/nearest.h"
#include "minutebook/text.h"

static const struct render_ops *const renderers[] = {
	&render_text, &render_plain, &render_json, &render_jsonl, &render_csv,
	&render_tsv,  &render_md,    &render_html, &render_atom,
};

#define N_RENDERERS (sizeof(renderers) / sizeof(*renderers))

const struct render_ops *render_find(struct mb_str name)
{
	for (size_t i = 0; i < N_RENDERERS; i++)
		if (mb_str_equal(name, mb_str_of(renderers[i]->name)))
			return renderers[i];
	return NULL;
}

const char *render_nearest(struct mb_str name)
{
	const char *names[N_RENDERERS];

	for (size_t i = 0; i < N_RENDERERS; i++)
		names[i] = renderers[i]->name;
	return mb_nearest(name, names, N_RENDERERS);
}

void render_names(struct mb_buf *out)
{
	for (size_t i = 0; i < N_RENDERERS; i++)
		mb_buf_add_format(out, "%s%s",
				  i == 0                 ? ""
				  : i + 1 == N_RENDERERS ? " or "
							 : ", ",
				  renderers[i]->name);
}

void render_table(struct render *render, const struct render_ops *ops,
		  const struct table *table)
{
	ops->table(render, table);
	for (size_t i = 0; i < table_rows(table); i++)
		ops->row(render, table, i);
	ops->table_end(render, table);
}

/* Everything of an id but its last part names the item. */
bool render_is_new_item(struct render *render, const struct mb_hit *hit)
{
	struct mb_str item = mb_str_cut_last(hit->id, '/').head;

	if (render->groups_meetings)
		item = mb_str_cut_last(item, '/').head;

	if (render->n_hits++ > 0 &&
	    mb_str_equal(item, mb_buf_str(&render->last_item)))
		return false;
	mb_buf_truncate(&render->last_item, 0);
	mb_buf_add(&render->last_item, item);
	render->out->has_failed |= render->last_item.has_failed;
	return true;
}

void render_release(struct render *render)
{
	mb_buf_release(&render->last_item);
	free(render->widths);
	render->widths = NULL;
}

size_t render_lone_bullet(struct mb_str text)
{
	struct mb_str rest = text;
	uint32_t c;

	if (mb_str_find_char(text, '\n') != MB_STR_NONE ||
	    !mb_utf8_next(&rest, &c) || !mb_is_bullet(c) || rest.len < 2 ||
	    rest.ptr[0] != ' ')
		return 0;
	return text.len - rest.len + 1;
}

void render_excerpt(struct mb_buf *out, const struct excerpt *excerpt)
{
	if (excerpt->is_cut_before)
		mb_buf_add(out, MB_STR("\xE2\x80\xA6 "));
	mb_buf_add(out, excerpt->text);
	if (excerpt->is_cut_after)
		mb_buf_add(out, MB_STR(" \xE2\x80\xA6"));
}

static void put_marked(struct mb_buf *out, const struct excerpt *excerpt,
		       size_t start, size_t end,
		       const struct render_marker *marker)
{
	struct mb_str text = excerpt->text;

	for (size_t i = 0; i < excerpt->n_marks; i++) {
		struct mark mark = excerpt->marks[i];

		if (mark.end <= start || mark.start >= end)
			continue;
		if (mark.start > start) {
			marker->escape(out,
				       mb_str_slice(text, start, mark.start));
			start = mark.start;
		}
		if (mark.end > end)
			mark.end = end;
		mb_buf_add(out, mb_str_of(marker->open));
		marker->escape(out, mb_str_slice(text, start, mark.end));
		mb_buf_add(out, mb_str_of(marker->close));
		start = mark.end;
	}
	marker->escape(out, mb_str_slice(text, start, end));
}

void render_marked(struct mb_buf *out, const struct excerpt *excerpt,
		   const struct render_marker *marker)
{
	struct mb_str text = excerpt->text;

	for (size_t at = render_lone_bullet(text), end; at < text.len;
	     at = end + 1) {
		end = mb_str_find_char(mb_str_drop(text, at), '\n');
		end = end == MB_STR_NONE ? text.len : at + end;
		put_marked(out, excerpt, at, end, marker);
		if (end < text.len)
			mb_buf_add(out, mb_str_of(marker->line_end));
	}
}

const struct excerpt *render_passages(const struct render_hit *hit, size_t *n)
{
	*n = hit->n_passages > 0 ? hit->n_passages : 1;
	return hit->n_passages > 0 ? hit->passages : hit->excerpt;
}

void render_nothing(struct render *render)
{
	(void)render;
}
