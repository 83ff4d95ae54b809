#include "report.h"

#include <inttypes.h>
#include <time.h>
#include <unistd.h>

#include "minutebook/text.h"

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct report report_to(FILE *to, bool is_quiet, bool is_verbose)
{
	return (struct report){
		.to = to,
		.is_quiet = is_quiet,
		.is_verbose = is_verbose,
		.is_terminal = isatty(fileno(to)) == 1,
		.started = now(),
	};
}

static void clear_line(struct report *report)
{
	if (report->has_line)
		fputs("\r\x1B[K", report->to);
	report->has_line = false;
}

/* Names of files may hold anything, but nothing that moves a terminal. */
static void print_safely(FILE *to, struct mb_str s)
{
	struct mb_str piece;

	while (mb_printable_next(&s, &piece))
		fwrite(piece.ptr, 1, piece.len, to);
}

static void print_line(struct report *report, struct mb_str path,
		       struct mb_str what)
{
	clear_line(report);
	fputs("minutes-index: ", report->to);
	print_safely(report->to, path);
	fputs(": ", report->to);
	print_safely(report->to, what);
	fputc('\n', report->to);
}

void report_problem(struct report *report, struct mb_str path,
		    struct mb_str what)
{
	if (!report->is_quiet)
		print_line(report, path, what);
}

void report_detail(struct report *report, struct mb_str path,
		   struct mb_str what)
{
	if (report->is_verbose && !report->is_quiet)
		print_line(report, path, what);
}

void report_progress(struct report *report)
{
	double time = now();
	double seconds = time - report->started;
	double rate = seconds > 0 ? (double)report->n_seen / seconds : 0;

	if (report->is_quiet || !report->is_terminal ||
	    time - report->shown < 0.1)
		return;
	report->shown = time;
	fprintf(report->to, "\r\x1B[K%" PRIu64, report->n_seen);
	if (report->n_total > 0)
		fprintf(report->to, " of %" PRIu64, report->n_total);
	fprintf(report->to, " files, %.0f a second", rate);
	if (report->n_total > report->n_seen && rate > 0)
		fprintf(report->to, ", %.0f s left",
			(double)(report->n_total - report->n_seen) / rate);
	fflush(report->to);
	report->has_line = true;
}

void report_summary(struct report *report, const char *index)
{
	if (report->is_quiet)
		return;
	clear_line(report);
	fprintf(report->to,
		"%s: %" PRIu64 " files seen, %" PRIu64 " indexed, %" PRIu64
		" unchanged, %" PRIu64 " removed, %" PRIu64 " failed, %" PRIu64
		" skipped in %.2f s\n",
		index, report->n_seen, report->n_indexed, report->n_unchanged,
		report->n_removed, report->n_failed, report->n_skipped,
		now() - report->started);
}
