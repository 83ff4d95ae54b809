/*
 * options.h - what minutes-index was asked to do
 */
#ifndef INDEXER_OPTIONS_H
#define INDEXER_OPTIONS_H

#include <stdbool.h>

#include "ingest.h"
#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/err.h"

enum task {
	TASK_INDEX,
	TASK_FORGET,
	TASK_EXTRACT,
	TASK_DUMP,
	TASK_CHECK,
	TASK_HELP, /* from here on it is only about the program */
	TASK_VERSION,
	TASK_COMPLETION
};

struct options {
	enum task task;
	struct ingest_options ingest;
	bool is_quiet, is_verbose;
	const char *stage;        /* of TASK_DUMP */
	const char *shell;        /* of TASK_COMPLETION */
	const char *const *paths; /* in the arena */
	size_t n_paths;
};

/*
 * Reads the command line and the environment; lists of files are read, too.
 * Fails with MB_EUSAGE, MB_EIO (a list) or MB_ENOMEM.
 */
int options_read(int argc, char **argv, struct mb_arena *arena,
		 struct options *out, struct mb_err *err);

/* The text of --help; of --completion=SHELL, false for an unknown one. */
void options_help(struct mb_buf *out);
bool options_completion(struct mb_buf *out, const char *shell);

#endif
