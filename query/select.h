/*
 * select.h - a person's own SELECT on the index, in any format
 */
#ifndef QUERY_SELECT_H
#define QUERY_SELECT_H

#include "inquiry.h"
#include "printer.h"

/*
 * Runs options->name and prints its rows as they come; the text format first
 * waits for some, to know how wide its columns are.  Fails as
 * mb_reader_select() does.
 */
int select_print(struct printer *printer, struct mb_reader *reader,
		 struct mb_err *err);

#endif
