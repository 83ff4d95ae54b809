#include "table.h"

#include <assert.h>

struct cell cell_none(void)
{
	return (struct cell){ .kind = CELL_NONE };
}

struct cell cell_text(struct mb_str s)
{
	return (struct cell){ .kind = s.len > 0 ? CELL_TEXT : CELL_NONE,
			      .text = s };
}

struct cell cell_int(int64_t n)
{
	return (struct cell){ .kind = CELL_INT, .n = n };
}

struct cell cell_int_or_none(int64_t n)
{
	return n != 0 ? cell_int(n) : cell_none();
}

struct cell cell_real(double n)
{
	return (struct cell){ .kind = CELL_REAL, .real = n };
}

int cell_date(struct mb_arena *arena, struct mb_date date, struct cell *out,
	      struct mb_err *err)
{
	struct mb_str copy = { NULL, 0 };
	char text[MB_DATE_BYTES];
	int rc = MB_OK;

	if (mb_date_is_known(date)) {
		mb_date_format(date, text);
		rc = mb_arena_copy(arena, mb_str_of(text), &copy, err);
	}
	*out = cell_text(copy);
	return rc;
}

void cell_print(struct mb_buf *out, const struct cell *cell,
		const struct column *column)
{
	if (cell->kind == CELL_TEXT)
		mb_buf_add(out, cell->text);
	else if (cell->kind == CELL_INT)
		mb_buf_add_format(out, "%lld", (long long)cell->n);
	else if (cell->kind == CELL_REAL)
		mb_buf_add_format(out, "%.*f", column->decimals, cell->real);
}

const char *column_title(const struct column *column)
{
	return column->title ? column->title : column->name;
}

void table_begin(struct table *table, struct mb_arena *arena,
		 const struct column *columns, size_t n)
{
	assert(n > 0);
	*table = (struct table){ .columns = columns,
				 .n_columns = n,
				 .arena = arena };
}

void table_add(struct table *table, struct cell cell)
{
	struct cell *moved;

	if (table->has_failed)
		return;
	moved = mb_arena_grow(table->arena, table->cells, table->n_cells,
			      &table->capacity, sizeof(*moved));
	if (!moved) {
		table->has_failed = true;
		return;
	}
	table->cells = moved;
	table->cells[table->n_cells++] = cell;
}

void table_add_date(struct table *table, struct mb_date date)
{
	struct cell cell;

	if (cell_date(table->arena, date, &cell, NULL) != MB_OK)
		table->has_failed = true;
	table_add(table, cell);
}

size_t table_rows(const struct table *table)
{
	return table->n_cells / table->n_columns;
}

const struct cell *table_row(const struct table *table, size_t row)
{
	assert(row < table_rows(table));
	return &table->cells[row * table->n_columns];
}

int table_finish(const struct table *table, struct mb_err *err)
{
	if (table->has_failed)
		return mb_fail_nomem(err);
	assert(table->n_cells % table->n_columns == 0);
	return MB_OK;
}
