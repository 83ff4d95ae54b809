#include "vocabulary.h"

#include <stdio.h>

#include "minutebook/err.h"
#include "support/fault.h"
#include "support/text.h"

static struct counts counts;

static void release(void)
{
	mb_counts_release(&counts);
}

TestSuite(vocabulary, .fini = release);

static const struct mb_str nothing = { NULL, 0 };

/* The count of a key, or -99 when it is not there. */
static int64_t count_of(struct mb_str key, struct mb_str also)
{
	for (size_t i = 0; i < counts.n_slots; i++)
		if (counts.slots[i].key.ptr &&
		    mb_str_equal(counts.slots[i].key, key) &&
		    mb_str_equal(counts.slots[i].also, also))
			return counts.slots[i].n;
	return -99;
}

Test(vocabulary, adds_and_takes_away)
{
	mb_counts_add(&counts, MB_STR("ward"), nothing, 1);
	mb_counts_add(&counts, MB_STR("ward"), nothing, 1);
	mb_counts_add(&counts, MB_STR("park"), nothing, 1);
	mb_counts_add(&counts, MB_STR("park"), nothing, -1);
	mb_counts_add(&counts, MB_STR("pool"), nothing, -1);
	mb_counts_add(&counts, nothing, nothing, 1);
	cr_expect(eq(i64, count_of(MB_STR("ward"), nothing), 2));
	cr_expect(eq(i64, count_of(MB_STR("park"), nothing), 0));
	cr_expect(eq(i64, count_of(MB_STR("pool"), nothing), -1));
	cr_expect(eq(sz, counts.n_used, 3));
}

Test(vocabulary, keeps_compounds_of_other_parts_apart)
{
	mb_counts_add(&counts, MB_STR("nowhere"), MB_STR("no where"), 1);
	mb_counts_add(&counts, MB_STR("nowhere"), MB_STR("now here"), 1);
	mb_counts_add(&counts, MB_STR("nowhere"), MB_STR("now here"), 1);
	cr_expect(eq(i64, count_of(MB_STR("nowhere"), MB_STR("no where")), 1));
	cr_expect(eq(i64, count_of(MB_STR("nowhere"), MB_STR("now here")), 2));
	cr_expect(eq(i64, count_of(MB_STR("nowhere"), nothing), -99));
}

Test(vocabulary, keeps_its_own_copies)
{
	char word[] = "ward";

	mb_counts_add(&counts, mb_str_of(word), nothing, 1);
	word[0] = 'y';
	cr_expect(eq(i64, count_of(MB_STR("ward"), nothing), 1));
}

Test(vocabulary, counts_more_words_than_it_began_with_room_for)
{
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 20000; i++) {
			char word[16];

			snprintf(word, sizeof(word), "w%d", i);
			mb_counts_add(&counts, mb_str_of(word), nothing, 1);
		}
	cr_expect(eq(sz, counts.n_used, 20000));
	cr_expect(le(sz, counts.n_used * 4, counts.n_slots * 3));
	cr_expect(eq(i64, count_of(MB_STR("w0"), nothing), 2));
	cr_expect(eq(i64, count_of(MB_STR("w19999"), nothing), 2));
}

Test(vocabulary, forgets_everything_when_cleared)
{
	mb_counts_add(&counts, MB_STR("ward"), nothing, 1);
	counts.has_failed = true;
	mb_counts_add(&counts, MB_STR("park"), nothing, 1);
	cr_expect(eq(i64, count_of(MB_STR("park"), nothing), -99),
		  "a failure sticks");
	mb_counts_clear(&counts);
	cr_expect(not(counts.has_failed));
	cr_expect(zero(sz, counts.n_used));
	cr_expect(eq(i64, count_of(MB_STR("ward"), nothing), -99));
	mb_counts_add(&counts, MB_STR("ward"), nothing, 5);
	cr_expect(eq(i64, count_of(MB_STR("ward"), nothing), 5));
}

static int count_words(void)
{
	struct counts own = { .n_used = 0 };
	int rc;

	for (int i = 0; i < 5000; i++) {
		char word[16];

		snprintf(word, sizeof(word), "w%d", i % 3100);
		mb_counts_add(&own, mb_str_of(word), nothing, 1);
	}
	rc = own.has_failed ? MB_ENOMEM : MB_OK;
	mb_counts_release(&own);
	return rc;
}

Test(vocabulary, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(count_words);
}
