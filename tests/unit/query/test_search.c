/*
 * Levels, counts, pages and orders.  Which paragraphs are found at all is
 * test_sets.c's.
 */
#include "search.h"

#include <math.h>
#include <string.h>

#include "ask.h"
#include "support/fault.h"
#include "support/text.h"

static struct archive archive;

static void open_archive(void)
{
	archive_open(&archive);
}

static void close_archive(void)
{
	archive_close(&archive);
}

TestSuite(search, .init = open_archive, .fini = close_archive);

static struct ask asked(const char *query, enum search_match match,
			enum plan_sort sort, int64_t limit)
{
	const struct search_options options = { .match = match,
						.sort = sort,
						.limit = limit };
	struct ask a;

	ask_one(&a, archive.all, query, &options);
	return a;
}

static size_t count_level(const struct ask *a, enum search_level level)
{
	size_t n = 0;

	for (size_t i = 0; i < a->n_hits; i++)
		n += a->hits[i].level == level;
	return n;
}

/* --- levels ------------------------------------------------------------ */

/* "museum" and "budget" are in one paragraph; "staff" in the same item. */
Test(search, goes_from_all_words_to_some)
{
	struct ask a = asked("museum agency", MATCH_AUTO, SORT_RANK, 10);

	cr_assert(ge(sz, a.n_hits, 2));
	cr_expect(eq(int, (int)a.hits[0].level, LEVEL_ITEM));
	cr_expect(eq(int, (int)a.hits[1].level, LEVEL_SOME));
	cr_expect(eq(sz, count_level(&a, LEVEL_ALL), 0));
	cr_expect(eq(sz, count_level(&a, LEVEL_ITEM), 1));
	cr_expect(eq(int, (int)a.count, 0));
	ask_end(&a);
}

Test(search, shows_levels_in_order)
{
	struct ask a = asked("museum budget", MATCH_AUTO, SORT_RANK, -1);
	struct ask b = asked("museum budget", MATCH_AUTO, SORT_RANK, 50);

	/* without a limit nothing is too few */
	cr_expect(eq(sz, a.n_hits, count_level(&a, LEVEL_ALL)));
	cr_assert(gt(sz, b.n_hits, a.n_hits));
	for (size_t i = 1; i < b.n_hits; i++)
		cr_expect(b.hits[i - 1].level <= b.hits[i].level);
	cr_expect(eq(int, (int)a.count, (int)b.count));
	ask_end(&a);
	ask_end(&b);
}

Test(search, gives_fewer_words_only_when_all_are_too_few)
{
	struct ask one = asked("museum budget", MATCH_AUTO, SORT_RANK, 1);
	struct ask all = asked("museum agency", MATCH_ALL, SORT_RANK, 10);
	struct ask time = asked("museum agency", MATCH_AUTO, SORT_DATE, 10);

	cr_expect(eq(sz, count_level(&one, LEVEL_ALL), 1));
	cr_expect(eq(sz, one.n_hits, 1));
	cr_expect(eq(sz, all.n_hits, 0));
	cr_expect(eq(sz, time.n_hits, 0));
	ask_end(&one);
	ask_end(&all);
	ask_end(&time);
}

Test(search, of_any_word_ranks_them_together)
{
	struct ask a = asked("museum unicorn pond", MATCH_ANY, SORT_RANK, -1);

	cr_expect(gt(sz, a.n_hits, 3));
	for (size_t i = 1; i < a.n_hits; i++)
		cr_expect(a.hits[i - 1].score >= a.hits[i].score);
	ask_end(&a);
}

/* Has half of the words at least: one of three is too few. */
Test(search, wants_most_of_the_words)
{
	struct ask two = asked("deputation unicorn", MATCH_AUTO, SORT_RANK, 9);
	struct ask three =
	    asked("deputation unicorn dragon", MATCH_AUTO, SORT_RANK, 9);

	cr_expect(eq(sz, two.n_hits, 1));
	cr_expect(eq(sz, three.n_hits, 0));
	ask_end(&two);
	ask_end(&three);
}

static bool says(int paragraph, const char *word)
{
	const struct archive_paragraph *p = &archive_paragraphs[paragraph];

	return mb_str_find_nocase(mb_str_of(p->text), mb_str_of(word)) !=
		   MB_STR_NONE ||
	       mb_str_find_nocase(mb_str_of(archive_items[p->item].title),
				  mb_str_of(word)) != MB_STR_NONE;
}

/* What is excluded never comes back as "not all of the words". */
Test(search, keeps_its_conditions_at_every_level)
{
	static const enum search_match matches[] = { MATCH_AUTO, MATCH_ANY };

	for (size_t m = 0; m < 2; m++) {
		struct ask a = asked("museum pond agency -closure", matches[m],
				     SORT_RANK, 50);

		cr_expect(gt(sz, a.n_hits, 0));
		for (size_t i = 0; i < a.n_hits; i++)
			cr_expect(says(a.paragraphs[i], "closure") == false,
				  "'%s'",
				  archive_paragraphs[a.paragraphs[i]].text);
		ask_end(&a);
		a = asked("title:budget museum pond", matches[m], SORT_RANK,
			  50);
		cr_expect(gt(sz, a.n_hits, 0));
		for (size_t i = 0; i < a.n_hits; i++) {
			int item = archive_paragraphs[a.paragraphs[i]].item;

			cr_expect(strstr(archive_items[item].title, "udget") !=
				  NULL);
		}
		ask_end(&a);
		a = asked("library museum speaker:okafor", matches[m],
			  SORT_RANK, 50);
		for (size_t i = 0; i < a.n_hits; i++)
			cr_expect(says(a.paragraphs[i], "okafor"));
		ask_end(&a);
	}
}

/* --- orders ------------------------------------------------------------ */

static const char *date_of(int paragraph)
{
	const char *date =
	    archive_docs[archive_items[archive_paragraphs[paragraph].item].doc]
		.date;

	return date ? date : "";
}

Test(search, sorts_by_date_both_ways)
{
	struct ask old = asked("library", MATCH_ALL, SORT_DATE, -1);
	struct ask new = asked("library", MATCH_ALL, SORT_DATE_DESC, -1);

	cr_assert(gt(sz, old.n_hits, 4));
	cr_assert(eq(sz, old.n_hits, new.n_hits));
	for (size_t i = 1; i < old.n_hits; i++) {
		cr_expect(strcmp(date_of(old.paragraphs[i - 1]),
				 date_of(old.paragraphs[i])) <= 0);
		cr_expect(strcmp(date_of(new.paragraphs[i - 1]),
				 date_of(new.paragraphs[i])) >= 0);
	}
	ask_end(&old);
	ask_end(&new);
}

Test(search, browses_the_newest_first_and_may_stop)
{
	struct ask a = asked("kind:minute", MATCH_ALL, SORT_DATE_DESC, 2);

	cr_assert(eq(sz, a.n_hits, 2));
	text_expect(mb_str_of(date_of(a.paragraphs[0])), "2022-04-30",
		    "the newest");
	/* in the order of the minutes */
	cr_expect(lt(int, a.paragraphs[0], a.paragraphs[1]));
	cr_expect(eq(int, (int)a.count, -1), "nobody needed the count");
	ask_end(&a);
}

Test(search, puts_routine_items_last_among_equals)
{
	/* one word, once, in titles of the same length and empty items */
	struct ask a = asked("meeting OR apologies", MATCH_ALL, SORT_RANK, -1);

	cr_expect(gt(sz, a.n_hits, 0));
	ask_end(&a);
}

Test(search, ranks_titles_above_texts)
{
	struct ask a = asked("museum", MATCH_ALL, SORT_RANK, -1);

	cr_assert(gt(sz, a.n_hits, 2));
	cr_expect(eq(int, archive_paragraphs[a.paragraphs[0]].item, 11));
	ask_end(&a);
}

/* The same index twice: each hit twice, and always in the same order. */
Test(search, is_in_one_order_even_among_twins)
{
	const char *twice[] = { archive.all, archive.all };
	static const char *const queries[] = { "library", "budget",
					       "kind:minute" };
	static const enum plan_sort sorts[] = { SORT_RANK, SORT_DATE,
						SORT_DATE_DESC };
	struct mb_err err = { .msg = "" };

	for (size_t i = 0; i < 9; i++) {
		struct search_options options = { .match = MATCH_ALL,
						  .sort = sorts[i % 3],
						  .limit = -1,
						  .needs_count = true };
		struct ask all, page;
		size_t n = 0;

		cr_assert(ask(&all, twice, 2, queries[i / 3], &options, &err) ==
			  MB_OK);
		options.limit = 1;
		for (n = 0; n < all.n_hits; n++) {
			options.offset = (int64_t)n;
			cr_assert(ask(&page, twice, 2, queries[i / 3], &options,
				      &err) == MB_OK);
			cr_expect(page.n_hits == 1 &&
				      page.hits[0].source ==
					  all.hits[n].source &&
				      page.hits[0].paragraph ==
					  all.hits[n].paragraph &&
				      page.hits[0].rank == (int64_t)n + 1,
				  "%s: hit %zu", queries[i / 3], n);
			ask_end(&page);
		}
		cr_expect(eq(int, (int)all.count, (int)n));
		ask_end(&all);
	}
}

/* --- counts and limits ------------------------------------------------- */

Test(search, counts_whatever_the_limit)
{
	static const int64_t limits[] = { 0, 1, 3, 1000, -1 };
	struct ask all = asked("library", MATCH_ALL, SORT_RANK, -1);

	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		struct ask a =
		    asked("library", MATCH_ALL, SORT_RANK, limits[i]);

		cr_expect(eq(int, (int)a.count, (int)all.n_hits));
		ask_end(&a);
	}
	ask_end(&all);
}

Test(search, gives_nothing_beyond_the_last)
{
	const struct search_options options = { .match = MATCH_ALL,
						.limit = 10,
						.offset = 1000 };
	struct ask a;

	ask_one(&a, archive.all, "library", &options);
	cr_expect(eq(sz, a.n_hits, 0));
	cr_expect(gt(int, (int)a.count, 0));
	ask_end(&a);
}

Test(search, scores_several_indexes_as_one)
{
	char first[ARCHIVE_PATH_BYTES], second[ARCHIVE_PATH_BYTES];
	const char *halves[] = { first, second };
	struct ask one, two;
	struct mb_err err = { .msg = "" };

	archive_write(&archive, "first.db", 0, 3, first);
	archive_write(&archive, "second.db", 3, archive_n_docs - 3, second);
	ask_one(&one, archive.all, "library closure", &ask_usual);
	cr_assert(ask(&two, halves, 2, "library closure", &ask_usual, &err) ==
		  MB_OK);
	cr_assert(eq(sz, one.n_hits, two.n_hits));
	for (size_t i = 0; i < one.n_hits; i++) {
		cr_expect(eq(int, one.paragraphs[i], two.paragraphs[i]));
		cr_expect(
		    ieee_ulp_eq(dbl, one.hits[i].score, two.hits[i].score, 4));
	}
	ask_end(&one);
	ask_end(&two);
}

/* What --explain tells is what the score was made of. */
Test(search, accounts_for_every_score)
{
	static const char *const queries[] = {
		"library",
		"library closure budget museum",
		"library library -pond",
		"title:libraries closure speaker:okafor",
		"\"budget levy\"~3 OR anti-racism",
	};
	struct mb_err err = { .msg = "" };

	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		const struct search_options options = { .match = MATCH_ANY,
							.limit = -1 };
		struct search_source source;
		struct ask a;
		struct hit hit;
		size_t n = 0;
		int rc;

		ask_one(&a, archive.all, queries[i], &options);
		search_end(a.search);
		source = (struct search_source){ a.readers[0], &a.plans[0] };
		rc = search_begin(&source, 1, &options, &a.search, &err);
		cr_assert(eq(int, rc, MB_OK));
		while (search_next(a.search, &hit, &err) > 0) {
			struct search_account account;
			double sum = 0;

			rc = search_explain(a.search, &a.arena, &account, &err);
			cr_assert(eq(int, rc, MB_OK));
			for (size_t k = 0; k < account.n; k++) {
				const struct search_share *share =
				    &account.shares[k];

				sum += share->score;
				cr_expect(share->from_title <= share->score);
				cr_expect(share->n_title > 0
					      ? share->from_title > 0
					      : share->from_title == 0);
			}
			cr_expect(fabs(sum - hit.score) < 1e-6, "%s: hit %zu",
				  queries[i], n);
			n++;
		}
		cr_expect(gt(sz, n, 1), "%s", queries[i]);
		ask_end(&a);
	}
}

Test(search, of_an_empty_index_finds_nothing)
{
	char empty[ARCHIVE_PATH_BYTES];
	struct ask a;

	archive_write(&archive, "empty.db", 0, 0, empty);
	ask_one(&a, empty, "library closure", &ask_usual);
	cr_expect(eq(sz, a.n_hits, 0));
	cr_expect(eq(int, (int)a.count, 0));
	ask_end(&a);
	ask_one(&a, empty, "kind:vote", &ask_usual);
	cr_expect(eq(sz, a.n_hits, 0));
	ask_end(&a);
}

/* The first of as many words as there may be is not crowded out. */
Test(search, looks_for_each_word_of_a_long_question)
{
	struct mb_buf text = MB_BUF_INIT;
	struct ask a;

	mb_buf_add(&text, MB_STR("deputation"));
	for (int i = 1; i < PARSE_MAX_TEXTS; i++)
		mb_buf_add_format(&text, " w%d", i);
	mb_buf_add_char(&text, '\0');
	a = asked(text.ptr, MATCH_ANY, SORT_RANK, 3);
	cr_expect(eq(sz, a.n_hits, 1));
	ask_end(&a);
	mb_buf_release(&text);
}

Test(search, has_names_for_its_levels)
{
	text_expect(mb_str_of(search_level_name(LEVEL_ALL)), "all", "all");
	text_expect(mb_str_of(search_level_name(LEVEL_ITEM)), "item", "item");
	text_expect(mb_str_of(search_level_name(LEVEL_SOME)), "some", "some");
}

/* --- running out of memory --------------------------------------------- */

static int search_once(void)
{
	const char *index = archive.all;
	const struct search_options options = { .match = MATCH_AUTO,
						.limit = 20 };
	struct mb_err err;
	struct ask a;
	int rc =
	    ask(&a, &index, 1, "library museum speaker:okafor", &options, &err);

	ask_end(&a);
	if (rc == MB_OK)
		rc = ask(&a, &index, 1, "-pond date:2019..", &ask_usual, &err);
	else
		return rc;
	ask_end(&a);
	return rc;
}

Test(search, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(search_once);
}

/* SQLite allocates a hundred times as often: one short search. */
static int search_shortly(void)
{
	const char *index = archive.all;
	const struct search_options options = { .match = MATCH_ALL,
						.limit = 1 };
	struct mb_err err;
	struct ask a;
	int rc = ask(&a, &index, 1, "pond kind:minute", &options, &err);

	ask_end(&a);
	return rc;
}

Test(search, survives_sqlite_running_out_of_memory)
{
	fault_each_sqlite(search_shortly);
}
