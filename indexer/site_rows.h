/*
 * site_rows.h - the items of a saved page whose table became lines
 *
 *	No. | Item |
 *	---|---
 *	Budget PDF 55 KB To consider the report. Minutes: It was noted. |
 *	|
 *
 * Some crawlers keep the rows of ModernGov's table of items and lose all that
 * was in them but the text: the number, and where one part ends.
 */
#ifndef INDEXER_SITE_ROWS_H
#define INDEXER_SITE_ROWS_H

#include "blocks.h"

/*
 * Divides the rows behind block @head into titles (marked so), texts and
 * labels, as a page has them whose text was saved whole.
 */
void site_rows_open(struct blocks *blocks, size_t head);

#endif
