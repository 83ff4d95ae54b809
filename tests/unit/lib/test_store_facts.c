/* What counts, reports and --show ask of an index. */
#include "minutebook/store_facts.h"

#include <string.h>

#include "support/fault.h"
#include "support/index.h"
#include "support/sample.h"
#include "support/text.h"

static struct mb_reader *reader;
static struct mb_arena arena;

static void begin(void)
{
	struct index index;

	scratch_make();
	index = index_open("a.db");
	index_put(&index, "withy-green/2019-07-09.txt", sample_minutes());
	index_close(&index);
	cr_assert(mb_reader_open(scratch_path("a.db"), &reader, NULL) == MB_OK);
}

static void end(void)
{
	mb_reader_close(reader);
	mb_arena_release(&arena);
	scratch_remove();
}

TestSuite(store_facts, .init = begin, .fini = end);
TestSuite(store_select, .init = begin, .fini = end);

/* The id of the paragraph whose number is @number. */
static struct mb_str id_of(int64_t paragraph)
{
	struct mb_str id;

	cr_assert(mb_reader_hit_id(reader, paragraph, &arena, &id, NULL) ==
		  MB_OK);
	return id;
}

static struct mb_paragraphs whole_item(void)
{
	struct mb_paragraphs found = { NULL, 0 };
	sqlite3_stmt *stmt;
	struct mb_str id;

	cr_assert(mb_reader_select(reader,
				   MB_STR("SELECT id FROM minutes WHERE"
					  " paragraph_number = '4.1'"),
				   10, &stmt, NULL) == MB_OK);
	cr_assert(mb_reader_step(reader, stmt, NULL) > 0);
	cr_assert(
	    mb_arena_copy(&arena,
			  mb_str_of((const char *)sqlite3_column_text(stmt, 0)),
			  &id, NULL) == MB_OK);
	sqlite3_finalize(stmt);
	cr_assert(mb_reader_find_id(reader, mb_str_cut_last(id, '/').head,
				    &arena, &found, NULL) == MB_OK);
	return found;
}

Test(store_facts, ids_name_paragraphs_and_items)
{
	struct mb_paragraphs item = whole_item(), one;

	cr_assert(eq(sz, item.n, 2));
	for (size_t i = 0; i < item.n; i++) {
		cr_assert(mb_reader_find_id(reader, id_of(item.items[i]),
					    &arena, &one, NULL) == MB_OK);
		cr_assert(eq(sz, one.n, 1));
		cr_expect(one.items[0] == item.items[i]);
	}
	cr_assert(mb_reader_find_id(reader, MB_STR("no/such/thing"), &arena,
				    &one, NULL) == MB_OK);
	cr_expect(eq(sz, one.n, 0));
	cr_assert(mb_reader_find_id(reader, MB_STR(""), &arena, &one, NULL) ==
		  MB_OK);
	cr_expect(eq(sz, one.n, 0));
}

Test(store_facts, are_those_of_the_paragraph)
{
	struct mb_paragraphs item = whole_item();
	struct mb_facts facts;
	struct mb_err err;

	cr_assert(mb_reader_facts(reader, item.items[0], &facts, &err) ==
		  MB_OK);
	text_expect(facts.kind, "minute", "kind");
	text_expect(facts.speaker, "Mr Brand, Clerk", "speaker");
	text_expect(facts.item_title, "The Sluice at Larkhythe Wharf", "title");
	cr_expect(eq(int, facts.date.year, 2019));
	/* ... sluice had failed twice. Anti-flood works would cost ... */
	cr_expect(facts.n_words >= 17 && facts.n_words <= 20, "%d",
		  (int)facts.n_words);
	cr_expect(facts.has_text && facts.item > 0 && facts.meeting > 0);
	cr_expect(mb_str_ends(facts.added, MB_STR("Z")));
	cr_expect(
	    eq(int, mb_reader_facts(reader, 1, &facts, &err), MB_ENOTFOUND));
}

Test(store_facts, neighbours_are_of_the_same_item)
{
	struct mb_paragraphs item = whole_item(), near;

	cr_assert(mb_reader_around(reader, item.items[0], 5, &arena, &near,
				   NULL) == MB_OK);
	cr_expect(eq(sz, near.n, 2));
	cr_assert(mb_reader_around(reader, item.items[0], 0, &arena, &near,
				   NULL) == MB_OK);
	cr_assert(eq(sz, near.n, 1));
	cr_expect(near.items[0] == item.items[0]);
}

Test(store_facts, meetings_have_people_votes_and_decisions)
{
	struct mb_paragraphs item = whole_item(), decisions;
	struct mb_meeting_facts meeting;
	struct mb_presents people;
	struct mb_votes votes;
	struct mb_facts facts;

	cr_assert(mb_reader_facts(reader, item.items[0], &facts, NULL) ==
		  MB_OK);
	cr_assert(mb_reader_meeting(reader, facts.meeting, &arena, &meeting,
				    NULL) == MB_OK);
	cr_expect(eq(int, (int)meeting.items, 2));
	cr_expect(eq(int, (int)meeting.paragraphs, 3));
	cr_assert(mb_reader_attendees(reader, facts.meeting, &arena, &people,
				      NULL) == MB_OK);
	cr_expect(eq(sz, people.n, 3));
	cr_assert(mb_reader_votes(reader, facts.meeting, &arena, &votes,
				  NULL) == MB_OK);
	cr_assert(eq(sz, votes.n, 1));
	cr_expect(votes.items[0].n_for == 5 && votes.items[0].n_against == 1 &&
		  votes.items[0].n_abstain == -1);
	text_expect(votes.items[0].result, "carried", "the vote");
	cr_assert(mb_reader_decisions(reader, facts.item, &arena, &decisions,
				      NULL) == MB_OK);
	cr_assert(eq(sz, decisions.n, 1));
	cr_expect(decisions.items[0] == item.items[1]);
	cr_expect(eq(int,
		     mb_reader_meeting(reader, 999, &arena, &meeting, NULL),
		     MB_ENOTFOUND));
}

Test(store_facts, a_paragraph_tells_who_voted_how)
{
	struct mb_paragraphs item = whole_item();
	struct mb_told_votes told;
	const struct mb_told_vote *vote;

	cr_assert(mb_reader_told_votes(reader, item.items[1], &arena, &told,
				       NULL) == MB_OK);
	cr_assert(eq(sz, told.n, 1));
	vote = &told.items[0];
	cr_expect(vote->counts[MB_VOTE_FOR] == 5);
	cr_expect(vote->counts[MB_VOTE_ABSTAIN] == -1);
	text_expect(vote->result, "carried", "result");
	cr_assert(eq(sz, vote->n_ballots, 3));
	text_expect(vote->ballots[0].side, "against", "side");
	text_expect(vote->ballots[1].name, "Councillor Odile Fajana-Thomas",
		    "name");
	cr_assert(mb_reader_told_votes(reader, item.items[0], &arena, &told,
				       NULL) == MB_OK);
	cr_expect(eq(sz, told.n, 0), "the other paragraph tells of none");
}

Test(store_facts, coverage_is_of_the_whole)
{
	struct mb_coverage coverage;

	cr_assert(mb_reader_coverage(reader, &arena, &coverage, NULL) == MB_OK);
	cr_expect(coverage.documents == 1 && coverage.meetings == 1 &&
		  coverage.failed == 0 && coverage.paragraphs == 3);
	cr_expect(eq(int, coverage.first.year, 2019));
	cr_expect(mb_date_compare(coverage.first, coverage.last) == 0);
	cr_expect(coverage.added.len > 0);
}

static int read_once(void)
{
	struct mb_reader *own = NULL;
	struct mb_arena memory = MB_ARENA_INIT;
	struct mb_paragraphs found;
	struct mb_coverage coverage;
	struct mb_facts facts;
	int rc = mb_reader_open(scratch_path("a.db"), &own, NULL);

	if (rc == MB_OK)
		rc = mb_reader_find_id(own, MB_STR("a/b/c"), &memory, &found,
				       NULL);
	if (rc == MB_OK)
		rc = mb_reader_coverage(own, &memory, &coverage, NULL);
	if (rc == MB_OK && mb_reader_facts(own, 1, &facts, NULL) == MB_ENOMEM)
		rc = MB_ENOMEM;
	mb_reader_close(own);
	mb_arena_release(&memory);
	return rc;
}

Test(store_facts, survive_running_out_of_memory_anywhere)
{
	fault_each_allocation(read_once);
}

/* --- statements that a person wrote ------------------------------------ */

static int try(const char *sql, struct mb_err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = mb_reader_select(reader, mb_str_of(sql), 1, &stmt, err);

	while (rc == MB_OK && (rc = mb_reader_step(reader, stmt, err)) > 0)
		rc = MB_OK;
	sqlite3_finalize(stmt);
	return rc;
}

Test(store_select, reads_tables_and_views)
{
	static const char *const list[] = {
		"SELECT * FROM minutes",
		"SELECT name, sql FROM sqlite_schema;  ",
		"WITH a AS (SELECT 1) SELECT * FROM a",
		"VALUES (1), (2)",
		"SELECT group_concat(word) FROM word ORDER BY n",
		"SELECT rowid FROM paragraph_fts WHERE paragraph_fts MATCH "
		"'sluice'",
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++) {
		struct mb_err err = { .msg = "" };

		cr_expect(eq(int, try(list[i], &err), MB_OK), "%s: %s", list[i],
			  err.msg);
	}
}

Test(store_select, does_nothing_else)
{
	static const char *const list[] = {
		"DELETE FROM word",
		"CREATE TEMP TABLE t (a)",
		"ATTACH ':memory:' AS x",
		"VACUUM INTO 'x.db'",
		"PRAGMA query_only = OFF",
		"PRAGMA table_info(word)",
		"SELECT load_extension('x')",
		"SELECT 1; DELETE FROM word",
		"SELECT nothing FROM word",
		"BEGIN",
		"",
		" ; ",
		"-- nothing",
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++) {
		struct mb_err err = { .msg = "" };

		cr_expect(eq(int, try(list[i], &err), MB_EUSAGE), "%s",
			  list[i]);
		cr_expect(err.msg[0] != '\0', "%s", list[i]);
	}
}

Test(store_select, ends)
{
	struct mb_err err = { .msg = "" };

	cr_expect(eq(int,
		     try("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
			 "i + 1 FROM n) SELECT max(i) FROM n",
			 &err),
		     MB_ESTOPPED));
}

Test(store_select, the_schema_names_every_view)
{
	struct mb_str schema = mb_schema_sql();
	static const char *const views[] = { "minutes", "attended", "named",
					     "voted",   "ballot",   "failed" };

	for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++)
		cr_expect(mb_str_find(schema, mb_str_of(views[i])) !=
			  MB_STR_NONE);
}
