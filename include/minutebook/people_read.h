/*
 * people_read.h - what the index knows of people, as tables
 *
 * Reports on people are tables of text: roles, attendance, speeches, each row
 * with where it stands.  One function reads any of them; what a table has is
 * told by its statement in lib/sql_people.c, and the names of the columns come
 * with it.
 *
 *	mb_reader_table(reader, MB_TABLE_ROLES, &args, arena, &table, err);
 *	for (size_t i = 0; i < table.n_rows; i++)
 *		print(mb_table_cell(&table, i, 0));
 */
#ifndef MB_PEOPLE_READ_H
#define MB_PEOPLE_READ_H

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/store_read.h"
#include "minutebook/str.h"

enum mb_table_id {
	/* of a name, folded (args.text) */
	MB_TABLE_PERSONS,   /* id, person, council, meetings, first, last:
			       those with such a name */
	MB_TABLE_WHO,       /* those whom the name stands for, and why */
	MB_TABLE_UNDECIDED, /* where it was not decided, with candidates */

	/* of a person (args.number: the id) */
	MB_TABLE_ROLES,
	MB_TABLE_ATTENDANCE,
	MB_TABLE_SPOKE_IN, /* by year and body */
	MB_TABLE_SPOKE_ON, /* by item */
	MB_TABLE_MOVED,
	MB_TABLE_VOTED,
	MB_TABLE_LED,       /* items */
	MB_TABLE_SAID,      /* every paragraph */
	MB_TABLE_MENTIONED, /* by others */
	MB_TABLE_NAMES,     /* as printed, and by what they were decided */
	MB_TABLE_SPEECHES,  /* the texts */

	/* of everybody */
	MB_TABLE_PEOPLE,      /* id, person, council, first, last */
	MB_TABLE_OTHER_NAMES, /* of a person */
	MB_TABLE_POSTS        /* of a person: role, body, first, last */
};

struct mb_table_args {
	struct mb_str text;
	int64_t number;
	int64_t limit; /* rows; -1: all */
};

struct mb_table {
	const char *const *columns; /* their names */
	size_t n_columns;
	struct mb_str *cells; /* row by row; NULL is empty */
	size_t n_rows;
};

/* Everything in @arena.  Fails with MB_ESTORE or MB_ENOMEM. */
int mb_reader_table(struct mb_reader *reader, enum mb_table_id id,
		    const struct mb_table_args *args, struct mb_arena *arena,
		    struct mb_table *out, struct mb_err *err)
    __attribute__((warn_unused_result));

struct mb_str mb_table_cell(const struct mb_table *table, size_t row,
			    size_t column);

/* How many words the index holds, for comparing frequencies. */
int mb_reader_n_words(struct mb_reader *reader, int64_t *n, struct mb_err *err)
    __attribute__((warn_unused_result));

#endif
