-- The schema of a Minutebook index, version 5; minutes-db(5) explains it.
--
-- Text is stored once, in paragraph and item; the full-text table refers to
-- it.  A paragraph's id is its place in time (see paragraph, below), so that
-- the newest come last and what stands together lies together.

-- What this index is: 'extractor' is the version of the last run that changed
-- it; what older ones read, document.extractor tells.
CREATE TABLE setting (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) WITHOUT ROWID;

-- The folders and files that were given to minutes-index.
CREATE TABLE root (
	id       INTEGER PRIMARY KEY,
	absolute TEXT NOT NULL UNIQUE, -- which one it is
	given    TEXT NOT NULL         -- how it was typed last
);

-- Every file seen: read, or not read and then why (problem.is_fatal).
CREATE TABLE document (
	id            INTEGER PRIMARY KEY,
	root          INTEGER NOT NULL REFERENCES root,
	path          TEXT NOT NULL,    -- relative to the root
	folder        TEXT NOT NULL,    -- its first folder, or the root's name
	size_bytes    INTEGER NOT NULL,
	mtime_ns      INTEGER NOT NULL, -- these three only save reading files
	ctime_ns      INTEGER NOT NULL, -- that have not been touched
	inode         INTEGER NOT NULL,
	hash          BLOB,             -- XXH3-128; NULL when not readable
	extractor     INTEGER NOT NULL, -- version that read it
	added         TEXT NOT NULL,    -- UTC, ISO 8601: in the index since
	format        TEXT,             -- NULL when not read
	kind          TEXT,
	title         TEXT,
	url           TEXT,
	charset       TEXT,
	language      TEXT,
	date_source   TEXT,
	meeting       INTEGER REFERENCES meeting,
	site_meeting  INTEGER NOT NULL DEFAULT 0, -- ids on the council's site
	council       TEXT,             -- whose it is, compared with its neighbours
	own_council   TEXT,             -- what the document itself says of its
	own_body      TEXT,             -- meeting, before it is joined with
	own_date      TEXT,             -- others
	own_time      TEXT,
	own_venue     TEXT,
	own_status    TEXT,
	UNIQUE (root, path)
);
CREATE INDEX document_meeting ON document (meeting);
CREATE INDEX document_site ON document (site_meeting) WHERE site_meeting > 0;

-- One meeting of one body on one day, from however many documents.  What is
-- known of no meeting (no body or no date) has one of its own per document.
CREATE TABLE meeting (
	id       INTEGER PRIMARY KEY,
	slug     TEXT NOT NULL UNIQUE, -- begins the ids that people cite
	council  TEXT,
	body     TEXT,
	date     TEXT,                 -- ISO 8601
	time     TEXT,
	venue    TEXT,
	status   TEXT,
	is_dirty INTEGER NOT NULL DEFAULT 1 -- its documents changed: rejoin
);
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_dirty ON meeting (is_dirty) WHERE is_dirty = 1;

CREATE TABLE item (
	id               INTEGER PRIMARY KEY,
	document         INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	seq              INTEGER NOT NULL, -- 1.. in the document
	slug             TEXT NOT NULL,    -- in the meeting
	number           TEXT,
	title            TEXT,
	lead             TEXT,
	duration_minutes INTEGER,
	line             INTEGER,
	page             INTEGER,
	is_boilerplate   INTEGER NOT NULL,
	site_id          INTEGER NOT NULL DEFAULT 0,
	is_cut           INTEGER NOT NULL, -- the page shows only a part of it
	is_hidden        INTEGER NOT NULL DEFAULT 0, -- all of its paragraphs are
	n_words          INTEGER NOT NULL, -- of its paragraphs
	n_title_words    INTEGER NOT NULL,
	-- the best copy of it in another document of the meeting
	same_as          INTEGER REFERENCES item ON DELETE SET NULL,
	UNIQUE (document, seq)
);
CREATE INDEX item_same ON item (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX item_site ON item (site_id) WHERE site_id > 0;

-- A name as somebody wrote it; naming says whom it means in which meeting.
CREATE TABLE alias (
	id         INTEGER PRIMARY KEY,
	as_written TEXT NOT NULL UNIQUE,
	key        TEXT NOT NULL, -- folded: what searches compare
	office     TEXT           -- "Chair" of "The Chair", or of "Mayor Bell"
);

-- id = 2^40 + day * 2^20 + n, where day counts from 1800-01-01 and n from 1
-- in the order of taking in; the undated have n alone.  So ids are in the order
-- of dates, and the paragraphs of one item are neighbours.  An item that has no text has one empty paragraph, so that its
-- title is found.
CREATE TABLE paragraph (
	id       INTEGER PRIMARY KEY,
	item     INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
	seq      INTEGER NOT NULL, -- 1.. in the item
	label    TEXT NOT NULL,    -- in the item: its number, or p1, p2, ...
	number   TEXT,
	kind     TEXT NOT NULL,
	text     TEXT NOT NULL,
	speaker  INTEGER REFERENCES alias,
	mover    INTEGER REFERENCES alias,
	seconder INTEGER REFERENCES alias,
	line     INTEGER,
	page     INTEGER,
	is_cut   INTEGER NOT NULL,
	is_hidden INTEGER NOT NULL DEFAULT 0, -- another copy shows its text
	UNIQUE (item, seq)
);
CREATE INDEX paragraph_hidden ON paragraph (item) WHERE is_hidden = 1;
CREATE INDEX paragraph_speaker ON paragraph (speaker)
	WHERE speaker IS NOT NULL;
CREATE INDEX paragraph_mover ON paragraph (mover) WHERE mover IS NOT NULL;
CREATE INDEX paragraph_seconder ON paragraph (seconder)
	WHERE seconder IS NOT NULL;

CREATE TABLE mention (
	paragraph INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,
	start     INTEGER NOT NULL, -- byte of the text
	alias     INTEGER NOT NULL REFERENCES alias,
	PRIMARY KEY (paragraph, start, alias)
) WITHOUT ROWID;
CREATE INDEX mention_alias ON mention (alias);

CREATE TABLE attendance (
	document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	seq      INTEGER NOT NULL,
	alias    INTEGER NOT NULL REFERENCES alias,
	role     TEXT,
	initials TEXT,
	status   TEXT NOT NULL,
	line     INTEGER,
	PRIMARY KEY (document, seq)
) WITHOUT ROWID;
CREATE INDEX attendance_alias ON attendance (alias);
CREATE INDEX attendance_role ON attendance (role) WHERE role IS NOT NULL;

CREATE TABLE vote (
	item         INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
	seq          INTEGER NOT NULL,
	for_count    INTEGER, -- NULL when it is not told
	against_count INTEGER,
	abstain_count INTEGER,
	result       TEXT,
	line         INTEGER,
	paragraph    INTEGER, -- the seq of the one that tells of it
	PRIMARY KEY (item, seq)
) WITHOUT ROWID;

CREATE TABLE vote_name (
	item  INTEGER NOT NULL,
	vote  INTEGER NOT NULL,
	side  TEXT NOT NULL,
	seq   INTEGER NOT NULL,
	alias INTEGER NOT NULL REFERENCES alias,
	PRIMARY KEY (item, vote, side, seq),
	FOREIGN KEY (item, vote) REFERENCES vote (item, seq) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX vote_name_alias ON vote_name (alias);

-- The persons and offices of item.lead.
CREATE TABLE lead (
	item  INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
	seq   INTEGER NOT NULL,
	alias INTEGER NOT NULL REFERENCES alias,
	PRIMARY KEY (item, seq)
) WITHOUT ROWID;
CREATE INDEX lead_alias ON lead (alias);

-- Reports and other papers that an item links to.
CREATE TABLE link (
	item  INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
	seq   INTEGER NOT NULL,
	title TEXT NOT NULL,
	href  TEXT,
	PRIMARY KEY (item, seq)
) WITHOUT ROWID;

-- An office printed beside a name: "Dr Lal, Director of Public Health".
CREATE TABLE beside (
	paragraph INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,
	alias     INTEGER NOT NULL REFERENCES alias,
	office    TEXT NOT NULL,
	PRIMARY KEY (paragraph, alias)
) WITHOUT ROWID;
CREATE INDEX beside_alias ON beside (alias);

-- Who the names stand for: decided anew whenever documents have changed, from
-- all that stands above and from the people files.
CREATE TABLE person (
	id      INTEGER PRIMARY KEY,
	name    TEXT NOT NULL, -- the canonical one
	council TEXT NOT NULL, -- empty when it is not known
	UNIQUE (council, name)
);

-- Every full name of a person, and the ways to write it with initials.
CREATE TABLE person_name (
	person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
	name   TEXT NOT NULL,
	key    TEXT NOT NULL, -- folded
	PRIMARY KEY (person, name)
) WITHOUT ROWID;

-- Whom a name means in a meeting; NULL while that is undecided.
CREATE TABLE naming (
	alias    INTEGER NOT NULL REFERENCES alias ON DELETE CASCADE,
	meeting  INTEGER NOT NULL REFERENCES meeting ON DELETE CASCADE,
	person   INTEGER REFERENCES person,
	evidence TEXT NOT NULL, -- by what it was decided
	PRIMARY KEY (alias, meeting)
) WITHOUT ROWID;
CREATE INDEX naming_meeting ON naming (meeting);
CREATE INDEX naming_person ON naming (person, alias, meeting)
	WHERE person IS NOT NULL;

-- Whom an undecided name could mean.
CREATE TABLE candidate (
	alias   INTEGER NOT NULL REFERENCES alias ON DELETE CASCADE,
	meeting INTEGER NOT NULL REFERENCES meeting ON DELETE CASCADE,
	person  INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (alias, meeting, person)
) WITHOUT ROWID;
CREATE INDEX candidate_meeting ON candidate (meeting);
CREATE INDEX candidate_person ON candidate (person);

-- The people files, as they were read last.
CREATE TABLE people_file (
	path TEXT PRIMARY KEY, -- empty: given with --people
	text TEXT NOT NULL
) WITHOUT ROWID;

-- What is wrong with a document; is_fatal: it could not be read at all.
CREATE TABLE problem (
	document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	seq      INTEGER NOT NULL,
	line     INTEGER,
	what     TEXT NOT NULL,
	is_fatal INTEGER NOT NULL,
	PRIMARY KEY (document, seq)
) WITHOUT ROWID;

-- Every word of the full-text table, its stem, and how often it stands there.
CREATE TABLE word (
	word TEXT PRIMARY KEY,
	stem TEXT NOT NULL,
	n    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX word_stem ON word (stem);

-- Every hyphen compound: joined "antiracism", parts "anti racism".
CREATE TABLE compound (
	joined TEXT NOT NULL,
	parts  TEXT NOT NULL,
	stem   TEXT NOT NULL, -- of the joined form
	n      INTEGER NOT NULL,
	PRIMARY KEY (joined, parts)
) WITHOUT ROWID;
CREATE INDEX compound_stem ON compound (stem);

CREATE VIEW paragraph_source (id, title, text) AS
	SELECT p.id, i.title, p.text
	FROM paragraph p JOIN item i ON i.id = p.item
	WHERE NOT p.is_hidden;

-- The full-text index.  Its tokenizer is Minutebook's own: other programs
-- load the extension (minutes-db(5)) before they MATCH.
CREATE VIRTUAL TABLE paragraph_fts USING fts5 (
	title, text,
	content = 'paragraph_source', content_rowid = 'id',
	tokenize = 'minutebook', detail = full
);

-- Sums over what is in the full-text table: items, their words, their titles'.
CREATE TABLE total (
	name TEXT PRIMARY KEY,
	n    INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO total VALUES ('items', 0), ('words', 0), ('title_words', 0);

-- Views for people: no tokenizer needed, names instead of numbers.
CREATE VIEW minutes (
	id, council, body, date, item_number, item_title, paragraph_number,
	kind, speaker, text, path, line, page, url, person, paragraph
) AS
	SELECT m.slug || '/' || i.slug || '/' || p.label, m.council, m.body,
	       m.date, i.number, i.title, p.number, p.kind, a.as_written,
	       p.text, d.path, p.line, p.page, d.url, w.name, p.id
	FROM paragraph p
	JOIN item i ON i.id = p.item
	JOIN document d ON d.id = i.document
	JOIN meeting m ON m.id = d.meeting
	LEFT JOIN alias a ON a.id = p.speaker
	LEFT JOIN naming g ON g.alias = p.speaker AND g.meeting = m.id
	LEFT JOIN person w ON w.id = g.person
	WHERE NOT p.is_hidden;

CREATE VIEW attended (
	council, body, date, name, role, status, path, line, person
) AS
	SELECT m.council, m.body, m.date, a.as_written, t.role, t.status,
	       d.path, t.line, w.name
	FROM attendance t
	JOIN document d ON d.id = t.document
	JOIN meeting m ON m.id = d.meeting
	JOIN alias a ON a.id = t.alias
	LEFT JOIN naming g ON g.alias = t.alias AND g.meeting = m.id
	LEFT JOIN person w ON w.id = g.person;

CREATE VIEW named (
	council, body, date, item_title, name, text, path, line, person
) AS
	SELECT m.council, m.body, m.date, i.title, a.as_written, p.text,
	       d.path, p.line, w.name
	FROM mention n
	JOIN alias a ON a.id = n.alias
	JOIN paragraph p ON p.id = n.paragraph
	JOIN item i ON i.id = p.item
	JOIN document d ON d.id = i.document
	JOIN meeting m ON m.id = d.meeting
	LEFT JOIN naming g ON g.alias = n.alias AND g.meeting = m.id
	LEFT JOIN person w ON w.id = g.person
	WHERE NOT p.is_hidden;

-- Every document that has an item, under the id of the copy that is shown.
CREATE VIEW source (
	id, council, body, date, item_number, item_title, path, line, page, url,
	status, is_shown
) AS
	SELECT m.slug || '/' || b.slug, m.council, m.body, m.date, b.number,
	       b.title, d.path, i.line, i.page, d.url, d.own_status,
	       NOT i.is_hidden
	FROM item i
	JOIN item b ON b.id = coalesce(i.same_as, i.id)
	JOIN document d ON d.id = i.document
	JOIN meeting m ON m.id = d.meeting;

CREATE VIEW voted (
	council, body, date, item_number, item_title, for_count, against_count,
	abstain_count, result, path, line
) AS
	SELECT m.council, m.body, m.date, i.number, i.title, v.for_count,
	       v.against_count, v.abstain_count, v.result, d.path, v.line
	FROM vote v
	JOIN item i ON i.id = v.item
	JOIN document d ON d.id = i.document
	JOIN meeting m ON m.id = d.meeting
	JOIN paragraph p ON p.item = v.item AND p.seq = v.paragraph
	WHERE NOT p.is_hidden;

CREATE VIEW ballot (
	id, council, body, date, item_number, item_title, side, name, result,
	path, line, person
) AS
	SELECT m.slug || '/' || i.slug || '/' || p.label, m.council, m.body,
	       m.date, i.number, i.title, n.side, a.as_written, v.result,
	       d.path, v.line, w.name
	FROM vote_name n
	JOIN vote v ON v.item = n.item AND v.seq = n.vote
	JOIN paragraph p ON p.item = v.item AND p.seq = v.paragraph
	JOIN item i ON i.id = v.item
	JOIN document d ON d.id = i.document
	JOIN meeting m ON m.id = d.meeting
	JOIN alias a ON a.id = n.alias
	LEFT JOIN naming g ON g.alias = n.alias AND g.meeting = m.id
	LEFT JOIN person w ON w.id = g.person
	WHERE NOT p.is_hidden;

CREATE VIEW failed (path, why) AS
	SELECT d.path, p.what
	FROM problem p JOIN document d ON d.id = p.document
	WHERE p.is_fatal;
