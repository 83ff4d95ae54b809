/*
 * opts.h - command-line options from a table
 *
 * One table per program gives parsing, --help and the shells' completions:
 *
 *	static const struct mb_opt options[] = {
 *		{ OPT_INDEX, 'i', "index", "FILE", "use this index" },
 *		{ OPT_QUIET, 'q', "quiet", NULL, "say nothing" },
 *	};
 *
 * Options stand anywhere among the operands, as GNU's do: --index=FILE,
 * --index FILE, -i FILE, -iFILE, -qv; "--" ends them; "-" is an operand.
 */
#ifndef MB_OPTS_H
#define MB_OPTS_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/buf.h"
#include "minutebook/err.h"

struct mb_opt {
	int id;           /* the program's own, not 0 */
	char letter;      /* 0: none */
	const char *name; /* without the dashes */
	const char *arg;  /* what its argument is called; NULL: it has none */
	const char *help; /* one line */
};

struct mb_opts {
	const struct mb_opt *table;
	size_t n;
	int argc;
	char **argv;
	int at;              /* the next argument */
	const char *letters; /* rest of a group such as -qv */
	bool is_ended;       /* "--" has been seen */
};

struct mb_opts mb_opts_of(const struct mb_opt *table, size_t n, int argc,
			  char **argv);

/*
 * The next option or operand: 1 with its id (0: an operand) and its value, 0
 * at the end, MB_EUSAGE for an unknown option (with the nearest known one) or
 * a missing argument.  Values live in argv.
 */
int mb_opts_next(struct mb_opts *opts, int *id, const char **value,
		 struct mb_err *err);

/* Appends the table as text for --help. */
void mb_opts_help(struct mb_buf *out, const struct mb_opt *table, size_t n);

/*
 * Appends a completion script for @program; false when @shell is none of
 * bash, zsh and fish.
 */
bool mb_opts_completion(struct mb_buf *out, const char *shell,
			const char *program, const struct mb_opt *table,
			size_t n);

#endif
