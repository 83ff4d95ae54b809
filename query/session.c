#include "session.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "correct.h"
#include "explain.h"
#include "minutebook/text.h"
#include "parse.h"
#include "synonyms.h"
#include "terminal.h"

struct session {
	const struct options *options;
	struct mb_arena *arena;
	struct mb_splitter *splitter;
	struct query query;
	struct synonyms synonyms;
	struct search_source sources[SEARCH_MAX_SOURCES];
	struct plan plans[SEARCH_MAX_SOURCES];
	enum plan_sort sort;
	struct search *search;
	struct mb_buf out; /* a hit's worth */
	int64_t n_printed;
};

/* --- saying ------------------------------------------------------------ */

static void say(const struct session *s, struct mb_str what)
{
	if (!s->options->is_quiet)
		fprintf(stderr, "minutes-query: %.*s\n", MB_STR_ARG(what));
}

/* The query with a caret under what is wrong with it. */
static void print_fault(const struct options *options,
			const struct query_fault *fault,
			const struct mb_err *err)
{
	struct mb_buf text = MB_BUF_INIT;
	size_t before =
	    mb_utf8_count(mb_str_take(options->query, fault->start));
	size_t under = mb_utf8_count(
	    mb_str_slice(options->query, fault->start, fault->end));

	render_safe(&text, options->query);
	fprintf(stderr, "minutes-query: %s\n  %.*s\n  %*s", err->msg,
		MB_STR_ARG(mb_buf_str(&text)), (int)before, "");
	for (size_t i = 0; i < (under > 0 ? under : 1); i++)
		fputc('^', stderr);
	fputc('\n', stderr);
	mb_buf_release(&text);
}

static int print_error(const struct mb_err *err)
{
	fprintf(stderr, "minutes-query: %s\n", err->msg);
	return 2;
}

/* On a terminal one line tells how the query was understood. */
static void print_understood(struct session *s)
{
	if (s->options->is_quiet || !terminal_is(stderr))
		return;
	mb_buf_truncate(&s->out, 0);
	query_describe(&s->query, &s->out);
	fprintf(stderr, "Searched for: %.*s\n",
		MB_STR_ARG(mb_buf_str(&s->out)));
}

/* How many there are, for people who see only some. */
static void print_total(const struct session *s)
{
	int64_t n = search_count(s->search);
	int64_t last = s->options->search.offset + s->n_printed;

	if (s->options->is_quiet || !s->options->render->is_for_people)
		return;
	if (s->n_printed == 0)
		fputs("nothing found\n", stderr);
	if (s->n_printed == 0 || s->options->search.match == MATCH_ANY)
		return;
	if (n < 0) /* there are more, but nobody needed to know how many */
		fprintf(stderr,
			"%" PRId64 " to %" PRId64 "; --offset %" PRId64
			" goes on\n",
			s->options->search.offset + 1, last, last);
	else if (n < last)
		fprintf(stderr,
			n == 0 ? "no paragraph has all of the words\n"
			       : "%" PRId64 " of them ha%s all of the words\n",
			n, n == 1 ? "s" : "ve");
	else if (n > last)
		fprintf(stderr,
			"%" PRId64 " to %" PRId64 " of %" PRId64
			" paragraphs; --offset %" PRId64 " goes on\n",
			s->options->search.offset + 1, last, n, last);
	else
		fprintf(stderr, "%" PRId64 " paragraph%s\n", n,
			n == 1 ? "" : "s");
}

/* --- stages ------------------------------------------------------------ */

static struct mb_date today(void)
{
	time_t now = time(NULL);
	struct tm parts;

	if (!gmtime_r(&now, &parts))
		return (struct mb_date){ 2000, 1, 1 };
	return (struct mb_date){ (int16_t)(parts.tm_year + 1900),
				 (uint8_t)(parts.tm_mon + 1),
				 (uint8_t)parts.tm_mday };
}

/* Without words there is nothing to rank by: the newest come first. */
static int plan_source(struct session *s, int i, struct mb_err *err)
{
	const struct options *o = s->options;
	struct plan_options options = {
		.sort = s->sort,
		.needs_scores = s->sort == SORT_RANK && o->task == TASK_SEARCH,
		.synonyms = o->has_synonyms ? &s->synonyms : NULL,
	};
	int rc = plan_make(&s->query, &options, s->sources[i].reader, s->arena,
			   &s->plans[i], err);

	if (rc != MB_OK || s->sort != SORT_RANK || o->has_sort ||
	    s->plans[i].n_positive > 0)
		return rc;
	s->sort = options.sort = SORT_DATE_DESC;
	options.needs_scores = false;
	return plan_make(&s->query, &options, s->sources[i].reader, s->arena,
			 &s->plans[i], err);
}

static int plan_sources(struct session *s, struct mb_err *err)
{
	int rc = MB_OK;

	s->sort = s->options->search.sort;
	for (int i = 0; i < s->options->n_indexes && rc == MB_OK; i++)
		rc = plan_source(s, i, err);
	return rc;
}

static int open_sources(struct session *s, struct mb_err *err)
{
	const struct options *o = s->options;
	int rc = MB_OK;

	for (int i = 0; i < o->n_indexes && rc == MB_OK; i++) {
		rc = mb_reader_open(o->indexes[i], &s->sources[i].reader, err);
		s->sources[i].plan = &s->plans[i];
	}
	if (rc == MB_OK && o->has_synonyms)
		rc = synonyms_read(o->synonyms, s->arena, &s->synonyms, err);
	return rc;
}

/* What no index has is looked for as what was probably meant. */
static int correct(struct session *s, struct mb_err *err)
{
	struct corrections corrections;
	struct mb_buf text = MB_BUF_INIT;
	int rc;

	if (!s->options->has_correction)
		return MB_OK;
	rc = correct_query(&s->query, s->sources, s->options->n_indexes,
			   s->arena, &corrections, err);
	for (size_t i = 0; rc == MB_OK && i < corrections.n; i++) {
		const struct correction *c = &corrections.items[i];

		mb_buf_truncate(&text, 0);
		mb_buf_add_format(&text,
				  "showing results for '%.*s'; the archive has "
				  "no '%.*s' (--no-correct looks only for it)",
				  MB_STR_ARG(c->meant), MB_STR_ARG(c->typed));
		say(s, mb_buf_str(&text));
	}
	mb_buf_release(&text);
	return rc == MB_OK && corrections.n > 0 ? plan_sources(s, err) : rc;
}

static int plan(struct session *s, struct mb_err *err)
{
	int rc = open_sources(s, err);

	if (rc == MB_OK)
		rc = plan_sources(s, err);
	if (rc == MB_OK)
		rc = correct(s, err);
	if (rc != MB_OK)
		return rc;
	for (size_t i = 0; i < s->query.n_warnings; i++)
		say(s, s->query.warnings[i]);
	for (size_t i = 0; i < s->plans[0].n_warnings; i++)
		say(s, s->plans[0].warnings[i]);
	return MB_OK;
}

static struct search_options search_options_of(const struct session *s)
{
	struct search_options options = s->options->search;

	options.needs_count = s->options->task == TASK_COUNT;
	options.sort = s->sort;
	if (s->options->task == TASK_COUNT) {
		options.limit = 0;
		options.match =
		    options.match == MATCH_AUTO ? MATCH_ALL : options.match;
	}
	return options;
}

/* --- hits -------------------------------------------------------------- */

/* The first hit at once.  A closed pipe is no error but an end. */
static int write_text(struct session *s, struct mb_str text, FILE *to,
		      struct mb_err *err)
{
	if (fwrite(text.ptr, 1, text.len, to) == text.len &&
	    (s->n_printed > 0 || fflush(to) == 0)) {
		s->n_printed++;
		return MB_OK;
	}
	if (errno != EPIPE)
		return mb_fail(err, MB_EIO, "standard output: %s",
			       strerror(errno));
	clearerr(to);
	return MB_ESTOPPED;
}

static int print_hit(struct session *s, struct render *render,
		     const struct hit *found, FILE *to, struct mb_err *err)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct render_hit hit = { .found = found };
	struct mb_hit paragraph;
	struct excerpt excerpt;
	struct mb_str text;
	int rc = mb_reader_hit(s->sources[found->source].reader,
			       found->paragraph, &arena, &paragraph, err);

	if (rc == MB_OK)
		rc = excerpt_make(s->splitter, &s->plans[found->source],
				  search_factors(s->search), paragraph.text,
				  EXCERPT_CHARS, &arena, &excerpt, err);
	if (rc == MB_OK) {
		hit.paragraph = &paragraph;
		hit.excerpt = &excerpt;
		mb_buf_truncate(&s->out, 0);
		s->options->render->hit(render, &hit);
		rc = mb_buf_finish(&s->out, &text, err);
	}
	if (rc == MB_OK)
		rc = write_text(s, text, to, err);
	mb_arena_release(&arena);
	return rc;
}

static int print_hits(struct session *s, struct mb_err *err)
{
	const struct options *o = s->options;
	FILE *to = terminal_page(o->has_pager && o->render->is_for_people);
	struct render render = {
		.out = &s->out,
		.width = terminal_width(stdout),
		.has_color =
		    o->color == COLOR_ALWAYS ||
		    (o->color == COLOR_AUTO && terminal_has_color(stdout)),
		.ends_with_nul = o->ends_with_nul,
		.has_levels = o->search.match != MATCH_ANY,
	};
	struct hit hit;
	int rc;

	o->render->begin(&render);
	while ((rc = search_next(s->search, &hit, err)) > 0) {
		rc = print_hit(s, &render, &hit, to, err);
		if (rc != MB_OK)
			break;
	}
	o->render->end(&render);
	render_release(&render);
	if (!terminal_close(to) && rc == MB_OK)
		rc = mb_fail(err, MB_EIO, "standard output: %s",
			     strerror(errno));
	return rc == MB_ESTOPPED ? MB_OK : rc;
}

/* Only whether there is anything. */
static int probe(struct session *s, struct mb_err *err)
{
	struct hit hit;
	int rc = search_next(s->search, &hit, err);

	s->n_printed = rc > 0;
	return rc < 0 ? rc : MB_OK;
}

/* "£" alone asks for nothing, and so finds nothing rather than all. */
static bool asks_for_nothing(const struct session *s)
{
	return s->query.tree && s->plans[0].n_leaves == 0 &&
	       s->plans[0].n_filters == 0 && s->query.n_filters == 0;
}

static int search(struct session *s, struct mb_err *err)
{
	struct search_options options = search_options_of(s);
	int rc = MB_OK;

	if (asks_for_nothing(s)) {
		if (s->options->task == TASK_COUNT && !s->options->is_quiet)
			puts("0");
		return MB_OK;
	}
	rc = search_begin(s->sources, s->options->n_indexes, &options,
			  &s->search, err);
	if (rc != MB_OK)
		return rc;
	if (s->options->task == TASK_COUNT) {
		s->n_printed = search_count(s->search);
		if (!s->options->is_quiet)
			printf("%" PRId64 "\n", s->n_printed);
		return MB_OK;
	}
	if (s->options->is_quiet)
		return probe(s, err);
	rc = print_hits(s, err);
	if (rc == MB_OK)
		print_total(s);
	return rc;
}

static int print_explanation(struct session *s, struct mb_err *err)
{
	int rc = explain(s->sources[0].reader, &s->plans[0], &s->out, err);
	struct mb_str text;

	if (rc == MB_OK)
		rc = mb_buf_finish(&s->out, &text, err);
	if (rc == MB_OK)
		fwrite(text.ptr, 1, text.len, stdout);
	s->n_printed = 1;
	return rc;
}

/* --- the whole --------------------------------------------------------- */

static int run(struct session *s)
{
	const struct options *o = s->options;
	struct query_fault fault;
	struct mb_err err;
	int rc =
	    query_parse(o->query, today(), s->arena, &s->query, &fault, &err);

	if (rc == MB_EUSAGE) {
		print_fault(o, &fault, &err);
		return 2;
	}
	if (rc == MB_OK)
		rc = plan(s, &err);
	if (rc != MB_OK)
		return print_error(&err);
	if (o->task == TASK_EXPLAIN) {
		rc = print_explanation(s, &err);
	} else {
		print_understood(s);
		rc = search(s, &err);
	}
	if (rc != MB_OK)
		return print_error(&err);
	if (!terminal_close(stdout)) {
		fprintf(stderr, "minutes-query: standard output: %s\n",
			strerror(errno));
		return 2;
	}
	return s->n_printed > 0 ? 0 : 1;
}

int session_run(const struct options *options, struct mb_arena *arena)
{
	struct session s = { .options = options, .arena = arena };
	int status = 2;

	s.splitter = mb_splitter_new();
	if (s.splitter)
		status = run(&s);
	else
		fputs("minutes-query: out of memory\n", stderr);
	search_end(s.search);
	for (int i = 0; i < options->n_indexes; i++)
		mb_reader_close(s.sources[i].reader);
	mb_splitter_free(s.splitter);
	mb_buf_release(&s.out);
	return status;
}
