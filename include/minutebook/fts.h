/*
 * fts.h - Minutebook's part in SQLite's full-text search
 *
 * Registers two things with a connection (FTS5's extension interface,
 * sqlite.org/fts5.html section 7):
 *
 * The tokenizer "minutebook", which splits as terms.h says.  Documents get all
 * terms, queries the canonical ones.  A query string that begins with
 * MB_FTS_LITERAL is not split but taken as it is, because the planner has
 * already decided which words may stand at each place:
 *
 *	MB_FTS_LITERAL library SAME libraries PLACE closure
 *
 * is the phrase "(library or libraries) closure".
 *
 * The function mb_match(paragraph_fts, ?1), which fills the struct mb_match
 * bound with sqlite3_bind_pointer(…, MB_MATCH_POINTER, …) for the row at hand
 * and returns 1.  Scores are made from it outside of SQL.
 */
#ifndef MB_FTS_H
#define MB_FTS_H

#include <stdint.h>

#include <sqlite3.h>

#include "minutebook/err.h"
#include "minutebook/str.h"

/* Control characters: never in a term. */
#define MB_FTS_LITERAL "\x1F"
#define MB_FTS_PLACE '\x1E' /* the next place of a phrase */
#define MB_FTS_SAME '\x1D'  /* another word for the same place */

#define MB_FTS_MAX_PHRASES 1024

enum mb_fts_column { MB_FTS_TITLE, MB_FTS_TEXT, MB_FTS_COLUMNS };

#define MB_MATCH_POINTER "mb_match"

struct mb_match {
	int n_phrases;
	uint32_t count[MB_FTS_MAX_PHRASES][MB_FTS_COLUMNS];
};

/*
 * What the tokenizer tells of the documents that go through it.  Words come
 * with their flags (enum mb_term_flags).  A failure is the caller's to keep.
 */
struct mb_fts_listener {
	void (*word)(void *user, struct mb_str word);
	void (*compound)(void *user, struct mb_str joined, struct mb_str parts);
	void *user;
	int is_on; /* 0: nobody listens */
};

/*
 * Registers both with @db.  @listener may be NULL and must outlive @db.
 * Fails with MB_ESTORE when the SQLite at hand has no FTS5, or MB_ENOMEM.
 */
int mb_fts_register(sqlite3 *db, struct mb_fts_listener *listener,
		    struct mb_err *err) __attribute__((warn_unused_result));

#endif
