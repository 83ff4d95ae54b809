/* Documents into meetings: whose they are, what they make together. */
#include "minutebook/store_write.h"

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/index.h"
#include "support/pages.h"
#include "support/sample.h"
#include "support/text.h"

TestSuite(store_join, .init = scratch_make, .fini = scratch_remove);

static void expect_rows(const char *sql, const char *want)
{
	cr_expect(eq(str, index_ask("a.db", sql), want), "%s", sql);
}

/* --- meetings ---------------------------------------------------------- */

Test(store_join, makes_one_meeting_of_two_documents_of_it)
{
	static const struct page pages[] = {
		{ "l/pack.txt", "Larkhythe Council", "Audit", "2021-03-01",
		  MEETING, "1", "Ponds", "One.", 0, false },
		{ "l/items/9.txt", "Larkhythe Council", "Audit", "2021-03-01",
		  ITEM, "2", "Lakes", "Two.", 0, false },
		{ "l/other.txt", "Larkhythe Council", "Audit", "2021-03-08",
		  MEETING, "1", "Ponds", "Three.", 0, false },
		{ "l/body.txt", "Larkhythe Council", "Planning", "2021-03-01",
		  MEETING, "1", "Ponds", "Four.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT id, text FROM minutes ORDER BY id",
		    "larkhythe/audit/2021-03-01/1/p1|One.\n"
		    "larkhythe/audit/2021-03-01/2/p1|Two.\n"
		    "larkhythe/audit/2021-03-08/1/p1|Three.\n"
		    "larkhythe/planning/2021-03-01/1/p1|Four.");
	expect_rows("SELECT count(*) FROM meeting", "3");
}

Test(store_join, takes_each_fact_from_the_first_document_that_knows_it)
{
	struct mb_doc minutes = *sample_minutes();
	struct mb_doc page = *sample_minutes();
	struct index index = index_open("a.db");

	minutes.meeting.venue = MB_STR("");
	minutes.meeting.has_time = false;
	page.kind = MB_DOC_ITEM;
	page.meeting.venue = MB_STR("the Scout Hut");
	page.meeting.status = MB_STATUS_CONFIRMED;
	index_put(&index, "w/a-page.txt", &page);
	index_put(&index, "w/b-minutes.txt", &minutes);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT body, time, venue, status FROM meeting",
		    "Planning Committee|19:30|the Scout Hut|draft");
}

Test(store_join, tells_items_of_one_number_apart)
{
	static const struct page pages[] = {
		{ "l/a.txt", "Larkhythe", "Audit", "2021-03-01", MEETING, "1",
		  "Ponds", "One.", 0, false },
		{ "l/b.txt", "Larkhythe", "Audit", "2021-03-01", MEETING, "1",
		  "Lakes", "Two.", 0, false },
		{ "l/c.txt", "Larkhythe", "Audit", "2021-03-01", MEETING, NULL,
		  "Any other business", "Three.", 0, false },
		{ "l/d.txt", "Larkhythe", "Audit", "2021-03-01", MEETING, NULL,
		  NULL, "Four.", 0, false },
		{ "l/e.txt", "Larkhythe", "Audit", "2021-03-01", MEETING,
		  "4 (b)", "Seas", "Five.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT d.path, i.slug FROM item i JOIN document d"
		    " ON d.id = i.document ORDER BY d.path",
		    "l/a.txt|1\nl/b.txt|1~2\nl/c.txt|any-other-business\n"
		    "l/d.txt|-\nl/e.txt|4-b");
}

Test(store_join, gives_a_document_without_body_or_date_a_meeting_of_its_own)
{
	static const struct page pages[] = {
		{ "withy-green/old/note 1.txt", NULL, NULL, "2011-03-01",
		  MEETING, "1", NULL, "One.", 0, false },
		{ "withy-green/old/note 2.txt", NULL, "Audit", NULL, MEETING,
		  "1", NULL, "Two.", 0, false },
		{ "withy-green/note 3.html", NULL, NULL, NULL, MEETING, "1",
		  NULL, "Three.", 0, false },
		{ "note 4.txt", NULL, NULL, NULL, MEETING, "1", NULL, "Four.",
		  0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT id FROM minutes ORDER BY text DESC",
		    "withy-green/old-note-2/undated/1/p1\n"
		    "withy-green/note-3/undated/1/p1\n"
		    "withy-green/old-note-1/2011-03-01/1/p1\n"
		    "archive/note-4/undated/1/p1");
}

Test(store_join, names_the_council_once_where_it_meets_itself)
{
	static const struct page pages[] = {
		{ "l/a.txt", "Larkhythe Council", "LARKHYTHE COUNCIL",
		  "2021-03-01", MEETING, "1", NULL, "One.", 0, false },
		{ "l/b.txt", "Larkhythe Council", "Larkhythe Council - Audit",
		  "2021-03-02", MEETING, "1", NULL, "Two.", 0, false },
	};

	pages_put(pages, COUNT(pages));
	expect_rows("SELECT slug, body FROM meeting ORDER BY slug",
		    "larkhythe/audit/2021-03-02|Audit\n"
		    "larkhythe/council/2021-03-01|LARKHYTHE COUNCIL");
}

Test(store_join, lets_a_meeting_go_with_its_last_document)
{
	static const struct page pages[] = {
		{ "l/a.txt", "Larkhythe", "Audit", "2021-03-01", MEETING, "1",
		  NULL, "One.", 0, false },
		{ "l/b.txt", "Larkhythe", "Audit", "2021-03-01", MEETING, "2",
		  NULL, "Two.", 0, false },
	};
	struct index index;

	pages_put(pages, COUNT(pages));
	index = index_open("a.db");
	index_remove(&index, "l/a.txt");
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT count(*) FROM meeting", "1");
	index = index_open("a.db");
	index_remove(&index, "l/b.txt");
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT count(*) FROM meeting", "0");
}

/* --- items on pages of their own --------------------------------------- */

static const struct page whole_page = { "l/page.txt", "Larkhythe",
					"Audit",      "2021-03-01",
					ITEM,         NULL,
					"Ponds",      "The whole heron story.",
					77,           false };

static const struct page cut_pack = { "l/pack.txt", "Larkhythe", "Audit",
				      "2021-03-01", MEETING,     "4",
				      "Ponds",      "The whole", 77,
				      true };

static const char shown[] = "SELECT i.is_hidden, i.slug, p.text"
			    " FROM paragraph p JOIN item i ON i.id = p.item"
			    " ORDER BY p.text";

Test(store_join, hides_a_cut_item_while_its_own_page_has_it_whole)
{
	struct index index = index_open("a.db");

	pages_put_one(&index, &cut_pack);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows(shown, "0|4|The whole");
	index = index_open("a.db");
	pages_put_one(&index, &whole_page);
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows(shown, "1|4~2|The whole\n0|4|The whole heron story.");
	expect_rows("SELECT id, text FROM minutes",
		    "larkhythe/audit/2021-03-01/4/p1|The whole heron story.");
	index = index_open("a.db");
	index_remove(&index, "l/page.txt");
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows(shown, "0|4|The whole");
}

Test(store_join, hides_a_cut_item_that_comes_in_the_same_run)
{
	const struct page pages[] = { cut_pack, whole_page };

	pages_put(pages, COUNT(pages));
	expect_rows(shown, "1|4~2|The whole\n0|4|The whole heron story.");
}

Test(store_join, shows_a_cut_item_when_its_page_is_cut_too)
{
	struct page pages[] = { cut_pack, whole_page };

	pages[1].is_cut = true;
	pages_put(pages, COUNT(pages));
	expect_rows("SELECT count(*) FROM item WHERE is_hidden", "0");
}

/* --- item pages that do not say when ----------------------------------- */

static int n_misplaced;

static int count_misplaced(void *user, int64_t document, int64_t root,
			   struct mb_str path, struct mb_err *err)
{
	const struct index *index = user;

	(void)err;
	n_misplaced++;
	cr_expect(gt(i64, document, 0));
	cr_expect(eq(i64, root, index->root));
	text_expect(path, "l/page.txt", "misplaced");
	return MB_OK;
}

static int misplaced(struct index *index)
{
	n_misplaced = 0;
	cr_assert(mb_store_misplaced(index->store, count_misplaced, index,
				     NULL) == MB_OK);
	return n_misplaced;
}

static int stop(void *user, int64_t document, int64_t root, struct mb_str path,
		struct mb_err *err)
{
	(void)user;
	(void)document;
	(void)root;
	(void)path;
	return mb_fail(err, MB_ESTOPPED, "stopped");
}

Test(store_join, places_an_item_page_with_the_meeting_that_lists_it)
{
	struct page undated = whole_page;
	struct index index = index_open("a.db");

	undated.body = undated.date = NULL;
	pages_put_one(&index, &undated);
	cr_expect(eq(int, misplaced(&index), 0), "it has no meeting yet");
	pages_put_one(&index, &cut_pack);
	cr_expect(eq(int, misplaced(&index), 1));
	cr_expect(eq(int, mb_store_misplaced(index.store, stop, NULL, NULL),
		     MB_ESTOPPED));
	pages_put_one(&index, &undated);
	cr_expect(eq(int, misplaced(&index), 0));
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT id, date, text FROM minutes",
		    "larkhythe/audit/2021-03-01/4/p1|2021-03-01|"
		    "The whole heron story.");
	expect_rows("SELECT count(*) FROM paragraph WHERE id < (1 << 40)", "0");
}

Test(store_join, leaves_an_item_page_by_itself_when_its_meeting_has_gone)
{
	struct page undated = whole_page;
	struct index index = index_open("a.db");

	undated.body = undated.date = NULL;
	pages_put_one(&index, &cut_pack);
	pages_put_one(&index, &undated);
	cr_expect(eq(int, misplaced(&index), 0), "the meeting came first");
	index_close(&index);
	index = index_open("a.db");
	index_remove(&index, "l/pack.txt");
	cr_expect(eq(int, misplaced(&index), 1));
	pages_put_one(&index, &undated);
	cr_expect(eq(int, misplaced(&index), 0));
	index_close(&index);
	index_expect_whole("a.db");
	expect_rows("SELECT slug, date FROM meeting",
		    "larkhythe/page/undated|-");
}

/* --- whatever the order ------------------------------------------------ */

static const struct page archive[] = {
	{ "l/a.txt", "Larkhythe Council", "Audit", "2021-03-01", MEETING, "1",
	  "Ponds", "A heron.", 0, false },
	{ "l/b.txt", "London Borough of Larkhythe", "Audit", "2021-03-01",
	  MEETING, "1", "Lakes", "A co-operative heron.", 0, false },
	{ "l/c.txt", NULL, "Audit", "2021-03-01", MEETING, "1", "Seas",
	  "Herons.", 0, false },
	{ "l/pack.txt", "London Borough of Larkhythe", "Audit", "2021-04-01",
	  MEETING, "4", "Ponds", "The whole", 77, true },
	{ "l/page.txt", "Larkhythe Council", "Audit", "2021-04-01", ITEM, NULL,
	  "Ponds", "The whole heron story.", 77, false },
	{ "2015/d.txt", NULL, NULL, "2015-01-01", MEETING, NULL, "Fog",
	  "Nothing was seen.", 0, false },
	{ "w/e.txt", "Withy Green Parish Council", NULL, NULL, MEETING, NULL,
	  NULL, "A duck's O'Brien.", 0, false },
	{ "w/f.txt", NULL, "Council", "2011-01-01", MEETING, "1", "Ducks",
	  "Ducks.", 0, false },
};

#define N_ARCHIVE COUNT(archive)

Test(store_join, comes_to_the_same_in_any_order_and_any_number_of_runs)
{
	char *want;

	pages_put(archive, N_ARCHIVE);
	want = index_dump("a.db");
	for (size_t step = 1; step < N_ARCHIVE; step += 2) {
		char name[] = "order-0.db";
		struct index index;

		name[6] = (char)('0' + step);
		index = index_open(name);
		for (size_t i = 0; i < N_ARCHIVE; i++) {
			pages_put_one(&index, &archive[i * step % N_ARCHIVE]);
			if (i % step == 1) { /* the next in another run */
				index_close(&index);
				index = index_open(name);
			}
		}
		index_close(&index);
		index_expect_whole(name);
		cr_expect(eq(str, index_dump(name), want), "step %zu", step);
	}
}

Test(store_join, comes_back_to_the_same_after_documents_have_come_and_gone)
{
	struct page changed = archive[1];
	struct index index;
	char *want;

	pages_put(archive, N_ARCHIVE);
	want = index_dump("a.db");
	index = index_open("a.db");
	index_remove(&index, "l/a.txt");
	changed.council = "Withy Green Parish Council";
	changed.date = "2020-01-01";
	pages_put_one(&index, &changed);
	index_close(&index);
	index_expect_whole("a.db");
	cr_expect(ne(str, index_dump("a.db"), want));
	index = index_open("a.db");
	pages_put_one(&index, &archive[1]);
	pages_put_one(&index, &archive[0]);
	index_close(&index);
	index_expect_whole("a.db");
	cr_expect(eq(str, index_dump("a.db"), want));
}

/* --- memory ------------------------------------------------------------ */

static int join_archive(void)
{
	struct index index = { NULL, 0 };
	int rc = mb_store_open(scratch_path("a.db"), &index.store, NULL);

	if (rc != MB_OK)
		return rc;
	cr_assert(mb_store_root(index.store, MB_STR("/archive"),
				MB_STR("archive"), &index.root, NULL) == MB_OK);
	rc = mb_store_join(index.store, NULL);
	mb_store_abandon(index.store);
	return rc;
}

Test(store_join, survives_running_out_of_memory_anywhere)
{
	struct index index = index_open("a.db");

	for (size_t i = 0; i < N_ARCHIVE; i++)
		pages_put_one(&index, &archive[i]);
	cr_assert(mb_store_commit(index.store, NULL) == MB_OK);
	mb_store_abandon(index.store); /* all is still to be joined */
	fault_each_allocation(join_archive);
}
