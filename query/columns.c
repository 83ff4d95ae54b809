#include "columns.h"

#include <stddef.h>

#include "citation.h"
#include "location.h"
#include "minutebook/nearest.h"

typedef int get_cell(const struct render *render, const struct render_hit *hit,
		     struct mb_arena *arena, struct cell *out,
		     struct mb_err *err);

struct hit_column {
	const char *name, *alias;
	const char *help;
	get_cell *get; /* NULL: the text at offset of struct mb_hit */
	size_t offset;
	int decimals;
	bool is_number;
	bool is_usual; /* one of the columns of CSV */
};

/* --- values ------------------------------------------------------------ */

static int move_text(struct mb_buf *text, struct mb_arena *arena,
		     struct cell *out, struct mb_err *err)
{
	struct mb_str moved = { NULL, 0 };
	int rc = mb_buf_move(text, arena, &moved, err);

	mb_buf_release(text);
	*out = cell_text(moved);
	return rc;
}

static int get_rank(const struct render *render, const struct render_hit *hit,
		    struct mb_arena *arena, struct cell *out,
		    struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_int(hit->found->rank);
	return MB_OK;
}

static int get_score(const struct render *render, const struct render_hit *hit,
		     struct mb_arena *arena, struct cell *out,
		     struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_real(hit->found->score);
	return MB_OK;
}

static int get_matched(const struct render *render,
		       const struct render_hit *hit, struct mb_arena *arena,
		       struct cell *out, struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_text(mb_str_of(search_level_name(hit->found->level)));
	return MB_OK;
}

static int get_date(const struct render *render, const struct render_hit *hit,
		    struct mb_arena *arena, struct cell *out,
		    struct mb_err *err)
{
	(void)render;
	return cell_date(arena, hit->paragraph->date, out, err);
}

static int get_year(const struct render *render, const struct render_hit *hit,
		    struct mb_arena *arena, struct cell *out,
		    struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_int_or_none(hit->paragraph->date.year);
	return MB_OK;
}

static int get_line(const struct render *render, const struct render_hit *hit,
		    struct mb_arena *arena, struct cell *out,
		    struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_int_or_none(hit->paragraph->line);
	return MB_OK;
}

static int get_page(const struct render *render, const struct render_hit *hit,
		    struct mb_arena *arena, struct cell *out,
		    struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_int_or_none(hit->paragraph->page);
	return MB_OK;
}

static int get_query(const struct render *render, const struct render_hit *hit,
		     struct mb_arena *arena, struct cell *out,
		     struct mb_err *err)
{
	(void)hit, (void)arena, (void)err;
	*out = cell_text(render->name);
	return MB_OK;
}

static int get_excerpt(const struct render *render,
		       const struct render_hit *hit, struct mb_arena *arena,
		       struct cell *out, struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;
	size_t n;
	const struct excerpt *passages = render_passages(hit, &n);

	(void)render;
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			mb_buf_add_char(&text, '\n');
		render_excerpt(&text, &passages[i]);
	}
	return move_text(&text, arena, out, err);
}

static int get_place(const struct render *render, const struct render_hit *hit,
		     struct mb_arena *arena, struct cell *out,
		     struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;

	(void)render;
	location_full(&text, hit->paragraph);
	return move_text(&text, arena, out, err);
}

static int get_citation(const struct render *render,
			const struct render_hit *hit, struct mb_arena *arena,
			struct cell *out, struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;

	(void)render;
	citation_plain(&text, hit->paragraph);
	return move_text(&text, arena, out, err);
}

static int get_further(const struct render *render,
		       const struct render_hit *hit, struct mb_arena *arena,
		       struct cell *out, struct mb_err *err)
{
	(void)render, (void)arena, (void)err;
	*out = cell_int(hit->n_further);
	return MB_OK;
}

/* --- the table --------------------------------------------------------- */

#define TEXT(member) NULL, offsetof(struct mb_hit, member), 0, false
#define WORD(get) get, 0, 0, false
#define NUMBER(get) get, 0, 0, true

static const struct hit_column table[] = {
	{ "query", NULL, "its name, in a list of queries", WORD(get_query),
	  false },
	{ "id", NULL, "names the paragraph for good", TEXT(id), true },
	{ "rank", NULL, "place in the list, from 1", NUMBER(get_rank), true },
	{ "score", NULL, "of the agenda item", get_score, 0, 4, true, true },
	{ "matched", NULL, "all, item or some", WORD(get_matched), true },
	{ "council", NULL, "whose meeting", TEXT(council), true },
	{ "body", "committee", "who met", TEXT(body), true },
	{ "date", NULL, "the day of the meeting", WORD(get_date), true },
	{ "year", NULL, "its year", NUMBER(get_year), false },
	{ "item_number", NULL, "of the agenda item", TEXT(item_number), true },
	{ "item_title", "item", "of the agenda item", TEXT(item_title), true },
	{ "number", "paragraph", "of the paragraph", TEXT(number), true },
	{ "kind", NULL, "agenda, minute, decision or vote", TEXT(kind), true },
	{ "speaker", NULL, "as printed", TEXT(speaker), true },
	{ "person", NULL, "who the speaker is", TEXT(person), true },
	{ "excerpt", NULL, "the best passage, or all asked for",
	  WORD(get_excerpt), true },
	{ "text", NULL, "the whole paragraph", TEXT(text), false },
	{ "path", NULL, "the file, below what was indexed", TEXT(path), true },
	{ "line", NULL, "where the paragraph begins", NUMBER(get_line), true },
	{ "page", NULL, "in formats with pages", NUMBER(get_page), true },
	{ "url", NULL, "where the page was saved from", TEXT(url), true },
	{ "place", NULL, "path:line from where the indexer was run",
	  WORD(get_place), false },
	{ "citation", NULL, "one line that can be quoted", WORD(get_citation),
	  false },
	{ "further", NULL, "hits that this one stands for with --group",
	  NUMBER(get_further), false },
};

#define N_COLUMNS (sizeof(table) / sizeof(*table))

static void add(struct columns *columns, const struct hit_column *column)
{
	columns->heads[columns->n] =
	    (struct column){ .name = column->name,
			     .is_number = column->is_number,
			     .decimals = column->decimals };
	columns->items[columns->n++] = column;
}

void columns_all(struct columns *out)
{
	out->n = 0;
	for (size_t i = 0; i < N_COLUMNS; i++)
		if (table[i].is_usual)
			add(out, &table[i]);
}

void columns_add_query(struct columns *columns)
{
	struct columns all = { .n = 0 };

	add(&all, &table[0]);
	for (size_t i = 0; i < columns->n && i + 1 < COLUMNS_MAX; i++)
		if (columns->items[i] != &table[0])
			add(&all, columns->items[i]);
	*columns = all;
}

const struct hit_column *column_find(struct mb_str name, struct mb_err *err)
{
	const char *names[N_COLUMNS];
	const char *near;

	for (size_t i = 0; i < N_COLUMNS; i++) {
		names[i] = table[i].name;
		if (mb_str_equal(name, mb_str_of(table[i].name)) ||
		    (table[i].alias &&
		     mb_str_equal(name, mb_str_of(table[i].alias))))
			return &table[i];
	}
	near = mb_nearest(name, names, N_COLUMNS);
	mb_fail(err, MB_EUSAGE, "a hit has no '%.*s'%s%s%s", MB_STR_ARG(name),
		near ? ": did you mean '" : "; minutes-query(1) lists them",
		near ? near : "", near ? "'?" : "");
	return NULL;
}

int columns_parse(struct mb_str list, struct columns *out, struct mb_err *err)
{
	struct columns columns = { .n = 0 };

	while (list.len > 0) {
		struct mb_cut cut = mb_str_cut(list, ',');
		const struct hit_column *column;

		column = column_find(mb_str_trim(cut.head), err);
		if (!column)
			return MB_EUSAGE;
		if (columns.n == COLUMNS_MAX)
			return mb_fail(err, MB_EUSAGE, "more than %d fields",
				       COLUMNS_MAX);
		add(&columns, column);
		list = cut.tail;
	}
	if (columns.n == 0)
		return mb_fail(err, MB_EUSAGE,
			       "'--fields' takes a list such as "
			       "date,speaker,excerpt");
	*out = columns;
	return MB_OK;
}

int column_value(const struct hit_column *column, const struct render *render,
		 const struct render_hit *hit, struct mb_arena *arena,
		 struct cell *out, struct mb_err *err)
{
	const char *base = (const char *)hit->paragraph;
	struct mb_str text;

	if (column->get)
		return column->get(render, hit, arena, out, err);
	text = *(const struct mb_str *)(const void *)(base + column->offset);
	*out = cell_text(text);
	return MB_OK;
}

int columns_row(const struct columns *columns, const struct render *render,
		const struct render_hit *hit, struct mb_arena *arena,
		struct table *out, struct mb_err *err)
{
	int rc = MB_OK;

	table_begin(out, arena, columns->heads, columns->n);
	for (size_t i = 0; i < columns->n && rc == MB_OK; i++) {
		struct cell cell;

		rc = column_value(columns->items[i], render, hit, arena, &cell,
				  err);
		if (rc == MB_OK)
			table_add(out, cell);
	}
	return rc == MB_OK ? table_finish(out, err) : rc;
}

bool column_is_excerpt(const struct hit_column *column)
{
	return column && column->get == get_excerpt;
}

void columns_list(struct mb_buf *out)
{
	for (size_t i = 0; i < N_COLUMNS; i++) {
		size_t start = out->len;

		mb_buf_add(out, mb_str_of(table[i].name));
		if (table[i].alias)
			mb_buf_add_format(out, " %s", table[i].alias);
		while (out->len - start < 20 && !out->has_failed)
			mb_buf_add_char(out, ' ');
		mb_buf_add_format(out, "%s\n", table[i].help);
	}
}
