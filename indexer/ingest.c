#include "ingest.h"

#include <unistd.h>

#include "ingest_state.h"
#include "moved.h"
#include "people_files.h"

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
	if (rc == MB_OK && ingest_is_writing(in))
		rc = moved_each(in->store, ingest_again, in, err);
	if (rc == MB_OK)
		rc = ingest_people(in, paths, n, err);
	if (rc != MB_OK || !ingest_is_writing(in))
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
