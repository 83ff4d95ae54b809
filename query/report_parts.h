/*
 * report_parts.h - what the sections of a report are made from
 */
#ifndef QUERY_REPORT_PARTS_H
#define QUERY_REPORT_PARTS_H

#include "inquiry.h"
#include "printer.h"

/* A paragraph that was found, and what it belongs to. */
struct report_hit {
	struct hit hit;
	int64_t item, meeting;
	int year;
};

struct report {
	struct printer *printer;
	struct inquiry *q;
	struct mb_arena *arena;
	struct report_hit *hits; /* the best first */
	size_t n_hits, capacity;
};

/* Begins a section whose note is formatted like printf(). */
int report_section(struct report *report, const char *key, const char *heading,
		   struct mb_err *err, const char *note, ...)
    __attribute__((format(printf, 5, 6)));

/* report_parts.c: sections of every report */
int report_about(struct report *report, struct mb_err *err);
int report_counts(struct report *report, struct mb_err *err);
int report_speakers(struct report *report, struct mb_err *err);
int report_decisions(struct report *report, struct mb_err *err);

/* report_subject.c: of a subject */
int report_passages(struct report *report, struct mb_err *err);
int report_citations(struct report *report, struct mb_err *err);

/* report_meetings.c: of meetings */
int report_meetings(struct report *report, struct mb_err *err);

#endif
