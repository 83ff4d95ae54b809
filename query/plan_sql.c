#include "plan_sql.h"

#include <string.h>

#include "minutebook/text.h"
#include "name_value.h"
#include "plan_match.h"

static void add_value(struct planner *p, const struct plan_value *value)
{
	struct plan *plan = p->plan;
	struct plan_value *moved =
	    planner_grow(p, plan->values, plan->n_values, &p->values_capacity,
			 sizeof(*moved));

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
		mb_fold(&text, out.text);
	else
		mb_buf_add(&text, out.text);
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
struct rows {
	int64_t first, last;
};

static struct rows rows_of(const struct date_range *range)
{
	struct mb_date least = { MB_YEAR_MIN, 1, 1 };
	struct mb_date most = { MB_YEAR_MAX, 12, 31 };

	return (struct rows){
		mb_paragraph_first(mb_date_is_known(range->first) ? range->first
								  : least),
		mb_paragraph_last(mb_date_is_known(range->last) ? range->last
								: most),
	};
}

static bool is_day(const struct field *field)
{
	return (field->kind == FIELD_DATE || field->kind == FIELD_SINCE ||
		field->kind == FIELD_UNTIL) &&
	       !strcmp(field->sql, "m.date");
}

static void add_days(struct planner *p, const struct date_range *range)
{
	struct rows rows = rows_of(range);
	struct plan_value value = { .is_text = false, .n = rows.first };

	mb_buf_add(&p->sql, MB_STR("p.id BETWEEN "));
	add_parameter(p, &value);
	mb_buf_add(&p->sql, MB_STR(" AND "));
	value.n = rows.last;
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
	struct filter_value named;
	struct plan_value bound;

	if (is_day(field)) {
		add_days(p, &value->range);
		return;
	}
	switch (field->kind) {
	case FIELD_DATE:
	case FIELD_SINCE:
	case FIELD_UNTIL:
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
		named = *value;
		if (p->rc == MB_OK && !value->is_prefix)
			p->rc = name_value(value->text, p->arena, &named.text,
					   p->err);
		bound = text_value(p, &named, true);
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
	plan_match_leaf(&match, leaf);
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

/*
 * The rows of the days that the filters for all leave over, so that SQLite
 * goes to the first of them and ends with the last.  Filters that are columns
 * hide no row: the words' statistics want all of them.
 */
static struct rows rows_of_filters(const struct planner *p)
{
	struct rows all = { INT64_MIN, INT64_MAX };

	for (size_t i = 0; p->plan->is_filtered && i < p->query->n_filters;
	     i++) {
		const struct filter *filter = p->query->filters[i];
		struct rows any = { INT64_MAX, INT64_MIN };

		if (filter->is_negated || !is_day(filter->field))
			continue;
		for (size_t k = 0; k < filter->n_values; k++) {
			struct rows some = rows_of(&filter->values[k].range);

			any.first =
			    some.first < any.first ? some.first : any.first;
			any.last = some.last > any.last ? some.last : any.last;
		}
		all.first = any.first > all.first ? any.first : all.first;
		all.last = any.last < all.last ? any.last : all.last;
	}
	return all;
}

/* "p.id BETWEEN ?2 AND ?3", or a narrower range. */
static void add_range(struct planner *p, const char *row)
{
	struct rows rows = rows_of_filters(p);
	struct plan_value value = { .is_text = false, .n = rows.first };

	if (rows.first == INT64_MIN && rows.last == INT64_MAX) {
		mb_buf_add_format(&p->sql, "WHERE %s BETWEEN ?2 AND ?3", row);
		return;
	}
	mb_buf_add_format(&p->sql, "WHERE %s BETWEEN max(?2, ", row);
	add_parameter(p, &value);
	mb_buf_add(&p->sql, MB_STR(") AND min(?3, "));
	value.n = rows.last;
	add_parameter(p, &value);
	mb_buf_add_char(&p->sql, ')');
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

void plan_sql(struct planner *p)
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
	add_range(p, row);
	if (is_match) {
		struct plan_value value = { .is_text = true,
					    .text = plan->match };

		mb_buf_add(&p->sql, MB_STR("\n  AND paragraph_fts MATCH "));
		add_parameter(p, &value);
	} else {
		mb_buf_add(&p->sql, MB_STR("\n  AND NOT p.is_hidden"));
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
