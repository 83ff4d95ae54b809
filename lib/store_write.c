#include "minutebook/store_write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

/* A batch is committed when its text has grown to this. */
#define BATCH_BYTES ((size_t)32 * 1024 * 1024)

/* --- the listener ------------------------------------------------------ */

static void hear_word(void *user, struct mb_str word)
{
	struct mb_store *store = user;

	mb_counts_add(&store->words, word, (struct mb_str){ NULL, 0 },
		      store->direction);
}

static void hear_compound(void *user, struct mb_str joined, struct mb_str parts)
{
	struct mb_store *store = user;

	mb_counts_add(&store->compounds, joined, parts, store->direction);
}

/* --- opening ----------------------------------------------------------- */

/*
 * The write-ahead log lets readers go on while a batch is written.  FTS5
 * writes a segment whenever its hash is full: a large one makes few.
 */
static const char settings[] = "PRAGMA foreign_keys = ON;"
			       "PRAGMA journal_mode = WAL;"
			       "PRAGMA synchronous = NORMAL;"
			       "PRAGMA cache_size = -32768;"
			       "PRAGMA temp_store = MEMORY;"
			       "PRAGMA application_id = " SCHEMA_MARK ";";

static int create_schema(struct mb_store *store, struct mb_err *err)
{
	struct sql *sql = &store->sql;
	int rc = mb_sql_script(sql, "BEGIN IMMEDIATE", err);

	if (rc == MB_OK)
		rc = mb_sql_script(sql, mb_schema, err);
	if (rc == MB_OK)
		rc = mb_sql_script(sql,
				   "INSERT INTO paragraph_fts"
				   " (paragraph_fts, rank)"
				   " VALUES ('hashsize', 33554432);"
				   "PRAGMA user_version = " SCHEMA_TEXT ";"
				   "COMMIT",
				   err);
	return rc;
}

/* Creates the schema, or brings an older one up to date. */
static int upgrade_schema(struct mb_store *store, int version,
			  struct mb_err *err)
{
	if (version == 0)
		return create_schema(store, err);
	return version < SCHEMA_VERSION ? mb_store_upgrade(store, version, err)
					: MB_OK;
}

/* What is not ours, or newer than we are, must not be written into. */
static int check_is_ours(struct mb_store *store, int version,
			 struct mb_err *err)
{
	bool is_foreign = false;
	int rc = mb_sql_is_foreign(&store->sql, version, &is_foreign, err);

	if (rc != MB_OK)
		return rc;
	if (is_foreign)
		return mb_fail(err, MB_ESTORE,
			       "an SQLite file of another program: nothing is "
			       "written into it");
	if (version < 0 || version > SCHEMA_VERSION)
		return mb_fail(err, MB_EVERSION,
			       "it was made by a newer minutes-index (schema "
			       "%d, this one knows %d): delete it and index "
			       "again, or update",
			       version, SCHEMA_VERSION);
	return MB_OK;
}

static int open_database(struct mb_store *store, const char *path,
			 struct mb_err *err)
{
	int version = 0;
	int rc =
	    sqlite3_open_v2(path, &store->sql.db,
			    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

	if (rc != SQLITE_OK)
		return store->sql.db ? mb_sql_fail(store->sql.db, err)
				     : mb_fail_nomem(err);
	sqlite3_busy_timeout(store->sql.db, 10000);
	rc = mb_sql_version(&store->sql, &version, err);
	if (rc == MB_OK)
		rc = check_is_ours(store, version, err);
	if (rc == MB_OK)
		rc = mb_sql_script(&store->sql, settings, err);
	if (rc == MB_OK)
		rc = mb_fts_register(store->sql.db, &store->listener, err);
	if (rc == MB_OK)
		rc = upgrade_schema(store, version, err);
	return rc;
}

int mb_store_open(const char *path, struct mb_store **out, struct mb_err *err)
{
	struct mb_store *store = malloc(sizeof(*store));
	int rc;

	if (!store)
		return mb_fail_nomem(err);
	*store = (struct mb_store){ .lock = LOCK_NONE };
	store->listener =
	    (struct mb_fts_listener){ hear_word, hear_compound, store, 0 };
	rc = mb_lock_take(path, &store->lock, err);
	if (rc != MB_OK) {
		mb_store_abandon(store);
		return rc;
	}
	store->stemmer = mb_stemmer_new();
	rc = store->stemmer ? open_database(store, path, err)
			    : mb_fail_nomem(err);
	if (rc != MB_OK) {
		mb_store_abandon(store);
		return mb_err_in(err, rc, mb_str_of(path));
	}
	*out = store;
	return MB_OK;
}

void mb_store_abandon(struct mb_store *store)
{
	if (!store)
		return;
	if (store->sql.db)
		mb_sql_close(&store->sql);
	mb_stemmer_free(store->stemmer);
	mb_counts_release(&store->words);
	mb_counts_release(&store->compounds);
	mb_arena_release(&store->batch);
	mb_buf_release(&store->scratch);
	mb_lock_release(&store->lock);
	free(store);
}

/* --- batches ----------------------------------------------------------- */

int mb_store_begin(struct mb_store *store, struct mb_err *err)
{
	int rc;

	if (store->in_batch)
		return MB_OK;
	rc = mb_sql_run(&store->sql, STMT_BEGIN, NULL, 0, err);
	store->in_batch = rc == MB_OK;
	return rc;
}

static void forget_batch(struct mb_store *store)
{
	mb_counts_clear(&store->words);
	mb_counts_clear(&store->compounds);
	store->pending = NULL;
	store->n_pending = store->pending_capacity = 0;
	store->batch_bytes = 0;
	mb_arena_reset(&store->batch);
	store->in_batch = false;
}

int mb_store_commit(struct mb_store *store, struct mb_err *err)
{
	int rc;

	if (!store->in_batch)
		return MB_OK;
	rc = mb_store_make_changes(store, err);
	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_COMMIT, NULL, 0, err);
	if (rc == MB_OK)
		forget_batch(store);
	return rc;
}

int mb_store_end_document(struct mb_store *store, struct mb_err *err)
{
	return store->batch_bytes >= BATCH_BYTES ? mb_store_commit(store, err)
						 : MB_OK;
}

/* --- closing ----------------------------------------------------------- */

/* After a large change one segment is faster to search than many. */
static int optimize(struct mb_store *store, struct mb_err *err)
{
	const struct sql_value name[] = { mb_sql_text(MB_STR("items")) };
	int64_t n_items;
	int rc = mb_sql_get_int(&store->sql, STMT_GET_TOTAL, name, 1, 0,
				&n_items, err);

	if (rc != MB_OK || store->n_changes < 1000 ||
	    store->n_changes < n_items / 4)
		return rc;
	return mb_sql_run(&store->sql, STMT_FTS_OPTIMIZE, NULL, 0, err);
}

int mb_store_close(struct mb_store *store, struct mb_err *err)
{
	int rc = mb_store_commit(store, err);

	if (rc == MB_OK && store->has_removed)
		rc = mb_sql_run(&store->sql, STMT_DROP_ALIASES, NULL, 0, err);
	if (rc == MB_OK)
		rc = optimize(store, err);
	/* one file, readable from a folder that is not writable */
	if (rc == MB_OK)
		(void)sqlite3_exec(store->sql.db,
				   "PRAGMA wal_checkpoint(TRUNCATE);"
				   "PRAGMA journal_mode = DELETE",
				   NULL, NULL, NULL);
	mb_store_abandon(store);
	return rc;
}

/* --- files ------------------------------------------------------------- */

int mb_store_root(struct mb_store *store, struct mb_str absolute,
		  struct mb_str given, int64_t *root, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(absolute),
					    mb_sql_text(given) };
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_PUT_ROOT, values, 2, err);
	if (rc == MB_OK)
		rc = mb_sql_get_int(&store->sql, STMT_FIND_ROOT, values, 1, 0,
				    root, err);
	return rc;
}

int mb_store_roots(struct mb_store *store,
		   int (*visit)(void *user, int64_t root,
				struct mb_str absolute, struct mb_str given,
				struct mb_err *err),
		   void *user, struct mb_err *err)
{
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_ROOTS, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0)
		rc = visit(user, sqlite3_column_int64(stmt, 0),
			   mb_sql_column(stmt, 1), mb_sql_column(stmt, 2), err);
	sqlite3_reset(stmt);
	return rc;
}

static int remove_one(void *user, int64_t document, struct mb_str path,
		      struct mb_err *err)
{
	(void)path;
	return mb_store_remove(user, document, err);
}

int mb_store_forget(struct mb_store *store, int64_t root, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(root) };
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = mb_store_each(store, root, remove_one, store, err);
	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_DELETE_ROOT, values, 1, err);
	return rc;
}

int mb_store_find(struct mb_store *store, int64_t root, struct mb_str path,
		  struct mb_store_known *out, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(root),
					    mb_sql_text(path) };
	sqlite3_stmt *stmt;
	struct mb_str hash;
	int rc = mb_sql_begin(&store->sql, STMT_FIND_DOCUMENT, values, 2, &stmt,
			      err);

	if (rc == MB_OK)
		rc = mb_sql_step(&store->sql, stmt, err);
	if (rc < 0)
		return rc;
	*out = (struct mb_store_known){ .is_known = rc > 0 };
	if (rc == 0)
		return MB_OK;
	out->document = sqlite3_column_int64(stmt, 0);
	out->size_bytes = sqlite3_column_int64(stmt, 1);
	out->mtime_ns = sqlite3_column_int64(stmt, 2);
	out->ctime_ns = sqlite3_column_int64(stmt, 3);
	out->inode = (uint64_t)sqlite3_column_int64(stmt, 4);
	hash.ptr = sqlite3_column_blob(stmt, 5);
	hash.len = (size_t)sqlite3_column_bytes(stmt, 5);
	out->has_hash = hash.len == sizeof(out->hash);
	if (out->has_hash)
		memcpy(out->hash, hash.ptr, sizeof(out->hash));
	out->is_current = sqlite3_column_int(stmt, 6) == MB_EXTRACTOR_VERSION;
	out->is_failed = sqlite3_column_type(stmt, 7) != SQLITE_NULL;
	mb_fail(&out->failure, MB_EUNREAD, "%.*s",
		MB_STR_ARG(mb_sql_column(stmt, 7)));
	out->is_scan = sqlite3_column_int(stmt, 8);
	out->is_from_ocr = sqlite3_column_int(stmt, 9);
	sqlite3_reset(stmt);
	return MB_OK;
}

int mb_store_touch(struct mb_store *store, int64_t document,
		   const struct mb_store_file *file, struct mb_err *err)
{
	const struct sql_value values[] = {
		mb_sql_int(document),
		mb_sql_int(file->size_bytes),
		mb_sql_int(file->mtime_ns),
		mb_sql_int(file->ctime_ns),
		mb_sql_int((int64_t)file->inode),
	};
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_TOUCH_DOCUMENT, values, 5,
				err);
	return rc;
}

int mb_store_each(struct mb_store *store, int64_t root,
		  int (*visit)(void *user, int64_t document, struct mb_str path,
			       struct mb_err *err),
		  void *user, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(root) };
	sqlite3_stmt *stmt = NULL;
	int rc = mb_sql_begin(&store->sql, STMT_DOCUMENTS_OF_ROOT, values, 1,
			      &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0)
		rc = visit(user, sqlite3_column_int64(stmt, 0),
			   mb_sql_column(stmt, 1), err);
	sqlite3_reset(stmt);
	return rc;
}

int mb_store_check(struct mb_store *store, struct mb_err *err)
{
	return mb_sql_run(&store->sql, STMT_FTS_CHECK, NULL, 0, err);
}
