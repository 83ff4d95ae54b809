/*
 * store_facts.h - the index, for counts, reports and whoever follows an id
 *
 * store_read.h gives a hit with all its text; here are the few facts by which
 * paragraphs are counted, the neighbours of a paragraph, what the index covers
 * as a whole, what a report says of a meeting, and statements that a person
 * wrote.  Nothing here can change an index either.
 */
#ifndef MB_STORE_FACTS_H
#define MB_STORE_FACTS_H

#include "minutebook/doc.h"
#include "minutebook/store_read.h"

/* --- one paragraph ----------------------------------------------------- */

/* What a paragraph counts for.  Unknown is empty or 0. */
struct mb_facts {
	int64_t item, meeting, document;
	int64_t n_words; /* of the paragraph alone */
	struct mb_date date;
	struct mb_str council, body; /* as in struct mb_hit */
	struct mb_str kind;
	struct mb_str speaker; /* who that is, or else as printed */
	struct mb_str item_id, item_title;
	struct mb_str added; /* when its document was indexed, ISO 8601 */
	bool has_text;
};

/*
 * The facts of a paragraph.  Texts are valid until the next call with this
 * reader.  Fails with MB_ENOTFOUND when there is no such paragraph.
 */
int mb_reader_facts(struct mb_reader *reader, int64_t paragraph,
		    struct mb_facts *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Numbers of paragraphs, in the order of their item. */
struct mb_paragraphs {
	int64_t *items;
	size_t n;
};

/*
 * What an id names: a paragraph, or all of an item when the last part is
 * missing.  Nothing found is no failure.
 */
int mb_reader_find_id(struct mb_reader *reader, struct mb_str id,
		      struct mb_arena *arena, struct mb_paragraphs *out,
		      struct mb_err *err) __attribute__((warn_unused_result));

/* The paragraph with at most @n of its item before it and behind it. */
int mb_reader_around(struct mb_reader *reader, int64_t paragraph, int64_t n,
		     struct mb_arena *arena, struct mb_paragraphs *out,
		     struct mb_err *err) __attribute__((warn_unused_result));

/* Somebody's vote; @person is empty while that is undecided. */
struct mb_ballot {
	struct mb_str side; /* mb_vote_side_name() */
	struct mb_str name, person;
};

struct mb_told_vote {
	int64_t counts[MB_VOTE_SIDES]; /* -1 is not told */
	struct mb_str result;
	struct mb_ballot *ballots; /* by side, as they are printed */
	size_t n_ballots;
};

struct mb_told_votes {
	struct mb_told_vote *items;
	size_t n;
};

/* The votes that a paragraph tells of.  None is no failure. */
int mb_reader_told_votes(struct mb_reader *reader, int64_t paragraph,
			 struct mb_arena *arena, struct mb_told_votes *out,
			 struct mb_err *err)
    __attribute__((warn_unused_result));

/* The decisions and votes of an item, in its order. */
int mb_reader_decisions(struct mb_reader *reader, int64_t item,
			struct mb_arena *arena, struct mb_paragraphs *out,
			struct mb_err *err) __attribute__((warn_unused_result));

/* --- the whole --------------------------------------------------------- */

struct mb_coverage {
	int64_t documents, failed, meetings, paragraphs, words;
	struct mb_date first, last; /* meetings */
	struct mb_str added;        /* the newest document, ISO 8601 */
};

/* Texts are in @arena. */
int mb_reader_coverage(struct mb_reader *reader, struct mb_arena *arena,
		       struct mb_coverage *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* --- a meeting --------------------------------------------------------- */

struct mb_meeting_facts {
	struct mb_str council, body, status;
	struct mb_date date;
	int64_t items, paragraphs, words;
};

int mb_reader_meeting(struct mb_reader *reader, int64_t meeting,
		      struct mb_arena *arena, struct mb_meeting_facts *out,
		      struct mb_err *err) __attribute__((warn_unused_result));

/* Who was at a meeting, once in each status: the person, or the name as it is
 * printed. */
struct mb_present {
	struct mb_str name, status;
};

struct mb_presents {
	struct mb_present *items;
	size_t n;
};

int mb_reader_attendees(struct mb_reader *reader, int64_t meeting,
			struct mb_arena *arena, struct mb_presents *out,
			struct mb_err *err) __attribute__((warn_unused_result));

/* The votes of a meeting; -1 is a number that is not told. */
struct mb_vote_facts {
	struct mb_str item_number, item_title, item_id, result;
	int64_t n_for, n_against, n_abstain;
};

struct mb_votes {
	struct mb_vote_facts *items;
	size_t n;
};

int mb_reader_votes(struct mb_reader *reader, int64_t meeting,
		    struct mb_arena *arena, struct mb_votes *out,
		    struct mb_err *err) __attribute__((warn_unused_result));

/* --- statements that a person wrote ------------------------------------ */

/*
 * Prepares one SELECT (or WITH, VALUES, EXPLAIN) that may run for @seconds.
 * It may read every table and view and do nothing else: no ATTACH, no PRAGMA
 * that sets anything, no functions that reach files.  Fails with MB_EUSAGE and
 * SQLite's message.  Step it with mb_reader_step(), which fails with
 * MB_ESTOPPED when the time is over; finalise it with sqlite3_finalize().
 */
int mb_reader_select(struct mb_reader *reader, struct mb_str sql, int seconds,
		     sqlite3_stmt **out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* The schema of the indexes that this version reads, as SQL with comments. */
struct mb_str mb_schema_sql(void);

#endif
