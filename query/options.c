#include "options.h"

#include <stdlib.h>

#include "citation.h"
#include "fields.h"
#include "minutebook/opts.h"
#include "options_values.h"

#define DEFAULT_LIMIT 10
#define EXPLAINED_LIMIT 3
#define USUAL_SECONDS 30

enum {
	OPT_INDEX = 1,
	OPT_LIMIT,
	OPT_OFFSET,
	OPT_SORT,
	OPT_MATCH,
	OPT_FORMAT,
	OPT_COUNT,
	OPT_RAW_CSV,
	OPT_SYNONYMS,
	OPT_NO_SYNONYMS,
	OPT_SUGGEST,
	OPT_CORRECT,
	OPT_NO_CORRECT,
	OPT_MORE,
	OPT_PERSON,
	OPT_WHO,
	OPT_PEOPLE,
	OPT_MERGES,
	OPT_FIELDS,
	OPT_TEMPLATE,
	OPT_CITE,
	OPT_GROUP,
	OPT_PASSAGES,
	OPT_CONTEXT,
	OPT_FILES,
	OPT_BY,
	OPT_COMPARE,
	OPT_REPORT,
	OPT_COVERAGE,
	OPT_SHOW,
	OPT_LIST,
	OPT_SQL,
	OPT_TIME_LIMIT,
	OPT_SCHEMA,
	OPT_SAVE,
	OPT_ALERT,
	OPT_SAVED,
	OPT_FORGET,
	OPT_EXPLAIN,
	OPT_LIST_FIELDS,
	OPT_TOPICS,
	OPT_COLOR,
	OPT_NO_PAGER,
	OPT_NULL,
	OPT_QUIET,
	OPT_HELP,
	OPT_VERSION,
	OPT_COMPLETION
};

static const struct mb_opt table[] = {
	{ OPT_INDEX, 'i', "index", "FILE",
	  "the index to search (default: $MINUTES_INDEX, else minutes.db); "
	  "several are searched as one" },
	{ OPT_LIMIT, 'n', "limit", "N",
	  "print at most N paragraphs (10; all in formats but text)" },
	{ OPT_OFFSET, 0, "offset", "N", "leave out the first N" },
	{ OPT_SORT, 0, "sort", "ORDER",
	  "rank, date (oldest first) or -date (newest first)" },
	{ OPT_MATCH, 0, "match", "HOW",
	  "all words, any, or auto: fewer when all are too few" },
	{ OPT_FORMAT, 0, "format", "FORMAT",
	  "text for people, plain (path:line: text), json, jsonl, csv, tsv, "
	  "md, html, atom" },
	{ OPT_RAW_CSV, 0, "raw-csv", NULL,
	  "leave cells as they are that a spreadsheet would run" },
	{ OPT_FIELDS, 0, "fields", "LIST",
	  "print these columns: date,speaker,excerpt" },
	{ OPT_TEMPLATE, 0, "template", "TEXT",
	  "print a line for each: '{date}\\t{speaker}'" },
	{ OPT_CITE, 0, "cite", "STYLE",
	  "print citations: plain, markdown, bibtex or csl" },
	{ OPT_GROUP, 0, "group", "HOW",
	  "one for each item or meeting, and how many more; none" },
	{ OPT_PASSAGES, 0, "passages", "N",
	  "several passages of long paragraphs, or all" },
	{ OPT_CONTEXT, 'C', "context", "N",
	  "print N paragraphs of the item before and after, too" },
	{ OPT_FILES, 'l', "files-with-matches", NULL,
	  "print only the files, each once" },
	{ OPT_COUNT, 'c', "count", NULL,
	  "print only how many paragraphs there are" },
	{ OPT_BY, 0, "by", "WHAT",
	  "count by year, month, council, committee, speaker, kind or item; "
	  "or by two" },
	{ OPT_COMPARE, 0, "compare", NULL,
	  "count several queries side by side, each an argument" },
	{ OPT_REPORT, 0, "report", NULL,
	  "a report of the query: text, md, html or json" },
	{ OPT_COVERAGE, 0, "coverage", NULL,
	  "what the index has by council, body and year, and what it lacks" },
	{ OPT_SHOW, 0, "show", "ID", "print the paragraph or item of that id" },
	{ OPT_LIST, 0, "queries-from", "FILE",
	  "run each line of FILE: a name, a tab, a query" },
	{ OPT_SQL, 0, "sql", "SELECT", "ask the index in SQL" },
	{ OPT_TIME_LIMIT, 0, "time-limit", "SECONDS", "for --sql (30)" },
	{ OPT_SCHEMA, 0, "schema", NULL, "print the tables and views for it" },
	{ OPT_SAVE, 0, "save", "NAME", "keep the query for --alert" },
	{ OPT_ALERT, 0, "alert", NULL,
	  "print what is new for the saved queries named, or all" },
	{ OPT_SAVED, 0, "saved", NULL, "list the saved queries" },
	{ OPT_FORGET, 0, "forget", "NAME", "delete a saved query" },
	{ OPT_EXPLAIN, 0, "explain", NULL,
	  "print how the query is understood, and what scores are made of" },
	{ OPT_SYNONYMS, 0, "synonyms", "FILE",
	  "your own synonyms, one group a line: ltn = low traffic "
	  "neighbourhood" },
	{ OPT_NO_SYNONYMS, 0, "no-synonyms", NULL,
	  "look for no synonyms, not even cllr for councillor" },
	{ OPT_CORRECT, 0, "correct", NULL,
	  "correct words that the archive lacks (usual unless --match is "
	  "all)" },
	{ OPT_NO_CORRECT, 0, "no-correct", NULL,
	  "look for words only as they are typed" },
	{ OPT_SUGGEST, 0, "suggest", NULL,
	  "print words of the archive that a word may be a slip of" },
	{ OPT_MORE, 0, "more", NULL,
	  "look, too, for words that go with the query's in the best hits" },
	{ OPT_PERSON, 0, "person", "NAME",
	  "report on one person: roles, attendance, speeches, votes" },
	{ OPT_WHO, 0, "who", "NAME",
	  "list whom a name stands for, and by what evidence" },
	{ OPT_PEOPLE, 0, "people", NULL,
	  "list all persons; with --format popolo for other programs" },
	{ OPT_MERGES, 0, "suggest-merges", NULL,
	  "list persons that may be one" },
	{ OPT_LIST_FIELDS, 0, "list-fields", NULL,
	  "list what field:value can filter" },
	{ OPT_TOPICS, 0, "topics", NULL,
	  "list the topics of topic:, and what each looks for" },
	{ OPT_COLOR, 0, "color", "WHEN", "auto, always or never" },
	{ OPT_NO_PAGER, 0, "no-pager", NULL, "never page long output" },
	{ OPT_NULL, '0', "null", NULL, "end records of plain with NUL" },
	{ OPT_QUIET, 'q', "quiet", NULL,
	  "print nothing: the exit status tells" },
	{ OPT_HELP, 'h', "help", NULL, "show this help" },
	{ OPT_VERSION, 'V', "version", NULL, "show the version" },
	{ OPT_COMPLETION, 0, "completion", "SHELL", NULL },
};

#define N_OPTIONS (sizeof(table) / sizeof(*table))

void options_help(struct mb_buf *out)
{
	mb_buf_add(
	    out,
	    MB_STR("Search minutes that minutes-index(1) has indexed.\n\n"
		   "  minutes-query anti-racism           in all its "
		   "spellings\n"
		   "  minutes-query '\"library closure\" since:2018'\n"
		   "  minutes-query speaker:okafor budget what she said of "
		   "it\n"
		   "  minutes-query --by year damp        how often, each "
		   "year\n"
		   "  minutes-query --report --format html damp > damp.html\n"
		   "  minutes-query --format csv 'kind:decision year:2021'\n"
		   "\nUsage: minutes-query [OPTION]... QUERY...\n\n"));
	mb_opts_help(out, table, N_OPTIONS);
	mb_buf_add(out, MB_STR("\nExit status: 0 found, 1 nothing found, 2 "
			       "usage or fatal error.\n"
			       "The language of queries: minutes-query(7).\n"));
}

void options_fields(struct mb_buf *out)
{
	size_t n;
	const struct field *fields = fields_all(&n);

	for (size_t i = 0; i < n; i++) {
		size_t start = out->len;

		mb_buf_add_format(out, "%s:", fields[i].name);
		if (fields[i].alias)
			mb_buf_add_format(out, " %s:", fields[i].alias);
		while (out->len - start < 20 && !out->has_failed)
			mb_buf_add_char(out, ' ');
		mb_buf_add_format(out, "%s\n", fields[i].help);
	}
}

bool options_completion(struct mb_buf *out, const char *shell)
{
	return mb_opts_completion(out, shell, "minutes-query", table,
				  N_OPTIONS);
}

/* Tasks on people have formats of their own. */
static int read_sheet_format(const char *value, struct options *o,
			     struct mb_err *err)
{
	o->is_popolo = o->task == TASK_PEOPLE && !strcmp(value, "popolo");
	o->sheet = sheet_format_find(mb_str_of(value));
	if (o->sheet || o->is_popolo)
		return MB_OK;
	return mb_fail(
	    err, MB_EUSAGE,
	    "people are not printed as '%s': say text, markdown, "
	    "html, csv%s",
	    value, o->task == TASK_PEOPLE ? ", json or popolo" : " or json");
}

/* --- the command line -------------------------------------------------- */

static int add_index(struct options *o, const char *path, struct mb_err *err)
{
	if (o->n_indexes == SEARCH_MAX_SOURCES)
		return mb_fail(err, MB_EUSAGE, "more than %d indexes",
			       SEARCH_MAX_SOURCES);
	o->indexes[o->n_indexes++] = path;
	return MB_OK;
}

/* Options that say what is to be done, and nothing else. */
static bool take_task(struct options *o, int id)
{
	static const struct {
		int id;
		enum task task;
	} tasks[] = {
		{ OPT_COUNT, TASK_COUNT },
		{ OPT_FILES, TASK_FILES },
		{ OPT_COMPARE, TASK_COMPARE },
		{ OPT_REPORT, TASK_REPORT },
		{ OPT_EXPLAIN, TASK_EXPLAIN },
		{ OPT_SCHEMA, TASK_SCHEMA },
		{ OPT_LIST_FIELDS, TASK_FIELDS },
		{ OPT_ALERT, TASK_ALERT },
		{ OPT_SAVED, TASK_SAVED },
		{ OPT_HELP, TASK_HELP },
		{ OPT_VERSION, TASK_VERSION },
		{ OPT_PEOPLE, TASK_PEOPLE },
		{ OPT_MERGES, TASK_MERGES },
		{ OPT_COVERAGE, TASK_COVERAGE },
		{ OPT_SUGGEST, TASK_SUGGEST },
		{ OPT_TOPICS, TASK_TOPICS },
	};

	for (size_t i = 0; i < sizeof(tasks) / sizeof(*tasks); i++)
		if (tasks[i].id == id) {
			o->task = tasks[i].task;
			return true;
		}
	return false;
}

/* Options whose value names what the task is done with. */
static bool take_name(struct options *o, int id, const char *value)
{
	static const struct {
		int id;
		enum task task;
	} tasks[] = {
		{ OPT_SHOW, TASK_SHOW },
		{ OPT_SQL, TASK_SQL },
		{ OPT_SAVE, TASK_SAVE },
		{ OPT_FORGET, TASK_FORGET },
	};

	for (size_t i = 0; i < sizeof(tasks) / sizeof(*tasks); i++)
		if (tasks[i].id == id) {
			o->task = tasks[i].task;
			o->name = mb_str_of(value);
			return true;
		}
	return false;
}

static bool take_flag(struct options *o, int id)
{
	switch (id) {
	case OPT_NO_SYNONYMS:
		o->has_synonyms = false;
		return true;
	case OPT_CORRECT:
	case OPT_NO_CORRECT:
		o->has_correction = id == OPT_CORRECT;
		o->says_correction = true;
		return true;
	case OPT_MORE:
		o->has_more = true;
		return true;
	case OPT_NO_PAGER:
		o->has_pager = false;
		return true;
	case OPT_NULL:
		o->ends_with_nul = true;
		return true;
	case OPT_QUIET:
		o->is_quiet = true;
		return true;
	case OPT_RAW_CSV:
		o->is_raw_csv = true;
		return true;
	default:
		return false;
	}
}

/* How much is printed, in which order, where to. */
static int take_value(struct options *o, int id, const char *value,
		      struct mb_err *err)
{
	switch (id) {
	case OPT_INDEX:
		o->has_index = true;
		return add_index(o, value, err);
	case OPT_LIMIT:
		o->has_limit = true;
		return options_number("limit", value, &o->search.limit, err);
	case OPT_OFFSET:
		return options_number("offset", value, &o->search.offset, err);
	case OPT_CONTEXT:
		return options_number("context", value, &o->n_context, err);
	case OPT_TIME_LIMIT:
		return options_number("time-limit", value, &o->seconds, err);
	case OPT_SORT:
		return options_sort(value, o, err);
	case OPT_MATCH:
		return options_match(value, o, err);
	case OPT_COLOR:
		return options_color(value, o, err);
	case OPT_GROUP:
		return options_group(value, o, err);
	case OPT_PASSAGES:
		return options_passages(value, o, err);
	case OPT_LIST:
		o->list = mb_str_of(value);
		break;
	case OPT_SYNONYMS:
		o->synonyms = value;
		break;
	case OPT_PERSON:
	case OPT_WHO:
		o->task = id == OPT_WHO ? TASK_WHO : TASK_PERSON;
		o->whom = value;
		break;
	case OPT_COMPLETION:
		o->task = TASK_COMPLETION;
		o->shell = value;
		break;
	}
	return MB_OK;
}

/* What is printed of each. */
static int take_form(struct options *o, struct mb_arena *arena, int id,
		     const char *value, struct mb_err *err)
{
	switch (id) {
	case OPT_FORMAT:
		o->format = value;
		return MB_OK;
	case OPT_CITE:
		return options_cite(value, o, err);
	case OPT_FIELDS:
		return columns_parse(mb_str_of(value), &o->columns, err);
	case OPT_TEMPLATE:
		o->has_template = true;
		return template_parse(mb_str_of(value), arena, &o->template,
				      err);
	case OPT_BY:
		o->has_by = true;
		return tally_by_parse(mb_str_of(value), &o->by, err);
	default:
		return take_value(o, id, value, err);
	}
}

static int add_operand(struct options *o, struct mb_arena *arena,
		       struct mb_buf *query, const char *value,
		       struct mb_err *err)
{
	struct mb_str *moved =
	    mb_arena_grow(arena, o->operands, o->n_operands,
			  &o->operands_capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	o->operands = moved;
	o->operands[o->n_operands++] = mb_str_of(value);
	if (query->len > 0)
		mb_buf_add_char(query, ' ');
	mb_buf_add(query, mb_str_of(value));
	return MB_OK;
}

static int take_index(struct options *o, struct mb_err *err)
{
	const char *from_environment = getenv("MINUTES_INDEX");

	if (o->n_indexes > 0)
		return MB_OK;
	return add_index(o,
			 from_environment && from_environment[0]
			     ? from_environment
			     : "minutes.db",
			 err);
}

/* Which formats there are depends on the task. */
static int read_any_format(struct options *o, struct mb_err *err)
{
	if (o->task >= TASK_PERSON && o->task <= TASK_MERGES)
		return read_sheet_format(o->format ? o->format : "text", o,
					 err);
	return o->format ? options_format(o->format, o, err) : MB_OK;
}

/* What was not said follows from what was. */
static int complete(struct options *o, struct mb_err *err)
{
	int rc = read_any_format(o, err);

	if (rc == MB_OK)
		rc = options_check(o, err);
	if (rc != MB_OK)
		return rc;
	if (o->has_by && o->task == TASK_SEARCH)
		o->task = TASK_TREND;
	if (o->task == TASK_COMPARE && o->by.n == 0)
		o->by = (struct tally_by){ { BY_YEAR }, 1 };
	if (o->seconds == 0)
		o->seconds = USUAL_SECONDS;
	if (o->search.limit < 0 && o->render->is_for_people &&
	    !o->has_template && o->task != TASK_FILES)
		o->search.limit =
		    o->task == TASK_EXPLAIN ? EXPLAINED_LIMIT : DEFAULT_LIMIT;
	if (!o->has_match && !o->has_more &&
	    (!o->render->is_for_people || o->has_template || o->columns.n > 0 ||
	     (o->task != TASK_SEARCH && o->task != TASK_EXPLAIN)))
		o->search.match = MATCH_ALL;
	if (!o->says_correction)
		o->has_correction = o->search.match != MATCH_ALL;
	return take_index(o, err);
}

int options_read(int argc, char **argv, struct mb_arena *arena,
		 struct options *out, struct mb_err *err)
{
	struct mb_opts opts = mb_opts_of(table, N_OPTIONS, argc, argv);
	struct options o = { .task = TASK_SEARCH,
			     .render = &render_text,
			     .search = { .limit = -1 },
			     .has_synonyms = true,
			     .has_pager = true };
	struct mb_buf query = MB_BUF_INIT;
	const char *value;
	int id, rc;

	while ((rc = mb_opts_next(&opts, &id, &value, err)) > 0) {
		rc = MB_OK;
		if (id == 0)
			rc = add_operand(&o, arena, &query, value, err);
		else if (!take_task(&o, id) && !take_name(&o, id, value) &&
			 !take_flag(&o, id))
			rc = take_form(&o, arena, id, value, err);
		if (rc != MB_OK)
			break;
	}
	if (argc == 1)
		o.task = TASK_HELP;
	if (rc == MB_OK)
		rc = complete(&o, err);
	if (rc == MB_OK)
		rc = mb_buf_move(&query, arena, &o.query, err);
	mb_buf_release(&query);
	if (rc == MB_OK)
		*out = o;
	return rc;
}
