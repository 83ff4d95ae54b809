#include "parse_text.h"

struct node *parse_text(struct parser *p, const struct token *token,
			const struct field *field)
{
	struct node *node = parser_node(p, NODE_TEXT);

	if (!node)
		return NULL;
	if (++p->n_texts > PARSE_MAX_TEXTS) {
		parser_fail(p, token->start, token->end,
			    "more than %d words: a query is not a document",
			    PARSE_MAX_TEXTS);
		return NULL;
	}
	node->text = token->text;
	node->start = token->start;
	node->end = token->end;
	node->is_phrase = token->kind == TOKEN_PHRASE;
	node->is_exact = token->is_exact || node->is_phrase;
	node->is_prefix = token->is_prefix;
	node->distance = token->distance;
	node->field = field;
	return node;
}

static void fail_empty(struct parser *p, const struct field *field,
		       size_t start, size_t end)
{
	parser_fail(p, start, end, "'%s:' needs a value", field->name);
}

bool parse_text_is_field(const struct field *field)
{
	return field->kind == FIELD_TITLE || field->kind == FIELD_TEXT ||
	       field->kind == FIELD_DECIDED || field->kind == FIELD_TOPIC;
}

/*
 * A field whose values are looked for in the full-text index.  It filters,
 * but is a part of the tree: a filter node with its text below.
 */
struct node *parse_text_filter(struct parser *p)
{
	const struct field *field = p->token.field;
	struct operands any = { NULL, 0, 0 };
	size_t open;
	bool is_list;

	parser_advance(p);
	open = p->token.start;
	is_list = parser_is_at(p, TOKEN_OPEN);
	if (is_list)
		parser_advance(p);
	if (is_list && parser_is_at(p, TOKEN_CLOSE))
		fail_empty(p, field, open, p->token.end);
	do {
		if (parser_is_at(p, TOKEN_WORD) ||
		    parser_is_at(p, TOKEN_PHRASE)) {
			if (mb_str_trim(p->token.text).len == 0)
				fail_empty(p, field, p->token.start,
					   p->token.end);
			parser_add_operand(p, &any,
					   parse_text(p, &p->token, field));
			parser_advance(p);
		} else if (is_list && parser_is_at(p, TOKEN_OR)) {
			parser_advance(p);
		} else if (p->rc == MB_OK) {
			parser_fail(p, open, p->token.end,
				    "the bracket behind '%s:' is not closed",
				    field->name);
		}
	} while (p->rc == MB_OK && is_list && !parser_is_at(p, TOKEN_CLOSE));
	if (is_list)
		parser_advance(p);
	return parser_list(p, NODE_OR, &any);
}

/* The field that a text filter looks in, through the OR of its values. */
static const struct field *field_of(const struct node *node)
{
	while (node->kind == NODE_OR)
		node = node->children[0];
	return node->field;
}

/* Puts a text filter beside the tree: it holds for the whole query. */
void parse_text_for_all(struct parser *p, struct node *node, bool is_negated)
{
	struct operands list = { p->texts, p->n_texts_global,
				 p->texts_capacity };

	if (!node)
		return;
	if (is_negated)
		node = parser_negate(p, node);
	for (size_t i = 0; node && !is_negated && i < list.n; i++) {
		struct operands either = { NULL, 0, 0 };

		if (list.items[i]->kind == NODE_NOT ||
		    field_of(list.items[i]) != field_of(node))
			continue;
		parser_add_operand(p, &either, list.items[i]);
		parser_add_operand(p, &either, node);
		list.items[i] = parser_list(p, NODE_OR, &either);
		return;
	}
	parser_add_operand(p, &list, node);
	p->texts = list.items;
	p->n_texts_global = list.n;
	p->texts_capacity = list.capacity;
}

/* The tree, and the text filters that hold for all of it. */
void parse_text_join(struct parser *p)
{
	struct operands all = { NULL, 0, 0 };

	if (p->n_texts_global == 0)
		return;
	if (p->query->tree && p->query->tree->kind == NODE_AND)
		for (size_t i = 0; i < p->query->tree->n_children; i++)
			parser_add_operand(p, &all,
					   p->query->tree->children[i]);
	else
		parser_add_operand(p, &all, p->query->tree);
	for (size_t i = 0; i < p->n_texts_global; i++)
		parser_add_operand(p, &all, p->texts[i]);
	p->query->tree = parser_list(p, NODE_AND, &all);
}
