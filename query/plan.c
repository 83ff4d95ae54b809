#include "plan.h"

#include <string.h>

#include "expand.h"
#include "minutebook/terms.h"
#include "minutebook/text.h"

struct planner {
	struct expander expander;
	const struct query *query;
	const struct plan_options *options;
	struct mb_arena *arena;
	struct plan *plan;
	struct mb_err *err;
	size_t leaves_capacity, values_capacity;
	size_t warnings_capacity;
	struct mb_buf sql;
	int rc; /* sticks */
};

static void *alloc(struct planner *p, size_t n, size_t size)
{
	void *memory = NULL;

	if (p->rc == MB_OK)
		memory = mb_arena_alloc(p->arena, n, size);
	if (!memory && p->rc == MB_OK)
		p->rc = mb_fail_nomem(p->err);
	return memory;
}

static void *grow(struct planner *p, void *items, size_t n, size_t *capacity,
		  size_t size)
{
	void *moved = NULL;

	if (p->rc == MB_OK)
		moved = mb_arena_grow(p->arena, items, n, capacity, size);
	if (!moved && p->rc == MB_OK)
		p->rc = mb_fail_nomem(p->err);
	return moved;
}

static void warn(struct planner *p, const char *format, struct mb_str what)
{
	struct mb_buf text = MB_BUF_INIT;
	struct mb_str *moved = grow(p, p->plan->warnings, p->plan->n_warnings,
				    &p->warnings_capacity, sizeof(*moved));

	if (!moved)
		return;
	p->plan->warnings = moved;
	mb_buf_add(&text, mb_str_of(format));
	mb_buf_add(&text, MB_STR("'"));
	mb_buf_add(&text, what);
	mb_buf_add(&text, MB_STR("'"));
	p->rc =
	    mb_buf_move(&text, p->arena, &moved[p->plan->n_warnings++], p->err);
	mb_buf_release(&text);
}

/* --- leaves ------------------------------------------------------------ */

static int column_of(const struct node *node)
{
	if (!node->field)
		return -1;
	switch (node->field->kind) {
	case FIELD_TITLE:
		return MB_FTS_TITLE;
	case FIELD_TEXT:
	case FIELD_DECIDED:
		return MB_FTS_TEXT;
	default:
		return -1;
	}
}

static struct leaf *add_leaf(struct planner *p, struct node *node)
{
	struct plan *plan = p->plan;
	struct leaf *moved = grow(p, plan->leaves, plan->n_leaves,
				  &p->leaves_capacity, sizeof(*moved));

	if (!moved)
		return NULL;
	plan->leaves = moved;
	node->leaf = (int)plan->n_leaves;
	moved = &plan->leaves[plan->n_leaves++];
	*moved =
	    (struct leaf){ .node = node,
			   .distance = -1,
			   .column = column_of(node),
			   .is_decided = node->field &&
					 node->field->kind == FIELD_DECIDED,
			   .weight = 1 };
	return moved;
}

/* One way with one operand for each variant. */
static void set_ways(struct planner *p, struct leaf *leaf,
		     const struct variants *variants)
{
	leaf->ways = alloc(p, variants->n, sizeof(*leaf->ways));
	if (!leaf->ways)
		return;
	leaf->n_ways = variants->n;
	for (size_t i = 0; i < variants->n; i++) {
		leaf->ways[i].operands[0] = variants->items[i];
		leaf->ways[i].n = 1;
	}
}

/* The same words again weigh more, and need not be looked up twice. */
static bool is_repeated(struct planner *p, struct node *node)
{
	for (size_t i = 0; i < p->plan->n_leaves; i++) {
		struct leaf *leaf = &p->plan->leaves[i];
		const struct node *other = leaf->node;

		if (other->kind != NODE_TEXT ||
		    other->is_phrase != node->is_phrase ||
		    other->is_exact != node->is_exact ||
		    other->is_prefix != node->is_prefix ||
		    other->distance != node->distance ||
		    other->field != node->field ||
		    !mb_str_equal_nocase(other->text, node->text))
			continue;
		leaf->weight++;
		node->leaf = (int)i;
		return true;
	}
	return false;
}

static void plan_text(struct planner *p, struct node *node)
{
	struct variants variants = { NULL, 0 };
	struct leaf *leaf;

	if (is_repeated(p, node))
		return;
	if (p->rc == MB_OK)
		p->rc = expand_text(&p->expander, node, &variants, p->err);
	if (p->rc == MB_OK && variants.n == 0) {
		if (mb_str_trim(node->text).len > 0)
			warn(p, "there is nothing to look for in ", node->text);
		return; /* its leaf stays -1: it decides nothing */
	}
	leaf = add_leaf(p, node);
	if (leaf)
		set_ways(p, leaf, &variants);
}

/* --- NEAR -------------------------------------------------------------- */

/* All variants of an operand: of a text, or of each text in brackets. */
static void operand_variants(struct planner *p, const struct node *operand,
			     struct variants *out)
{
	struct variants all = { alloc(p, PLAN_MAX_VARIANTS, sizeof(*all.items)),
				0 };
	size_t n = operand->kind == NODE_TEXT ? 1 : operand->n_children;

	for (size_t i = 0; p->rc == MB_OK && i < n; i++) {
		const struct node *text =
		    operand->kind == NODE_TEXT ? operand : operand->children[i];
		struct variants some = { NULL, 0 };

		p->rc = expand_text(&p->expander, text, &some, p->err);
		for (size_t k = 0; k < some.n && all.n < PLAN_MAX_VARIANTS; k++)
			all.items[all.n++] = some.items[k];
	}
	*out = all;
}

/* Every choice of one variant for each operand, up to the cap. */
static void plan_near(struct planner *p, struct node *node)
{
	struct variants operands[PLAN_MAX_OPERANDS];
	struct leaf *leaf = add_leaf(p, node);
	size_t n = node->n_children < PLAN_MAX_OPERANDS ? node->n_children
							: PLAN_MAX_OPERANDS;
	size_t n_ways = 1;

	for (size_t i = 0; i < n && p->rc == MB_OK; i++) {
		operand_variants(p, node->children[i], &operands[i]);
		if (operands[i].n == 0)
			n_ways = 0;
		else
			n_ways *= operands[i].n;
		if (n_ways > PLAN_MAX_VARIANTS)
			n_ways = PLAN_MAX_VARIANTS;
	}
	if (!leaf || p->rc != MB_OK)
		return;
	leaf->distance = node->distance;
	leaf->ways = alloc(p, n_ways + 1, sizeof(*leaf->ways));
	if (!leaf->ways)
		return;
	leaf->n_ways = n_ways;
	for (size_t way = 0; way < n_ways; way++) {
		size_t rest = way;

		for (size_t i = 0; i < n; i++) {
			leaf->ways[way].operands[i] =
			    operands[i].items[rest % operands[i].n];
			rest /= operands[i].n;
		}
		leaf->ways[way].n = n;
	}
}

/* --- the tree ---------------------------------------------------------- */

static bool is_bare_word(const struct node *node)
{
	return node->kind == NODE_TEXT && !node->is_phrase && !node->is_exact &&
	       !node->is_prefix && !node->field && node->distance < 0 &&
	       node->leaf >= 0;
}

static void add_ways(struct planner *p, struct leaf *leaf,
		     const struct variants *more)
{
	struct near *ways = alloc(p, leaf->n_ways + more->n, sizeof(*ways));

	if (!ways)
		return;
	memcpy(ways, leaf->ways, leaf->n_ways * sizeof(*ways));
	for (size_t i = 0; i < more->n; i++)
		ways[leaf->n_ways + i] =
		    (struct near){ .operands = { more->items[i] }, .n = 1 };
	leaf->ways = ways;
	leaf->n_ways += more->n;
}

/* "anti racism": each of the two words is also there in antiracism. */
static void plan_pairs(struct planner *p, const struct node *list)
{
	for (size_t i = 0; i + 1 < list->n_children; i++) {
		const struct node *a = list->children[i];
		const struct node *b = list->children[i + 1];
		struct variants joined = { NULL, 0 };

		if (p->rc != MB_OK || !is_bare_word(a) || !is_bare_word(b) ||
		    a->leaf == b->leaf)
			continue;
		p->rc = expand_pair(&p->expander, a, b, &joined, p->err);
		if (p->rc != MB_OK || joined.n == 0)
			continue;
		add_ways(p, &p->plan->leaves[a->leaf], &joined);
		add_ways(p, &p->plan->leaves[b->leaf], &joined);
	}
}

static void plan_node(struct planner *p, struct node *node)
{
	if (p->rc != MB_OK)
		return;
	switch (node->kind) {
	case NODE_TEXT:
		plan_text(p, node);
		return;
	case NODE_NEAR:
		plan_near(p, node);
		return;
	case NODE_FILTER:
		node->filter->column = p->plan->n_filters++;
		return;
	default:
		break;
	}
	for (size_t i = 0; i < node->n_children; i++)
		plan_node(p, node->children[i]);
	if (node->kind == NODE_AND)
		plan_pairs(p, node);
}

static void mark_positive(struct plan *plan, const struct node *node,
			  bool is_positive)
{
	if (node->leaf >= 0 && is_positive)
		plan->leaves[node->leaf].is_positive = true;
	if (node->kind == NODE_NEAR)
		return;
	for (size_t i = 0; i < node->n_children; i++)
		mark_positive(plan, node->children[i],
			      node->kind == NODE_NOT ? !is_positive
						     : is_positive);
}

/* --- stop words -------------------------------------------------------- */

static bool is_stop_word(struct planner *p, const struct leaf *leaf)
{
	struct mb_str folded;

	if (!is_bare_word(leaf->node) || leaf->n_ways == 0)
		return false;
	folded = leaf->ways[0].operands[0].places[0].words[0];
	(void)p;
	return leaf->ways[0].operands[0].n == 1 && expand_is_stop_word(folded);
}

/* Bare words as common as "the" say nothing, unless nothing else is said. */
static void drop_stop_words(struct planner *p)
{
	struct plan *plan = p->plan;
	size_t n_left = 0;

	for (size_t i = 0; i < plan->n_leaves; i++)
		n_left += plan->leaves[i].is_positive &&
			  !is_stop_word(p, &plan->leaves[i]);
	for (size_t i = 0; n_left > 0 && i < plan->n_leaves; i++)
		plan->leaves[i].is_dropped = plan->leaves[i].is_positive &&
					     is_stop_word(p, &plan->leaves[i]);
}

/* --- the FTS5 expression ----------------------------------------------- */

/* One phrase, as the tokenizer takes it (fts.h). */
static void add_phrase(struct mb_buf *out, const struct variant *variant)
{
	mb_buf_add(out, MB_STR("\"" MB_FTS_LITERAL));
	for (size_t i = 0; i < variant->n; i++) {
		if (i > 0)
			mb_buf_add_char(out, MB_FTS_PLACE);
		for (size_t k = 0; k < variant->places[i].n; k++) {
			if (k > 0)
				mb_buf_add_char(out, MB_FTS_SAME);
			mb_buf_add(out, variant->places[i].words[k]);
		}
	}
	mb_buf_add_char(out, '"');
	if (variant->is_prefix)
		mb_buf_add(out, MB_STR(" *"));
}

static void add_way(struct mb_buf *out, const struct leaf *leaf,
		    const struct near *way)
{
	if (way->n == 1) {
		add_phrase(out, &way->operands[0]);
		return;
	}
	mb_buf_add(out, MB_STR("NEAR("));
	for (size_t i = 0; i < way->n; i++) {
		if (i > 0)
			mb_buf_add_char(out, ' ');
		add_phrase(out, &way->operands[i]);
	}
	mb_buf_add_format(out, ", %d)", leaf->distance);
}

static void add_leaf_expression(struct mb_buf *out, const struct leaf *leaf)
{
	static const char *const columns[] = {
		[MB_FTS_TITLE] = "title", [MB_FTS_TEXT] = "text"
	};

	if (leaf->column >= 0)
		mb_buf_add_format(out, "{%s} : ", columns[leaf->column]);
	mb_buf_add_char(out, '(');
	for (size_t i = 0; i < leaf->n_ways; i++) {
		if (i > 0)
			mb_buf_add(out, MB_STR(" OR "));
		add_way(out, leaf, &leaf->ways[i]);
	}
	mb_buf_add_char(out, ')');
}

static int count_phrases(const struct leaf *leaf)
{
	int n = 0;

	for (size_t i = 0; i < leaf->n_ways; i++)
		n += (int)leaf->ways[i].n;
	return n;
}

/* Leaves out the last ways of a leaf until it fits beside the others. */
static int fit_phrases(struct leaf *leaf, int n_allowed)
{
	int n = count_phrases(leaf);

	while (n > n_allowed && leaf->n_ways > 0) {
		leaf->n_ways--;
		n = count_phrases(leaf);
	}
	return n;
}

/* Everything that any leaf asks for; FTS5 numbers phrases as they come. */
static void plan_expression(struct planner *p)
{
	struct plan *plan = p->plan;
	struct mb_buf out = MB_BUF_INIT;
	int n_phrases = 0;

	for (size_t i = 0; i < plan->n_leaves; i++) {
		struct leaf *leaf = &plan->leaves[i];
		int n_after = (int)(plan->n_leaves - i - 1);
		int n =
		    fit_phrases(leaf, MB_FTS_MAX_PHRASES - n_phrases - n_after);

		if (n == 0 || leaf->is_dropped)
			continue;
		if (n_phrases > 0)
			mb_buf_add(&out, MB_STR(" OR "));
		add_leaf_expression(&out, leaf);
		leaf->first_phrase = n_phrases;
		leaf->n_phrases = n;
		n_phrases += n;
	}
	if (p->rc == MB_OK)
		p->rc = mb_buf_move(&out, p->arena, &plan->match, p->err);
	mb_buf_release(&out);
}

/* Whether a row without any leaf could fit: then all rows are to be seen. */
static bool fits_without_leaves(const struct node *node)
{
	switch (node->kind) {
	case NODE_TEXT:
	case NODE_NEAR:
		return node->leaf < 0;
	case NODE_FILTER:
		return true; /* it may hold */
	case NODE_NOT:
		return true;
	case NODE_AND:
		for (size_t i = 0; i < node->n_children; i++)
			if (!fits_without_leaves(node->children[i]))
				return false;
		return true;
	default:
		for (size_t i = 0; i < node->n_children; i++)
			if (fits_without_leaves(node->children[i]))
				return true;
		return false;
	}
}

/* --- SQL --------------------------------------------------------------- */

static void add_value(struct planner *p, const struct plan_value *value)
{
	struct plan *plan = p->plan;
	struct plan_value *moved = grow(p, plan->values, plan->n_values,
					&p->values_capacity, sizeof(*moved));

	if (!moved)
		return;
	plan->values = moved;
	plan->values[plan->n_values++] = *value;
}

/* The parameter's number is written, the value is bound: never pasted. */
static void add_parameter(struct planner *p, const struct plan_value *value)
{
	mb_buf_add_format(&p->sql, "?%zu",
			  p->plan->n_values + PLAN_FIRST_VALUE);
	add_value(p, value);
}

static struct plan_value
text_value(struct planner *p, const struct filter_value *value, bool is_folded)
{
	struct plan_value out = { .is_text = true, .text = value->text };
	struct mb_buf text = MB_BUF_INIT;

	if (is_folded)
		mb_fold(&text, value->text);
	else
		mb_buf_add(&text, value->text);
	if (value->is_prefix && is_folded)
		mb_buf_add_char(&text, '*');
	if (p->rc == MB_OK)
		p->rc = mb_buf_move(&text, p->arena, &out.text, p->err);
	mb_buf_release(&text);
	return out;
}

/* The field's condition, each '?' replaced by the value's parameter. */
static void add_template(struct planner *p, const char *sql,
			 const struct plan_value *value)
{
	size_t number = p->plan->n_values + PLAN_FIRST_VALUE;

	for (; *sql; sql++) {
		if (*sql == '?')
			mb_buf_add_format(&p->sql, "?%zu", number);
		else
			mb_buf_add_char(&p->sql, *sql);
	}
	add_value(p, value);
}

/* Days are ranges of paragraph ids, which are in the order of time. */
static void add_days(struct planner *p, const struct date_range *range)
{
	struct mb_date least = { MB_YEAR_MIN, 1, 1 };
	struct mb_date most = { MB_YEAR_MAX, 12, 31 };
	struct plan_value value = { .is_text = false };

	mb_buf_add(&p->sql, MB_STR("p.id BETWEEN "));
	value.n = mb_paragraph_first(
	    mb_date_is_known(range->first) ? range->first : least);
	add_parameter(p, &value);
	mb_buf_add(&p->sql, MB_STR(" AND "));
	value.n = mb_paragraph_last(mb_date_is_known(range->last) ? range->last
								  : most);
	add_parameter(p, &value);
}

static void add_text_days(struct planner *p, const char *column,
			  const struct date_range *range)
{
	char first[MB_DATE_BYTES] = "0000-01-01";
	char last[MB_DATE_BYTES] = "9999-12-31";
	struct filter_value text = { .is_prefix = false };
	struct plan_value value;

	if (mb_date_is_known(range->first))
		mb_date_format(range->first, first);
	if (mb_date_is_known(range->last))
		mb_date_format(range->last, last);
	mb_buf_add_format(&p->sql, "%s BETWEEN ", column);
	text.text = mb_str_of(first);
	value = text_value(p, &text, false);
	add_parameter(p, &value);
	mb_buf_add(&p->sql, MB_STR(" AND "));
	text.text = mb_str_of(last);
	value = text_value(p, &text, false);
	add_parameter(p, &value);
}

static void add_condition(struct planner *p, const struct field *field,
			  const struct filter_value *value)
{
	struct plan_value bound;

	switch (field->kind) {
	case FIELD_DATE:
	case FIELD_SINCE:
	case FIELD_UNTIL:
		if (!strcmp(field->sql, "m.date"))
			add_days(p, &value->range);
		else
			add_text_days(p, field->sql, &value->range);
		return;
	case FIELD_FLAG:
		mb_buf_add(&p->sql, mb_str_of(value->word->sql));
		return;
	case FIELD_WORD:
		bound =
		    (struct plan_value){ .is_text = true,
					 .text = mb_str_of(value->word->word) };
		add_template(p, field->sql, &bound);
		return;
	case FIELD_NAME:
		bound = text_value(p, value, true);
		break;
	case FIELD_WORDS:
		bound = text_value(p, value, true);
		break;
	default:
		bound = text_value(p, value, false);
		break;
	}
	add_template(p, field->sql, &bound);
}

static void add_filter(struct planner *p, const struct filter *filter)
{
	mb_buf_add(&p->sql, filter->is_negated ? MB_STR("coalesce(NOT (")
					       : MB_STR("coalesce(("));
	for (size_t i = 0; i < filter->n_values; i++) {
		if (i > 0)
			mb_buf_add(&p->sql, MB_STR(" OR "));
		add_condition(p, filter->field, &filter->values[i]);
	}
	/* what is unknown fits no filter, and every exclusion */
	mb_buf_add_format(&p->sql, "), %d)", filter->is_negated);
}

static void add_tree_filters(struct planner *p, const struct node *node)
{
	if (node->kind == NODE_FILTER) {
		mb_buf_add(&p->sql, MB_STR(",\n  "));
		add_filter(p, node->filter);
	}
	for (size_t i = 0; node->kind != NODE_NEAR && i < node->n_children; i++)
		add_tree_filters(p, node->children[i]);
}

/* Whether the paragraph is among those in which the leaf stands there. */
static void add_leaf_column(struct planner *p, struct leaf *leaf, int column)
{
	struct plan_value value = { .is_text = true };
	struct mb_buf match = MB_BUF_INIT;
	int wanted = leaf->column;

	if (leaf->n_ways == 0 || (wanted >= 0 && wanted != column)) {
		mb_buf_add(&p->sql, MB_STR(",\n  0"));
		return;
	}
	leaf->column = column;
	add_leaf_expression(&match, leaf);
	leaf->column = wanted;
	if (p->rc == MB_OK)
		p->rc = mb_buf_move(&match, p->arena, &value.text, p->err);
	mb_buf_release(&match);
	mb_buf_add(&p->sql, MB_STR(",\n  p.id IN (SELECT rowid FROM "
				   "paragraph_fts WHERE paragraph_fts "
				   "MATCH "));
	add_parameter(p, &value);
	mb_buf_add_char(&p->sql, ')');
}

/* In a scan each leaf is two columns: in the title, in the text. */
static void add_leaf_columns(struct planner *p)
{
	for (size_t i = 0; i < p->plan->n_leaves; i++)
		for (int column = 0; column < MB_FTS_COLUMNS; column++)
			add_leaf_column(p, &p->plan->leaves[i], column);
}

static void add_from(struct planner *p, bool is_match)
{
	if (is_match)
		mb_buf_add(&p->sql, MB_STR("\nFROM paragraph_fts\n"
					   "CROSS JOIN paragraph p"
					   " ON p.id = paragraph_fts.rowid\n"));
	else
		mb_buf_add(&p->sql, MB_STR("\nFROM paragraph p\n"));
	mb_buf_add(&p->sql, MB_STR("CROSS JOIN item i ON i.id = p.item\n"
				   "CROSS JOIN document d"
				   " ON d.id = i.document\n"
				   "CROSS JOIN meeting m"
				   " ON m.id = d.meeting\n"));
}

static void plan_sql(struct planner *p)
{
	struct plan *plan = p->plan;
	bool is_match = plan->mode == PLAN_MATCH;
	const char *row = is_match ? "paragraph_fts.rowid" : "p.id";

	mb_buf_add(&p->sql,
		   MB_STR("SELECT p.id, p.item, i.n_words, i.n_title_words,"
			  " i.is_boilerplate, p.text <> '',"
			  " p.kind = 'decision', "));
	mb_buf_add(&p->sql, is_match ? MB_STR("mb_match(paragraph_fts, ?1)")
				     : MB_STR("?1 IS NULL"));
	if (p->query->tree)
		add_tree_filters(p, p->query->tree);
	for (size_t i = 0; !plan->is_filtered && i < p->query->n_filters; i++) {
		p->query->filters[i]->column = plan->n_filters++;
		mb_buf_add(&p->sql, MB_STR(",\n  "));
		add_filter(p, p->query->filters[i]);
	}
	if (!is_match)
		add_leaf_columns(p);
	add_from(p, is_match);
	mb_buf_add_format(&p->sql, "WHERE %s BETWEEN ?2 AND ?3", row);
	if (is_match) {
		struct plan_value value = { .is_text = true,
					    .text = plan->match };

		mb_buf_add(&p->sql, MB_STR("\n  AND paragraph_fts MATCH "));
		add_parameter(p, &value);
	} else {
		mb_buf_add(&p->sql, MB_STR("\n  AND NOT i.is_hidden"));
	}
	for (size_t i = 0; plan->is_filtered && i < p->query->n_filters; i++) {
		mb_buf_add(&p->sql, MB_STR("\n  AND "));
		add_filter(p, p->query->filters[i]);
	}
	mb_buf_add_format(&p->sql, "\nORDER BY %s%s", row,
			  p->options->sort == SORT_DATE_DESC ? " DESC" : "");
	mb_buf_add_char(&p->sql, '\0');
	if (p->rc == MB_OK)
		p->rc = mb_buf_move(&p->sql, p->arena, &plan->sql, p->err);
}

/* --- the whole --------------------------------------------------------- */

static void plan_all(struct planner *p)
{
	struct plan *plan = p->plan;
	struct node *tree = p->query->tree;

	plan->mode = PLAN_SCAN;
	plan->is_filtered = true;
	if (tree) {
		plan_node(p, tree);
		if (p->rc != MB_OK)
			return;
		mark_positive(plan, tree, true);
		drop_stop_words(p);
		plan_expression(p);
		if (plan->n_leaves > 0 && !fits_without_leaves(tree))
			plan->mode = PLAN_MATCH;
	}
	for (size_t i = 0; i < plan->n_leaves; i++)
		plan->n_positive +=
		    plan->leaves[i].is_positive && !plan->leaves[i].is_dropped;
	if (plan->mode == PLAN_MATCH && p->options->needs_scores &&
	    plan->n_positive > 1)
		plan->is_filtered = false;
	plan_sql(p);
}

int plan_make(const struct query *query, const struct plan_options *options,
	      struct mb_reader *reader, struct mb_arena *arena,
	      struct plan *out, struct mb_err *err)
{
	struct plan plan = { .query = query };
	struct planner p = {
		.expander = { .reader = reader,
			      .splitter = mb_splitter_new(),
			      .stemmer = mb_stemmer_new(),
			      .arena = arena },
		.query = query,
		.options = options,
		.arena = arena,
		.plan = &plan,
		.err = err,
	};

	if (!p.expander.splitter || !p.expander.stemmer)
		p.rc = mb_fail_nomem(err);
	else
		plan_all(&p);
	mb_splitter_free(p.expander.splitter);
	mb_stemmer_free(p.expander.stemmer);
	mb_buf_release(&p.sql);
	if (p.rc == MB_OK)
		*out = plan;
	return p.rc;
}

/* --- explaining -------------------------------------------------------- */

/* The expression without its control characters: library|libraries. */
void plan_dump(const struct plan *plan, struct mb_buf *out)
{
	mb_buf_add(out, MB_STR("FTS5:\n  "));
	for (size_t i = 0; i < plan->match.len; i++) {
		char c = plan->match.ptr[i];

		if (c == MB_FTS_PLACE)
			mb_buf_add_char(out, ' ');
		else if (c == MB_FTS_SAME)
			mb_buf_add_char(out, '|');
		else if (c != MB_FTS_LITERAL[0])
			mb_buf_add_char(out, c);
	}
	mb_buf_add(out, plan->match.len > 0 ? MB_STR("\n")
					    : MB_STR("(nothing: all "
						     "paragraphs are "
						     "looked at)\n"));
	mb_buf_add(out, MB_STR("SQL:\n"));
	mb_buf_add(out, mb_str_take(plan->sql, plan->sql.len - 1));
	mb_buf_add_char(out, '\n');
}
