/*
 * options.h - what minutes-query was asked to do
 */
#ifndef QUERY_OPTIONS_H
#define QUERY_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "columns.h"
#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"
#include "render.h"
#include "search.h"
#include "sheet.h"
#include "tally.h"
#include "template.h"

enum task {
	TASK_SEARCH,
	TASK_COUNT,
	TASK_FILES,
	TASK_TREND,
	TASK_COMPARE,
	TASK_SHOW,
	TASK_REPORT,
	TASK_COVERAGE,
	TASK_SQL,
	TASK_SAVE,
	TASK_FORGET,
	TASK_SAVED,
	TASK_ALERT,
	TASK_EXPLAIN,
	TASK_SUGGEST,
	TASK_TOPICS,
	TASK_PERSON, /* people.h: one person's report */
	TASK_WHO,
	TASK_PEOPLE,
	TASK_MERGES,
	TASK_FIELDS, /* from here on no index is needed */
	TASK_SCHEMA,
	TASK_HELP,
	TASK_VERSION,
	TASK_COMPLETION
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum group { GROUP_NONE, GROUP_ITEM, GROUP_MEETING };

struct options {
	enum task task;
	const char *indexes[SEARCH_MAX_SOURCES];
	int n_indexes;
	bool has_index;          /* -i was said */
	struct mb_str query;     /* the operands, with blanks between them */
	struct mb_str *operands; /* each by itself, in the arena */
	size_t n_operands, operands_capacity;
	const char *format; /* as typed, or NULL */
	const struct render_ops *render;
	const char *whom;                 /* of TASK_PERSON and TASK_WHO */
	const struct sheet_format *sheet; /* of tasks on people */
	bool is_popolo;
	struct search_options search;
	bool has_sort, has_match, has_limit; /* said, not the usual */
	enum color color;
	bool is_quiet, has_pager, ends_with_nul, is_raw_csv;

	struct columns columns;   /* of --fields; n is 0 without */
	struct template template; /* of --template */
	bool has_template;
	enum group group;
	int64_t n_passages; /* 0: the best one, as always */
	int64_t n_context;  /* paragraphs around each */
	struct tally_by by; /* of --by */
	bool has_by, has_format, has_cite;
	int64_t seconds; /* that --sql may take */

	struct mb_str list; /* the file of --queries-from, or empty */
	struct mb_str name; /* of --save, --forget; of --show the id, of --sql
				the statement */
	const char *shell;  /* of TASK_COMPLETION */
	bool has_synonyms, has_correction, has_more;
	bool says_correction; /* it was said, not the usual */
	const char *synonyms; /* a file of the person's own, or NULL */
};

/*
 * Reads the command line and the environment.  Fails with MB_EUSAGE or
 * MB_ENOMEM.
 */
int options_read(int argc, char **argv, struct mb_arena *arena,
		 struct options *out, struct mb_err *err);

/* The texts of --help, --list-fields and --completion=SHELL. */
void options_help(struct mb_buf *out);
void options_fields(struct mb_buf *out);
bool options_completion(struct mb_buf *out, const char *shell);

#endif
