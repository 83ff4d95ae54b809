#include "ask.h"

#include "support/text.h"
#include "topics.h"

const struct search_options ask_usual = {
	.match = MATCH_ALL, .sort = SORT_RANK, .limit = -1, .needs_count = true
};

static int read_hits(struct ask *a, struct mb_err *err)
{
	struct mb_hit hit;
	int rc = 1;

	while (a->n_hits < ASK_MAX_HITS &&
	       (rc = search_next(a->search, &a->hits[a->n_hits], err)) > 0) {
		struct hit *found = &a->hits[a->n_hits];

		rc = mb_reader_hit(a->readers[found->source], found->paragraph,
				   &a->arena, &hit, err);
		if (rc != MB_OK)
			return rc;
		a->paragraphs[a->n_hits++] =
		    archive_find(hit.text, hit.item_title);
	}
	a->count = search_count(a->search);
	return rc < 0 ? rc : MB_OK;
}

int ask(struct ask *a, const char *const *indexes, int n_indexes,
	const char *query, const struct search_options *options,
	struct mb_err *err)
{
	const struct plan_options plan_options = {
		.sort = options->sort,
		.needs_scores = options->sort == SORT_RANK,
	};
	struct search_source sources[4];
	struct query_fault fault;
	int rc;

	*a = (struct ask){ .n_sources = n_indexes };
	rc = query_parse(mb_str_of(query), ASK_TODAY, &a->arena, &a->query,
			 &fault, err);
	if (rc == MB_OK)
		rc = synonyms_read(NULL, &a->arena, &a->synonyms, err);
	if (rc == MB_OK)
		rc = topics_find(&a->query, &a->synonyms, &a->arena, &fault,
				 err);
	for (int i = 0; i < n_indexes && rc == MB_OK; i++) {
		rc = mb_reader_open(indexes[i], &a->readers[i], err);
		if (rc == MB_OK)
			rc = plan_make(&a->query, &plan_options, a->readers[i],
				       &a->arena, &a->plans[i], err);
		sources[i] =
		    (struct search_source){ a->readers[i], &a->plans[i] };
	}
	if (rc == MB_OK)
		rc = search_begin(sources, n_indexes, options, &a->search, err);
	return rc == MB_OK ? read_hits(a, err) : rc;
}

void ask_one(struct ask *a, const char *index, const char *query,
	     const struct search_options *options)
{
	struct mb_err err = { .msg = "" };

	cr_assert(ask(a, &index, 1, query, options, &err) == MB_OK, "%s: %s",
		  query, err.msg);
	for (size_t i = 0; i < a->n_hits; i++)
		cr_assert(a->paragraphs[i] >= 0, "%s: hit %zu is unknown",
			  query, i);
}

void ask_end(struct ask *a)
{
	search_end(a->search);
	for (int i = 0; i < a->n_sources; i++)
		mb_reader_close(a->readers[i]);
	mb_arena_release(&a->arena);
}
