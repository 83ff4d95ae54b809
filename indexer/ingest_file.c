#include "ingest_state.h"

#include "extract.h"
#include "fingerprint.h"
#include "people_files.h"

bool ingest_is_writing(const struct ingest *in)
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
	if (!ingest_is_writing(in))
		return MB_OK;
	return mb_store_put_failed(in->store, file, mb_str_of(why.msg), err);
}

static int index_document(struct ingest *in, const struct mb_store_file *file,
			  struct source *source, struct mb_err *err)
{
	struct mb_doc doc;
	int rc = extract_document(source, &in->arena, &doc, err);

	if (rc == MB_OK && ingest_is_writing(in))
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
	if (rc == MB_OK && ingest_is_writing(in))
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
	if (rc == MB_OK && ingest_is_writing(in))
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

int ingest_entry(struct ingest *in, const struct walk_entry *entry,
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

int ingest_again(void *user, int64_t root, const struct walk_entry *entry,
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
