/*
 * What the documents of one meeting make together (facts, ids, which copy of
 * an item is shown), decided when the run ends, for each meeting whose
 * documents have changed.  All of it depends only on the set of documents, so
 * that any order of runs comes to the same.
 */
#include <stdio.h>

#include "council.h"
#include "minutebook/text.h"
#include "store.h"
#include "store_fold.h"

/* --- joining ----------------------------------------------------------- */

enum fact {
	FACT_COUNCIL,
	FACT_BODY,
	FACT_DATE,
	FACT_TIME,
	FACT_VENUE,
	FACT_STATUS,
	FACTS
};

/*
 * The facts that the documents give, the first that knows one winning; false
 * when there are no documents left.
 */
static int gather_facts(struct mb_store *store, int64_t meeting,
			struct mb_arena *arena, struct mb_str facts[FACTS],
			bool *has_documents, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_DOCUMENTS_OF_MEETING, values, 1,
			      &stmt, err);

	*has_documents = false;
	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		*has_documents = true;
		rc = MB_OK;
		for (int i = 0; i < FACTS && rc == MB_OK; i++) {
			struct mb_str fact = mb_sql_column(stmt, i);

			if (i == FACT_BODY)
				fact = mb_body_alone(fact);

			if (facts[i].len == 0 && fact.len > 0)
				rc = mb_arena_copy(arena, fact, &facts[i], err);
		}
	}
	return rc;
}

/* The best copy of an item is named first, what is hidden last. */
enum level { LEVEL_BEST, LEVEL_COPY, LEVEL_HIDDEN, LEVELS };

struct item_row {
	int64_t id, site_id;
	struct mb_str number, title, slug;
	int level;
};

struct item_rows {
	struct item_row *rows;
	size_t n, capacity;
};

static int read_item(sqlite3_stmt *stmt, struct mb_arena *arena,
		     struct item_row *row, struct mb_err *err)
{
	int rc;

	*row = (struct item_row){
		.id = sqlite3_column_int64(stmt, 0),
		.site_id = sqlite3_column_int64(stmt, 3),
		.level = sqlite3_column_int(stmt, 4),
	};
	rc = mb_arena_copy(arena, mb_sql_column(stmt, 1), &row->number, err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 2), &row->title,
				   err);
	if (rc == MB_OK)
		rc = mb_arena_copy(arena, mb_sql_column(stmt, 5), &row->slug,
				   err);
	return rc;
}

static int read_items(struct mb_store *store, int64_t meeting,
		      struct mb_arena *arena, struct item_rows *out,
		      struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(meeting) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_ITEMS_OF_MEETING, values, 1,
			      &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct item_row *moved = mb_arena_grow(
		    arena, out->rows, out->n, &out->capacity, sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		out->rows = moved;
		rc = read_item(stmt, arena, &out->rows[out->n++], err);
	}
	return rc;
}

/* An item's name in its meeting: its number, or what its title says. */
static void add_item_slug(struct mb_buf *out, const struct item_row *row)
{
	size_t start = out->len;

	mb_slug(out, row->number, 24);
	if (out->len == start)
		mb_slug(out, row->title, 60);
	if (out->len == start)
		mb_buf_add_char(out, '-');
}

/* Where the number is printed only on one page of an item, both have it. */
static struct mb_str number_of(const struct item_rows *items,
			       const struct item_row *row)
{
	for (size_t i = 0;
	     row->number.len == 0 && row->site_id != 0 && i < items->n; i++)
		if (items->rows[i].site_id == row->site_id &&
		    items->rows[i].number.len > 0)
			return items->rows[i].number;
	return row->number;
}

/* Items of one name are told apart by ~2, ~3. */
static int name_items(struct mb_store *store, struct mb_arena *arena,
		      struct item_rows *items, struct mb_err *err)
{
	struct mb_str *names = MB_NEW(arena, struct mb_str, items->n + 1);
	size_t n_named = 0;
	int rc = names ? MB_OK : mb_fail_nomem(err);

	for (int level = 0; level < LEVELS; level++) {
		for (size_t i = 0; i < items->n && rc == MB_OK; i++) {
			struct item_row *row = &items->rows[i];
			struct item_row named = *row;
			struct mb_buf *slug = &store->scratch;
			size_t n_before = 0;

			if (row->level != level)
				continue;
			named.number = number_of(items, row);
			mb_buf_truncate(slug, 0);
			add_item_slug(slug, &named);
			rc = mb_arena_copy(arena, mb_buf_str(slug),
					   &names[n_named], err);
			if (rc != MB_OK)
				break;
			for (size_t k = 0; k < n_named; k++)
				n_before +=
				    mb_str_equal(names[k], names[n_named]);
			n_named++;
			if (n_before > 0)
				mb_buf_add_format(slug, "~%zu", n_before + 1);
			if (slug->has_failed)
				return mb_fail_nomem(err);
			if (mb_str_equal(mb_buf_str(slug), row->slug))
				continue;
			const struct sql_value values[] = {
				mb_sql_int(row->id),
				mb_sql_text(mb_buf_str(slug))
			};

			rc = mb_sql_run(&store->sql, STMT_SET_ITEM_SLUG, values,
					2, err);
		}
	}
	return rc;
}

static int join_meeting(struct mb_store *store, int64_t meeting,
			struct mb_arena *arena, struct mb_err *err)
{
	struct mb_str facts[FACTS] = { { NULL, 0 } };
	struct item_rows items = { NULL, 0, 0 };
	bool has_documents;
	int rc =
	    gather_facts(store, meeting, arena, facts, &has_documents, err);

	if (rc != MB_OK)
		return rc;
	if (!has_documents) {
		const struct sql_value values[] = { mb_sql_int(meeting) };

		return mb_sql_run(&store->sql, STMT_DELETE_MEETING, values, 1,
				  err);
	}
	rc = mb_store_fold(store, meeting, arena, err);
	if (rc == MB_OK)
		rc = read_items(store, meeting, arena, &items, err);
	if (rc == MB_OK)
		rc = name_items(store, arena, &items, err);
	const struct sql_value values[] = {
		mb_sql_int(meeting),
		mb_sql_text_or_null(facts[FACT_COUNCIL]),
		mb_sql_text_or_null(facts[FACT_BODY]),
		mb_sql_text_or_null(facts[FACT_DATE]),
		mb_sql_text_or_null(facts[FACT_TIME]),
		mb_sql_text_or_null(facts[FACT_VENUE]),
		mb_sql_text_or_null(facts[FACT_STATUS]),
	};

	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_SET_MEETING, values, 7, err);
	return rc;
}

static int put_version(struct mb_store *store, struct mb_err *err)
{
	char text[16];
	int n = snprintf(text, sizeof(text), "%d", MB_EXTRACTOR_VERSION);
	const struct sql_value values[] = {
		mb_sql_text(MB_STR("extractor")),
		mb_sql_text((struct mb_str){ text, (size_t)n }),
	};

	return mb_sql_run(&store->sql, STMT_PUT_SETTING, values, 2, err);
}

int mb_store_join(struct mb_store *store, struct mb_err *err)
{
	struct mb_arena arena = MB_ARENA_INIT;
	int64_t meeting = 0;
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = put_version(store, err);
	if (rc == MB_OK)
		rc = mb_store_place_all(store, err);
	while (rc == MB_OK) {
		rc = mb_sql_get_int(&store->sql, STMT_DIRTY_MEETING, NULL, 0, 0,
				    &meeting, err);
		if (rc != MB_OK || meeting == 0)
			break;
		rc = join_meeting(store, meeting, &arena, err);
		if (rc == MB_OK)
			rc = mb_store_end_document(store, err);
		if (rc == MB_OK)
			rc = mb_store_begin(store, err);
		mb_arena_reset(&arena);
	}
	mb_arena_release(&arena);
	return rc == MB_OK ? mb_store_call_councils(store, err) : rc;
}

int mb_store_misplaced(struct mb_store *store,
		       int (*visit)(void *user, int64_t document, int64_t root,
				    struct mb_str path, struct mb_err *err),
		       void *user, struct mb_err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = mb_sql_begin(&store->sql, STMT_MISPLACED, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0)
		rc = visit(user, sqlite3_column_int64(stmt, 0),
			   sqlite3_column_int64(stmt, 1),
			   mb_sql_column(stmt, 2), err);
	sqlite3_reset(stmt);
	return rc;
}
