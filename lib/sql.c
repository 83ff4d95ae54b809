#include "sql.h"

#include <string.h>

static const char *const texts[STMT_COUNT] = {
	[STMT_BEGIN] = "BEGIN IMMEDIATE",
	[STMT_COMMIT] = "COMMIT",
	[STMT_ROLLBACK] = "ROLLBACK",

	[STMT_PUT_SETTING] = "INSERT INTO setting (name, value) VALUES (?1, ?2)"
			     " ON CONFLICT DO UPDATE SET value = excluded.value"
			     " WHERE value <> excluded.value",

	[STMT_PUT_ROOT] = "INSERT INTO root (absolute, given) VALUES (?1, ?2)"
			  " ON CONFLICT DO UPDATE SET given = excluded.given",
	[STMT_FIND_ROOT] = "SELECT id FROM root WHERE absolute = ?1",
	[STMT_ROOT_PATH] = "SELECT absolute FROM root WHERE id = ?1",
	[STMT_ROOTS] = "SELECT id, absolute, given FROM root ORDER BY absolute",
	[STMT_DELETE_ROOT] = "DELETE FROM root WHERE id = ?1",

	[STMT_FIND_DOCUMENT] =
	    "SELECT id, size_bytes, mtime_ns, ctime_ns, inode, hash,"
	    "  extractor,"
	    "  (SELECT p.what FROM problem p"
	    "    WHERE p.document = d.id AND p.is_fatal)"
	    " FROM document d WHERE root = ?1 AND path = ?2",
	[STMT_TOUCH_DOCUMENT] =
	    "UPDATE document SET size_bytes = ?2, mtime_ns = ?3,"
	    " ctime_ns = ?4, inode = ?5 WHERE id = ?1",
	[STMT_PUT_DOCUMENT] =
	    "INSERT INTO document (root, path, folder, size_bytes, mtime_ns,"
	    " ctime_ns, inode, hash, extractor, added, format, kind, title,"
	    " url, charset, language, date_source, meeting, site_meeting,"
	    " own_council, own_body, own_date, own_time, own_venue,"
	    " own_status)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
	    " strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?10, ?11, ?12, ?13, ?14,"
	    " ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
	[STMT_PLACES] =
	    "SELECT d.id, d.root, d.meeting,"
	    " coalesce((SELECT i.site_id FROM item i"
	    "  WHERE i.document = d.id AND i.seq = 1), 0),"
	    " d.path, d.folder, d.own_council, d.council, d.own_body,"
	    " d.own_date, m.slug, d.kind, d.date_source"
	    " FROM document d LEFT JOIN meeting m ON m.id = d.meeting"
	    " WHERE d.format IS NOT NULL ORDER BY d.id",
	[STMT_PLACE_DOCUMENT] =
	    "UPDATE document SET meeting = ?2, council = ?3 WHERE id = ?1",
	[STMT_DELETE_DOCUMENT] = "DELETE FROM document WHERE id = ?1",
	[STMT_DOCUMENTS_OF_ROOT] =
	    "SELECT id, path FROM document WHERE root = ?1 ORDER BY path",

	[STMT_FIND_MEETING] = "SELECT id FROM meeting WHERE slug = ?1",
	[STMT_FIND_MEETING_DATE] = "SELECT date FROM meeting WHERE id = ?1",
	[STMT_ADD_MEETING] = "INSERT INTO meeting (slug, date) VALUES (?1, ?2)",
	[STMT_MARK_MEETING] = "UPDATE meeting SET is_dirty = 1 WHERE id = ?1",
	[STMT_MARK_MEETING_OF] =
	    "UPDATE meeting SET is_dirty = 1 WHERE id ="
	    " (SELECT meeting FROM document WHERE id = ?1)",
	[STMT_SET_MEETING] =
	    "UPDATE meeting SET council = ?2, body = ?3, date = ?4, time = ?5,"
	    " venue = ?6, status = ?7, is_dirty = 0 WHERE id = ?1",
	[STMT_DELETE_MEETING] = "DELETE FROM meeting WHERE id = ?1",
	[STMT_DIRTY_MEETING] =
	    "SELECT id FROM meeting WHERE is_dirty = 1 LIMIT 1",
	/* the richest first: its facts win */
	[STMT_DOCUMENTS_OF_MEETING] =
	    "SELECT d.council, own_body, own_date, own_time, own_venue,"
	    " own_status FROM document d JOIN root r ON r.id = d.root"
	    " WHERE meeting = ?1 AND format IS NOT NULL"
	    " ORDER BY kind = 'meeting' DESC, own_date IS NULL, path,"
	    " absolute",

	[STMT_ADD_ITEM] =
	    "INSERT INTO item (document, seq, slug, number, title, lead,"
	    " duration_minutes, line, page, is_boilerplate, site_id, is_cut,"
	    " n_words, n_title_words)"
	    " VALUES (?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
	    " ?13)",
	[STMT_ITEMS_OF_DOCUMENT] =
	    "SELECT id, is_hidden, n_words, n_title_words FROM item"
	    " WHERE document = ?1",
	[STMT_ITEMS_OF_MEETING] =
	    "SELECT i.id, i.number, i.title, i.site_id,"
	    " i.is_hidden + (i.same_as IS NOT NULL), i.slug"
	    " FROM document d JOIN item i ON i.document = d.id"
	    " JOIN root r ON r.id = d.root WHERE d.meeting = ?1"
	    " ORDER BY d.kind = 'meeting' DESC, d.path, r.absolute, i.seq",
	[STMT_SET_ITEM_SLUG] = "UPDATE item SET slug = ?2 WHERE id = ?1",
	[STMT_VIEWS] = "SELECT name FROM sqlite_schema"
		       " WHERE type = 'view' AND name <> 'paragraph_source'",
	[STMT_COPIES] =
	    "SELECT i.id, d.id, i.site_id, i.number, i.title, i.is_cut,"
	    " i.is_hidden, i.same_as, i.n_words, i.n_title_words, d.kind,"
	    " d.own_status, EXISTS (SELECT 1 FROM paragraph p"
	    "  WHERE p.item = i.id AND p.is_hidden = 1)"
	    " FROM document d JOIN item i ON i.document = d.id"
	    " JOIN root r ON r.id = d.root WHERE d.meeting = ?1"
	    " ORDER BY d.path, r.absolute, i.seq",
	[STMT_PARTS] =
	    "SELECT p.id, p.text, p.is_cut, p.is_hidden, p.kind, p.number,"
	    " p.mover, a.key, (SELECT count(*) FROM vote v"
	    "  WHERE v.item = p.item AND p.seq = 1)"
	    " FROM paragraph p LEFT JOIN alias a ON a.id = p.speaker"
	    " WHERE p.item = ?1 ORDER BY p.seq",
	[STMT_SET_ITEM_FOLDED] =
	    "UPDATE item SET is_hidden = ?2, same_as = ?3 WHERE id = ?1",
	[STMT_SET_PARAGRAPH_HIDDEN] =
	    "UPDATE paragraph SET is_hidden = ?2 WHERE id = ?1",
	/* the meeting whose page lists an item with this id */
	[STMT_SITE_MEETING] =
	    "SELECT d.meeting FROM item i JOIN document d ON d.id = i.document"
	    " WHERE i.site_id = ?1 AND d.folder = ?2 AND d.root = ?3"
	    " AND d.kind = 'meeting' AND d.own_date IS NOT NULL"
	    " ORDER BY d.path LIMIT 1",
	/*
	 * Item pages whose meeting page has come, gone or changed, or whose
	 * paragraphs still have the day of the meeting before.
	 */
	[STMT_MISPLACED] =
	    "SELECT d.id, d.root, d.path FROM document d"
	    " JOIN item i ON i.document = d.id AND i.seq = 1"
	    " LEFT JOIN paragraph p ON p.item = i.id AND p.seq = 1"
	    " LEFT JOIN meeting m1 ON m1.id = d.meeting"
	    " WHERE d.kind = 'item' AND i.site_id > 0 AND d.own_date IS NULL"
	    " AND (CASE WHEN m1.date IS NULL THEN p.id >= 1 << 40"
	    "  ELSE (p.id >> 20) - (1 << 20) IS NOT"
	    "   CAST(julianday(m1.date) - julianday('1800-01-01') AS INTEGER)"
	    "  END OR d.meeting IS NOT coalesce("
	    "  (SELECT d2.meeting FROM item i2"
	    "   JOIN document d2 ON d2.id = i2.document"
	    "   WHERE i2.site_id = i.site_id AND d2.folder = d.folder"
	    "   AND d2.root = d.root AND d2.kind = 'meeting'"
	    "   AND d2.own_date IS NOT NULL ORDER BY d2.path LIMIT 1),"
	    "  (SELECT m.id FROM meeting m"
	    "   WHERE m.id = d.meeting AND m.date IS NULL)))"
	    " ORDER BY d.id",

	[STMT_ADD_PARAGRAPH] =
	    "INSERT INTO paragraph (id, item, seq, label, number, kind, text,"
	    " speaker, mover, seconder, line, page, is_cut)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
	[STMT_NEXT_PARAGRAPH] =
	    "SELECT max(id) + 1 FROM paragraph WHERE id >= ?1 AND id < ?2",
	[STMT_PARAGRAPHS_OF_ITEM] =
	    "SELECT p.id, i.title, p.text FROM paragraph p"
	    " JOIN item i ON i.id = p.item WHERE p.item = ?1"
	    " AND NOT p.is_hidden ORDER BY p.seq",
	[STMT_ADD_MENTION] =
	    "INSERT OR IGNORE INTO mention (paragraph, start, alias)"
	    " VALUES (?1, ?2, ?3)",

	[STMT_FIND_ALIAS] = "SELECT id FROM alias WHERE as_written = ?1",
	[STMT_ADD_ALIAS] =
	    "INSERT INTO alias (as_written, key, office) VALUES (?1, ?2, ?3)",
	[STMT_ADD_ATTENDANCE] =
	    "INSERT INTO attendance (document, seq, alias, role, initials,"
	    " status, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[STMT_ADD_VOTE] =
	    "INSERT INTO vote (item, seq, for_count, against_count,"
	    " abstain_count, result, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[STMT_ADD_VOTE_NAME] =
	    "INSERT INTO vote_name (item, vote, side, seq, alias)"
	    " VALUES (?1, ?2, ?3, ?4, ?5)",
	[STMT_ADD_LINK] = "INSERT INTO link (item, seq, title, href)"
			  " VALUES (?1, ?2, ?3, ?4)",
	[STMT_ADD_PROBLEM] =
	    "INSERT INTO problem (document, seq, line, what, is_fatal)"
	    " VALUES (?1, ?2, ?3, ?4, ?5)",

	[STMT_FTS_INSERT] = "INSERT INTO paragraph_fts (rowid, title, text)"
			    " VALUES (?1, ?2, ?3)",
	[STMT_FTS_DELETE] =
	    "INSERT INTO paragraph_fts (paragraph_fts, rowid, title, text)"
	    " VALUES ('delete', ?1, ?2, ?3)",
	[STMT_FTS_OPTIMIZE] =
	    "INSERT INTO paragraph_fts (paragraph_fts) VALUES ('optimize')",
	/* 1: against the text, too */
	[STMT_FTS_CHECK] = "INSERT INTO paragraph_fts (paragraph_fts, rank)"
			   " VALUES ('integrity-check', 1)",

	[STMT_COUNT_WORD] =
	    "INSERT INTO word (word, stem, n) VALUES (?1, ?2, ?3)"
	    " ON CONFLICT DO UPDATE SET n = n + excluded.n",
	[STMT_DROP_WORD] = "DELETE FROM word WHERE word = ?1 AND n <= 0",
	[STMT_COUNT_COMPOUND] = "INSERT INTO compound (joined, parts, n, stem)"
				" VALUES (?1, ?2, ?3, ?4)"
				" ON CONFLICT DO UPDATE SET n = n + excluded.n",
	[STMT_DROP_COMPOUND] =
	    "DELETE FROM compound WHERE joined = ?1 AND parts = ?2 AND n <= 0",
	[STMT_ADD_TOTAL] = "UPDATE total SET n = n + ?2 WHERE name = ?1",
	[STMT_DROP_ALIASES] =
	    "DELETE FROM alias WHERE"
	    " NOT EXISTS (SELECT 1 FROM paragraph WHERE speaker = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM mention WHERE alias = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM attendance WHERE alias = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM vote_name WHERE alias = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM paragraph WHERE mover = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM paragraph"
	    "  WHERE seconder = alias.id)",

	[STMT_GET_TOTAL] = "SELECT n FROM total WHERE name = ?1",
	[STMT_WORDS_OF_STEM] =
	    "SELECT word FROM word WHERE stem = ?1 ORDER BY n DESC, word",
	[STMT_FIND_WORD] = "SELECT n FROM word WHERE word = ?1",
	[STMT_COMPOUND_PARTS] =
	    "SELECT DISTINCT parts FROM compound"
	    " WHERE joined = ?1 OR stem = ?2 ORDER BY n DESC, parts",
	[STMT_COMPOUNDS_FROM] =
	    "SELECT DISTINCT parts FROM compound"
	    " WHERE joined >= ?1 AND joined < ?2 ORDER BY n DESC, parts",
	[STMT_ALL_WORDS] = "SELECT word, n FROM word ORDER BY n DESC, word",
	/* in the order of their texts: the result must not depend on ids */
	[STMT_RESOLVE_NAMES] =
	    "SELECT id, as_written FROM alias ORDER BY as_written",
	[STMT_RESOLVE_MEETINGS] =
	    "SELECT m.id, coalesce(m.council, min(d.folder)), m.body, m.date"
	    " FROM meeting m JOIN document d ON d.meeting = m.id"
	    " GROUP BY m.id ORDER BY m.slug",
	[STMT_RESOLVE_LISTED] =
	    "SELECT d.meeting, t.alias, t.role, t.initials, t.status"
	    " FROM attendance t JOIN document d ON d.id = t.document",
	[STMT_RESOLVE_PARAGRAPHS] =
	    "SELECT d.meeting, p.speaker, p.mover, p.seconder"
	    " FROM paragraph p JOIN item i ON i.id = p.item"
	    " JOIN document d ON d.id = i.document"
	    " WHERE p.speaker IS NOT NULL OR p.mover IS NOT NULL"
	    " OR p.seconder IS NOT NULL",
	[STMT_RESOLVE_MENTIONS] = "SELECT d.meeting, n.alias FROM mention n"
				  " JOIN paragraph p ON p.id = n.paragraph"
				  " JOIN item i ON i.id = p.item"
				  " JOIN document d ON d.id = i.document",
	[STMT_RESOLVE_VOTES] = "SELECT d.meeting, v.alias FROM vote_name v"
			       " JOIN item i ON i.id = v.item"
			       " JOIN document d ON d.id = i.document",
	[STMT_RESOLVE_BESIDE] =
	    "SELECT d.meeting, b.alias, b.office FROM beside b"
	    " JOIN paragraph p ON p.id = b.paragraph"
	    " JOIN item i ON i.id = p.item"
	    " JOIN document d ON d.id = i.document"
	    " JOIN alias a ON a.id = b.alias"
	    " ORDER BY a.as_written, b.office",
	[STMT_DROP_CANDIDATES] = "DELETE FROM candidate",
	[STMT_DROP_NAMINGS] = "DELETE FROM naming",
	[STMT_DROP_PERSON_NAMES] = "DELETE FROM person_name",
	[STMT_DROP_PERSONS] = "DELETE FROM person",
	[STMT_ADD_PERSON] =
	    "INSERT INTO person (id, name, council) VALUES (?1, ?2, ?3)",
	[STMT_ADD_PERSON_NAME] =
	    "INSERT OR IGNORE INTO person_name (person, name, key)"
	    " VALUES (?1, ?2, ?3)",
	[STMT_ADD_NAMING] =
	    "INSERT INTO naming (alias, meeting, person, evidence)"
	    " VALUES (?1, ?2, ?3, ?4)",
	[STMT_ADD_CANDIDATE] = "INSERT INTO candidate (alias, meeting, person)"
			       " VALUES (?1, ?2, ?3)",
	[STMT_ADD_BESIDE] =
	    "INSERT OR IGNORE INTO beside (paragraph, alias, office)"
	    " VALUES (?1, ?2, ?3)",
	[STMT_PEOPLE_FILES] =
	    "SELECT path, text FROM people_file ORDER BY path",
	[STMT_FIND_PEOPLE_FILE] =
	    "SELECT 1 + (text = ?2) FROM people_file WHERE path = ?1",
	[STMT_PUT_PEOPLE_FILE] =
	    "INSERT INTO people_file (path, text) VALUES (?1, ?2)"
	    " ON CONFLICT DO UPDATE SET text = excluded.text",
	[STMT_DROP_PEOPLE_FILE] = "DELETE FROM people_file WHERE path = ?1",
	[STMT_JSON_IS_VALID] = "SELECT json_valid(?1)",
	[STMT_POPOLO_PERSONS] =
	    "SELECT json_extract(p.value, '$.id'),"
	    " json_extract(p.value, '$.name'),"
	    " (SELECT group_concat(json_extract(o.value, '$.name'), '; ')"
	    "  FROM json_each(p.value, '$.other_names') o)"
	    " FROM json_each(?1, '$.persons') p",
	[STMT_POPOLO_MEMBERSHIPS] =
	    "SELECT json_extract(m.value, '$.role'),"
	    " coalesce((SELECT json_extract(a.value, '$.name')"
	    "  FROM json_each(?1, '$.areas') a WHERE json_extract(a.value,"
	    "  '$.id') = json_extract(m.value, '$.area_id')),"
	    "  json_extract(m.value, '$.area.name')),"
	    " json_extract(m.value, '$.start_date'),"
	    " json_extract(m.value, '$.end_date')"
	    " FROM json_each(?1, '$.memberships') m"
	    " WHERE json_extract(m.value, '$.person_id') = ?2",

	[STMT_HIT] =
	    "SELECT p.number, p.kind, p.text, p.line, p.page,"
	    " i.number, i.title, m.slug || '/' || i.slug || '/' || p.label,"
	    " m.council, m.body, m.date, d.path, d.url, r.given,"
	    " a.as_written, d.folder, d.title, w.name"
	    " FROM paragraph p JOIN item i ON i.id = p.item"
	    " JOIN document d ON d.id = i.document"
	    " JOIN meeting m ON m.id = d.meeting"
	    " JOIN root r ON r.id = d.root"
	    " LEFT JOIN alias a ON a.id = p.speaker"
	    " LEFT JOIN naming g ON g.alias = a.id AND g.meeting = m.id"
	    " LEFT JOIN person w ON w.id = g.person WHERE p.id = ?1",
	[STMT_HIT_ID] = "SELECT m.slug || '/' || i.slug || '/' || p.label"
			" FROM paragraph p JOIN item i ON i.id = p.item"
			" JOIN document d ON d.id = i.document"
			" JOIN meeting m ON m.id = d.meeting WHERE p.id = ?1",
};

/* --- values ------------------------------------------------------------ */

struct sql_value mb_sql_null(void)
{
	return (struct sql_value){ .type = SQL_NULL };
}

struct sql_value mb_sql_int(int64_t n)
{
	return (struct sql_value){ .type = SQL_INT, .n = n };
}

struct sql_value mb_sql_int_or_null(int64_t n)
{
	return n != 0 ? mb_sql_int(n) : mb_sql_null();
}

struct sql_value mb_sql_text(struct mb_str s)
{
	return (struct sql_value){ .type = SQL_TEXT, .s = s };
}

struct sql_value mb_sql_text_or_null(struct mb_str s)
{
	return s.len > 0 ? mb_sql_text(s) : mb_sql_null();
}

struct sql_value mb_sql_blob(struct mb_str s)
{
	return (struct sql_value){ .type = SQL_BLOB, .s = s };
}

/* The bytes outlive the statement's run, so that nothing is copied. */
static int bind(sqlite3_stmt *stmt, int i, const struct sql_value *value)
{
	const char *bytes = value->s.ptr ? value->s.ptr : "";

	switch (value->type) {
	case SQL_INT:
		return sqlite3_bind_int64(stmt, i, value->n);
	case SQL_TEXT:
		return sqlite3_bind_text64(stmt, i, bytes, value->s.len,
					   SQLITE_STATIC, SQLITE_UTF8);
	case SQL_BLOB:
		return sqlite3_bind_blob64(stmt, i, bytes, value->s.len,
					   SQLITE_STATIC);
	default:
		return sqlite3_bind_null(stmt, i);
	}
}

struct mb_str mb_sql_column(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return (struct mb_str){ text,
				(size_t)sqlite3_column_bytes(stmt, column) };
}

/* --- running ----------------------------------------------------------- */

int mb_sql_fail(sqlite3 *db, struct mb_err *err)
{
	int rc = sqlite3_errcode(db);

	if (rc == SQLITE_NOMEM)
		return mb_fail_nomem(err);
	if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		return mb_fail(err, MB_EBUSY,
			       "another program is writing to the index");
	if (rc == SQLITE_INTERRUPT)
		return mb_fail(err, MB_ESTOPPED, "stopped");
	if (rc == SQLITE_NOTADB)
		return mb_fail(err, MB_ESTORE, "not an index of minutes-index");
	return mb_fail(err, MB_ESTORE, "%s", sqlite3_errmsg(db));
}

int mb_sql_begin(struct sql *sql, enum stmt id, const struct sql_value *values,
		 size_t n, sqlite3_stmt **out, struct mb_err *err)
{
	sqlite3_stmt **stmt = &sql->stmts[id];

	if (!*stmt && sqlite3_prepare_v3(sql->db, texts[id], -1,
					 SQLITE_PREPARE_PERSISTENT, stmt,
					 NULL) != SQLITE_OK)
		return mb_sql_fail(sql->db, err);
	sqlite3_reset(*stmt);
	for (size_t i = 0; i < n; i++)
		if (bind(*stmt, (int)i + 1, &values[i]) != SQLITE_OK)
			return mb_sql_fail(sql->db, err);
	*out = *stmt;
	return MB_OK;
}

int mb_sql_step(struct sql *sql, sqlite3_stmt *stmt, struct mb_err *err)
{
	int rc = sqlite3_step(stmt);

	if (rc == SQLITE_ROW)
		return 1;
	if (rc != SQLITE_DONE)
		rc = mb_sql_fail(sql->db, err); /* before reset clears it */
	else
		rc = 0;
	sqlite3_reset(stmt);
	return rc;
}

int mb_sql_run(struct sql *sql, enum stmt id, const struct sql_value *values,
	       size_t n, struct mb_err *err)
{
	sqlite3_stmt *stmt;
	int rc = mb_sql_begin(sql, id, values, n, &stmt, err);

	while (rc == MB_OK && (rc = mb_sql_step(sql, stmt, err)) > 0)
		rc = MB_OK;
	return rc;
}

int mb_sql_get_int(struct sql *sql, enum stmt id,
		   const struct sql_value *values, size_t n, int64_t otherwise,
		   int64_t *out, struct mb_err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = mb_sql_begin(sql, id, values, n, &stmt, err);

	if (rc != MB_OK)
		return rc;
	rc = mb_sql_step(sql, stmt, err);
	if (rc < 0)
		return rc;
	*out = otherwise;
	if (rc > 0 && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		*out = sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	return MB_OK;
}

int mb_sql_script(struct sql *sql, const char *script, struct mb_err *err)
{
	if (sqlite3_exec(sql->db, script, NULL, NULL, NULL) != SQLITE_OK)
		return mb_sql_fail(sql->db, err);
	return MB_OK;
}

/* The number that @question gives, in a file that may be anybody's. */
static int ask(struct sql *sql, const char *question, int *answer,
	       struct mb_err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(sql->db, question, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		*answer = sqlite3_column_int(stmt, 0);
		rc = MB_OK;
	} else {
		rc = mb_sql_fail(sql->db, err);
	}
	sqlite3_finalize(stmt);
	return rc;
}

int mb_sql_version(struct sql *sql, int *version, struct mb_err *err)
{
	return ask(sql, "PRAGMA user_version", version, err);
}

int mb_sql_is_foreign(struct sql *sql, int version, bool *is_foreign,
		      struct mb_err *err)
{
	int n = 0;
	int rc = ask(sql,
		     version == 0 ? "SELECT count(*) FROM sqlite_schema"
				  : "SELECT application_id <> " SCHEMA_MARK
				    " FROM pragma_application_id",
		     &n, err);

	if (rc == MB_OK)
		*is_foreign = n > 0;
	return rc;
}

void mb_sql_close(struct sql *sql)
{
	for (int i = 0; i < STMT_COUNT; i++) {
		sqlite3_finalize(sql->stmts[i]);
		sql->stmts[i] = NULL;
	}
	sqlite3_close(sql->db);
	sql->db = NULL;
}
