#include "fields.h"

#include "minutebook/nearest.h"

/*
 * Conditions speak of p (paragraph), i (item), d (document) and m (meeting),
 * as the planner joins them.
 */
#define ALIASES "(SELECT id FROM alias WHERE mb_name(key, ?))"
/*
 * Names that mean such a person, each in its meeting.  From there the way is by
 * document and item: "+" keeps SQLite from taking all that "the Chair" ever said.
 */
#define NAMINGS                                                   \
	"naming g CROSS JOIN document e ON e.meeting = g.meeting" \
	" AND g.person IN (SELECT person FROM person_name"        \
	"  WHERE mb_name(key, ?))"
#define NAMED_PARAGRAPHS                                  \
	NAMINGS " CROSS JOIN item j ON j.document = e.id" \
		" CROSS JOIN paragraph q ON q.item = j.id"
#define PRESENT(statuses)                                                      \
	"d.meeting IN (SELECT x.meeting FROM attendance t"                     \
	" JOIN document x ON x.id = t.document WHERE t.status IN " statuses    \
	" AND t.alias IN " ALIASES " UNION ALL SELECT g.meeting FROM " NAMINGS \
	" CROSS JOIN attendance t ON t.document = e.id"                        \
	" AND +t.alias = g.alias AND t.status IN " statuses ")"
#define IN_COLUMN(column)                                                 \
	"p.id IN (SELECT id FROM paragraph WHERE " column " IN " ALIASES  \
	" UNION ALL SELECT q.id FROM " NAMED_PARAGRAPHS " AND +q." column \
	" = g.alias)"
#define SAID IN_COLUMN("speaker")
#define MOVED IN_COLUMN("mover")
#define SECONDED IN_COLUMN("seconder")
#define MENTIONED                                                        \
	"p.id IN (SELECT paragraph FROM mention WHERE alias IN " ALIASES \
	" UNION ALL SELECT n.paragraph FROM " NAMED_PARAGRAPHS           \
	" CROSS JOIN mention n ON n.paragraph = q.id AND +n.alias = g.alias)"
/* Of an item; rows of a table x that names its item and an alias. */
#define IN_ITEM(table, condition)                 \
	"i.id IN (SELECT x.item FROM " table      \
	" x WHERE x.alias IN " ALIASES condition  \
	" UNION ALL SELECT x.item FROM " NAMINGS  \
	" CROSS JOIN item j ON j.document = e.id" \
	" CROSS JOIN " table                      \
	" x ON x.item = j.id AND +x.alias = g.alias" condition ")"
#define LED IN_ITEM("lead", "")
#define VOTED IN_ITEM("vote_name", "")
#define VOTED_SO(side) IN_ITEM("vote_name", " AND x.side = '" side "'")
/* Who speaks is called so, beside the name or in the attendance. */
#define IN_ROLE                                                               \
	"p.id IN (SELECT id FROM paragraph WHERE speaker IN"                  \
	" (SELECT id FROM alias WHERE mb_words(office, ?))"                   \
	" UNION ALL SELECT q.id FROM beside b"                                \
	" JOIN paragraph q ON q.id = b.paragraph AND q.speaker = b.alias"     \
	" WHERE mb_words(b.office, ?)"                                        \
	" UNION ALL SELECT q.id FROM attendance t"                            \
	" CROSS JOIN document e ON e.id = t.document"                         \
	" CROSS JOIN naming h ON h.alias = t.alias AND h.meeting = e.meeting" \
	" CROSS JOIN naming g ON g.meeting = h.meeting"                       \
	" AND g.person = h.person"                                            \
	" CROSS JOIN document f ON f.meeting = g.meeting"                     \
	" CROSS JOIN item j ON j.document = f.id"                             \
	" CROSS JOIN paragraph q ON q.item = j.id AND +q.speaker = g.alias"   \
	" WHERE t.role IN (SELECT role FROM attendance"                       \
	"  WHERE role IS NOT NULL GROUP BY role HAVING mb_words(role, ?)))"

static const struct field_word kinds[] = {
	{ "agenda", NULL }, { "minute", NULL }, { "decision", NULL },
	{ "vote", NULL },   { NULL, NULL },
};

static const struct field_word formats[] = {
	{ "text", NULL }, { "markdown", NULL }, { "html", NULL },
	{ "pdf", NULL },  { "docx", NULL },     { "odt", NULL },
	{ "rtf", NULL },  { "xml", NULL },      { NULL, NULL },
};

static const struct field_word havings[] = {
	{ "vote", "EXISTS (SELECT 1 FROM vote v WHERE v.item = i.id)" },
	{ "decision", "EXISTS (SELECT 1 FROM paragraph x WHERE x.item = i.id"
		      " AND x.kind = 'decision')" },
	{ "document", "EXISTS (SELECT 1 FROM link l WHERE l.item = i.id)" },
	{ "speaker", "p.speaker IS NOT NULL" },
	{ NULL, NULL },
};

static const struct field_word states[] = {
	{ "boilerplate", "i.is_boilerplate" },
	{ "cut", "p.is_cut" },
	{ "draft", "m.status = 'draft'" },
	{ "cancelled", "m.status = 'cancelled'" },
	{ NULL, NULL },
};

static const struct field_word results[] = {
	{ "carried", NULL },
	{ "lost", NULL },
	{ NULL, NULL },
};

static const struct field fields[] = {
	{ "title", "item", FIELD_TITLE, NULL, NULL,
	  "words of the agenda item's title" },
	{ "text", NULL, FIELD_TEXT, NULL, NULL,
	  "words of the paragraph itself" },
	{ "decision", NULL, FIELD_DECIDED, "p.kind = 'decision'", NULL,
	  "words of a decision" },
	{ "topic", NULL, FIELD_TOPIC, NULL, NULL,
	  "any of the words of a topic: --topics lists them" },
	{ "speaker", "by", FIELD_NAME, SAID, NULL, "who said it" },
	{ "mentions", NULL, FIELD_NAME, MENTIONED, NULL,
	  "who is named in the paragraph, speaking apart" },
	{ "mover", NULL, FIELD_NAME, MOVED, NULL, "who proposed it" },
	{ "seconder", NULL, FIELD_NAME, SECONDED, NULL, "who seconded it" },
	{ "voted", NULL, FIELD_NAME, VOTED, NULL,
	  "whose vote on the item is recorded" },
	{ "for", NULL, FIELD_NAME, VOTED_SO("for"), NULL, "who voted for" },
	{ "against", NULL, FIELD_NAME, VOTED_SO("against"), NULL,
	  "who voted against" },
	{ "abstained", NULL, FIELD_NAME, VOTED_SO("abstain"), NULL,
	  "who abstained" },
	{ "lead", NULL, FIELD_NAME, LED, NULL, "who was to lead the item" },
	{ "present", NULL, FIELD_NAME, PRESENT("('present', 'in attendance')"),
	  NULL, "who was at the meeting" },
	{ "apologies", NULL, FIELD_NAME, PRESENT("('apologies')"), NULL,
	  "who sent apologies" },
	{ "person", NULL, FIELD_NAME,
	  "(" SAID " OR " MENTIONED " OR " MOVED " OR " SECONDED " OR " PRESENT(
	      "('present', 'in attendance', 'apologies')") " OR " VOTED
							   " OR " LED ")",
	  NULL, "any of these" },
	{ "role", NULL, FIELD_WORDS, IN_ROLE, NULL,
	  "the office of who said it, as printed" },
	{ "council", NULL, FIELD_WORDS,
	  "mb_words(coalesce(m.council, d.folder), ?)", NULL,
	  "the council, or the folder where none is named" },
	{ "committee", "body", FIELD_WORDS, "mb_words(m.body, ?)", NULL,
	  "the body that met" },
	{ "kind", NULL, FIELD_WORD, "p.kind = ?", kinds,
	  "agenda, minute, decision or vote" },
	{ "number", NULL, FIELD_PLAIN, "(i.number = ? OR p.number = ?)", NULL,
	  "the number of the item or paragraph" },
	{ "path", NULL, FIELD_PLAIN, "instr(lower(d.path), lower(?)) > 0", NULL,
	  "a part of the file's path" },
	{ "format", NULL, FIELD_WORD, "d.format = ?", formats,
	  "text, markdown, html, ..." },
	{ "id", NULL, FIELD_PLAIN,
	  "substr(m.slug || '/' || i.slug || '/' || p.label, 1, length(?)) = ?",
	  NULL, "the beginning of a hit's id" },
	{ "date", NULL, FIELD_DATE, "m.date", NULL,
	  "the day of the meeting, or a range" },
	{ "since", "after", FIELD_SINCE, "m.date", NULL, "from that day on" },
	{ "until", "before", FIELD_UNTIL, "m.date", NULL, "up to that day" },
	{ "year", NULL, FIELD_DATE, "m.date", NULL, "the year of the meeting" },
	{ "added", NULL, FIELD_DATE, "substr(d.added, 1, 10)", NULL,
	  "when the document was indexed" },
	{ "has", NULL, FIELD_FLAG, NULL, havings,
	  "vote, decision, document or speaker" },
	{ "is", NULL, FIELD_FLAG, NULL, states,
	  "boilerplate, cut, draft or cancelled" },
	{ "result", NULL, FIELD_WORD,
	  "EXISTS (SELECT 1 FROM vote v WHERE v.item = i.id AND v.result = ?)",
	  results, "carried or lost" },
};

#define N_FIELDS (sizeof(fields) / sizeof(*fields))

const struct field *field_find(struct mb_str name)
{
	for (size_t i = 0; i < N_FIELDS; i++)
		if (mb_str_equal_nocase(name, mb_str_of(fields[i].name)) ||
		    (fields[i].alias &&
		     mb_str_equal_nocase(name, mb_str_of(fields[i].alias))))
			return &fields[i];
	return NULL;
}

const char *field_nearest(struct mb_str name)
{
	const char *names[2 * N_FIELDS];
	size_t n = 0;

	for (size_t i = 0; i < N_FIELDS; i++) {
		names[n++] = fields[i].name;
		if (fields[i].alias)
			names[n++] = fields[i].alias;
	}
	return mb_nearest(name, names, n);
}

const struct field *fields_all(size_t *n)
{
	*n = N_FIELDS;
	return fields;
}
