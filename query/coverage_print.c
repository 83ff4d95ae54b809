#include "coverage.h"
#include "location.h"
#include "rhythm.h"

/* What a file that was not read adds to the columns of a year. */
#define N_UNREAD 3

/* --- years as rows ----------------------------------------------------- */

static const struct column columns[] = {
	{ .name = "council", .use = COLUMN_FOR_MACHINES },
	{ .name = "body", .use = COLUMN_GROUP },
	{ .name = "year" },
	{ .name = "first", .use = COLUMN_FOR_MACHINES },
	{ .name = "last", .use = COLUMN_FOR_MACHINES },
	{ .name = "documents", .is_number = true },
	{ .name = "meetings", .is_number = true },
	{ .name = "items", .is_number = true },
	{ .name = "paragraphs", .is_number = true },
	{ .name = "attributed", .is_number = true, .use = COLUMN_FOR_MACHINES },
	{ .name = "attributed_percent",
	  .title = "attributed %",
	  .is_number = true },
	{ .name = "folded_items", .title = "folded", .is_number = true },
	{ .name = "folded_paragraphs",
	  .is_number = true,
	  .use = COLUMN_FOR_MACHINES },
	{ .name = "missing_months", .title = "missing", .is_number = true },
	{ .name = "missing", .use = COLUMN_FOR_MACHINES },
	{ .name = "meets", .use = COLUMN_GROUP },
	{ .name = "meets_days", .is_number = true, .use = COLUMN_FOR_MACHINES },
	{ .name = "unread", .is_number = true, .use = COLUMN_FOR_MACHINES },
	{ .name = "reason", .use = COLUMN_FOR_MACHINES },
	{ .name = "path", .use = COLUMN_FOR_MACHINES },
};

#define N_COLUMNS (sizeof(columns) / sizeof(*columns))

/* The text as a cell in the table's arena. */
static void add_text(struct table *table, struct mb_buf *text)
{
	struct mb_str copy = { NULL, 0 };

	if (mb_buf_move(text, table->arena, &copy, NULL) != MB_OK)
		table->has_failed = true;
	mb_buf_release(text);
	table_add(table, cell_text(copy));
}

static void add_counts(struct table *table, const struct coverage_year *year)
{
	const struct mb_meeting_coverage *sums = &year->sums;

	table_add(table, cell_int(sums->documents));
	table_add(table, cell_int(year->meetings));
	table_add(table, cell_int(sums->items));
	table_add(table, cell_int(sums->paragraphs));
	table_add(table, cell_int(sums->attributed));
	table_add(table, sums->paragraphs > 0
			     ? cell_real((double)sums->attributed * 100 /
					 (double)sums->paragraphs)
			     : cell_none());
	table_add(table, cell_int(sums->folded_items));
	table_add(table, cell_int(sums->folded_paragraphs));
	/* without a rhythm it is not known what is missing */
	table_add(table, year->rhythm_days > 0
			     ? cell_int((int64_t)year->n_missing)
			     : cell_int_or_none((int64_t)year->n_missing));
}

static void add_rhythm(struct table *table, const struct coverage_year *year)
{
	struct mb_buf months = MB_BUF_INIT, words = MB_BUF_INIT;

	for (size_t i = 0; year->missing && i < year->n_missing; i++)
		mb_buf_add_format(&months, "%s%04d-%02d", i > 0 ? " " : "",
				  year->missing[i] / 12,
				  year->missing[i] % 12 + 1);
	if (year->rhythm_days > 0)
		rhythm_words(&words, year->rhythm_days);
	add_text(table, &months);
	add_text(table, &words);
	table_add(table, cell_int_or_none(year->rhythm_days));
}

static void add_year(struct table *table, const struct coverage_year *year,
		     bool is_prose)
{
	struct mb_buf number = MB_BUF_INIT;

	if (year->year > 0)
		mb_buf_add_format(&number, "%04d", year->year);
	table_add(table, cell_text(year->council));
	table_add(table, year->body.len == 0 && is_prose
			     ? cell_text(MB_STR("(none)"))
			     : cell_text(year->body));
	add_text(table, &number);
	table_add_date(table, year->first);
	table_add_date(table, year->last);
	add_counts(table, year);
	add_rhythm(table, year);
	for (int i = 0; i < N_UNREAD; i++)
		table_add(table, cell_none());
}

static void add_sums(struct coverage_year *sum, const struct coverage_year *one)
{
	sum->meetings += one->meetings;
	sum->n_missing += one->n_missing;
	sum->sums.documents += one->sums.documents;
	sum->sums.items += one->sums.items;
	sum->sums.paragraphs += one->sums.paragraphs;
	sum->sums.attributed += one->sums.attributed;
	sum->sums.folded_items += one->sums.folded_items;
	sum->sums.folded_paragraphs += one->sums.folded_paragraphs;
}

/* A row of its own, of which only the reason is known. */
static void add_unread(struct table *table, const struct mb_unread *unread)
{
	table_add(table, cell_text(unread->council));
	for (size_t i = 1; i + N_UNREAD < N_COLUMNS; i++)
		table_add(table, cell_none());
	table_add(table, cell_int(unread->files));
	table_add(table, cell_text(unread->reason));
	table_add(table, cell_text(unread->path));
}

/* The years from @from to before @to, and their sum. */
static void fill_table(const struct coverage *c, size_t from, size_t to,
		       bool is_prose, struct table *table)
{
	struct coverage_year total = { .council = MB_STR("total") };

	for (size_t i = from; i < to; i++) {
		add_year(table, &c->years[i], is_prose);
		add_sums(&total, &c->years[i]);
	}
	for (size_t i = 0; !is_prose && i < c->n_unread; i++)
		add_unread(table, &c->unread[i]);
	if (is_prose)
		total.body = total.council;
	add_year(table, &total, is_prose);
	table->has_total = true;
}

static int print_table(struct printer *p, const struct table *table,
		       struct mb_err *err)
{
	int rc = table_finish(table, err);

	if (rc != MB_OK)
		return rc;
	render_table(&p->render, p->ops, table);
	return printer_flush(p, err);
}

/* For programs: one table of all. */
static int print_rows(struct printer *p, const struct coverage *c,
		      struct mb_arena *arena, struct mb_err *err)
{
	struct table table;

	table_begin(&table, arena, columns, N_COLUMNS);
	fill_table(c, 0, c->n, false, &table);
	return print_table(p, &table, err);
}

/* --- for people -------------------------------------------------------- */

/* A section for each council. */
static int print_years(struct printer *p, const struct coverage *c,
		       struct mb_arena *arena, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0, n; i < c->n && rc == MB_OK; i += n) {
		const struct render_section section = {
			.key = "coverage", .heading = c->years[i].council.ptr
		};
		struct table table;

		for (n = 1;
		     i + n < c->n && mb_str_equal(c->years[i].council,
						  c->years[i + n].council);)
			n++;
		p->ops->section(&p->render, &section);
		table_begin(&table, arena, columns, N_COLUMNS);
		fill_table(c, i, i + n, true, &table);
		rc = print_table(p, &table, err);
	}
	return rc;
}

static int print_unread(struct printer *p, const struct coverage *c,
			struct mb_arena *arena, struct mb_err *err)
{
	static const struct column unread[] = {
		{ .name = "folder" },
		{ .name = "files", .is_number = true },
		{ .name = "reason" },
		{ .name = "one of them" },
	};
	const struct render_section section = { .key = "unread",
						.heading =
						    "What could not be read" };
	struct table table;

	if (c->n_unread == 0)
		return MB_OK;
	p->ops->section(&p->render, &section);
	table_begin(&table, arena, unread, sizeof(unread) / sizeof(*unread));
	for (size_t i = 0; i < c->n_unread; i++) {
		table_add(&table, cell_text(c->unread[i].council));
		table_add(&table, cell_int(c->unread[i].files));
		table_add(&table, cell_text(c->unread[i].reason));
		table_add(&table, cell_text(c->unread[i].path));
	}
	return print_table(p, &table, err);
}

/* "March", or "March to June" of @n months. */
static void put_months(struct mb_buf *out, int first, size_t n)
{
	mb_buf_add(out, mb_str_of(location_month(first % 12 + 1)));
	if (n > 1)
		mb_buf_add_format(
		    out, " to %s",
		    location_month((first + (int)n - 1) % 12 + 1));
}

/* "Cabinet 2019: nothing in March and June to August, though it met monthly." */
static void put_gap(struct mb_buf *out, const struct coverage_year *year,
		    bool has_council)
{
	if (has_council && !mb_str_equal(year->council, year->body))
		mb_buf_add_format(out, "%.*s, ", MB_STR_ARG(year->council));
	mb_buf_add_format(out, "%.*s %d: nothing in ", MB_STR_ARG(year->body),
			  year->year);
	for (size_t i = 0, n; i < year->n_missing; i += n) {
		const int *month = &year->missing[i];
		size_t left = year->n_missing - i;

		for (n = 1; n < left && month[n] == month[0] + (int)n;)
			n++;
		if (n == 2) /* "March and April" */
			n = 1;
		if (i > 0)
			mb_buf_add(out,
				   n == left ? MB_STR(" and ") : MB_STR(", "));
		put_months(out, month[0], n);
	}
	mb_buf_add(out, MB_STR(", though it met "));
	rhythm_words(out, year->rhythm_days);
	mb_buf_add(out, MB_STR(".\n"));
}

static int print_gaps(struct printer *p, const struct coverage *c,
		      struct mb_arena *arena, struct mb_err *err)
{
	struct render_section section = { .key = "missing",
					  .heading = "What is missing" };
	struct mb_buf note = MB_BUF_INIT;
	bool has_councils = false, has_rhythm = false;
	int rc;

	for (size_t i = 0; i < c->n; i++) {
		has_councils |=
		    !mb_str_equal(c->years[i].council, c->years[0].council);
		has_rhythm |= c->years[i].rhythm_days > 0;
	}
	for (size_t i = 0; i < c->n; i++)
		if (c->years[i].n_missing > 0)
			put_gap(&note, &c->years[i], has_councils);
	if (note.len == 0)
		mb_buf_add(&note,
			   has_rhythm
			       ? MB_STR("No month of a body that meets "
					"regularly.")
			       : MB_STR("Not known: none of them meets so "
					"regularly that a gap would show."));
	rc = mb_buf_move(&note, arena, &section.note, err);
	mb_buf_release(&note);
	if (rc != MB_OK)
		return rc;
	p->ops->section(&p->render, &section);
	return printer_flush(p, err);
}

int coverage_print(struct printer *p, const struct coverage *c,
		   struct mb_arena *arena, struct mb_err *err)
{
	int rc;

	p->n_hits = (int64_t)(c->n + c->n_unread);
	if (!p->ops->is_prose)
		return print_rows(p, c, arena, err);
	rc = print_years(p, c, arena, err);
	if (rc == MB_OK)
		rc = print_unread(p, c, arena, err);
	return rc == MB_OK && p->n_hits > 0 ? print_gaps(p, c, arena, err) : rc;
}
