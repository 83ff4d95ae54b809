/*
 * table_text.h - tables as aligned columns, for people at a terminal
 */
#ifndef QUERY_TABLE_TEXT_H
#define QUERY_TABLE_TEXT_H

#include "render.h"

/* The steps of struct render_ops. */
void table_text_begin(struct render *render, const struct table *table);
void table_text_row(struct render *render, const struct table *table,
		    size_t row);
void table_text_end(struct render *render, const struct table *table);

/* Columns that a text takes on a terminal. */
int table_text_columns(struct mb_str s);

#endif
