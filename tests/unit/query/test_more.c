/*
 * Words that --more adds: which, how much they weigh, and what they may do.
 */
#include "more.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "archive.h"
#include "support/fault.h"
#include "support/text.h"

#define MAX_FOUND 200

static struct archive archive;

static void open_archive(void)
{
	archive_open(&archive);
}

static void close_archive(void)
{
	archive_close(&archive);
}

TestSuite(more, .init = open_archive, .fini = close_archive);

/* A query asked with --more, or without. */
struct asked {
	struct mb_arena arena;
	struct sources sources;
	struct inquiry q;
	struct hit hits[MAX_FOUND];
	int paragraphs[MAX_FOUND];
	size_t n_hits;
	int64_t count;
};

static int read_hits(struct asked *a, struct mb_err *err)
{
	struct mb_hit hit;
	int rc = MB_OK;

	while (rc == MB_OK && a->n_hits < MAX_FOUND &&
	       (rc = inquiry_next(&a->q, &a->hits[a->n_hits], err)) > 0) {
		const struct hit *found = &a->hits[a->n_hits];

		rc = mb_reader_hit(a->sources.readers[found->source],
				   found->paragraph, &a->arena, &hit, err);
		if (rc == MB_OK)
			a->paragraphs[a->n_hits++] =
			    archive_find(hit.text, hit.item_title);
	}
	a->count = a->q.search ? search_count(a->q.search) : 0;
	return rc;
}

static int run(struct asked *a, const char *const *paths, int n,
	       const char *text, bool has_more, struct mb_err *err)
{
	const struct inquiry_order order = { .needs_scores = true };
	const struct search_options options = { .match = MATCH_AUTO,
						.limit = MAX_FOUND,
						.needs_count = true };
	int rc = sources_open(&a->sources, paths, n, err);

	if (rc == MB_OK)
		rc = inquiry_parse(&a->q, &a->sources, mb_str_of(text),
				   &a->arena, err);
	if (rc == MB_OK)
		rc = inquiry_plan(&a->q, &a->sources, &order, err);
	if (rc == MB_OK && has_more)
		rc = more_add(&a->q, &order, &options, err);
	if (rc == MB_OK)
		rc = inquiry_search(&a->q, &options, err);
	return rc == MB_OK ? read_hits(a, err) : rc;
}

static void asked_end(struct asked *a)
{
	inquiry_end(&a->q);
	sources_close(&a->sources);
	mb_arena_release(&a->arena);
}

static void ask_more(struct asked *a, const char *text, bool has_more)
{
	const char *path = archive.all;
	struct mb_err err = { .msg = "" };
	int rc;

	*a = (struct asked){ .n_hits = 0 };
	rc = run(a, &path, 1, text, has_more, &err);
	cr_assert(rc == MB_OK, "%s: %s", text, err.msg);
}

static bool adds(const struct asked *a, const char *word)
{
	for (size_t i = 0; i < a->q.n_more; i++)
		if (mb_str_equal(a->q.more[i].word, mb_str_of(word)))
			return true;
	return false;
}

static size_t count_level(const struct asked *a, enum search_level level)
{
	size_t n = 0;

	for (size_t i = 0; i < a->n_hits; i++)
		n += a->hits[i].level == level;
	return n;
}

Test(more, adds_words_of_the_best_items)
{
	struct asked a;

	ask_more(&a, "pond", true); /* both of its items speak of it */
	cr_expect(adds(&a, "tansley"));
	cr_expect(adds(&a, "pond") == false, "it was typed");
	cr_expect(adds(&a, "the") == false, "it says nothing");
	asked_end(&a);
	ask_more(&a, "closure -museum", true);
	cr_expect(gt(sz, a.q.n_more, 0));
	cr_expect(adds(&a, "museum") == false, "it is excluded");
	cr_expect(adds(&a, "closed") == false, "it is a form of the word");
	asked_end(&a);
}

Test(more, adds_a_tenth_of_the_weight)
{
	static const char *const queries[] = { "pond", "library closure",
					       "library library budget" };

	for (size_t i = 0; i < 3; i++) {
		struct asked a;
		double sum = 0;

		ask_more(&a, queries[i], true);
		for (size_t k = 0; k < a.q.n_more; k++)
			sum += a.q.more[k].weight;
		cr_expect(fabs(sum - (double)(i + 1) / 9) < 1e-9, "%s: %f",
			  queries[i], sum);
		asked_end(&a);
	}
}

/* What fits is what fitted before, and comes before what was added. */
Test(more, changes_nothing_of_what_a_query_finds)
{
	static const char *const queries[] = {
		"library",
		"closure",
		"library closure",
		"budget levy",
		"speaker:okafor budget",
		"museum agency",
		"title:budget okafor",
		"pond OR hedge",
		"budget -levy",
		"\"public health\"",
	};

	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		bool before[100] = { false }, after[100] = { false };
		struct asked plain, more;

		ask_more(&plain, queries[i], false);
		ask_more(&more, queries[i], true);
		for (size_t k = 0; k < plain.n_hits; k++)
			before[plain.paragraphs[k]] =
			    plain.hits[k].level == LEVEL_ALL;
		for (size_t k = 0; k < more.n_hits; k++)
			after[more.paragraphs[k]] =
			    more.hits[k].level == LEVEL_ALL;
		cr_expect(memcmp(before, after, sizeof(before)) == 0, "%s",
			  queries[i]);
		cr_expect(plain.count == more.count, "%s", queries[i]);
		for (enum search_level l = LEVEL_ITEM; l < LEVEL_MORE; l++)
			cr_expect(count_level(&plain, l) ==
				      count_level(&more, l),
				  "%s: level %d", queries[i], (int)l);
		for (size_t k = 1; k < more.n_hits; k++)
			cr_expect(more.hits[k - 1].level <= more.hits[k].level,
				  "%s: hit %zu", queries[i], k);
		asked_end(&plain);
		asked_end(&more);
	}
}

static bool says(int paragraph, const char *word)
{
	const struct archive_paragraph *p = &archive_paragraphs[paragraph];

	return mb_str_find_nocase(mb_str_of(p->text), mb_str_of(word)) !=
		   MB_STR_NONE ||
	       mb_str_find_nocase(mb_str_of(archive_items[p->item].title),
				  mb_str_of(word)) != MB_STR_NONE;
}

Test(more, finds_more_under_the_same_conditions)
{
	struct asked a;
	size_t n = 0;

	ask_more(&a, "closure -levy date:2019..", true);
	for (size_t i = 0; i < a.n_hits; i++) {
		const char *date =
		    archive_docs
			[archive_items[archive_paragraphs[a.paragraphs[i]].item]
			     .doc]
			    .date;

		n += a.hits[i].level == LEVEL_MORE;
		cr_expect(says(a.paragraphs[i], "levy") == false);
		cr_expect(date != NULL, "an undated paragraph");
	}
	cr_expect(gt(sz, n, 0));
	asked_end(&a);
}

Test(more, leaves_a_query_without_hits_or_ranks_alone)
{
	static const char *const queries[] = { "unicorn", "kind:vote",
					       "-library", "\xC2\xA3" };

	for (size_t i = 0; i < 4; i++) {
		struct asked a;

		ask_more(&a, queries[i], true);
		cr_expect(eq(sz, a.q.n_more, 0), "%s", queries[i]);
		asked_end(&a);
	}
}

Test(more, reads_several_indexes_as_one)
{
	char first[ARCHIVE_PATH_BYTES], second[ARCHIVE_PATH_BYTES];
	const char *halves[] = { first, second };
	struct asked one, two = { .n_hits = 0 };
	struct mb_err err = { .msg = "" };
	int rc;

	archive_write(&archive, "first.db", 0, 3, first);
	archive_write(&archive, "second.db", 3, archive_n_docs - 3, second);
	ask_more(&one, "library", true);
	rc = run(&two, halves, 2, "library", true, &err);
	cr_assert(eq(int, rc, MB_OK));
	cr_assert(eq(sz, one.q.n_more, two.q.n_more));
	for (size_t i = 0; i < one.q.n_more; i++)
		cr_expect(mb_str_equal(one.q.more[i].word, two.q.more[i].word),
			  "word %zu", i);
	asked_end(&one);
	asked_end(&two);
}

static int more_once(void)
{
	const char *path = archive.all;
	struct asked *a = calloc(1, sizeof(*a));
	int rc =
	    a ? run(a, &path, 1, "library closure", true, NULL) : MB_ENOMEM;

	if (a)
		asked_end(a);
	free(a);
	return rc;
}

Test(more, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(more_once);
}
