#include "people.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "distinctive.h"
#include "merges.h"
#include "minutebook/text.h"
#include "name_value.h"
#include "people_tables.h"
#include "popolo.h"
#include "sheet.h"
#include "terminal.h"

/* Lists are cut there unless -n says otherwise. */
#define DEFAULT_ROWS 25

struct asked {
	const struct options *options;
	struct mb_arena *arena;
	struct sources sources;
	struct mb_str name; /* folded */
	struct sheet sheet;
	struct mb_buf out;
	bool is_found;
};

static int fold_name(struct asked *a, struct mb_str typed, struct mb_err *err)
{
	int rc = name_value(typed, a->arena, &typed, err);

	return rc == MB_OK ? mb_fold_in(a->arena, typed, &a->name, err) : rc;
}

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

static int read_section(struct asked *a, const struct table_wanted *wanted,
			const char *title, const char *key, struct mb_err *err)
{
	struct mb_table table;
	int rc = people_table(&a->sources, wanted, a->arena, &table, err);

	if (rc == MB_OK) {
		add_section(a, title, key, &table);
		a->is_found |= table.n_rows > 0;
	}
	return rc;
}

/* --- one person -------------------------------------------------------- */

enum part_order { BY_INDEX, OLDEST_FIRST, NEWEST_FIRST, MOST_FIRST };

struct part {
	const char *title, *key;
	const char *order; /* a column, for several indexes */
	enum part_order how;
	enum mb_table_id id;
	bool is_list; /* as long as there is something to cite */
};

static const struct part parts[] = {
	{ "Names, and why they are this person's", "names", "meetings",
	  MOST_FIRST, MB_TABLE_NAMES, true },
	{ "Roles and bodies", "roles", "first", OLDEST_FIRST, MB_TABLE_ROLES,
	  false },
	{ "Attendance", "attendance", "body", OLDEST_FIRST, MB_TABLE_ATTENDANCE,
	  false },
	{ "Spoke, by year and body", "spoke_in", "year", OLDEST_FIRST,
	  MB_TABLE_SPOKE_IN, false },
	{ "Spoke most on", "spoke_on", "paragraphs", MOST_FIRST,
	  MB_TABLE_SPOKE_ON, true },
	{ "Moved and seconded", "moved", "date", OLDEST_FIRST, MB_TABLE_MOVED,
	  true },
	{ "Voted", "voted", "date", OLDEST_FIRST, MB_TABLE_VOTED, true },
	{ "Led", "led", "date", OLDEST_FIRST, MB_TABLE_LED, true },
	{ "Said", "said", "date", NEWEST_FIRST, MB_TABLE_SAID, true },
	{ "Mentioned by others", "mentioned", "date", NEWEST_FIRST,
	  MB_TABLE_MENTIONED, true },
};

static int add_words(struct asked *a, const struct someone *whom,
		     struct mb_err *err)
{
	const struct table_wanted wanted = { .id = MB_TABLE_SPEECHES,
					     .whom = whom,
					     .limit = -1 };
	struct mb_table texts, words = { .n_rows = 0 };
	int rc = people_table(&a->sources, &wanted, a->arena, &texts, err);

	if (rc == MB_OK)
		rc = distinctive_words(&a->sources, &texts, a->arena, &words,
				       err);
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

static int report_part(struct asked *a, const struct part *part,
		       const struct someone *whom, struct mb_err *err)
{
	const struct table_wanted wanted = {
		.id = part->id,
		.whom = whom,
		.limit = part->is_list ? rows_wanted(a) : -1,
		.order = part->order,
		.is_falling = part->how == NEWEST_FIRST,
		.is_number = part->how == MOST_FIRST,
	};

	return read_section(a, &wanted, part->title, part->key, err);
}

static int report_person(struct asked *a, const struct someone *whom,
			 struct mb_err *err)
{
	int rc = set_title(a, whom->name, whom->council, err);

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts) && rc == MB_OK;
	     i++) {
		if (parts[i].id == MB_TABLE_MOVED)
			rc = add_words(a, whom, err);
		if (rc == MB_OK)
			rc = report_part(a, &parts[i], whom, err);
	}
	a->is_found = true;
	return rc;
}

/* Whose name is exactly what was typed; NULL unless it is one. */
static int choose(struct asked *a, const struct people_list *people,
		  const struct someone **out, struct mb_err *err)
{
	size_t n = 0;
	int rc = MB_OK;

	*out = people->n == 1 ? &people->items[0] : NULL;
	for (size_t i = 0; i < people->n && rc == MB_OK; i++) {
		struct mb_str key;

		rc = mb_fold_in(a->arena, people->items[i].name, &key, err);
		if (rc == MB_OK && mb_str_equal(key, a->name) && n++ == 0)
			*out = &people->items[i];
	}
	if (n > 1)
		*out = NULL;
	return rc;
}

/* "Ann Bell (Larkhythe Council)": those of that council. */
static int list_in_council(struct asked *a, struct people_list *out,
			   struct mb_err *err)
{
	struct mb_str typed = mb_str_trim(mb_str_of(a->options->whom));
	struct mb_cut cut = mb_str_cut_last(typed, '(');
	struct mb_str council, key;
	size_t n = 0;
	int rc = MB_OK;

	if (!cut.found || !mb_str_ends(typed, MB_STR(")")))
		return MB_OK;
	council = mb_str_take(cut.tail, cut.tail.len - 1);
	rc = fold_name(a, mb_str_trim(cut.head), err);
	if (rc == MB_OK)
		rc = mb_fold_in(a->arena, council, &council, err);
	if (rc == MB_OK)
		rc = people_list(&a->sources, a->name, a->arena, out, err);
	for (size_t i = 0; i < out->n && rc == MB_OK; i++) {
		rc = mb_fold_in(a->arena, out->items[i].council, &key, err);
		if (rc == MB_OK && mb_str_equal(key, council))
			out->items[n++] = out->items[i];
	}
	out->n = n;
	return rc;
}

static int do_person(struct asked *a, struct mb_err *err)
{
	const struct someone *whom = NULL;
	struct people_list people = { .n = 0 };
	int rc;

	if (a->name.len == 0)
		return MB_OK; /* signs only: nobody is called so */
	rc = people_list(&a->sources, a->name, a->arena, &people, err);
	if (rc == MB_OK && people.n == 0)
		rc = list_in_council(a, &people, err);
	if (rc == MB_OK)
		rc = choose(a, &people, &whom, err);
	if (rc != MB_OK || people.n == 0)
		return rc;
	if (whom)
		return report_person(a, whom, err);
	if (!a->options->is_quiet) {
		fprintf(stderr, "minutes-query: several are called so; "
				"say which:\n");
		for (size_t i = 0; i < people.n; i++)
			fprintf(stderr, "  %.*s (%.*s)\n",
				MB_STR_ARG(people.items[i].name),
				MB_STR_ARG(people.items[i].council));
	}
	return mb_fail(err, MB_EUSAGE, "'%s' is not one person",
		       a->options->whom);
}

/* --- everybody --------------------------------------------------------- */

static int do_who(struct asked *a, struct mb_err *err)
{
	const struct table_wanted who = { .id = MB_TABLE_WHO,
					  .name = a->name,
					  .limit = rows_wanted(a),
					  .order = "person" };
	const struct table_wanted undecided = { .id = MB_TABLE_UNDECIDED,
						.name = a->name,
						.limit = rows_wanted(a),
						.order = "date" };
	int rc;

	a->sheet.title = mb_str_of(a->options->whom);
	rc = read_section(a, &who, "May be", "persons", err);
	return rc == MB_OK
		   ? read_section(a, &undecided, "Undecided", "undecided", err)
		   : rc;
}

static const struct table_wanted everybody = { .id = MB_TABLE_PEOPLE,
					       .limit = -1,
					       .order = "council" };

static int do_merges(struct asked *a, struct mb_err *err)
{
	struct mb_table people, pairs;
	int rc = people_table(&a->sources, &everybody, a->arena, &people, err);

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
	a->sheet.title = MB_STR("People");
	if (a->options->is_popolo) {
		a->is_found = true;
		return popolo_write(&a->sources, a->arena, &a->out, err);
	}
	return read_section(a, &everybody, "People", "people", err);
}

/* --- the whole --------------------------------------------------------- */

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
	int rc = sources_open(&a.sources, options->indexes, options->n_indexes,
			      &err);

	if (rc == MB_OK)
		rc = fold_name(&a, mb_str_of(options->whom), &err);
	if (rc == MB_OK)
		rc = answer(&a, &err);
	if (rc == MB_OK && a.is_found)
		rc = print(&a, &err);
	mb_buf_release(&a.out);
	sources_close(&a.sources);
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
