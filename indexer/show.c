#include "show.h"

#include <string.h>

#include "aside.h"
#include "check_print.h"
#include "extract.h"
#include "minutebook/doc_people.h"
#include "output.h"
#include "walk.h"

/* Writes what a file comes to: its record, a dump of a stage, or a check. */
struct printer {
	struct report *report;
	enum dump_stage stage;
	struct check_totals *totals; /* when it is checked, else NULL */
	struct mb_arena arena;
	struct mb_buf out;
	bool reads_scans;
	bool is_closed; /* nobody reads what is printed */
};

static int write_record(struct printer *printer, struct source *source,
			struct mb_err *err)
{
	struct mb_json json = mb_json_to(&printer->out);
	struct mb_doc doc;
	int rc = extract_document(source, &printer->arena, &doc, err);

	if (rc == MB_OK)
		rc = mb_doc_resolve(&doc, &printer->arena, err);
	if (rc == MB_OK) {
		mb_doc_write(&json, &doc);
		mb_buf_add_char(&printer->out, '\n');
	}
	return rc;
}

static int write_check(struct printer *printer, struct source *source,
		       struct mb_err *err)
{
	struct mb_doc doc;
	struct check check;
	int rc = extract_document(source, &printer->arena, &doc, err);

	if (rc == MB_OK) {
		check = check_of(&doc);
		check_add(printer->totals, &check);
		check_print(&printer->out, &check);
	}
	return rc;
}

/* Prints what has been written. */
static int print_out(struct printer *printer, struct mb_err *err)
{
	struct mb_str text;
	int rc = mb_buf_finish(&printer->out, &text, err);

	return rc == MB_OK ? output_write(text, &printer->is_closed, err) : rc;
}

static int print_document(struct printer *printer, struct source *source,
			  struct mb_err *err)
{
	int rc;

	mb_buf_truncate(&printer->out, 0);
	if (printer->totals)
		rc = write_check(printer, source, err);
	else if (printer->stage != DUMP_NONE)
		rc = extract_dump(source, printer->stage, &printer->arena,
				  &printer->out, err);
	else
		rc = write_record(printer, source, err);
	return rc == MB_OK ? print_out(printer, err) : rc;
}

/* A file that fails is a part of what is checked; else it is only reported. */
static int print_failure(struct printer *printer, struct mb_str path,
			 struct mb_str reason, struct mb_err *err)
{
	printer->report->n_failed++;
	if (!printer->totals) {
		report_problem(printer->report, path, reason);
		return MB_OK;
	}
	mb_buf_truncate(&printer->out, 0);
	check_add_unread(printer->totals);
	check_print_unread(&printer->out, path, reason);
	return print_out(printer, err);
}

static int print_file(struct printer *printer, const struct walk_entry *entry,
		      struct mb_err *err)
{
	struct report *report = printer->report;
	struct source source;
	int rc = source_read(entry, &printer->arena, &source, err);

	source.reads_scans = printer->reads_scans;
	report->n_seen++;
	if (rc == MB_OK)
		rc = print_document(printer, &source, err);
	if (rc != MB_OK && !mb_code_ends_run(rc)) {
		struct mb_err why = *err;

		rc = print_failure(printer, entry->path, mb_str_of(why.msg),
				   err);
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
		return print_failure(printer, entry->path,
				     mb_str_of(entry->reason), err);
	default:
		report_detail(report, entry->path, mb_str_of(entry->reason));
		return MB_OK;
	}
}

static int print_all(struct printer *printer, const struct show_files *files,
		     const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct walk_entry entry;
	struct walk *walk;
	struct mb_err own; /* why a document failed is read from it */
	int rc = walk_new(files->paths, files->n, &walk, err);

	if (rc != MB_OK)
		return rc;
	if (!err)
		err = &own;
	printer->reads_scans = files->reads_scans;
	while (rc == MB_OK && !printer->is_closed &&
	       (rc = walk_next(walk, &entry, err)) > 0) {
		rc = print_entry(printer, &entry, err);
		if (rc == MB_OK && *stop)
			rc = mb_fail(err, MB_ESTOPPED, "stopped");
	}
	walk_free(walk);
	if (rc == MB_OK && printer->totals) {
		mb_buf_truncate(&printer->out, 0);
		check_print_totals(&printer->out, printer->totals);
		rc = print_out(printer, err);
	}
	mb_buf_release(&printer->out);
	mb_arena_release(&printer->arena);
	return rc;
}

int show_records(const struct show_files *files, struct report *report,
		 const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct printer printer = { .report = report, .stage = DUMP_NONE };

	return print_all(&printer, files, stop, err);
}

int show_stage(const char *stage, const struct show_files *files,
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
	return print_all(&printer, files, stop, err);
}

int show_checks(const struct show_files *files, struct report *report,
		const volatile sig_atomic_t *stop, struct mb_err *err)
{
	struct check_totals totals = { .n_verdicts = { 0 } };
	struct printer printer = { .report = report, .totals = &totals };

	return print_all(&printer, files, stop, err);
}
