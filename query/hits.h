/*
 * hits.h - found paragraphs are read, cut to passages and printed
 */
#ifndef QUERY_HITS_H
#define QUERY_HITS_H

#include "inquiry.h"
#include "printer.h"

/*
 * Prints the inquiry's hits as the printer's options want them: whole hits,
 * chosen columns or a template; each alone or one for its item or meeting;
 * with several passages, with what stands around them.  Ends with MB_ESTOPPED
 * when nobody reads any more.
 */
int hits_print(struct printer *printer, struct inquiry *q, struct mb_err *err);

/* One paragraph, with the excerpt that the inquiry wants (NULL: all of it). */
int hits_print_one(struct printer *printer, struct inquiry *q,
		   const struct hit *found, struct mb_err *err);

/* The path of each file that has hits, once, in their order. */
int hits_print_files(struct printer *printer, struct inquiry *q,
		     struct mb_err *err);

#endif
