#include "parser.h"

#include <stdarg.h>
#include <stdio.h>

void parser_fail(struct parser *p, size_t start, size_t end, const char *format,
		 ...)
{
	char text[200];
	va_list args;

	if (p->rc != MB_OK)
		return;
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	p->rc = mb_fail(p->err, MB_EUSAGE, "%s", text);
	*p->fault = (struct query_fault){ start, end };
}

void parser_fail_nomem(struct parser *p)
{
	if (p->rc == MB_OK)
		p->rc = mb_fail_nomem(p->err);
}

void parser_warn(struct parser *p, const char *what)
{
	struct query *q = p->query;
	struct mb_str *moved =
	    mb_arena_grow(p->arena, q->warnings, q->n_warnings,
			  &p->warnings_capacity, sizeof(*moved));

	if (!moved) {
		parser_fail_nomem(p);
		return;
	}
	q->warnings = moved;
	q->warnings[q->n_warnings++] = mb_str_of(what);
}

/* --- tokens ------------------------------------------------------------ */

void parser_advance(struct parser *p)
{
	if (p->rc != MB_OK)
		return;
	p->rc = lex_next(&p->lexer, &p->token, p->err);
	if (p->rc != MB_OK)
		*p->fault = (struct query_fault){ p->lexer.fail_start,
						  p->lexer.fail_end };
	else if (p->token.is_unclosed)
		parser_warn(
		    p, "a quote was not closed: it ends where the query ends");
}

bool parser_is_at(const struct parser *p, enum token_kind kind)
{
	return p->rc == MB_OK && p->token.kind == kind;
}

struct node *parser_node(struct parser *p, enum node_kind kind)
{
	struct node *node = MB_NEW(p->arena, struct node, 1);

	if (!node) {
		parser_fail_nomem(p);
		return NULL;
	}
	node->kind = kind;
	node->distance = -1;
	node->leaf = -1;
	return node;
}

void parser_add_operand(struct parser *p, struct operands *list,
			struct node *node)
{
	struct node **moved;

	if (!node || p->rc != MB_OK)
		return;
	moved = mb_arena_grow(p->arena, list->items, list->n, &list->capacity,
			      sizeof(*moved));
	if (!moved) {
		parser_fail_nomem(p);
		return;
	}
	list->items = moved;
	list->items[list->n++] = node;
}

struct node *parser_list(struct parser *p, enum node_kind kind,
			 const struct operands *list)
{
	struct node *node;

	if (list->n <= 1)
		return list->n == 1 ? list->items[0] : NULL;
	node = parser_node(p, kind);
	if (node) {
		node->children = list->items;
		node->n_children = list->n;
	}
	return node;
}

struct node *parser_negate(struct parser *p, struct node *inner)
{
	struct node *node = parser_node(p, NODE_NOT);

	if (!node)
		return NULL;
	node->children = MB_NEW(p->arena, struct node *, 1);
	if (!node->children) {
		parser_fail_nomem(p);
		return NULL;
	}
	node->children[0] = inner;
	node->n_children = 1;
	return node;
}
