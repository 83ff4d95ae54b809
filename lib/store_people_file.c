/*
 * People files in the index, and Popolo (popoloproject.com), the JSON in which
 * civic data is exchanged.  Popolo is rewritten as a people file; SQLite reads
 * the JSON.
 */
#include "minutebook/people.h"
#include "store.h"

static bool is_json(struct mb_str text)
{
	text = mb_str_trim(text);
	return text.len > 0 && (text.ptr[0] == '{' || text.ptr[0] == '[');
}

/* --- Popolo ------------------------------------------------------------ */

/* A field on a line of its own; line ends inside it are blanks. */
static void add_line(struct mb_buf *out, const char *field, struct mb_str value,
		     struct mb_str range)
{
	mb_buf_add(out, mb_str_of(field));
	for (size_t i = 0; i < value.len; i++)
		mb_buf_add_char(out, (unsigned char)value.ptr[i] < ' '
					 ? ' '
					 : value.ptr[i]);
	mb_buf_add(out, range);
	mb_buf_add_char(out, '\n');
}

static void add_membership(struct mb_buf *out, sqlite3_stmt *row)
{
	struct mb_str role = mb_sql_column(row, 0);
	struct mb_str area = mb_sql_column(row, 1);
	struct mb_str from = mb_sql_column(row, 2);
	struct mb_str to = mb_sql_column(row, 3);
	struct mb_buf range = MB_BUF_INIT;

	mb_buf_add_format(&range, " %.*s..%.*s", MB_STR_ARG(from),
			  MB_STR_ARG(to));
	if (area.len > 0)
		add_line(out, "\tward: ", area, mb_buf_str(&range));
	if (role.len > 0)
		add_line(out, "\toffice: ", role, mb_buf_str(&range));
	out->has_failed |= range.has_failed;
	mb_buf_release(&range);
}

static int add_memberships(struct mb_store *store, struct mb_str json,
			   struct mb_str person, struct mb_buf *out,
			   struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(json),
					    mb_sql_text(person) };
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_POPOLO_MEMBERSHIPS, values, 2,
			      &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		add_membership(out, stmt);
		rc = MB_OK;
	}
	return rc;
}

static int rewrite_popolo(struct mb_store *store, struct mb_str json,
			  struct mb_buf *out, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(json) };
	struct mb_str none = { NULL, 0 };
	int64_t is_valid = 0;
	sqlite3_stmt *stmt;
	int rc = mb_sql_get_int(&store->sql, STMT_JSON_IS_VALID, values, 1, 0,
				&is_valid, err);

	if (rc == MB_OK && !is_valid)
		rc = mb_fail(err, MB_EFORMAT, "it is not valid JSON");
	if (rc == MB_OK)
		rc = mb_sql_begin(&store->sql, STMT_POPOLO_PERSONS, values, 1,
				  &stmt, err);
	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		struct mb_str name = mb_str_trim(mb_sql_column(stmt, 1));
		struct mb_str aliases = mb_sql_column(stmt, 2);

		rc = MB_OK;
		if (name.len == 0)
			continue;
		add_line(out, "", name, none);
		if (aliases.len > 0)
			add_line(out, "\talias: ", aliases, none);
		rc = add_memberships(store, json, mb_sql_column(stmt, 0), out,
				     err);
	}
	return rc;
}

int mb_store_read_people(struct mb_store *store, struct mb_people *people,
			 struct mb_str text, struct mb_err *err)
{
	struct mb_buf rewritten = MB_BUF_INIT;
	int rc = MB_OK;

	if (is_json(text)) {
		rc = rewrite_popolo(store, text, &rewritten, err);
		if (rc == MB_OK)
			rc = mb_buf_finish(&rewritten, &text, err);
	}
	if (rc == MB_OK)
		rc = mb_people_add_file(people, text, err);
	mb_buf_release(&rewritten);
	return rc;
}

/* --- keeping ----------------------------------------------------------- */

/* A wrong file must not be kept. */
static int check(struct mb_store *store, struct mb_str text, struct mb_err *err)
{
	struct mb_people *people;
	int rc;

	if (!store && is_json(text))
		return MB_OK; /* SQLite reads it, and none is open */
	people = mb_people_new();
	rc = people ? mb_store_read_people(store, people, text, err)
		    : mb_fail_nomem(err);
	mb_people_free(people);
	return rc;
}

int mb_store_try_people(struct mb_store *store, struct mb_str path,
			struct mb_str text, enum mb_people_change *out,
			struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(path),
					    mb_sql_text(text) };
	int64_t known = 0; /* 1: another text, 2: this one */
	int rc = store ? mb_sql_get_int(&store->sql, STMT_FIND_PEOPLE_FILE,
					values, 2, 0, &known, err)
		       : MB_OK;

	*out = MB_PEOPLE_SAME;
	if (rc != MB_OK || known == 2 || (known == 0 && text.len == 0))
		return rc;
	*out = text.len > 0 ? MB_PEOPLE_NEW : MB_PEOPLE_GONE;
	return check(store, text, err);
}

int mb_store_put_people(struct mb_store *store, struct mb_str path,
			struct mb_str text, struct mb_err *err)
{
	const struct sql_value values[] = { mb_sql_text(path),
					    mb_sql_text(text) };
	enum mb_people_change change;
	int rc = mb_store_try_people(store, path, text, &change, err);

	if (rc != MB_OK || change == MB_PEOPLE_SAME)
		return rc;
	rc = mb_store_begin(store, err);
	if (rc == MB_OK)
		rc = change == MB_PEOPLE_NEW
			 ? mb_sql_run(&store->sql, STMT_PUT_PEOPLE_FILE, values,
				      2, err)
			 : mb_sql_run(&store->sql, STMT_DROP_PEOPLE_FILE,
				      values, 1, err);
	return rc == MB_OK ? mb_store_mark_people(store, err) : rc;
}
