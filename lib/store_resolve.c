/*
 * Names into persons: everything that tells who somebody is is read, resolved
 * (people.h) and written, whenever documents or people files have changed.
 */
#include <stdlib.h>
#include <string.h>

#include "minutebook/people.h"
#include "minutebook/person_name.h"
#include "minutebook/text.h"
#include "store.h"

/* The setting that says by which resolver the persons were made. */
#define SETTING MB_STR("people")
#define STALE MB_STR("stale")
#define RESOLVED MB_STR("2") /* raised when persons would now be others */

/* Rows of a table, by the numbers that people.h gives them. */
struct numbers {
	int64_t *ids; /* by number */
	uint32_t *of; /* by id; MB_PERSON_NONE for none */
	size_t n, ids_capacity, of_capacity;
};

struct resolve {
	struct mb_store *store;
	struct mb_people *people;
	struct mb_arena arena;
	struct numbers names, meetings;
};

int mb_store_mark_people(struct mb_store *store, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(SETTING),
					    mb_sql_text(STALE) };

	return mb_sql_run(&store->sql, STMT_PUT_SETTING, values, 2, err);
}

/* --- numbers ----------------------------------------------------------- */

static int note_number(struct resolve *r, struct numbers *numbers, int64_t id,
		       uint32_t number, struct mb_err *err)
{
	int64_t *ids = mb_arena_grow(&r->arena, numbers->ids, numbers->n,
				     &numbers->ids_capacity, sizeof(*ids));

	if (!ids || id < 0)
		return mb_fail_nomem(err);
	numbers->ids = ids;
	numbers->ids[number] = id;
	numbers->n = (size_t)number + 1;
	if ((size_t)id >= numbers->of_capacity) {
		size_t capacity = 2 * (size_t)id + 64;
		uint32_t *of = MB_NEW(&r->arena, uint32_t, capacity);

		if (!of)
			return mb_fail_nomem(err);
		memset(of, 0xFF, capacity * sizeof(*of));
		if (numbers->of_capacity > 0)
			memcpy(of, numbers->of,
			       numbers->of_capacity * sizeof(*of));
		numbers->of = of;
		numbers->of_capacity = capacity;
	}
	numbers->of[id] = number;
	return MB_OK;
}

static uint32_t number_of(const struct numbers *numbers, int64_t id)
{
	if (id < 0 || (size_t)id >= numbers->of_capacity)
		return MB_PERSON_NONE;
	return numbers->of[id];
}

/* --- reading ----------------------------------------------------------- */

/* Calls @take for each row of a statement. */
static int each_row(struct resolve *r, enum stmt id,
		    int (*take)(struct resolve *r, sqlite3_stmt *row,
				struct mb_err *err),
		    struct mb_err *err)
{
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&r->store->sql, id, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&r->store->sql, stmt, err)) > 0)
		rc = take(r, stmt, err);
	sqlite3_reset(stmt);
	return rc;
}

static int take_file(struct resolve *r, sqlite3_stmt *row, struct mb_err *err)
{
	return mb_store_read_people(r->store, r->people, mb_sql_column(row, 1),
				    err);
}

static int take_name(struct resolve *r, sqlite3_stmt *row, struct mb_err *err)
{
	uint32_t number = mb_people_add_name(r->people, mb_sql_column(row, 1));

	return note_number(r, &r->names, sqlite3_column_int64(row, 0), number,
			   err);
}

static int take_meeting(struct resolve *r, sqlite3_stmt *row,
			struct mb_err *err)
{
	struct mb_date date = { 0, 0, 0 };
	uint32_t number;

	mb_date_parse_iso(mb_sql_column(row, 3), &date);
	number = mb_people_add_meeting(r->people, mb_sql_column(row, 1),
				       mb_sql_column(row, 2), date);
	return note_number(r, &r->meetings, sqlite3_column_int64(row, 0),
			   number, err);
}

static enum mb_presence presence_of(struct mb_str name)
{
	for (int p = MB_PRESENT; p <= MB_ABSENT; p++)
		if (mb_str_equal(
			name, mb_str_of(mb_presence_name((enum mb_presence)p))))
			return (enum mb_presence)p;
	return MB_ABSENT;
}

/* The meeting and the name of a row; false when there is none. */
static bool is_use(const struct resolve *r, sqlite3_stmt *row, int column,
		   uint32_t *meeting, uint32_t *name)
{
	if (sqlite3_column_type(row, column) == SQLITE_NULL)
		return false;
	*meeting = number_of(&r->meetings, sqlite3_column_int64(row, 0));
	*name = number_of(&r->names, sqlite3_column_int64(row, column));
	return *meeting != MB_PERSON_NONE && *name != MB_PERSON_NONE;
}

static int take_listed(struct resolve *r, sqlite3_stmt *row, struct mb_err *err)
{
	const struct mb_listed listed = {
		.role = mb_sql_column(row, 2),
		.initials = mb_sql_column(row, 3),
		.presence = presence_of(mb_sql_column(row, 4)),
		.list = sqlite3_column_int64(row, 5),
	};
	uint32_t meeting, name;

	(void)err;
	if (is_use(r, row, 1, &meeting, &name))
		mb_people_add_listed(r->people, meeting, name, &listed);
	return MB_OK;
}

static int take_speech(struct resolve *r, sqlite3_stmt *row, struct mb_err *err)
{
	uint32_t meeting, name;

	(void)err;
	for (int column = 1; column < sqlite3_column_count(row); column++)
		if (is_use(r, row, column, &meeting, &name))
			mb_people_add_use(r->people, meeting, name,
					  MB_USE_SPOKE);
	return MB_OK;
}

static int take_mention(struct resolve *r, sqlite3_stmt *row,
			struct mb_err *err)
{
	uint32_t meeting, name;

	(void)err;
	if (is_use(r, row, 1, &meeting, &name))
		mb_people_add_use(r->people, meeting, name, MB_USE_NAMED);
	return MB_OK;
}

static int take_beside(struct resolve *r, sqlite3_stmt *row, struct mb_err *err)
{
	uint32_t meeting, name;

	(void)err;
	if (is_use(r, row, 1, &meeting, &name))
		mb_people_add_office(r->people, meeting, name,
				     mb_sql_column(row, 2));
	return MB_OK;
}

static int read_all(struct resolve *r, struct mb_err *err)
{
	static const struct {
		enum stmt id;
		int (*take)(struct resolve *r, sqlite3_stmt *row,
			    struct mb_err *err);
	} steps[] = {
		{ STMT_PEOPLE_FILES, take_file },
		{ STMT_RESOLVE_NAMES, take_name },
		{ STMT_RESOLVE_MEETINGS, take_meeting },
		{ STMT_RESOLVE_LISTED, take_listed },
		{ STMT_RESOLVE_PARAGRAPHS, take_speech },
		{ STMT_RESOLVE_MENTIONS, take_mention },
		{ STMT_RESOLVE_VOTES, take_speech },
		{ STMT_RESOLVE_LEADS, take_mention },
		{ STMT_RESOLVE_BESIDE, take_beside },
	};
	int rc = MB_OK;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps) && rc == MB_OK;
	     i++)
		rc = each_row(r, steps[i].id, steps[i].take, err);
	return rc;
}

/* --- writing ----------------------------------------------------------- */

static int put_name(struct resolve *r, int64_t person, struct mb_str name,
		    struct mb_err *err)
{
	struct sql_value values[] = { mb_sql_int(person), mb_sql_text(name),
				      mb_sql_null() };
	struct mb_str key;
	int rc = mb_fold_in(&r->arena, name, &key, err);

	if (rc != MB_OK)
		return rc;
	values[2] = mb_sql_text(key);
	return mb_sql_run(&r->store->sql, STMT_ADD_PERSON_NAME, values, 3, err);
}

/* "J. Reeve" for Jonah Reeve. */
static int put_initial(struct resolve *r, int64_t person, struct mb_str name,
		       struct mb_err *err)
{
	struct mb_person_name parts;
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str initial;
	uint32_t c;
	int rc = mb_person_name_parse(name, &r->arena, &parts, err);

	if (rc != MB_OK || parts.n_given == 0)
		return rc;
	initial = parts.given[0].text;
	mb_utf8_next(&initial, &c);
	mb_buf_add_utf8(&text, c);
	mb_buf_add(&text, MB_STR(". "));
	mb_buf_add(&text, parts.surname);
	rc = text.has_failed ? mb_fail_nomem(err)
			     : put_name(r, person, mb_buf_str(&text), err);
	mb_buf_release(&text);
	return rc;
}

static int put_person(struct resolve *r, int64_t id,
		      const struct mb_person *person, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_int(id),
					    mb_sql_text(person->name),
					    mb_sql_text(person->council) };
	int rc = mb_sql_run(&r->store->sql, STMT_ADD_PERSON, values, 3, err);

	if (rc == MB_OK)
		rc = put_name(r, id, person->name, err);
	for (size_t i = 0; i < person->n_names && rc == MB_OK; i++) {
		rc = put_name(r, id, person->names[i], err);
		if (rc == MB_OK)
			rc = put_initial(r, id, person->names[i], err);
	}
	return rc;
}

static int put_use(struct resolve *r, const struct mb_use *use,
		   struct mb_err *err)
{
	struct sql_value values[] = {
		mb_sql_int(r->names.ids[use->name]),
		mb_sql_int(r->meetings.ids[use->meeting]),
		use->person == MB_PERSON_NONE
		    ? mb_sql_null()
		    : mb_sql_int((int64_t)use->person + 1),
		mb_sql_text(mb_str_of(mb_evidence_name(use->evidence))),
	};
	int rc = mb_sql_run(&r->store->sql, STMT_ADD_NAMING, values, 4, err);

	for (size_t i = 0; i < use->n_candidates && rc == MB_OK; i++) {
		values[2] = mb_sql_int((int64_t)use->candidates[i] + 1);
		rc = mb_sql_run(&r->store->sql, STMT_ADD_CANDIDATE, values, 3,
				err);
	}
	return rc;
}

static int drop_all(struct resolve *r, struct mb_err *err)
{
	static const enum stmt drops[] = {
		STMT_DROP_CANDIDATES,
		STMT_DROP_NAMINGS,
		STMT_DROP_PERSON_NAMES,
		STMT_DROP_PERSONS,
	};
	int rc = MB_OK;

	for (size_t i = 0; i < sizeof(drops) / sizeof(*drops) && rc == MB_OK;
	     i++)
		rc = mb_sql_run(&r->store->sql, drops[i], NULL, 0, err);
	return rc;
}

static int write_all(struct resolve *r, struct mb_err *err)
{
	const struct sql_value done[] = { mb_sql_text(SETTING),
					  mb_sql_text(RESOLVED) };
	size_t n_persons, n_uses;
	const struct mb_person *persons =
	    mb_people_persons(r->people, &n_persons);
	const struct mb_use *uses = mb_people_uses(r->people, &n_uses);
	int rc = drop_all(r, err);

	for (size_t i = 0; i < n_persons && rc == MB_OK; i++)
		rc = put_person(r, (int64_t)i + 1, &persons[i], err);
	for (size_t i = 0; i < n_uses && rc == MB_OK; i++)
		rc = put_use(r, &uses[i], err);
	if (rc == MB_OK)
		rc = mb_sql_run(&r->store->sql, STMT_PUT_SETTING, done, 2, err);
	return rc;
}

/* --- the stage --------------------------------------------------------- */

static int is_current(struct mb_store *store, bool *out, struct mb_err *err)
{
	const struct sql_value name[] = { mb_sql_text(SETTING) };
	sqlite3_stmt *stmt;
	int rc =
	    mb_sql_begin(&store->sql, STMT_GET_SETTING, name, 1, &stmt, err);

	if (rc == MB_OK)
		rc = mb_sql_step(&store->sql, stmt, err);
	if (rc < 0)
		return rc;
	*out = rc > 0 && mb_str_equal(mb_sql_column(stmt, 0), RESOLVED);
	sqlite3_reset(stmt);
	return MB_OK;
}

int mb_store_resolve(struct mb_store *store, struct mb_err *err)
{
	struct resolve r = { .store = store, .arena = MB_ARENA_INIT };
	bool is_done = false;
	int rc = is_current(store, &is_done, err);

	if (rc != MB_OK || is_done)
		return rc;
	rc = mb_store_begin(store, err);
	r.people = rc == MB_OK ? mb_people_new() : NULL;
	if (rc == MB_OK && !r.people)
		rc = mb_fail_nomem(err);
	if (rc == MB_OK)
		rc = read_all(&r, err);
	if (rc == MB_OK)
		rc = mb_people_resolve(r.people, err);
	if (rc == MB_OK)
		rc = write_all(&r, err);
	mb_people_free(r.people);
	mb_arena_release(&r.arena);
	return rc;
}
