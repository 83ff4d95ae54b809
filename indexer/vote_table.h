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
#include "minutebook/doc.h"

/* Joins the rows of such tables.  Failure sticks to @blocks. */
void vote_tables_join(struct blocks *blocks);

/* Whether @text is one, as joined. */
bool vote_table_is(struct mb_str text);

/*
 * Reads the table that @text ends in: the names of each side, and its count
 * where there is a total.  False when there is none, with @vote as it was.
 * Failure sticks to @blocks.
 */
bool vote_table_read(struct blocks *blocks, struct mb_str text,
		     struct mb_vote *vote);

#endif
