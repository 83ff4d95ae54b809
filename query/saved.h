/*
 * saved.h - saved queries: what they ask, and what has been told of them
 *
 * Each is a text file of its own in $XDG_STATE_HOME/minutebook (else
 * ~/.local/state/minutebook), NAME.query:
 *
 *	minutebook-query 1
 *	query damp mould
 *	match all
 *	index /home/ada/minutes.db
 *	seen
 *	0a1b2c3d4e5f6071
 *
 * Below "seen" stand hashes: of the id of each paragraph that was there when
 * the query was saved or that has been told of since, and of what it says.  A
 * paragraph is new when neither is there; so indexing again, correcting a
 * word or numbering an item in another way makes nothing new.
 *
 * A change is written beside the file and takes its place at once.
 */
#ifndef QUERY_SAVED_H
#define QUERY_SAVED_H

#include <stdint.h>

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "search.h"

#define SAVED_MAX_NAME 64
#define SAVED_MAX_BYTES ((size_t)1 << 30)

struct saved {
	struct mb_str name, query;
	enum search_match match;
	struct mb_str indexes[SEARCH_MAX_SOURCES]; /* absolute, with a NUL */
	int n_indexes;
	uint64_t *seen; /* sorted; in the arena */
	size_t n_seen, capacity;
	size_t n_sorted; /* the rest was added since */
};

/* All of them, by name. */
struct saved_list {
	struct mb_str *names;
	size_t n;
};

/* The folder, made when it is not there.  Fails with MB_EIO. */
int saved_folder(struct mb_arena *arena, struct mb_str *folder,
		 struct mb_err *err);

/* Letters, digits, '-', '_' and '.', not first; never "all". */
int saved_check_name(struct mb_str name, struct mb_err *err);

/*
 * One run at a time: waits until no other program uses the folder.  The file
 * descriptor to close in the end, or -1 with the error.
 */
int saved_lock(struct mb_str folder, struct mb_err *err);

/* Fails with MB_ENOTFOUND, MB_EFORMAT, MB_EIO or MB_ENOMEM. */
int saved_read(struct mb_str folder, struct mb_str name, struct mb_arena *arena,
	       struct saved *out, struct mb_err *err);

int saved_names(struct mb_str folder, struct mb_arena *arena,
		struct saved_list *out, struct mb_err *err);

/* Whether there is one of that name. */
bool saved_exists(struct mb_str folder, struct mb_str name);

/* Whether the hash is among those seen; and adding it. */
bool saved_has_seen(const struct saved *saved, uint64_t hash);
int saved_see(struct saved *saved, struct mb_arena *arena, uint64_t hash,
	      struct mb_err *err);

/*
 * Writes the file in two steps: saved_prepare() puts it on the disk under
 * another name, saved_commit() gives it its own.  Between them nothing has
 * changed.  Fail with MB_EUSAGE (a query or path that is no line) and MB_EIO.
 */
int saved_prepare(struct mb_str folder, struct saved *saved,
		  struct mb_err *err);
int saved_commit(struct mb_str folder, const struct saved *saved,
		 struct mb_err *err);

/* Fails with MB_ENOTFOUND. */
int saved_forget(struct mb_str folder, struct mb_str name, struct mb_err *err);

#endif
