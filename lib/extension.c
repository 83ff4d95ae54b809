/*
 * extension.c - the tokenizer for programs that are not ours
 *
 * Built as minutebook.so, which any SQLite loads:
 *
 *	sqlite> .load ./minutebook
 *	sqlite> SELECT rowid FROM paragraph_fts WHERE paragraph_fts MATCH 'pond';
 *
 * A loaded extension must call SQLite through the table that it is handed,
 * for the program may have an SQLite of its own; sqlite3ext.h redefines every
 * name for that.  So the one module of ours that calls SQLite to register
 * itself is compiled here once more, behind that header.
 */
#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

#include "fts.c" /* NOLINT(bugprone-suspicious-include) */

__attribute__((visibility("default"))) int
sqlite3_minutebook_init(sqlite3 *db, char **message,
			const sqlite3_api_routines *api);

int sqlite3_minutebook_init(sqlite3 *db, char **message,
			    const sqlite3_api_routines *api)
{
	struct mb_err err = { .code = MB_OK };

	SQLITE_EXTENSION_INIT2(api);
	if (mb_fts_register(db, NULL, &err) == MB_OK)
		return SQLITE_OK;
	*message = sqlite3_mprintf("%s", err.msg);
	return SQLITE_ERROR;
}
