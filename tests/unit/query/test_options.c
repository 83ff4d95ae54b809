#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "support/fault.h"
#include "support/text.h"

static struct mb_arena arena;

static void clear(void)
{
	unsetenv("MINUTES_INDEX");
}

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(options, .init = clear, .fini = release);

#define MAX_ARGS 80

/* Cuts @line at blanks, as a shell would without quotes. */
static int read_view(struct mb_str line, struct options *out,
		     struct mb_err *err)
{
	char *argv[MAX_ARGS + 1] = { NULL };
	struct mb_str rest = line;
	int argc = 0;

	while (rest.len > 0 && argc < MAX_ARGS) {
		struct mb_cut cut = mb_str_cut(rest, ' ');

		argv[argc] = MB_NEW(&arena, char, cut.head.len + 1);
		cr_assert(argv[argc] != NULL);
		memcpy(argv[argc++], cut.head.ptr, cut.head.len);
		rest = cut.tail;
	}
	return options_read(argc, argv, &arena, out, err);
}

static int read_line(const char *line, struct options *out, struct mb_err *err)
{
	return read_view(mb_str_of(line), out, err);
}

static struct options read(const char *line)
{
	struct options o;
	struct mb_err err = { .msg = "" };

	cr_assert(read_line(line, &o, &err) == MB_OK, "%s: %s", line, err.msg);
	return o;
}

Test(options, have_usual_values)
{
	struct options o = read("q library closure");

	text_expect(o.query, "library closure", "the query");
	cr_expect(eq(int, (int)o.task, TASK_SEARCH));
	cr_expect(eq(int, o.n_indexes, 1));
	text_expect(mb_str_of(o.indexes[0]), "minutes.db", "the index");
	cr_expect(o.render == &render_text);
	cr_expect(eq(int, (int)o.search.limit, 10));
	cr_expect(eq(int, (int)o.search.offset, 0));
	cr_expect(eq(int, (int)o.search.match, MATCH_AUTO));
	cr_expect(eq(int, (int)o.search.sort, SORT_RANK));
	cr_expect(eq(int, (int)o.color, COLOR_AUTO));
	cr_expect(o.has_pager == true && o.is_quiet == false &&
		  o.ends_with_nul == false && o.has_sort == false);
}

Test(options, stand_anywhere_and_in_any_form)
{
	struct options o =
	    read("q library -n 3 closure --offset=4 -ia.db --index b.db "
		 "--sort -date --match any --color never --no-pager -q0");

	text_expect(o.query, "library closure", "the query");
	cr_expect(eq(int, (int)o.search.limit, 3));
	cr_expect(eq(int, (int)o.search.offset, 4));
	cr_expect(eq(int, o.n_indexes, 2));
	text_expect(mb_str_of(o.indexes[0]), "a.db", "the first index");
	text_expect(mb_str_of(o.indexes[1]), "b.db", "the second index");
	cr_expect(eq(int, (int)o.search.sort, SORT_DATE_DESC));
	cr_expect(eq(int, (int)o.search.match, MATCH_ANY));
	cr_expect(eq(int, (int)o.color, COLOR_NEVER));
	cr_expect(o.has_pager == false && o.is_quiet && o.ends_with_nul &&
		  o.has_sort && o.has_match);
}

Test(options, end_at_two_dashes)
{
	text_expect(read("q -n 3 -- -closure --library -n").query,
		    "-closure --library -n", "the query");
	text_expect(read("q -").query, "-", "a dash");
}

Test(options, give_machines_everything_that_fits)
{
	static const char *const lines[] = { "q --format jsonl x",
					     "q --format=plain x" };

	for (size_t i = 0; i < 2; i++) {
		struct options o = read(lines[i]);

		cr_expect(eq(int, (int)o.search.limit, -1), "%s", lines[i]);
		cr_expect(eq(int, (int)o.search.match, MATCH_ALL), "%s",
			  lines[i]);
	}
	cr_expect(
	    eq(int, (int)read("q --format jsonl -n 5 x").search.limit, 5));
	cr_expect(eq(int,
		     (int)read("q --format jsonl --match auto x").search.match,
		     MATCH_AUTO));
}

Test(options, choose_the_task)
{
	static const struct {
		const char *line;
		enum task task;
	} cases[] = {
		{ "q", TASK_HELP },
		{ "q x", TASK_SEARCH },
		{ "q -c x", TASK_COUNT },
		{ "q --count x", TASK_COUNT },
		{ "q --explain x", TASK_EXPLAIN },
		{ "q --list-fields", TASK_FIELDS },
		{ "q --schema", TASK_SCHEMA },
		{ "q -l x", TASK_FILES },
		{ "q --by year x", TASK_TREND },
		{ "q --compare a b", TASK_COMPARE },
		{ "q --show larkhythe/cabinet/2021-01-18/3/p1", TASK_SHOW },
		{ "q --sql SELECT", TASK_SQL },
		{ "q --report x", TASK_REPORT },
		{ "q --save damp x", TASK_SAVE },
		{ "q --alert all", TASK_ALERT },
		{ "q --saved", TASK_SAVED },
		{ "q --forget damp", TASK_FORGET },
		{ "q -h", TASK_HELP },
		{ "q --help", TASK_HELP },
		{ "q -V", TASK_VERSION },
		{ "q --completion=bash", TASK_COMPLETION },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		cr_expect(
		    eq(int, (int)read(cases[i].line).task, (int)cases[i].task),
		    "%s", cases[i].line);
}

Test(options, take_the_index_from_the_environment)
{
	setenv("MINUTES_INDEX", "env.db", 1);
	text_expect(mb_str_of(read("q x").indexes[0]), "env.db", "unset");
	text_expect(mb_str_of(read("q -i a.db x").indexes[0]), "a.db",
		    "flags beat it");
	setenv("MINUTES_INDEX", "", 1);
	text_expect(mb_str_of(read("q x").indexes[0]), "minutes.db", "empty");
}

Test(options, say_what_is_wrong)
{
	static const struct {
		const char *line, *message;
	} cases[] = {
		{ "q --limti 3",
		  "unknown option '--limti': did you mean '--limit'?" },
		{ "q --zzz", "unknown option '--zzz'" },
		{ "q -z", "unknown option '-z'" },
		{ "q -n", "'-n' needs an argument: N" },
		{ "q -n x", "'--limit' takes a number, not 'x'" },
		{ "q -n -1", "'--limit' takes a number, not '-1'" },
		{ "q -n 3x", "'--limit' takes a number, not '3x'" },
		{ "q --offset 99999999999",
		  "'--offset' takes a number, not '99999999999'" },
		{ "q --sort dat",
		  "'--sort' does not know 'dat': did you mean 'date'?" },
		{ "q --match every",
		  "'--match' does not know 'every': say auto, all or any" },
		{ "q --color red",
		  "'--color' does not know 'red': say auto, always or never" },
		{ "q --format jsom",
		  "there is no format 'jsom': did you mean 'json'?" },
		{ "q --format yaml", "there is no format 'yaml': say text, "
				     "plain, json, jsonl, csv, "
				     "tsv, md, html or atom" },
		{ "q --fields date,spekaer x",
		  "a hit has no 'spekaer': did you mean 'speaker'?" },
		{ "q --template {date x",
		  "a brace is not closed: {date; write {{ for a brace" },
		{ "q --by yaer x",
		  "'--by' does not know 'yaer': did you mean 'year'?" },
		{ "q --by year,kind,item x", "'--by' takes at most two" },
		{ "q --cite apa x", "'--cite' does not know 'apa': say plain, "
				    "markdown, bibtex or csl" },
		{ "q --cite csl --format md x",
		  "'--cite' has a format of its own: leave out '--format'" },
		{ "q --cite csl --fields id x",
		  "'--fields', '--template' and '--cite' exclude each other" },
		{ "q --compare x", "'--compare' takes two queries or more, "
				   "each in quotes" },
		{ "q --alert",
		  "'--alert' takes names of saved queries, or all" },
		{ "q --save damp", "there is no query to save" },
		{ "q --by year --format atom x", "'atom' has no tables" },
		{ "q --report --format csv x",
		  "a report is text, md, html or json, not csv" },
		{ "q --passages 0 x",
		  "'--passages' takes a number from 1, or all" },
		{ "q --group body x",
		  "'--group' does not know 'body': say none, item or "
		  "meeting" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct options o = { .n_indexes = 99 };
		struct mb_err err = { .msg = "" };

		cr_expect(
		    eq(int, read_line(cases[i].line, &o, &err), MB_EUSAGE),
		    "%s", cases[i].line);
		text_expect(mb_str_of(err.msg), cases[i].message,
			    cases[i].line);
		cr_expect(eq(int, o.n_indexes, 99), "%s: output touched",
			  cases[i].line);
	}
}

Test(options, take_only_so_many_indexes)
{
	struct mb_buf line = MB_BUF_INIT;
	struct options o;
	struct mb_err err;

	mb_buf_add(&line, MB_STR("q x"));
	for (int i = 0; i < SEARCH_MAX_SOURCES; i++)
		mb_buf_add_format(&line, " -i%d.db", i);
	cr_expect(eq(int, read_view(mb_buf_str(&line), &o, &err), MB_OK));
	mb_buf_add(&line, MB_STR(" -imore.db"));
	cr_expect(eq(int, read_view(mb_buf_str(&line), &o, &err), MB_EUSAGE));
	text_expect(mb_str_of(err.msg), "more than 32 indexes", "the limit");
	mb_buf_release(&line);
}

Test(options, are_all_in_the_help_and_the_completions)
{
	static const char *const names[] = {
		"index",    "limit", "offset",  "sort",   "match",
		"format",   "count", "explain", "fields", "color",
		"no-pager", "null",  "quiet",   "help",   "version",
	};
	static const char *const shells[] = { "bash", "zsh", "fish" };
	struct mb_buf out = MB_BUF_INIT;

	options_help(&out);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		cr_expect(mb_str_find(mb_buf_str(&out), mb_str_of(names[i])) !=
			      MB_STR_NONE,
			  "%s", names[i]);
	for (size_t k = 0; k < 3; k++) {
		mb_buf_truncate(&out, 0);
		cr_assert(options_completion(&out, shells[k]));
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			cr_expect(mb_str_find(mb_buf_str(&out),
					      mb_str_of(names[i])) !=
				      MB_STR_NONE,
				  "%s in %s", names[i], shells[k]);
	}
	cr_expect(options_completion(&out, "tcsh") == false);
	mb_buf_truncate(&out, 0);
	options_fields(&out);
	cr_expect(mb_str_find(mb_buf_str(&out),
			      MB_STR("speaker: by:        who said it\n")) !=
		  MB_STR_NONE);
	mb_buf_release(&out);
}

static int read_once(void)
{
	char name[] = "q", option[] = "-ia.db", word[] = "library";
	char *argv[] = { name, option, word, word, NULL };
	struct mb_arena own = MB_ARENA_INIT;
	struct options o;
	int rc = options_read(4, argv, &own, &o, NULL);

	mb_arena_release(&own);
	return rc;
}

Test(options, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(read_once);
}
