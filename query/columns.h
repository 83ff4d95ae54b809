/*
 * columns.h - what is known of a hit, by name
 *
 *	--fields date,speaker,excerpt
 *	--template '{date}\t{speaker}'
 *
 * One table of names gives the columns of CSV and TSV, what --fields takes
 * and what stands in a template's braces.  Hits become rows of table.h.
 */
#ifndef QUERY_COLUMNS_H
#define QUERY_COLUMNS_H

#include "render.h"

#define COLUMNS_MAX 32

struct hit_column;

/* A choice of columns. */
struct columns {
	const struct hit_column *items[COLUMNS_MAX];
	struct column heads[COLUMNS_MAX];
	size_t n;
};

/* Everything, in the order of the JSON object: for CSV without --fields. */
void columns_all(struct columns *out);

/*
 * Reads "date,speaker,excerpt".  Fails with MB_EUSAGE: an unknown name (with
 * the nearest), none at all or too many.
 */
int columns_parse(struct mb_str list, struct columns *out, struct mb_err *err);

/* Puts a column for the name of the query in front. */
void columns_add_query(struct columns *columns);

/* One by name, or NULL after having failed with MB_EUSAGE. */
const struct hit_column *column_find(struct mb_str name, struct mb_err *err);

/* The hit's value; composed texts live in @arena.  Fails with MB_ENOMEM. */
int column_value(const struct hit_column *column, const struct render *render,
		 const struct render_hit *hit, struct mb_arena *arena,
		 struct cell *out, struct mb_err *err);

/* The hit as the only row of a table in @arena.  Fails with MB_ENOMEM. */
int columns_row(const struct columns *columns, const struct render *render,
		const struct render_hit *hit, struct mb_arena *arena,
		struct table *out, struct mb_err *err);

/* Whether it is cut from the text, and worth cutting only when it is shown. */
bool column_is_excerpt(const struct hit_column *column);

/* Names and meanings, a line each, for the manual's test and --help. */
void columns_list(struct mb_buf *out);

#endif
