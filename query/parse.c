#include "parse.h"

#include "parse_filter.h"
#include "parse_text.h"
#include "parser.h"

static bool starts_operand(const struct parser *p)
{
	return parser_is_at(p, TOKEN_WORD) || parser_is_at(p, TOKEN_PHRASE) ||
	       parser_is_at(p, TOKEN_FIELD) || parser_is_at(p, TOKEN_OPEN) ||
	       parser_is_at(p, TOKEN_NOT);
}

static struct node *read_or(struct parser *p);

static struct node *read_group(struct parser *p)
{
	size_t open = p->token.start;
	struct node *node;

	if (++p->depth > PARSE_MAX_DEPTH) {
		parser_fail(p, open, open + 1, "brackets deeper than %d",
			    PARSE_MAX_DEPTH);
		return NULL;
	}
	parser_advance(p);
	node = read_or(p);
	if (p->rc == MB_OK && !parser_is_at(p, TOKEN_CLOSE)) {
		parser_fail(p, open, open + 1, "this bracket is not closed");
		return NULL;
	}
	p->depth--;
	parser_advance(p);
	return node;
}

static struct node *read_filter_node(struct parser *p, bool is_negated)
{
	struct filter *filter = parse_filter(p, is_negated);
	struct node *node;

	if (!filter)
		return NULL;
	if (p->depth == 0) {
		parse_filter_for_all(p, filter);
		return NULL;
	}
	node = parser_node(p, NODE_FILTER);
	if (node)
		node->filter = filter;
	return node;
}

static struct node *read_prim(struct parser *p, bool is_negated)
{
	struct node *node;

	if (parser_is_at(p, TOKEN_OPEN))
		return read_group(p);
	if (parser_is_at(p, TOKEN_FIELD) &&
	    parse_text_is_field(p->token.field)) {
		node = parse_text_filter(p);
		if (p->depth > 0)
			return node;
		parse_text_for_all(p, node, is_negated);
		return NULL;
	}
	if (parser_is_at(p, TOKEN_FIELD))
		return read_filter_node(p, is_negated);
	if (!parser_is_at(p, TOKEN_WORD) && !parser_is_at(p, TOKEN_PHRASE))
		return NULL;
	node = parse_text(p, &p->token, NULL);
	parser_advance(p);
	return node;
}

/* Operands that NEAR can bring together: texts, and brackets of texts. */
static bool is_plain(const struct node *node)
{
	if (!node)
		return false;
	if (node->kind == NODE_TEXT)
		return !node->field;
	if (node->kind != NODE_OR)
		return false;
	for (size_t i = 0; i < node->n_children; i++)
		if (node->children[i]->kind != NODE_TEXT ||
		    node->children[i]->field)
			return false;
	return true;
}

static struct node *read_near(struct parser *p, bool is_negated)
{
	struct operands list = { NULL, 0, 0 };
	int distance = NEAR_DISTANCE;
	struct node *node;

	parser_add_operand(p, &list, read_prim(p, is_negated));
	while (parser_is_at(p, TOKEN_NEAR)) {
		size_t start = p->token.start, end = p->token.end;

		if (p->token.distance >= 0)
			distance = p->token.distance;
		parser_advance(p);
		node = read_prim(p, is_negated);
		if (p->rc == MB_OK && (!is_plain(node) || list.n == 0 ||
				       !is_plain(list.items[list.n - 1]))) {
			parser_fail(p, start, end,
				    "NEAR stands between words or phrases");
			return NULL;
		}
		parser_add_operand(p, &list, node);
	}
	node = parser_list(p, NODE_NEAR, &list);
	if (node && node->kind == NODE_NEAR && list.n > 1)
		node->distance = distance;
	return node;
}

static struct node *read_not(struct parser *p)
{
	bool is_negated = false, is_group;
	struct node *inner;

	while (parser_is_at(p, TOKEN_NOT)) {
		is_negated = !is_negated;
		parser_advance(p);
	}
	is_group = parser_is_at(p, TOKEN_OPEN);
	inner = read_near(p, is_negated);
	if (!inner || !is_negated)
		return inner;
	if (inner->kind != NODE_FILTER)
		return parser_negate(p, inner);
	if (is_group) /* else it has been told */
		inner->filter->is_negated = !inner->filter->is_negated;
	return inner;
}

/* In brackets, too, the same filter twice is either. */
static bool merge_local(struct parser *p, struct operands *list,
			const struct node *node)
{
	if (!node || node->kind != NODE_FILTER)
		return false;
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i]->kind == NODE_FILTER &&
		    parse_filter_merge(p, list->items[i]->filter, node->filter))
			return true;
	return false;
}

static struct node *read_and(struct parser *p)
{
	struct operands list = { NULL, 0, 0 };

	while (starts_operand(p) || parser_is_at(p, TOKEN_AND) ||
	       parser_is_at(p, TOKEN_NEAR)) {
		bool is_group;
		struct node *node;

		if (parser_is_at(p, TOKEN_AND) || parser_is_at(p, TOKEN_NEAR)) {
			parser_advance(
			    p); /* nothing to join: it says nothing */
			continue;
		}
		if (parser_is_at(p, TOKEN_WORD) && list.n > 0 &&
		    mb_str_equal(p->token.text, MB_STR("or")))
			parser_warn(p,
				    "'or' is searched as a word: write OR for "
				    "either of two");
		is_group = parser_is_at(p, TOKEN_OPEN);
		node = read_not(p);
		if (is_group || !merge_local(p, &list, node))
			parser_add_operand(p, &list, node);
	}
	return parser_list(p, NODE_AND, &list);
}

static struct node *read_or(struct parser *p)
{
	struct operands list = { NULL, 0, 0 };

	parser_add_operand(p, &list, read_and(p));
	while (parser_is_at(p, TOKEN_OR)) {
		parser_advance(p);
		parser_add_operand(p, &list, read_and(p));
	}
	return parser_list(p, NODE_OR, &list);
}

int query_parse(struct mb_str text, struct mb_date today,
		struct mb_arena *arena, struct query *out,
		struct query_fault *fault, struct mb_err *err)
{
	struct query query = { .tree = NULL };
	struct mb_err ignored = { .msg = "" };
	struct parser p = {
		.lexer = lex_of(text),
		.today = today,
		.arena = arena,
		.query = &query,
		.fault = fault,
		.err = err ? err : &ignored,
	};

	parser_advance(&p);
	query.tree = read_or(&p);
	if (parser_is_at(&p, TOKEN_CLOSE))
		parser_fail(&p, p.token.start, p.token.end,
			    "this bracket was never opened");
	parse_text_join(&p);
	if (p.rc == MB_OK)
		*out = query;
	return p.rc;
}
