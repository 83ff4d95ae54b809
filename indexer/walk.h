/*
 * walk.h - the files under the paths that the person gave
 *
 * An iterator over every regular file, folders first to last by name, so that
 * two runs see the same order:
 *
 *	while ((rc = walk_next(walk, &entry, err)) > 0)
 *		...
 *
 * What is given is followed, even through a symbolic link; links further
 * down are not (one that points inside is reached by its real name, one that
 * points outside was not asked for), so that there are no loops.  FIFOs,
 * sockets and devices are never opened.  Whatever is passed over is given as
 * an entry of its own with the reason: nothing is lost silently.
 *
 * A ZIP archive is walked like a folder (bundle.h): its files come as
 * "minutes 2014.zip/June.pdf", or "June.pdf" if it was given itself, with the
 * times and the inode of the archive.
 */
#ifndef INDEXER_WALK_H
#define INDEXER_WALK_H

#include <stdint.h>

#include "minutebook/err.h"
#include "minutebook/str.h"

/* Deeper folders are passed over, with a reason. */
#define WALK_MAX_DEPTH 200

struct bundle;

enum walk_kind {
	WALK_FILE,
	WALK_SKIPPED,   /* a link, a FIFO, a hidden file: by design */
	WALK_UNREADABLE /* something that should have been read */
};

struct walk_entry {
	enum walk_kind kind;
	size_t root;           /* index of the path given */
	struct mb_str path;    /* relative to it; the path itself for a file
			       that was given */
	const char *reason;    /* unless it is a file */
	bool is_folder;        /* of unreadable ones: all below is unknown */
	bool is_given;         /* one of the paths given itself */
	int dir;               /* folder that holds it, for openat(2) */
	const char *name;      /* in that folder */
	struct bundle *bundle; /* that it is in, at its turn; or NULL */
	int64_t size_bytes, mtime_ns, ctime_ns;
	uint64_t inode;
};

struct walk;

/*
 * Begins a walk over the @n paths, which must live as long as the walk.
 * Fails with MB_ENOMEM only: a path that is not there comes as an entry.
 */
int walk_new(const char *const *paths, size_t n, struct walk **out,
	     struct mb_err *err);

/*
 * The next entry, valid until the next call: 1, or 0 at the end, or
 * MB_ENOMEM.
 */
int walk_next(struct walk *walk, struct walk_entry *entry, struct mb_err *err);

/* Takes NULL. */
void walk_free(struct walk *walk);

#endif
