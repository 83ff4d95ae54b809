/*
 * parse.h - a query becomes a tree and the filters that hold for all of it
 *
 *	query  = [ or ] ;
 *	or     = and , { ( "OR" | "|" ) , and } ;
 *	and    = not , { [ "AND" ] , not } ;
 *	not    = [ "-" | "NOT" ] , near ;
 *	near   = prim , { "NEAR" , [ "/" , int ] , prim } ;
 *	prim   = "(" , or , ")" | filter | text ;
 *	filter = field , ":" , ( value | "(" , value , { [ "OR" ] , value } , ")" ) ;
 *
 * A filter outside of brackets holds for the whole query, whatever OR does;
 * inside brackets it binds where it stands.  The same filter twice is either,
 * different filters are all.  Nothing that a person types is an error but an
 * unknown field, a missing value, a bad date and brackets that do not match.
 *
 * Everything lives in the query's arena and points into the query's text.
 */
#ifndef QUERY_PARSE_H
#define QUERY_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "dates.h"
#include "fields.h"
#include "minutebook/arena.h"
#include "minutebook/buf.h"
#include "minutebook/date.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/* Deeper brackets and longer queries are an error, not a crash. */
#define PARSE_MAX_DEPTH 60
#define PARSE_MAX_TEXTS 500
#define PARSE_MAX_FILTERS 64
#define PARSE_MAX_VALUES 250 /* of all filters */

enum node_kind {
	NODE_AND,
	NODE_OR,
	NODE_NOT,
	NODE_NEAR,
	NODE_TEXT,
	NODE_FILTER
};

struct topic;

struct node {
	enum node_kind kind;
	struct node **children; /* of AND, OR, NEAR; one of NOT */
	size_t n_children;
	int distance; /* of NEAR; of a phrase, the words it may be apart;
			 of a word, the edits it may be away; -1 none */

	/* NODE_TEXT */
	struct mb_str text;
	const struct field *field; /* title:, text:; NULL: both */
	bool is_phrase, is_exact, is_prefix;
	size_t start, end;         /* bytes of the query */
	const struct topic *topic; /* of topic:, once it is found */

	/* NODE_FILTER */
	struct filter *filter;

	int leaf; /* the planner's: which of its leaves or filters this is */
};

struct filter_value {
	struct mb_str text;
	bool is_prefix;
	struct date_range range;       /* of a date */
	const struct field_word *word; /* of a field with a list */
};

struct filter {
	const struct field *field;
	struct filter_value *values; /* any of them */
	size_t n_values;
	bool is_negated;
	int column; /* the planner's */
};

struct query {
	struct node *tree;       /* NULL: filters only, or nothing at all */
	struct filter **filters; /* for the whole query: all of them */
	size_t n_filters;
	struct mb_str *warnings;
	size_t n_warnings;
};

/* Where a query is wrong: bytes of its text, for the caret under it. */
struct query_fault {
	size_t start, end;
};

/*
 * Parses @text.  @today is what dates like "yesterday" count from.  Fails
 * with MB_EUSAGE (and @fault says where) or MB_ENOMEM.
 */
int query_parse(struct mb_str text, struct mb_date today,
		struct mb_arena *arena, struct query *out,
		struct query_fault *fault, struct mb_err *err);

/* Writes the query as text that parses to the same tree. */
void query_print(const struct query *query, struct mb_buf *out);

/* Writes the query in words: "library and closure, said by Okafor". */
void query_describe(const struct query *query, struct mb_buf *out);

/* The same for a part of the tree. */
void query_describe_node(const struct node *node, struct mb_buf *out);

/* Writes the tree, a node a line, for --explain. */
void query_dump(const struct query *query, struct mb_buf *out);

#endif
