#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minutebook/opts.h"

enum {
	OPT_INDEX = 1,
	OPT_FILES_FROM,
	OPT_PEOPLE,
	OPT_EXTRACT,
	OPT_DUMP,
	OPT_CHECK,
	OPT_OCR,
	OPT_REHASH,
	OPT_FORGET,
	OPT_DRY_RUN,
	OPT_QUIET,
	OPT_VERBOSE,
	OPT_HELP,
	OPT_VERSION,
	OPT_COMPLETION
};

static const struct mb_opt table[] = {
	{ OPT_INDEX, 'i', "index", "FILE",
	  "the index to fill (default: $MINUTES_INDEX, else minutes.db)" },
	{ OPT_FILES_FROM, 0, "files-from", "FILE",
	  "take paths from FILE, one a line or NUL-ended; - is stdin" },
	{ OPT_PEOPLE, 0, "people", "FILE",
	  "what is known of people: names, aliases, offices, decisions" },
	{ OPT_EXTRACT, 0, "extract", NULL,
	  "print what was understood as JSON Lines, index nothing" },
	{ OPT_DUMP, 0, "dump", "STAGE",
	  "print what a stage makes of the files: lines, blocks, meeting" },
	{ OPT_CHECK, 0, "check", NULL,
	  "say in words how well files are understood, index nothing" },
	{ OPT_OCR, 0, "ocr", NULL,
	  "read scanned PDF files, too, with tesseract" },
	{ OPT_REHASH, 0, "rehash", NULL,
	  "read every file again, even those that look untouched" },
	{ OPT_FORGET, 0, "forget", NULL,
	  "take paths of earlier runs out of the index again" },
	{ OPT_DRY_RUN, 'n', "dry-run", NULL,
	  "say what would change, change nothing" },
	{ OPT_QUIET, 'q', "quiet", NULL, "print nothing but fatal errors" },
	{ OPT_VERBOSE, 'v', "verbose", NULL, "name every file as it is done" },
	{ OPT_HELP, 'h', "help", NULL, "show this help" },
	{ OPT_VERSION, 'V', "version", NULL, "show the version" },
	{ OPT_COMPLETION, 0, "completion", "SHELL", NULL },
};

#define N_OPTIONS (sizeof(table) / sizeof(*table))

void options_help(struct mb_buf *out)
{
	mb_buf_add(
	    out,
	    MB_STR(
		"Index the minutes of public bodies, to be searched with "
		"minutes-query(1).\n\n"
		"  minutes-index minutes/              index a folder, or what "
		"has changed in it\n"
		"  minutes-index -i larkhythe.db a b   two folders, into "
		"another "
		"index\n"
		"  minutes-index --extract minutes.txt see what is understood "
		"of "
		"a file\n\n"
		"Usage: minutes-index [OPTION]... PATH...\n\n"));
	mb_opts_help(out, table, N_OPTIONS);
	mb_buf_add(out, MB_STR("\nExit status: 0 done, 1 some files could not "
			       "be read, 2 usage or fatal error.\n"));
}

bool options_completion(struct mb_buf *out, const char *shell)
{
	return mb_opts_completion(out, shell, "minutes-index", table,
				  N_OPTIONS);
}

/* --- paths ------------------------------------------------------------- */

struct paths {
	struct mb_arena *arena;
	const char **items;
	size_t n, capacity;
};

static int add_path(struct paths *paths, struct mb_str path, struct mb_err *err)
{
	struct mb_str copy;
	const char **moved;
	int rc = mb_arena_copy(paths->arena, path, &copy, err);

	if (rc != MB_OK)
		return rc;
	moved = mb_arena_grow(paths->arena, paths->items, paths->n,
			      &paths->capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	paths->items = moved;
	paths->items[paths->n++] = copy.ptr;
	return MB_OK;
}

static int read_stream(FILE *from, const char *name, struct mb_buf *out,
		       struct mb_err *err)
{
	char chunk[4096];
	size_t n;

	while ((n = fread(chunk, 1, sizeof(chunk), from)) > 0)
		mb_buf_add(out, (struct mb_str){ chunk, n });
	if (ferror(from))
		return mb_fail(err, MB_EIO, "'%s' cannot be read: %s", name,
			       strerror(errno));
	return out->has_failed ? mb_fail_nomem(err) : MB_OK;
}

/* The paths in a list: ended by NULs if there are any, else by lines. */
static int read_list(struct paths *paths, const char *name, struct mb_err *err)
{
	bool is_stdin = !strcmp(name, "-");
	FILE *from = is_stdin ? stdin : fopen(name, "re");
	struct mb_buf buf = MB_BUF_INIT;
	struct mb_str rest;
	char separator;
	int rc;

	if (!from)
		return mb_fail(err, MB_EIO, "'%s' cannot be read: %s", name,
			       strerror(errno));
	rc = read_stream(from, name, &buf, err);
	rest = mb_buf_str(&buf);
	separator = mb_str_find_char(rest, '\0') != MB_STR_NONE ? '\0' : '\n';
	while (rc == MB_OK && rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, separator);

		if (cut.head.len > 0)
			rc = add_path(paths, cut.head, err);
		rest = cut.tail;
	}
	if (!is_stdin)
		fclose(from);
	mb_buf_release(&buf);
	return rc;
}

/* --- the command line -------------------------------------------------- */

static int take_option(struct options *o, struct paths *paths, int id,
		       const char *value, struct mb_err *err)
{
	switch (id) {
	case 0:
		return add_path(paths, mb_str_of(value), err);
	case OPT_FILES_FROM:
		return read_list(paths, value, err);
	case OPT_INDEX:
		o->ingest.index = value;
		break;
	case OPT_PEOPLE:
		o->ingest.people = value;
		break;
	case OPT_EXTRACT:
		o->task = TASK_EXTRACT;
		break;
	case OPT_CHECK:
		o->task = TASK_CHECK;
		break;
	case OPT_DUMP:
		o->task = TASK_DUMP;
		o->stage = value;
		break;
	case OPT_FORGET:
		o->task = TASK_FORGET;
		break;
	case OPT_OCR:
		o->ingest.reads_scans = true;
		break;
	case OPT_REHASH:
		o->ingest.rehash = true;
		break;
	case OPT_DRY_RUN:
		o->ingest.dry_run = true;
		o->is_verbose = true;
		break;
	case OPT_QUIET:
		o->is_quiet = true;
		break;
	case OPT_VERBOSE:
		o->is_verbose = true;
		break;
	case OPT_HELP:
		o->task = TASK_HELP;
		break;
	case OPT_VERSION:
		o->task = TASK_VERSION;
		break;
	case OPT_COMPLETION:
		o->task = TASK_COMPLETION;
		o->shell = value;
		break;
	}
	return MB_OK;
}

int options_read(int argc, char **argv, struct mb_arena *arena,
		 struct options *out, struct mb_err *err)
{
	struct mb_opts opts = mb_opts_of(table, N_OPTIONS, argc, argv);
	const char *from_environment = getenv("MINUTES_INDEX");
	struct paths paths = { .arena = arena };
	struct options o = { .task = TASK_INDEX };
	const char *value;
	int id, rc;

	o.ingest.index = from_environment && from_environment[0]
			     ? from_environment
			     : "minutes.db";
	while ((rc = mb_opts_next(&opts, &id, &value, err)) > 0) {
		rc = take_option(&o, &paths, id, value, err);
		if (rc != MB_OK)
			return rc;
	}
	if (rc < 0)
		return rc;
	if (argc == 1)
		o.task = TASK_HELP;
	o.paths = paths.items;
	o.n_paths = paths.n;
	/* with a people file alone persons are resolved again */
	if (paths.n == 0 && o.task < TASK_HELP &&
	    !(o.task == TASK_INDEX && o.ingest.people))
		return mb_fail(err, MB_EUSAGE, "no files or folders given");
	*out = o;
	return MB_OK;
}
