/*
 * printer.h - what a renderer makes goes out, the first of it at once
 *
 * A closed pipe is no error but an end: nothing more is asked for.
 */
#ifndef QUERY_PRINTER_H
#define QUERY_PRINTER_H

#include <stdio.h>

#include "options.h"

struct printer {
	const struct options *options;
	const struct render_ops *ops;
	struct render render;
	struct mb_buf buf; /* what has been made and not written */
	FILE *to;          /* NULL: it is kept in buf */
	int64_t n_hits;    /* hits or rows that were printed */
	bool is_flushed;
	bool has_table; /* whose rows further hits are */
	int64_t
	    n_groups; /* items or meetings that there are; -1: not grouped */
};

/* What a page says of itself. */
struct printer_page {
	enum render_shape shape;
	struct mb_str title;
	struct mb_str updated; /* ISO 8601, or empty */
};

/* Opens the pager, if there is to be one, and begins the page. */
void printer_begin(struct printer *printer, const struct options *options,
		   const struct render_ops *ops,
		   const struct printer_page *page);

/*
 * Writes what was made.  Fails with MB_ESTOPPED when nobody reads any more,
 * MB_EIO or MB_ENOMEM.
 */
int printer_flush(struct printer *printer, struct mb_err *err);

/* Ends the page and closes.  @rc is what happened before: MB_ESTOPPED becomes
 * MB_OK, and any other failure is kept. */
int printer_end(struct printer *printer, int rc, struct mb_err *err);

#endif
