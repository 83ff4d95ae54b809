#include "merges.h"

#include <stdlib.h>
#include <string.h>

#include "minutebook/buf.h"
#include "minutebook/nearest.h"
#include "minutebook/person_name.h"
#include "minutebook/text.h"

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

/* --- blocks ------------------------------------------------------------ */

/* Somebody under a key; two that are parts only are no pair. */
struct keyed {
	struct mb_str key;
	const struct one *one;
	bool is_part;
};

struct blocks {
	struct mb_arena *arena;
	struct keyed *items;
	size_t n, capacity;
};

struct found {
	const struct one *a, *b;
};

struct found_list {
	struct found *items;
	size_t n, capacity;
};

static int compare_keys(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int order = mb_str_compare(x->key, y->key);

	if (order)
		return order;
	if (x->is_part != y->is_part)
		return x->is_part ? 1 : -1;
	return (x->one > y->one) - (x->one < y->one);
}

static int add_key(struct blocks *blocks, struct mb_str key, bool is_part,
		   const struct one *one, struct mb_err *err)
{
	struct keyed *moved =
	    mb_arena_grow(blocks->arena, blocks->items, blocks->n,
			  &blocks->capacity, sizeof(*moved));

	if (!moved)
		return mb_fail_nomem(err);
	blocks->items = moved;
	blocks->items[blocks->n++] = (struct keyed){ key, one, is_part };
	return MB_OK;
}

static int add_surname(struct blocks *blocks, const struct one *one,
		       struct mb_err *err)
{
	return add_key(blocks, one->name.surname_key, false, one, err);
}

/* @head and @tail in one piece. */
static int add_joined(struct blocks *blocks, struct mb_str head,
		      struct mb_str tail, const struct one *one,
		      struct mb_err *err)
{
	struct mb_buf key = MB_BUF_INIT;
	struct mb_str moved;
	int rc;

	mb_buf_add(&key, head);
	mb_buf_add(&key, tail);
	rc = mb_buf_move(&key, blocks->arena, &moved, err);
	mb_buf_release(&key);
	return rc == MB_OK ? add_key(blocks, moved, false, one, err) : rc;
}

/* The surname without each of its letters: one letter off is one of them. */
static int add_spellings(struct blocks *blocks, const struct one *one,
			 struct mb_err *err)
{
	struct mb_str surname = one->name.surname_key, rest = surname;
	int rc = add_surname(blocks, one, err);
	uint32_t c;

	if (surname.len < MIN_BYTES - 1 || one->name.n_given == 0)
		return rc;
	while (rc == MB_OK && rest.len > 0) {
		struct mb_str head =
		    mb_str_take(surname, surname.len - rest.len);

		mb_utf8_next(&rest, &c);
		rc = add_joined(blocks, head, rest, one, err);
	}
	return rc;
}

/* The surname, and each beginning and end of it. */
static int add_ends(struct blocks *blocks, const struct one *one,
		    struct mb_err *err)
{
	struct mb_str surname = one->name.surname_key;
	int rc = add_surname(blocks, one, err);

	for (size_t i = 1; i < surname.len && rc == MB_OK; i++) {
		rc = add_key(blocks, mb_str_take(surname, i), true, one, err);
		if (rc == MB_OK)
			rc = add_key(blocks, mb_str_drop(surname, i), true, one,
				     err);
	}
	return rc;
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

/*
 * Only persons of one block are compared: 50,000 persons are a thousand million
 * pairs.  A block is made of keys, several for each person, such that every
 * pair of the kind has one in common.
 */
static const struct kind {
	const char *why;
	bool (*is)(const struct one *a, const struct one *b);
	int (*add_keys)(struct blocks *blocks, const struct one *one,
			struct mb_err *err);
} kinds[] = {
	{ "a shorter form of the name", is_shorter, add_surname },
	{ "one letter differs", is_misspelt, add_spellings },
	{ "a part of the surname is the same", is_renamed, add_ends },
	{ "the same name in another council", is_elsewhere, add_surname },
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

/* A pair may meet in several blocks; it is listed once, in order. */
static int compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

static int find_in_block(const struct kind *kind, const struct blocks *blocks,
			 size_t first, size_t end, struct found_list *found)
{
	for (size_t i = first; i < end && !blocks->items[i].is_part; i++)
		for (size_t k = i + 1; k < end; k++) {
			const struct one *a = blocks->items[i].one;
			const struct one *b = blocks->items[k].one;
			struct found *moved;

			if (a == b || !kind->is(a, b))
				continue;
			moved =
			    mb_arena_grow(blocks->arena, found->items, found->n,
					  &found->capacity, sizeof(*moved));
			if (!moved)
				return MB_ENOMEM;
			found->items = moved;
			found->items[found->n++] = a < b
						       ? (struct found){ a, b }
						       : (struct found){ b, a };
		}
	return MB_OK;
}

static void add_kind(struct pairs *pairs, const struct kind *kind,
		     const struct one *all, size_t n)
{
	struct blocks blocks = { .arena = pairs->arena };
	struct found_list found = { .n = 0 };

	for (size_t i = 0; i < n && pairs->rc == MB_OK; i++)
		pairs->rc = kind->add_keys(&blocks, &all[i], pairs->err);
	if (blocks.n > 1)
		qsort(blocks.items, blocks.n, sizeof(*blocks.items),
		      compare_keys);
	for (size_t i = 0, end; i < blocks.n && pairs->rc == MB_OK; i = end) {
		for (end = i + 1;
		     end < blocks.n &&
		     mb_str_equal(blocks.items[i].key, blocks.items[end].key);
		     end++)
			;
		if (find_in_block(kind, &blocks, i, end, &found) != MB_OK)
			pairs->rc = mb_fail_nomem(pairs->err);
	}
	if (found.n > 1)
		qsort(found.items, found.n, sizeof(*found.items),
		      compare_found);
	for (size_t i = 0; i < found.n && pairs->rc == MB_OK; i++)
		if (i == 0 ||
		    compare_found(&found.items[i - 1], &found.items[i]) != 0)
			add_pair(pairs, kind->why, found.items[i].a,
				 found.items[i].b);
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
		if (pairs.rc == MB_OK)
			add_kind(&pairs, &kinds[k], all, n);
	pairs.table.columns = columns;
	pairs.table.n_columns = N_COLUMNS;
	pairs.table.n_rows = pairs.n_cells / N_COLUMNS;
	if (pairs.rc == MB_OK)
		*out = pairs.table;
	return pairs.rc;
}
