/*
 * The votes that a paragraph tells of, and who voted how.
 */
#include "minutebook/store_facts.h"
#include "reader.h"

#include <assert.h>

/* The columns of STMT_HIT_VOTES: a row for each name, or one without. */
enum column {
	VOTE_SEQ,
	VOTE_FOR,
	VOTE_AGAINST,
	VOTE_ABSTAIN,
	VOTE_RESULT,
	VOTE_SIDE,
	VOTE_NAME,
	VOTE_PERSON
};

struct reading {
	struct mb_arena *arena;
	struct mb_told_votes told;
	size_t capacity, ballots_capacity;
	int64_t seq; /* of the last vote */
};

static int64_t count_of(sqlite3_stmt *stmt, enum column column)
{
	return sqlite3_column_type(stmt, (int)column) == SQLITE_NULL
		   ? -1
		   : sqlite3_column_int64(stmt, (int)column);
}

static int begin_vote(struct reading *r, sqlite3_stmt *stmt, struct mb_err *err)
{
	struct mb_told_vote *moved = mb_arena_grow(
	    r->arena, r->told.items, r->told.n, &r->capacity, sizeof(*moved));
	struct mb_told_vote *vote;

	if (!moved)
		return mb_fail_nomem(err);
	r->told.items = moved;
	vote = &moved[r->told.n++];
	*vote = (struct mb_told_vote){
		.counts = { count_of(stmt, VOTE_FOR),
			    count_of(stmt, VOTE_AGAINST),
			    count_of(stmt, VOTE_ABSTAIN) },
	};
	r->seq = sqlite3_column_int64(stmt, VOTE_SEQ);
	r->ballots_capacity = 0;
	return mb_arena_copy(r->arena, mb_sql_column(stmt, VOTE_RESULT),
			     &vote->result, err);
}

static int add_ballot(struct reading *r, sqlite3_stmt *stmt, struct mb_err *err)
{
	struct mb_told_vote *vote;
	struct mb_ballot *moved, *one;
	int rc;

	assert(r->told.items);
	vote = &r->told.items[r->told.n - 1];
	moved = mb_arena_grow(r->arena, vote->ballots, vote->n_ballots,
			      &r->ballots_capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	vote->ballots = moved;
	one = &moved[vote->n_ballots++];
	rc = mb_arena_copy(r->arena, mb_sql_column(stmt, VOTE_SIDE), &one->side,
			   err);
	if (rc == MB_OK)
		rc = mb_arena_copy(r->arena, mb_sql_column(stmt, VOTE_NAME),
				   &one->name, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(r->arena, mb_sql_column(stmt, VOTE_PERSON),
				   &one->person, err);
	return rc;
}

int mb_reader_told_votes(struct mb_reader *reader, int64_t paragraph,
			 struct mb_arena *arena, struct mb_told_votes *out,
			 struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(paragraph) };
	struct reading r = { .arena = arena, .seq = -1 };
	sqlite3_stmt *stmt;
	int rc =
	    mb_sql_begin(&reader->sql, STMT_HIT_VOTES, values, 1, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0) {
		rc = MB_OK;
		if (sqlite3_column_int64(stmt, VOTE_SEQ) != r.seq)
			rc = begin_vote(&r, stmt, err);
		if (rc == MB_OK &&
		    sqlite3_column_type(stmt, VOTE_SIDE) != SQLITE_NULL)
			rc = add_ballot(&r, stmt, err);
	}
	if (rc == MB_OK)
		*out = r.told;
	return rc;
}
