/*
 * inquiry.h - a question put to indexes: from its text to its hits
 *
 *	inquiry_begin(&q, &sources, text, &settings, &arena, &err);
 *	while ((rc = search_next(q.search, &hit, &err)) > 0)
 *		...
 *	inquiry_end(&q);
 *
 * The indexes are opened once and answer as many questions as there are.
 */
#ifndef QUERY_INQUIRY_H
#define QUERY_INQUIRY_H

#include "correct.h"
#include "minutebook/terms.h"
#include "search.h"

/* Open indexes. */
struct sources {
	struct mb_reader *readers[SEARCH_MAX_SOURCES];
	int n;
	struct mb_splitter *splitter;
	const struct synonyms *synonyms; /* to plan with; NULL: none */
	const struct synonyms *topics;   /* for topic:; NULL: words as any */
	bool corrects;                   /* inquiry_begin() does, too */
	bool holds; /* the indexes as they are when they are opened */
};

/* Fails as mb_reader_open() does; whatever comes, close it. */
int sources_open(struct sources *sources, const char *const *paths, int n,
		 struct mb_err *err);
void sources_close(struct sources *sources);

struct inquiry {
	const struct sources *sources;
	struct mb_arena *arena;
	struct mb_str text;
	struct query query;
	struct query_fault fault; /* after MB_EUSAGE */
	struct search_source asked[SEARCH_MAX_SOURCES];
	struct plan plans[SEARCH_MAX_SOURCES];
	enum plan_sort sort;                  /* as it came to be */
	struct plan_word more[PLAN_MAX_MORE]; /* more.h */
	size_t n_more;
	struct search *search;
};

/* The day that dates like "yesterday" count from. */
struct mb_date inquiry_today(void);

/* Reads the query; indexes need not be open.  Fails with MB_EUSAGE or
 * MB_ENOMEM. */
int inquiry_parse(struct inquiry *q, const struct sources *sources,
		  struct mb_str text, struct mb_arena *arena,
		  struct mb_err *err);

/*
 * Plans it for each index.  @has_sort: the order was asked for; else a query
 * without words is given newest first, for want of anything to rank by.
 */
struct inquiry_order {
	enum plan_sort sort;
	bool has_sort;
	bool needs_scores; /* unless nothing is to be ranked anyway */
};
int inquiry_plan(struct inquiry *q, const struct sources *sources,
		 const struct inquiry_order *order, struct mb_err *err);

/*
 * What no index has is looked for as what was probably meant; when there is
 * anything in *@out, the query has been planned again.
 */
int inquiry_correct(struct inquiry *q, const struct inquiry_order *order,
		    struct corrections *out, struct mb_err *err);

/* "£" alone asks for nothing, and so finds nothing rather than all. */
bool inquiry_asks_for_nothing(const struct inquiry *q);

/* Runs it up to where hits can be given; the sort is the plan's. */
int inquiry_search(struct inquiry *q, const struct search_options *options,
		   struct mb_err *err);

/* All three; search is NULL for a query that asks for nothing. */
int inquiry_begin(struct inquiry *q, const struct sources *sources,
		  struct mb_str text, const struct search_options *options,
		  struct mb_arena *arena, struct mb_err *err);

/* The next hit: as search_next(), and 0 where nothing was asked for. */
int inquiry_next(struct inquiry *q, struct hit *out, struct mb_err *err);

void inquiry_end(struct inquiry *q);

#endif
