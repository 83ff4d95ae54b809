#include "minutebook/store_coverage.h"

#include "council.h"
#include "reader.h"

/* --- meetings ---------------------------------------------------------- */

enum meeting_column {
	MEETING_COUNCIL,
	MEETING_FOLDER,
	MEETING_BODY,
	MEETING_DATE,
	MEETING_DOCUMENTS,
	MEETING_ITEMS,
	MEETING_FOLDED_ITEMS,
	MEETING_PARAGRAPHS,
	MEETING_FOLDED_PARAGRAPHS,
	MEETING_ATTRIBUTED
};

static int read_meeting(sqlite3_stmt *stmt, struct mb_arena *arena,
			struct mb_meeting_coverage *out, struct mb_err *err)
{
	struct mb_meeting_coverage one = {
		.documents = sqlite3_column_int64(stmt, MEETING_DOCUMENTS),
		.items = sqlite3_column_int64(stmt, MEETING_ITEMS),
		.paragraphs = sqlite3_column_int64(stmt, MEETING_PARAGRAPHS),
		.attributed = sqlite3_column_int64(stmt, MEETING_ATTRIBUTED),
		.folded_items =
		    sqlite3_column_int64(stmt, MEETING_FOLDED_ITEMS),
		.folded_paragraphs =
		    sqlite3_column_int64(stmt, MEETING_FOLDED_PARAGRAPHS),
	};
	int rc = mb_council_or_folder(mb_sql_column(stmt, MEETING_COUNCIL),
				      mb_sql_column(stmt, MEETING_FOLDER),
				      arena, &one.council, err);

	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, MEETING_BODY),
				   &one.body, err);
	mb_date_parse_iso(mb_sql_column(stmt, MEETING_DATE), &one.date);
	if (rc == MB_OK)
		*out = one;
	return rc;
}

int mb_reader_meetings_coverage(struct mb_reader *reader,
				struct mb_arena *arena,
				struct mb_meetings_coverage *out,
				struct mb_err *err)
{
	struct mb_meetings_coverage list = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_MEETINGS_COVERAGE, NULL, 0,
			      &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0) {
		struct mb_meeting_coverage *moved = mb_arena_grow(
		    arena, list.items, list.n, &capacity, sizeof(*moved));

		rc = moved ? read_meeting(stmt, arena, &moved[list.n], err)
			   : mb_fail_nomem(err);
		if (rc != MB_OK)
			break;
		list.items = moved;
		list.n++;
	}
	if (rc == MB_OK)
		*out = list;
	return rc;
}

/* --- files that were not read ------------------------------------------ */

static int read_unread(sqlite3_stmt *stmt, struct mb_arena *arena,
		       struct mb_unread *out, struct mb_err *err)
{
	struct mb_unread one = { .files = sqlite3_column_int64(stmt, 2) };
	int rc = mb_council_or_folder((struct mb_str){ NULL, 0 },
				      mb_sql_column(stmt, 0), arena,
				      &one.council, err);

	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 1), &one.reason,
				   err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 3), &one.path,
				   err);
	if (rc == MB_OK)
		*out = one;
	return rc;
}

int mb_reader_unread(struct mb_reader *reader, struct mb_arena *arena,
		     struct mb_unreads *out, struct mb_err *err)
{
	struct mb_unreads list = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_UNREAD, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0) {
		struct mb_unread *moved = mb_arena_grow(
		    arena, list.items, list.n, &capacity, sizeof(*moved));

		rc = moved ? read_unread(stmt, arena, &moved[list.n], err)
			   : mb_fail_nomem(err);
		if (rc != MB_OK)
			break;
		list.items = moved;
		list.n++;
	}
	if (rc == MB_OK)
		*out = list;
	return rc;
}
