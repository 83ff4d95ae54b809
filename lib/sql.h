/*
 * sql.h - the only place that holds SQL, and how it is run
 *
 * Each statement is a row of one of three tables, sql_write.c, sql_people.c
 * and sql_read.c, and is prepared once when it is first used.  Values are always bound.  What the query planner builds at run
 * time (query/plan_sql.c) is the one exception.
 *
 *	const struct sql_value values[] = { mb_sql_int(item), mb_sql_text(title) };
 *
 *	return mb_sql_run(&sql, STMT_PUT_TITLE, values, 2, err);
 */
#ifndef LIB_SQL_H
#define LIB_SQL_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "minutebook/err.h"
#include "minutebook/str.h"

enum stmt {
	STMT_BEGIN,
	STMT_COMMIT,
	STMT_ROLLBACK,
	STMT_PUT_SETTING,
	STMT_GET_SETTING,
	STMT_PUT_ROOT,
	STMT_FIND_ROOT,
	STMT_ROOT_PATH,
	STMT_ROOTS,
	STMT_DELETE_ROOT,
	STMT_FIND_DOCUMENT,
	STMT_TOUCH_DOCUMENT,
	STMT_PUT_DOCUMENT,
	STMT_PLACES,
	STMT_PLACE_DOCUMENT,
	STMT_DELETE_DOCUMENT,
	STMT_DOCUMENTS_OF_ROOT,
	STMT_FIND_MEETING,
	STMT_FIND_MEETING_DATE,
	STMT_ADD_MEETING,
	STMT_MARK_MEETING,
	STMT_MARK_MEETING_OF,
	STMT_SET_MEETING,
	STMT_DELETE_MEETING,
	STMT_DIRTY_MEETING,
	STMT_COUNCIL_BODIES,
	STMT_CALL_COUNCIL,
	STMT_DOCUMENTS_OF_MEETING,
	STMT_ADD_ITEM,
	STMT_ITEMS_OF_DOCUMENT,
	STMT_ITEMS_OF_MEETING,
	STMT_SET_ITEM_SLUG,
	STMT_VIEWS,
	STMT_COPIES,
	STMT_PARTS,
	STMT_SET_ITEM_FOLDED,
	STMT_SET_PARAGRAPH_HIDDEN,
	STMT_SITE_MEETING,
	STMT_MISPLACED,
	STMT_ADD_PARAGRAPH,
	STMT_NEXT_PARAGRAPH,
	STMT_PARAGRAPHS_OF_ITEM,
	STMT_ADD_MENTION,
	STMT_FIND_ALIAS,
	STMT_ADD_ALIAS,
	STMT_ADD_ATTENDANCE,
	STMT_ADD_VOTE,
	STMT_ADD_VOTE_NAME,
	STMT_ADD_LEAD,
	STMT_ADD_LINK,
	STMT_ADD_PROBLEM,
	STMT_FTS_INSERT,
	STMT_FTS_DELETE,
	STMT_FTS_OPTIMIZE,
	STMT_FTS_CHECK,
	STMT_COUNT_WORD,
	STMT_DROP_WORD,
	STMT_COUNT_COMPOUND,
	STMT_DROP_COMPOUND,
	STMT_ADD_TOTAL,
	STMT_DROP_ALIASES,
	STMT_GET_TOTAL,
	STMT_WORDS_OF_STEM,
	STMT_FIND_WORD,
	STMT_COMPOUND_PARTS,
	STMT_COMPOUNDS_FROM,
	STMT_ALL_WORDS,
	STMT_HAS_MATCH,
	STMT_NAMES_PEOPLE,
	STMT_NAMES_OFFICES,
	STMT_NAMES_COUNCILS,
	STMT_NAMES_BODIES,
	STMT_RESOLVE_NAMES,
	STMT_RESOLVE_MEETINGS,
	STMT_RESOLVE_LISTED,
	STMT_RESOLVE_PARAGRAPHS,
	STMT_RESOLVE_MENTIONS,
	STMT_RESOLVE_VOTES,
	STMT_RESOLVE_LEADS,
	STMT_RESOLVE_BESIDE,
	STMT_DROP_CANDIDATES,
	STMT_DROP_NAMINGS,
	STMT_DROP_PERSON_NAMES,
	STMT_DROP_PERSONS,
	STMT_ADD_PERSON,
	STMT_ADD_PERSON_NAME,
	STMT_ADD_NAMING,
	STMT_ADD_CANDIDATE,
	STMT_ADD_BESIDE,
	STMT_PEOPLE_FILES,
	STMT_FIND_PEOPLE_FILE,
	STMT_PUT_PEOPLE_FILE,
	STMT_DROP_PEOPLE_FILE,
	STMT_JSON_IS_VALID,
	STMT_POPOLO_PERSONS,
	STMT_POPOLO_MEMBERSHIPS,
	STMT_TABLE_PERSONS,
	STMT_TABLE_WHO,
	STMT_TABLE_UNDECIDED,
	STMT_TABLE_ROLES,
	STMT_TABLE_ATTENDANCE,
	STMT_TABLE_SPOKE_IN,
	STMT_TABLE_SPOKE_ON,
	STMT_TABLE_MOVED,
	STMT_TABLE_VOTED,
	STMT_TABLE_LED,
	STMT_TABLE_SAID,
	STMT_TABLE_MENTIONED,
	STMT_TABLE_NAMES,
	STMT_TABLE_SPEECHES,
	STMT_TABLE_PEOPLE,
	STMT_TABLE_OTHER_NAMES,
	STMT_TABLE_POSTS,
	STMT_HIT,
	STMT_HIT_VOTES,
	STMT_HIT_ID,
	STMT_FACTS,
	STMT_FIND_PARAGRAPH,
	STMT_FIND_ITEM,
	STMT_AROUND,
	STMT_DECISIONS,
	STMT_COVERAGE,
	STMT_MEETINGS_COVERAGE,
	STMT_UNREAD,
	STMT_MEETING_FACTS,
	STMT_ATTENDEES,
	STMT_VOTES,
	STMT_OPEN_FTS,
	STMT_HOLD,
	STMT_COUNT /* how many there are */
};

/* The tables; each leaves out what stands in the others. */
extern const char *const mb_sql_write[STMT_COUNT];
extern const char *const mb_sql_people[STMT_COUNT];
extern const char *const mb_sql_read[STMT_COUNT];

/* The text of a statement. */
const char *mb_sql_of(enum stmt id);

struct sql {
	sqlite3 *db;
	sqlite3_stmt *stmts[STMT_COUNT];
};

enum sql_type { SQL_NULL, SQL_INT, SQL_TEXT, SQL_BLOB };

struct sql_value {
	enum sql_type type;
	int64_t n;
	struct mb_str s;
};

struct sql_value mb_sql_null(void);
struct sql_value mb_sql_int(int64_t n);
/* Unknown is NULL: 0 and the empty text. */
struct sql_value mb_sql_int_or_null(int64_t n);
struct sql_value mb_sql_text(struct mb_str s);
struct sql_value mb_sql_text_or_null(struct mb_str s);
struct sql_value mb_sql_blob(struct mb_str s);

/* Runs a statement that gives no rows. */
int mb_sql_run(struct sql *sql, enum stmt id, const struct sql_value *values,
	       size_t n, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * Begins one that does; rows come with mb_sql_step().  It is reset by the next
 * use of the same statement or by running to its end.
 */
int mb_sql_begin(struct sql *sql, enum stmt id, const struct sql_value *values,
		 size_t n, sqlite3_stmt **out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* 1: a row, 0: the end, negative: a failure. */
int mb_sql_step(struct sql *sql, sqlite3_stmt *stmt, struct mb_err *err)
    __attribute__((warn_unused_result));

/* One row's first column, or @otherwise when there is none. */
int mb_sql_get_int(struct sql *sql, enum stmt id,
		   const struct sql_value *values, size_t n, int64_t otherwise,
		   int64_t *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* A column as a view, valid until the next step; empty when it is NULL. */
struct mb_str mb_sql_column(sqlite3_stmt *stmt, int column);

/* Fails with what SQLite says: MB_ENOMEM, MB_EBUSY or MB_ESTORE. */
int mb_sql_fail(sqlite3 *db, struct mb_err *err);

/* Runs several statements at once, such as the schema. */
int mb_sql_script(struct sql *sql, const char *script, struct mb_err *err)
    __attribute__((warn_unused_result));

/* PRAGMA user_version, and what this program writes. */
#define SCHEMA_VERSION 5
#define SCHEMA_TEXT "5"
int mb_sql_version(struct sql *sql, int *version, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * Whether a file of that version has what another program put into it: tables
 * without a version, or a version without our mark.
 */
#define SCHEMA_MARK "1296189259" /* PRAGMA application_id: "MBOK" */
int mb_sql_is_foreign(struct sql *sql, int version, bool *is_foreign,
		      struct mb_err *err) __attribute__((warn_unused_result));

/* Finalises all statements and closes. */
void mb_sql_close(struct sql *sql);

/* The bytes of schema.sql, with a NUL. */
extern const char mb_schema[];

#endif
