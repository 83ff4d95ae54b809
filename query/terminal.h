/*
 * terminal.h - where the output goes: how wide, coloured, paged
 */
#ifndef QUERY_TERMINAL_H
#define QUERY_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

/* Columns of the terminal behind @file: COLUMNS, the kernel, or 80. */
int terminal_width(FILE *file);

/* Whether colours are wanted there: not with NO_COLOR or TERM=dumb. */
bool terminal_has_color(FILE *file);

bool terminal_is(FILE *file);

/*
 * A pipe to $PAGER (less -FRX unless it is set) when stdout is a terminal;
 * else stdout.  Close it with terminal_close().
 */
FILE *terminal_page(bool is_wanted);

/* False when what was written did not arrive, other than by a closed pipe. */
bool terminal_close(FILE *file);

#endif
