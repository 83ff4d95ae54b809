#include "sql.h"

/*
 * For tables on people: ?1 a folded name, ?2 a person, ?3 the most rows.  All
 * mention each of them, so that all can be bound.
 */
#define BOUND " AND (?1 IS NULL OR 1) AND (?2 IS NULL OR 1)"
#define LIMITED " LIMIT ?3"
/* Where a row stands, for people and for --show. */
#define CITED                                               \
	" m.slug || '/' || i.slug || '/' || p.label AS id," \
	" d.path || coalesce(':' || p.line, '') AS source"
#define FROM_NAMINGS                                                    \
	" FROM naming g CROSS JOIN document d ON d.meeting = g.meeting" \
	" CROSS JOIN meeting m ON m.id = g.meeting"
#define FROM_PARAGRAPHS                                               \
	FROM_NAMINGS                                                  \
	" CROSS JOIN item i ON i.document = d.id AND NOT i.is_hidden" \
	" CROSS JOIN paragraph p ON p.item = i.id"
#define OF_PERSON " WHERE g.person = ?2" BOUND

static const char *const texts[STMT_COUNT] = {
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

	[STMT_TABLE_PERSONS] =
	    "SELECT w.id, w.name AS person, w.council,"
	    " (SELECT count(DISTINCT meeting) FROM naming"
	    "  WHERE person = w.id) AS meetings,"
	    " (SELECT min(m.date) FROM naming g JOIN meeting m"
	    "  ON m.id = g.meeting WHERE g.person = w.id) AS first,"
	    " (SELECT max(m.date) FROM naming g JOIN meeting m"
	    "  ON m.id = g.meeting WHERE g.person = w.id) AS last"
	    " FROM person w WHERE w.id IN (SELECT person FROM person_name"
	    "  WHERE mb_name(key, ?1))" BOUND
	    " ORDER BY w.name, w.council" LIMITED,
	[STMT_TABLE_WHO] =
	    "WITH wanted (id) AS (SELECT person FROM person_name"
	    "  WHERE mb_name(key, ?1) UNION SELECT g.person FROM naming g"
	    "  JOIN alias a ON a.id = g.alias"
	    "  WHERE g.person IS NOT NULL AND mb_name(a.key, ?1))"
	    " SELECT w.name AS person, w.council,"
	    " (SELECT group_concat(why, '; ') FROM"
	    "  (SELECT g.evidence || ' (' || count(*) || ')' AS why"
	    "   FROM naming g JOIN alias a ON a.id = g.alias"
	    "   WHERE g.person = w.id AND mb_name(a.key, ?1)"
	    "   GROUP BY g.evidence ORDER BY count(*) DESC, g.evidence))"
	    " AS why,"
	    " (SELECT count(*)" FROM_PARAGRAPHS
	    "  WHERE g.person = w.id AND +p.speaker = g.alias) AS said,"
	    " (SELECT count(*)" FROM_PARAGRAPHS
	    "  JOIN mention n ON n.paragraph = p.id AND +n.alias = g.alias"
	    "  WHERE g.person = w.id) AS mentioned,"
	    " (SELECT min(m.date) FROM naming g JOIN meeting m"
	    "  ON m.id = g.meeting WHERE g.person = w.id) AS first,"
	    " (SELECT max(m.date) FROM naming g JOIN meeting m"
	    "  ON m.id = g.meeting WHERE g.person = w.id) AS last"
	    " FROM person w WHERE w.id IN (SELECT id FROM wanted)" BOUND
	    " ORDER BY w.name, w.council" LIMITED,
	[STMT_TABLE_UNDECIDED] =
	    "SELECT a.as_written AS name, m.body, m.date,"
	    " (SELECT group_concat(w.name, ' or ') FROM candidate c"
	    "  JOIN person w ON w.id = c.person"
	    "  WHERE c.alias = g.alias AND c.meeting = g.meeting)"
	    " AS candidates,"
	    " (SELECT min(d.path) FROM document d WHERE d.meeting = m.id)"
	    " AS source"
	    " FROM naming g JOIN alias a ON a.id = g.alias"
	    " JOIN meeting m ON m.id = g.meeting"
	    " WHERE g.person IS NULL AND mb_name(a.key, ?1)" BOUND
	    " ORDER BY m.date, a.as_written, m.slug" LIMITED,
	[STMT_TABLE_ROLES] =
	    "SELECT coalesce(t.role, 'member or guest') AS role, m.body,"
	    " min(m.date) AS first, max(m.date) AS last,"
	    " count(DISTINCT m.id) AS meetings,"
	    " min(d.path || coalesce(':' || t.line, '')) AS source" FROM_NAMINGS
	    " JOIN attendance t ON t.document = d.id"
	    " AND +t.alias = g.alias" OF_PERSON " GROUP BY 1, 2"
	    " UNION ALL SELECT b.office, m.body, min(m.date), max(m.date),"
	    " count(DISTINCT m.id),"
	    " min(d.path || coalesce(':' || p.line, ''))" FROM_PARAGRAPHS
	    " JOIN beside b ON b.paragraph = p.id AND b.alias = "
	    "g.alias" OF_PERSON " GROUP BY 1, 2 ORDER BY 3, 4, 1, 2" LIMITED,
	[STMT_TABLE_ATTENDANCE] =
	    "WITH mine (body, council, meeting, status, date) AS"
	    " (SELECT m.body, m.council, m.id, t.status, m.date" FROM_NAMINGS
	    " JOIN attendance t ON t.document = d.id"
	    " AND +t.alias = g.alias" OF_PERSON ")"
	    " SELECT body,"
	    " count(DISTINCT CASE WHEN status IN"
	    "  ('present', 'in attendance') THEN meeting END) AS present,"
	    " count(DISTINCT CASE WHEN status = 'apologies'"
	    "  THEN meeting END) AS apologies,"
	    " count(DISTINCT CASE WHEN status = 'absent'"
	    "  THEN meeting END) AS absent,"
	    " (SELECT count(DISTINCT x.id) FROM meeting x"
	    "  JOIN document e ON e.meeting = x.id"
	    "  JOIN attendance u ON u.document = e.id"
	    "  WHERE x.body IS mine.body AND x.council IS mine.council"
	    "  AND u.status <> 'apologies'"
	    "  AND x.date BETWEEN min(mine.date) AND max(mine.date))"
	    " AS listed_meetings,"
	    " min(date) AS first, max(date) AS last"
	    " FROM mine GROUP BY council, body ORDER BY body" LIMITED,
	[STMT_TABLE_SPOKE_IN] =
	    "SELECT substr(m.date, 1, 4) AS year, m.body,"
	    " count(*) AS paragraphs, count(DISTINCT m.id) AS "
	    "meetings" FROM_PARAGRAPHS OF_PERSON " AND +p.speaker = g.alias"
	    " GROUP BY 1, 2 ORDER BY 1, 2" LIMITED,
	[STMT_TABLE_SPOKE_ON] =
	    "SELECT m.date, m.body, i.title AS item, count(*) AS paragraphs,"
	    " m.slug || '/' || i.slug AS id,"
	    " min(d.path || coalesce(':' || p.line, '')) AS "
	    "source" FROM_PARAGRAPHS OF_PERSON " AND +p.speaker = g.alias"
	    " GROUP BY m.id, i.id ORDER BY count(*) DESC, m.date, m.slug,"
	    " i.seq, d.path" LIMITED,
	[STMT_TABLE_MOVED] =
	    "SELECT CASE WHEN p.mover = g.alias THEN 'moved' ELSE 'seconded'"
	    " END AS how, m.date, m.body, i.title AS item," CITED
		FROM_PARAGRAPHS OF_PERSON
	    " AND g.alias IN (p.mover, p.seconder)"
	    " ORDER BY m.date, m.slug, i.seq, p.seq, d.path" LIMITED,
	[STMT_TABLE_VOTED] =
	    "SELECT n.side, v.result, m.date, m.body, i.title AS item,"
	    " m.slug || '/' || i.slug AS id,"
	    " d.path || coalesce(':' || v.line, '') AS source" FROM_NAMINGS
	    " CROSS JOIN item i ON i.document = d.id"
	    " AND NOT i.is_hidden"
	    " JOIN vote v ON v.item = i.id JOIN vote_name n"
	    " ON n.item = v.item AND n.vote = v.seq AND n.alias = "
	    "g.alias" OF_PERSON
	    " ORDER BY m.date, m.slug, i.seq, v.seq, d.path" LIMITED,
	[STMT_TABLE_SAID] =
	    "SELECT m.date, m.body, i.title AS item, a.as_written AS name,"
	    " substr(replace(p.text, char(10), ' '), 1, 160) AS text," CITED
		FROM_PARAGRAPHS " JOIN alias a ON a.id = g.alias" OF_PERSON
	    " AND +p.speaker = g.alias"
	    " ORDER BY m.date DESC, m.slug, i.seq, p.seq, d.path" LIMITED,
	[STMT_TABLE_MENTIONED] =
	    "SELECT m.date, m.body, a.as_written AS name,"
	    " (SELECT s.as_written FROM alias s WHERE s.id = p.speaker)"
	    " AS by," CITED FROM_PARAGRAPHS
	    " JOIN alias a ON a.id = g.alias" OF_PERSON
	    " AND p.id IN (SELECT n.paragraph FROM mention n"
	    "  WHERE n.alias = g.alias)"
	    " AND p.speaker IS NOT g.alias AND NOT EXISTS"
	    " (SELECT 1 FROM naming h WHERE h.alias = p.speaker"
	    "  AND h.meeting = m.id AND h.person = ?2)"
	    " ORDER BY m.date DESC, m.slug, i.seq, p.seq, d.path" LIMITED,
	[STMT_TABLE_NAMES] =
	    "SELECT a.as_written AS name, g.evidence AS why,"
	    " count(DISTINCT g.meeting) AS meetings, min(m.date) AS first,"
	    " max(m.date) AS last FROM naming g"
	    " JOIN alias a ON a.id = g.alias"
	    " JOIN meeting m ON m.id = g.meeting" OF_PERSON
	    " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2" LIMITED,
	[STMT_TABLE_SPEECHES] =
	    "SELECT p.text" FROM_PARAGRAPHS OF_PERSON
	    " AND +p.speaker = g.alias ORDER BY p.id" LIMITED,
	[STMT_TABLE_PEOPLE] =
	    "SELECT w.id, w.name AS person, w.council, min(m.date) AS first,"
	    " max(m.date) AS last FROM person w"
	    " LEFT JOIN naming g ON g.person = w.id"
	    " LEFT JOIN meeting m ON m.id = g.meeting WHERE 1" BOUND
	    " GROUP BY w.id ORDER BY w.council, w.name" LIMITED,
	[STMT_TABLE_OTHER_NAMES] =
	    "SELECT n.name FROM person_name n JOIN person w ON w.id = n.person"
	    " WHERE n.person = ?2 AND n.name <> w.name" BOUND
	    " ORDER BY n.name" LIMITED,
	[STMT_TABLE_POSTS] =
	    "SELECT t.role, m.body, min(m.date) AS first,"
	    " max(m.date) AS last" FROM_NAMINGS
	    " JOIN attendance t ON t.document = d.id AND t.alias = "
	    "g.alias" OF_PERSON " AND m.body IS NOT NULL GROUP BY 1, 2"
	    " ORDER BY 3, 1, 2" LIMITED,

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

	[STMT_FACTS] =
	    "SELECT p.item, d.meeting, d.id, s.sz, m.date, m.council, d.folder,"
	    " m.body, p.kind, coalesce(w.name, a.as_written),"
	    " m.slug || '/' || i.slug, i.title, d.added, p.text <> ''"
	    " FROM paragraph p JOIN item i ON i.id = p.item"
	    " JOIN document d ON d.id = i.document"
	    " JOIN meeting m ON m.id = d.meeting"
	    " LEFT JOIN paragraph_fts_docsize s ON s.id = p.id"
	    " LEFT JOIN alias a ON a.id = p.speaker"
	    " LEFT JOIN naming g ON g.alias = a.id AND g.meeting = m.id"
	    " LEFT JOIN person w ON w.id = g.person WHERE p.id = ?1",
	[STMT_FIND_PARAGRAPH] =
	    "SELECT p.id FROM meeting m JOIN document d ON d.meeting = m.id"
	    " JOIN item i ON i.document = d.id"
	    " JOIN paragraph p ON p.item = i.id"
	    " WHERE m.slug = ?1 AND i.slug = ?2 AND p.label = ?3"
	    " ORDER BY p.is_hidden, p.id LIMIT 1",
	[STMT_FIND_ITEM] =
	    "SELECT p.id FROM meeting m JOIN document d ON d.meeting = m.id"
	    " JOIN item i ON i.document = d.id"
	    " JOIN paragraph p ON p.item = i.id"
	    " WHERE m.slug = ?1 AND i.slug = ?2 AND NOT p.is_hidden"
	    " ORDER BY i.id, p.seq",
	[STMT_AROUND] =
	    "SELECT p.id FROM paragraph q JOIN paragraph p ON p.item = q.item"
	    " WHERE q.id = ?1 AND p.seq BETWEEN q.seq - ?2 AND q.seq + ?2"
	    " AND (NOT p.is_hidden OR p.id = q.id)"
	    " ORDER BY p.seq",
	[STMT_DECISIONS] =
	    "SELECT id FROM paragraph WHERE item = ?1"
	    " AND NOT is_hidden AND kind IN ('decision', 'vote') ORDER BY seq",
	[STMT_COVERAGE] =
	    "SELECT (SELECT count(*) FROM document WHERE format IS NOT NULL),"
	    " (SELECT count(DISTINCT document) FROM problem WHERE is_fatal),"
	    " (SELECT count(*) FROM meeting),"
	    " (SELECT count(*) FROM paragraph_fts_docsize),"
	    " (SELECT n FROM total WHERE name = 'words'),"
	    " (SELECT min(date) FROM meeting), (SELECT max(date) FROM meeting),"
	    " (SELECT max(added) FROM document)",
	[STMT_MEETING_FACTS] =
	    "SELECT m.council, m.body, m.status, m.date, count(*),"
	    " sum((SELECT count(*) FROM paragraph p WHERE p.item = i.id"
	    "  AND NOT p.is_hidden)),"
	    " sum(i.n_words), min(d.folder)"
	    " FROM meeting m JOIN document d ON d.meeting = m.id"
	    " JOIN item i ON i.document = d.id AND NOT i.is_hidden"
	    " WHERE m.id = ?1 GROUP BY m.id",
	[STMT_ATTENDEES] =
	    "SELECT DISTINCT coalesce(w.name, a.as_written) AS name, t.status"
	    " FROM attendance t JOIN document d ON d.id = t.document"
	    " JOIN alias a ON a.id = t.alias"
	    " LEFT JOIN naming g ON g.alias = a.id AND g.meeting = d.meeting"
	    " LEFT JOIN person w ON w.id = g.person WHERE d.meeting = ?1"
	    " ORDER BY name, t.status",
	[STMT_VOTES] =
	    "SELECT i.number, i.title, m.slug || '/' || i.slug, v.result,"
	    " v.for_count, v.against_count, v.abstain_count"
	    " FROM document d JOIN meeting m ON m.id = d.meeting"
	    " JOIN item i ON i.document = d.id AND NOT i.is_hidden"
	    " JOIN vote v ON v.item = i.id WHERE d.meeting = ?1"
	    " ORDER BY d.id, i.seq, v.seq",
	[STMT_OPEN_FTS] = "SELECT rowid FROM paragraph_fts LIMIT 0",
};

const char *mb_sql_of(enum stmt id)
{
	return texts[id];
}
