#include "plan.h"

#include "minutebook/terms.h"
#include "namesakes.h"
#include "plan_leaves.h"
#include "plan_match.h"
#include "plan_sql.h"
#include "planner.h"

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

static void plan_all(struct planner *p)
{
	struct plan *plan = p->plan;
	struct node *tree = p->query->tree;

	plan->mode = PLAN_SCAN;
	plan->is_filtered = true;
	if (tree) {
		plan_leaves(p, tree);
		if (p->rc != MB_OK)
			return;
		plan_match(p);
		if (plan->n_leaves > 0 && !fits_without_leaves(tree))
			plan->mode = PLAN_MATCH;
	}
	for (size_t i = 0; i < plan->n_leaves; i++)
		plan->n_positive += plan_is_scored(&plan->leaves[i]);
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
	if (p.rc == MB_OK)
		namesakes_warn(&p);
	mb_splitter_free(p.expander.splitter);
	mb_stemmer_free(p.expander.stemmer);
	mb_buf_release(&p.sql);
	if (p.rc == MB_OK)
		*out = plan;
	return p.rc;
}

bool plan_is_scored(const struct leaf *leaf)
{
	return leaf->is_positive && !leaf->is_dropped;
}

bool plan_is_asked(const struct leaf *leaf)
{
	return plan_is_scored(leaf) && !leaf->is_added;
}

/* --- explaining -------------------------------------------------------- */

/* The expression without its control characters: library|libraries. */
void plan_dump(const struct plan *plan, struct mb_buf *out)
{
	for (size_t i = 0; i < plan->n_notes; i++)
		mb_buf_add_format(out, "%s  %.*s\n",
				  i == 0 ? "Synonyms:\n" : "",
				  MB_STR_ARG(plan->notes[i]));
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
