#include "suggest.h"

#include "slip.h"

static const struct column columns[] = {
	{ .name = "word" },
	{ .name = "suggestion" },
	{ .name = "times", .is_number = true },
	{ .name = "searched" },
};

struct suggesting {
	const struct sources *sources;
	struct inquiry *q; /* used for each word again */
	struct mb_arena *arena;
	struct table table;
	size_t limit;
};

struct typed {
	struct mb_str text, word; /* "Libary's", "libary" */
};

/* What a query for the word looks for instead, or empty. */
static int correction_of(struct suggesting *s, struct mb_str word,
			 struct mb_str *out, struct mb_err *err)
{
	const struct inquiry_order order = { .sort = SORT_RANK };
	struct corrections corrections = { .n = 0 };
	int rc = inquiry_parse(s->q, s->sources, word, s->arena, err);

	if (rc == MB_OK)
		rc = inquiry_plan(s->q, s->sources, &order, err);
	if (rc == MB_OK)
		rc = inquiry_correct(s->q, &order, &corrections, err);
	inquiry_end(s->q);
	*out = corrections.n > 0 ? corrections.items[0].meant
				 : (struct mb_str){ NULL, 0 };
	return rc;
}

static int add_rows(struct suggesting *s, struct mb_reader *reader,
		    const struct typed *typed, const struct mb_words *found,
		    struct mb_err *err)
{
	struct mb_str correction = { NULL, 0 };
	int rc = correction_of(s, typed->word, &correction, err);

	for (size_t i = 0; i < found->n && rc == MB_OK; i++) {
		bool is_searched = mb_str_equal(found->items[i], correction);
		int64_t n = 0;

		rc = mb_reader_word_count(reader, found->items[i], &n, err);
		table_add(&s->table, cell_text(typed->text));
		table_add(&s->table, cell_text(found->items[i]));
		table_add(&s->table, cell_int(n));
		table_add(&s->table, cell_text(is_searched ? MB_STR("yes")
							   : MB_STR("no")));
	}
	return rc;
}

static int suggest_word(struct suggesting *s, const struct typed *typed,
			struct mb_err *err)
{
	struct mb_words found = { NULL, 0 };
	int rc = MB_OK;

	for (int i = 0; i < s->sources->n && rc == MB_OK; i++) {
		struct mb_reader *reader = s->sources->readers[i];

		rc = slip_find(reader, typed->word, s->limit, s->arena, &found,
			       err);
		if (rc == MB_OK && found.n > 0)
			return add_rows(s, reader, typed, &found, err);
	}
	return rc;
}

static int suggest_text(struct suggesting *s, struct mb_str text,
			struct mb_err *err)
{
	struct mb_terms terms = { NULL, 0 };
	int rc = mb_split(s->sources->splitter, text, &terms, err);

	for (size_t i = 0; i < terms.n && rc == MB_OK; i++) {
		const struct mb_term *term = &terms.items[i];
		struct typed typed = { .text = mb_str_slice(text, term->start,
							    term->end) };

		if (term->flags & MB_TERM_ALSO)
			continue;
		rc = mb_arena_copy(s->arena, term->word, &typed.word, err);
		if (rc == MB_OK)
			rc = suggest_word(s, &typed, err);
	}
	return rc;
}

int suggest_print(struct printer *printer, const struct sources *sources,
		  struct mb_arena *arena, struct mb_err *err)
{
	const struct options *o = printer->options;
	struct suggesting s = {
		.sources = sources,
		.q = MB_NEW(arena, struct inquiry, 1),
		.arena = arena,
		.limit = o->has_limit ? (size_t)o->search.limit : SUGGEST_USUAL,
	};
	int rc = s.q ? MB_OK : mb_fail_nomem(err);

	table_begin(&s.table, arena, columns,
		    sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < o->n_operands && rc == MB_OK; i++)
		rc = suggest_text(&s, o->operands[i], err);
	if (rc == MB_OK)
		rc = table_finish(&s.table, err);
	if (rc != MB_OK)
		return rc;
	printer->n_hits = (int64_t)table_rows(&s.table);
	render_table(&printer->render, printer->ops, &s.table);
	return printer_flush(printer, err);
}
