/*
 * One hit a line, as grep prints them: path:line: text
 */
#include "location.h"
#include "render.h"

static void write_hit(struct render *render, const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;
	struct mb_str rest = mb_str_drop(
	    hit->excerpt->text, render_lone_bullet(hit->excerpt->text));
	struct mb_str line;

	location_path(render->out, p);
	if (p->line > 0)
		mb_buf_add_format(render->out, ":%u", p->line);
	else if (p->page > 0)
		mb_buf_add_format(render->out, ":p%u", p->page);
	mb_buf_add(render->out, MB_STR(": "));
	if (p->text.len == 0)
		render_safe(render->out, p->item_title);
	for (bool is_first = true; mb_str_next_line(&rest, &line);
	     is_first = false) {
		if (!is_first)
			mb_buf_add_char(render->out, ' ');
		render_safe(render->out, line);
	}
	mb_buf_add_char(render->out, render->ends_with_nul ? '\0' : '\n');
}

static void nothing(struct render *render)
{
	(void)render;
}

const struct render_ops render_plain = {
	.name = "plain", .begin = nothing, .hit = write_hit, .end = nothing
};
