#include "forget.h"

#include <unistd.h>

#include "minutebook/store_write.h"
#include "targets.h"

struct forget {
	const struct ingest_options *options;
	struct report *report;
	struct mb_store *store;
	struct mb_arena arena;
};

static int count_one(void *user, int64_t document, struct mb_str path,
		     struct mb_err *err)
{
	struct forget *forget = user;

	(void)document;
	(void)err;
	forget->report->n_removed++;
	report_detail(forget->report, path,
		      forget->options->dry_run ? MB_STR("would be removed")
					       : MB_STR("removed"));
	return MB_OK;
}

static int forget_one(struct forget *forget, const struct targets *targets,
		      const char *path, struct mb_err *err)
{
	const struct target_root *root =
	    targets_root(targets, path, &forget->arena);
	int rc;

	if (!root)
		return mb_fail(err, MB_ENOTFOUND,
			       "'%s' was never given to be indexed into this "
			       "index",
			       path);
	rc = mb_store_each(forget->store, root->id, count_one, forget, err);
	return rc == MB_OK ? mb_store_forget(forget->store, root->id, err) : rc;
}

static int forget_all(struct forget *forget, const char *const *paths, size_t n,
		      struct mb_err *err)
{
	struct targets targets;
	int rc =
	    targets_find(NULL, 0, forget->store, &forget->arena, &targets, err);

	for (size_t i = 0; i < n && rc == MB_OK; i++)
		rc = forget_one(forget, &targets, paths[i], err);
	if (rc == MB_OK)
		rc = mb_store_join(forget->store, err);
	return rc == MB_OK ? mb_store_resolve(forget->store, err) : rc;
}

int forget_run(const struct ingest_options *options, const char *const *paths,
	       size_t n, struct report *report, struct mb_err *err)
{
	struct forget forget = { .options = options, .report = report };
	int rc;

	if (access(options->index, F_OK) != 0)
		return mb_fail(err, MB_ENOTFOUND,
			       "'%s': there is no such index", options->index);
	rc = mb_store_open(options->index, &forget.store, err);
	if (rc != MB_OK)
		return rc;
	rc = forget_all(&forget, paths, n, err);
	if (rc == MB_OK && !options->dry_run)
		rc = mb_store_close(forget.store, err);
	else
		mb_store_abandon(forget.store);
	mb_arena_release(&forget.arena);
	return rc;
}
