/*
 * options.h - what minutes-query was asked to do
 */
#ifndef QUERY_OPTIONS_H
#define QUERY_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "render.h"
#include "search.h"
#include "sheet.h"

enum task {
	TASK_SEARCH,
	TASK_COUNT,
	TASK_EXPLAIN,
	TASK_PERSON, /* people.h: one person's report */
	TASK_WHO,
	TASK_PEOPLE,
	TASK_MERGES,
	TASK_FIELDS,
	TASK_HELP,
	TASK_VERSION,
	TASK_COMPLETION
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct options {
	enum task task;
	const char *indexes[SEARCH_MAX_SOURCES];
	int n_indexes;
	struct mb_str query;
	const char *format; /* as typed, or NULL */
	const struct render_ops *render;
	const char *name;                 /* of TASK_PERSON and TASK_WHO */
	const struct sheet_format *sheet; /* of tasks on people */
	bool is_popolo;
	struct search_options search;
	bool has_sort, has_match, has_limit; /* said, not the usual */
	enum color color;
	bool is_quiet, has_pager, ends_with_nul;
	bool has_synonyms, has_correction;
	bool says_correction; /* it was said, not the usual */
	const char *synonyms; /* a file of the person's own, or NULL */
	const char *shell;    /* of TASK_COMPLETION */
};

/*
 * Reads the command line and the environment.  Fails with MB_EUSAGE or
 * MB_ENOMEM.
 */
int options_read(int argc, char **argv, struct mb_arena *arena,
		 struct options *out, struct mb_err *err);

/* The texts of --help, --fields and --completion=SHELL. */
void options_help(struct mb_buf *out);
void options_fields(struct mb_buf *out);
bool options_completion(struct mb_buf *out, const char *shell);

#endif
