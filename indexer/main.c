/*
 * minutes-index: from folders of minutes to a searchable index
 *
 * options.[ch]     the command line
 * ingest.[ch]      a run: which files, what has changed, what is gone
 *                  (ingest_file, targets, fingerprint, seen, moved,
 *                  people_files)
 *   walk.[ch]        the files under the paths given (bundle, file; aside:
 *                    those that are no minutes)
 *   extract.[ch]     one file becomes a document:
 *     source.[ch]      its bytes, their format (sniff) and text (charset),
 *                      without the pictures in it (embedded)
 *     format.[ch]      text becomes blocks: format_text (text_margins),
 *                      format_markdown (lines, markdown_html,
 *                      markdown_inline), format_html (tags, site, gather,
 *                      html_list, page), format_pdf (pdf_markup, pdf_words,
 *                      pdf_bold, pdf_lines, pdf_columns, pdf_blocks; ocr and
 *                      ocr_dates of scans), format_docx (docx_styles,
 *                      docx_notes) and format_odt (odt_styles), these two by
 *                      list_number and, like format_rtf (rtf_tokens,
 *                      rtf_words, rtf_text, rtf_state), by flow; and
 *                      format_xml
 *       child            a program that helps, confined (confine)
 *       package, xml     files in ZIP archives, and XML in them
 *     structure.[ch]   blocks become a document:
 *       reflow           lines into paragraphs (furniture, contents,
 *                        page_numbers, torn, line_end, hyphen)
 *       outline          what each block is (outline_marked, outline_plain):
 *                        where items begin (numbering, chain, marker,
 *                        sub_items, titles, sections)
 *       header           which meeting (heading, bodies, body_name, venue,
 *                        metadata, facts)
 *       attendance       who was there (roll, listed, attendees)
 *       items            agenda items (item_numbers, link_title) and what
 *                        they contain (paragraphs, kind, line_next)
 *       speakers         who reports (speakers_welsh, names, verbs, words,
 *                        vocabulary)
 *       motions          decisions and movers
 *       votes            how a vote went (vote_tally, vote_table), who
 *                        voted how (vote_told, vote_names)
 *       mentions         who else is named (mentions_bare, mentions_known)
 *   minutebook/store_write.h   the index
 * forget.[ch]      a run that only takes paths out again
 * show.[ch]        instead of a run: what is understood, printed, or in words
 *                  how well (check, check_print)
 * report.[ch]      what is printed on the way
 * output.[ch]      standard output, and what can go wrong with it
 */
#include <signal.h>
#include <stdio.h>

#include "forget.h"
#include "ingest.h"
#include "options.h"
#include "output.h"
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

static int fail(const struct mb_err *err)
{
	fprintf(stderr, "minutes-index: %s\n", err->msg);
	return 2;
}

static int print(struct mb_buf *text, struct mb_err *err)
{
	struct mb_str whole;
	bool is_closed;
	int rc = mb_buf_finish(text, &whole, err);

	if (rc == MB_OK)
		rc = output_write(whole, &is_closed, err);
	if (rc == MB_OK)
		rc = output_end(err);
	mb_buf_release(text);
	return rc == MB_OK ? 0 : fail(err);
}

static int print_about(const struct options *o, struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;

	if (o->task == TASK_HELP) {
		options_help(&text);
	} else if (o->task == TASK_VERSION) {
		mb_buf_add(&text, MB_STR("minutes-index " MB_VERSION "\n"));
	} else if (!options_completion(&text, o->shell)) {
		mb_fail(err, MB_EUSAGE, "unknown shell '%s'", o->shell);
		return fail(err);
	}
	return print(&text, err);
}

static int index_or_extract(const struct options *o, struct mb_err *err)
{
	struct report report = report_to(stderr, o->is_quiet, o->is_verbose);
	const struct show_files files = { o->paths, o->n_paths,
					  o->ingest.reads_scans };
	int rc;

	catch_signals();
	if (o->task == TASK_EXTRACT)
		rc = show_records(&files, &report, &stop, err);
	else if (o->task == TASK_DUMP)
		rc = show_stage(o->stage, &files, &report, &stop, err);
	else if (o->task == TASK_CHECK)
		rc = show_checks(&files, &report, &stop, err);
	else if (o->task == TASK_FORGET)
		rc = forget_run(&o->ingest, o->paths, o->n_paths, &report, err);
	else
		rc = ingest_run(&o->ingest, o->paths, o->n_paths, &report,
				&stop, err);
	if (rc == MB_OK)
		rc = output_end(err);
	if (o->task <= TASK_FORGET && (rc == MB_OK || rc == MB_ESTOPPED))
		report_summary(&report, o->ingest.index);
	if (rc != MB_OK)
		return fail(err);
	return report.n_failed > 0 ? 1 : 0;
}

int main(int argc, char **argv)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct options options;
	struct mb_err err;
	int status;

	output_begin();
	if (options_read(argc, argv, &arena, &options, &err) != MB_OK) {
		fprintf(stderr,
			"minutes-index: %s\n"
			"Try 'minutes-index --help'.\n",
			err.msg);
		status = 2;
	} else if (options.task >= TASK_HELP) {
		status = print_about(&options, &err);
	} else {
		status = index_or_extract(&options, &err);
	}
	mb_arena_release(&arena);
	return status;
}
