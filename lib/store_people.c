/*
 * Names as the minutes write them, each of which is a row of its own, so that
 * all rows that name somebody share what is known of the name.
 */
#include "minutebook/person_name.h"
#include "minutebook/text.h"
#include "store.h"

int mb_store_find_alias(struct mb_store *store, struct mb_str as_written,
			int64_t *alias, struct mb_err *err)
{
	struct sql_value values[3] = { mb_sql_text(as_written) };
	struct mb_person_name parts;
	int rc;

	*alias = 0;
	if (as_written.len == 0)
		return MB_OK;
	rc = mb_sql_get_int(&store->sql, STMT_FIND_ALIAS, values, 1, 0, alias,
			    err);
	if (rc != MB_OK || *alias != 0)
		return rc;
	mb_buf_truncate(&store->scratch, 0);
	mb_fold(&store->scratch, as_written);
	rc = mb_buf_finish(&store->scratch, &values[1].s, err);
	values[1].type = SQL_TEXT;
	if (rc == MB_OK)
		rc = mb_person_name_parse(as_written, &store->batch, &parts,
					  err);
	if (rc == MB_OK)
		values[2] = mb_sql_text_or_null(parts.office);
	if (rc == MB_OK)
		rc = mb_sql_run(&store->sql, STMT_ADD_ALIAS, values, 3, err);
	if (rc == MB_OK)
		*alias = sqlite3_last_insert_rowid(store->sql.db);
	return rc;
}

int mb_store_put_attendance(struct mb_store *store, int64_t document,
			    const struct mb_doc *doc, struct mb_err *err)
{
	int rc = MB_OK;

	for (size_t i = 0; i < doc->n_attendance && rc == MB_OK; i++) {
		const struct mb_attendee *a = &doc->attendance[i];
		int64_t alias;

		rc = mb_store_find_alias(store, a->name, &alias, err);
		if (rc != MB_OK || alias == 0)
			continue;
		const struct sql_value values[] = {
			mb_sql_int(document),
			mb_sql_int((int64_t)i + 1),
			mb_sql_int(alias),
			mb_sql_text_or_null(a->role),
			mb_sql_text_or_null(a->initials),
			mb_sql_text(mb_str_of(mb_presence_name(a->presence))),
			mb_sql_int_or_null(a->line),
		};

		rc = mb_sql_run(&store->sql, STMT_ADD_ATTENDANCE, values, 7,
				err);
	}
	return rc;
}
