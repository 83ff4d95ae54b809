"""What an index holds, whatever its rows are numbered: to compare two."""

import sqlite3
import subprocess

# Everything but row ids, times of files and the day of indexing.
TABLES = {
    "document": """
        SELECT r.given, d.path, d.folder, d.size_bytes, hex(d.hash),
               d.extractor, d.format, d.kind, d.title, d.url, d.charset,
               d.language, d.date_source, d.site_meeting, d.council,
               d.own_council, d.own_body, d.own_date, d.own_time,
               d.own_venue, d.own_status, m.slug
        FROM document d JOIN root r ON r.id = d.root
        LEFT JOIN meeting m ON m.id = d.meeting""",
    "meeting": """
        SELECT slug, council, body, date, time, venue, status, is_dirty
        FROM meeting""",
    "item": """
        SELECT d.path, i.seq, i.slug, i.number, i.title, i.lead,
               i.duration_minutes, i.line, i.page, i.is_boilerplate,
               i.site_id, i.is_cut, i.is_hidden, i.n_words, i.n_title_words,
               (SELECT e.path || b.seq FROM item b JOIN document e
                ON e.id = b.document WHERE b.id = i.same_as)
        FROM item i JOIN document d ON d.id = i.document""",
    "paragraph": """
        SELECT d.path, i.seq, p.seq, p.label, p.number, p.kind, p.text,
               s.as_written, o.as_written, c.as_written, p.line, p.page,
               p.is_cut, p.is_hidden
        FROM paragraph p JOIN item i ON i.id = p.item
        JOIN document d ON d.id = i.document
        LEFT JOIN alias s ON s.id = p.speaker
        LEFT JOIN alias o ON o.id = p.mover
        LEFT JOIN alias c ON c.id = p.seconder""",
    "mention": """
        SELECT d.path, i.seq, p.seq, n.start, a.as_written, a.key
        FROM mention n JOIN alias a ON a.id = n.alias
        JOIN paragraph p ON p.id = n.paragraph
        JOIN item i ON i.id = p.item JOIN document d ON d.id = i.document""",
    "attendance": """
        SELECT d.path, t.seq, a.as_written, t.role, t.initials, t.status
        FROM attendance t JOIN alias a ON a.id = t.alias
        JOIN document d ON d.id = t.document""",
    "beside": """
        SELECT d.path, i.seq, p.seq, a.as_written, a.office, b.office
        FROM beside b JOIN alias a ON a.id = b.alias
        JOIN paragraph p ON p.id = b.paragraph
        JOIN item i ON i.id = p.item JOIN document d ON d.id = i.document""",
    "person": """
        SELECT w.id, w.council, w.name, n.name, n.key
        FROM person w JOIN person_name n ON n.person = w.id""",
    "naming": """
        SELECT m.slug, a.as_written, w.council, w.name, g.evidence
        FROM naming g JOIN alias a ON a.id = g.alias
        JOIN meeting m ON m.id = g.meeting
        LEFT JOIN person w ON w.id = g.person""",
    "candidate": """
        SELECT m.slug, a.as_written, w.council, w.name
        FROM candidate c JOIN alias a ON a.id = c.alias
        JOIN meeting m ON m.id = c.meeting JOIN person w ON w.id = c.person""",
    "people_file": "SELECT path, text FROM people_file",
    "vote": """
        SELECT d.path, i.seq, v.seq, v.for_count, v.against_count,
               v.abstain_count, v.result,
               (SELECT group_concat(n.side || ' ' || a.as_written, ', ')
                FROM vote_name n JOIN alias a ON a.id = n.alias
                WHERE n.item = v.item AND n.vote = v.seq)
        FROM vote v JOIN item i ON i.id = v.item
        JOIN document d ON d.id = i.document""",
    "link": """
        SELECT d.path, i.seq, l.seq, l.title, l.href
        FROM link l JOIN item i ON i.id = l.item
        JOIN document d ON d.id = i.document""",
    "problem": """
        SELECT d.path, b.seq, b.line, b.what, b.is_fatal
        FROM problem b JOIN document d ON d.id = b.document""",
    "word": "SELECT word, stem, n FROM word",
    "compound": "SELECT joined, parts, stem, n FROM compound",
    "total": "SELECT name, n FROM total",
    "minutes": """
        SELECT id, council, body, date, item_number, item_title,
               paragraph_number, kind, speaker, text, path, line, page, url,
               person
        FROM minutes""",
}

# These reach every part of the full-text table that people reach.
QUERIES = ["speaker:reeve", "person:chair", "the", "anti-racism", "library closure", '"budget gap"',
           "title:minutes", "council OR parish", "res*"]


def content(path):
    """{table: sorted rows} of the index at @path."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return {table: sorted(database.execute(sql), key=repr)
                for table, sql in TABLES.items()}
    finally:
        database.close()


def answers(build, path):
    """What the queries find, without the order among equals."""
    found = {}
    for query in QUERIES:
        run = subprocess.run(
            [f"{build}/minutes-query", "-i", path, "--format=plain",
             "--match=all", query], stdout=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1):
            raise RuntimeError(f"'{query}' ended with {run.returncode}")
        found[query] = sorted(run.stdout.splitlines())
    return found


def differences(build, got, want, limit=5):
    """The first rows in which two indexes differ, as lines to print."""
    lines = []
    a, b = content(got), content(want)
    for table in TABLES:
        if a[table] == b[table]:
            continue
        extra, missing = set(a[table]) - set(b[table]), \
            set(b[table]) - set(a[table])
        lines.append(f"{table}: {len(a[table])} rows, not {len(b[table])}")
        lines += [f"  has {row!r:.300}" for row in sorted(extra, key=repr)[:limit]]
        lines += [f"  lacks {row!r:.300}"
                  for row in sorted(missing, key=repr)[:limit]]
    a, b = answers(build, got), answers(build, want)
    lines += [f"query '{q}' finds {len(a[q])} lines, not {len(b[q])}"
              for q in QUERIES if a[q] != b[q]]
    return lines
