#include "ingest.h"

#include <unistd.h>

#include "aside.h"
#include "extract.h"
#include "fingerprint.h"
#include "minutebook/store_write.h"
#include "moved.h"
#include "people_files.h"
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

/* A scan that was passed over when nobody wanted its pictures to be read. */
static bool is_wanted_again(const struct ingest *in,
			    const struct mb_store_known *known)
{
	return in->options->reads_scans && known->is_scan;
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
	/* what was read so is read so again, lest it be lost */
	source.reads_scans = in->options->reads_scans || known->is_from_ocr;
	if (!is_wanted_again(in, known) &&
	    fingerprint_is_same_content(known, &source)) {
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
	is_untouched = !in->options->rehash && !is_wanted_again(in, &known) &&
		       fingerprint_is_untouched(&known, entry);
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
	if (entry->is_given) {
		in->is_unreadable = true;
		return MB_OK;
	}
	return seen_note_unreadable(&in->seen, entry->path, err);
}

static int ingest_entry(struct ingest *in, const struct walk_entry *entry,
			struct mb_err *err)
{
	switch (entry->kind) {
	case WALK_FILE:
		if (!entry->bundle && people_files_is_one(entry->path)) {
			in->report->n_skipped++;
			report_detail(in->report, entry->path,
				      MB_STR("the people file"));
			return MB_OK;
		}
		return ingest_file(in, entry, err);
	case WALK_UNREADABLE:
		return ingest_unreadable(in, entry, err);
	default:
		return skip(in, entry, entry->reason);
	}
}

/* --- one path given ---------------------------------------------------- */

static int begin_target(struct ingest *in, const struct target *target,
			struct mb_err *err)
{
	seen_begin(&in->seen);
	in->target = target;
	in->root = target->root;
	in->is_unreadable = target->is_missing;
	if (!in->store || target->inside.len > 0)
		return MB_OK;
	return mb_store_root(in->store, target->absolute,
			     mb_str_of(target->path), &in->root, err);
}

/* The entry's path in the root, of which the path given may be a part. */
static int place_entry(struct ingest *in, struct walk_entry *entry,
		       struct mb_err *err)
{
	struct mb_str inside = in->target->inside;

	if (inside.len == 0)
		return MB_OK;
	mb_buf_truncate(&in->path, 0);
	mb_buf_add(&in->path, inside);
	if (!entry->is_given) {
		mb_buf_add_char(&in->path, '/');
		mb_buf_add(&in->path, entry->path);
	}
	return mb_buf_finish(&in->path, &entry->path, err);
}

/* Whether a document of the root is in the path given. */
static bool is_inside(const struct ingest *in, struct mb_str path)
{
	struct mb_str inside = in->target->inside;

	return inside.len == 0 || mb_str_equal(path, inside) ||
	       (mb_str_starts(path, inside) && path.ptr[inside.len] == '/');
}

static int sweep_one(void *user, int64_t document, struct mb_str path,
		     struct mb_err *err)
{
	struct ingest *in = user;

	if (!is_inside(in, path) ||
	    seen_accounts_for(&in->seen, document, path))
		return MB_OK;
	in->report->n_removed++;
	report_detail(in->report, path,
		      in->options->dry_run ? MB_STR("would be removed")
					   : MB_STR("removed"));
	return in->options->dry_run ? MB_OK
				    : mb_store_remove(in->store, document, err);
}

/* Drops roots of earlier runs whose files have now been met in this one. */
static int take_in_roots(struct ingest *in, struct mb_err *err)
{
	size_t n;
	const struct target_root *root =
	    targets_within(&in->targets, in->target, &n);
	int rc = MB_OK;

	for (; n > 0 && rc == MB_OK; n--, root++) {
		if (root->id == in->root ||
		    !targets_reach(in->target->absolute, root->absolute))
			continue;
		report_detail(in->report, root->given,
			      MB_STR("is now part of a folder around it"));
		if (!in->options->dry_run)
			rc = mb_store_forget(in->store, root->id, err);
	}
	return rc;
}

/* Drops the documents of the path given that are no longer there. */
static int sweep(struct ingest *in, struct mb_err *err)
{
	int rc;

	if (!in->store || in->is_unreadable)
		return MB_OK;
	seen_sort(&in->seen);
	rc = mb_store_each(in->store, in->root, sweep_one, in, err);
	return rc == MB_OK ? take_in_roots(in, err) : rc;
}

static int ingest_target(struct ingest *in, const struct target *target,
			 struct mb_err *err)
{
	struct walk_entry entry;
	struct walk *walk;
	int rc = begin_target(in, target, err);

	if (rc == MB_OK)
		rc = walk_new(&target->path, 1, &walk, err);
	if (rc != MB_OK)
		return rc;
	while (rc == MB_OK && (rc = walk_next(walk, &entry, err)) > 0) {
		rc = place_entry(in, &entry, err);
		if (rc == MB_OK)
			rc = ingest_entry(in, &entry, err);
		if (rc == MB_OK && *in->stop)
			rc = mb_fail(err, MB_ESTOPPED, "stopped");
	}
	walk_free(walk);
	return rc == MB_OK ? sweep(in, err) : rc;
}

/* --- item pages whose meeting came later ------------------------------- */

/*
 * Puts the document of @entry in its place once more.  It was counted when it
 * was first met.  If it cannot be read any more, it stays as it is, and the
 * next run sees what has become of it.
 */
static int put_again(void *user, int64_t root, const struct walk_entry *entry,
		     struct mb_err *err)
{
	struct ingest *in = user;
	struct mb_store_file file = fingerprint_of(root, entry);
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
	if (rc == MB_OK && *in->stop)
		return mb_fail(err, MB_ESTOPPED, "stopped");
	return rc == MB_OK || mb_code_ends_run(rc) ? rc : MB_OK;
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

/* What is not there: an error of its own if there is nothing else. */
static int report_missing(struct ingest *in, struct mb_err *err)
{
	const struct targets *targets = &in->targets;

	if (targets->n == 0 && targets->n_missing == 1)
		return mb_fail(err, MB_ENOTFOUND,
			       "'%s': no such file or directory",
			       targets->missing[0]);
	for (size_t i = 0; i < targets->n_missing; i++) {
		report_problem(in->report, mb_str_of(targets->missing[i]),
			       MB_STR("no such file or directory"));
		in->report->n_failed++;
	}
	if (targets->n == 0 && targets->n_missing > 0)
		return mb_fail(err, MB_ENOTFOUND,
			       "none of the %zu paths is there",
			       targets->n_missing);
	return MB_OK;
}

static int ingest_people(struct ingest *in, const char *const *paths, size_t n,
			 struct mb_err *err)
{
	const struct people_files files = {
		.store = in->store,
		.report = in->report,
		.given = mb_str_of(in->options->people),
		.dry_run = in->options->dry_run,
	};
	int rc = MB_OK;

	for (size_t i = 0; i < n && rc == MB_OK; i++)
		rc = people_files_at_root(&files, paths[i], err);
	if (rc == MB_OK && in->options->people)
		rc = people_files_given(&files, err);
	return rc;
}

static int ingest_all(struct ingest *in, const char *const *paths, size_t n,
		      struct mb_err *err)
{
	int rc = targets_find(paths, n, in->store, &in->run, &in->targets, err);

	if (rc == MB_OK)
		rc = report_missing(in, err);
	if (rc == MB_OK)
		count_files(paths, n, in->report);
	for (size_t i = 0; i < in->targets.n && rc == MB_OK; i++)
		rc = ingest_target(in, &in->targets.items[i], err);
	if (rc == MB_OK && is_writing(in))
		rc = moved_each(in->store, put_again, in, err);
	if (rc == MB_OK)
		rc = ingest_people(in, paths, n, err);
	if (rc != MB_OK || !is_writing(in))
		return rc;
	rc = mb_store_join(in->store, err);
	return rc == MB_OK ? mb_store_resolve(in->store, err) : rc;
}

static bool any_is_there(const char *const *paths, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (access(paths[i], F_OK) == 0)
			return true;
	return false;
}

/* Nothing is made where there is nothing to put into it. */
static int open_store(struct ingest *in, const char *const *paths, size_t n,
		      struct mb_err *err)
{
	if (access(in->options->index, F_OK) != 0 &&
	    (in->options->dry_run || !any_is_there(paths, n)))
		return MB_OK;
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
	if (rc == MB_ESTOPPED &&
	    (mb_store_join(in->store, &ignored) != MB_OK ||
	     mb_store_resolve(in->store, &ignored) != MB_OK)) {
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
	struct mb_err own; /* why a document failed is read from it */
	int rc;

	if (!err)
		err = &own;
	report_progress(report);
	rc = open_store(&in, paths, n, err);
	if (rc == MB_OK) {
		in.aside = aside_of(options->index);
		rc = ingest_all(&in, paths, n, err);
		rc = close_store(&in, rc, err);
	}
	seen_release(&in.seen);
	mb_buf_release(&in.path);
	mb_arena_release(&in.run);
	mb_arena_release(&in.arena);
	return rc;
}
