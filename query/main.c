/*
 * minutes-query: ranked excerpts from an index of minutes
 *
 * options.[ch]   the command line (options_values)
 * session.[ch]   one task from its options to its output (session_query:
 *                a query's); say.[ch]
 * inquiry.[ch]   a question put to open indexes:
 *   lex.[ch]       characters become tokens (fields)
 *   parse.[ch]     tokens become a tree and filters (parser, parse_filter,
 *                  parse_text, parse_print, dates)
 *   correct.[ch]   what was meant (correct_names, slip, sound)
 *   topics.[ch]    the topics that are named (synonyms, synonym_list)
 *   plan.[ch]      what is looked up, by which SQL (planner, plan_leaves,
 *                  plan_match, plan_sql, stopwords, name_value,
 *                  namesakes)
 *   more.[ch]      words of the best hits that rank, too
 *   expand.[ch]    the ways in which a word is written (variants, apart)
 *   search.[ch]    rows become hits in order (scan, score, search_items,
 *                  search_order, search_hits, search_account)
 * printer.[ch]   output goes out, page by page
 *   hits.[ch]      hits with their passages (excerpt, excerpt_matches,
 *                  sentence), neighbours (around), groups (set), chosen
 *                  columns (columns, template)
 *   trend.[ch]     counts (tally) as tables (table)
 *   report.[ch]    reports (report_parts, report_subject, report_meetings)
 *   coverage.[ch]  what the indexes have and lack (coverage_filter, rhythm)
 *   show.[ch]      what an id names
 *   alert.[ch]     saved queries, and what is new for them (saved)
 *   select.[ch]    a person's own SQL
 *   named.[ch]     lists of queries
 *   render.[ch]    formats: render_text (table_text), render_plain,
 *                  render_json, render_jsonl (hit_json), render_csv (csv),
 *                  render_md (markdown), render_html (html, page, chart),
 *                  render_atom; citation; location
 * explain.[ch]   how a query is understood
 * correct.[ch]   what was meant by words that the archive lacks (slip, sound),
 *                and suggest.[ch], all of it
 * people.[ch]    what is asked of people (distinctive, merges, popolo), and
 *                sheet.[ch], its tables: sheet_text, sheet_markup,
 *                sheet_data
 * terminal.[ch]  width, colours, pager
 */
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>

#include "minutebook/store_facts.h"
#include "options.h"
#include "people.h"
#include "session.h"
#include "terminal.h"

static int print(struct mb_buf *text)
{
	bool is_written = !text->has_failed &&
			  fwrite(text->ptr, 1, text->len, stdout) == text->len;

	mb_buf_release(text);
	return terminal_close(stdout) && is_written ? 0 : 2;
}

static int print_about(const struct options *options)
{
	struct mb_buf text = MB_BUF_INIT;

	switch (options->task) {
	case TASK_HELP:
		options_help(&text);
		break;
	case TASK_FIELDS:
		options_fields(&text);
		break;
	case TASK_SCHEMA:
		mb_buf_add(&text, mb_schema_sql());
		break;
	case TASK_VERSION:
		mb_buf_add(&text, MB_STR("minutes-query " MB_VERSION "\n"));
		break;
	default:
		if (!options_completion(&text, options->shell)) {
			fprintf(stderr, "minutes-query: unknown shell '%s'\n",
				options->shell);
			return 2;
		}
	}
	return print(&text);
}

/* There is one thread, and nobody asks how much memory is in use: SQLite need
 * neither lock nor count. */
static void set_up_sqlite(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int main(int argc, char **argv)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct options options;
	struct mb_err err;
	int status;

	set_up_sqlite();
	signal(SIGPIPE, SIG_IGN); /* a closed pipe is no error: see terminal */
	if (options_read(argc, argv, &arena, &options, &err) != MB_OK) {
		fprintf(stderr,
			"minutes-query: %s\n"
			"Try 'minutes-query --help'.\n",
			err.msg);
		status = 2;
	} else if (options.task >= TASK_FIELDS) {
		status = print_about(&options);
	} else if (options.task >= TASK_PERSON) {
		status = people_run(&options, &arena);
	} else {
		status = session_run(&options, &arena);
	}
	mb_arena_release(&arena);
	return status;
}
