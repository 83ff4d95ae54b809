#include "scan.h"

#include <string.h>

/* --- the statement ----------------------------------------------------- */

static int bind_values(struct scan *scan, struct mb_err *err)
{
	const struct plan *plan = scan->plan;
	int rc = SQLITE_OK;

	if (plan->mode == PLAN_MATCH)
		rc = sqlite3_bind_pointer(scan->stmt, 1, &scan->match,
					  MB_MATCH_POINTER, NULL);
	for (size_t i = 0; i < plan->n_values && rc == SQLITE_OK; i++) {
		const struct plan_value *value = &plan->values[i];
		int at = (int)i + PLAN_FIRST_VALUE;

		if (value->is_text)
			rc = sqlite3_bind_text64(
			    scan->stmt, at,
			    value->text.ptr ? value->text.ptr : "",
			    value->text.len, SQLITE_STATIC, SQLITE_UTF8);
		else
			rc = sqlite3_bind_int64(scan->stmt, at, value->n);
	}
	if (rc == SQLITE_NOMEM)
		return mb_fail_nomem(err);
	return rc == SQLITE_OK
		   ? MB_OK
		   : mb_fail(err, MB_ESTORE, "%s", sqlite3_errstr(rc));
}

int scan_open(struct scan *scan, struct mb_reader *reader,
	      const struct plan *plan, struct mb_err *err)
{
	int rc;

	*scan = (struct scan){ .reader = reader, .plan = plan };
	rc = mb_reader_prepare(reader, plan->sql.ptr, &scan->stmt, err);
	return rc == MB_OK ? bind_values(scan, err) : rc;
}

int scan_begin(struct scan *scan, int64_t first, int64_t last,
	       struct mb_err *err)
{
	sqlite3_reset(scan->stmt);
	if (sqlite3_bind_int64(scan->stmt, 2, first) != SQLITE_OK ||
	    sqlite3_bind_int64(scan->stmt, 3, last) != SQLITE_OK)
		return mb_fail_nomem(err);
	return MB_OK;
}

void scan_close(struct scan *scan)
{
	sqlite3_finalize(scan->stmt);
	scan->stmt = NULL;
}

/* --- fitting ----------------------------------------------------------- */

static bool fits_leaf(const struct plan *plan, const struct row *row, int i)
{
	const struct leaf *leaf;

	if (i < 0)
		return true; /* there was nothing to look for */
	leaf = &plan->leaves[i];
	if (leaf->is_dropped)
		return true;
	if (leaf->is_decided && !row->is_decision)
		return false;
	return row->counts[i].text + row->counts[i].title > 0;
}

/* A stop word: it would make everything fit. */
static bool is_dropped(const struct plan *plan, const struct node *node)
{
	return node->leaf >= 0 && plan->leaves[node->leaf].is_dropped;
}

static bool fits(const struct plan *plan, const struct row *row,
		 const struct node *node)
{
	switch (node->kind) {
	case NODE_TEXT:
	case NODE_NEAR:
		return fits_leaf(plan, row, node->leaf);
	case NODE_FILTER:
		return row->filters[node->filter->column];
	case NODE_NOT:
		return !fits(plan, row, node->children[0]);
	case NODE_AND:
		for (size_t i = 0; i < node->n_children; i++)
			if (!fits(plan, row, node->children[i]))
				return false;
		return true;
	default:
		for (size_t i = 0; i < node->n_children; i++)
			if (!is_dropped(plan, node->children[i]) &&
			    fits(plan, row, node->children[i]))
				return true;
		return false;
	}
}

/*
 * What excludes, and title:x and its like outside of brackets, holds for each
 * paragraph, also where not all of the words are asked for.
 */
static bool is_condition(const struct node *node)
{
	if (node->kind != NODE_OR)
		return node->kind == NODE_NOT || node->kind == NODE_FILTER ||
		       node->field;
	for (size_t i = 0; i < node->n_children; i++)
		if (!is_condition(node->children[i]))
			return false;
	return true;
}

static bool fits_conditions(const struct plan *plan, const struct row *row)
{
	const struct node *tree = plan->query->tree;

	if (!tree)
		return true;
	if (tree->kind != NODE_AND)
		return !is_condition(tree) || fits(plan, row, tree);
	for (size_t i = 0; i < tree->n_children; i++)
		if (is_condition(tree->children[i]) &&
		    !fits(plan, row, tree->children[i]))
			return false;
	return true;
}

/* --- rows -------------------------------------------------------------- */

/* Sums what FTS5 counted over all the ways to write each leaf. */
static void read_counts(const struct scan *scan, struct row *row)
{
	const struct plan *plan = scan->plan;

	for (size_t i = 0; i < plan->n_leaves; i++) {
		const struct leaf *leaf = &plan->leaves[i];
		struct leaf_count count = { 0, 0 };

		for (int k = 0; k < leaf->n_phrases; k++) {
			const uint32_t *found =
			    scan->match.count[leaf->first_phrase + k];

			count.title += found[MB_FTS_TITLE];
			count.text += found[MB_FTS_TEXT];
		}
		row->counts[i] = count;
	}
}

/* In a scan only whether a leaf is there is known. */
static void read_flags(const struct scan *scan, struct row *row)
{
	int column = PLAN_COLUMNS + scan->plan->n_filters;

	for (size_t i = 0; i < scan->plan->n_leaves; i++) {
		int at = column + (int)i * MB_FTS_COLUMNS;

		row->counts[i] = (struct leaf_count){
			.title = (uint32_t)sqlite3_column_int(
			    scan->stmt, at + MB_FTS_TITLE),
			.text = (uint32_t)sqlite3_column_int(scan->stmt,
							     at + MB_FTS_TEXT),
		};
	}
}

static void read_filters(const struct scan *scan, struct row *row)
{
	const struct query *query = scan->plan->query;

	for (int i = 0; i < scan->plan->n_filters; i++)
		row->filters[i] =
		    sqlite3_column_int(scan->stmt, PLAN_COLUMNS + i);
	row->passes = true;
	if (scan->plan->is_filtered)
		return;
	for (size_t i = 0; i < query->n_filters; i++)
		if (!row->filters[query->filters[i]->column])
			row->passes = false;
}

int scan_next(struct scan *scan, struct row *row, struct mb_err *err)
{
	sqlite3_stmt *stmt = scan->stmt;
	int rc = mb_reader_step(scan->reader, stmt, err);

	if (rc <= 0)
		return rc;
	row->paragraph = sqlite3_column_int64(stmt, PLAN_PARAGRAPH);
	row->item = sqlite3_column_int64(stmt, PLAN_ITEM);
	row->n_words = (uint32_t)sqlite3_column_int64(stmt, PLAN_N_WORDS);
	row->n_title_words =
	    (uint32_t)sqlite3_column_int64(stmt, PLAN_N_TITLE_WORDS);
	row->is_boilerplate = sqlite3_column_int(stmt, PLAN_BOILERPLATE);
	row->has_text = sqlite3_column_int(stmt, PLAN_HAS_TEXT);
	row->is_decision = sqlite3_column_int(stmt, PLAN_IS_DECISION);
	/* this runs mb_match(), which fills scan->match */
	(void)sqlite3_column_int(stmt, PLAN_MATCHED);
	if (scan->plan->mode == PLAN_MATCH)
		read_counts(scan, row);
	else
		read_flags(scan, row);
	read_filters(scan, row);
	row->passes = row->passes && fits_conditions(scan->plan, row);
	return 1;
}

bool scan_fits(const struct plan *plan, const struct row *row)
{
	return !plan->query->tree || fits(plan, row, plan->query->tree);
}

bool scan_has_word(const struct plan *plan, const struct row *row)
{
	bool asks_for_text = false;

	for (size_t i = 0; i < plan->n_leaves; i++) {
		const struct leaf *leaf = &plan->leaves[i];

		if (!plan_is_asked(leaf) || leaf->column == MB_FTS_TITLE)
			continue;
		asks_for_text = true;
		if (row->counts[i].text > 0)
			return true;
	}
	/* title: by itself is a filter: every paragraph under it fits */
	return !asks_for_text;
}
