/*
 * The query as text again, in words, and as a tree.
 */
#include "parse.h"

/* --- as text ----------------------------------------------------------- */

static void print_quoted(struct mb_buf *out, struct mb_str text)
{
	mb_buf_add_char(out, '"');
	mb_buf_add(out, text); /* a phrase holds no quotes */
	mb_buf_add_char(out, '"');
}

static void print_distance(struct mb_buf *out, int distance)
{
	if (distance >= 0)
		mb_buf_add_format(out, "~%d", distance);
}

static void print_text(const struct node *node, struct mb_buf *out)
{
	if (node->field)
		mb_buf_add_format(out, "%s:", node->field->name);
	if (node->is_phrase) {
		print_quoted(out, node->text);
	} else {
		if (node->is_exact)
			mb_buf_add_char(out, '=');
		mb_buf_add(out, node->text);
	}
	if (node->is_prefix)
		mb_buf_add_char(out, '*');
	else
		print_distance(out, node->distance);
}

static void print_filter(const struct filter *filter, struct mb_buf *out)
{
	if (filter->is_negated)
		mb_buf_add_char(out, '-');
	mb_buf_add_format(out, "%s:", filter->field->name);
	if (filter->n_values > 1)
		mb_buf_add_char(out, '(');
	for (size_t i = 0; i < filter->n_values; i++) {
		if (i > 0)
			mb_buf_add_char(out, ' ');
		print_quoted(out, filter->values[i].text);
		if (filter->values[i].is_prefix)
			mb_buf_add_char(out, '*');
	}
	if (filter->n_values > 1)
		mb_buf_add_char(out, ')');
}

/*
 * Brackets only where the grammar needs them, so that they come out no deeper
 * than they went in.  A filter of the tree always has its own: bare, it would
 * hold for the whole query or join its like.
 */
static bool needs_brackets(const struct node *parent, const struct node *child)
{
	if (child->kind == NODE_FILTER)
		return true;
	if (child->kind == NODE_TEXT)
		return false;
	switch (parent->kind) {
	case NODE_OR:
		return child->kind == NODE_OR;
	case NODE_AND:
		return child->kind == NODE_OR || child->kind == NODE_AND;
	case NODE_NOT:
		return child->kind != NODE_NEAR;
	default:
		return true;
	}
}

static void print_node(const struct node *node, struct mb_buf *out)
{
	if (node->kind == NODE_TEXT)
		print_text(node, out);
	else if (node->kind == NODE_FILTER)
		print_filter(node->filter, out);
	else if (node->kind == NODE_NOT)
		mb_buf_add(out, MB_STR("NOT "));
	for (size_t i = 0; i < node->n_children; i++) {
		bool has_brackets = needs_brackets(node, node->children[i]);

		if (i > 0 && node->kind == NODE_NEAR)
			mb_buf_add_format(out, " NEAR/%d ", node->distance);
		else if (i > 0)
			mb_buf_add(out, node->kind == NODE_OR ? MB_STR(" OR ")
							      : MB_STR(" "));
		if (has_brackets)
			mb_buf_add_char(out, '(');
		print_node(node->children[i], out);
		if (has_brackets)
			mb_buf_add_char(out, ')');
	}
}

/* A list at the top is in brackets, which hold its filters together. */
void query_print(const struct query *query, struct mb_buf *out)
{
	const struct node *tree = query->tree;
	bool has_brackets =
	    tree && (tree->kind == NODE_AND || tree->kind == NODE_OR ||
		     tree->kind == NODE_FILTER);

	if (has_brackets)
		mb_buf_add_char(out, '(');
	if (tree)
		print_node(tree, out);
	if (has_brackets)
		mb_buf_add_char(out, ')');
	for (size_t i = 0; i < query->n_filters; i++) {
		if (tree || i > 0)
			mb_buf_add_char(out, ' ');
		print_filter(query->filters[i], out);
	}
}

/* --- in words ---------------------------------------------------------- */

static void describe_text(const struct node *node, struct mb_buf *out)
{
	if (node->field && node->field->kind == FIELD_TOPIC) {
		mb_buf_add(out, MB_STR("the topic "));
		mb_buf_add(out, node->text);
		return;
	}
	if (node->is_phrase)
		mb_buf_add(out, MB_STR("the words "));
	mb_buf_add(out, MB_STR("\xE2\x80\x9C"));
	mb_buf_add(out, node->text);
	mb_buf_add(out, MB_STR("\xE2\x80\x9D"));
	if (node->is_prefix)
		mb_buf_add(out, MB_STR(" and what begins so"));
	else if (node->is_exact && !node->is_phrase)
		mb_buf_add(out, MB_STR(" as written"));
	else if (node->distance >= 0 && node->is_phrase)
		mb_buf_add_format(out, " within %d words", node->distance);
	else if (node->distance >= 0)
		mb_buf_add_format(out, " give or take %d letters",
				  node->distance);
	if (node->field)
		mb_buf_add_format(out, " in the %s", node->field->name);
}

static void describe_date(const struct date_range *range, struct mb_buf *out)
{
	char first[MB_DATE_BYTES], last[MB_DATE_BYTES];

	if (mb_date_is_known(range->first))
		mb_date_format(range->first, first);
	if (mb_date_is_known(range->last))
		mb_date_format(range->last, last);
	if (!mb_date_is_known(range->last))
		mb_buf_add_format(out, "from %s on", first);
	else if (!mb_date_is_known(range->first))
		mb_buf_add_format(out, "up to %s", last);
	else if (mb_date_compare(range->first, range->last) == 0)
		mb_buf_add_format(out, "on %s", first);
	else
		mb_buf_add_format(out, "from %s to %s", first, last);
}

static bool is_date(const struct field *field)
{
	return field->kind == FIELD_DATE || field->kind == FIELD_SINCE ||
	       field->kind == FIELD_UNTIL;
}

static void describe_filter(const struct filter *filter, struct mb_buf *out)
{
	if (filter->is_negated)
		mb_buf_add(out, MB_STR("not "));
	if (!is_date(filter->field))
		mb_buf_add_format(out, "%s ", filter->field->name);
	for (size_t i = 0; i < filter->n_values; i++) {
		if (i > 0)
			mb_buf_add(out, MB_STR(" or "));
		if (is_date(filter->field))
			describe_date(&filter->values[i].range, out);
		else
			mb_buf_add(out, filter->values[i].text);
		if (filter->values[i].is_prefix)
			mb_buf_add_char(out, '*');
	}
}

static void describe_node(const struct node *node, bool is_top,
			  struct mb_buf *out)
{
	const char *between = node->kind == NODE_AND  ? " and "
			      : node->kind == NODE_OR ? " or "
						      : " near ";

	switch (node->kind) {
	case NODE_TEXT:
		describe_text(node, out);
		return;
	case NODE_FILTER:
		describe_filter(node->filter, out);
		return;
	case NODE_NOT:
		mb_buf_add(out, MB_STR("not "));
		describe_node(node->children[0], false, out);
		return;
	default:
		break;
	}
	if (!is_top)
		mb_buf_add_char(out, '(');
	for (size_t i = 0; i < node->n_children; i++) {
		if (i > 0)
			mb_buf_add(out, mb_str_of(between));
		describe_node(node->children[i], false, out);
	}
	if (!is_top)
		mb_buf_add_char(out, ')');
	if (node->kind == NODE_NEAR)
		mb_buf_add_format(out, " (within %d words)", node->distance);
}

void query_describe_node(const struct node *node, struct mb_buf *out)
{
	describe_node(node, true, out);
}

void query_describe(const struct query *query, struct mb_buf *out)
{
	if (query->tree)
		describe_node(query->tree, true, out);
	else
		mb_buf_add(out, MB_STR("everything"));
	for (size_t i = 0; i < query->n_filters; i++) {
		mb_buf_add(out, MB_STR(", "));
		describe_filter(query->filters[i], out);
	}
}

/* --- as a tree --------------------------------------------------------- */

static void dump_node(const struct node *node, int depth, struct mb_buf *out)
{
	static const char *const names[] = {
		[NODE_AND] = "AND",   [NODE_OR] = "OR",
		[NODE_NOT] = "NOT",   [NODE_NEAR] = "NEAR",
		[NODE_TEXT] = "text", [NODE_FILTER] = "filter",
	};

	mb_buf_add_format(out, "%*s%s", 2 * depth, "", names[node->kind]);
	if (node->kind == NODE_TEXT) {
		mb_buf_add_char(out, ' ');
		print_text(node, out);
	} else if (node->kind == NODE_FILTER) {
		mb_buf_add_char(out, ' ');
		print_filter(node->filter, out);
	} else if (node->kind == NODE_NEAR) {
		mb_buf_add_format(out, "/%d", node->distance);
	}
	mb_buf_add_char(out, '\n');
	for (size_t i = 0; i < node->n_children; i++)
		dump_node(node->children[i], depth + 1, out);
}

void query_dump(const struct query *query, struct mb_buf *out)
{
	if (query->tree)
		dump_node(query->tree, 0, out);
	for (size_t i = 0; i < query->n_filters; i++) {
		mb_buf_add(out, MB_STR("for all: "));
		print_filter(query->filters[i], out);
		mb_buf_add_char(out, '\n');
	}
}
