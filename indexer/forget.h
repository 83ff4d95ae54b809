/*
 * forget.h - paths of earlier runs leave the index, with their documents
 */
#ifndef INDEXER_FORGET_H
#define INDEXER_FORGET_H

#include "ingest.h"

/*
 * Drops the roots that the @n paths stand for, all or none: a path that is no
 * root of the index fails with MB_ENOTFOUND, and the message says what it is.
 * The files need not be there any more.  Fails with MB_ESTORE, MB_EBUSY and
 * MB_ENOMEM, too.
 */
int forget_run(const struct ingest_options *options, const char *const *paths,
	       size_t n, struct report *report, struct mb_err *err);

#endif
