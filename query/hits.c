#include "hits.h"

#include "around.h"
#include "location.h"
#include "minutebook/store_facts.h"
#include "minutebook/text.h"
#include "set.h"

/* Rows of the text format stand in columns as wide as these rows want. */
#define ROWS_OF_PEOPLE 200

struct job {
	struct printer *printer;
	struct inquiry *q;
	const struct options *options;
	struct columns columns; /* none: whole hits */
	struct mb_arena arena;  /* of the hit, or of the rows at hand */
	struct table rows;
	bool has_begun; /* the table */
	bool needs_excerpt;
};

/* --- one hit ----------------------------------------------------------- */

static int make_excerpt(struct job *job, const struct hit *found,
			struct render_hit *hit, struct mb_err *err)
{
	const struct excerpt_options options = {
		.limit = EXCERPT_CHARS,
		.most = job->options->n_passages > 0
			    ? (size_t)job->options->n_passages
			    : 1,
	};
	struct excerpts excerpts = { NULL, 0, 0 };
	struct inquiry *q = job->q;
	int rc;

	if (!job->needs_excerpt || !q || !q->search) { /* all of it */
		struct excerpt *whole = MB_NEW(&job->arena, struct excerpt, 1);

		if (!whole)
			return mb_fail_nomem(err);
		whole->text = hit->paragraph->text;
		hit->excerpt = whole;
		return MB_OK;
	}
	rc = excerpt_passages(q->sources->splitter, &q->plans[found->source],
			      search_factors(q->search), hit->paragraph->text,
			      &options, &job->arena, &excerpts, err);
	if (rc != MB_OK)
		return rc;
	hit->excerpt = excerpts.items + excerpts.best;
	if (job->options->n_passages > 0) {
		hit->passages = excerpts.items;
		hit->n_passages = excerpts.n;
	}
	return MB_OK;
}

/* Prints the rows that have come together, or only what is left of them. */
static int put_rows(struct job *job, size_t least, struct mb_err *err)
{
	struct printer *p = job->printer;
	size_t n = table_rows(&job->rows);
	int rc = table_finish(&job->rows, err);

	if (rc != MB_OK || n < least)
		return rc;
	if (!job->has_begun)
		p->ops->table(&p->render, &job->rows);
	job->has_begun = true;
	for (size_t i = 0; i < n; i++)
		p->ops->row(&p->render, &job->rows, i);
	table_begin(&job->rows, &job->arena, job->columns.heads,
		    job->columns.n);
	mb_arena_reset(&job->arena);
	return printer_flush(p, err);
}

static int put_row(struct job *job, const struct render_hit *hit,
		   struct mb_err *err)
{
	struct render *render = &job->printer->render;
	int rc = MB_OK;

	for (size_t i = 0; i < job->columns.n && rc == MB_OK; i++) {
		struct cell cell;

		rc = column_value(job->columns.items[i], render, hit,
				  &job->arena, &cell, err);
		if (rc == MB_OK)
			table_add(&job->rows, cell);
	}
	if (rc != MB_OK)
		return rc;
	return put_rows(
	    job, job->printer->ops->is_for_people ? ROWS_OF_PEOPLE : 1, err);
}

static int put_hit(struct job *job, const struct render_hit *hit,
		   struct mb_err *err)
{
	struct printer *p = job->printer;
	int rc = MB_OK;

	p->n_hits++;
	if (job->columns.n > 0)
		return put_row(job, hit, err);
	if (job->options->has_template)
		rc = template_put(&job->options->template, &p->render, hit,
				  &job->arena, err);
	else
		p->ops->hit(&p->render, hit);
	if (rc == MB_OK)
		rc = printer_flush(p, err);
	mb_arena_reset(&job->arena);
	return rc;
}

static int read_added(struct job *job, struct mb_reader *reader,
		      int64_t paragraph, struct render_hit *hit,
		      struct mb_err *err)
{
	struct mb_facts facts;
	int rc = mb_reader_facts(reader, paragraph, &facts, err);

	return rc == MB_OK
		   ? mb_arena_copy(&job->arena, facts.added, &hit->added, err)
		   : rc;
}

static int print_hit(struct job *job, struct mb_reader *reader,
		     const struct hit *found, struct render_hit *hit,
		     struct mb_err *err)
{
	struct mb_hit *paragraph = MB_NEW(&job->arena, struct mb_hit, 1);
	int rc;

	if (!paragraph)
		return mb_fail_nomem(err);
	rc = mb_reader_hit(reader, found->paragraph, &job->arena, paragraph,
			   err);
	hit->paragraph = paragraph;
	hit->found = found;
	if (rc == MB_OK)
		rc = make_excerpt(job, found, hit, err);
	if (rc == MB_OK && job->printer->ops->needs_added)
		rc = read_added(job, reader, found->paragraph, hit, err);
	if (rc == MB_OK && job->printer->ops->needs_votes)
		rc = mb_reader_told_votes(reader, found->paragraph, &job->arena,
					  &hit->votes, err);
	if (rc == MB_OK && job->options->n_context > 0)
		rc =
		    around_read(reader, found->paragraph,
				job->options->n_context, &job->arena, hit, err);
	return rc == MB_OK ? put_hit(job, hit, err) : rc;
}

/* --- groups ------------------------------------------------------------ */

/* The best hit of each item or meeting, and how many more there are. */
struct groups {
	struct hit *best;
	int64_t *n_hits;
	size_t n, capacity, counts_capacity;
};

static int add_to_group(struct groups *groups, struct mb_arena *arena,
			size_t number, const struct hit *hit,
			struct mb_err *err)
{
	struct hit *best;
	int64_t *n_hits;

	if (number < groups->n) {
		groups->n_hits[number]++;
		return MB_OK;
	}
	best = mb_arena_grow(arena, groups->best, groups->n, &groups->capacity,
			     sizeof(*best));
	n_hits = mb_arena_grow(arena, groups->n_hits, groups->n,
			       &groups->counts_capacity, sizeof(*n_hits));
	if (!best || !n_hits)
		return mb_fail_nomem(err);
	groups->best = best;
	groups->n_hits = n_hits;
	best[groups->n] = *hit;
	n_hits[groups->n++] = 1;
	return MB_OK;
}

static int find_groups(struct job *job, struct mb_arena *arena,
		       struct groups *groups, struct mb_err *err)
{
	struct set keys = { .arena = arena };
	struct hit hit;
	int rc;

	while ((rc = inquiry_next(job->q, &hit, err)) > 0) {
		struct mb_facts facts;
		struct mb_str key;
		size_t number;
		bool is_new;

		rc = mb_reader_facts(job->q->sources->readers[hit.source],
				     hit.paragraph, &facts, err);
		if (rc != MB_OK)
			return rc;
		key = facts.item_id;
		if (job->options->group == GROUP_MEETING)
			key = mb_str_cut_last(key, '/').head;
		rc = set_add(&keys, key, &number, &is_new, err);
		if (rc == MB_OK)
			rc = add_to_group(groups, arena, number, &hit, err);
		if (rc != MB_OK)
			return rc;
	}
	return rc;
}

static int print_groups(struct job *job, struct mb_err *err)
{
	const struct search_options *wanted = &job->options->search;
	struct mb_arena arena = MB_ARENA_INIT;
	struct groups groups = { .n = 0 };
	int rc = find_groups(job, &arena, &groups, err);
	size_t i = (size_t)wanted->offset;

	job->printer->n_groups = (int64_t)groups.n;
	for (; rc == MB_OK && i < groups.n; i++) {
		struct hit *found = &groups.best[i];
		struct render_hit hit = { .is_group = true };

		if (wanted->limit >= 0 &&
		    (int64_t)i >= wanted->offset + wanted->limit)
			break;
		found->rank = (int64_t)i + 1;
		hit.n_further = groups.n_hits[i] - 1;
		rc = print_hit(job, job->q->sources->readers[found->source],
			       found, &hit, err);
	}
	mb_arena_release(&arena);
	return rc;
}

/* --- all --------------------------------------------------------------- */

/* Whether what is printed of a hit has its excerpt in it. */
static bool needs_excerpt(const struct job *job)
{
	const struct template *template = &job->options->template;

	for (size_t i = 0; i < job->columns.n; i++)
		if (column_is_excerpt(job->columns.items[i]))
			return true;
	for (size_t i = 0; job->options->has_template && i < template->n; i++)
		if (column_is_excerpt(template->parts[i].column))
			return true;
	return job->columns.n == 0 && !job->options->has_template &&
	       !job->options->has_cite;
}

static void begin(struct job *job, struct printer *printer, struct inquiry *q)
{
	*job = (struct job){ .printer = printer,
			     .q = q,
			     .options = printer->options };
	if (job->options->columns.n > 0)
		job->columns = job->options->columns;
	else if (printer->ops->is_tabular)
		columns_all(&job->columns);
	if (job->columns.n > 0 && printer->render.name.len > 0)
		columns_add_query(&job->columns);
	if (job->columns.n > 0)
		table_begin(&job->rows, &job->arena, job->columns.heads,
			    job->columns.n);
	job->has_begun = printer->has_table;
	job->needs_excerpt = needs_excerpt(job);
	printer->render.groups_meetings = job->options->group == GROUP_MEETING;
}

static int end(struct job *job, int rc, struct mb_err *err)
{
	if (rc == MB_OK && job->columns.n > 0)
		rc = put_rows(
		    job,
		    job->has_begun || job->printer->ops->is_for_people ? 1 : 0,
		    err);
	job->printer->has_table = job->has_begun;
	mb_arena_release(&job->arena);
	return rc;
}

int hits_print(struct printer *printer, struct inquiry *q, struct mb_err *err)
{
	struct job job;
	struct hit found;
	int rc;

	begin(&job, printer, q);
	if (job.options->group != GROUP_NONE)
		return end(&job, print_groups(&job, err), err);
	while ((rc = inquiry_next(q, &found, err)) > 0) {
		struct render_hit hit = { .is_group = false };

		rc = print_hit(&job, q->sources->readers[found.source], &found,
			       &hit, err);
		if (rc != MB_OK)
			break;
	}
	return end(&job, rc, err);
}

int hits_print_one(struct printer *printer, struct inquiry *q,
		   const struct hit *found, struct mb_err *err)
{
	struct render_hit hit = { .is_group = false };
	struct job job;

	begin(&job, printer, q);
	return end(&job,
		   print_hit(&job, q->sources->readers[found->source], found,
			     &hit, err),
		   err);
}

/* --- files ------------------------------------------------------------- */

static const struct column file_column[] = {
	{ "path", "file", false, 0, COLUMN_FOR_ALL },
};

static int put_file(struct job *job, struct mb_str path, struct mb_err *err)
{
	struct printer *p = job->printer;

	p->n_hits++;
	if (p->ops->is_for_people || !p->ops->table) {
		mb_add_printable(&p->buf, path);
		mb_buf_add_char(&p->buf, p->render.ends_with_nul ? '\0' : '\n');
		return printer_flush(p, err);
	}
	table_add(&job->rows, cell_text(path));
	return put_rows(job, 1, err);
}

int hits_print_files(struct printer *printer, struct inquiry *q,
		     struct mb_err *err)
{
	struct mb_arena seen = MB_ARENA_INIT;
	struct set paths = { .arena = &seen };
	struct mb_buf path = MB_BUF_INIT;
	struct job job;
	struct hit found;
	int rc;

	begin(&job, printer, q);
	job.columns = (struct columns){ .n = 1 };
	job.columns.heads[0] = file_column[0];
	table_begin(&job.rows, &job.arena, job.columns.heads, 1);
	while ((rc = inquiry_next(q, &found, err)) > 0) {
		struct mb_hit hit;
		size_t number;
		bool is_new = false;

		rc = mb_reader_hit(q->sources->readers[found.source],
				   found.paragraph, &job.arena, &hit, err);
		mb_buf_truncate(&path, 0);
		if (rc == MB_OK)
			location_path(&path, &hit);
		if (rc == MB_OK)
			rc = set_add(&paths, mb_buf_str(&path), &number,
				     &is_new, err);
		if (rc == MB_OK && is_new)
			rc = put_file(&job, paths.items[number], err);
		if (rc != MB_OK)
			break;
		if (!is_new)
			mb_arena_reset(&job.arena);
	}
	mb_buf_release(&path);
	mb_arena_release(&seen);
	return end(&job, rc, err);
}
