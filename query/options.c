#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "fields.h"
#include "minutebook/nearest.h"
#include "minutebook/opts.h"

#define DEFAULT_LIMIT 10
#define MAX_LIMIT 1000000000

enum {
	OPT_INDEX = 1,
	OPT_LIMIT,
	OPT_OFFSET,
	OPT_SORT,
	OPT_MATCH,
	OPT_FORMAT,
	OPT_COUNT,
	OPT_EXPLAIN,
	OPT_SYNONYMS,
	OPT_NO_SYNONYMS,
	OPT_CORRECT,
	OPT_NO_CORRECT,
	OPT_PERSON,
	OPT_WHO,
	OPT_PEOPLE,
	OPT_MERGES,
	OPT_FIELDS,
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
	  "print at most N paragraphs (10; all for jsonl and plain)" },
	{ OPT_OFFSET, 0, "offset", "N", "leave out the first N" },
	{ OPT_SORT, 0, "sort", "ORDER",
	  "rank, date (oldest first) or -date (newest first)" },
	{ OPT_MATCH, 0, "match", "HOW",
	  "all words, any, or auto: fewer when all are too few" },
	{ OPT_FORMAT, 0, "format", "FORMAT",
	  "text for people, plain (path:line: text), jsonl" },
	{ OPT_COUNT, 'c', "count", NULL,
	  "print only how many paragraphs there are" },
	{ OPT_EXPLAIN, 0, "explain", NULL,
	  "print how the query is understood" },
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
	{ OPT_PERSON, 0, "person", "NAME",
	  "report on one person: roles, attendance, speeches, votes" },
	{ OPT_WHO, 0, "who", "NAME",
	  "list whom a name stands for, and by what evidence" },
	{ OPT_PEOPLE, 0, "people", NULL,
	  "list all persons; with --format popolo for other programs" },
	{ OPT_MERGES, 0, "suggest-merges", NULL,
	  "list persons that may be one" },
	{ OPT_FIELDS, 0, "fields", NULL, "list what field:value can filter" },
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
		   "  minutes-query --format jsonl 'kind:decision year:2021'\n"
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

/* --- values ------------------------------------------------------------ */

static int read_number(const char *option, const char *value, int64_t *out,
		       struct mb_err *err)
{
	struct mb_str text = mb_str_of(value);
	unsigned long n;

	if (!mb_str_number(&text, MAX_LIMIT, &n) || text.len > 0)
		return mb_fail(err, MB_EUSAGE,
			       "'--%s' takes a number, not '%s'", option,
			       value);
	*out = (int64_t)n;
	return MB_OK;
}

/* One of three words; its place among them. */
static int read_word(const char *option, const char *value,
		     const char *const words[3], int *out, struct mb_err *err)
{
	const size_t n = 3;
	const char *near;

	for (size_t i = 0; i < n; i++)
		if (!strcmp(words[i], value)) {
			*out = (int)i;
			return MB_OK;
		}
	near = mb_nearest(mb_str_of(value), words, n);
	if (near)
		return mb_fail(err, MB_EUSAGE,
			       "'--%s' does not know '%s': did you mean '%s'?",
			       option, value, near);
	return mb_fail(err, MB_EUSAGE,
		       "'--%s' does not know '%s': say %s, %s or %s", option,
		       value, words[0], words[1], words[2]);
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

static int read_format(const char *value, struct options *o, struct mb_err *err)
{
	const char *near;

	o->render = render_find(mb_str_of(value));
	if (o->render)
		return MB_OK;
	near = render_nearest(mb_str_of(value));
	return mb_fail(err, MB_EUSAGE, "there is no format '%s'%s%s%s", value,
		       near ? ": did you mean '" : ": say text, plain or jsonl",
		       near ? near : "", near ? "'?" : "");
}

static int read_sort(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "rank", "date", "-date" };
	int at = 0;
	int rc = read_word("sort", value, words, &at, err);

	o->search.sort = (enum plan_sort)at;
	o->has_sort = true;
	return rc;
}

static int read_match(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "auto", "all", "any" };
	int at = 0;
	int rc = read_word("match", value, words, &at, err);

	o->search.match = (enum search_match)at;
	o->has_match = true;
	return rc;
}

static int read_color(const char *value, struct options *o, struct mb_err *err)
{
	static const char *const words[] = { "auto", "always", "never" };
	int at = 0;
	int rc = read_word("color", value, words, &at, err);

	o->color = (enum color)at;
	return rc;
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

/* An option without a value. */
static void take_flag(struct options *o, int id)
{
	switch (id) {
	case OPT_COUNT:
		o->task = TASK_COUNT;
		break;
	case OPT_EXPLAIN:
		o->task = TASK_EXPLAIN;
		break;
	case OPT_FIELDS:
		o->task = TASK_FIELDS;
		break;
	case OPT_PEOPLE:
		o->task = TASK_PEOPLE;
		break;
	case OPT_MERGES:
		o->task = TASK_MERGES;
		break;
	case OPT_NO_SYNONYMS:
		o->has_synonyms = false;
		break;
	case OPT_CORRECT:
	case OPT_NO_CORRECT:
		o->has_correction = id == OPT_CORRECT;
		o->says_correction = true;
		break;
	case OPT_NO_PAGER:
		o->has_pager = false;
		break;
	case OPT_NULL:
		o->ends_with_nul = true;
		break;
	case OPT_QUIET:
		o->is_quiet = true;
		break;
	case OPT_HELP:
		o->task = TASK_HELP;
		break;
	case OPT_VERSION:
		o->task = TASK_VERSION;
		break;
	}
}

static int take_option(struct options *o, struct mb_buf *query, int id,
		       const char *value, struct mb_err *err)
{
	switch (id) {
	case 0:
		if (query->len > 0)
			mb_buf_add_char(query, ' ');
		mb_buf_add(query, mb_str_of(value));
		return MB_OK;
	case OPT_INDEX:
		return add_index(o, value, err);
	case OPT_PERSON:
		o->task = TASK_PERSON;
		o->name = value;
		return MB_OK;
	case OPT_WHO:
		o->task = TASK_WHO;
		o->name = value;
		return MB_OK;
	case OPT_LIMIT:
		o->has_limit = true;
		return read_number("limit", value, &o->search.limit, err);
	case OPT_OFFSET:
		return read_number("offset", value, &o->search.offset, err);
	case OPT_SORT:
		return read_sort(value, o, err);
	case OPT_MATCH:
		return read_match(value, o, err);
	case OPT_FORMAT:
		o->format = value;
		return MB_OK;
	case OPT_COLOR:
		return read_color(value, o, err);
	case OPT_SYNONYMS:
		o->synonyms = value;
		return MB_OK;
	case OPT_COMPLETION:
		o->task = TASK_COMPLETION;
		o->shell = value;
		return MB_OK;
	default:
		take_flag(o, id);
		return MB_OK;
	}
}

/* What was not said follows from what was. */
static int complete(struct options *o, struct mb_err *err)
{
	const char *from_environment = getenv("MINUTES_INDEX");
	bool is_on_people = o->task >= TASK_PERSON && o->task <= TASK_MERGES;
	int rc = MB_OK;

	if (is_on_people)
		rc = read_sheet_format(o->format ? o->format : "text", o, err);
	else if (o->format)
		rc = read_format(o->format, o, err);
	if (rc != MB_OK)
		return rc;
	if (o->search.limit < 0 && o->render->is_for_people)
		o->search.limit = DEFAULT_LIMIT;
	if (!o->has_match && !o->render->is_for_people)
		o->search.match = MATCH_ALL;
	if (!o->says_correction)
		o->has_correction =
		    o->search.match != MATCH_ALL && o->task != TASK_COUNT;
	if (o->n_indexes > 0)
		return MB_OK;
	return add_index(o,
			 from_environment && from_environment[0]
			     ? from_environment
			     : "minutes.db",
			 err);
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
		rc = take_option(&o, &query, id, value, err);
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
