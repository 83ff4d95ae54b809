#include "people.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "distinctive.h"
#include "merges.h"
#include "minutebook/text.h"
#include "name_value.h"
#include "popolo.h"
#include "sheet.h"
#include "terminal.h"

/* Lists are cut there unless -n says otherwise. */
#define DEFAULT_ROWS 25

/* The columns of MB_TABLE_PERSONS. */
enum { PERSONS_ID, PERSONS_NAME, PERSONS_COUNCIL };

struct asked {
	const struct options *options;
	struct mb_arena *arena;
	struct mb_reader *reader;
	struct mb_str name; /* folded */
	struct sheet sheet;
	struct mb_buf out;
	bool is_found;
};

/* --- sections ---------------------------------------------------------- */

static int64_t rows_wanted(const struct asked *a)
{
	return a->options->has_limit ? a->options->search.limit : DEFAULT_ROWS;
}

static void add_section(struct asked *a, const char *title, const char *key,
			const struct mb_table *table)
{
	if (a->sheet.n_sections < SHEET_MAX_SECTIONS)
		a->sheet.sections[a->sheet.n_sections++] =
		    (struct section){ title, key, *table };
}

static int read_section(struct asked *a, enum mb_table_id id,
			const struct mb_table_args *args, const char *title,
			const char *key, struct mb_err *err)
{
	struct mb_table table;
	int rc = mb_reader_table(a->reader, id, args, a->arena, &table, err);

	if (rc == MB_OK) {
		add_section(a, title, key, &table);
		a->is_found |= table.n_rows > 0;
	}
	return rc;
}

/* --- one person -------------------------------------------------------- */

struct part {
	enum mb_table_id id;
	const char *title, *key;
	bool is_list; /* as long as there is something to cite */
};

static const struct part parts[] = {
	{ MB_TABLE_NAMES, "Names, and why they are this person's", "names",
	  true },
	{ MB_TABLE_ROLES, "Roles and bodies", "roles", false },
	{ MB_TABLE_ATTENDANCE, "Attendance", "attendance", false },
	{ MB_TABLE_SPOKE_IN, "Spoke, by year and body", "spoke_in", false },
	{ MB_TABLE_SPOKE_ON, "Spoke most on", "spoke_on", true },
	{ MB_TABLE_MOVED, "Moved and seconded", "moved", true },
	{ MB_TABLE_VOTED, "Voted", "voted", true },
	{ MB_TABLE_LED, "Led", "led", true },
	{ MB_TABLE_SAID, "Said", "said", true },
	{ MB_TABLE_MENTIONED, "Mentioned by others", "mentioned", true },
};

static int add_words(struct asked *a, int64_t person, struct mb_err *err)
{
	const struct mb_table_args args = { .number = person, .limit = -1 };
	struct mb_table texts, words = { .n_rows = 0 };
	int rc = mb_reader_table(a->reader, MB_TABLE_SPEECHES, &args, a->arena,
				 &texts, err);

	if (rc == MB_OK)
		rc =
		    distinctive_words(a->reader, &texts, a->arena, &words, err);
	if (rc == MB_OK)
		add_section(a, "Distinctive words", "words", &words);
	return rc;
}

static int set_title(struct asked *a, struct mb_str name, struct mb_str council,
		     struct mb_err *err)
{
	struct mb_buf title = MB_BUF_INIT;
	int rc;

	mb_buf_add(&title, name);
	if (council.len > 0)
		mb_buf_add_format(&title, ", %.*s", MB_STR_ARG(council));
	rc = mb_buf_move(&title, a->arena, &a->sheet.title, err);
	mb_buf_release(&title);
	return rc;
}

static int report_person(struct asked *a, const struct mb_table *persons,
			 size_t row, struct mb_err *err)
{
	struct mb_str cell = mb_table_cell(persons, row, PERSONS_ID);
	unsigned long id = 0;
	int rc = set_title(a, mb_table_cell(persons, row, PERSONS_NAME),
			   mb_table_cell(persons, row, PERSONS_COUNCIL), err);

	mb_str_number(&cell, 1UL << 40, &id);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts) && rc == MB_OK;
	     i++) {
		const struct mb_table_args args = {
			.number = (int64_t)id,
			.limit = parts[i].is_list ? rows_wanted(a) : -1,
		};

		if (parts[i].id == MB_TABLE_MOVED)
			rc = add_words(a, (int64_t)id, err);
		if (rc == MB_OK)
			rc = read_section(a, parts[i].id, &args, parts[i].title,
					  parts[i].key, err);
	}
	a->is_found = true;
	return rc;
}

/* Whose name is exactly what was typed; MB_STR_NONE unless it is one. */
static int choose(struct asked *a, const struct mb_table *persons, size_t *out,
		  struct mb_err *err)
{
	size_t n = 0;
	int rc = MB_OK;

	*out = persons->n_rows == 1 ? 0 : MB_STR_NONE;
	for (size_t i = 0; i < persons->n_rows && rc == MB_OK; i++) {
		struct mb_str key;

		rc = mb_fold_in(a->arena,
				mb_table_cell(persons, i, PERSONS_NAME), &key,
				err);
		if (rc == MB_OK && mb_str_equal(key, a->name) && n++ == 0)
			*out = i;
	}
	if (n > 1)
		*out = MB_STR_NONE;
	return rc;
}

static int do_person(struct asked *a, struct mb_err *err)
{
	const struct mb_table_args args = { .text = a->name, .limit = -1 };
	struct mb_table persons;
	size_t row = 0;
	int rc = mb_reader_table(a->reader, MB_TABLE_PERSONS, &args, a->arena,
				 &persons, err);

	if (rc == MB_OK)
		rc = choose(a, &persons, &row, err);
	if (rc != MB_OK || persons.n_rows == 0)
		return rc;
	if (row != MB_STR_NONE)
		return report_person(a, &persons, row, err);
	if (!a->options->is_quiet) {
		fprintf(stderr, "minutes-query: several are called so; "
				"say which:\n");
		for (size_t i = 0; i < persons.n_rows; i++)
			fprintf(stderr, "  %.*s (%.*s)\n",
				MB_STR_ARG(
				    mb_table_cell(&persons, i, PERSONS_NAME)),
				MB_STR_ARG(mb_table_cell(&persons, i,
							 PERSONS_COUNCIL)));
	}
	return mb_fail(err, MB_EUSAGE, "'%s' is not one person",
		       a->options->whom);
}

/* --- everybody --------------------------------------------------------- */

static int do_who(struct asked *a, struct mb_err *err)
{
	const struct mb_table_args args = { .text = a->name,
					    .limit = rows_wanted(a) };
	int rc;

	a->sheet.title = mb_str_of(a->options->whom);
	rc = read_section(a, MB_TABLE_WHO, &args, "May be", "persons", err);
	return rc == MB_OK ? read_section(a, MB_TABLE_UNDECIDED, &args,
					  "Undecided", "undecided", err)
			   : rc;
}

static int do_merges(struct asked *a, struct mb_err *err)
{
	const struct mb_table_args all = { .limit = -1 };
	struct mb_table people, pairs;
	int rc = mb_reader_table(a->reader, MB_TABLE_PEOPLE, &all, a->arena,
				 &people, err);

	if (rc == MB_OK)
		rc = merges_suggest(&people, a->arena, &pairs, err);
	if (rc != MB_OK)
		return rc;
	a->sheet.title = MB_STR("Persons that may be one");
	add_section(a, "Pairs", "pairs", &pairs);
	a->is_found = pairs.n_rows > 0;
	return MB_OK;
}

static int do_people(struct asked *a, struct mb_err *err)
{
	const struct mb_table_args all = { .limit = -1 };

	a->sheet.title = MB_STR("People");
	if (a->options->is_popolo) {
		a->is_found = true;
		return popolo_write(a->reader, a->arena, &a->out, err);
	}
	return read_section(a, MB_TABLE_PEOPLE, &all, "People", "people", err);
}

/* --- the whole --------------------------------------------------------- */

static int fold_name(struct asked *a, struct mb_err *err)
{
	struct mb_str value = mb_str_of(a->options->whom);
	int rc = name_value(value, a->arena, &value, err);

	return rc == MB_OK ? mb_fold_in(a->arena, value, &a->name, err) : rc;
}

static int answer(struct asked *a, struct mb_err *err)
{
	switch (a->options->task) {
	case TASK_PERSON:
		return do_person(a, err);
	case TASK_WHO:
		return do_who(a, err);
	case TASK_MERGES:
		return do_merges(a, err);
	default:
		return do_people(a, err);
	}
}

static int print(struct asked *a, struct mb_err *err)
{
	struct mb_str text;
	int rc;

	if (!a->options->is_popolo)
		a->options->sheet->print(&a->sheet, &a->out);
	rc = mb_buf_finish(&a->out, &text, err);
	if (rc == MB_OK && !a->options->is_quiet &&
	    fwrite(text.ptr, 1, text.len, stdout) != text.len && errno != EPIPE)
		rc = mb_fail(err, MB_EIO, "standard output: %s",
			     strerror(errno));
	return rc;
}

int people_run(const struct options *options, struct mb_arena *arena)
{
	struct asked a = { .options = options, .arena = arena };
	struct mb_err err;
	int rc = mb_reader_open(options->indexes[0], &a.reader, &err);

	if (rc == MB_OK)
		rc = fold_name(&a, &err);
	if (rc == MB_OK)
		rc = answer(&a, &err);
	if (rc == MB_OK && a.is_found)
		rc = print(&a, &err);
	mb_buf_release(&a.out);
	mb_reader_close(a.reader);
	if (rc != MB_OK) {
		fprintf(stderr, "minutes-query: %s\n", err.msg);
		return 2;
	}
	if (!terminal_close(stdout)) {
		fputs("minutes-query: standard output did not take all\n",
		      stderr);
		return 2;
	}
	return a.is_found ? 0 : 1;
}
