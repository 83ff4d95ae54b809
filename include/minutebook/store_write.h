/*
 * store_write.h - the index, for the program that fills it
 *
 * One SQLite file.  Documents are put one by one and committed in batches:
 *
 *	mb_store_open("minutes.db", &store, err);
 *	mb_store_root(store, "/home/me/minutes", "minutes", &root, err);
 *	mb_store_put(store, &file, &doc, err);          many times
 *	mb_store_sweep(store, root, ...);               what is gone
 *	mb_store_join(store, ...);                      documents into meetings
 *	mb_store_resolve(store, ...);                   names into persons
 *	mb_store_close(store, err);
 *
 * Whatever is killed when, the file is whole: a batch is in it or not, and
 * the next run finishes what is missing.  The contents depend only on the
 * files, never on the order or the runs in which they came.
 *
 * One process writes at a time (MB_EBUSY says who); readers are never
 * blocked.  A handle is for one thread.
 */
#ifndef MB_STORE_WRITE_H
#define MB_STORE_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "minutebook/doc.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

struct mb_store;

#define MB_STORE_HASH_BYTES 16

/* A file as the walk found it. */
struct mb_store_file {
	int64_t root;       /* of mb_store_root() */
	struct mb_str path; /* relative to it */
	int64_t size_bytes, mtime_ns, ctime_ns;
	uint64_t inode;
	const unsigned char *hash; /* MB_STORE_HASH_BYTES, or NULL: unread */
};

/* What the index knows of a file. */
struct mb_store_known {
	bool is_known;
	int64_t document;
	int64_t size_bytes, mtime_ns, ctime_ns;
	uint64_t inode;
	bool has_hash;
	unsigned char hash[MB_STORE_HASH_BYTES];
	bool is_current; /* read by this version of the extractor */
	bool is_failed;  /* it could not be read, and why: */
	struct mb_err failure;
	bool is_scan;     /* its text is in pictures, and was not read */
	bool is_from_ocr; /* it was */
};

/*
 * Opens or creates the index at @path for writing and takes its lock.  Fails
 * with MB_EBUSY (another process indexes into it; the message says which),
 * MB_EVERSION, MB_ESTORE or MB_ENOMEM.
 */
int mb_store_open(const char *path, struct mb_store **out, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * Commits, tidies up, closes and releases the lock.  The handle is gone even
 * when this fails.
 */
int mb_store_close(struct mb_store *store, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Drops what was not committed, closes and releases the lock; takes NULL. */
void mb_store_abandon(struct mb_store *store);

/* A folder or file that was given: its id, new or old. */
int mb_store_root(struct mb_store *store, struct mb_str absolute,
		  struct mb_str given, int64_t *root, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * The roots in the order of their places: calls @visit for each until it
 * returns something else than MB_OK, and returns that.
 */
int mb_store_roots(struct mb_store *store,
		   int (*visit)(void *user, int64_t root,
				struct mb_str absolute, struct mb_str given,
				struct mb_err *err),
		   void *user, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Drops a root with all of its documents. */
int mb_store_forget(struct mb_store *store, int64_t root, struct mb_err *err)
    __attribute__((warn_unused_result));

int mb_store_find(struct mb_store *store, int64_t root, struct mb_str path,
		  struct mb_store_known *out, struct mb_err *err)
    __attribute__((warn_unused_result));

/* The same content under new times: nothing else changes. */
int mb_store_touch(struct mb_store *store, int64_t document,
		   const struct mb_store_file *file, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Puts a document in the place of what was there under its path. */
int mb_store_put(struct mb_store *store, const struct mb_store_file *file,
		 const struct mb_doc *doc, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Records that a file could not be read, and why. */
int mb_store_put_failed(struct mb_store *store,
			const struct mb_store_file *file, struct mb_str why,
			struct mb_err *err) __attribute__((warn_unused_result));

int mb_store_remove(struct mb_store *store, int64_t document,
		    struct mb_err *err) __attribute__((warn_unused_result));

/*
 * The documents of a root in the order of their paths: calls @visit for each
 * until it returns something else than MB_OK, and returns that.
 */
int mb_store_each(struct mb_store *store, int64_t root,
		  int (*visit)(void *user, int64_t document, struct mb_str path,
			       struct mb_err *err),
		  void *user, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * Brings together what belongs to one meeting: its facts, the ids of its
 * items, cut items that are whole on pages of their own.
 */
int mb_store_join(struct mb_store *store, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * Item pages whose meeting is found only now that its page is in the index
 * (or gone): they are to be put again.  Calls @visit as mb_store_each() does,
 * root by root in the order of paths.
 */
int mb_store_misplaced(struct mb_store *store,
		       int (*visit)(void *user, int64_t document, int64_t root,
				    struct mb_str path, struct mb_err *err),
		       void *user, struct mb_err *err)
    __attribute__((warn_unused_result));

/*
 * Decides whom the names of all meetings stand for (people.h), after joining,
 * if documents or people files have changed since that was last done.  Fails
 * with MB_EFORMAT when a people file is wrong; the persons are then those of
 * before.
 */
int mb_store_resolve(struct mb_store *store, struct mb_err *err)
    __attribute__((warn_unused_result));

/* What keeping a people file changes. */
enum mb_people_change { MB_PEOPLE_SAME, MB_PEOPLE_NEW, MB_PEOPLE_GONE };

/*
 * What mb_store_put_people() would change.  Without an index @store is NULL,
 * and JSON is taken as it is.  Fails like it.
 */
int mb_store_try_people(struct mb_store *store, struct mb_str path,
			struct mb_str text, enum mb_people_change *out,
			struct mb_err *err) __attribute__((warn_unused_result));

/*
 * Keeps the text of the people file at @path, "" for the one that was given
 * with --people; an empty @text forgets it.  It may be Popolo JSON.  Fails
 * with MB_EFORMAT (err->line is set) when it is neither; nothing is changed.
 */
int mb_store_put_people(struct mb_store *store, struct mb_str path,
			struct mb_str text, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Makes everything put so far durable; called now and then by itself. */
int mb_store_commit(struct mb_store *store, struct mb_err *err)
    __attribute__((warn_unused_result));

/* Has the full-text index check itself against the text: for tests. */
int mb_store_check(struct mb_store *store, struct mb_err *err)
    __attribute__((warn_unused_result));

#endif
