/*
 * report.h - tables on people, printed
 *
 * A report is a title and some sections, each a table (people_read.h).  Each
 * format prints any of them; none knows what a section is about.
 */
#ifndef QUERY_REPORT_H
#define QUERY_REPORT_H

#include <stdbool.h>

#include "minutebook/buf.h"
#include "minutebook/people_read.h"

struct section {
	const char *title; /* "Roles" */
	const char *key;   /* "roles": for programs */
	struct mb_table table;
};

#define REPORT_MAX_SECTIONS 16

struct report {
	struct mb_str title; /* "Jonah Reeve, Larkhythe Council" */
	struct section sections[REPORT_MAX_SECTIONS];
	size_t n_sections;
};

struct report_format {
	const char *name;
	const char *alias; /* or NULL */
	void (*print)(const struct report *report, struct mb_buf *out);
};

/* The format of that name, or NULL. */
const struct report_format *report_format_find(struct mb_str name);

/* report_text.c, report_markup.c, report_data.c */
void report_print_text(const struct report *report, struct mb_buf *out);
void report_print_markdown(const struct report *report, struct mb_buf *out);
void report_print_html(const struct report *report, struct mb_buf *out);
void report_print_csv(const struct report *report, struct mb_buf *out);
void report_print_json(const struct report *report, struct mb_buf *out);

#endif
