/*
 * show.h - what an id names: a paragraph in its item, or all of an item
 */
#ifndef QUERY_SHOW_H
#define QUERY_SHOW_H

#include "inquiry.h"
#include "printer.h"

/*
 * Prints what options->name names in the first index that has it, whole and
 * with options->n_context paragraphs around it.  Fails with MB_ENOTFOUND when
 * there is no such id.
 */
int show_print(struct printer *printer, const struct sources *sources,
	       struct mb_arena *arena, struct mb_err *err);

#endif
