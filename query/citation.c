#include "citation.h"

#include <string.h>

#include "location.h"
#include "markdown.h"
#include "minutebook/json.h"
#include "minutebook/text.h"

typedef void escape(struct mb_buf *out, struct mb_str s);

/* --- words ------------------------------------------------------------- */

/* "Larkhythe Council, Cabinet" */
static void put_body(struct mb_buf *out, const struct mb_hit *hit, escape *put)
{
	put(out, hit->council);
	if (hit->body.len > 0 &&
	    !mb_str_equal_nocase(hit->body, hit->council)) {
		mb_buf_add(out, MB_STR(", "));
		put(out, hit->body);
	}
}

/* "item 12, paragraph 12.3" */
static void put_numbers(struct mb_buf *out, const struct mb_hit *hit,
			escape *put)
{
	if (hit->item_number.len > 0) {
		mb_buf_add(out, MB_STR("item "));
		put(out, hit->item_number);
	}
	if (hit->number.len > 0) {
		mb_buf_add(out, hit->item_number.len > 0
				    ? MB_STR(", paragraph ")
				    : MB_STR("paragraph "));
		put(out, hit->number);
	}
}

static struct mb_str title_of(const struct mb_hit *hit)
{
	return hit->item_title.len > 0 ? hit->item_title : hit->document_title;
}

static void put_date(struct mb_buf *out, const struct mb_hit *hit)
{
	mb_buf_add(out, MB_STR(", "));
	location_date(out, hit->date);
}

/* Up to the place: body, date, item, paragraph, speaker. */
static void put_words(struct mb_buf *out, const struct mb_hit *hit)
{
	put_body(out, hit, mb_add_printable);
	put_date(out, hit);
	if (hit->item_number.len > 0) {
		mb_buf_add(out, MB_STR(", item "));
		mb_add_printable(out, hit->item_number);
	}
	if (title_of(hit).len > 0) {
		mb_buf_add(out, hit->item_number.len > 0
				    ? MB_STR(" \xE2\x80\x9C")
				    : MB_STR(", \xE2\x80\x9C"));
		mb_add_printable(out, title_of(hit));
		mb_buf_add(out, MB_STR("\xE2\x80\x9D"));
	}
	if (hit->number.len > 0) {
		mb_buf_add(out, MB_STR(", paragraph "));
		mb_add_printable(out, hit->number);
	}
	if (hit->speaker.len > 0) {
		mb_buf_add(out, MB_STR(" ("));
		mb_add_printable(out, hit->speaker);
		mb_buf_add_char(out, ')');
	}
}

/* --- styles ------------------------------------------------------------ */

void citation_plain(struct mb_buf *out, const struct mb_hit *hit)
{
	put_words(out, hit);
	mb_buf_add(out, MB_STR(", "));
	if (hit->url.len > 0)
		mb_add_printable(out, hit->url);
	else
		location_full(out, hit);
	mb_buf_add(out, MB_STR(", "));
	mb_add_printable(out, hit->id);
}

static void write_plain(struct render *render, const struct render_hit *hit)
{
	render->n_hits++;
	citation_plain(render->out, hit->paragraph);
	mb_buf_add_char(render->out, render->ends_with_nul ? '\0' : '\n');
}

static void write_markdown(struct render *render, const struct render_hit *hit)
{
	struct mb_buf words = MB_BUF_INIT, path = MB_BUF_INIT;
	const struct mb_hit *p = hit->paragraph;

	render->n_hits++;
	put_words(&words, p);
	location_path(&path, p);
	mb_buf_add(render->out, MB_STR("- ["));
	markdown_text(render->out, mb_buf_str(&words));
	mb_buf_add(render->out, MB_STR("]("));
	markdown_href(render->out, p->url.len > 0 ? p->url : mb_buf_str(&path));
	mb_buf_add(render->out, MB_STR("), "));
	markdown_text(render->out, p->id);
	mb_buf_add_char(render->out, '\n');
	render->out->has_failed |= words.has_failed || path.has_failed;
	mb_buf_release(&words);
	mb_buf_release(&path);
}

/* Signs that mean something to TeX. */
static void tex_text(struct mb_buf *out, struct mb_str s)
{
	while (s.len > 0) {
		size_t n = 0;
		char c;

		while (n < s.len && s.ptr[n] != '\0' &&
		       !strchr("\\{}$&#%_~^\n", s.ptr[n]))
			n++;
		mb_add_printable(out, mb_str_take(s, n));
		if (n == s.len)
			return;
		c = s.ptr[n];
		if (c == '\\')
			mb_buf_add(out, MB_STR("\\textbackslash{}"));
		else if (c == '~')
			mb_buf_add(out, MB_STR("\\textasciitilde{}"));
		else if (c == '^')
			mb_buf_add(out, MB_STR("\\textasciicircum{}"));
		else if (c == '\n' || c == '\0')
			mb_buf_add_char(out, ' ');
		else
			mb_buf_add_format(out, "\\%c", c);
		s = mb_str_drop(s, n + 1);
	}
}

/* A key without the signs that BibTeX does not take. */
static void put_bibtex_key(struct mb_buf *out, struct mb_str id)
{
	for (size_t i = 0; i < id.len; i++)
		mb_buf_add_char(out, mb_is_alnum(id.ptr[i]) || id.ptr[i] == '.'
					 ? id.ptr[i]
				     : id.ptr[i] == '/' ? ':'
							: '-');
}

static void put_bibtex_date(struct mb_buf *out, struct mb_date date)
{
	if (!mb_date_is_known(date))
		return;
	mb_buf_add_format(out,
			  "  year = {%d},\n  month = {%d},\n"
			  "  date = {%04d-%02d-%02d},\n",
			  date.year, date.month, date.year, date.month,
			  date.day);
}

static void write_bibtex(struct render *render, const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;
	struct mb_buf place = MB_BUF_INIT;
	struct mb_buf *out = render->out;

	render->n_hits++;
	location_full(&place, p);
	mb_buf_add(out, MB_STR("@misc{"));
	put_bibtex_key(out, p->id);
	mb_buf_add(out, MB_STR(",\n  author = {{"));
	put_body(out, p, tex_text);
	mb_buf_add(out, MB_STR("}},\n  title = {{"));
	tex_text(out, title_of(p).len > 0 ? title_of(p) : MB_STR("Minutes"));
	mb_buf_add(out, MB_STR("}},\n"));
	put_bibtex_date(out, p->date);
	mb_buf_add(out, MB_STR("  howpublished = {Minutes"));
	if (p->item_number.len + p->number.len > 0)
		mb_buf_add(out, MB_STR(", "));
	put_numbers(out, p, tex_text);
	mb_buf_add(out, MB_STR("},\n"));
	if (p->url.len > 0) {
		mb_buf_add(out, MB_STR("  url = {"));
		markdown_href(out, p->url); /* nothing that TeX minds */
		mb_buf_add(out, MB_STR("},\n"));
	}
	mb_buf_add(out, MB_STR("  note = {"));
	tex_text(out, mb_buf_str(&place));
	mb_buf_add(out, MB_STR(", "));
	tex_text(out, p->id);
	mb_buf_add(out, MB_STR("}\n}\n"));
	out->has_failed |= place.has_failed;
	mb_buf_release(&place);
}

/* --- CSL --------------------------------------------------------------- */

static void begin_csl(struct render *render)
{
	mb_buf_add_char(render->out, '[');
}

static void end_csl(struct render *render)
{
	mb_buf_add(render->out,
		   render->n_hits > 0 ? MB_STR("\n]\n") : MB_STR("]\n"));
}

static void put_csl_text(struct mb_json *json, const char *key,
			 struct mb_str text)
{
	if (text.len == 0)
		return;
	mb_json_key(json, key);
	mb_json_string(json, text);
}

static void put_csl_date(struct mb_json *json, struct mb_date date)
{
	if (!mb_date_is_known(date))
		return;
	mb_json_key(json, "issued");
	mb_json_object(json);
	mb_json_key(json, "date-parts");
	mb_json_array(json);
	mb_json_array(json);
	mb_json_int(json, date.year);
	mb_json_int(json, date.month);
	mb_json_int(json, date.day);
	mb_json_end(json);
	mb_json_end(json);
	mb_json_end(json);
}

static void put_csl_author(struct mb_json *json, const struct mb_hit *hit,
			   struct mb_buf *text)
{
	mb_buf_truncate(text, 0);
	put_body(text, hit, mb_add_printable);
	mb_json_key(json, "author");
	mb_json_array(json);
	mb_json_object(json);
	put_csl_text(json, "literal", mb_buf_str(text));
	mb_json_end(json);
	mb_json_end(json);
}

static void write_csl(struct render *render, const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;
	struct mb_buf text = MB_BUF_INIT;
	struct mb_json json;

	mb_buf_add(render->out,
		   render->n_hits++ > 0 ? MB_STR(",\n") : MB_STR("\n"));
	json = mb_json_to(render->out);
	mb_json_object(&json);
	put_csl_text(&json, "id", p->id);
	put_csl_text(&json, "type", MB_STR("document"));
	put_csl_text(&json, "genre", MB_STR("Minutes"));
	put_csl_author(&json, p, &text);
	put_csl_text(&json, "title", title_of(p));
	put_csl_date(&json, p->date);
	mb_buf_truncate(&text, 0);
	put_numbers(&text, p, mb_add_printable);
	put_csl_text(&json, "section", mb_buf_str(&text));
	put_csl_text(&json, "URL", p->url);
	mb_buf_truncate(&text, 0);
	location_full(&text, p);
	put_csl_text(&json, "archive_location", mb_buf_str(&text));
	mb_json_end(&json);
	render->out->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

static const struct render_ops styles[] = {
	{ .name = "plain",
	  .begin = render_nothing,
	  .hit = write_plain,
	  .end = render_nothing },
	{ .name = "markdown",
	  .begin = render_nothing,
	  .hit = write_markdown,
	  .end = render_nothing },
	{ .name = "bibtex",
	  .begin = render_nothing,
	  .hit = write_bibtex,
	  .end = render_nothing },
	{ .name = "csl", .begin = begin_csl, .hit = write_csl, .end = end_csl },
};

const struct render_ops *citation_find(struct mb_str style)
{
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		if (mb_str_equal(style, mb_str_of(styles[i].name)))
			return &styles[i];
	return NULL;
}
