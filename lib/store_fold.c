#include "store_fold.h"

#include "fold_copies.h"
#include "minutebook/text.h"

struct copies {
	struct fold_copy *items;
	size_t n, capacity;
};

/* --- reading ----------------------------------------------------------- */

/* Smaller is better: confirmed, not told, draft, cancelled. */
static int status_of(struct mb_str status)
{
	if (mb_str_equal(status, MB_STR("confirmed")))
		return 0;
	if (status.len == 0)
		return 1;
	return mb_str_equal(status, MB_STR("draft")) ? 2 : 3;
}

static int kind_of(struct mb_str kind)
{
	if (mb_str_equal(kind, MB_STR("meeting")))
		return 0;
	return mb_str_equal(kind, MB_STR("item")) ? 1 : 2;
}

static int fold_text(struct mb_str text, struct mb_arena *arena,
		     struct mb_str *out, struct mb_err *err)
{
	struct mb_buf words = MB_BUF_INIT;
	int rc;

	mb_fold(&words, text);
	rc = mb_buf_move(&words, arena, out, err);
	mb_buf_release(&words);
	return rc;
}

static int read_copy(sqlite3_stmt *stmt, struct mb_arena *arena,
		     struct fold_copy *copy, struct mb_err *err)
{
	int rc;

	*copy = (struct fold_copy){
		.id = sqlite3_column_int64(stmt, 0),
		.document = sqlite3_column_int64(stmt, 1),
		.site_id = sqlite3_column_int64(stmt, 2),
		.is_cut = sqlite3_column_int(stmt, 5),
		.was_hidden = sqlite3_column_int(stmt, 6),
		.was_same_as = sqlite3_column_int64(stmt, 7),
		.n_words = sqlite3_column_int64(stmt, 8),
		.n_title_words = sqlite3_column_int64(stmt, 9),
		.kind = kind_of(mb_sql_column(stmt, 10)),
		.status = status_of(mb_sql_column(stmt, 11)),
		.had_hidden = sqlite3_column_int(stmt, 12),
	};
	rc = mb_arena_copy(arena, mb_sql_column(stmt, 4), &copy->title, err);
	if (rc == MB_OK)
		rc = fold_text(mb_sql_column(stmt, 3), arena, &copy->number,
			       err);
	if (rc == MB_OK)
		rc = fold_text(copy->title, arena, &copy->title_words, err);
	return rc;
}

static int read_copies(struct mb_store *store, int64_t meeting,
		       struct mb_arena *arena, struct copies *out,
		       struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_COPIES, values, 1, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct fold_copy *moved = mb_arena_grow(
		    arena, out->items, out->n, &out->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		out->items = moved;
		rc = read_copy(stmt, arena, &out->items[out->n], err);
		out->items[out->n].order = out->n;
		out->n++;
	}
	return rc;
}

/* What kind of text it is, and how much of its structure is known. */
static void note_structure(struct fold_copy *copy, sqlite3_stmt *stmt)
{
	struct mb_str kind = mb_sql_column(stmt, 4);
	int content = mb_str_equal(kind, MB_STR("agenda"))     ? 2
		      : mb_str_equal(kind, MB_STR("decision")) ? 1
							       : 0;

	if (copy->n_parts == 0 || content < copy->content)
		copy->content = content;
	for (int column = 5; column <= 7; column++)
		copy->n_marks +=
		    sqlite3_column_type(stmt, column) != SQLITE_NULL;
	copy->n_marks += (size_t)sqlite3_column_int64(stmt, 8);
}

static int read_part(sqlite3_stmt *stmt, struct mb_arena *arena,
		     struct mb_buf *words, struct fold_part *part,
		     struct mb_err *err)
{
	struct mb_str folded;
	int rc;

	*part = (struct fold_part){
		.id = sqlite3_column_int64(stmt, 0),
		.is_cut = sqlite3_column_int(stmt, 2),
		.was_hidden = sqlite3_column_int(stmt, 3),
	};
	rc = mb_arena_copy(arena, mb_sql_column(stmt, 1), &part->text, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 7),
				   &part->speaker, err);
	if (rc == MB_OK)
		rc = fold_text(part->text, arena, &folded, err);
	if (rc != MB_OK)
		return rc;
	part->start = words->len;
	mb_buf_add(words, folded);
	part->end = words->len;
	if (folded.len > 0)
		mb_buf_add_char(words, ' ');
	return MB_OK;
}

static int read_parts(struct mb_store *store, struct fold_copy *copy,
		      struct mb_arena *arena, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(copy->id) };
	struct mb_buf words = MB_BUF_INIT;
	sqlite3_stmt *stmt;
	size_t capacity = 0;
	int rc = mb_sql_begin(&store->sql, STMT_PARTS, values, 1, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct fold_part *moved =
		    mb_arena_grow(arena, copy->parts, copy->n_parts, &capacity,
				  sizeof(*moved));

		if (!moved) {
			rc = mb_fail_nomem(err);
			break;
		}
		copy->parts = moved;
		note_structure(copy, stmt);
		rc = read_part(stmt, arena, &words,
			       &copy->parts[copy->n_parts++], err);
	}
	if (rc == MB_OK)
		rc = mb_buf_move(&words, arena, &copy->words, err);
	mb_buf_release(&words);
	return rc;
}

/* --- writing ----------------------------------------------------------- */

static int write_part(struct mb_store *store, const struct fold_copy *copy,
		      const struct fold_part *part, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(part->id),
					    mb_sql_int(part->is_hidden) };
	const struct pending change = {
		.paragraph = part->id,
		.is_delete = part->is_hidden,
		.title = copy->title,
		.text = part->text,
	};
	int rc;

	if (part->is_hidden == part->was_hidden)
		return MB_OK;
	rc = mb_sql_run(&store->sql, STMT_SET_PARAGRAPH_HIDDEN, values, 2, err);
	return rc == MB_OK ? mb_store_keep(store, &change, err) : rc;
}

static int write_copy(struct mb_store *store, const struct fold_copy *copy,
		      struct mb_err *err)
{
	int64_t same_as = copy->same_as ? copy->same_as->id : 0;
	const struct sql_value values[] = { mb_sql_int(copy->id),
					    mb_sql_int(copy->is_hidden),
					    mb_sql_int_or_null(same_as) };
	int rc = MB_OK;

	for (size_t i = 0; i < copy->n_parts && rc == MB_OK; i++)
		rc = write_part(store, copy, &copy->parts[i], err);
	if (rc == MB_OK && (copy->is_hidden != copy->was_hidden ||
			    same_as != copy->was_same_as))
		rc = mb_sql_run(&store->sql, STMT_SET_ITEM_FOLDED, values, 3,
				err);
	if (rc == MB_OK && copy->is_hidden != copy->was_hidden)
		rc = mb_store_add_totals(store, copy->is_hidden ? -1 : 1,
					 copy->n_words, copy->n_title_words,
					 err);
	return rc;
}

int mb_store_fold(struct mb_store *store, int64_t meeting,
		  struct mb_arena *arena, struct mb_err *err)
{
	struct copies copies = { NULL, 0, 0 };
	int rc = read_copies(store, meeting, arena, &copies, err);

	if (rc == MB_OK)
		rc = mb_fold_pair(copies.items, copies.n, arena, err);
	for (size_t i = 0; i < copies.n && rc == MB_OK; i++)
		if (copies.items[i].n_others > 0 || copies.items[i].had_hidden)
			rc = read_parts(store, &copies.items[i], arena, err);
	if (rc == MB_OK)
		mb_fold_decide(copies.items, copies.n);
	for (size_t i = 0; i < copies.n && rc == MB_OK; i++)
		rc = write_copy(store, &copies.items[i], err);
	return rc;
}
