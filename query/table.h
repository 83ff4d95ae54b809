/*
 * table.h - rows of cells under named columns: what is no list of hits
 *
 * Counts, trends, answers to --sql and hits of which --fields wants a few
 * columns are tables.  Whoever makes one knows nothing of formats, and each
 * renderer prints any of them (render.h).
 *
 *	table_begin(&table, arena, columns, 2);
 *	table_add(&table, cell_text(name));
 *	table_add(&table, cell_int(n));	a row is full: the next one begins
 *	rc = table_finish(&table, err);
 *
 * Failure sticks until table_finish().  Cells are views: what they point to
 * must outlive the table.
 */
#ifndef QUERY_TABLE_H
#define QUERY_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/date.h"

enum cell_kind { CELL_NONE, CELL_TEXT, CELL_INT, CELL_REAL };

struct cell {
	enum cell_kind kind;
	struct mb_str text;
	struct mb_str href; /* where the text leads to, or empty */
	int64_t n;
	double real;
};

enum column_use {
	COLUMN_FOR_ALL,
	COLUMN_FOR_MACHINES, /* text, md and html leave it out */
	COLUMN_BAR,          /* and its number is drawn, where drawing is */
	COLUMN_GROUP /* in text it stands above the rows that share it */
};

struct column {
	const char *name;  /* for machines: a key, a CSV header */
	const char *title; /* for people; NULL: the name */
	bool is_number;    /* stands at the right */
	int decimals;
	enum column_use use;
};

struct table {
	const struct column *columns;
	size_t n_columns;
	struct cell *cells; /* row by row */
	size_t n_cells;
	bool has_total; /* the last row sums up the others */
	struct mb_arena *arena;
	size_t capacity;
	bool has_failed;
};

struct cell cell_none(void);
struct cell cell_text(struct mb_str s); /* the empty text is none */
struct cell cell_int(int64_t n);
struct cell cell_int_or_none(int64_t n);
struct cell cell_real(double n);

/* The date as text in @arena, or none.  Fails with MB_ENOMEM. */
int cell_date(struct mb_arena *arena, struct mb_date date, struct cell *out,
	      struct mb_err *err);

/* Appends the cell as plain text: 1234, 5.25, nothing. */
void cell_print(struct mb_buf *out, const struct cell *cell,
		const struct column *column);

void table_begin(struct table *table, struct mb_arena *arena,
		 const struct column *columns, size_t n);
void table_add(struct table *table, struct cell cell);
void table_add_date(struct table *table, struct mb_date date);
size_t table_rows(const struct table *table);
const struct cell *table_row(const struct table *table, size_t row);

/* What people call the column. */
const char *column_title(const struct column *column);

/* MB_OK or MB_ENOMEM. */
int table_finish(const struct table *table, struct mb_err *err);

#endif
