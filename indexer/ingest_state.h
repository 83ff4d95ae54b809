/*
 * ingest_state.h - a run's inside, shared by its parts
 *
 *	ingest.c       the paths given, what is gone from them, and the end
 *	ingest_file.c  one file: unchanged, indexed, failed or passed over
 */
#ifndef INDEXER_INGEST_STATE_H
#define INDEXER_INGEST_STATE_H

#include "aside.h"
#include "ingest.h"
#include "minutebook/store_write.h"
#include "seen.h"
#include "targets.h"
#include "walk.h"

struct ingest {
	const struct ingest_options *options;
	struct report *report;
	const volatile sig_atomic_t *stop;
	struct mb_store *store; /* NULL in a dry run without an index */
	struct mb_arena arena;  /* of the document at hand */
	struct aside aside;
	struct mb_arena run; /* of what lives as long as the run */
	struct targets targets;

	const struct target *target; /* the path at hand */
	int64_t root;                /* that it belongs to */
	struct seen seen;
	struct mb_buf path; /* of the entry at hand, in its root */
	bool is_unreadable; /* the path itself: nothing in it is gone */
};

/* Whether anything of this run is written. */
bool ingest_is_writing(const struct ingest *in);

/* What the walk came to.  Only what ends the run fails. */
int ingest_entry(struct ingest *in, const struct walk_entry *entry,
		 struct mb_err *err);

/*
 * Puts the document of @entry in its place once more: an item page whose
 * meeting came later (moved.h).  It was counted when it was first met.  If it
 * cannot be read any more, it stays as it is, and the next run sees what has
 * become of it.
 */
int ingest_again(void *user, int64_t root, const struct walk_entry *entry,
		 struct mb_err *err);

#endif
