#include "store.h"

/* --- removing ---------------------------------------------------------- */

struct item_row {
	int64_t id;
	bool is_hidden;
	int64_t n_words, n_title_words;
};

static int remove_item(struct mb_store *store, const struct item_row *item,
		       struct mb_err *err)
{
	int rc;

	if (item->is_hidden)
		return MB_OK; /* it is not in the full-text table */
	rc = mb_store_keep_deletion(store, item->id, err);
	if (rc == MB_OK)
		rc = mb_store_add_totals(store, -1, item->n_words,
					 item->n_title_words, err);
	return rc;
}

int mb_store_remove(struct mb_store *store, int64_t document,
		    struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(document) };
	sqlite3_stmt *stmt;
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = mb_sql_begin(&store->sql, STMT_ITEMS_OF_DOCUMENT, values,
				  1, &stmt, err);
	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct item_row item = {
			.id = sqlite3_column_int64(stmt, 0),
			.is_hidden = sqlite3_column_int(stmt, 1),
			.n_words = sqlite3_column_int64(stmt, 2),
			.n_title_words = sqlite3_column_int64(stmt, 3),
		};

		rc = remove_item(store, &item, err);
	}
	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_MARK_MEETING_OF, values, 1,
				err);
	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_DELETE_DOCUMENT, values, 1,
				err);
	if (rc == MB_OK)
		rc = mb_store_mark_people(store, err);
	store->has_removed = true;
	return rc;
}

static int remove_old(struct mb_store *store, const struct mb_store_file *file,
		      struct mb_err *err)
{
	struct mb_store_known known;
	int rc = mb_store_find(store, file->root, file->path, &known, err);

	if (rc == MB_OK && known.is_known)
		rc = mb_store_remove(store, known.document, err);
	return rc;
}

/* --- documents --------------------------------------------------------- */

static int put_problem(struct mb_store *store, int64_t document, size_t seq,
		       const struct mb_problem *problem, bool is_fatal,
		       struct mb_err *err)
{
	const struct sql_value values[] = {
		mb_sql_int(document),
		mb_sql_int((int64_t)seq),
		mb_sql_int_or_null(problem->line),
		mb_sql_text(problem->what),
		mb_sql_int(is_fatal),
	};

	return mb_sql_run(&store->sql, STMT_ADD_PROBLEM, values, 5, err);
}

/* The first folder of a path, or the last of its root. */
static int find_folder(struct mb_store *store, const struct mb_store_file *file,
		       struct mb_str *folder, struct mb_err *err)
{
	struct mb_cut cut = mb_str_cut(file->path, '/');
	const struct sql_value values[] = { mb_sql_int(file->root) };
	sqlite3_stmt *stmt;
	int rc;

	if (cut.found && cut.head.len > 0) {
		*folder = cut.head;
		return MB_OK;
	}
	rc = mb_sql_begin(&store->sql, STMT_ROOT_PATH, values, 1, &stmt, err);
	if (rc == MB_OK)
		rc = mb_sql_step(&store->sql, stmt, err);
	if (rc < 0)
		return rc;
	rc = mb_arena_copy(&store->batch,
			   mb_str_after_last(mb_sql_column(stmt, 0), '/'),
			   folder, err);
	sqlite3_reset(stmt);
	return rc;
}

/* Texts of a meeting's facts, as the columns own_… hold them. */
struct fact_texts {
	char date[MB_DATE_BYTES], time[MB_TIME_BYTES];
};

static int put_row(struct mb_store *store, const struct mb_store_file *file,
		   struct mb_str folder, const struct mb_doc *doc,
		   int64_t meeting, int64_t *id, struct mb_err *err)
{
	static const struct mb_doc unread = { .path = { NULL, 0 } };
	const struct mb_doc *d = doc ? doc : &unread;
	const struct mb_meeting *m = &d->meeting;
	struct fact_texts texts = { "", "" };
	struct mb_str hash = { (const char *)file->hash, MB_STORE_HASH_BYTES };
	int rc;

	if (mb_date_is_known(m->date))
		mb_date_format(m->date, texts.date);
	if (m->has_time)
		mb_time_format(m->time, texts.time);
	const struct sql_value values[] = {
		mb_sql_int(file->root),
		mb_sql_text(file->path),
		mb_sql_text(folder),
		mb_sql_int(file->size_bytes),
		mb_sql_int(file->mtime_ns),
		mb_sql_int(file->ctime_ns),
		mb_sql_int((int64_t)file->inode),
		file->hash ? mb_sql_blob(hash) : mb_sql_null(),
		mb_sql_int(MB_EXTRACTOR_VERSION),
		mb_sql_text_or_null(mb_str_of(mb_format_name(d->format))),
		doc ? mb_sql_text(mb_str_of(mb_doc_kind_name(d->kind)))
		    : mb_sql_null(),
		mb_sql_text_or_null(d->title),
		mb_sql_text_or_null(d->url),
		mb_sql_text_or_null(d->charset),
		mb_sql_text_or_null(d->language),
		mb_sql_text_or_null(
		    mb_str_of(mb_date_source_name(m->date_source))),
		mb_sql_int_or_null(meeting),
		mb_sql_int((int64_t)d->site_meeting),
		mb_sql_text_or_null(m->council),
		mb_sql_text_or_null(m->body),
		mb_sql_text_or_null(mb_str_of(texts.date)),
		mb_sql_text_or_null(mb_str_of(texts.time)),
		mb_sql_text_or_null(m->venue),
		mb_sql_text_or_null(mb_str_of(mb_status_name(m->status))),
	};

	rc = mb_sql_run(&store->sql, STMT_PUT_DOCUMENT, values, 24, err);
	*id = sqlite3_last_insert_rowid(store->sql.db);
	return rc;
}

int mb_store_put(struct mb_store *store, const struct mb_store_file *file,
		 const struct mb_doc *doc, struct mb_err *err)
{
	struct mb_date date = { 0 };
	int64_t meeting = 0, id = 0;
	struct mb_str folder;
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = remove_old(store, file, err);
	if (rc == MB_OK)
		rc = find_folder(store, file, &folder, err);
	if (rc == MB_OK)
		rc = mb_store_place(store, file, folder, doc, &meeting, &date,
				    err);
	if (rc == MB_OK)
		rc = put_row(store, file, folder, doc, meeting, &id, err);
	if (rc == MB_OK)
		rc = mb_store_put_items(store, id, date, doc, err);
	if (rc == MB_OK)
		rc = mb_store_put_attendance(store, id, doc, err);
	for (size_t i = 0; i < doc->n_problems && rc == MB_OK; i++)
		rc = put_problem(store, id, i + 1, &doc->problems[i], false,
				 err);
	if (rc == MB_OK)
		rc = mb_store_mark_people(store, err);
	if (rc == MB_OK)
		rc = mb_store_end_document(store, err);
	return rc;
}

int mb_store_put_failed(struct mb_store *store,
			const struct mb_store_file *file, struct mb_str why,
			struct mb_err *err)
{
	const struct mb_problem problem = { .what = why };
	struct mb_str folder;
	int64_t id = 0;
	int rc = mb_store_begin(store, err);

	if (rc == MB_OK)
		rc = remove_old(store, file, err);
	if (rc == MB_OK)
		rc = find_folder(store, file, &folder, err);
	if (rc == MB_OK)
		rc = put_row(store, file, folder, NULL, 0, &id, err);
	if (rc == MB_OK)
		rc = put_problem(store, id, 1, &problem, true, err);
	if (rc == MB_OK)
		rc = mb_store_end_document(store, err);
	return rc;
}
