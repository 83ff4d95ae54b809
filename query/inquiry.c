#include "inquiry.h"

#include <time.h>

#include "topics.h"

int sources_open(struct sources *sources, const char *const *paths, int n,
		 struct mb_err *err)
{
	int rc = MB_OK;

	sources->splitter = mb_splitter_new();
	if (!sources->splitter)
		return mb_fail_nomem(err);
	for (int i = 0; i < n && rc == MB_OK; i++) {
		rc = mb_reader_open(paths[i], &sources->readers[i], err);
		if (rc != MB_OK)
			break;
		sources->n = i + 1;
		if (sources->holds)
			rc = mb_reader_hold(sources->readers[i], err);
	}
	return rc;
}

void sources_close(struct sources *sources)
{
	for (int i = 0; i < sources->n; i++)
		mb_reader_close(sources->readers[i]);
	mb_splitter_free(sources->splitter);
	*sources = (struct sources){ .n = 0 };
}

struct mb_date inquiry_today(void)
{
	time_t now = time(NULL);
	struct tm parts;

	if (!gmtime_r(&now, &parts))
		return (struct mb_date){ 2000, 1, 1 };
	return (struct mb_date){ (int16_t)(parts.tm_year + 1900),
				 (uint8_t)(parts.tm_mon + 1),
				 (uint8_t)parts.tm_mday };
}

int inquiry_parse(struct inquiry *q, const struct sources *sources,
		  struct mb_str text, struct mb_arena *arena,
		  struct mb_err *err)
{
	int rc;

	*q = (struct inquiry){ .arena = arena, .text = text };
	rc = query_parse(text, inquiry_today(), arena, &q->query, &q->fault,
			 err);
	return rc == MB_OK && sources->topics
		   ? topics_find(&q->query, sources->topics, arena, &q->fault,
				 err)
		   : rc;
}

/* Without words there is nothing to rank by: the newest come first. */
static int plan_source(struct inquiry *q, int i,
		       const struct inquiry_order *order, struct mb_err *err)
{
	struct mb_reader *reader = q->sources->readers[i];
	struct plan_options options = {
		.sort = q->sort,
		.needs_scores = q->sort == SORT_RANK && order->needs_scores,
		.synonyms = q->sources->synonyms,
		.more = q->more,
		.n_more = q->n_more,
	};
	int rc =
	    plan_make(&q->query, &options, reader, q->arena, &q->plans[i], err);

	if (rc != MB_OK || q->sort != SORT_RANK || order->has_sort ||
	    q->plans[i].n_positive > 0)
		return rc;
	q->sort = options.sort = SORT_DATE_DESC;
	options.needs_scores = false;
	return plan_make(&q->query, &options, reader, q->arena, &q->plans[i],
			 err);
}

int inquiry_plan(struct inquiry *q, const struct sources *sources,
		 const struct inquiry_order *order, struct mb_err *err)
{
	int rc = MB_OK;

	q->sources = sources;
	q->sort = order->sort;
	for (int i = 0; i < sources->n && rc == MB_OK; i++) {
		rc = plan_source(q, i, order, err);
		q->asked[i] =
		    (struct search_source){ sources->readers[i], &q->plans[i] };
	}
	return rc;
}

int inquiry_correct(struct inquiry *q, const struct inquiry_order *order,
		    struct corrections *out, struct mb_err *err)
{
	int rc = correct_query(&q->query, q->asked, q->sources->n, q->arena,
			       out, err);

	return rc == MB_OK && out->has_changed
		   ? inquiry_plan(q, q->sources, order, err)
		   : rc;
}

bool inquiry_asks_for_nothing(const struct inquiry *q)
{
	return q->query.tree && q->plans[0].n_leaves == 0 &&
	       q->plans[0].n_filters == 0 && q->query.n_filters == 0;
}

int inquiry_search(struct inquiry *q, const struct search_options *options,
		   struct mb_err *err)
{
	struct search_options all = *options;

	all.sort = q->sort;
	return search_begin(q->asked, q->sources->n, &all, &q->search, err);
}

int inquiry_begin(struct inquiry *q, const struct sources *sources,
		  struct mb_str text, const struct search_options *options,
		  struct mb_arena *arena, struct mb_err *err)
{
	const struct inquiry_order order = { .sort = options->sort,
					     .needs_scores = true };
	struct corrections corrections = { .n = 0 };
	int rc = inquiry_parse(q, sources, text, arena, err);

	if (rc == MB_OK)
		rc = inquiry_plan(q, sources, &order, err);
	if (rc == MB_OK && sources->corrects)
		rc = inquiry_correct(q, &order, &corrections, err);
	if (rc == MB_OK && !inquiry_asks_for_nothing(q))
		rc = inquiry_search(q, options, err);
	return rc;
}

int inquiry_next(struct inquiry *q, struct hit *out, struct mb_err *err)
{
	return q->search ? search_next(q->search, out, err) : 0;
}

void inquiry_end(struct inquiry *q)
{
	search_end(q->search);
	q->search = NULL;
}
