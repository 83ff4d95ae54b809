/*
 * store_read.h - the index, for the programs that search it
 *
 * Opened read-only: nothing here can change an index, and a run of the
 * indexer is never in the way.  Everything that is asked often is a prepared
 * statement; what the planner of queries builds is prepared by itself through
 * mb_reader_prepare().  A handle is for one thread.
 */
#ifndef MB_STORE_READ_H
#define MB_STORE_READ_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "minutebook/arena.h"
#include "minutebook/date.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct mb_reader;

/*
 * Fails with MB_ENOTFOUND (no such file), MB_EVERSION (made by another
 * version; the message says what to do), MB_ESTORE or MB_ENOMEM.
 */
int mb_reader_open(const char *path, struct mb_reader **out, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * From here on the reader sees the index as it is now, whatever is written to
 * it: what is counted, listed and read again agrees.  It also spares SQLite a
 * lock for each statement.  Writers are not blocked; it ends with the reader.
 */
int mb_reader_hold(struct mb_reader *reader, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Takes NULL. */
void mb_reader_close(struct mb_reader *reader);

/*
 * Prepares a statement of the planner's.  It is the caller's to finalise,
 * before the reader is closed.  The SQL may use
 *
 *	mb_name(key, value)    names.  Both are folded (text.h).  True when
 *	                       the words of value, run together, are whole
 *	                       words of key: "iqbalrowe" and "rowe" are
 *	                       in "councillor iqbal rowe", "row" is not.
 *	mb_words(text, value)  the folded words of value stand in text
 */
int mb_reader_prepare(struct mb_reader *reader, const char *sql,
		      sqlite3_stmt **out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* 1: a row, 0: the end, negative: a failure. */
int mb_reader_step(struct mb_reader *reader, sqlite3_stmt *stmt,
		   struct mb_err *err) __attribute__((warn_unused_result));

/* What the whole index holds, for scores. */
struct mb_totals {
	int64_t items, words, title_words;
};

int mb_reader_totals(struct mb_reader *reader, struct mb_totals *out,
		     struct mb_err *err) __attribute__((warn_unused_result));

/* --- the vocabulary ---------------------------------------------------- */

struct mb_words {
	struct mb_str *items;
	size_t n;
};

/* The words that share a stem, the commonest first, at most @limit. */
int mb_reader_words_of_stem(struct mb_reader *reader, struct mb_str stem,
			    size_t limit, struct mb_arena *arena,
			    struct mb_words *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* How often a word stands in the index; 0 when it does not. */
int mb_reader_word_count(struct mb_reader *reader, struct mb_str word,
			 int64_t *n, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Whether an expression of FTS5's (plan_match.h) fits any paragraph. */
int mb_reader_has_match(struct mb_reader *reader, struct mb_str expression,
			bool *has_match, struct mb_err *err)
    __attribute__((warn_unused_result));

/* "anti racism" for "antiracism": how compounds with that joined form, or
 * with its stem, are written apart. */
int mb_reader_compounds(struct mb_reader *reader, struct mb_str joined,
			struct mb_str stem, size_t limit,
			struct mb_arena *arena, struct mb_words *out,
			struct mb_err *err) __attribute__((warn_unused_result));

/* The same for all whose joined form begins with @prefix. */
int mb_reader_compounds_from(struct mb_reader *reader, struct mb_str prefix,
			     size_t limit, struct mb_arena *arena,
			     struct mb_words *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* A word of the index that is written almost like another. */
struct mb_near_word {
	struct mb_str word;
	int64_t n; /* how often it stands in the index */
	size_t distance;
};

struct mb_near_words {
	struct mb_near_word *items;
	size_t n;
};

/*
 * The words within @distance edits of @word, the commonest first, at most
 * @limit.  Looks at every word of the index: some milliseconds.
 */
int mb_reader_words_near(struct mb_reader *reader, struct mb_str word,
			 size_t distance, size_t limit, struct mb_arena *arena,
			 struct mb_near_words *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* What filters by name look into. */
enum mb_names {
	MB_NAMES_PEOPLE,  /* as printed, and canonical */
	MB_NAMES_OFFICES, /* printed as a name, beside one, in attendances */
	MB_NAMES_COUNCILS,
	MB_NAMES_BODIES
};

/* All names of a kind, each once, folded (text.h); in no order. */
int mb_reader_names(struct mb_reader *reader, enum mb_names kind,
		    struct mb_arena *arena, struct mb_words *out,
		    struct mb_err *err) __attribute__((warn_unused_result));

/* --- hits -------------------------------------------------------------- */

/* A paragraph with all that a citation needs.  Unknown is empty or 0. */
struct mb_hit {
	struct mb_str id;      /* what --show takes and a person cites */
	struct mb_str council; /* as the documents say, or the folder's name */
	struct mb_str folder;  /* the first folder of the path */
	struct mb_str body;
	struct mb_date date;
	struct mb_str item_number, item_title;
	struct mb_str number, kind, text, speaker;
	struct mb_str person; /* the speaker's canonical name, if decided */
	struct mb_str path;   /* relative to root */
	struct mb_str root;   /* as it was given to the indexer */
	struct mb_str url, document_title;
	uint32_t line, page;
};

/* Fails with MB_ENOTFOUND when there is no such paragraph. */
int mb_reader_hit(struct mb_reader *reader, int64_t paragraph,
		  struct mb_arena *arena, struct mb_hit *out,
		  struct mb_err *err) __attribute__((warn_unused_result));

/* Only the id, for putting equals in order. */
int mb_reader_hit_id(struct mb_reader *reader, int64_t paragraph,
		     struct mb_arena *arena, struct mb_str *id,
		     struct mb_err *err) __attribute__((warn_unused_result));

/* The day of a paragraph, from its own id: see minutes-db(5). */
struct mb_date mb_paragraph_date(int64_t paragraph);

/* The first and the last id that paragraphs of these days can have. */
int64_t mb_paragraph_first(struct mb_date day);
int64_t mb_paragraph_last(struct mb_date day);

#endif
