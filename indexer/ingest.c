#include "ingest.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "extract.h"
#include "minutebook/store_write.h"
#include "walk.h"

/* A file changed so recently may change again within the same time stamp. */
#define RACY_NS ((int64_t)2 * 1000000000)

/* Documents of a root that this run has met, or could not look for. */
struct seen {
	int64_t *items; /* owned */
	size_t n, capacity;
};

struct ingest {
	const struct ingest_options *options;
	struct report *report;
	const volatile sig_atomic_t *stop;
	struct mb_store *store; /* NULL in a dry run without an index */
	struct mb_arena arena;  /* of the document at hand */

	int64_t root; /* of the path at hand */
	struct seen seen;
	struct mb_buf unreadable; /* folders, each with a NUL behind it */
	bool root_failed;
};

/* --- what has been seen ------------------------------------------------ */

static int note_seen(struct seen *seen, int64_t document, struct mb_err *err)
{
	if (seen->n == seen->capacity) {
		size_t capacity = seen->capacity > 0 ? seen->capacity * 2 : 256;
		int64_t *moved =
		    realloc(seen->items, capacity * sizeof(*moved));

		if (!moved)
			return mb_fail_nomem(err);
		seen->items = moved;
		seen->capacity = capacity;
	}
	seen->items[seen->n++] = document;
	return MB_OK;
}

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static bool was_seen(const struct seen *seen, int64_t document)
{
	return seen->n > 0 &&
	       bsearch(&document, seen->items, seen->n, sizeof(*seen->items),
		       compare_ids) != NULL;
}

/* Whether @path lies in a folder that could not be read. */
static bool is_unknown(const struct ingest *in, struct mb_str path)
{
	struct mb_str folders = mb_buf_str(&in->unreadable);

	while (folders.len > 0) {
		struct mb_cut cut = mb_str_cut(folders, '\0');

		if (mb_str_starts(path, cut.head) && path.len > cut.head.len &&
		    path.ptr[cut.head.len] == '/')
			return true;
		folders = cut.tail;
	}
	return false;
}

/* --- one file ---------------------------------------------------------- */

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static struct mb_store_file file_of(const struct ingest *in,
				    const struct walk_entry *entry)
{
	struct mb_store_file file = {
		.root = in->root,
		.path = entry->path,
		.size_bytes = entry->size_bytes,
		.mtime_ns = entry->mtime_ns,
		.ctime_ns = entry->ctime_ns,
		.inode = entry->inode,
	};

	if (now_ns() - entry->ctime_ns < RACY_NS)
		file.ctime_ns = -1; /* look at its content next time */
	return file;
}

/* Whether the file is as it was, by its times and size. */
static bool is_untouched(const struct mb_store_known *known,
			 const struct walk_entry *entry)
{
	return known->is_known && known->is_current &&
	       known->size_bytes == entry->size_bytes &&
	       known->mtime_ns == entry->mtime_ns &&
	       known->ctime_ns == entry->ctime_ns &&
	       known->inode == entry->inode;
}

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
	if (!in->store || in->options->dry_run)
		return MB_OK;
	return mb_store_put_failed(in->store, file, mb_str_of(why.msg), err);
}

static int index_document(struct ingest *in, const struct mb_store_file *file,
			  struct source *source, struct mb_err *err)
{
	struct mb_doc doc;
	int rc = extract_document(source, &in->arena, &doc, err);

	if (rc == MB_OK && in->store && !in->options->dry_run)
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
	struct mb_store_file file = file_of(in, entry);
	struct source source = { .path = entry->path };
	int rc = source_read(entry, &in->arena, &source, err);

	if (rc != MB_OK)
		return fail_document(in, &file, rc, err);
	file.path = source.path;
	file.hash = source.hash;
	if (known->is_known && known->is_current && known->has_hash &&
	    memcmp(known->hash, source.hash, sizeof(known->hash)) == 0) {
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

static int ingest_file(struct ingest *in, const struct walk_entry *entry,
		       struct mb_err *err)
{
	struct mb_store_known known = { .is_known = false };
	int rc = MB_OK;

	in->report->n_seen++;
	report_progress(in->report);
	if (in->store)
		rc = mb_store_find(in->store, in->root, entry->path, &known,
				   err);
	if (rc == MB_OK && known.is_known && in->options->dry_run)
		rc = note_seen(&in->seen, known.document, err);
	if (rc != MB_OK)
		return rc;
	if (!in->options->rehash && is_untouched(&known, entry))
		count_unchanged(in, &known, entry->path);
	else
		rc = take_in(in, entry, &known, err);
	mb_arena_reset(&in->arena);
	if (rc != MB_OK || !in->store || in->options->dry_run)
		return rc;
	/* a document that was put again has another id now */
	rc = mb_store_find(in->store, in->root, entry->path, &known, err);
	if (rc == MB_OK && known.is_known)
		rc = note_seen(&in->seen, known.document, err);
	return rc;
}

/* What the walk could not look into; what was in it is not gone. */
static int ingest_unreadable(struct ingest *in, const struct walk_entry *entry,
			     struct mb_err *err)
{
	struct mb_store_file file = file_of(in, entry);
	struct mb_store_known known;
	int rc;

	if (!entry->is_folder) {
		mb_fail(err, MB_EIO, "%s", entry->reason);
		in->report->n_seen++;
		rc = fail_document(in, &file, MB_EIO, err);
		if (rc != MB_OK || !in->store || in->options->dry_run)
			return rc;
		rc = mb_store_find(in->store, in->root, entry->path, &known,
				   err);
		if (rc == MB_OK && known.is_known)
			rc = note_seen(&in->seen, known.document, err);
		return rc;
	}
	report_problem(in->report, entry->path, mb_str_of(entry->reason));
	in->report->n_failed++;
	if (entry->dir < 0 && entry->name == NULL)
		return MB_OK;
	mb_buf_add(&in->unreadable, entry->path);
	mb_buf_add_char(&in->unreadable, '\0');
	return in->unreadable.has_failed ? mb_fail_nomem(err) : MB_OK;
}

/* --- one root ---------------------------------------------------------- */

static int sweep_one(void *user, int64_t document, struct mb_str path,
		     struct mb_err *err)
{
	struct ingest *in = user;

	if (was_seen(&in->seen, document) || is_unknown(in, path))
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
	if (in->seen.n > 1)
		qsort(in->seen.items, in->seen.n, sizeof(*in->seen.items),
		      compare_ids);
	return mb_store_each(in->store, in->root, sweep_one, in, err);
}

/* The root that a path given stands for, by its real place. */
static int begin_root(struct ingest *in, const char *path, struct mb_err *err)
{
	char *real = realpath(path, NULL);
	int rc = MB_OK;

	in->seen.n = 0;
	mb_buf_truncate(&in->unreadable, 0);
	in->root_failed = real == NULL;
	if (in->store)
		rc = mb_store_root(in->store, mb_str_of(real ? real : path),
				   mb_str_of(path), &in->root, err);
	free(real);
	return rc;
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
		in->report->n_skipped++;
		report_detail(in->report, entry->path,
			      mb_str_of(entry->reason));
		return MB_OK;
	}
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

struct again {
	struct mb_arena arena;
	struct place {
		int64_t root;
		struct mb_str path;
	} * places;
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

/* Reads one file of @root again, now that its meeting can be found. */
static int take_again(struct ingest *in, const char *root,
		      const struct place *place, struct mb_err *err)
{
	struct mb_store_known none = { .is_known = false };
	struct mb_buf path = MB_BUF_INIT;
	struct walk_entry entry;
	struct walk *walk;
	const char *full;
	int rc;

	if (!mb_str_equal(place->path, mb_str_of(root))) { /* not a file */
		mb_buf_add(&path, mb_str_of(root));
		mb_buf_add_char(&path, '/');
	}
	mb_buf_add(&path, place->path);
	mb_buf_add_char(&path, '\0');
	full = path.ptr;
	rc = path.has_failed ? mb_fail_nomem(err)
			     : walk_new(&full, 1, &walk, err);
	if (rc != MB_OK) {
		mb_buf_release(&path);
		return rc;
	}
	rc = walk_next(walk, &entry, err);
	if (rc > 0 && entry.kind == WALK_FILE) {
		uint64_t n_indexed = in->report->n_indexed;

		entry.path = place->path;
		in->root = place->root;
		rc = take_in(in, &entry, &none, err);
		in->report->n_indexed = n_indexed; /* it was counted once */
		mb_arena_reset(&in->arena);
	}
	walk_free(walk);
	mb_buf_release(&path);
	return rc < 0 ? rc : MB_OK;
}

static int place_again(struct ingest *in, const char *root_path, int64_t root,
		       struct mb_err *err)
{
	struct again again = { .arena = MB_ARENA_INIT };
	int rc = mb_store_misplaced(in->store, note_again, &again, err);

	for (size_t i = 0; i < again.n && rc == MB_OK; i++)
		if (again.places[i].root == root)
			rc = take_again(in, root_path, &again.places[i], err);
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
	if (rc != MB_OK || !in->store || in->options->dry_run)
		return rc;
	for (size_t i = 0; i < n && rc == MB_OK; i++) {
		rc = begin_root(in, paths[i], err);
		if (rc == MB_OK)
			rc = place_again(in, paths[i], in->root, err);
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
		count_files(paths, n, report);
		rc = ingest_all(&in, paths, n, err);
		rc = close_store(&in, rc, err);
	}
	free(in.seen.items);
	mb_buf_release(&in.unreadable);
	mb_arena_release(&in.arena);
	return rc;
}

/* --- without an index -------------------------------------------------- */

/* Writes what a file comes to: its record, or the dump of a stage. */
struct printer {
	enum dump_stage stage;
	struct mb_arena arena;
	struct mb_buf out;
};

static int print_document(struct printer *printer, struct source *source,
			  struct mb_err *err)
{
	struct mb_json json = mb_json_to(&printer->out);
	struct mb_str text;
	struct mb_doc doc;
	int rc;

	mb_buf_truncate(&printer->out, 0);
	if (printer->stage != DUMP_NONE) {
		rc = extract_dump(source, printer->stage, &printer->arena,
				  &printer->out, err);
	} else {
		rc = extract_document(source, &printer->arena, &doc, err);
		if (rc == MB_OK) {
			mb_doc_write(&json, &doc);
			mb_buf_add_char(&printer->out, '\n');
		}
	}
	if (rc == MB_OK)
		rc = mb_buf_finish(&printer->out, &text, err);
	if (rc == MB_OK && fwrite(text.ptr, 1, text.len, stdout) != text.len)
		return mb_fail(err, MB_ESTORE, "standard output is full");
	return rc;
}

static int print_file(struct printer *printer, const struct walk_entry *entry,
		      struct report *report, struct mb_err *err)
{
	struct source source;
	int rc = source_read(entry, &printer->arena, &source, err);

	report->n_seen++;
	if (rc == MB_OK)
		rc = print_document(printer, &source, err);
	if (rc != MB_OK && !mb_code_ends_run(rc)) {
		report->n_failed++;
		report_problem(report, entry->path, mb_str_of(err->msg));
		rc = MB_OK;
	}
	mb_arena_reset(&printer->arena);
	return rc;
}

static int print_all(struct printer *printer, const char *const *paths,
		     size_t n, struct report *report,
		     const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct walk_entry entry;
	struct walk *walk;
	int rc = walk_new(paths, n, &walk, err);

	if (rc != MB_OK)
		return rc;
	while (rc == MB_OK && !(stop && *stop) &&
	       (rc = walk_next(walk, &entry, err)) > 0) {
		rc = MB_OK;
		if (entry.kind == WALK_FILE) {
			rc = print_file(printer, &entry, report, err);
		} else if (entry.kind == WALK_UNREADABLE) {
			report->n_failed++;
			report_problem(report, entry.path,
				       mb_str_of(entry.reason));
		} else {
			report_detail(report, entry.path,
				      mb_str_of(entry.reason));
		}
	}
	walk_free(walk);
	mb_buf_release(&printer->out);
	mb_arena_release(&printer->arena);
	return rc;
}

int ingest_extract(const char *const *paths, size_t n, struct report *report,
		   const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct printer printer = { .stage = DUMP_NONE };

	return print_all(&printer, paths, n, report, stop, err);
}

int ingest_dump(const char *stage, const char *const *paths, size_t n,
		struct report *report, struct mb_err *err)
{
	struct printer printer = { .stage = DUMP_NONE };

	if (!strcmp(stage, "lines"))
		printer.stage = DUMP_LINES;
	else if (!strcmp(stage, "blocks"))
		printer.stage = DUMP_BLOCKS;
	else if (strcmp(stage, "meeting") != 0)
		return mb_fail(err, MB_EUSAGE,
			       "unknown stage '%s': lines, blocks or meeting",
			       stage);
	return print_all(&printer, paths, n, report, NULL, err);
}
