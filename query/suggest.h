/*
 * suggest.h - what words may be slips of, as a table
 *
 * One row for each word of the archive that a typed word may be a slip of,
 * the likeliest first, and whether a query for the word is corrected to it:
 *
 *	word       suggestion  times  searched
 *	comitttee  committee     812  yes
 *	comitttee  committees     14  no
 */
#ifndef QUERY_SUGGEST_H
#define QUERY_SUGGEST_H

#include "inquiry.h"
#include "printer.h"

#define SUGGEST_USUAL 5 /* for each word, unless --limit says otherwise */

/*
 * Prints the table for the words of the operands.  Of several indexes, the
 * first that has anything near a word suggests.  Fails with MB_ESTORE,
 * MB_ENOMEM, or as printer_flush().
 */
int suggest_print(struct printer *printer, const struct sources *sources,
		  struct mb_arena *arena, struct mb_err *err);

#endif
