/*
 * ask.h - a query put to indexes, from its text to its hits
 */
#ifndef QUERY_ASK_H
#define QUERY_ASK_H

#include "archive.h"
#include "search.h"
#include "synonyms.h"

#define ASK_MAX_HITS 200

/* Plans are ready for the options' sort; hits are read until the end. */
struct ask {
	struct mb_arena arena;
	struct query query;
	struct synonyms synonyms; /* its topics alone are looked for */
	struct mb_reader *readers[4];
	struct plan plans[4];
	int n_sources;
	struct search *search;
	struct hit hits[ASK_MAX_HITS];
	int paragraphs[ASK_MAX_HITS]; /* of each hit, in the archive */
	size_t n_hits;
	int64_t count;
};

/* The day that queries are asked on in tests. */
#define ASK_TODAY ((struct mb_date){ 2022, 6, 15 })

/* All words, by rank, all hits, counted. */
extern const struct search_options ask_usual;

/*
 * Asks @indexes as one.  Whatever comes, ask_end() is to be called.  Fails as
 * the stages do.
 */
int ask(struct ask *ask, const char *const *indexes, int n_indexes,
	const char *query, const struct search_options *options,
	struct mb_err *err);

/* The same with one index, and failing is the test's failure. */
void ask_one(struct ask *ask, const char *index, const char *query,
	     const struct search_options *options);

void ask_end(struct ask *ask);

#endif
