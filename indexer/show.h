/*
 * show.h - what is understood of files, printed instead of indexed
 *
 * The same walk and the same pipeline as a run of ingest.h, for --extract,
 * --dump and --check: one file after the other, on standard output, and no index.  A file
 * that fails is reported, and the next one follows.
 */
#ifndef INDEXER_SHOW_H
#define INDEXER_SHOW_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "minutebook/err.h"
#include "report.h"

/* What is shown. */
struct show_files {
	const char *const *paths;
	size_t n;
	bool reads_scans; /* the text of pictures, too (ocr.h) */
};

/*
 * Prints the records of the files as JSON Lines.  @stop, when set by a signal,
 * ends the printing after the file at hand with MB_ESTOPPED.  Fails with what
 * ends a run (mb_code_ends_run()).
 */
int show_records(const struct show_files *files, struct report *report,
		 const volatile sig_atomic_t *stop, struct mb_err *err);

/*
 * Prints what a stage of the pipeline ("lines", "blocks" or "meeting") makes
 * of the files.  Fails with MB_EUSAGE for any other stage, too.
 */
int show_stage(const char *stage, const struct show_files *files,
	       struct report *report, const volatile sig_atomic_t *stop,
	       struct mb_err *err);

/*
 * Prints in words how well each file is understood, and a table of all
 * (check_print.h).  Fails as show_records() does.
 */
int show_checks(const struct show_files *files, struct report *report,
		const volatile sig_atomic_t *stop, struct mb_err *err);

#endif
