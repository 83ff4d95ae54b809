/* Counts against what the search lists. */
#include "tally.h"

#include <string.h>

#include "ask.h"
#include "support/fault.h"
#include "support/text.h"

static struct archive archive;
static struct mb_arena arena;
static struct sources sources;

static void open_archive(void)
{
	const char *path;

	archive_open(&archive);
	path = archive.all;
	cr_assert(sources_open(&sources, &path, 1, NULL) == MB_OK);
}

static void close_archive(void)
{
	sources_close(&sources);
	mb_arena_release(&arena);
	archive_close(&archive);
}

TestSuite(tally, .init = open_archive, .fini = close_archive);

static struct tally count(const char *query, const char *by)
{
	const struct search_options options = { .match = MATCH_ALL };
	struct tally_by dimensions = { .n = 0 };
	struct tally tally;
	struct mb_err err = { .msg = "" };

	if (by)
		cr_assert(tally_by_parse(mb_str_of(by), &dimensions, &err) ==
			      MB_OK,
			  "%s", err.msg);
	cr_assert(tally_make(&sources, mb_str_of(query), &options, &dimensions,
			     &arena, &tally, &err) == MB_OK,
		  "%s: %s", query, err.msg);
	return tally;
}

static const char *const queries[] = {
	"library",
	"budget",
	"the",
	"speaker:okafor",
	"library speaker:okafor",
	"kind:decision",
	"year:2019 library",
	"libraries OR budget",
	"-library",
	"library -budget",
	"nothingofthekind",
	"title:budget",
	"committee:cabinet",
	"present:banks library",
	"\"public health\"",
};

static const char *const dimensions[] = {
	"year", "month", "council",   "committee",      "speaker",
	"kind", "item",  "year,kind", "speaker,council"
};

Test(tally, counts_what_the_search_lists)
{
	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct ask a;

		ask_one(&a, archive.all, queries[i], &ask_usual);
		cr_expect(
		    eq(int, (int)count(queries[i], NULL).total.found.paragraphs,
		       (int)a.n_hits),
		    "%s", queries[i]);
		ask_end(&a);
	}
}

/* Every paragraph is in one bucket, and none has more than there is. */
Test(tally, adds_up_whatever_it_counts_by)
{
	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++)
		for (size_t k = 0; k < sizeof(dimensions) / sizeof(*dimensions);
		     k++) {
			struct tally tally = count(queries[i], dimensions[k]);
			struct count sum = { 0, 0, 0 };

			for (size_t b = 0; b < tally.n; b++) {
				const struct bucket *bucket = &tally.buckets[b];

				sum.paragraphs += bucket->found.paragraphs;
				sum.words += bucket->found.words;
				cr_expect(bucket->found.paragraphs <=
					      bucket->of.paragraphs,
					  "%s by %s", queries[i],
					  dimensions[k]);
				cr_expect(bucket->found.words <=
					  bucket->of.words);
				cr_expect(bucket->found.meetings <=
					  bucket->of.meetings);
				cr_expect(bucket->found.meetings <=
					  tally.total.found.meetings);
			}
			cr_expect(eq(int, (int)sum.paragraphs,
				     (int)tally.total.found.paragraphs),
				  "%s by %s", queries[i], dimensions[k]);
			cr_expect(eq(int, (int)sum.words,
				     (int)tally.total.found.words));
		}
}

Test(tally, is_of_what_the_filters_let_through)
{
	int64_t all = count("library", NULL).total.of.paragraphs;
	int64_t okafor = count("speaker:okafor", NULL).total.found.paragraphs;

	cr_expect(eq(int,
		     (int)count("the speaker:okafor", NULL).total.of.paragraphs,
		     (int)okafor));
	cr_expect(eq(int,
		     (int)count("speaker:okafor", NULL).total.of.paragraphs,
		     (int)all));
}

Test(tally, years_without_anything_are_in_the_line)
{
	struct tally tally = count("shelves", "year");

	cr_assert(tally.n > 1);
	for (size_t i = 1; i < tally.n; i++)
		cr_expect(mb_str_compare(tally.buckets[i - 1].keys[0],
					 tally.buckets[i].keys[0]) < 0);
	cr_expect(eq(int, (int)count("shelves", "kind").n, 1));
}

Test(tally, knows_the_first_and_the_last)
{
	struct tally tally = count("library", NULL);

	cr_expect(eq(int, tally.total.first.year, 2019));
	cr_expect(mb_str_starts(tally.total.first_id,
				MB_STR("larkhythe/cabinet/2019-03-12/")));
	cr_expect(mb_date_compare(tally.total.first, tally.total.last) < 0);
	cr_expect(count("nothingofthekind", NULL).total.first_id.len == 0);
}

Test(tally, knows_what_it_can_count_by)
{
	struct tally_by by = { .n = 0 };
	struct mb_err err;

	cr_expect(
	    eq(int, tally_by_parse(MB_STR("weekday"), &by, &err), MB_EUSAGE));
	by.n = 0;
	cr_expect(eq(int, tally_by_parse(MB_STR(""), &by, &err), MB_EUSAGE));
	cr_assert(tally_by_parse(MB_STR("speaker, year"), &by, &err) == MB_OK);
	cr_expect(eq(int, (int)by.dimensions[0], BY_SPEAKER));
	cr_expect(eq(int, (int)by.dimensions[1], BY_YEAR));
}

Test(tally, has_a_rate_only_of_something)
{
	const struct count words = { .words = 5000 }, none = { .words = 0 };

	cr_expect(epsilon_eq(dbl, tally_rate(3, &words), 6.0, 1e-9));
	cr_expect(epsilon_eq(dbl, tally_rate(3, &none), 0.0, 1e-9));
}
