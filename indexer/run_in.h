/*
 * run_in.h - titles that run into their text without a sign between them
 *
 *	6. Approval of Minutes The minutes of 4 March were confirmed.
 *	1. Election of Chairman Dennis Finch was nominated and took the chair.
 */
#ifndef INDEXER_RUN_IN_H
#define INDEXER_RUN_IN_H

#include <stdbool.h>

#include "minutebook/str.h"

/*
 * Divides @text into the title of standard business that it begins with and
 * the sentence behind it.  False where no such title is, or nothing tells
 * where it ends.
 */
bool run_in_split(struct mb_str text, struct mb_str *title,
		  struct mb_str *rest);

#endif
