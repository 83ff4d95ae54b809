/*
 * ingest.h - a run of the indexer: from folders to the index
 *
 * Every file is seen, and each comes to one of three ends: it is in the index;
 * it failed, with its reason in the index and in the report, and the run goes
 * on; or the run itself failed (no memory, no disk), and everything since the
 * last commit is as if it had never been.
 */
#ifndef INDEXER_INGEST_H
#define INDEXER_INGEST_H

#include <signal.h>
#include <stdbool.h>

#include "minutebook/err.h"
#include "report.h"

struct ingest_options {
	const char *index;  /* path of the index */
	const char *people; /* a people file, or NULL */
	bool rehash;        /* read every file, even if it looks untouched */
	bool reads_scans;   /* read the text of pictures (ocr.h) */
	bool dry_run;       /* say what would change, change nothing */
};

/*
 * Takes the @n paths into the index.  @stop, when set by a signal, ends the
 * run after the file at hand, with MB_ESTOPPED; what was taken in stays.
 * Fails with what ends a run (mb_code_ends_run()).
 */
int ingest_run(const struct ingest_options *options, const char *const *paths,
	       size_t n, struct report *report,
	       const volatile sig_atomic_t *stop, struct mb_err *err);

#endif
