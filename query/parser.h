/*
 * parser.h - the query as far as it is read, shared by what reads its parts
 *
 *	parse.c         the grammar of brackets and operators
 *	parse_filter.c  field:value that SQL answers
 *	parse_text.c    words, phrases, and the fields that look for them
 *
 * One token is looked at ahead.  The first failure sticks: after it no token
 * is ever there, so that every loop ends, and query_parse() returns it.
 */
#ifndef QUERY_PARSER_H
#define QUERY_PARSER_H

#include "lex.h"
#include "parse.h"

struct parser {
	struct lexer lexer;
	struct token token; /* the next one, not yet taken */
	struct mb_date today;
	struct mb_arena *arena;
	struct query *query;
	struct query_fault *fault;
	struct mb_err *err;
	size_t filters_capacity, warnings_capacity;
	struct node **texts; /* title:x and the like, for the whole query */
	size_t n_texts_global, texts_capacity;
	int depth; /* of brackets */
	int n_texts, n_filters, n_values;
	int rc; /* sticks */
};

/* Operands of a node under construction, in the arena. */
struct operands {
	struct node **items;
	size_t n, capacity;
};

/* Fails with MB_EUSAGE; @start and @end are bytes of the query. */
void parser_fail(struct parser *p, size_t start, size_t end, const char *format,
		 ...) __attribute__((format(printf, 4, 5)));
void parser_fail_nomem(struct parser *p);

/* @what is not copied. */
void parser_warn(struct parser *p, const char *what);

/* Takes the token at hand. */
void parser_advance(struct parser *p);
bool parser_is_at(const struct parser *p, enum token_kind kind);

/* A new node without children; NULL after a failure. */
struct node *parser_node(struct parser *p, enum node_kind kind);

/* NULL, which a filter for the whole query leaves behind, is not added. */
void parser_add_operand(struct parser *p, struct operands *list,
			struct node *node);

/* A node of all operands; one operand is itself, none is NULL. */
struct node *parser_list(struct parser *p, enum node_kind kind,
			 const struct operands *list);

struct node *parser_negate(struct parser *p, struct node *inner);

#endif
