#include "people_tables.h"

#include <stdlib.h>
#include <string.h>

/* The columns of MB_TABLE_PERSONS and MB_TABLE_PEOPLE begin so. */
enum { PERSON_ID, PERSON_NAME, PERSON_COUNCIL };

/* --- who there is ------------------------------------------------------ */

static int compare_someone(const void *a, const void *b)
{
	const struct someone *x = a, *y = b;
	int order = mb_str_compare(x->council, y->council);

	return order ? order : mb_str_compare(x->name, y->name);
}

static struct someone someone_of(const struct mb_table *table, size_t row,
				 int source)
{
	struct someone one = {
		.name = mb_table_cell(table, row, PERSON_NAME),
		.council = mb_table_cell(table, row, PERSON_COUNCIL),
	};
	struct mb_str cell = mb_table_cell(table, row, PERSON_ID);
	unsigned long id = 0;

	for (int i = 0; i < SEARCH_MAX_SOURCES; i++)
		one.ids[i] = NOT_THERE;
	mb_str_number(&cell, 1UL << 40, &id);
	one.ids[source] = (int64_t)id;
	return one;
}

/* One name in one council is one person, whichever the index. */
static void unite(struct people_list *list)
{
	size_t n = 0;

	if (list->n > 1)
		qsort(list->items, list->n, sizeof(*list->items),
		      compare_someone);
	for (size_t i = 0; i < list->n; i++) {
		if (n == 0 ||
		    compare_someone(&list->items[n - 1], &list->items[i])) {
			list->items[n++] = list->items[i];
			continue;
		}
		for (int k = 0; k < SEARCH_MAX_SOURCES; k++)
			if (list->items[i].ids[k] != NOT_THERE)
				list->items[n - 1].ids[k] =
				    list->items[i].ids[k];
	}
	list->n = n;
}

int people_list(const struct sources *sources, struct mb_str name,
		struct mb_arena *arena, struct people_list *out,
		struct mb_err *err)
{
	const struct mb_table_args args = { .text = name, .limit = -1 };
	enum mb_table_id id = name.len > 0 ? MB_TABLE_PERSONS : MB_TABLE_PEOPLE;
	size_t capacity = 0;
	int rc = MB_OK;

	*out = (struct people_list){ .n = 0 };
	for (int s = 0; s < sources->n && rc == MB_OK; s++) {
		struct mb_table table = { .n_rows = 0 };

		rc = mb_reader_table(sources->readers[s], id, &args, arena,
				     &table, err);
		for (size_t i = 0; i < table.n_rows && rc == MB_OK; i++) {
			struct someone *moved =
			    mb_arena_grow(arena, out->items, out->n, &capacity,
					  sizeof(*moved));

			if (!moved)
				return mb_fail_nomem(err);
			out->items = moved;
			out->items[out->n++] = someone_of(&table, i, s);
		}
	}
	unite(out);
	return rc;
}

/* --- tables ------------------------------------------------------------ */

/* A row in the making, and what it is ordered by. */
struct row {
	const struct mb_str *cells;
	struct mb_str key;
	size_t nth; /* as it came */
};

static int compare_numbers(struct mb_str a, struct mb_str b)
{
	return a.len != b.len ? (a.len > b.len) - (a.len < b.len)
			      : mb_str_compare(a, b);
}

static int compare_rising(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = mb_str_compare(x->key, y->key);

	return order ? order : (x->nth > y->nth) - (x->nth < y->nth);
}

static int compare_falling(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = mb_str_compare(y->key, x->key);

	return order ? order : (x->nth > y->nth) - (x->nth < y->nth);
}

static int compare_most(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = compare_numbers(y->key, x->key);

	return order ? order : (x->nth > y->nth) - (x->nth < y->nth);
}

static size_t column_of(const struct mb_table *table, const char *name)
{
	for (size_t i = 0; i < table->n_columns; i++)
		if (!strcmp(table->columns[i], name))
			return i;
	return 0;
}

static void sort(const struct table_wanted *wanted, const struct mb_table *all,
		 struct row *rows)
{
	size_t column;

	if (!wanted->order || all->n_rows < 2)
		return;
	column = column_of(all, wanted->order);
	for (size_t i = 0; i < all->n_rows; i++)
		rows[i].key = rows[i].cells[column];
	qsort(rows, all->n_rows, sizeof(*rows),
	      wanted->is_number    ? compare_most
	      : wanted->is_falling ? compare_falling
				   : compare_rising);
}

struct tables {
	struct mb_table items[SEARCH_MAX_SOURCES];
	int n;
};

/* The rows of all tables in one. */
static int join(const struct table_wanted *wanted, const struct tables *parts,
		struct mb_arena *arena, struct mb_table *out,
		struct mb_err *err)
{
	struct mb_table all = parts->items[0];
	struct row *rows;
	size_t n = 0;

	for (int s = 1; s < parts->n; s++)
		all.n_rows += parts->items[s].n_rows;
	rows = MB_NEW(arena, struct row, all.n_rows + 1);
	all.cells =
	    MB_NEW(arena, struct mb_str, all.n_rows * all.n_columns + 1);
	if (!rows || !all.cells)
		return mb_fail_nomem(err);
	for (int s = 0; s < parts->n; s++)
		for (size_t i = 0; i < parts->items[s].n_rows; i++, n++)
			rows[n] = (struct row){
				.cells =
				    parts->items[s].cells + i * all.n_columns,
				.nth = n,
			};
	sort(wanted, &all, rows);
	if (wanted->limit >= 0 && all.n_rows > (size_t)wanted->limit)
		all.n_rows = (size_t)wanted->limit;
	for (size_t i = 0; i < all.n_rows; i++)
		memcpy(all.cells + i * all.n_columns, rows[i].cells,
		       all.n_columns * sizeof(*all.cells));
	*out = all;
	return MB_OK;
}

int people_table(const struct sources *sources,
		 const struct table_wanted *wanted, struct mb_arena *arena,
		 struct mb_table *out, struct mb_err *err)
{
	struct tables parts = { .n = sources->n };
	int rc = MB_OK;

	for (int s = 0; s < sources->n && rc == MB_OK; s++) {
		const struct mb_table_args args = {
			.text = wanted->name,
			/* nobody has that number */
			.number = wanted->whom ? wanted->whom->ids[s] : 0,
			.limit = wanted->limit,
		};

		rc = mb_reader_table(sources->readers[s], wanted->id, &args,
				     arena, &parts.items[s], err);
	}
	if (rc == MB_OK && sources->n == 1)
		*out = parts.items[0];
	else if (rc == MB_OK)
		rc = join(wanted, &parts, arena, out, err);
	return rc;
}
