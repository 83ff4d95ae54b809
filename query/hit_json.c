#include "hit_json.h"

#include "minutebook/text.h"

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

static void put_text(struct mb_json *json, const struct excerpt *excerpt)
{
	struct mb_buf text = MB_BUF_INIT;

	if (!excerpt->is_cut_before && !excerpt->is_cut_after) {
		mb_json_string(json, excerpt->text);
		return;
	}
	render_excerpt(&text, excerpt);
	mb_json_string(json, mb_buf_str(&text));
	json->buf->has_failed |= text.has_failed;
	mb_buf_release(&text);
}

/* The excerpt with "… " where it was cut, and marks in its characters. */
static void put_excerpt(struct mb_json *json, const struct excerpt *excerpt)
{
	size_t shift = excerpt->is_cut_before ? 2 : 0;

	mb_json_key(json, "excerpt");
	put_text(json, excerpt);
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

static void put_neighbours(struct mb_json *json, const char *key,
			   const struct mb_hit *hits, size_t n)
{
	mb_json_key(json, key);
	mb_json_array(json);
	for (size_t i = 0; i < n; i++) {
		mb_json_object(json);
		put(json, "id", hits[i].id);
		put(json, "number", hits[i].number);
		put(json, "kind", hits[i].kind);
		put(json, "speaker", hits[i].speaker);
		mb_json_key(json, "text");
		mb_json_string(json, hits[i].text);
		mb_json_end(json);
	}
	mb_json_end(json);
}

static void put_ballots(struct mb_json *json, const struct mb_told_vote *vote,
			struct mb_str side)
{
	mb_json_array(json);
	for (size_t i = 0; i < vote->n_ballots; i++) {
		if (!mb_str_equal(vote->ballots[i].side, side))
			continue;
		mb_json_object(json);
		put(json, "as_written", vote->ballots[i].name);
		put(json, "person", vote->ballots[i].person);
		mb_json_end(json);
	}
	mb_json_end(json);
}

/* Who voted how, as the paragraph tells. */
static void put_vote(struct mb_json *json, const struct mb_told_vote *vote)
{
	mb_json_object(json);
	for (int side = 0; side < MB_VOTE_SIDES; side++) {
		mb_json_key(json, mb_vote_side_name((enum mb_vote_side)side));
		if (vote->counts[side] < 0)
			mb_json_null(json);
		else
			mb_json_int(json, vote->counts[side]);
	}
	put(json, "result", vote->result);
	mb_json_key(json, "names");
	mb_json_object(json);
	for (int side = 0; side < MB_VOTE_SIDES; side++) {
		const char *name = mb_vote_side_name((enum mb_vote_side)side);

		mb_json_key(json, name);
		put_ballots(json, vote, mb_str_of(name));
	}
	mb_json_end(json);
	mb_json_end(json);
}

static void put_votes(struct mb_json *json, const struct mb_told_votes *votes)
{
	if (votes->n == 0)
		return;
	mb_json_key(json, "votes");
	mb_json_array(json);
	for (size_t i = 0; i < votes->n; i++)
		put_vote(json, &votes->items[i]);
	mb_json_end(json);
}

/* What --passages, --context and --group add. */
static void put_more(struct mb_json *json, const struct render_hit *hit)
{
	if (hit->n_passages > 0) {
		mb_json_key(json, "passages");
		mb_json_array(json);
		for (size_t i = 0; i < hit->n_passages; i++) {
			mb_json_object(json);
			put_excerpt(json, &hit->passages[i]);
			mb_json_end(json);
		}
		mb_json_end(json);
	}
	if (hit->before)
		put_neighbours(json, "before", hit->before, hit->n_before);
	if (hit->after)
		put_neighbours(json, "after", hit->after, hit->n_after);
	if (hit->is_group) {
		mb_json_key(json, "further");
		mb_json_int(json, hit->n_further);
	}
}

void hit_json(struct mb_json *json, const struct render *render,
	      const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;

	mb_json_object(json);
	mb_json_key(json, "format_version");
	mb_json_int(json, HIT_JSON_VERSION);
	put(json, "id", p->id);
	mb_json_key(json, "rank");
	mb_json_int(json, hit->found->rank);
	mb_json_key(json, "score");
	mb_json_real(json, hit->found->score, 4);
	put(json, "matched", mb_str_of(search_level_name(hit->found->level)));
	put(json, "council", p->council);
	put(json, "body", p->body);
	mb_json_key(json, "date");
	mb_json_date(json, p->date);
	put_item(json, p);
	put_excerpt(json, hit->excerpt);
	put(json, "path", p->path);
	put(json, "root", p->root);
	mb_json_key(json, "line");
	mb_json_int_or_null(json, p->line);
	mb_json_key(json, "page");
	mb_json_int_or_null(json, p->page);
	put(json, "url", p->url);
	put_votes(json, &hit->votes);
	if (render->name.len > 0)
		put(json, "query", render->name);
	put_more(json, hit);
	mb_json_end(json);
}

void row_json(struct mb_json *json, const struct table *table, size_t row)
{
	const struct cell *cells = table_row(table, row);

	mb_json_object(json);
	for (size_t i = 0; i < table->n_columns; i++) {
		mb_json_key(json, table->columns[i].name);
		switch (cells[i].kind) {
		case CELL_TEXT:
			mb_json_string(json, cells[i].text);
			break;
		case CELL_INT:
			mb_json_int(json, cells[i].n);
			break;
		case CELL_REAL:
			mb_json_real(json, cells[i].real,
				     table->columns[i].decimals);
			break;
		default:
			mb_json_null(json);
		}
	}
	mb_json_end(json);
}
