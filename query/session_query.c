#include "session_state.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "correct.h"
#include "explain.h"
#include "hits.h"
#include "minutebook/text.h"
#include "more.h"
#include "report.h"
#include "say.h"
#include "trend.h"

/* --- what it gives ------------------------------------------------------ */

static struct search_options search_options_of(const struct session *s)
{
	struct search_options options = s->options->search;

	options.needs_count = s->options->task == TASK_COUNT;
	if (s->options->task == TASK_COUNT)
		options.limit = 0;
	if (s->options->group != GROUP_NONE) {
		options.limit = -1; /* they are of groups */
		options.offset = 0;
	}
	return options;
}

/* Only whether there is anything. */
static int probe(struct session *s, struct mb_err *err)
{
	struct hit hit;
	int rc = inquiry_next(&s->q, &hit, err);

	s->n_found += rc > 0;
	return rc < 0 ? rc : MB_OK;
}

static int print_count(struct session *s, struct mb_err *err)
{
	int64_t n = s->q.search ? search_count(s->q.search) : 0;
	struct printer *p = &s->printer;

	s->n_found += n;
	if (s->options->is_quiet)
		return MB_OK;
	if (p->render.name.len > 0) {
		mb_add_printable(&p->buf, p->render.name);
		mb_buf_add_char(&p->buf, '\t');
	}
	mb_buf_add_format(&p->buf, "%" PRId64 "\n", n);
	return printer_flush(p, err);
}

/* What a query gives, once it is parsed and planned. */
static int print_found(struct session *s, struct mb_err *err)
{
	const struct options *o = s->options;
	struct search_options options = search_options_of(s);
	int rc = MB_OK;

	if (o->task == TASK_TREND && !o->is_quiet) {
		rc = trend_print(&s->printer, &s->sources, s->q.text, s->arena,
				 err);
		s->n_found = s->printer.n_hits;
		return rc;
	}
	if (o->task == TASK_REPORT && !o->is_quiet) {
		rc = report_print(&s->printer, &s->q, s->arena, err);
		s->n_found = s->printer.n_hits;
		return rc;
	}
	if (!inquiry_asks_for_nothing(&s->q))
		rc = inquiry_search(&s->q, &options, err);
	if (rc != MB_OK)
		return rc;
	if (o->task == TASK_COUNT)
		return print_count(s, err);
	if (o->is_quiet)
		return probe(s, err);
	rc = o->task == TASK_FILES ? hits_print_files(&s->printer, &s->q, err)
				   : hits_print(&s->printer, &s->q, err);
	s->n_found = s->printer.n_hits;
	return rc;
}

static int plan(struct session *s, struct mb_err *err)
{
	const struct options *o = s->options;
	const struct inquiry_order order = {
		.sort = o->search.sort,
		.has_sort = o->has_sort,
		.needs_scores = o->task == TASK_SEARCH ||
				o->task == TASK_REPORT ||
				o->task == TASK_EXPLAIN,
	};
	struct corrections corrections = { .n = 0 };
	int rc = inquiry_plan(&s->q, &s->sources, &order, err);

	if (rc == MB_OK && o->has_correction)
		rc = inquiry_correct(&s->q, &order, &corrections, err);
	if (rc != MB_OK)
		return rc;
	say_corrections(o, &corrections);
	say_warnings(o, &s->q);
	if (o->has_more)
		rc = more_add(&s->q, &order, &o->search, err);
	if (rc == MB_OK)
		say_more(o, &s->q);
	return rc;
}

/* --- queries ---------------------------------------------------------------- */

static int describe(struct session *s, struct mb_str *out, struct mb_err *err)
{
	struct mb_buf words = MB_BUF_INIT;
	int rc;

	query_describe(&s->q.query, &words);
	rc = mb_buf_move(&words, s->arena, out, err);
	mb_buf_release(&words);
	return rc;
}

static int print_explanation(struct session *s, struct mb_err *err)
{
	struct mb_buf out = MB_BUF_INIT;
	struct mb_str text;
	int rc = explain(&s->q, s->options, &out, err);

	if (rc == MB_OK)
		rc = mb_buf_finish(&out, &text, err);
	if (rc == MB_OK && fwrite(text.ptr, 1, text.len, stdout) < text.len)
		rc = mb_fail(err, MB_EIO, "standard output: %s",
			     strerror(errno));
	mb_buf_release(&out);
	s->n_found = 1;
	return rc;
}

int session_run_query(struct session *s, struct mb_err *err)
{
	struct mb_str title = { NULL, 0 };
	int rc = session_open(s, err);

	if (rc == MB_OK)
		rc = plan(s, err);
	if (rc != MB_OK)
		return rc;
	if (s->options->task == TASK_EXPLAIN)
		return print_explanation(s, err);
	say_understood(s->options, &s->q);
	rc = describe(s, &title, err);
	if (rc != MB_OK)
		return rc;
	session_begin_page(s, title);
	rc = printer_end(&s->printer, print_found(s, err), err);
	if (rc == MB_OK && s->options->task == TASK_SEARCH)
		say_total(&s->printer, &s->q);
	return rc;
}

int session_run_list(struct session *s, const struct named_queries *list,
		     struct mb_err *err)
{
	int rc = session_open(s, err);

	if (rc != MB_OK)
		return rc;
	session_begin_page(s, MB_STR("Queries"));
	for (size_t i = 0; i < list->n && rc == MB_OK; i++) {
		const struct render_section section = {
			.key = "query", .heading = list->items[i].name.ptr
		};

		inquiry_end(&s->q);
		rc = inquiry_parse(&s->q, &s->sources, list->items[i].query,
				   s->arena, err);
		if (rc == MB_OK)
			rc = plan(s, err);
		s->printer.render.name = list->items[i].name;
		if (rc == MB_OK && s->printer.ops->is_prose &&
		    s->options->task == TASK_SEARCH)
			s->printer.ops->section(&s->printer.render, &section);
		if (rc == MB_OK)
			rc = print_found(s, err);
	}
	return printer_end(&s->printer, rc, err);
}
