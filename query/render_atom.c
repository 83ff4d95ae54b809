/*
 * A feed (Atom, RFC 4287): an entry for each paragraph, whose id stays the same
 * for good, so that a reader shows it once however often it is fetched.
 */
#include "html.h"
#include "location.h"
#include "render.h"

static void put(struct render *render, const char *xml)
{
	mb_buf_add(render->out, mb_str_of(xml));
}

static void put_element(struct render *render, const char *name,
			struct mb_str text)
{
	mb_buf_add_format(render->out, "<%s>", name);
	html_text(render->out, text);
	mb_buf_add_format(render->out, "</%s>\n", name);
}

static void put_urn(struct render *render, struct mb_str id)
{
	put(render, "<id>urn:minutebook:");
	html_href(render->out, id);
	put(render, "</id>\n");
}

static void begin(struct render *render)
{
	put(render, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
		    "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
	put_urn(render, render->title);
	put_element(render, "title", render->title);
	put_element(render, "updated",
		    render->updated.len > 0 ? render->updated
					    : MB_STR("1970-01-01T00:00:00Z"));
	put(render, "<author><name>Minutebook</name></author>\n");
}

static void end(struct render *render)
{
	put(render, "</feed>\n");
}

static void put_title(struct render *render, const struct mb_hit *hit)
{
	struct mb_str title =
	    hit->item_title.len > 0 ? hit->item_title : hit->document_title;

	put(render, "<title>");
	if (render->name.len > 0) {
		html_text(render->out, render->name);
		put(render, ": ");
	}
	html_text(render->out, title.len > 0 ? title : hit->id);
	put(render, ", ");
	html_text(render->out, hit->body.len > 0 ? hit->body : hit->council);
	put(render, ", ");
	location_date(render->out, hit->date);
	put(render, "</title>\n");
}

static void put_place(struct render *render, const struct mb_hit *hit)
{
	struct mb_buf place = MB_BUF_INIT;

	location_full(&place, hit);
	html_text(render->out, mb_buf_str(&place));
	render->out->has_failed |= place.has_failed;
	mb_buf_release(&place);
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;
	size_t n;
	const struct excerpt *passages = render_passages(hit, &n);

	render->n_hits++;
	put(render, "<entry>\n");
	put_urn(render, p->id);
	put_title(render, p);
	put_element(render, "updated", hit->added);
	put(render, "<author><name>");
	html_text(render->out, p->speaker.len > 0 ? p->speaker : p->council);
	put(render, "</name></author>\n");
	if (p->url.len > 0) {
		put(render, "<link rel=\"alternate\" href=\"");
		html_href(render->out, p->url);
		put(render, "\"/>\n");
	}
	put(render, "<content type=\"text\">");
	for (size_t i = 0; i < n; i++) {
		struct mb_buf text = MB_BUF_INIT;

		render_excerpt(&text, &passages[i]);
		html_text(render->out, mb_buf_str(&text));
		render->out->has_failed |= text.has_failed;
		mb_buf_release(&text);
		put(render, "\n");
	}
	put_place(render, p);
	put(render, "</content>\n</entry>\n");
}

const struct render_ops render_atom = {
	.name = "atom",
	.needs_added = true,
	.begin = begin,
	.end = end,
	.hit = write_hit,
};
