/*
 * store.h - the writing half's inside, shared by its modules
 *
 *	store_write.c   opening, files, committing
 *	store_put.c     a document into rows, and out of them
 *	store_item.c    its items, their paragraphs, votes and links
 *	store_people.c  names as they are written, and who was there
 *	store_pending.c changes of the full-text table, kept in order
 *	store_place.c   which meeting a document belongs to
 *	store_council.c whose documents they are, decided for all together
 *	store_join.c    what the documents of a meeting make together
 *	store_called.c  what a council is called where it meets itself
 *	store_fold.c    which copies of its items are shown (fold_copies.c)
 *	store_upgrade.c an index of an older schema
 *	store_beside.c  offices printed beside names
 *	store_resolve.c names into persons
 *	store_people_file.c what people say of people, also as Popolo
 */
#ifndef LIB_STORE_H
#define LIB_STORE_H

#include "lock.h"
#include "minutebook/buf.h"
#include "minutebook/fts.h"
#include "minutebook/stem.h"
#include "minutebook/store_write.h"
#include "sql.h"
#include "vocabulary.h"

/*
 * A change of the full-text table.  FTS5 begins a new segment whenever a row
 * comes before the last one, so that a batch's changes are kept and made in
 * the order of rows.  They hold their text because a deletion needs what the
 * row once said.
 */
struct pending {
	int64_t paragraph;
	bool is_delete;
	struct mb_str title, text;
	size_t seq; /* set by mb_store_keep() */
};

struct mb_store {
	struct sql sql;
	struct lock lock;
	struct mb_fts_listener listener;
	struct counts words, compounds;
	int64_t direction; /* of counting: 1 inserting, -1 deleting */
	struct mb_stemmer *stemmer;
	struct mb_buf scratch;

	struct mb_arena batch; /* lives until the next commit */
	struct pending *pending;
	size_t n_pending, pending_capacity;
	size_t batch_bytes; /* of text in the batch */

	int64_t n_changes; /* of the full-text table, in this run */
	bool in_batch;
	bool has_removed;
};

/* Begins a transaction unless one is open. */
int mb_store_begin(struct mb_store *store, struct mb_err *err);

/* Commits when the batch has grown large. */
int mb_store_end_document(struct mb_store *store, struct mb_err *err);

/* Keeps a change until the batch is committed. */
int mb_store_keep(struct mb_store *store, const struct pending *change,
		  struct mb_err *err);

/* Brings an index of @version, which is older than ours, up to date. */
int mb_store_upgrade(struct mb_store *store, int version, struct mb_err *err);

/* Makes the kept changes, in order, and writes the vocabulary. */
int mb_store_make_changes(struct mb_store *store, struct mb_err *err);

/*
 * Puts the items of a document, with ids of paragraphs that are free on that
 * day.  Fails with MB_ELIMIT when the day is full.
 */
int mb_store_put_items(struct mb_store *store, int64_t document,
		       struct mb_date date, const struct mb_doc *doc,
		       struct mb_err *err);

/* The id of a name as written, new or old; 0 for nobody. */
int mb_store_find_alias(struct mb_store *store, struct mb_str as_written,
			int64_t *alias, struct mb_err *err);

int mb_store_put_attendance(struct mb_store *store, int64_t document,
			    const struct mb_doc *doc, struct mb_err *err);

/* The offices that a paragraph prints beside names. */
int mb_store_put_beside(struct mb_store *store, int64_t paragraph,
			const struct mb_paragraph *p, struct mb_err *err);

/*
 * The office of whoever leads @item, by which the first officer speaks;
 * @paragraph is the id of the item's first.
 */
int mb_store_put_lead(struct mb_store *store, int64_t paragraph,
		      const struct mb_item *item, struct mb_err *err);

/* That a paragraph says that @name holds @office, if it is one. */
int mb_store_put_office(struct mb_store *store, int64_t paragraph,
			struct mb_str name, struct mb_str office,
			struct mb_err *err);

/* Adds a people file, also one in Popolo JSON.  Fails with MB_EFORMAT. */
struct mb_people;
int mb_store_read_people(struct mb_store *store, struct mb_people *people,
			 struct mb_str text, struct mb_err *err);

/* Persons have to be resolved again. */
int mb_store_mark_people(struct mb_store *store, struct mb_err *err);

/* Adds (@direction 1) or takes away (-1) an item's sums. */
int mb_store_add_totals(struct mb_store *store, int64_t direction,
			int64_t n_words, int64_t n_title_words,
			struct mb_err *err);

/* Keeps the deletion of all paragraphs of an item that are shown. */
int mb_store_keep_deletion(struct mb_store *store, int64_t item,
			   struct mb_err *err);

/*
 * The meeting that a document belongs to by itself, new or old, marked for
 * joining; and its date.
 */
int mb_store_place(struct mb_store *store, const struct mb_store_file *file,
		   struct mb_str folder, const struct mb_doc *doc,
		   int64_t *meeting, struct mb_date *date, struct mb_err *err);

/* The same for all documents together, when some have changed. */
int mb_store_place_all(struct mb_store *store, struct mb_err *err);

/* Gives all meetings of a council itself one body, when they are joined. */
int mb_store_call_councils(struct mb_store *store, struct mb_err *err);

#endif
