#include "sql.h"

/* Words, hits, and what counts and reports are made from. */
const char *const mb_sql_read[STMT_COUNT] = {
	/* NOLINTBEGIN(bugprone-suspicious-missing-comma): long statements */
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
	[STMT_ALL_WORDS] = "SELECT word, n FROM word",
	[STMT_NAMES_PEOPLE] =
	    "SELECT key FROM alias UNION SELECT key FROM person_name",
	[STMT_NAMES_OFFICES] =
	    "SELECT office FROM alias WHERE office IS NOT NULL"
	    " UNION SELECT office FROM beside"
	    " UNION SELECT role FROM attendance WHERE role IS NOT NULL",
	[STMT_NAMES_COUNCILS] =
	    "SELECT DISTINCT coalesce(m.council, d.folder)"
	    " FROM meeting m JOIN document d ON d.meeting = m.id",
	[STMT_NAMES_BODIES] =
	    "SELECT DISTINCT body FROM meeting WHERE body IS NOT NULL",
	[STMT_HAS_MATCH] = "SELECT EXISTS (SELECT 1 FROM paragraph_fts"
			   " WHERE paragraph_fts MATCH ?1)",

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
	[STMT_HIT_VOTES] =
	    "SELECT v.seq, v.for_count, v.against_count, v.abstain_count,"
	    " v.result, n.side, a.as_written, w.name FROM paragraph p"
	    " JOIN item i ON i.id = p.item"
	    " JOIN document d ON d.id = i.document"
	    " JOIN vote v ON v.item = p.item AND v.paragraph = p.seq"
	    " LEFT JOIN vote_name n ON n.item = v.item AND n.vote = v.seq"
	    " LEFT JOIN alias a ON a.id = n.alias"
	    " LEFT JOIN naming g ON g.alias = a.id AND g.meeting = d.meeting"
	    " LEFT JOIN person w ON w.id = g.person WHERE p.id = ?1"
	    " ORDER BY v.seq, n.side, n.seq",
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
	[STMT_MEETINGS_COVERAGE] =
	    "WITH of_item (item, shown, folded, spoken) AS"
	    " (SELECT item, sum(NOT is_hidden), sum(is_hidden),"
	    "  sum(speaker IS NOT NULL AND NOT is_hidden)"
	    "  FROM paragraph WHERE text <> '' GROUP BY item),"
	    " of_document (document, items, folded_items, shown, folded,"
	    "  spoken) AS"
	    " (SELECT i.document, sum(is_titled AND NOT is_hidden),"
	    "  sum(is_titled AND is_hidden), sum(o.shown), sum(o.folded),"
	    "  sum(o.spoken) FROM (SELECT *,"
	    "   coalesce(number, title) IS NOT NULL AS is_titled FROM item) i"
	    "  LEFT JOIN of_item o ON o.item = i.id GROUP BY i.document)"
	    " SELECT m.council, min(d.folder), m.body, m.date, count(*),"
	    " sum(o.items), sum(o.folded_items), sum(o.shown),"
	    " sum(o.folded), sum(o.spoken)"
	    " FROM meeting m JOIN document d ON d.meeting = m.id"
	    " LEFT JOIN of_document o ON o.document = d.id"
	    " WHERE d.format IS NOT NULL GROUP BY m.id ORDER BY m.slug",
	[STMT_UNREAD] = "SELECT d.folder, p.what, count(*), min(d.path)"
			" FROM problem p JOIN document d ON d.id = p.document"
			" WHERE p.is_fatal GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2",
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
	[STMT_HOLD] = "BEGIN",
	[STMT_OPEN_FTS] = "SELECT rowid FROM paragraph_fts LIMIT 0",
	/* NOLINTEND(bugprone-suspicious-missing-comma) */
};
