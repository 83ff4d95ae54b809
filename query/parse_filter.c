#include "parse_filter.h"

#include "minutebook/nearest.h"

static void read_date(struct parser *p, const struct field *field,
		      const struct token *token, struct filter_value *value)
{
	struct mb_err why;

	if (dates_parse(token->text, p->today, &value->range, &why) != MB_OK) {
		parser_fail(p, token->start, token->end, "%s", why.msg);
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
	parser_fail(p, token->start, token->end,
		    "%s: takes %s, not '%.*s'%s%s%s", field->name, field->help,
		    MB_STR_ARG(token->text), near ? ": did you mean '" : "",
		    near ? near : "", near ? "'?" : "");
}

static void add_value(struct parser *p, struct filter *filter,
		      const struct token *token, size_t *capacity)
{
	const struct field *field = filter->field;
	struct filter_value value = { .text = token->text,
				      .is_prefix = token->is_prefix };
	struct filter_value *moved;

	if (mb_str_trim(token->text).len == 0) {
		parser_fail(p, token->start, token->end, "'%s:' needs a value",
			    field->name);
		return;
	}
	if (field->kind == FIELD_DATE || field->kind == FIELD_SINCE ||
	    field->kind == FIELD_UNTIL)
		read_date(p, field, token, &value);
	else if (field->words)
		read_listed(p, field, token, &value);
	if (++p->n_values > PARSE_MAX_VALUES)
		parser_fail(p, token->start, token->end,
			    "more than %d values: ask in several queries",
			    PARSE_MAX_VALUES);
	if (p->rc != MB_OK)
		return;
	moved = mb_arena_grow(p->arena, filter->values, filter->n_values,
			      capacity, sizeof(*moved));
	if (!moved) {
		parser_fail_nomem(p);
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

	parser_advance(p);
	while (p->rc == MB_OK && !parser_is_at(p, TOKEN_CLOSE)) {
		if (parser_is_at(p, TOKEN_WORD) ||
		    parser_is_at(p, TOKEN_PHRASE))
			add_value(p, filter, &p->token, &capacity);
		else if (!parser_is_at(p, TOKEN_OR))
			parser_fail(p, open, p->token.end,
				    "the bracket behind '%s:' is not closed",
				    filter->field->name);
		parser_advance(p);
	}
	parser_advance(p);
	if (p->rc == MB_OK && filter->n_values == 0)
		parser_fail(p, open, p->token.start, "'%s:' needs a value",
			    filter->field->name);
}

struct filter *parse_filter(struct parser *p, bool is_negated)
{
	struct filter *filter = MB_NEW(p->arena, struct filter, 1);
	size_t capacity = 0;

	if (!filter) {
		parser_fail_nomem(p);
		return NULL;
	}
	if (++p->n_filters > PARSE_MAX_FILTERS)
		parser_fail(p, p->token.start, p->token.end,
			    "more than %d filters: ask in several queries",
			    PARSE_MAX_FILTERS);
	filter->field = p->token.field;
	filter->is_negated = is_negated;
	filter->column = -1;
	parser_advance(p);
	if (parser_is_at(p, TOKEN_OPEN)) {
		read_values(p, filter);
	} else if (p->rc == MB_OK) {
		add_value(p, filter, &p->token, &capacity);
		parser_advance(p);
	}
	return p->rc == MB_OK ? filter : NULL;
}

bool parse_filter_merge(struct parser *p, struct filter *into,
			const struct filter *from)
{
	struct filter_value *values;

	if (into->field != from->field || into->is_negated || from->is_negated)
		return false;
	values = MB_NEW(p->arena, struct filter_value,
			into->n_values + from->n_values);
	if (!values) {
		parser_fail_nomem(p);
		return true;
	}
	for (size_t i = 0; i < into->n_values; i++)
		values[i] = into->values[i];
	for (size_t i = 0; i < from->n_values; i++)
		values[into->n_values + i] = from->values[i];
	into->values = values;
	into->n_values += from->n_values;
	p->n_filters--;
	return true;
}

void parse_filter_for_all(struct parser *p, struct filter *filter)
{
	struct query *q = p->query;
	struct filter **moved;

	for (size_t i = 0; i < q->n_filters; i++)
		if (parse_filter_merge(p, q->filters[i], filter))
			return;
	moved = mb_arena_grow(p->arena, q->filters, q->n_filters,
			      &p->filters_capacity, sizeof(*moved));
	if (!moved) {
		parser_fail_nomem(p);
		return;
	}
	q->filters = moved;
	q->filters[q->n_filters++] = filter;
}
