/*
 * For people: hits under their item, the excerpt wrapped, matches marked.
 *
 *	Larkhythe, Cabinet, 4 March 2021
 *	12  Library review
 *	  12.3  Councillor Okafor
 *	    ... the *closure* of two branches ...
 *	    corpus/larkhythe/cabinet.txt:31
 */
#include "location.h"
#include "minutebook/text.h"
#include "render.h"
#include "table_text.h"

#define INDENT 4
#define MIN_WIDTH 30

/* --- colours ----------------------------------------------------------- */

enum style { STYLE_NONE, STYLE_HEAD, STYLE_SPEAKER, STYLE_MARK, STYLE_PLACE };

/* Bold and dim only, so that it can be read on any background. */
static void begin_style(struct render *render, enum style style)
{
	static const char *const codes[] = {
		[STYLE_NONE] = "",
		[STYLE_HEAD] = "\x1B[1m",
		[STYLE_SPEAKER] = "\x1B[36m",
		[STYLE_MARK] = "\x1B[1;31m",
		[STYLE_PLACE] = "\x1B[2m",
	};

	if (render->has_color)
		mb_buf_add(render->out, mb_str_of(codes[style]));
}

static void end_style(struct render *render)
{
	if (render->has_color)
		mb_buf_add(render->out, MB_STR("\x1B[0m"));
}

static void put_styled(struct render *render, enum style style,
		       struct mb_str text)
{
	begin_style(render, style);
	mb_add_printable(render->out, text);
	end_style(render);
}

/* --- the excerpt ------------------------------------------------------- */

struct wrapper {
	struct render *render;
	const struct excerpt *excerpt;
	int column;  /* where the next word would begin */
	size_t mark; /* the next mark */
	bool in_mark;
};

static void new_line(struct wrapper *w)
{
	mb_buf_add_format(w->render->out, "\n%*s", INDENT, "");
	w->column = INDENT;
}

/* Without colours a match stands between asterisks. */
static void toggle_mark(struct wrapper *w)
{
	w->in_mark = !w->in_mark;
	if (!w->render->has_color)
		mb_buf_add_char(w->render->out, '*');
	else if (w->in_mark)
		begin_style(w->render, STYLE_MARK);
	else
		end_style(w->render);
}

/* Writes the bytes from @start to @end with the marks in them. */
static void put_marked(struct wrapper *w, size_t start, size_t end)
{
	const struct excerpt *e = w->excerpt;

	while (w->mark < e->n_marks && e->marks[w->mark].start < end) {
		const struct mark *mark = &e->marks[w->mark];
		size_t to = mark->end < end ? mark->end : end;

		if (mark->start > start) {
			mb_add_printable(
			    w->render->out,
			    mb_str_slice(e->text, start, mark->start));
			start = mark->start;
		}
		if (!w->in_mark)
			toggle_mark(w);
		mb_add_printable(w->render->out,
				 mb_str_slice(e->text, start, to));
		start = to;
		if (mark->end > end)
			return; /* it goes on in the next word */
		toggle_mark(w);
		w->mark++;
	}
	mb_add_printable(w->render->out, mb_str_slice(e->text, start, end));
}

/* The columns that a word takes, with its asterisks. */
static int columns_of_word(const struct wrapper *w, size_t start, size_t end)
{
	const struct excerpt *e = w->excerpt;
	int n = table_text_columns(mb_str_slice(e->text, start, end));

	for (size_t i = w->mark; i < e->n_marks && !w->render->has_color; i++)
		n += (e->marks[i].start >= start && e->marks[i].start < end) +
		     (e->marks[i].end > start && e->marks[i].end <= end);
	return n;
}

static void put_word(struct wrapper *w, size_t start, size_t end)
{
	int columns = columns_of_word(w, start, end);

	if (w->column > INDENT && w->column + 1 + columns > w->render->width)
		new_line(w);
	else if (w->column > INDENT) {
		mb_buf_add_char(w->render->out, ' ');
		w->column++;
	}
	put_marked(w, start, end);
	w->column += columns;
}

static void put_excerpt(struct render *render, const struct excerpt *excerpt)
{
	struct wrapper w = { .render = render, .excerpt = excerpt };
	struct mb_str text = excerpt->text;
	size_t at = render_lone_bullet(text);

	mb_buf_add_format(render->out, "%*s", INDENT, "");
	w.column = INDENT;
	if (excerpt->is_cut_before) {
		mb_buf_add(render->out, MB_STR("\xE2\x80\xA6"));
		w.column++;
	}
	while (at < text.len) {
		size_t end = at;

		while (end < text.len && text.ptr[end] != ' ' &&
		       text.ptr[end] != '\n')
			end++;
		if (end > at)
			put_word(&w, at, end);
		if (end < text.len && text.ptr[end] == '\n')
			new_line(&w);
		at = end + 1;
	}
	if (excerpt->is_cut_after)
		mb_buf_add(render->out, MB_STR(" \xE2\x80\xA6"));
	mb_buf_add_char(render->out, '\n');
}

/* --- hits -------------------------------------------------------------- */

static void put_meeting(struct render *render, const struct mb_hit *hit)
{
	struct mb_buf date = MB_BUF_INIT;
	/* "Larkhythe Council, Council" says it twice */
	bool has_body = hit->body.len > 0 &&
			!mb_str_equal_nocase(hit->body, hit->council) &&
			!mb_str_ends(hit->council, hit->body);

	begin_style(render, STYLE_HEAD);
	mb_add_printable(render->out, hit->council);
	if (has_body) {
		mb_buf_add(render->out, MB_STR(", "));
		mb_add_printable(render->out, hit->body);
	}
	location_date(&date, hit->date);
	mb_buf_add(render->out, MB_STR(", "));
	mb_buf_add(render->out, mb_buf_str(&date));
	render->out->has_failed |= date.has_failed;
	end_style(render);
	mb_buf_add_char(render->out, '\n');
	mb_buf_release(&date);
}

static void put_item(struct render *render, const struct mb_hit *hit)
{
	struct mb_str title =
	    hit->item_title.len > 0 ? hit->item_title : hit->document_title;

	if (hit->item_number.len > 0) {
		mb_add_printable(render->out, hit->item_number);
		mb_buf_add(render->out, MB_STR("  "));
	}
	mb_add_printable(render->out, title);
	mb_buf_add_char(render->out, '\n');
}

/* What the hits from here on have in common, when it is less than all. */
static bool put_level(struct render *render, enum search_level level)
{
	static const char *const lines[] = {
		[LEVEL_ALL] = "",
		[LEVEL_ITEM] = "--- all of the words, but not in one "
			       "paragraph ---\n",
		[LEVEL_SOME] = "--- not all of the words ---\n",
		[LEVEL_MORE] = "--- by the added words ---\n",
	};

	if (!render->has_levels || level == LEVEL_ALL ||
	    (render->n_hits > 0 && level == render->last_level))
		return false;
	if (render->n_hits > 0)
		mb_buf_add_char(render->out, '\n');
	mb_buf_add(render->out, mb_str_of(lines[level]));
	render->last_level = level;
	return true;
}

static void put_paragraph_head(struct render *render, const struct mb_hit *hit)
{
	bool has_kind = !mb_str_equal(hit->kind, MB_STR("minute"));

	if (hit->number.len == 0 && hit->speaker.len == 0 && !has_kind)
		return;
	mb_buf_add(render->out, MB_STR(" "));
	if (hit->number.len > 0) {
		mb_buf_add_char(render->out, ' ');
		mb_add_printable(render->out, hit->number);
	}
	if (hit->speaker.len > 0) {
		mb_buf_add(render->out,
			   hit->number.len > 0 ? MB_STR("  ") : MB_STR(" "));
		put_styled(render, STYLE_SPEAKER, hit->speaker);
	}
	if (has_kind) {
		mb_buf_add(render->out, MB_STR(" ["));
		mb_add_printable(render->out, hit->kind);
		mb_buf_add_char(render->out, ']');
	}
	mb_buf_add_char(render->out, '\n');
}

/* A paragraph around a hit: all of it, at the same place, without marks. */
static void put_neighbours(struct render *render, const struct mb_hit *hits,
			   size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct excerpt whole = { .text = hits[i].text };

		put_paragraph_head(render, &hits[i]);
		if (whole.text.len > 0)
			put_excerpt(render, &whole);
	}
}

static void put_passages(struct render *render, const struct render_hit *hit)
{
	size_t n;
	const struct excerpt *passages = render_passages(hit, &n);

	for (size_t i = 0; i < n && hit->paragraph->text.len > 0; i++)
		put_excerpt(render, &passages[i]);
}

static void write_hit(struct render *render, const struct render_hit *hit)
{
	const struct mb_hit *p = hit->paragraph;
	struct mb_buf place = MB_BUF_INIT;
	bool is_first = render->n_hits == 0;
	bool has_line = put_level(render, hit->found->level);

	if (render_is_new_item(render, p)) {
		if (!is_first || has_line)
			mb_buf_add_char(render->out, '\n');
		put_meeting(render, p);
		put_item(render, p);
	}
	put_neighbours(render, hit->before, hit->n_before);
	put_paragraph_head(render, p);
	put_passages(render, hit);
	put_neighbours(render, hit->after, hit->n_after);
	location_full(&place, p);
	mb_buf_add_format(render->out, "%*s", INDENT, "");
	put_styled(render, STYLE_PLACE, mb_buf_str(&place));
	render->out->has_failed |= place.has_failed;
	mb_buf_add_char(render->out, '\n');
	mb_buf_release(&place);
	if (hit->n_further > 0)
		mb_buf_add_format(render->out, "%*sand %lld further\n", INDENT,
				  "", (long long)hit->n_further);
}

/* --- the whole --------------------------------------------------------- */

static void begin(struct render *render)
{
	if (render->width < MIN_WIDTH)
		render->width = MIN_WIDTH;
	if (render->shape != SHAPE_REPORT)
		return;
	put_styled(render, STYLE_HEAD, render->title);
	mb_buf_add_char(render->out, '\n');
}

/* A sentence of ours, broken at blanks. */
static void put_wrapped(struct render *render, struct mb_str text)
{
	int column = 0;

	while (text.len > 0) {
		struct mb_cut cut = mb_str_cut(text, ' ');
		int columns = table_text_columns(cut.head);

		if (column > 0 && column + 1 + columns > render->width) {
			mb_buf_add_char(render->out, '\n');
			column = 0;
		} else if (column > 0) {
			mb_buf_add_char(render->out, ' ');
			column++;
		}
		mb_add_printable(render->out, cut.head);
		column += columns;
		text = cut.tail;
	}
	mb_buf_add_char(render->out, '\n');
}

static void begin_section(struct render *render,
			  const struct render_section *section)
{
	struct mb_str heading = mb_str_of(section->heading);
	int width = table_text_columns(heading);

	mb_buf_add_char(render->out, '\n');
	put_styled(render, STYLE_HEAD, heading);
	mb_buf_add_char(render->out, '\n');
	while (width-- > 0)
		mb_buf_add_char(render->out, '-');
	mb_buf_add_char(render->out, '\n');
	for (struct mb_str rest = section->note, line;
	     mb_str_next_line(&rest, &line);)
		put_wrapped(render, line);
	if (section->note.len > 0)
		mb_buf_add_char(render->out, '\n');
	render->n_hits = 0; /* the next hit has its heading again */
}

const struct render_ops render_text = {
	.name = "text",
	.is_prose = true,
	.is_for_people = true,
	.begin = begin,
	.end = render_nothing,
	.hit = write_hit,
	.table = table_text_begin,
	.row = table_text_row,
	.table_end = table_text_end,
	.section = begin_section,
};
