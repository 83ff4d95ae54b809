#include "minutebook/people_read.h"

#include "reader.h"

/* The statements take ?1 the text, ?2 the number and ?3 the limit. */
static const enum stmt statements[] = {
	[MB_TABLE_PERSONS] = STMT_TABLE_PERSONS,
	[MB_TABLE_WHO] = STMT_TABLE_WHO,
	[MB_TABLE_UNDECIDED] = STMT_TABLE_UNDECIDED,
	[MB_TABLE_ROLES] = STMT_TABLE_ROLES,
	[MB_TABLE_ATTENDANCE] = STMT_TABLE_ATTENDANCE,
	[MB_TABLE_SPOKE_IN] = STMT_TABLE_SPOKE_IN,
	[MB_TABLE_SPOKE_ON] = STMT_TABLE_SPOKE_ON,
	[MB_TABLE_MOVED] = STMT_TABLE_MOVED,
	[MB_TABLE_VOTED] = STMT_TABLE_VOTED,
	[MB_TABLE_LED] = STMT_TABLE_LED,
	[MB_TABLE_SAID] = STMT_TABLE_SAID,
	[MB_TABLE_MENTIONED] = STMT_TABLE_MENTIONED,
	[MB_TABLE_NAMES] = STMT_TABLE_NAMES,
	[MB_TABLE_SPEECHES] = STMT_TABLE_SPEECHES,
	[MB_TABLE_PEOPLE] = STMT_TABLE_PEOPLE,
	[MB_TABLE_OTHER_NAMES] = STMT_TABLE_OTHER_NAMES,
	[MB_TABLE_POSTS] = STMT_TABLE_POSTS,
};

static int read_columns(sqlite3_stmt *stmt, struct mb_arena *arena,
			struct mb_table *table, struct mb_err *err)
{
	const char **columns;
	int rc = MB_OK;

	table->n_columns = (size_t)sqlite3_column_count(stmt);
	columns = MB_NEW(arena, const char *, table->n_columns);
	if (!columns)
		return mb_fail_nomem(err);
	for (size_t i = 0; i < table->n_columns && rc == MB_OK; i++) {
		struct mb_str name =
		    mb_str_of(sqlite3_column_name(stmt, (int)i));

		rc = mb_arena_copy(arena, name, &name, err);
		columns[i] = name.ptr;
	}
	table->columns = columns;
	return rc;
}

static int add_row(sqlite3_stmt *stmt, struct mb_arena *arena,
		   struct mb_table *table, size_t *capacity, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < table->n_columns && rc == MB_OK; i++) {
		size_t at = table->n_rows * table->n_columns + i;
		struct mb_str *moved = mb_arena_grow(arena, table->cells, at,
						     capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		table->cells = moved;
		table->cells[at] = (struct mb_str){ NULL, 0 };
		rc = mb_arena_copy(arena, mb_sql_column(stmt, (int)i),
				   &table->cells[at], err);
	}
	table->n_rows += rc == MB_OK;
	return rc;
}

int mb_reader_table(struct mb_reader *reader, enum mb_table_id id,
		    const struct mb_table_args *args, struct mb_arena *arena,
		    struct mb_table *out, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(args->text),
					    mb_sql_int(args->number),
					    mb_sql_int(args->limit) };
	struct mb_table table = { .n_rows = 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt;
	int rc =
	    mb_sql_begin(&reader->sql, statements[id], values, 3, &stmt, err);

	if (rc == MB_OK)
		rc = read_columns(stmt, arena, &table, err);
	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0)
		rc = add_row(stmt, arena, &table, &capacity, err);
	if (rc == MB_OK)
		*out = table;
	return rc;
}

struct mb_str mb_table_cell(const struct mb_table *table, size_t row,
			    size_t column)
{
	return table->cells[row * table->n_columns + column];
}

int mb_reader_n_words(struct mb_reader *reader, int64_t *n, struct mb_err *err)
{
	const struct sql_value name[] = { mb_sql_text(MB_STR("words")) };

	return mb_sql_get_int(&reader->sql, STMT_GET_TOTAL, name, 1, 0, n, err);
}
