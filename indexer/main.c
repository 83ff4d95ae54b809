/*
 * minutes-index: from folders of minutes to a searchable index
 *
 * options.[ch]     the command line
 * ingest.[ch]      a run: which files, what has changed, what is gone
 *                  (fingerprint, seen)
 *   walk.[ch]        the files under the paths given (aside: those that are
 *                    no minutes)
 *   extract.[ch]     one file becomes a document:
 *     source.[ch]      its bytes, their format (sniff) and text (charset)
 *     format.[ch]      text becomes blocks: format_text, format_markdown
 *                      (lines), format_html (tags, site, gather,
 *                      html_list, page)
 *     structure.[ch]   blocks become a document:
 *       reflow           lines into paragraphs (furniture, hyphen)
 *       outline          what each block is (outline_marked, outline_plain):
 *                        where items begin (numbering, chain, marker,
 *                        titles, sections)
 *       header           which meeting (heading, bodies, body_name, venue,
 *                        metadata, facts)
 *       attendance       who was there (roll, listed, attendees)
 *       items            agenda items (item_numbers) and what they
 *                        contain (paragraphs)
 *       speakers         who reports (names, verbs, words, vocabulary)
 *       motions          decisions, movers, votes
 *       mentions         who else is named
 *   minutebook/store_write.h   the index
 * show.[ch]        instead of a run: what is understood, printed
 * report.[ch]      what is printed on the way
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "ingest.h"
#include "options.h"
#include "report.h"
#include "show.h"

/* The one thing that a signal handler may touch. */
static volatile sig_atomic_t stop;

static void on_signal(int number)
{
	(void)number;
	stop = 1;
}

/* The first signal lets the file at hand be finished, the second does not. */
static void catch_signals(void)
{
	struct sigaction action = { .sa_handler = on_signal,
				    .sa_flags =
					(int)(SA_RESETHAND | SA_RESTART) };

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

/* Prints and flushes; a full disk behind stdout is an error. */
static int print(struct mb_buf *text)
{
	bool is_written =
	    !text->has_failed &&
	    fwrite(text->ptr, 1, text->len, stdout) == text->len &&
	    fflush(stdout) == 0;

	mb_buf_release(text);
	return is_written ? 0 : 2;
}

static int print_help(void)
{
	struct mb_buf text = MB_BUF_INIT;

	options_help(&text);
	return print(&text);
}

static int print_completion(const char *shell)
{
	struct mb_buf text = MB_BUF_INIT;

	if (!options_completion(&text, shell)) {
		fprintf(stderr, "minutes-index: unknown shell '%s'\n", shell);
		return 2;
	}
	return print(&text);
}

static int index_or_extract(const struct options *o, struct mb_err *err)
{
	struct report report = report_to(stderr, o->is_quiet, o->is_verbose);
	int rc;

	catch_signals();
	if (o->task == TASK_EXTRACT)
		rc = show_records(o->paths, o->n_paths, &report, &stop, err);
	else if (o->task == TASK_DUMP)
		rc = show_stage(o->stage, o->paths, o->n_paths, &report, &stop,
				err);
	else
		rc = ingest_run(&o->ingest, o->paths, o->n_paths, &report,
				&stop, err);
	if (fflush(stdout) != 0 && errno != EPIPE && rc == MB_OK)
		rc = mb_fail(err, MB_EIO, "standard output: %s",
			     strerror(errno));
	if (o->task == TASK_INDEX && (rc == MB_OK || rc == MB_ESTOPPED))
		report_summary(&report, o->ingest.index);
	if (rc != MB_OK) {
		fprintf(stderr, "minutes-index: %s\n", err->msg);
		return 2;
	}
	return report.n_failed > 0 ? 1 : 0;
}

int main(int argc, char **argv)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct options options;
	struct mb_err err;
	int status;

	if (options_read(argc, argv, &arena, &options, &err) != MB_OK) {
		fprintf(stderr,
			"minutes-index: %s\n"
			"Try 'minutes-index --help'.\n",
			err.msg);
		status = 2;
	} else if (options.task == TASK_HELP) {
		status = print_help();
	} else if (options.task == TASK_VERSION) {
		status = puts("minutes-index " MB_VERSION) < 0 ? 2 : 0;
	} else if (options.task == TASK_COMPLETION) {
		status = print_completion(options.shell);
	} else {
		status = index_or_extract(&options, &err);
	}
	mb_arena_release(&arena);
	return status;
}
