/*
 * correct_names.h - names in filters that fit nobody
 *
 *	speaker:kenedy		speaker:kennedy
 *	committee:cabnet	committee:cabinet
 *
 * A value that fits no name of its kind in any of the indexes is looked at word
 * by word: each word that no name has is replaced by the likeliest one that
 * some name has (slip.h), if the whole then fits.  Where two words are as
 * likely, nothing is replaced.
 */
#ifndef QUERY_CORRECT_NAMES_H
#define QUERY_CORRECT_NAMES_H

#include "correct.h"

/* Adds to @out and changes values in @query.  Fails with MB_ESTORE or
 * MB_ENOMEM. */
int correct_names(struct query *query, const struct search_source *sources,
		  int n_sources, struct mb_arena *arena,
		  struct corrections *out, struct mb_err *err);

#endif
