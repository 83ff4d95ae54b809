/*
 * people_tables.h - tables on people, of several indexes as of one
 *
 * A person has a number in each index; what is the same in all of them is the
 * name and the council.
 */
#ifndef QUERY_PEOPLE_TABLES_H
#define QUERY_PEOPLE_TABLES_H

#include "inquiry.h"
#include "minutebook/people_read.h"

#define NOT_THERE (-1)

/* Somebody, and the number in each index or NOT_THERE. */
struct someone {
	struct mb_str name, council;
	int64_t ids[SEARCH_MAX_SOURCES];
};

struct people_list {
	struct someone *items; /* by council and name */
	size_t n;
};

/* Which table, and how the rows of several indexes are brought together. */
struct table_wanted {
	enum mb_table_id id;
	const struct someone *whom; /* NULL: the table is of a name, or all */
	struct mb_str name;         /* folded */
	int64_t limit;              /* of all indexes together; -1: all */
	const char *order;          /* a column; NULL: as the indexes are */
	bool is_falling;            /* the last comes first */
	bool is_number;             /* the column is one */
};

/* Those with such a name (folded), or everybody if it is empty. */
int people_list(const struct sources *sources, struct mb_str name,
		struct mb_arena *arena, struct people_list *out,
		struct mb_err *err);

int people_table(const struct sources *sources,
		 const struct table_wanted *wanted, struct mb_arena *arena,
		 struct mb_table *out, struct mb_err *err);

#endif
