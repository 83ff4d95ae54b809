#include "merges.h"

#include <stdlib.h>

#include "minutebook/buf.h"
#include "minutebook/nearest.h"
#include "minutebook/person_name.h"

#define N_COLUMNS 6

/* Shorter surnames are too near to others. */
#define MIN_BYTES 5

/* The columns of MB_TABLE_PEOPLE. */
enum { PEOPLE_ID, PEOPLE_NAME, PEOPLE_COUNCIL, PEOPLE_FIRST, PEOPLE_LAST };

struct one {
	struct mb_person_name name;
	struct mb_str text, council, first, last;
};

struct pairs {
	struct mb_arena *arena;
	struct mb_table table;
	size_t n_cells, capacity;
	int rc;
	struct mb_err *err;
};

/* --- pairs ------------------------------------------------------------- */

static void add_cell(struct pairs *pairs, struct mb_str text)
{
	struct mb_str *moved;

	if (pairs->rc != MB_OK)
		return;
	moved = mb_arena_grow(pairs->arena, pairs->table.cells, pairs->n_cells,
			      &pairs->capacity, sizeof(*moved));
	if (!moved) {
		pairs->rc = mb_fail_nomem(pairs->err);
		return;
	}
	pairs->table.cells = moved;
	pairs->rc = mb_arena_copy(pairs->arena, text, &moved[pairs->n_cells++],
				  pairs->err);
}

static void add_person(struct pairs *pairs, const struct one *one)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add_format(&text, "%.*s, %.*s to %.*s", MB_STR_ARG(one->council),
			  MB_STR_ARG(one->first), MB_STR_ARG(one->last));
	add_cell(pairs, one->text);
	add_cell(pairs, text.has_failed ? one->council : mb_buf_str(&text));
	mb_buf_release(&text);
}

/* "same: A (Council) = B (Council)" */
static void add_line(struct pairs *pairs, const struct one *a,
		     const struct one *b)
{
	struct mb_buf text = MB_BUF_INIT;

	mb_buf_add_format(&text, "same: %.*s (%.*s) = %.*s (%.*s)",
			  MB_STR_ARG(a->text), MB_STR_ARG(a->council),
			  MB_STR_ARG(b->text), MB_STR_ARG(b->council));
	add_cell(pairs, mb_buf_str(&text));
	if (text.has_failed && pairs->rc == MB_OK)
		pairs->rc = mb_fail_nomem(pairs->err);
	mb_buf_release(&text);
}

static void add_pair(struct pairs *pairs, const char *why, const struct one *a,
		     const struct one *b)
{
	add_cell(pairs, mb_str_of(why));
	add_person(pairs, a);
	add_person(pairs, b);
	add_line(pairs, a, b);
}

/* --- kinds ------------------------------------------------------------- */

static bool is_council_same(const struct one *a, const struct one *b)
{
	return mb_str_equal(a->council, b->council);
}

static bool has_given(const struct one *one)
{
	return one->name.n_given > 0;
}

static bool is_surname_same(const struct one *a, const struct one *b)
{
	return mb_str_equal(a->name.surname_key, b->name.surname_key);
}

static bool sexes_agree(const struct one *a, const struct one *b)
{
	return a->name.sex == b->name.sex || a->name.sex == MB_SEX_UNKNOWN ||
	       b->name.sex == MB_SEX_UNKNOWN;
}

static bool is_elsewhere(const struct one *a, const struct one *b)
{
	return !is_council_same(a, b) && is_surname_same(a, b) &&
	       mb_name_is_full(&a->name) && mb_name_is_full(&b->name) &&
	       mb_given_agree(&a->name, &b->name);
}

static bool is_shorter(const struct one *a, const struct one *b)
{
	return is_council_same(a, b) && is_surname_same(a, b) &&
	       mb_given_agree(&a->name, &b->name) && sexes_agree(a, b);
}

static bool is_misspelt(const struct one *a, const struct one *b)
{
	return is_council_same(a, b) && has_given(a) && has_given(b) &&
	       a->name.surname_key.len >= MIN_BYTES &&
	       mb_given_agree(&a->name, &b->name) &&
	       mb_edit_distance(a->name.surname_key, b->name.surname_key) == 1;
}

/* The same given name, one before the other: a surname may have changed. */
static bool is_renamed(const struct one *a, const struct one *b)
{
	struct mb_str x = a->name.surname_key, y = b->name.surname_key;

	return is_council_same(a, b) && mb_name_is_full(&a->name) &&
	       mb_name_is_full(&b->name) && !mb_str_equal(x, y) &&
	       mb_str_equal(a->name.given[0].key, b->name.given[0].key) &&
	       (mb_str_starts(x, y) || mb_str_starts(y, x) ||
		mb_str_ends(x, y) || mb_str_ends(y, x));
}

static const struct {
	const char *why;
	bool (*is)(const struct one *a, const struct one *b);
} kinds[] = {
	{ "a shorter form of the name", is_shorter },
	{ "one letter differs", is_misspelt },
	{ "a part of the surname is the same", is_renamed },
	{ "the same name in another council", is_elsewhere },
};

/* --- the table --------------------------------------------------------- */

static int read_people(const struct mb_table *people, struct mb_arena *arena,
		       struct one *out, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < people->n_rows && rc == MB_OK; i++) {
		out[i].text = mb_table_cell(people, i, PEOPLE_NAME);
		out[i].council = mb_table_cell(people, i, PEOPLE_COUNCIL);
		out[i].first = mb_table_cell(people, i, PEOPLE_FIRST);
		out[i].last = mb_table_cell(people, i, PEOPLE_LAST);
		rc =
		    mb_person_name_parse(out[i].text, arena, &out[i].name, err);
	}
	return rc;
}

int merges_suggest(const struct mb_table *people, struct mb_arena *arena,
		   struct mb_table *out, struct mb_err *err)
{
	static const char *const columns[N_COLUMNS] = {
		"why", "person", "seen", "other", "other_seen", "line",
	};
	struct pairs pairs = { .arena = arena, .err = err };
	struct one *all = MB_NEW(arena, struct one, people->n_rows + 1);
	size_t n = people->n_rows;

	if (!all)
		return mb_fail_nomem(err);
	pairs.rc = read_people(people, arena, all, err);
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		for (size_t a = 0; a < n && pairs.rc == MB_OK; a++)
			for (size_t b = a + 1; b < n && pairs.rc == MB_OK; b++)
				if (kinds[k].is(&all[a], &all[b]))
					add_pair(&pairs, kinds[k].why, &all[a],
						 &all[b]);
	pairs.table.columns = columns;
	pairs.table.n_columns = N_COLUMNS;
	pairs.table.n_rows = pairs.n_cells / N_COLUMNS;
	if (pairs.rc == MB_OK)
		*out = pairs.table;
	return pairs.rc;
}
