/*
 * heading.h - facts of a meeting that a page states in a known form
 *
 *	Cabinet - Thursday 4 March 2021 7.00 pm, CANCELLED
 *	Venue: Town Hall		Date of decision: 19/10/2015
 */
#ifndef INDEXER_HEADING_H
#define INDEXER_HEADING_H

#include <stdbool.h>

#include "blocks.h"
#include "minutebook/doc.h"

/* Body, date and time in one line; or only a body. */
void heading_read(struct blocks *blocks, struct mb_str heading,
		  struct mb_doc *doc);

/* "Label: value".  False when the label is not one of a meeting's facts. */
bool heading_read_fact(struct blocks *blocks, struct mb_str fact,
		       struct mb_doc *doc);

/* Whether @text begins with such a label. */
bool heading_has_label(struct mb_str text);

/* The fact that block @i begins: "Venue:" may have its value in the next. */
bool heading_read_block(struct blocks *blocks, size_t i, struct mb_doc *doc);

#endif
