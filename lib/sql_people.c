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
	" CROSS JOIN paragraph p ON p.item = i.id AND NOT p.is_hidden"
#define OF_PERSON " WHERE g.person = ?2" BOUND

/* Whom names stand for, and what is told of people. */
const char *const mb_sql_people[STMT_COUNT] = {
	/* in the order of their texts: the result must not depend on ids */
	[STMT_RESOLVE_NAMES] =
	    "SELECT id, as_written FROM alias ORDER BY as_written",
	[STMT_RESOLVE_MEETINGS] =
	    "SELECT m.id, coalesce(m.council, min(d.folder)), m.body, m.date"
	    " FROM meeting m JOIN document d ON d.meeting = m.id"
	    " GROUP BY m.id ORDER BY m.slug",
	[STMT_RESOLVE_LISTED] =
	    "SELECT d.meeting, t.alias, t.role, t.initials, t.status, d.id"
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
	[STMT_RESOLVE_LEADS] = "SELECT d.meeting, l.alias FROM lead l"
			       " JOIN item i ON i.id = l.item"
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
	    "SELECT n.side, v.result, m.date, m.body, i.title AS item," CITED
		FROM_PARAGRAPHS
	    " JOIN vote v ON v.item = i.id AND v.paragraph = p.seq"
	    " JOIN vote_name n ON n.item = v.item AND n.vote = v.seq"
	    " AND n.alias = g.alias" OF_PERSON
	    " ORDER BY m.date, m.slug, i.seq, v.seq, d.path" LIMITED,
	[STMT_TABLE_LED] =
	    "SELECT m.date, m.body, i.title AS item,"
	    " m.slug || '/' || i.slug AS id,"
	    " d.path || coalesce(':' || i.line, '') AS source" FROM_NAMINGS
	    " CROSS JOIN item i ON i.document = d.id AND NOT i.is_hidden"
	    " JOIN lead l ON l.item = i.id AND +l.alias = g.alias" OF_PERSON
	    " ORDER BY m.date, m.slug, i.seq, d.path" LIMITED,
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
};
