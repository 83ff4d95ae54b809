#include "fields.h"

#include "minutebook/nearest.h"

/*
 * Conditions speak of p (paragraph), i (item), d (document) and m (meeting),
 * as the planner joins them.
 */
#define ALIASES "(SELECT id FROM alias WHERE mb_name(key, ?))"
#define PRESENT(statuses)                                                   \
	"d.meeting IN (SELECT x.meeting FROM attendance t"                  \
	" JOIN document x ON x.id = t.document WHERE t.status IN " statuses \
	" AND t.alias IN " ALIASES ")"
#define SAID "p.speaker IN " ALIASES
#define MENTIONED \
	"p.id IN (SELECT paragraph FROM mention WHERE alias IN " ALIASES ")"
#define MOVED "p.mover IN " ALIASES
#define SECONDED "p.seconder IN " ALIASES

static const struct field_word kinds[] = {
	{ "agenda", NULL }, { "minute", NULL }, { "decision", NULL },
	{ "vote", NULL },   { NULL, NULL },
};

static const struct field_word formats[] = {
	{ "text", NULL }, { "markdown", NULL }, { "html", NULL },
	{ "pdf", NULL },  { "docx", NULL },     { "odt", NULL },
	{ "xml", NULL },  { NULL, NULL },
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
	{ "speaker", "by", FIELD_NAME, SAID, NULL, "who said it" },
	{ "mentions", NULL, FIELD_NAME, MENTIONED, NULL,
	  "who is named in the paragraph, speaking apart" },
	{ "mover", NULL, FIELD_NAME, MOVED, NULL, "who proposed it" },
	{ "seconder", NULL, FIELD_NAME, SECONDED, NULL, "who seconded it" },
	{ "present", NULL, FIELD_NAME, PRESENT("('present', 'in attendance')"),
	  NULL, "who was at the meeting" },
	{ "apologies", NULL, FIELD_NAME, PRESENT("('apologies')"), NULL,
	  "who sent apologies" },
	{ "person", NULL, FIELD_NAME,
	  "(" SAID " OR " MENTIONED " OR " MOVED " OR " SECONDED
	  " OR " PRESENT("('present', 'in attendance', 'apologies')") ")",
	  NULL, "any of these" },
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
