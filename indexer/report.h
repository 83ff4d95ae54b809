/*
 * report.h - what a run says while it goes on and when it has ended
 *
 * The only part of the indexer that prints, and always on standard error:
 * problems as they come, progress on a terminal, a summary at the end.
 */
#ifndef INDEXER_REPORT_H
#define INDEXER_REPORT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "minutebook/str.h"

struct report {
	FILE *to;
	bool is_quiet, is_verbose, is_terminal;
	uint64_t n_total; /* files to come, when they were counted; or 0 */
	uint64_t n_seen, n_indexed, n_unchanged, n_removed, n_failed, n_skipped;
	double started, shown; /* seconds of a steady clock */
	bool has_line;         /* progress stands on the terminal */
};

struct report report_to(FILE *to, bool is_quiet, bool is_verbose);

/* "minutes-index: PATH: WHAT", with control characters made harmless. */
void report_problem(struct report *report, struct mb_str path,
		    struct mb_str what);

/* The same, when the person asked for more. */
void report_detail(struct report *report, struct mb_str path,
		   struct mb_str what);

/* Shows progress, ten times a second at most and only on a terminal. */
void report_progress(struct report *report);

/* The last lines. */
void report_summary(struct report *report, const char *index);

#endif
