/*
 * sheet.h - tables on people, printed
 *
 * A sheet is a title and some sections, each a table (people_read.h).  Each
 * format prints any of them; none knows what a section is about.
 */
#ifndef QUERY_SHEET_H
#define QUERY_SHEET_H

#include <stdbool.h>

#include "minutebook/buf.h"
#include "minutebook/people_read.h"

struct section {
	const char *title; /* "Roles" */
	const char *key;   /* "roles": for programs */
	struct mb_table table;
};

#define SHEET_MAX_SECTIONS 16

struct sheet {
	struct mb_str title; /* "Jonah Reeve, Larkhythe Council" */
	struct section sections[SHEET_MAX_SECTIONS];
	size_t n_sections;
};

struct sheet_format {
	const char *name;
	const char *alias; /* or NULL */
	void (*print)(const struct sheet *sheet, struct mb_buf *out);
};

/* The format of that name, or NULL. */
const struct sheet_format *sheet_format_find(struct mb_str name);

/* sheet_text.c, sheet_markup.c, sheet_data.c */
void sheet_print_text(const struct sheet *sheet, struct mb_buf *out);
void sheet_print_markdown(const struct sheet *sheet, struct mb_buf *out);
void sheet_print_html(const struct sheet *sheet, struct mb_buf *out);
void sheet_print_csv(const struct sheet *sheet, struct mb_buf *out);
void sheet_print_json(const struct sheet *sheet, struct mb_buf *out);

#endif
