/*
 * table_minutes.h - minutes that are laid out as a table
 *
 *	| 3. | Police report. PCSO Dent reported ... | AB |
 *
 * Number, text and who is to act stand in the cells of a row.  Where enough
 * rows are so, each becomes what it would be without the table: a paragraph
 * that begins with its number, and one for each other cell.
 */
#ifndef INDEXER_TABLE_MINUTES_H
#define INDEXER_TABLE_MINUTES_H

#include "blocks.h"

/* Opens such rows of @blocks.  Failure sticks to them. */
void table_minutes_open(struct blocks *blocks);

#endif
