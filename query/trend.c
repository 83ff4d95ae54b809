#include "trend.h"

#include <inttypes.h>

#include "location.h"

#define MAX_CROSS 8 /* columns of a table of two properties, for people */

/* --- words ------------------------------------------------------------- */

static void put_end(struct mb_buf *out, const char *which, struct mb_date date,
		    struct mb_str id)
{
	mb_buf_add_format(out, "%s ", which);
	location_date(out, date);
	mb_buf_add(out, MB_STR(" ("));
	mb_buf_add(out, id);
	mb_buf_add_char(out, ')');
}

void trend_sentence(struct mb_buf *out, const struct tally *tally)
{
	const struct bucket *total = &tally->total;

	mb_buf_add_format(
	    out,
	    "%" PRId64 " paragraph%s in %" PRId64 " of %" PRId64
	    " meetings, %.2f for each 10,000 of %" PRId64 " words",
	    total->found.paragraphs, total->found.paragraphs == 1 ? "" : "s",
	    total->found.meetings, total->of.meetings,
	    tally_rate(total->found.paragraphs, &total->of), total->of.words);
	if (total->first_id.len > 0) {
		put_end(out, "; first", total->first, total->first_id);
		put_end(out, ", last", total->last, total->last_id);
	}
	mb_buf_add_char(out, '.');
}

/* What people are shown for a value that is not known. */
static struct cell key_cell(struct mb_str key, bool is_prose)
{
	return key.len > 0 || !is_prose ? cell_text(key)
					: cell_text(MB_STR("(none)"));
}

/* --- one property ------------------------------------------------------ */

#define N_COUNTS 9

static const struct column counts[N_COUNTS] = {
	{ "paragraphs", NULL, true, 0, COLUMN_BAR },
	{ "meetings", NULL, true, 0, COLUMN_FOR_ALL },
	{ "of_meetings", "of", true, 0, COLUMN_FOR_ALL },
	{ "words", NULL, true, 0, COLUMN_FOR_ALL },
	{ "per_10000_words", "per 10,000", true, 2, COLUMN_FOR_ALL },
	{ "of_words", "of words", true, 0, COLUMN_FOR_ALL },
	{ "per_meeting", NULL, true, 2, COLUMN_FOR_MACHINES },
	{ "first", NULL, false, 0, COLUMN_FOR_MACHINES },
	{ "last", NULL, false, 0, COLUMN_FOR_MACHINES },
};

static void add_counts(struct table *table, const struct bucket *b)
{
	double meetings = (double)b->of.meetings;

	table_add(table, cell_int(b->found.paragraphs));
	table_add(table, cell_int(b->found.meetings));
	table_add(table, cell_int(b->of.meetings));
	table_add(table, cell_int(b->found.words));
	table_add(table, cell_real(tally_rate(b->found.paragraphs, &b->of)));
	table_add(table, cell_int(b->of.words));
	table_add(table, cell_real(meetings > 0
				       ? (double)b->found.paragraphs / meetings
				       : 0));
	table_add_date(table, b->first);
	table_add_date(table, b->last);
}

/* query?, the properties, the title of an item?, the counts */
static int make_columns(const struct tally *tally, bool has_name,
			struct mb_arena *arena, struct table *table,
			struct mb_err *err)
{
	struct column *columns =
	    MB_NEW(arena, struct column, N_COUNTS + TALLY_MAX_DIMENSIONS + 2);
	size_t n = 0;

	if (!columns)
		return mb_fail_nomem(err);
	if (has_name)
		columns[n++] = (struct column){ .name = "query" };
	for (size_t i = 0; i < tally->by.n; i++)
		columns[n++] = (struct column){ .name = dimension_name(
						    tally->by.dimensions[i]) };
	if (tally->by.n > 0 && tally->by.dimensions[0] == BY_ITEM)
		columns[n++] = (struct column){ .name = "title" };
	for (size_t i = 0; i < N_COUNTS; i++)
		columns[n++] = counts[i];
	table_begin(table, arena, columns, n);
	return MB_OK;
}

static void add_bucket(struct table *table, const struct tally *tally,
		       const struct bucket *bucket, struct mb_str name,
		       bool is_prose)
{
	if (name.len > 0)
		table_add(table, cell_text(name));
	for (size_t i = 0; i < tally->by.n; i++)
		table_add(table, key_cell(bucket->keys[i], is_prose));
	if (tally->by.n > 0 && tally->by.dimensions[0] == BY_ITEM)
		table_add(table, cell_text(bucket->title));
	add_counts(table, bucket);
}

static void add_total(struct table *table, const struct tally *tally,
		      struct mb_str name)
{
	struct bucket total = tally->total;

	total.keys[0] = MB_STR("total");
	add_bucket(table, tally, &total, name, false);
	table->has_total = true;
}

static int fill_table(const struct tally *tally, size_t limit,
		      struct mb_str name, bool is_prose, struct table *table,
		      struct mb_err *err)
{
	for (size_t i = 0; i < tally->n && (limit == 0 || i < limit); i++)
		add_bucket(table, tally, &tally->buckets[i], name, is_prose);
	return table_finish(table, err);
}

int trend_table(const struct tally *tally, size_t limit, struct mb_str name,
		struct mb_arena *arena, struct table *out, struct mb_err *err)
{
	int rc = make_columns(tally, name.len > 0, arena, out, err);

	return rc == MB_OK ? fill_table(tally, limit, name, true, out, err)
			   : rc;
}

/* --- two properties, for people ---------------------------------------- */

/* The values of one property, the largest first or in the order of time. */
struct margin {
	struct mb_str *keys;
	int64_t *sums;
	size_t n;
};

static size_t margin_find(const struct margin *margin, struct mb_str key)
{
	size_t i = 0;

	while (i < margin->n && !mb_str_equal(margin->keys[i], key))
		i++;
	return i;
}

static bool stands_before(const struct margin *m, size_t a, size_t b,
			  bool is_time)
{
	if (is_time && m->keys[a].len > 0 && m->keys[b].len > 0)
		return mb_str_compare(m->keys[a], m->keys[b]) < 0;
	if (is_time)
		return m->keys[a].len > m->keys[b].len;
	return m->sums[a] > m->sums[b];
}

static int make_margin(const struct tally *tally, size_t which,
		       struct mb_arena *arena, struct margin *out,
		       struct mb_err *err)
{
	bool is_time = dimension_is_time(tally->by.dimensions[which]);
	struct margin m = { .keys = MB_NEW(arena, struct mb_str, tally->n + 1),
			    .sums = MB_NEW(arena, int64_t, tally->n + 1) };

	if (!m.keys || !m.sums)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < tally->n; i++) {
		const struct bucket *bucket = &tally->buckets[i];
		size_t at = margin_find(&m, bucket->keys[which]);

		m.keys[at] = bucket->keys[which];
		m.sums[at] += bucket->found.paragraphs;
		m.n += at == m.n;
	}
	for (size_t i = 1; i < m.n; i++)
		for (size_t k = i;
		     k > 0 && stands_before(&m, k, k - 1, is_time); k--) {
			struct mb_str key = m.keys[k];
			int64_t sum = m.sums[k];

			m.keys[k] = m.keys[k - 1];
			m.sums[k] = m.sums[k - 1];
			m.keys[k - 1] = key;
			m.sums[k - 1] = sum;
		}
	*out = m;
	return MB_OK;
}

/* The column in which a value of the second property is counted. */
static size_t cross_column(const struct margin *across, struct mb_str key)
{
	size_t at = margin_find(across, key);

	return at < MAX_CROSS ? at : MAX_CROSS;
}

static int cross_columns(const struct tally *tally, const struct margin *across,
			 struct mb_arena *arena, struct table *table,
			 struct mb_err *err)
{
	size_t n = across->n < MAX_CROSS ? across->n : MAX_CROSS;
	struct column *columns = MB_NEW(arena, struct column, n + 3);

	if (!columns)
		return mb_fail_nomem(err);
	columns[0].name = dimension_name(tally->by.dimensions[0]);
	for (size_t i = 0; i < n; i++)
		columns[i + 1] = (struct column){
			.name = across->keys[i].len > 0 ? across->keys[i].ptr
							: "(none)",
			.is_number = true,
		};
	if (across->n > MAX_CROSS)
		columns[++n] =
		    (struct column){ .name = "others", .is_number = true };
	columns[n + 1] = (struct column){ .name = "all", .is_number = true };
	table_begin(table, arena, columns, n + 2);
	return MB_OK;
}

/* Rows are the first property, columns the second, cells the paragraphs. */
static int make_cross(const struct tally *tally, struct mb_arena *arena,
		      struct table *out, struct mb_err *err)
{
	struct margin down, across;
	int rc = make_margin(tally, 0, arena, &down, err);

	if (rc == MB_OK)
		rc = make_margin(tally, 1, arena, &across, err);
	if (rc == MB_OK)
		rc = cross_columns(tally, &across, arena, out, err);
	for (size_t row = 0; rc == MB_OK && row <= down.n; row++) {
		int64_t sums[MAX_CROSS + 1] = { 0 };
		bool is_total = row == down.n;

		for (size_t i = 0; i < tally->n; i++)
			if (is_total || mb_str_equal(tally->buckets[i].keys[0],
						     down.keys[row]))
				sums[cross_column(&across,
						  tally->buckets[i].keys[1])] +=
				    tally->buckets[i].found.paragraphs;
		table_add(out, is_total ? cell_text(MB_STR("total"))
					: key_cell(down.keys[row], true));
		for (size_t i = 0; i + 2 < out->n_columns; i++)
			table_add(out, cell_int_or_none(sums[i]));
		table_add(out, cell_int(is_total ? tally->total.found.paragraphs
						 : down.sums[row]));
	}
	out->has_total = true;
	return rc == MB_OK ? table_finish(out, err) : rc;
}

/* --- printing ---------------------------------------------------------- */

static int print_table(struct printer *p, const struct tally *tally,
		       const struct table *table, struct mb_arena *arena,
		       struct mb_err *err)
{
	struct render_section section = { .key = "counts",
					  .heading = "Counts" };
	struct mb_buf note = MB_BUF_INIT;
	int rc = MB_OK;

	if (p->ops->is_prose) {
		trend_sentence(&note, tally);
		rc = mb_buf_move(&note, arena, &section.note, err);
		if (p->render.name.len > 0)
			section.heading = p->render.name.ptr;
		if (rc == MB_OK)
			p->ops->section(&p->render, &section);
	}
	mb_buf_release(&note);
	if (rc != MB_OK)
		return rc;
	if (p->ops->is_prose || !p->has_table)
		p->ops->table(&p->render, table);
	p->has_table = true; /* another query's rows go on with it */
	for (size_t i = 0; i < table_rows(table); i++)
		p->ops->row(&p->render, table, i);
	p->ops->table_end(&p->render, table);
	p->n_hits += tally->total.found.paragraphs;
	return printer_flush(p, err);
}

int trend_print(struct printer *p, const struct sources *sources,
		struct mb_str query, struct mb_arena *arena, struct mb_err *err)
{
	const struct options *o = p->options;
	struct mb_str name = { NULL, 0 };
	struct table table;
	struct tally tally;
	int rc =
	    tally_make(sources, query, &o->search, &o->by, arena, &tally, err);

	if (rc != MB_OK)
		return rc;
	if (!p->ops->is_prose)
		name = p->render.name;
	if (p->ops->is_prose && o->by.n > 1)
		rc = make_cross(&tally, arena, &table, err);
	else
		rc = make_columns(&tally, name.len > 0, arena, &table, err);
	if (rc == MB_OK && !(p->ops->is_prose && o->by.n > 1)) {
		rc = fill_table(&tally, 0, name, p->ops->is_prose, &table, err);
		if (name.len == 0)
			add_total(&table, &tally, name);
	}
	if (rc == MB_OK)
		rc = table_finish(&table, err);
	return rc == MB_OK ? print_table(p, &tally, &table, arena, err) : rc;
}

/* --- several queries --------------------------------------------------- */

struct comparison {
	const struct mb_str *queries;
	struct tally *tallies;
	size_t n;
	struct margin rows; /* the values of the property in any of them */
};

/* The values of all tallies together, as if they were one. */
static int find_rows(struct comparison *c, struct mb_arena *arena,
		     struct mb_err *err)
{
	struct tally all = { .by = c->tallies[0].by };
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		n += c->tallies[i].n;
	all.buckets = MB_NEW(arena, struct bucket, n + 1);
	if (!all.buckets)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->tallies[i].n; k++)
			all.buckets[all.n++] = c->tallies[i].buckets[k];
	return make_margin(&all, 0, arena, &c->rows, err);
}

/* For people: the property, then for each query how many and how often. */
static int compare_columns(const struct comparison *c, struct mb_arena *arena,
			   struct table *table, struct mb_err *err)
{
	struct column *columns = MB_NEW(arena, struct column, 2 * c->n + 1);

	if (!columns)
		return mb_fail_nomem(err);
	columns[0].name = dimension_name(c->tallies[0].by.dimensions[0]);
	for (size_t i = 0; i < c->n; i++) {
		columns[2 * i + 1] = (struct column){ .name = c->queries[i].ptr,
						      .is_number = true };
		columns[2 * i + 2] = (struct column){ .name = "per 10,000",
						      .is_number = true,
						      .decimals = 2 };
	}
	table_begin(table, arena, columns, 2 * c->n + 1);
	return MB_OK;
}

static const struct bucket *find_bucket(const struct tally *tally,
					struct mb_str key)
{
	for (size_t i = 0; i < tally->n; i++)
		if (mb_str_equal(tally->buckets[i].keys[0], key))
			return &tally->buckets[i];
	return NULL;
}

static void add_pair(struct table *table, const struct bucket *bucket)
{
	table_add(table, cell_int(bucket ? bucket->found.paragraphs : 0));
	table_add(table, cell_real(bucket ? tally_rate(bucket->found.paragraphs,
						       &bucket->of)
					  : 0));
}

static int make_comparison(const struct comparison *c, struct mb_arena *arena,
			   struct table *table, struct mb_err *err)
{
	int rc = compare_columns(c, arena, table, err);

	if (rc != MB_OK)
		return rc;
	for (size_t row = 0; row < c->rows.n; row++) {
		table_add(table, key_cell(c->rows.keys[row], true));
		for (size_t i = 0; i < c->n; i++)
			add_pair(table, find_bucket(&c->tallies[i],
						    c->rows.keys[row]));
	}
	table_add(table, cell_text(MB_STR("total")));
	for (size_t i = 0; i < c->n; i++)
		add_pair(table, &c->tallies[i].total);
	table->has_total = true;
	return table_finish(table, err);
}

static int print_comparison(struct printer *p, const struct comparison *c,
			    struct mb_arena *arena, struct mb_err *err)
{
	struct render_section section = { .key = "comparison",
					  .heading = "Counts" };
	struct mb_buf note = MB_BUF_INIT;
	struct table table;
	int rc = make_comparison(c, arena, &table, err);

	for (size_t i = 0; i < c->n; i++) {
		mb_buf_add_format(&note, "%s%.*s: ", i > 0 ? "\n" : "",
				  MB_STR_ARG(c->queries[i]));
		trend_sentence(&note, &c->tallies[i]);
	}
	if (rc == MB_OK)
		rc = mb_buf_move(&note, arena, &section.note, err);
	mb_buf_release(&note);
	if (rc != MB_OK)
		return rc;
	p->ops->section(&p->render, &section);
	render_table(&p->render, p->ops, &table);
	return printer_flush(p, err);
}

/* For machines: one table, whose rows say which query they are of. */
static int print_rows(struct printer *p, const struct comparison *c,
		      struct mb_arena *arena, struct mb_err *err)
{
	struct table table;
	int rc = make_columns(&c->tallies[0], true, arena, &table, err);

	for (size_t i = 0; i < c->n && rc == MB_OK; i++)
		rc = fill_table(&c->tallies[i], 0, c->queries[i], false, &table,
				err);
	if (rc != MB_OK)
		return rc;
	render_table(&p->render, p->ops, &table);
	return printer_flush(p, err);
}

int trend_compare(struct printer *p, const struct sources *sources,
		  const struct mb_str *queries, size_t n,
		  struct mb_arena *arena, struct mb_err *err)
{
	struct comparison c = { .queries = queries,
				.tallies = MB_NEW(arena, struct tally, n),
				.n = n };
	int rc = MB_OK;

	if (!c.tallies)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < n && rc == MB_OK; i++) {
		rc = tally_make(sources, queries[i], &p->options->search,
				&p->options->by, arena, &c.tallies[i], err);
		if (rc == MB_OK)
			p->n_hits += c.tallies[i].total.found.paragraphs;
	}
	if (rc == MB_OK)
		rc = find_rows(&c, arena, err);
	if (rc != MB_OK)
		return rc;
	return p->ops->is_prose ? print_comparison(p, &c, arena, err)
				: print_rows(p, &c, arena, err);
}
