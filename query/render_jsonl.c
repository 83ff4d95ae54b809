/*
 * One JSON object a line, one paragraph each: docs/record.md describes it.
 */
#include "minutebook/json.h"
#include "minutebook/text.h"
#include "render.h"

#define HIT_VERSION 1

static void put(struct mb_json *json, const char *key, struct mb_str value)
{
	mb_json_key(json, key);
	mb_json_string_or_null(json, value);
}

static void put_item(struct mb_json *json, const struct mb_hit *hit)
{
	mb_json_key(json, "item");
	mb_json_object(json);
	put(json, "number", hit->item_number);
	put(json, "title", hit->item_title);
	mb_json_end(json);
	mb_json_key(json, "paragraph");
	mb_json_object(json);
	put(json, "number", hit->number);
	put(json, "kind", hit->kind);
	mb_json_end(json);
	mb_json_key(json, "speaker");
	if (hit->speaker.len == 0) {
		mb_json_null(json);
		return;
	}
	mb_json_object(json);
	put(json, "as_written", hit->speaker);
	put(json, "person", hit->person);
	mb_json_end(json);
}

#define ELLIPSIS "\xE2\x80\xA6"

/* The excerpt with "… " where it was cut, and marks in its characters. */
static void put_excerpt(struct mb_json *json, const struct excerpt *excerpt)
{
	struct mb_buf text = MB_BUF_INIT;
	size_t shift = excerpt->is_cut_before ? 2 : 0;

	if (excerpt->is_cut_before)
		mb_buf_add(&text, MB_STR(ELLIPSIS " "));
	mb_buf_add(&text, excerpt->text);
	if (excerpt->is_cut_after)
		mb_buf_add(&text, MB_STR(" " ELLIPSIS));
	mb_json_key(json, "excerpt");
	mb_json_string(json, mb_buf_str(&text));
	json->buf->has_failed |= text.has_failed;
	mb_buf_release(&text);
	mb_json_key(json, "marks");
	mb_json_array(json);
	for (size_t i = 0; i < excerpt->n_marks; i++) {
		const struct mark *mark = &excerpt->marks[i];
		size_t start =
		    mb_utf8_count(mb_str_take(excerpt->text, mark->start));
		size_t length = mb_utf8_count(
		    mb_str_slice(excerpt->text, mark->start, mark->end));

		mb_json_array(json);
		mb_json_int(json, (int64_t)(shift + start));
		mb_json_int(json, (int64_t)(shift + start + length));
		mb_json_end(json);
	}
	mb_json_end(json);
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;
	struct mb_json json = mb_json_to(render->out);

	mb_json_object(&json);
	mb_json_key(&json, "format_version");
	mb_json_int(&json, HIT_VERSION);
	put(&json, "id", p->id);
	mb_json_key(&json, "rank");
	mb_json_int(&json, hit->found->rank);
	mb_json_key(&json, "score");
	mb_json_real(&json, hit->found->score, 4);
	put(&json, "matched", mb_str_of(search_level_name(hit->found->level)));
	put(&json, "council", p->council);
	put(&json, "body", p->body);
	mb_json_key(&json, "date");
	mb_json_date(&json, p->date);
	put_item(&json, p);
	put_excerpt(&json, hit->excerpt);
	put(&json, "path", p->path);
	mb_json_key(&json, "line");
	mb_json_int_or_null(&json, p->line);
	mb_json_key(&json, "page");
	mb_json_int_or_null(&json, p->page);
	put(&json, "url", p->url);
	mb_json_end(&json);
	mb_buf_add_char(render->out, '\n');
}

static void nothing(struct render *render)
{
	(void)render;
}

const struct render_ops render_jsonl = {
	.name = "jsonl", .begin = nothing, .hit = write_hit, .end = nothing
};
