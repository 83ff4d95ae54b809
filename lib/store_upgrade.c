#include <string.h>

#include "store.h"

/* Where the views for people begin in schema.sql, to its end. */
static const char views_begin[] = "-- Views for people";

/*
 * The statements that make of schema N-1 schema N.  Views are made anew behind
 * them, and the next run reads what this version understands in another way.
 */
static const char *const steps[SCHEMA_VERSION + 1] = {
	[2] = "ALTER TABLE item ADD COLUMN"
	      "  same_as INTEGER REFERENCES item ON DELETE SET NULL;"
	      "CREATE INDEX item_same ON item (same_as)"
	      "  WHERE same_as IS NOT NULL;"
	      "ALTER TABLE paragraph ADD COLUMN"
	      "  is_hidden INTEGER NOT NULL DEFAULT 0;"
	      "CREATE INDEX paragraph_hidden ON paragraph (item)"
	      "  WHERE is_hidden = 1;"
	      "UPDATE paragraph SET is_hidden = 1 WHERE item IN"
	      "  (SELECT id FROM item WHERE is_hidden);"
	      "DROP VIEW paragraph_source;"
	      "CREATE VIEW paragraph_source (id, title, text) AS"
	      "  SELECT p.id, i.title, p.text"
	      "  FROM paragraph p JOIN item i ON i.id = p.item"
	      "  WHERE NOT p.is_hidden;"
	      "UPDATE meeting SET is_dirty = 1;",
	/* alias lost a column that refers to a table, which SQLite drops only
	 * with the table; ids stay, so that what refers to them stays right */
	[3] = "CREATE TABLE alias_3 ( id INTEGER PRIMARY KEY, as_written TEXT "
	      "  NOT NULL UNIQUE, key TEXT NOT NULL, office TEXT );"
	      "INSERT INTO alias_3 (id, as_written, key)"
	      "  SELECT id, as_written, key FROM alias;"
	      "DROP TABLE alias;"
	      "ALTER TABLE alias_3 RENAME TO alias;"
	      "CREATE INDEX attendance_role ON attendance (role) WHERE "
	      "  role IS NOT NULL;"
	      "DROP TABLE person;"
	      "CREATE TABLE beside ( paragraph INTEGER NOT NULL "
	      "  REFERENCES paragraph ON DELETE CASCADE, alias INTEGER NOT "
	      "  NULL REFERENCES alias, office TEXT NOT NULL, PRIMARY KEY "
	      "  (paragraph, alias) ) WITHOUT ROWID;"
	      "CREATE INDEX beside_alias ON beside (alias);"
	      "CREATE TABLE person ( id INTEGER PRIMARY KEY, name TEXT "
	      "  NOT NULL, council TEXT NOT NULL, UNIQUE (council, name) );"
	      "CREATE TABLE person_name ( person INTEGER NOT NULL "
	      "  REFERENCES person ON DELETE CASCADE, name TEXT NOT NULL, "
	      "  key TEXT NOT NULL, PRIMARY KEY (person, name) ) WITHOUT "
	      "  ROWID;"
	      "CREATE TABLE naming ( alias INTEGER NOT NULL REFERENCES "
	      "  alias ON DELETE CASCADE, meeting INTEGER NOT NULL "
	      "  REFERENCES meeting ON DELETE CASCADE, person INTEGER "
	      "  REFERENCES person, evidence TEXT NOT NULL, PRIMARY KEY "
	      "  (alias, meeting) ) WITHOUT ROWID;"
	      "CREATE INDEX naming_meeting ON naming (meeting);"
	      "CREATE INDEX naming_person ON naming (person, alias, "
	      "  meeting) WHERE person IS NOT NULL;"
	      "CREATE TABLE candidate ( alias INTEGER NOT NULL REFERENCES "
	      "  alias ON DELETE CASCADE, meeting INTEGER NOT NULL "
	      "  REFERENCES meeting ON DELETE CASCADE, person INTEGER NOT "
	      "  NULL REFERENCES person, PRIMARY KEY (alias, meeting, "
	      "  person) ) WITHOUT ROWID;"
	      "CREATE INDEX candidate_meeting ON candidate (meeting);"
	      "CREATE INDEX candidate_person ON candidate (person);"
	      "CREATE TABLE people_file ( path TEXT PRIMARY KEY, text "
	      "  TEXT NOT NULL ) WITHOUT ROWID;",
	[4] = "ALTER TABLE vote ADD COLUMN paragraph INTEGER;"
	      "CREATE TABLE lead ( item INTEGER NOT NULL REFERENCES item "
	      "  ON DELETE CASCADE, seq INTEGER NOT NULL, alias INTEGER NOT "
	      "  NULL REFERENCES alias, PRIMARY KEY (item, seq) ) WITHOUT "
	      "  ROWID;"
	      "CREATE INDEX lead_alias ON lead (alias);",
	[5] = "", /* the view minutes has a column more */
};

/* Drops the views for people, whichever this index has. */
static int drop_views(struct mb_store *store, struct mb_err *err)
{
	struct mb_buf script = MB_BUF_INIT;
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(&store->sql, STMT_VIEWS, NULL, 0, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(&store->sql, stmt, err)) > 0) {
		mb_buf_add_format(&script, "DROP VIEW \"%.*s\";",
				  MB_STR_ARG(mb_sql_column(stmt, 0)));
		rc = MB_OK;
	}
	mb_buf_add_char(&script, '\0');
	if (rc == MB_OK && script.has_failed)
		rc = mb_fail_nomem(err);
	if (rc == MB_OK)
		rc = mb_sql_script(&store->sql, script.ptr, err);
	mb_buf_release(&script);
	return rc;
}

static int run_steps(struct mb_store *store, int version, struct mb_err *err)
{
	int rc = drop_views(store, err);

	while (rc == MB_OK && version++ < SCHEMA_VERSION)
		rc = mb_sql_script(&store->sql, steps[version], err);
	if (rc == MB_OK)
		rc = mb_sql_script(&store->sql, strstr(mb_schema, views_begin),
				   err);
	if (rc == MB_OK)
		rc = mb_sql_script(&store->sql,
				   "PRAGMA user_version = " SCHEMA_TEXT, err);
	return rc;
}

int mb_store_upgrade(struct mb_store *store, int version, struct mb_err *err)
{
	/* a table that is made anew must not take with it what refers to it */
	int rc = mb_sql_script(
	    &store->sql, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", err);

	if (rc == MB_OK)
		rc = run_steps(store, version, err);
	if (rc == MB_OK)
		return mb_sql_script(&store->sql,
				     "COMMIT; PRAGMA foreign_keys = ON", err);
	(void)sqlite3_exec(store->sql.db, "ROLLBACK", NULL, NULL, NULL);
	return rc;
}
