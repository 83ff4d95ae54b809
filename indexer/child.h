/*
 * child.h - another program's help, without trust in it
 *
 * Some formats are better read by a program that others keep in order, like
 * pdftotext.  What it is given comes from strangers, so that it runs confined
 * (confine.h): it gets the document as its standard input and nothing else,
 * and what it prints is read piece by piece:
 *
 *	if ((rc = child_start(&child, &command, bytes, err)))
 *		return rc;
 *	rc = child_take(&child, take_piece, user, err);
 *
 * The document lies in sealed memory that the child cannot change, so that
 * neither side can block the other.  The child is a group of its own, killed
 * as a whole at the end, whatever the end was, and dies with its parent.
 */
#ifndef INDEXER_CHILD_H
#define INDEXER_CHILD_H

#include <stdint.h>
#include <sys/types.h>

#include "confine.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* So much of what a child complains about is kept. */
#define CHILD_COMPLAINT_BYTES 512

/* Stands in the message when a program is not there: it may come later. */
#define CHILD_MISSING "is not installed"

struct child_command {
	const char *program;            /* looked for in PATH */
	const char *const *arguments;   /* argv, NULL at the end */
	const char *const *environment; /* the same; NULL: none */
	const char *package;            /* what to install when it is missing */
	struct confinement limits;
	unsigned wall_seconds; /* from start to end */
	size_t output_bytes;   /* more is a failure */
};

struct child {
	const struct child_command *command;
	pid_t pid;       /* and group; 0 when there is none */
	int out, errors; /* pipes; -1 when closed */
	int64_t deadline_ns;
	size_t n_out;
	int exit_status;                       /* when its end was MB_OK */
	char complaint[CHILD_COMPLAINT_BYTES]; /* NUL-terminated */
	size_t n_complaint;
};

/*
 * Starts @command, which must live as long as @child, with @input as its
 * standard input.  Fails with MB_EUNREAD when the program is not installed
 * (the message names the package) and with MB_EIO when the system refuses;
 * then there is nothing to end.
 */
int child_start(struct child *child, const struct child_command *command,
		struct mb_str input, struct mb_err *err);

/*
 * Gives what the child prints to @take, piece by piece, and ends it.  Fails
 * with MB_ELIMIT beyond the command's output, its time or another limit,
 * MB_EFORMAT when it crashed, and MB_EIO.  What it printed before that has
 * been taken.
 */
int child_take(struct child *child,
	       void (*take)(void *user, struct mb_str piece), void *user,
	       struct mb_err *err);

#endif
