#include "plan_leaves.h"

#include <string.h>

#include "plan_synonyms.h"
#include "stopwords.h"
#include "synonyms.h"

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
	struct leaf *moved = planner_grow(p, plan->leaves, plan->n_leaves,
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
	leaf->ways = planner_alloc(p, variants->n, sizeof(*leaf->ways));
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

void plan_add_ways(struct planner *p, struct leaf *leaf,
		   const struct variants *more)
{
	struct near *ways =
	    planner_alloc(p, leaf->n_ways + more->n, sizeof(*ways));

	if (!ways)
		return;
	if (leaf->n_ways > 0)
		memcpy(ways, leaf->ways, leaf->n_ways * sizeof(*ways));
	for (size_t i = 0; i < more->n; i++)
		ways[leaf->n_ways + i] =
		    (struct near){ .operands = { more->items[i] }, .n = 1 };
	leaf->ways = ways;
	leaf->n_ways += more->n;
}

/*
 * Any of a topic's words and phrases is one leaf: they are one subject.  What
 * is looked for is told in a note.
 */
static void plan_topic(struct planner *p, struct node *node)
{
	struct leaf *leaf = is_repeated(p, node) ? NULL : add_leaf(p, node);
	struct mb_buf note = MB_BUF_INIT;

	if (!leaf)
		return;
	mb_buf_add(&note, MB_STR("topic:"));
	mb_buf_add(&note, node->topic->name);
	for (size_t i = 0; p->rc == MB_OK && i < node->topic->n; i++) {
		struct mb_str member = node->topic->members[i];
		const struct node text = {
			.kind = NODE_TEXT,
			.text = member,
			.is_phrase =
			    mb_str_find_char(member, ' ') != MB_STR_NONE,
			.distance = -1,
		};
		struct variants variants = { NULL, 0 };

		p->rc = expand_text(&p->expander, &text, &variants, p->err);
		plan_add_ways(p, leaf, &variants);
		mb_buf_add(&note, MB_STR(" = "));
		mb_buf_add(&note, member);
	}
	planner_note(p, &note);
	mb_buf_release(&note);
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
			planner_warn(p, "there is nothing to look for in ",
				     node->text);
		return; /* its leaf stays -1: it decides nothing */
	}
	leaf = add_leaf(p, node);
	if (leaf)
		set_ways(p, leaf, &variants);
}

/* All variants of an operand: of a text, or of each text in brackets. */
static void operand_variants(struct planner *p, const struct node *operand,
			     struct variants *out)
{
	struct variants all = {
		planner_alloc(p, PLAN_MAX_VARIANTS, sizeof(*all.items)), 0
	};
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

/* What a NEAR cannot take is told of. */
static void warn_of_more(struct planner *p, const struct node *near)
{
	const struct node *more;

	if (near->n_children <= PLAN_MAX_OPERANDS)
		return;
	more = near->children[PLAN_MAX_OPERANDS];
	if (more->kind == NODE_OR)
		more = more->children[0];
	planner_warn(p, "too many words to be near each other: left out from ",
		     more->text);
}

/* The operands in which there is something to look for: how many. */
static size_t plan_operands(struct planner *p, const struct node *near,
			    struct variants out[PLAN_MAX_OPERANDS])
{
	size_t n = 0;

	warn_of_more(p, near);
	for (size_t i = 0; i < near->n_children && i < PLAN_MAX_OPERANDS; i++) {
		if (p->rc != MB_OK)
			return 0;
		operand_variants(p, near->children[i], &out[n]);
		n += out[n].n > 0;
	}
	return p->rc == MB_OK ? n : 0;
}

/* Every choice of one variant for each operand, up to the cap. */
static void plan_near(struct planner *p, struct node *node)
{
	struct variants operands[PLAN_MAX_OPERANDS];
	size_t n = plan_operands(p, node, operands), n_ways = 1;
	struct leaf *leaf = n > 0 ? add_leaf(p, node) : NULL;

	if (!leaf)
		return; /* its leaf stays -1: it decides nothing */
	for (size_t i = 0; i < n && n_ways < PLAN_MAX_VARIANTS; i++)
		n_ways *= operands[i].n;
	if (n_ways > PLAN_MAX_VARIANTS)
		n_ways = PLAN_MAX_VARIANTS;
	leaf->distance = n > 1 ? node->distance : -1;
	leaf->ways = planner_alloc(p, n_ways, sizeof(*leaf->ways));
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

/* The next word of a phrase as a text of its own. */
static struct node *next_word(struct planner *p, struct mb_str *phrase)
{
	struct mb_str rest = mb_str_trim(*phrase);
	struct node *word = planner_alloc(p, 1, sizeof(*word));
	size_t n = 0;

	while (n < rest.len && !mb_is_space(rest.ptr[n]))
		n++;
	*phrase = mb_str_trim(mb_str_drop(rest, n));
	if (word)
		*word = (struct node){ .kind = NODE_TEXT,
				       .text = mb_str_take(rest, n),
				       .distance = -1,
				       .leaf = -1 };
	return word;
}

/* "a b"~5 is the same as a NEAR/5 b.  False for a single word. */
static bool plan_loose(struct planner *p, struct node *phrase)
{
	struct mb_str rest = mb_str_trim(phrase->text);
	struct node *near = planner_alloc(p, 1, sizeof(*near));
	size_t n_most = rest.len / 2 + 1;

	if (!near)
		return false;
	*near = (struct node){ .kind = NODE_NEAR,
			       .distance = phrase->distance,
			       .field = phrase->field,
			       .leaf = -1 };
	near->children = planner_alloc(p, n_most, sizeof(*near->children));
	while (near->children && rest.len > 0)
		near->children[near->n_children++] = next_word(p, &rest);
	if (near->n_children < 2)
		return false;
	if (p->rc == MB_OK)
		plan_near(p, near);
	phrase->leaf = near->leaf;
	return true;
}

bool plan_is_bare_word(const struct node *node)
{
	return node->kind == NODE_TEXT && !node->is_phrase && !node->is_exact &&
	       !node->is_prefix && !node->field && node->distance < 0 &&
	       node->leaf >= 0;
}

/* "anti racism": each of the two words is also there in antiracism. */
static void plan_pairs(struct planner *p, const struct node *list)
{
	for (size_t i = 0; i + 1 < list->n_children; i++) {
		const struct node *a = list->children[i];
		const struct node *b = list->children[i + 1];
		struct variants joined = { NULL, 0 };

		if (p->rc != MB_OK || !plan_is_bare_word(a) ||
		    !plan_is_bare_word(b) || a->leaf == b->leaf)
			continue;
		p->rc = expand_pair(&p->expander, a, b, &joined, p->err);
		if (p->rc != MB_OK || joined.n == 0)
			continue;
		plan_add_ways(p, &p->plan->leaves[a->leaf], &joined);
		plan_add_ways(p, &p->plan->leaves[b->leaf], &joined);
	}
}

static void plan_node(struct planner *p, struct node *node)
{
	if (p->rc != MB_OK)
		return;
	switch (node->kind) {
	case NODE_TEXT:
		if (node->topic)
			plan_topic(p, node);
		else if (!node->is_phrase || node->distance < 0 ||
			 !plan_loose(p, node))
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
	if (node->kind == NODE_AND) {
		plan_pairs(p, node);
		plan_synonyms(p, node->children, node->n_children);
		return;
	}
	for (size_t i = 0; i < node->n_children; i++)
		plan_synonyms(p, &node->children[i], 1);
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

static bool is_stop_word(const struct leaf *leaf)
{
	struct mb_str folded;

	if (!plan_is_bare_word(leaf->node) || leaf->n_ways == 0)
		return false;
	folded = leaf->ways[0].operands[0].places[0].words[0];
	return leaf->ways[0].operands[0].n == 1 && stopwords_have(folded);
}

/* Bare words as common as "the" say nothing, unless nothing else is said. */
static void drop_stop_words(struct plan *plan)
{
	size_t n_left = 0;

	for (size_t i = 0; i < plan->n_leaves; i++)
		n_left += plan->leaves[i].is_positive &&
			  !is_stop_word(&plan->leaves[i]);
	for (size_t i = 0; n_left > 0 && i < plan->n_leaves; i++)
		plan->leaves[i].is_dropped = plan->leaves[i].is_positive &&
					     is_stop_word(&plan->leaves[i]);
}

/* A bare word that was not typed, but ranks. */
static void plan_added(struct planner *p, const struct plan_word *word)
{
	struct variants variants = { NULL, 0 };
	struct node *node = planner_alloc(p, 1, sizeof(*node));
	struct leaf *leaf;

	if (!node)
		return;
	*node = (struct node){ .kind = NODE_TEXT,
			       .text = word->word,
			       .distance = -1,
			       .leaf = -1 };
	p->rc = expand_text(&p->expander, node, &variants, p->err);
	if (p->rc != MB_OK || variants.n == 0)
		return;
	leaf = add_leaf(p, node);
	if (!leaf)
		return;
	leaf->is_positive = leaf->is_added = true;
	leaf->weight = word->weight;
	set_ways(p, leaf, &variants);
}

void plan_leaves(struct planner *p, struct node *tree)
{
	plan_node(p, tree);
	if (tree->kind == NODE_TEXT)
		plan_synonyms(p, &tree, 1);
	if (p->rc != MB_OK)
		return;
	mark_positive(p->plan, tree, true);
	drop_stop_words(p->plan);
	for (size_t i = 0; p->rc == MB_OK && i < p->options->n_more; i++)
		plan_added(p, &p->options->more[i]);
}
