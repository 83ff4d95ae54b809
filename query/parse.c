#include "parse.h"

#include <stdarg.h>
#include <stdio.h>

#include "lex.h"
#include "minutebook/nearest.h"
#include "minutebook/text.h"

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
	int n_texts;
	int rc; /* sticks */
};

/* --- failing and warning ----------------------------------------------- */

static void fail(struct parser *p, size_t start, size_t end, const char *format,
		 ...) __attribute__((format(printf, 4, 5)));

static void fail(struct parser *p, size_t start, size_t end, const char *format,
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

static void fail_nomem(struct parser *p)
{
	if (p->rc == MB_OK)
		p->rc = mb_fail_nomem(p->err);
}

static void warn(struct parser *p, const char *what)
{
	struct query *q = p->query;
	struct mb_str *moved =
	    mb_arena_grow(p->arena, q->warnings, q->n_warnings,
			  &p->warnings_capacity, sizeof(*moved));

	if (!moved) {
		fail_nomem(p);
		return;
	}
	q->warnings = moved;
	q->warnings[q->n_warnings++] = mb_str_of(what);
}

/* --- tokens ------------------------------------------------------------ */

static void advance(struct parser *p)
{
	if (p->rc != MB_OK)
		return;
	p->rc = lex_next(&p->lexer, &p->token, p->err);
	if (p->rc != MB_OK)
		*p->fault = (struct query_fault){ p->lexer.fail_start,
						  p->lexer.fail_end };
	else if (p->token.is_unclosed)
		warn(p, "a quote was not closed: it ends where the query ends");
}

static bool is_at(const struct parser *p, enum token_kind kind)
{
	return p->rc == MB_OK && p->token.kind == kind;
}

static bool starts_operand(const struct parser *p)
{
	return is_at(p, TOKEN_WORD) || is_at(p, TOKEN_PHRASE) ||
	       is_at(p, TOKEN_FIELD) || is_at(p, TOKEN_OPEN) ||
	       is_at(p, TOKEN_NOT);
}

/* --- nodes ------------------------------------------------------------- */

static struct node *new_node(struct parser *p, enum node_kind kind)
{
	struct node *node = MB_NEW(p->arena, struct node, 1);

	if (!node) {
		fail_nomem(p);
		return NULL;
	}
	node->kind = kind;
	node->distance = -1;
	node->leaf = -1;
	return node;
}

/* A list of operands under construction. */
struct operands {
	struct node **items;
	size_t n, capacity;
};

static void add_operand(struct parser *p, struct operands *list,
			struct node *node)
{
	struct node **moved;

	if (!node || p->rc != MB_OK)
		return; /* a filter for the whole query leaves nothing here */
	moved = mb_arena_grow(p->arena, list->items, list->n, &list->capacity,
			      sizeof(*moved));
	if (!moved) {
		fail_nomem(p);
		return;
	}
	list->items = moved;
	list->items[list->n++] = node;
}

/* One operand is itself, none is nothing. */
static struct node *make_list(struct parser *p, enum node_kind kind,
			      const struct operands *list)
{
	struct node *node;

	if (list->n <= 1)
		return list->n == 1 ? list->items[0] : NULL;
	node = new_node(p, kind);
	if (node) {
		node->children = list->items;
		node->n_children = list->n;
	}
	return node;
}

/* --- filters ----------------------------------------------------------- */

static void read_date(struct parser *p, const struct field *field,
		      const struct token *token, struct filter_value *value)
{
	struct mb_err why;

	if (dates_parse(token->text, p->today, &value->range, &why) != MB_OK) {
		fail(p, token->start, token->end, "%s", why.msg);
		return;
	}
	if (field->kind == FIELD_SINCE)
		value->range.last = (struct mb_date){ 0, 0, 0 };
	if (field->kind == FIELD_UNTIL)
		value->range.first = (struct mb_date){ 0, 0, 0 };
}

/* One of a few words; the nearest is named when it is none of them. */
static void read_listed(struct parser *p, const struct field *field,
			const struct token *token, struct filter_value *value)
{
	const char *names[16];
	const char *near;
	size_t n = 0;

	for (const struct field_word *w = field->words; w->word && n < 16;
	     w++) {
		if (mb_str_equal_nocase(token->text, mb_str_of(w->word)))
			value->word = w;
		names[n++] = w->word;
	}
	if (value->word)
		return;
	near = mb_nearest(token->text, names, n);
	fail(p, token->start, token->end, "%s: takes %s, not '%.*s'%s%s%s",
	     field->name, field->help, MB_STR_ARG(token->text),
	     near ? ": did you mean '" : "", near ? near : "",
	     near ? "'?" : "");
}

static void add_value(struct parser *p, struct filter *filter,
		      const struct token *token, size_t *capacity)
{
	const struct field *field = filter->field;
	struct filter_value value = { .text = token->text,
				      .is_prefix = token->is_prefix };
	struct filter_value *moved;

	if (mb_str_trim(token->text).len == 0) {
		fail(p, token->start, token->end, "'%s:' needs a value",
		     field->name);
		return;
	}
	if (field->kind == FIELD_DATE || field->kind == FIELD_SINCE ||
	    field->kind == FIELD_UNTIL)
		read_date(p, field, token, &value);
	else if (field->words)
		read_listed(p, field, token, &value);
	if (p->rc != MB_OK)
		return;
	moved = mb_arena_grow(p->arena, filter->values, filter->n_values,
			      capacity, sizeof(*moved));
	if (!moved) {
		fail_nomem(p);
		return;
	}
	filter->values = moved;
	filter->values[filter->n_values++] = value;
}

/* The values in brackets: field:(a b OR c). */
static void read_values(struct parser *p, struct filter *filter)
{
	size_t open = p->token.start;
	size_t capacity = 0;

	advance(p);
	while (p->rc == MB_OK && !is_at(p, TOKEN_CLOSE)) {
		if (is_at(p, TOKEN_WORD) || is_at(p, TOKEN_PHRASE))
			add_value(p, filter, &p->token, &capacity);
		else if (!is_at(p, TOKEN_OR))
			fail(p, open, p->token.end,
			     "the bracket behind '%s:' is not closed",
			     filter->field->name);
		advance(p);
	}
	advance(p);
	if (p->rc == MB_OK && filter->n_values == 0)
		fail(p, open, p->token.start, "'%s:' needs a value",
		     filter->field->name);
}

static struct filter *read_filter(struct parser *p, bool is_negated)
{
	struct filter *filter = MB_NEW(p->arena, struct filter, 1);
	size_t capacity = 0;

	if (!filter) {
		fail_nomem(p);
		return NULL;
	}
	filter->field = p->token.field;
	filter->is_negated = is_negated;
	filter->column = -1;
	advance(p);
	if (is_at(p, TOKEN_OPEN)) {
		read_values(p, filter);
	} else if (p->rc == MB_OK) {
		add_value(p, filter, &p->token, &capacity);
		advance(p);
	}
	return p->rc == MB_OK ? filter : NULL;
}

/* The same field again: its values are alternatives. */
static bool merge_values(struct parser *p, struct filter *into,
			 const struct filter *from)
{
	struct filter_value *values;

	if (into->field != from->field || into->is_negated || from->is_negated)
		return false;
	values = MB_NEW(p->arena, struct filter_value,
			into->n_values + from->n_values);
	if (!values) {
		fail_nomem(p);
		return true;
	}
	for (size_t i = 0; i < into->n_values; i++)
		values[i] = into->values[i];
	for (size_t i = 0; i < from->n_values; i++)
		values[into->n_values + i] = from->values[i];
	into->values = values;
	into->n_values += from->n_values;
	return true;
}

static void add_global(struct parser *p, struct filter *filter)
{
	struct query *q = p->query;
	struct filter **moved;

	for (size_t i = 0; i < q->n_filters; i++)
		if (merge_values(p, q->filters[i], filter))
			return;
	moved = mb_arena_grow(p->arena, q->filters, q->n_filters,
			      &p->filters_capacity, sizeof(*moved));
	if (!moved) {
		fail_nomem(p);
		return;
	}
	q->filters = moved;
	q->filters[q->n_filters++] = filter;
}

/* --- texts ------------------------------------------------------------- */

static struct node *make_text(struct parser *p, const struct token *token,
			      const struct field *field)
{
	struct node *node = new_node(p, NODE_TEXT);

	if (!node)
		return NULL;
	if (++p->n_texts > PARSE_MAX_TEXTS) {
		fail(p, token->start, token->end,
		     "more than %d words: a query is not a document",
		     PARSE_MAX_TEXTS);
		return NULL;
	}
	node->text = token->text;
	node->is_phrase = token->kind == TOKEN_PHRASE;
	node->is_exact = token->is_exact || node->is_phrase;
	node->is_prefix = token->is_prefix;
	node->distance = token->distance;
	node->field = field;
	return node;
}

static bool is_text_field(const struct field *field)
{
	return field->kind == FIELD_TITLE || field->kind == FIELD_TEXT ||
	       field->kind == FIELD_DECIDED;
}

/*
 * A field whose values are looked for in the full-text index.  It filters,
 * but is a part of the tree: a filter node with its text below.
 */
static struct node *read_text_filter(struct parser *p)
{
	const struct field *field = p->token.field;
	struct operands any = { NULL, 0, 0 };
	bool is_list;

	advance(p);
	is_list = is_at(p, TOKEN_OPEN);
	if (is_list)
		advance(p);
	do {
		if (is_at(p, TOKEN_WORD) || is_at(p, TOKEN_PHRASE)) {
			add_operand(p, &any, make_text(p, &p->token, field));
			advance(p);
		} else if (is_list && is_at(p, TOKEN_OR)) {
			advance(p);
		} else if (p->rc == MB_OK) {
			fail(p, p->token.start, p->token.end,
			     "the bracket behind '%s:' is not closed",
			     field->name);
		}
	} while (p->rc == MB_OK && is_list && !is_at(p, TOKEN_CLOSE));
	if (is_list)
		advance(p);
	return make_list(p, NODE_OR, &any);
}

/* --- the grammar ------------------------------------------------------- */

static struct node *read_or(struct parser *p);

static struct node *read_group(struct parser *p)
{
	size_t open = p->token.start;
	struct node *node;

	if (++p->depth > PARSE_MAX_DEPTH) {
		fail(p, open, open + 1, "brackets deeper than %d",
		     PARSE_MAX_DEPTH);
		return NULL;
	}
	advance(p);
	node = read_or(p);
	if (p->rc == MB_OK && !is_at(p, TOKEN_CLOSE)) {
		fail(p, open, open + 1, "this bracket is not closed");
		return NULL;
	}
	p->depth--;
	advance(p);
	return node;
}

static struct node *negate(struct parser *p, struct node *inner)
{
	struct node *node = new_node(p, NODE_NOT);

	if (!node)
		return NULL;
	node->children = MB_NEW(p->arena, struct node *, 1);
	if (!node->children) {
		fail_nomem(p);
		return NULL;
	}
	node->children[0] = inner;
	node->n_children = 1;
	return node;
}

/* The field that a text filter looks in, through the OR of its values. */
static const struct field *field_of(const struct node *node)
{
	while (node->kind == NODE_OR)
		node = node->children[0];
	return node->field;
}

/* Puts a text filter beside the tree: it holds for the whole query. */
static struct node *add_global_text(struct parser *p, struct node *node,
				    bool is_negated)
{
	struct operands list = { p->texts, p->n_texts_global,
				 p->texts_capacity };

	if (!node)
		return NULL;
	if (is_negated)
		node = negate(p, node);
	for (size_t i = 0; node && !is_negated && i < list.n; i++) {
		struct operands either = { NULL, 0, 0 };

		if (list.items[i]->kind == NODE_NOT ||
		    field_of(list.items[i]) != field_of(node))
			continue;
		add_operand(p, &either, list.items[i]);
		add_operand(p, &either, node);
		list.items[i] = make_list(p, NODE_OR, &either);
		return NULL;
	}
	add_operand(p, &list, node);
	p->texts = list.items;
	p->n_texts_global = list.n;
	p->texts_capacity = list.capacity;
	return NULL;
}

static struct node *read_filter_node(struct parser *p, bool is_negated)
{
	struct filter *filter = read_filter(p, is_negated);
	struct node *node;

	if (!filter)
		return NULL;
	if (p->depth == 0) {
		add_global(p, filter);
		return NULL;
	}
	node = new_node(p, NODE_FILTER);
	if (node)
		node->filter = filter;
	return node;
}

static struct node *read_prim(struct parser *p, bool is_negated)
{
	struct node *node;

	if (is_at(p, TOKEN_OPEN))
		return read_group(p);
	if (is_at(p, TOKEN_FIELD) && is_text_field(p->token.field)) {
		node = read_text_filter(p);
		return p->depth > 0 ? node
				    : add_global_text(p, node, is_negated);
	}
	if (is_at(p, TOKEN_FIELD))
		return read_filter_node(p, is_negated);
	if (!is_at(p, TOKEN_WORD) && !is_at(p, TOKEN_PHRASE))
		return NULL;
	node = make_text(p, &p->token, NULL);
	advance(p);
	return node;
}

/* Operands that NEAR can bring together: texts, and brackets of texts. */
static bool is_plain(const struct node *node)
{
	if (!node)
		return false;
	if (node->kind == NODE_TEXT)
		return true;
	if (node->kind != NODE_OR)
		return false;
	for (size_t i = 0; i < node->n_children; i++)
		if (node->children[i]->kind != NODE_TEXT)
			return false;
	return true;
}

static struct node *read_near(struct parser *p, bool is_negated)
{
	struct operands list = { NULL, 0, 0 };
	int distance = NEAR_DISTANCE;
	struct node *node;

	add_operand(p, &list, read_prim(p, is_negated));
	while (is_at(p, TOKEN_NEAR)) {
		size_t start = p->token.start, end = p->token.end;

		if (p->token.distance >= 0)
			distance = p->token.distance;
		advance(p);
		node = read_prim(p, is_negated);
		if (p->rc == MB_OK && (!is_plain(node) || list.n == 0 ||
				       !is_plain(list.items[list.n - 1]))) {
			fail(p, start, end,
			     "NEAR stands between words or phrases");
			return NULL;
		}
		add_operand(p, &list, node);
	}
	node = make_list(p, NODE_NEAR, &list);
	if (node && node->kind == NODE_NEAR && list.n > 1)
		node->distance = distance;
	return node;
}

static struct node *read_not(struct parser *p)
{
	bool is_negated = false;
	struct node *inner;

	while (is_at(p, TOKEN_NOT)) {
		is_negated = !is_negated;
		advance(p);
	}
	inner = read_near(p, is_negated);
	if (!inner || !is_negated)
		return inner;
	if (inner->kind == NODE_FILTER)
		return inner; /* it has been told */
	return negate(p, inner);
}

/* In brackets, too, the same filter twice is either. */
static bool merge_local(struct parser *p, struct operands *list,
			const struct node *node)
{
	if (!node || node->kind != NODE_FILTER)
		return false;
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i]->kind == NODE_FILTER &&
		    merge_values(p, list->items[i]->filter, node->filter))
			return true;
	return false;
}

static struct node *read_and(struct parser *p)
{
	struct operands list = { NULL, 0, 0 };

	while (starts_operand(p) || is_at(p, TOKEN_AND) ||
	       is_at(p, TOKEN_NEAR)) {
		struct node *node;

		if (is_at(p, TOKEN_AND) || is_at(p, TOKEN_NEAR)) {
			advance(p); /* nothing to join: it says nothing */
			continue;
		}
		if (is_at(p, TOKEN_WORD) && list.n > 0 &&
		    mb_str_equal(p->token.text, MB_STR("or")))
			warn(p, "'or' is searched as a word: write OR for "
				"either of two");
		node = read_not(p);
		if (!merge_local(p, &list, node))
			add_operand(p, &list, node);
	}
	return make_list(p, NODE_AND, &list);
}

static struct node *read_or(struct parser *p)
{
	struct operands list = { NULL, 0, 0 };

	add_operand(p, &list, read_and(p));
	while (is_at(p, TOKEN_OR)) {
		advance(p);
		add_operand(p, &list, read_and(p));
	}
	return make_list(p, NODE_OR, &list);
}

/* The tree, and the text filters that hold for all of it. */
static void add_texts(struct parser *p)
{
	struct operands all = { NULL, 0, 0 };

	if (p->n_texts_global == 0)
		return;
	if (p->query->tree && p->query->tree->kind == NODE_AND)
		for (size_t i = 0; i < p->query->tree->n_children; i++)
			add_operand(p, &all, p->query->tree->children[i]);
	else
		add_operand(p, &all, p->query->tree);
	for (size_t i = 0; i < p->n_texts_global; i++)
		add_operand(p, &all, p->texts[i]);
	p->query->tree = make_list(p, NODE_AND, &all);
}

int query_parse(struct mb_str text, struct mb_date today,
		struct mb_arena *arena, struct query *out,
		struct query_fault *fault, struct mb_err *err)
{
	struct query query = { .tree = NULL };
	struct mb_err ignored;
	struct parser p = {
		.lexer = lex_of(text),
		.today = today,
		.arena = arena,
		.query = &query,
		.fault = fault,
		.err = err ? err : &ignored,
	};

	advance(&p);
	query.tree = read_or(&p);
	if (is_at(&p, TOKEN_CLOSE))
		fail(&p, p.token.start, p.token.end,
		     "this bracket was never opened");
	add_texts(&p);
	if (p.rc == MB_OK)
		*out = query;
	return p.rc;
}
