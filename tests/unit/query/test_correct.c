/*
 * Names in filters that fit nobody.  Words are told of in the goldens.
 */
#include "correct.h"

#include <stdlib.h>
#include <string.h>

#include "archive.h"
#include "inquiry.h"
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

TestSuite(correct, .init = open_archive, .fini = close_archive);

/* Corrects a query; the value of its first filter is what it became. */
static int correct_once(const char *const *paths, int n, const char *text,
			struct mb_arena *arena, struct corrections *out,
			struct mb_str *value)
{
	const struct inquiry_order order = { .needs_scores = true };
	struct sources sources = { .n = 0 };
	struct inquiry *q = calloc(1, sizeof(*q));
	int rc = q ? sources_open(&sources, paths, n, NULL) : MB_ENOMEM;

	if (rc == MB_OK)
		rc = inquiry_parse(q, &sources, mb_str_of(text), arena, NULL);
	if (rc == MB_OK)
		rc = inquiry_plan(q, &sources, &order, NULL);
	if (rc == MB_OK)
		rc = inquiry_correct(q, &order, out, NULL);
	if (rc == MB_OK && q->query.n_filters > 0)
		*value = q->query.filters[0]->values[0].text;
	free(q);
	sources_close(&sources);
	return rc;
}

static void expect_value(const char *query, const char *want, bool is_told)
{
	const char *path = archive.all;
	struct mb_arena arena = MB_ARENA_INIT;
	struct corrections corrections;
	struct mb_str value = { NULL, 0 };
	int rc = correct_once(&path, 1, query, &arena, &corrections, &value);

	cr_assert(eq(int, rc, MB_OK), "%s", query);
	text_expect(value, want, query);
	cr_expect(is_told == (corrections.n > 0), "%s", query);
	mb_arena_release(&arena);
}

Test(correct, takes_the_name_that_was_meant)
{
	expect_value("speaker:okafer", "okafor", true);
	expect_value("speaker:\"Cllr Okaffor\"", "okafor", true);
	expect_value("mentions:\"Mrs Tansly\"", "mrs tansley", true);
	expect_value("present:\"Adaeze Okafer\"", "adaeze okafor", true);
	expect_value("committee:cabnet", "cabinet", true);
	expect_value("committee:\"overveiw and scrutny\"",
		     "overview and scrutiny", true);
	expect_value("council:larkhyth", "larkhythe", true);
	expect_value("role:directer", "director", true);
}

Test(correct, leaves_what_is_there)
{
	expect_value("speaker:okafor", "okafor", false);
	/* mentioned, not a speaker; but there is one */
	expect_value("speaker:worthing", "worthing", false);
	expect_value("speaker:MarshEllery", "MarshEllery", false);
	expect_value("speaker:bank", "bank", false);
	expect_value("speaker:okaf*", "okaf", false);
	expect_value("-speaker:okafer", "okafer", false);
	expect_value("kind:minute", "minute", false);
}

Test(correct, guesses_no_name_that_is_far)
{
	expect_value("speaker:unicorn", "unicorn", false);
	expect_value("speaker:ban", "ban", false);
	expect_value("committee:osc", "osc", false);
	/* each is there, but nobody has both */
	expect_value("speaker:\"adaeze banks\"", "adaeze banks", false);
}

/* "Bank" and "Banks" are both one letter away. */
Test(correct, tells_of_several_and_takes_none)
{
	const char *path = archive.all;
	struct mb_arena arena = MB_ARENA_INIT;
	struct corrections corrections;
	struct mb_str value = { NULL, 0 };
	int rc = correct_once(&path, 1, "speaker:bankd", &arena, &corrections,
			      &value);

	cr_assert(eq(int, rc, MB_OK));
	text_expect(value, "bankd", "as it was typed");
	cr_assert(eq(sz, corrections.n, 1));
	cr_expect(eq(sz, corrections.items[0].meant.len, 0));
	text_expect(corrections.items[0].near, "bank, banks", "both");
	mb_arena_release(&arena);
}

/* What one index has is not corrected in the other. */
Test(correct, looks_into_all_indexes)
{
	char first[ARCHIVE_PATH_BYTES], second[ARCHIVE_PATH_BYTES];
	const char *halves[] = { first, second };
	struct mb_arena arena = MB_ARENA_INIT;
	struct corrections corrections;
	struct mb_str value = { NULL, 0 };
	int rc;

	archive_write(&archive, "first.db", 0, 3, first);
	archive_write(&archive, "second.db", 3, archive_n_docs - 3, second);
	rc = correct_once(halves, 2, "speaker:tansly", &arena, &corrections,
			  &value);
	cr_assert(eq(int, rc, MB_OK));
	text_expect(value, "tansley", "only the second has her");
	rc = correct_once(halves, 2, "speaker:banks", &arena, &corrections,
			  &value);
	cr_assert(eq(int, rc, MB_OK));
	cr_expect(eq(sz, corrections.n, 0));
	mb_arena_release(&arena);
}

static int correct_faulty(void)
{
	const char *path = archive.all;
	struct mb_arena arena = MB_ARENA_INIT;
	struct corrections corrections;
	struct mb_str value;
	int rc = correct_once(&path, 1,
			      "libary speaker:okafer (role:directer OR "
			      "speaker:bankd)",
			      &arena, &corrections, &value);

	mb_arena_release(&arena);
	return rc;
}

Test(correct, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(correct_faulty);
}
