#include "plan_match.h"

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

void plan_match_leaf(struct mb_buf *out, const struct leaf *leaf)
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

/* Everything that any leaf asks for; FTS5 numbers phrases as they come. */
void plan_match(struct planner *p)
{
	struct plan *plan = p->plan;
	struct mb_buf out = MB_BUF_INIT;
	int n_phrases = 0, n_after = 0;

	for (size_t i = 0; i < plan->n_leaves; i++)
		n_after += !plan->leaves[i].is_dropped;
	for (size_t i = 0; i < plan->n_leaves; i++) {
		struct leaf *leaf = &plan->leaves[i];
		int n;

		if (leaf->is_dropped)
			continue;
		n_after--; /* one phrase is kept for each of these */
		n = fit_phrases(leaf, MB_FTS_MAX_PHRASES - n_phrases - n_after);
		if (n == 0)
			continue;
		if (n_phrases > 0)
			mb_buf_add(&out, MB_STR(" OR "));
		plan_match_leaf(&out, leaf);
		leaf->first_phrase = n_phrases;
		leaf->n_phrases = n;
		n_phrases += n;
	}
	if (p->rc == MB_OK)
		p->rc = mb_buf_move(&out, p->arena, &plan->match, p->err);
	mb_buf_release(&out);
}
