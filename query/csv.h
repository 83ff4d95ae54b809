/*
 * csv.h - cells of CSV (RFC 4180) and TSV, the only place that writes them
 *
 * A spreadsheet runs a cell that begins with = + - @ or a control character as
 * a formula, whoever wrote the minutes.  Such a cell gets an apostrophe in
 * front, which spreadsheets do not show, unless it is wanted raw.
 */
#ifndef QUERY_CSV_H
#define QUERY_CSV_H

#include <stdbool.h>

#include "minutebook/buf.h"

/* Quoted when it has to be.  Control characters but line ends become '?'. */
void csv_cell(struct mb_buf *out, struct mb_str s, bool is_raw);

/* TSV has no quotes: tabs and line ends become blanks. */
void tsv_cell(struct mb_buf *out, struct mb_str s, bool is_raw);

#endif
