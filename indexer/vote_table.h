/*
 * vote_table.h - a recorded vote that is set as a table
 *
 *	| Member            | For | Against |        | For         | Against     |
 *	| Councillor Finch  |  X  |         |        | Cllr Finch  | Cllr Brand  |
 *	| Councillor Brand  |     |    X    |        | Cllr Ames   |             |
 *	| Total             |  1  |    1    |
 *
 * Its rows become one paragraph, a row a line, which keeps the empty cells:
 * without them nobody knew who was for and who against.
 */
#ifndef INDEXER_VOTE_TABLE_H
#define INDEXER_VOTE_TABLE_H

#include "blocks.h"
#include "vote_names.h"

/* Joins the rows of such tables.  Failure sticks to @blocks. */
void vote_tables_join(struct blocks *blocks);

/* Whether @text is one, as joined. */
bool vote_table_is(struct mb_str text);

/*
 * Reads the table of @text into the vote: the names of each side, in a cell
 * each or all in one, and its count where there is one.  What stands below its
 * rows is no part of it.  False when there is no table, or nobody in it and no
 * two counts, with the vote as it was.  Failure sticks to the blocks.
 */
bool vote_table_read(const struct voters *voters, struct mb_str text);

#endif
