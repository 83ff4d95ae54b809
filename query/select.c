#include "select.h"

#include "minutebook/store_facts.h"

#define ROWS_OF_PEOPLE 200
#define REAL_DECIMALS 6

struct job {
	struct printer *printer;
	struct mb_reader *reader;
	sqlite3_stmt *stmt;
	struct mb_arena columns_arena, arena;
	struct column *columns;
	size_t n;
	struct table rows;
	bool has_begun;
};

static struct mb_str text_of(sqlite3_stmt *stmt, int i)
{
	const char *text = (const char *)sqlite3_column_text(stmt, i);

	return (struct mb_str){ text, (size_t)sqlite3_column_bytes(stmt, i) };
}

/* A name twice would be a key twice: "n", "n_2". */
static int name_column(struct job *job, size_t i, struct mb_err *err)
{
	const char *name = sqlite3_column_name(job->stmt, (int)i);
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str copy = { NULL, 0 };
	int n = 1, rc;

	if (!name)
		return mb_fail_nomem(err);
	for (size_t k = 0; k < i; k++)
		n += mb_str_equal(
		    mb_str_of(name),
		    mb_str_of(sqlite3_column_name(job->stmt, (int)k)));
	mb_buf_add(&text, mb_str_of(name));
	if (n > 1)
		mb_buf_add_format(&text, "_%d", n);
	rc = mb_buf_move(&text, &job->columns_arena, &copy, err);
	mb_buf_release(&text);
	job->columns[i].name = copy.ptr ? copy.ptr : "";
	job->columns[i].decimals = REAL_DECIMALS;
	return rc;
}

static int begin(struct job *job, struct mb_err *err)
{
	int rc = MB_OK;

	job->n = (size_t)sqlite3_column_count(job->stmt);
	job->columns = MB_NEW(&job->columns_arena, struct column, job->n);
	if (!job->columns)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < job->n && rc == MB_OK; i++)
		rc = name_column(job, i, err);
	table_begin(&job->rows, &job->arena, job->columns, job->n);
	return rc;
}

static int read_cell(struct job *job, int i, struct cell *cell,
		     struct mb_err *err)
{
	struct mb_str copy;
	int rc;

	switch (sqlite3_column_type(job->stmt, i)) {
	case SQLITE_INTEGER:
		*cell = cell_int(sqlite3_column_int64(job->stmt, i));
		job->columns[i].is_number |= !job->has_begun;
		return MB_OK;
	case SQLITE_FLOAT:
		*cell = cell_real(sqlite3_column_double(job->stmt, i));
		job->columns[i].is_number |= !job->has_begun;
		return MB_OK;
	case SQLITE_NULL:
		*cell = cell_none();
		return MB_OK;
	case SQLITE_BLOB: /* what it holds is nothing to read */
		*cell = cell_text(MB_STR("(bytes)"));
		return MB_OK;
	default:
		rc = mb_arena_copy(&job->arena, text_of(job->stmt, i), &copy,
				   err);
		*cell = (struct cell){ .kind = CELL_TEXT, .text = copy };
		return rc;
	}
}

static int print_rows(struct job *job, struct mb_err *err)
{
	struct printer *p = job->printer;
	size_t n = table_rows(&job->rows);
	int rc = table_finish(&job->rows, err);

	if (rc != MB_OK)
		return rc;
	if (!job->has_begun)
		p->ops->table(&p->render, &job->rows);
	job->has_begun = true;
	for (size_t i = 0; i < n; i++)
		p->ops->row(&p->render, &job->rows, i);
	table_begin(&job->rows, &job->arena, job->columns, job->n);
	mb_arena_reset(&job->arena);
	return printer_flush(p, err);
}

static int run(struct job *job, struct mb_err *err)
{
	size_t batch = job->printer->ops->is_for_people ? ROWS_OF_PEOPLE : 1;
	int rc = begin(job, err);

	while (rc == MB_OK &&
	       (rc = mb_reader_step(job->reader, job->stmt, err)) > 0) {
		rc = MB_OK;
		for (size_t i = 0; i < job->n && rc == MB_OK; i++) {
			struct cell cell;

			rc = read_cell(job, (int)i, &cell, err);
			if (rc == MB_OK)
				table_add(&job->rows, cell);
		}
		job->printer->n_hits++;
		if (rc == MB_OK && table_rows(&job->rows) >= batch)
			rc = print_rows(job, err);
	}
	if (rc != MB_OK)
		return rc;
	rc = print_rows(job, err);
	if (rc == MB_OK)
		job->printer->ops->table_end(&job->printer->render, &job->rows);
	return rc;
}

int select_print(struct printer *printer, struct mb_reader *reader,
		 struct mb_err *err)
{
	struct job job = { .printer = printer, .reader = reader };
	int rc =
	    mb_reader_select(reader, printer->options->name,
			     (int)printer->options->seconds, &job.stmt, err);

	if (rc == MB_OK)
		rc = run(&job, err);
	if (rc == MB_ESTOPPED &&
	    sqlite3_errcode(sqlite3_db_handle(job.stmt)) == SQLITE_INTERRUPT)
		rc = mb_fail(err, MB_ELIMIT,
			     "the statement took longer than %d seconds: "
			     "--time-limit",
			     (int)printer->options->seconds);
	sqlite3_finalize(job.stmt);
	mb_arena_release(&job.arena);
	mb_arena_release(&job.columns_arena);
	return rc;
}
