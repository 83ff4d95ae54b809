#include "ingest.h"

#include <stdlib.h>
#include <unistd.h>

#include "aside.h"
#include "extract.h"
#include "fingerprint.h"
#include "minutebook/store_write.h"
#include "seen.h"
#include "walk.h"

struct ingest {
	const struct ingest_options *options;
	struct report *report;
	const volatile sig_atomic_t *stop;
	struct mb_store *store; /* NULL in a dry run without an index */
	struct mb_arena arena;  /* of the document at hand */
	struct aside aside;

	int64_t root; /* of the path at hand */
	struct seen seen;
	bool root_failed;
};

static bool is_writing(const struct ingest *in)
{
	return in->store && !in->options->dry_run;
}

/* --- one file ---------------------------------------------------------- */

static void count_unchanged(struct ingest *in,
			    const struct mb_store_known *known,
			    struct mb_str path)
{
	if (known->is_failed) {
		in->report->n_failed++;
		report_problem(in->report, path, mb_str_of(known->failure.msg));
	} else {
		in->report->n_unchanged++;
	}
}

/* Records a failure of this document only; a run's failure is returned. */
static int fail_document(struct ingest *in, const struct mb_store_file *file,
			 int rc, struct mb_err *err)
{
	struct mb_err why = *err;

	if (mb_code_ends_run(rc))
		return rc;
	in->report->n_failed++;
	report_problem(in->report, file->path, mb_str_of(why.msg));
	if (!is_writing(in))
		return MB_OK;
	return mb_store_put_failed(in->store, file, mb_str_of(why.msg), err);
}

static int index_document(struct ingest *in, const struct mb_store_file *file,
			  struct source *source, struct mb_err *err)
{
	struct mb_doc doc;
	int rc = extract_document(source, &in->arena, &doc, err);

	if (rc == MB_OK && is_writing(in))
		rc = mb_store_put(in->store, file, &doc, err);
	return rc;
}

/*
 * A file that may have changed: read, compared by content, and taken in.
 * Three ends: unchanged, indexed, or failed with a reason.
 */
static int take_in(struct ingest *in, const struct walk_entry *entry,
		   const struct mb_store_known *known, struct mb_err *err)
{
	struct mb_store_file file = fingerprint_of(in->root, entry);
	struct source source = { .path = entry->path };
	int rc = source_read(entry, &in->arena, &source, err);

	if (rc != MB_OK)
		return fail_document(in, &file, rc, err);
	file.path = source.path;
	file.hash = source.hash;
	if (fingerprint_is_same_content(known, &source)) {
		count_unchanged(in, known, source.path);
		if (in->options->dry_run)
			return MB_OK;
		return mb_store_touch(in->store, known->document, &file, err);
	}
	rc = index_document(in, &file, &source, err);
	if (rc != MB_OK)
		return fail_document(in, &file, rc, err);
	in->report->n_indexed++;
	report_detail(in->report, source.path,
		      in->options->dry_run ? MB_STR("would be indexed")
					   : MB_STR("indexed"));
	return MB_OK;
}

/* Notes the document of @path; one that was put again has another id now. */
static int note_document(struct ingest *in, struct mb_str path,
			 struct mb_err *err)
{
	struct mb_store_known known = { .is_known = false };
	int rc = mb_store_find(in->store, in->root, path, &known, err);

	if (rc == MB_OK && known.is_known)
		rc = seen_note(&in->seen, known.document, err);
	return rc;
}

static int skip(struct ingest *in, const struct walk_entry *entry,
		const char *reason)
{
	in->report->n_skipped++;
	report_detail(in->report, entry->path, mb_str_of(reason));
	return MB_OK;
}

/* The whole way of one file: looked up, taken in if it changed, noted. */
static int ingest_file(struct ingest *in, const struct walk_entry *entry,
		       struct mb_err *err)
{
	struct mb_store_known known = { .is_known = false };
	bool is_untouched;
	const char *reason = NULL;
	int rc = MB_OK;

	if (in->store)
		rc = mb_store_find(in->store, in->root, entry->path, &known,
				   err);
	if (rc != MB_OK)
		return rc;
	is_untouched =
	    !in->options->rehash && fingerprint_is_untouched(&known, entry);
	if (!is_untouched || known.is_failed)
		reason = aside_reason(&in->aside, entry);
	if (reason)
		return skip(in, entry, reason);
	in->report->n_seen++;
	report_progress(in->report);
	if (known.is_known && in->options->dry_run)
		rc = seen_note(&in->seen, known.document, err);
	if (rc == MB_OK && is_untouched)
		count_unchanged(in, &known, entry->path);
	else if (rc == MB_OK)
		rc = take_in(in, entry, &known, err);
	mb_arena_reset(&in->arena);
	if (rc == MB_OK && is_writing(in))
		rc = note_document(in, entry->path, err);
	return rc;
}

static int ingest_unreadable_file(struct ingest *in,
				  const struct walk_entry *entry,
				  struct mb_err *err)
{
	struct mb_store_file file = fingerprint_of(in->root, entry);
	int rc;

	mb_fail(err, MB_EIO, "%s", entry->reason);
	in->report->n_seen++;
	rc = fail_document(in, &file, MB_EIO, err);
	if (rc == MB_OK && is_writing(in))
		rc = note_document(in, entry->path, err);
	return rc;
}

/* What the walk could not look into; what was in it is not gone. */
static int ingest_unreadable(struct ingest *in, const struct walk_entry *entry,
			     struct mb_err *err)
{
	if (!entry->is_folder)
		return ingest_unreadable_file(in, entry, err);
	report_problem(in->report, entry->path, mb_str_of(entry->reason));
	in->report->n_failed++;
	if (entry->dir < 0 && entry->name == NULL)
		return MB_OK;
	return seen_note_unreadable(&in->seen, entry->path, err);
}

static int ingest_entry(struct ingest *in, const struct walk_entry *entry,
			struct mb_err *err)
{
	switch (entry->kind) {
	case WALK_FILE:
		return ingest_file(in, entry, err);
	case WALK_UNREADABLE:
		return ingest_unreadable(in, entry, err);
	default:
		return skip(in, entry, entry->reason);
	}
}

/* --- one root ---------------------------------------------------------- */

/* The root that a path given stands for, by its real place. */
static int begin_root(struct ingest *in, const char *path, struct mb_err *err)
{
	char *real = realpath(path, NULL);
	int rc = MB_OK;

	seen_begin(&in->seen);
	in->root_failed = real == NULL;
	if (in->store)
		rc = mb_store_root(in->store, mb_str_of(real ? real : path),
				   mb_str_of(path), &in->root, err);
	free(real);
	return rc;
}

static int sweep_one(void *user, int64_t document, struct mb_str path,
		     struct mb_err *err)
{
	struct ingest *in = user;

	if (seen_accounts_for(&in->seen, document, path))
		return MB_OK;
	in->report->n_removed++;
	report_detail(in->report, path,
		      in->options->dry_run ? MB_STR("would be removed")
					   : MB_STR("removed"));
	return in->options->dry_run ? MB_OK
				    : mb_store_remove(in->store, document, err);
}

/* Drops the documents of the root that are no longer there. */
static int sweep(struct ingest *in, struct mb_err *err)
{
	if (!in->store || in->root_failed)
		return MB_OK;
	seen_sort(&in->seen);
	return mb_store_each(in->store, in->root, sweep_one, in, err);
}

static int ingest_root(struct ingest *in, const char *path, struct mb_err *err)
{
	struct walk_entry entry;
	struct walk *walk;
	int rc = begin_root(in, path, err);

	if (rc == MB_OK)
		rc = walk_new(&path, 1, &walk, err);
	if (rc != MB_OK)
		return rc;
	while (rc == MB_OK && (rc = walk_next(walk, &entry, err)) > 0) {
		rc = ingest_entry(in, &entry, err);
		if (rc == MB_OK && *in->stop)
			rc = mb_fail(err, MB_ESTOPPED, "stopped");
	}
	walk_free(walk);
	return rc == MB_OK ? sweep(in, err) : rc;
}

/* --- item pages whose meeting came later ------------------------------- */

struct place {
	int64_t root;
	struct mb_str path;
};

struct again {
	struct mb_arena arena;
	struct place *places;
	size_t n, capacity;
};

static int note_again(void *user, int64_t document, int64_t root,
		      struct mb_str path, struct mb_err *err)
{
	struct again *again = user;
	struct place *moved =
	    mb_arena_grow(&again->arena, again->places, again->n,
			  &again->capacity, sizeof(*moved));

	(void)document;
	if (!moved)
		return mb_fail_nomem(err);
	again->places = moved;
	again->places[again->n].root = root;
	return mb_arena_copy(&again->arena, path,
			     &again->places[again->n++].path, err);
}

/* Adds the path of @place, below the path of its root, with its NUL. */
static void add_place(struct mb_buf *path, const char *root,
		      const struct place *place)
{
	if (!mb_str_equal(place->path, mb_str_of(root))) { /* not a file */
		mb_buf_add(path, mb_str_of(root));
		mb_buf_add_char(path, '/');
	}
	mb_buf_add(path, place->path);
	mb_buf_add_char(path, '\0');
}

/*
 * Puts the document of @entry in its place once more.  It was counted when it
 * was first met.  If it cannot be read any more, it stays as it is, and the
 * next run sees what has become of it.
 */
static int put_again(struct ingest *in, const struct walk_entry *entry,
		     struct mb_err *err)
{
	struct mb_store_file file = fingerprint_of(in->root, entry);
	struct source source = { .path = entry->path };
	int rc = source_read(entry, &in->arena, &source, err);

	file.path = source.path;
	file.hash = source.hash;
	if (rc == MB_OK)
		rc = index_document(in, &file, &source, err);
	if (rc == MB_OK)
		report_detail(in->report, file.path,
			      MB_STR("moved to its meeting"));
	mb_arena_reset(&in->arena);
	return rc == MB_OK || mb_code_ends_run(rc) ? rc : MB_OK;
}

/* Finds one file again, now that its meeting can be found. */
static int take_again(struct ingest *in, const char *path,
		      const struct place *place, struct mb_err *err)
{
	struct walk_entry entry;
	struct walk *walk;
	int rc = walk_new(&path, 1, &walk, err);

	if (rc != MB_OK)
		return rc;
	rc = walk_next(walk, &entry, err);
	if (rc > 0 && entry.kind == WALK_FILE) {
		entry.path = place->path;
		in->root = place->root;
		rc = put_again(in, &entry, err);
	}
	walk_free(walk);
	return rc < 0 ? rc : MB_OK;
}

static int place_again(struct ingest *in, const char *root,
		       const struct place *place, struct mb_err *err)
{
	struct mb_buf path = MB_BUF_INIT;
	int rc;

	add_place(&path, root, place);
	rc = path.has_failed ? mb_fail_nomem(err)
			     : take_again(in, path.ptr, place, err);
	mb_buf_release(&path);
	return rc;
}

/* Puts the misplaced pages of the root at hand, whose path is @path. */
static int place_all_again(struct ingest *in, const char *path,
			   struct mb_err *err)
{
	struct again again = { .arena = MB_ARENA_INIT };
	int64_t root = in->root;
	int rc = mb_store_misplaced(in->store, note_again, &again, err);

	for (size_t i = 0; i < again.n && rc == MB_OK; i++) {
		if (again.places[i].root == root)
			rc = place_again(in, path, &again.places[i], err);
		if (rc == MB_OK && *in->stop)
			rc = mb_fail(err, MB_ESTOPPED, "stopped");
	}
	mb_arena_release(&again.arena);
	return rc;
}

/* --- the run ----------------------------------------------------------- */

static void count_files(const char *const *paths, size_t n,
			struct report *report)
{
	struct walk_entry entry;
	struct walk *walk;

	if (!report->is_terminal || report->is_quiet ||
	    walk_new(paths, n, &walk, NULL) != MB_OK)
		return;
	while (walk_next(walk, &entry, NULL) > 0)
		report->n_total += entry.kind == WALK_FILE;
	walk_free(walk);
}

static int ingest_all(struct ingest *in, const char *const *paths, size_t n,
		      struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < n && rc == MB_OK; i++)
		rc = ingest_root(in, paths[i], err);
	if (rc != MB_OK || !is_writing(in))
		return rc;
	for (size_t i = 0; i < n && rc == MB_OK; i++) {
		rc = begin_root(in, paths[i], err);
		if (rc == MB_OK)
			rc = place_all_again(in, paths[i], err);
	}
	return rc == MB_OK ? mb_store_join(in->store, err) : rc;
}

static int open_store(struct ingest *in, struct mb_err *err)
{
	if (in->options->dry_run && access(in->options->index, F_OK) != 0)
		return MB_OK; /* there is nothing to compare with */
	return mb_store_open(in->options->index, &in->store, err);
}

/* After a stop what was taken in is kept and made consistent. */
static int close_store(struct ingest *in, int rc, struct mb_err *err)
{
	struct mb_err ignored;
	int closed;

	if (!in->store)
		return rc;
	if (in->options->dry_run || (rc != MB_OK && rc != MB_ESTOPPED)) {
		mb_store_abandon(in->store);
		return rc;
	}
	if (rc == MB_ESTOPPED && mb_store_join(in->store, &ignored) != MB_OK) {
		mb_store_abandon(in->store);
		return rc;
	}
	closed = mb_store_close(in->store, rc == MB_OK ? err : &ignored);
	return rc == MB_OK ? closed : rc;
}

int ingest_run(const struct ingest_options *options, const char *const *paths,
	       size_t n, struct report *report,
	       const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct ingest in = { .options = options,
			     .report = report,
			     .stop = stop };
	int rc;

	report_progress(report);
	rc = open_store(&in, err);
	if (rc == MB_OK) {
		in.aside = aside_of(options->index);
		count_files(paths, n, report);
		rc = ingest_all(&in, paths, n, err);
		rc = close_store(&in, rc, err);
	}
	seen_release(&in.seen);
	mb_arena_release(&in.arena);
	return rc;
}
