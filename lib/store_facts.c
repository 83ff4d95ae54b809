#include "minutebook/store_facts.h"

#include "council.h"
#include "reader.h"

/* --- one paragraph ----------------------------------------------------- */

/*
 * FTS5 keeps how many words each column of a row has, as varints: high bit
 * set, more bytes follow.  The text is the second column.
 */
static int64_t words_of_text(sqlite3_stmt *stmt, int column)
{
	const unsigned char *bytes = sqlite3_column_blob(stmt, column);
	int n = sqlite3_column_bytes(stmt, column), at = 0;
	int64_t value = 0;

	while (at < n && bytes[at] >= 0x80)
		at++;
	for (at++; at < n; at++) {
		value = value * 128 + (bytes[at] & 0x7F);
		if (bytes[at] < 0x80)
			break;
	}
	return value;
}

enum facts_column {
	FACTS_ITEM,
	FACTS_MEETING,
	FACTS_DOCUMENT,
	FACTS_SIZES,
	FACTS_DATE,
	FACTS_COUNCIL,
	FACTS_FOLDER,
	FACTS_BODY,
	FACTS_KIND,
	FACTS_SPEAKER,
	FACTS_ITEM_ID,
	FACTS_ITEM_TITLE,
	FACTS_ADDED,
	FACTS_HAS_TEXT
};

/* The council, or the folder's name where no document says whose it is. */
static struct mb_str council_of(struct mb_reader *reader, struct mb_str council,
				struct mb_str folder)
{
	if (council.len > 0)
		return council;
	mb_buf_truncate(&reader->name, 0);
	mb_folder_title(&reader->name, folder);
	return mb_buf_str(&reader->name);
}

int mb_reader_facts(struct mb_reader *reader, int64_t paragraph,
		    struct mb_facts *out, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(paragraph) };
	struct mb_facts facts = { .item = 0 };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_FACTS, values, 1, &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&reader->sql, stmt, err);
	if (rc < 0)
		return rc;
	if (rc == 0)
		return mb_fail(err, MB_ENOTFOUND, "no such paragraph");
	facts.item = sqlite3_column_int64(stmt, FACTS_ITEM);
	facts.meeting = sqlite3_column_int64(stmt, FACTS_MEETING);
	facts.document = sqlite3_column_int64(stmt, FACTS_DOCUMENT);
	facts.n_words = words_of_text(stmt, FACTS_SIZES);
	facts.council = council_of(reader, mb_sql_column(stmt, FACTS_COUNCIL),
				   mb_sql_column(stmt, FACTS_FOLDER));
	facts.body = mb_sql_column(stmt, FACTS_BODY);
	facts.kind = mb_sql_column(stmt, FACTS_KIND);
	facts.speaker = mb_sql_column(stmt, FACTS_SPEAKER);
	facts.item_id = mb_sql_column(stmt, FACTS_ITEM_ID);
	facts.item_title = mb_sql_column(stmt, FACTS_ITEM_TITLE);
	facts.added = mb_sql_column(stmt, FACTS_ADDED);
	facts.has_text = sqlite3_column_int(stmt, FACTS_HAS_TEXT);
	mb_date_parse_iso(mb_sql_column(stmt, FACTS_DATE), &facts.date);
	if (reader->name.has_failed)
		return mb_fail_nomem(err);
	*out = facts;
	return MB_OK;
}

/* --- numbers of paragraphs --------------------------------------------- */

static int read_numbers(struct mb_reader *reader, enum stmt id,
			const struct sql_value *values, size_t n_values,
			struct mb_arena *arena, struct mb_paragraphs *out,
			struct mb_err *err)
{
	struct mb_paragraphs found = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, id, values, n_values, &stmt, err);

	if (rc != MB_OK)
		return rc;
	while ((rc = mb_sql_step(&reader->sql, stmt, err)) > 0) {
		int64_t *moved = mb_arena_grow(arena, found.items, found.n,
					       &capacity, sizeof(*moved));

		if (!moved) {
			rc = mb_fail_nomem(err);
			break;
		}
		found.items = moved;
		found.items[found.n++] = sqlite3_column_int64(stmt, 0);
	}
	sqlite3_reset(stmt);
	if (rc == MB_OK)
		*out = found;
	return rc;
}

int mb_reader_find_id(struct mb_reader *reader, struct mb_str id,
		      struct mb_arena *arena, struct mb_paragraphs *out,
		      struct mb_err *err)
{
	struct mb_cut last = mb_str_cut_last(id, '/');
	struct mb_cut item = mb_str_cut_last(last.head, '/');
	const struct sql_value paragraph[] = { mb_sql_text(item.head),
					       mb_sql_text(item.tail),
					       mb_sql_text(last.tail) };
	const struct sql_value whole[] = { mb_sql_text(last.head),
					   mb_sql_text(last.tail) };
	int rc = read_numbers(reader, STMT_FIND_PARAGRAPH, paragraph, 3, arena,
			      out, err);

	if (rc != MB_OK || out->n > 0)
		return rc;
	return read_numbers(reader, STMT_FIND_ITEM, whole, 2, arena, out, err);
}

int mb_reader_around(struct mb_reader *reader, int64_t paragraph, int64_t n,
		     struct mb_arena *arena, struct mb_paragraphs *out,
		     struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(paragraph),
					    mb_sql_int(n) };

	return read_numbers(reader, STMT_AROUND, values, 2, arena, out, err);
}

int mb_reader_decisions(struct mb_reader *reader, int64_t item,
			struct mb_arena *arena, struct mb_paragraphs *out,
			struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(item) };

	return read_numbers(reader, STMT_DECISIONS, values, 1, arena, out, err);
}

/* --- the whole --------------------------------------------------------- */

int mb_reader_coverage(struct mb_reader *reader, struct mb_arena *arena,
		       struct mb_coverage *out, struct mb_err *err)
{
	struct mb_coverage found = { .documents = 0 };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_COVERAGE, NULL, 0, &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&reader->sql, stmt, err);
	if (rc < 0)
		return rc;
	found.documents = sqlite3_column_int64(stmt, 0);
	found.failed = sqlite3_column_int64(stmt, 1);
	found.meetings = sqlite3_column_int64(stmt, 2);
	found.paragraphs = sqlite3_column_int64(stmt, 3);
	found.words = sqlite3_column_int64(stmt, 4);
	mb_date_parse_iso(mb_sql_column(stmt, 5), &found.first);
	mb_date_parse_iso(mb_sql_column(stmt, 6), &found.last);
	rc = mb_arena_copy(arena, mb_sql_column(stmt, 7), &found.added, err);
	sqlite3_reset(stmt);
	if (rc == MB_OK)
		*out = found;
	return rc;
}

/* --- a meeting --------------------------------------------------------- */

int mb_reader_meeting(struct mb_reader *reader, int64_t meeting,
		      struct mb_arena *arena, struct mb_meeting_facts *out,
		      struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	struct mb_meeting_facts found = { .items = 0 };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_MEETING_FACTS, values, 1,
			      &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&reader->sql, stmt, err);
	if (rc < 0)
		return rc;
	if (rc == 0)
		return mb_fail(err, MB_ENOTFOUND, "no such meeting");
	rc = mb_arena_copy(
	    arena,
	    council_of(reader, mb_sql_column(stmt, 0), mb_sql_column(stmt, 7)),
	    &found.council, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 1), &found.body,
				   err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 2), &found.status,
				   err);
	mb_date_parse_iso(mb_sql_column(stmt, 3), &found.date);
	found.items = sqlite3_column_int64(stmt, 4);
	found.paragraphs = sqlite3_column_int64(stmt, 5);
	found.words = sqlite3_column_int64(stmt, 6);
	sqlite3_reset(stmt);
	if (rc == MB_OK)
		*out = found;
	return rc;
}

static int add_attendee(struct mb_arena *arena, sqlite3_stmt *stmt,
			struct mb_presents *list, size_t *capacity,
			struct mb_err *err)
{
	struct mb_present *moved = mb_arena_grow(arena, list->items, list->n,
						 capacity, sizeof(*moved));
	struct mb_present *one;
	int rc;

	if (!moved)
		return mb_fail_nomem(err);
	list->items = moved;
	one = &moved[list->n++];
	rc = mb_arena_copy(arena, mb_sql_column(stmt, 0), &one->name, err);
	return rc == MB_OK ? mb_arena_copy(arena, mb_sql_column(stmt, 1),
					   &one->status, err)
			   : rc;
}

int mb_reader_attendees(struct mb_reader *reader, int64_t meeting,
			struct mb_arena *arena, struct mb_presents *out,
			struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	struct mb_presents found = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt;
	int rc =
	    mb_sql_begin(&reader->sql, STMT_ATTENDEES, values, 1, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0)
		rc = add_attendee(arena, stmt, &found, &capacity, err);
	if (rc == MB_OK)
		*out = found;
	return rc;
}

static int64_t count_or_unknown(sqlite3_stmt *stmt, int column)
{
	return sqlite3_column_type(stmt, column) == SQLITE_NULL
		   ? -1
		   : sqlite3_column_int64(stmt, column);
}

static int add_vote(struct mb_arena *arena, sqlite3_stmt *stmt,
		    struct mb_votes *list, size_t *capacity, struct mb_err *err)
{
	struct mb_vote_facts *moved = mb_arena_grow(arena, list->items, list->n,
						    capacity, sizeof(*moved));
	struct mb_vote_facts *one;
	int rc = MB_OK;

	if (!moved)
		return mb_fail_nomem(err);
	list->items = moved;
	one = &moved[list->n++];
	struct mb_str *const texts[] = { &one->item_number, &one->item_title,
					 &one->item_id, &one->result };

	for (int i = 0; i < 4 && rc == MB_OK; i++)
		rc =
		    mb_arena_copy(arena, mb_sql_column(stmt, i), texts[i], err);
	one->n_for = count_or_unknown(stmt, 4);
	one->n_against = count_or_unknown(stmt, 5);
	one->n_abstain = count_or_unknown(stmt, 6);
	return rc;
}

int mb_reader_votes(struct mb_reader *reader, int64_t meeting,
		    struct mb_arena *arena, struct mb_votes *out,
		    struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	struct mb_votes found = { NULL, 0 };
	size_t capacity = 0;
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&reader->sql, STMT_VOTES, values, 1, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&reader->sql, stmt, err)) > 0)
		rc = add_vote(arena, stmt, &found, &capacity, err);
	if (rc == MB_OK)
		*out = found;
	return rc;
}
