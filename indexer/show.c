#include "show.h"

#include <string.h>

#include "aside.h"
#include "extract.h"
#include "output.h"
#include "walk.h"

/* Writes what a file comes to: its record, or the dump of a stage. */
struct printer {
	struct report *report;
	enum dump_stage stage;
	struct mb_arena arena;
	struct mb_buf out;
	bool is_closed; /* nobody reads what is printed */
};

static int write_record(struct printer *printer, struct source *source,
			struct mb_err *err)
{
	struct mb_json json = mb_json_to(&printer->out);
	struct mb_doc doc;
	int rc = extract_document(source, &printer->arena, &doc, err);

	if (rc == MB_OK) {
		mb_doc_write(&json, &doc);
		mb_buf_add_char(&printer->out, '\n');
	}
	return rc;
}

static int print_document(struct printer *printer, struct source *source,
			  struct mb_err *err)
{
	struct mb_str text;
	int rc;

	mb_buf_truncate(&printer->out, 0);
	if (printer->stage != DUMP_NONE)
		rc = extract_dump(source, printer->stage, &printer->arena,
				  &printer->out, err);
	else
		rc = write_record(printer, source, err);
	if (rc == MB_OK)
		rc = mb_buf_finish(&printer->out, &text, err);
	if (rc == MB_OK)
		rc = output_write(text, &printer->is_closed, err);
	return rc;
}

static int print_file(struct printer *printer, const struct walk_entry *entry,
		      struct mb_err *err)
{
	struct report *report = printer->report;
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

static int print_entry(struct printer *printer, const struct walk_entry *entry,
		       struct mb_err *err)
{
	static const struct aside no_index = { .has_index = false };
	struct report *report = printer->report;
	const char *reason = entry->kind == WALK_FILE
				 ? aside_reason(&no_index, entry)
				 : entry->reason;

	if (reason && entry->kind == WALK_FILE) {
		report_detail(report, entry->path, mb_str_of(reason));
		return MB_OK;
	}
	switch (entry->kind) {
	case WALK_FILE:
		return print_file(printer, entry, err);
	case WALK_UNREADABLE:
		report->n_failed++;
		report_problem(report, entry->path, mb_str_of(entry->reason));
		return MB_OK;
	default:
		report_detail(report, entry->path, mb_str_of(entry->reason));
		return MB_OK;
	}
}

static int print_all(struct printer *printer, const char *const *paths,
		     size_t n, const volatile sig_atomic_t *stop,
		     struct mb_err *err)
{
	struct walk_entry entry;
	struct walk *walk;
	int rc = walk_new(paths, n, &walk, err);

	if (rc != MB_OK)
		return rc;
	while (rc == MB_OK && !printer->is_closed &&
	       (rc = walk_next(walk, &entry, err)) > 0) {
		rc = print_entry(printer, &entry, err);
		if (rc == MB_OK && *stop)
			rc = mb_fail(err, MB_ESTOPPED, "stopped");
	}
	walk_free(walk);
	mb_buf_release(&printer->out);
	mb_arena_release(&printer->arena);
	return rc;
}

int show_records(const char *const *paths, size_t n, struct report *report,
		 const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct printer printer = { .report = report, .stage = DUMP_NONE };

	return print_all(&printer, paths, n, stop, err);
}

int show_stage(const char *stage, const char *const *paths, size_t n,
	       struct report *report, const volatile sig_atomic_t *stop,
	       struct mb_err *err)
{
	struct printer printer = { .report = report, .stage = DUMP_NONE };

	if (!strcmp(stage, "lines"))
		printer.stage = DUMP_LINES;
	else if (!strcmp(stage, "blocks"))
		printer.stage = DUMP_BLOCKS;
	else if (strcmp(stage, "meeting") != 0)
		return mb_fail(err, MB_EUSAGE,
			       "unknown stage '%s': lines, blocks or meeting",
			       stage);
	return print_all(&printer, paths, n, stop, err);
}
