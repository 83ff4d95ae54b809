#include <stdlib.h>

#include "store.h"

int mb_store_keep(struct mb_store *store, const struct pending *change,
		  struct mb_err *err)
{
	struct pending *moved;
	struct pending kept = *change;
	int rc = mb_arena_copy(&store->batch, change->title, &kept.title, err);

	if (rc == MB_OK)
		rc =
		    mb_arena_copy(&store->batch, change->text, &kept.text, err);
	if (rc != MB_OK)
		return rc;
	moved = mb_arena_grow(&store->batch, store->pending, store->n_pending,
			      &store->pending_capacity, sizeof(*moved));
	if (!moved)
		return mb_fail_nomem(err);
	store->pending = moved;
	kept.seq = store->n_pending;
	store->pending[store->n_pending++] = kept;
	store->batch_bytes += kept.title.len + kept.text.len + sizeof(kept);
	return MB_OK;
}

int mb_store_keep_deletion(struct mb_store *store, int64_t item,
			   struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(item) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_PARAGRAPHS_OF_ITEM, values, 1,
			      &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct pending change = {
			.paragraph = sqlite3_column_int64(stmt, 0),
			.is_delete = true,
			.title = mb_sql_column(stmt, 1),
			.text = mb_sql_column(stmt, 2),
		};

		rc = mb_store_keep(store, &change, err);
	}
	return rc;
}

/*
 * By row, and the changes of one row in the order in which they were made: it
 * may be replaced, or be taken in and hidden at once.
 */
static int compare(const void *a, const void *b)
{
	const struct pending *x = a, *y = b;

	if (x->paragraph != y->paragraph)
		return x->paragraph < y->paragraph ? -1 : 1;
	return (x->seq > y->seq) - (x->seq < y->seq);
}

/*
 * Leaves out what a batch puts in and takes out again (an item that its own
 * page hides): FTS5 would begin a new segment for each.
 */
static size_t drop_undone(struct pending *changes, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++) {
		if (to > 0 && changes[i].is_delete &&
		    !changes[to - 1].is_delete &&
		    changes[to - 1].paragraph == changes[i].paragraph)
			to--;
		else
			changes[to++] = changes[i];
	}
	return to;
}

static int write_words(struct mb_store *store, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < store->words.n_slots && rc == MB_OK; i++) {
		const struct count *count = &store->words.slots[i];
		struct mb_str stem;

		if (!count->key.ptr || count->n == 0)
			continue;
		rc = mb_stem(store->stemmer, count->key, &stem, err);
		if (rc != MB_OK)
			return rc;
		const struct sql_value values[] = { mb_sql_text(count->key),
						    mb_sql_text(stem),
						    mb_sql_int(count->n) };

		rc = mb_sql_run(&store->sql, STMT_COUNT_WORD, values, 3, err);
		if (rc == MB_OK && count->n < 0)
			rc = mb_sql_run(&store->sql, STMT_DROP_WORD, values, 1,
					err);
	}
	return rc;
}

static int write_compounds(struct mb_store *store, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < store->compounds.n_slots && rc == MB_OK; i++) {
		const struct count *count = &store->compounds.slots[i];
		struct mb_str stem;

		if (!count->key.ptr || count->n == 0)
			continue;
		rc = mb_stem(store->stemmer, count->key, &stem, err);
		if (rc != MB_OK)
			return rc;
		const struct sql_value values[] = {
			mb_sql_text(count->key),
			mb_sql_text(count->also),
			mb_sql_int(count->n),
			mb_sql_text(stem),
		};

		rc = mb_sql_run(&store->sql, STMT_COUNT_COMPOUND, values, 4,
				err);
		if (rc == MB_OK && count->n < 0)
			rc = mb_sql_run(&store->sql, STMT_DROP_COMPOUND, values,
					2, err);
	}
	return rc;
}

int mb_store_make_changes(struct mb_store *store, struct mb_err *err)
{
	int rc = MB_OK;

	if (store->n_pending > 1)
		qsort(store->pending, store->n_pending, sizeof(*store->pending),
		      compare);
	store->n_pending = drop_undone(store->pending, store->n_pending);
	store->listener.is_on = 1;
	for (size_t i = 0; i < store->n_pending && rc == MB_OK; i++) {
		const struct pending *change = &store->pending[i];
		const struct sql_value values[] = {
			mb_sql_int(change->paragraph),
			mb_sql_text(change->title),
			mb_sql_text(change->text),
		};

		store->direction = change->is_delete ? -1 : 1;
		rc = mb_sql_run(&store->sql,
				change->is_delete ? STMT_FTS_DELETE
						  : STMT_FTS_INSERT,
				values, 3, err);
	}
	store->listener.is_on = 0;
	store->n_changes += (int64_t)store->n_pending;
	if (rc == MB_OK &&
	    (store->words.has_failed || store->compounds.has_failed))
		rc = mb_fail_nomem(err);
	if (rc == MB_OK)
		rc = write_words(store, err);
	if (rc == MB_OK)
		rc = write_compounds(store, err);
	return rc;
}
