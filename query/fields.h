/*
 * fields.h - what a query can filter by: field:value
 *
 * One table, from which the parser, the planner, the man page and the tests
 * take what they need.  A new field is a new row.
 */
#ifndef QUERY_FIELDS_H
#define QUERY_FIELDS_H

#include <stddef.h>

#include "minutebook/str.h"

enum field_kind {
	FIELD_TITLE,   /* words of the item's title: the full-text index */
	FIELD_TEXT,    /* words of the paragraph itself */
	FIELD_DECIDED, /* words of a paragraph that decides */
	FIELD_TOPIC,   /* any of a topic's words (topics.h) */
	FIELD_NAME,    /* a person, by any way to write the name */
	FIELD_WORDS,   /* folded words of a column */
	FIELD_PLAIN,   /* a column's own text */
	FIELD_WORD,    /* one of a few words */
	FIELD_DATE,    /* a range of days */
	FIELD_SINCE,
	FIELD_UNTIL,
	FIELD_FLAG /* the value names a condition of its own */
};

/* A word that a field takes, and the SQL behind it when it is a flag. */
struct field_word {
	const char *word;
	const char *sql;
};

struct field {
	const char *name;
	const char *alias; /* another name, or NULL */
	enum field_kind kind;
	/* The condition; each '?' stands for the value.  NULL for words of
	 * the full-text index and for flags. */
	const char *sql;
	const struct field_word *words; /* ends with a NULL word; or NULL */
	const char *help;
};

/* The field of that name or alias, NULL when there is none. */
const struct field *field_find(struct mb_str name);

/* The nearest field's name, or NULL when none is near. */
const char *field_nearest(struct mb_str name);

/* All of them, in the order of the manual. */
const struct field *fields_all(size_t *n);

#endif
