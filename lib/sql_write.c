#include "sql.h"

/* Documents into rows, rows into meetings, words into the full-text table. */
const char *const mb_sql_write[STMT_COUNT] = {
	[STMT_BEGIN] = "BEGIN IMMEDIATE",
	[STMT_COMMIT] = "COMMIT",
	[STMT_ROLLBACK] = "ROLLBACK",

	[STMT_GET_SETTING] = "SELECT value FROM setting WHERE name = ?1",
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
	    "    WHERE p.document = d.id AND p.is_fatal),"
	    "  EXISTS (SELECT 1 FROM problem p WHERE p.document = d.id"
	    "    AND instr(p.what, 'a scan: its pages') > 0),"
	    "  EXISTS (SELECT 1 FROM problem p WHERE p.document = d.id"
	    "    AND instr(p.what, 'text from OCR: ') = 1)"
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
	/* what its documents call a council that meets itself (store_place.c) */
	[STMT_COUNCIL_BODIES] =
	    "SELECT m.council, d.own_body FROM meeting m"
	    " JOIN document d ON d.meeting = m.id"
	    " WHERE m.slug GLOB '*/council/*' AND m.council IS NOT NULL"
	    " AND d.own_body IS NOT NULL GROUP BY 1, 2"
	    " ORDER BY 1, count(*) DESC, 2",
	[STMT_CALL_COUNCIL] = "UPDATE meeting SET body = ?2 WHERE council = ?1"
			      " AND slug GLOB '*/council/*' AND body <> ?2",
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
	    " ORDER BY d.root, d.path",

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
	    " abstain_count, result, line, paragraph)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[STMT_ADD_VOTE_NAME] =
	    "INSERT INTO vote_name (item, vote, side, seq, alias)"
	    " VALUES (?1, ?2, ?3, ?4, ?5)",
	[STMT_ADD_LEAD] =
	    "INSERT INTO lead (item, seq, alias) VALUES (?1, ?2, ?3)",
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
	    " AND NOT EXISTS (SELECT 1 FROM lead WHERE alias = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM paragraph WHERE mover = alias.id)"
	    " AND NOT EXISTS (SELECT 1 FROM paragraph"
	    "  WHERE seconder = alias.id)",
};
