#include "report_parts.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "hits.h"
#include "location.h"
#include "minutebook/store_facts.h"
#include "set.h"
#include "trend.h"

#define MAX_ROWS 10      /* of committees and of speakers */
#define MAX_DECISIONS 30 /* the newest */
#define NOTE_BYTES 400

int report_section(struct report *r, const char *key, const char *heading,
		   struct mb_err *err, const char *note, ...)
{
	struct render_section section = { .key = key, .heading = heading };
	char text[NOTE_BYTES];
	va_list args;
	int rc;

	va_start(args, note);
	vsnprintf(text, sizeof(text), note, args);
	va_end(args);
	rc = mb_arena_copy(r->arena, mb_str_of(text), &section.note, err);
	if (rc == MB_OK)
		r->printer->ops->section(&r->printer->render, &section);
	return rc;
}

/* --- what it is of ----------------------------------------------------- */

static const struct column fact_columns[] = {
	{ .name = "fact" },
	{ .name = "value" },
};

static void add_fact(struct report *r, struct table *table, const char *name,
		     struct mb_buf *value)
{
	struct mb_str text = { NULL, 0 };

	if (mb_buf_move(value, r->arena, &text, NULL) != MB_OK)
		table->has_failed = true;
	mb_buf_release(value);
	table_add(table, cell_text(mb_str_of(name)));
	table_add(table, cell_text(text));
}

static void add_coverage(struct report *r, struct table *table,
			 const struct mb_coverage *c)
{
	struct mb_buf value = MB_BUF_INIT;

	mb_buf_add_format(&value,
			  "%" PRId64 " documents of %" PRId64
			  " meetings, %" PRId64 " paragraphs, %" PRId64
			  " words",
			  c->documents, c->meetings, c->paragraphs, c->words);
	add_fact(r, table, "Covers", &value);
	location_date(&value, c->first);
	mb_buf_add(&value, MB_STR(" to "));
	location_date(&value, c->last);
	add_fact(r, table, "Meetings", &value);
	if (c->failed > 0) {
		mb_buf_add_format(&value, "%" PRId64 " files", c->failed);
		add_fact(r, table, "Could not be read", &value);
	}
	mb_buf_add(&value, c->added);
	add_fact(r, table, "Indexed", &value);
}

int report_about(struct report *r, struct mb_err *err)
{
	struct mb_buf value = MB_BUF_INIT;
	struct table table;
	int rc = report_section(r, "about", "What was searched", err, "%s", "");

	table_begin(&table, r->arena, fact_columns, 2);
	mb_buf_add(&value, r->q->text);
	add_fact(r, &table, "Query", &value);
	mb_buf_add_format(&value, "%zu paragraphs", r->n_hits);
	add_fact(r, &table, "Found", &value);
	for (int i = 0; i < r->q->sources->n && rc == MB_OK; i++) {
		struct mb_coverage coverage;

		rc = mb_reader_coverage(r->q->sources->readers[i], r->arena,
					&coverage, err);
		if (rc != MB_OK)
			return rc;
		mb_buf_add(&value, mb_str_of(r->printer->options->indexes[i]));
		add_fact(r, &table, "Index", &value);
		add_coverage(r, &table, &coverage);
	}
	if (rc == MB_OK)
		rc = table_finish(&table, err);
	if (rc == MB_OK)
		render_table(&r->printer->render, r->printer->ops, &table);
	return rc;
}

/* --- how often --------------------------------------------------------- */

static int tally_by(struct report *r, enum dimension dimension,
		    struct tally *tally, struct mb_err *err)
{
	const struct tally_by by = { { dimension }, 1 };

	return tally_make(r->q->sources, r->q->text,
			  &r->printer->options->search, &by, r->arena, tally,
			  err);
}

/* What nobody is known to have said says nothing of who spoke. */
static void drop_unknown(struct tally *tally)
{
	size_t n = 0;

	for (size_t i = 0; i < tally->n; i++)
		if (tally->buckets[i].keys[0].len > 0)
			tally->buckets[n++] = tally->buckets[i];
	tally->n = n;
}

static int print_counts(struct report *r, const struct tally *tally,
			size_t limit, struct mb_err *err)
{
	struct table table;
	int rc = trend_table(tally, limit, (struct mb_str){ NULL, 0 }, r->arena,
			     &table, err);

	if (rc == MB_OK)
		render_table(&r->printer->render, r->printer->ops, &table);
	return rc;
}

static int print_years(struct report *r, struct mb_err *err)
{
	struct mb_buf note = MB_BUF_INIT;
	struct tally tally;
	int rc = tally_by(r, BY_YEAR, &tally, err);

	if (rc != MB_OK)
		return rc;
	trend_sentence(&note, &tally);
	rc = report_section(r, "years", "By year", err, "%.*s",
			    MB_STR_ARG(mb_buf_str(&note)));
	mb_buf_release(&note);
	return rc == MB_OK ? print_counts(r, &tally, 0, err) : rc;
}

static int print_most(struct report *r, enum dimension dimension,
		      const char *key, const char *heading, struct mb_err *err)
{
	struct tally tally;
	int rc = tally_by(r, dimension, &tally, err);

	if (rc != MB_OK)
		return rc;
	drop_unknown(&tally);
	if (tally.n == 0)
		return MB_OK;
	rc = report_section(r, key, heading, err,
			    tally.n > MAX_ROWS ? "%d of %zu." : "", MAX_ROWS,
			    tally.n);
	return rc == MB_OK ? print_counts(r, &tally, MAX_ROWS, err) : rc;
}

int report_counts(struct report *r, struct mb_err *err)
{
	int rc = print_years(r, err);

	if (rc == MB_OK)
		rc = print_most(r, BY_COMMITTEE, "committees", "By committee",
				err);
	return rc == MB_OK ? print_most(r, BY_SPEAKER, "speakers",
					"Who spoke of it most", err)
			   : rc;
}

int report_speakers(struct report *r, struct mb_err *err)
{
	return print_most(r, BY_SPEAKER, "speakers", "Who spoke most", err);
}

/* --- what was decided -------------------------------------------------- */

struct decisions {
	struct hit *items;
	size_t n, capacity;
};

static int add_decisions(struct report *r, const struct report_hit *hit,
			 struct decisions *list, struct mb_err *err)
{
	struct mb_paragraphs found;
	int rc = mb_reader_decisions(r->q->sources->readers[hit->hit.source],
				     hit->item, r->arena, &found, err);

	for (size_t i = 0; rc == MB_OK && i < found.n; i++) {
		struct hit *moved =
		    mb_arena_grow(r->arena, list->items, list->n,
				  &list->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		list->items = moved;
		moved[list->n++] = (struct hit){ .source = hit->hit.source,
						 .paragraph = found.items[i],
						 .level = LEVEL_ALL };
	}
	return rc;
}

/* Those of every item that has something found, each item once. */
static int find_decisions(struct report *r, struct decisions *list,
			  struct mb_err *err)
{
	struct set items = { .arena = r->arena };
	int rc = MB_OK;

	for (size_t i = 0; i < r->n_hits && rc == MB_OK; i++) {
		const struct report_hit *hit = &r->hits[i];
		const int64_t key[2] = { hit->item, hit->hit.source };
		size_t number;
		bool is_new;

		rc = set_add(&items,
			     (struct mb_str){ (const char *)key, sizeof(key) },
			     &number, &is_new, err);
		if (rc == MB_OK && is_new)
			rc = add_decisions(r, hit, list, err);
	}
	return rc;
}

/* The newest first; those of one item in its order. */
static int compare_decisions(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;
	int date = mb_date_compare(mb_paragraph_date(y->paragraph),
				   mb_paragraph_date(x->paragraph));

	if (date != 0)
		return date;
	if (x->source != y->source)
		return x->source - y->source;
	return (x->paragraph > y->paragraph) - (x->paragraph < y->paragraph);
}

int report_decisions(struct report *r, struct mb_err *err)
{
	struct decisions list = { .n = 0 };
	int rc = find_decisions(r, &list, err);

	if (rc != MB_OK || list.n == 0)
		return rc;
	if (list.n > 1)
		qsort(list.items, list.n, sizeof(*list.items),
		      compare_decisions);
	rc = report_section(r, "decisions", "What was decided", err,
			    list.n > MAX_DECISIONS
				? "The newest %d of %zu decisions and votes in "
				  "the agenda items that were found."
				: "Decisions and votes in the agenda items "
				  "that were found.",
			    MAX_DECISIONS, list.n);
	for (size_t i = 0; i < list.n && i < MAX_DECISIONS && rc == MB_OK;
	     i++) {
		list.items[i].rank = (int64_t)i + 1;
		rc = hits_print_one(r->printer, r->q, &list.items[i], err);
	}
	return rc;
}
