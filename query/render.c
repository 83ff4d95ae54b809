#include "render.h"

#include "minutebook/nearest.h"
#include "minutebook/text.h"

static const struct render_ops *const renderers[] = {
	&render_text,
	&render_plain,
	&render_jsonl,
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

/* Everything of an id but its last part names the item. */
bool render_is_new_item(struct render *render, const struct mb_hit *hit)
{
	struct mb_str item = mb_str_cut_last(hit->id, '/').head;

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

void render_safe(struct mb_buf *out, struct mb_str s)
{
	while (s.len > 0) {
		struct mb_str before = s;
		uint32_t c;

		mb_utf8_next(&s, &c);
		if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD ||
		    mb_is_invisible(c))
			mb_buf_add_char(out, '?');
		else
			mb_buf_add(out,
				   mb_str_take(before, before.len - s.len));
	}
}
