#include "session.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "alert.h"
#include "coverage.h"
#include "minutebook/store_facts.h"
#include "named.h"
#include "say.h"
#include "select.h"
#include "session_state.h"
#include "show.h"
#include "suggest.h"
#include "terminal.h"
#include "topics.h"
#include "trend.h"

/* --- what is printed --------------------------------------------------- */

static enum render_shape shape_of(const struct options *o)
{
	bool is_count = o->task == TASK_TREND || o->task == TASK_COMPARE ||
			o->task == TASK_COVERAGE;

	if (o->task == TASK_REPORT || (is_count && o->render->is_prose))
		return SHAPE_REPORT;
	return is_count || o->task == TASK_FILES || o->task == TASK_SQL ||
		       o->task == TASK_SUGGEST
		   ? SHAPE_TABLE
		   : SHAPE_HITS;
}

/* Counts and files stand for themselves: no page around them. */
static const struct render_ops *page_of(const struct options *o)
{
	return o->task == TASK_COUNT || o->is_quiet || o->has_template ||
		       (o->task == TASK_FILES && !o->render->table)
		   ? &render_plain
		   : o->render;
}

/* When the newest document was indexed; for feeds. */
static struct mb_str newest(struct session *s)
{
	struct mb_str added = { NULL, 0 };

	for (int i = 0; i < s->sources.n && s->options->render->needs_added;
	     i++) {
		struct mb_coverage c;

		if (mb_reader_coverage(s->sources.readers[i], s->arena, &c,
				       NULL) == MB_OK &&
		    mb_str_compare(c.added, added) > 0)
			added = c.added;
	}
	return added;
}

void session_begin_page(struct session *s, struct mb_str title)
{
	const struct printer_page page = { .shape = shape_of(s->options),
					   .title = title,
					   .updated = newest(s) };

	printer_begin(&s->printer, s->options, page_of(s->options), &page);
}

/* --- tasks ------------------------------------------------------------- */

/* Every query is read before any is run. */
static int check_queries(struct session *s, const struct mb_str *queries,
			 size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct mb_err err;
		int rc = inquiry_parse(&s->q, &s->sources, queries[i], s->arena,
				       &err);

		if (rc == MB_EUSAGE)
			return say_fault(queries[i], &s->q.fault, &err);
		if (rc != MB_OK)
			return say_error(&err);
	}
	return 0;
}

/* Topics are asked for by name, and need the list in any case. */
static int read_synonyms(struct session *s, struct mb_err *err)
{
	int rc =
	    synonyms_read(s->options->synonyms, s->arena, &s->synonyms, err);

	s->sources.topics = &s->synonyms;
	if (s->options->has_synonyms)
		s->sources.synonyms = &s->synonyms;
	return rc;
}

int session_open(struct session *s, struct mb_err *err)
{
	s->sources.corrects = s->options->has_correction;
	/* while a person looks at a page no indexer should have to wait */
	s->sources.holds = !s->options->render->is_for_people;
	return sources_open(&s->sources, s->options->indexes,
			    s->options->n_indexes, err);
}

static int run_comparison(struct session *s, struct mb_err *err)
{
	const struct options *o = s->options;
	int rc = session_open(s, err);

	if (rc != MB_OK)
		return rc;
	session_begin_page(s, MB_STR("Comparison"));
	rc = trend_compare(&s->printer, &s->sources, o->operands, o->n_operands,
			   s->arena, err);
	s->n_found = s->printer.n_hits;
	return printer_end(&s->printer, rc, err);
}

static int run_coverage(struct session *s, struct mb_err *err)
{
	struct coverage coverage = { .n = 0 };
	int rc = session_open(s, err);

	if (rc == MB_OK)
		rc = coverage_make(&s->sources, &s->q.query, s->arena,
				   &coverage, err);
	if (rc != MB_OK)
		return rc;
	s->n_found = (int64_t)(coverage.n + coverage.n_unread);
	if (s->options->is_quiet)
		return MB_OK;
	if (s->n_found == 0 && s->options->render->is_for_people) {
		say(s->options, MB_STR("nothing of that is indexed"));
		return MB_OK;
	}
	session_begin_page(s, MB_STR("Coverage"));
	return printer_end(
	    &s->printer, coverage_print(&s->printer, &coverage, s->arena, err),
	    err);
}

static int run_show(struct session *s, struct mb_err *err)
{
	int rc = session_open(s, err);

	if (rc != MB_OK)
		return rc;
	session_begin_page(s, s->options->name);
	rc = show_print(&s->printer, &s->sources, s->arena, err);
	s->n_found = s->printer.n_hits;
	rc = printer_end(&s->printer, rc, err);
	if (rc == MB_OK && s->n_found == 0)
		say(s->options, MB_STR("nothing has that id"));
	return rc;
}

static int run_select(struct session *s, struct mb_err *err)
{
	int rc;

	if (s->options->n_indexes > 1)
		return mb_fail(err, MB_EUSAGE, "'--sql' asks one index");
	rc = session_open(s, err);
	if (rc != MB_OK)
		return rc;
	session_begin_page(s, (struct mb_str){ NULL, 0 });
	rc = select_print(&s->printer, s->sources.readers[0], err);
	s->n_found = s->printer.n_hits;
	return printer_end(&s->printer, rc, err);
}

static int run_suggest(struct session *s, struct mb_err *err)
{
	int rc = session_open(s, err);

	if (rc != MB_OK)
		return rc;
	session_begin_page(s, MB_STR("Suggestions"));
	rc = suggest_print(&s->printer, &s->sources, s->arena, err);
	s->n_found = s->printer.n_hits;
	return printer_end(&s->printer, rc, err);
}

/* --- the whole --------------------------------------------------------- */

static int finish(const struct session *s, int rc, const struct mb_err *err)
{
	if (rc != MB_OK)
		return say_error(err);
	if (!terminal_close(stdout)) {
		fprintf(stderr, "minutes-query: standard output: %s\n",
			strerror(errno));
		return 2;
	}
	return s->n_found > 0 ? 0 : 1;
}

static int run_named(struct session *s)
{
	struct named_queries list = { NULL, 0 };
	struct mb_err err;
	int rc = named_read(s->options->list.ptr, s->arena, &list, &err);

	if (rc != MB_OK)
		return say_error(&err);
	for (size_t i = 0; i < list.n; i++) {
		int status = check_queries(s, &list.items[i].query, 1);

		if (status != 0)
			return status;
	}
	rc = session_run_list(s, &list, &err);
	return finish(s, rc, &err);
}

/* Tasks that need no query of ours. */
static int (*runner_of(enum task task))(struct session *, struct mb_err *)
{
	switch (task) {
	case TASK_SHOW:
		return run_show;
	case TASK_SQL:
		return run_select;
	case TASK_SUGGEST:
		return run_suggest;
	default:
		return NULL;
	}
}

/* Tasks on a query that has been read, or on several. */
static int (*asker_of(enum task task))(struct session *, struct mb_err *)
{
	switch (task) {
	case TASK_COMPARE:
		return run_comparison;
	case TASK_COVERAGE:
		return run_coverage;
	default:
		return session_run_query;
	}
}

/* Tasks about saved queries and topics, which open no index of ours. */
static int (*saved_runner_of(enum task task))(const struct options *,
					      struct mb_arena *)
{
	switch (task) {
	case TASK_SAVE:
		return alert_save;
	case TASK_SAVED:
		return alert_list;
	case TASK_FORGET:
		return alert_forget;
	case TASK_ALERT:
		return alert_run;
	case TASK_TOPICS:
		return topics_print;
	default:
		return NULL;
	}
}

static int run(struct session *s)
{
	const struct options *o = s->options;
	int (*runner)(struct session *, struct mb_err *) = runner_of(o->task);
	struct mb_err err;
	int status;

	if (saved_runner_of(o->task))
		return saved_runner_of(o->task)(o, s->arena);
	if (read_synonyms(s, &err) != MB_OK)
		return say_error(&err);
	if (runner)
		return finish(s, runner(s, &err), &err);
	if (o->list.len > 0)
		return run_named(s);
	status = o->task == TASK_COMPARE
		     ? check_queries(s, o->operands, o->n_operands)
		     : check_queries(s, &o->query, 1);
	if (status != 0)
		return status;
	return finish(s, asker_of(o->task)(s, &err), &err);
}

int session_run(const struct options *options, struct mb_arena *arena)
{
	struct session *s = MB_NEW(arena, struct session, 1);
	int status = 2;

	if (!s) {
		fputs("minutes-query: out of memory\n", stderr);
		return status;
	}
	s->options = options;
	s->arena = arena;
	status = run(s);
	inquiry_end(&s->q);
	sources_close(&s->sources);
	return status;
}
