#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>

#include "minutebook/text.h"
#include "oracle_parts.h"
#include "stopwords.h"
#include "support/text.h"
#include "synonyms.h"

/* --- the tree ---------------------------------------------------------- */

static bool is_bare(const struct node *node)
{
	return node->kind == NODE_TEXT && !node->is_phrase && !node->is_exact &&
	       !node->is_prefix && !node->field && node->distance < 0;
}

static bool is_stop(const struct node *node)
{
	struct mb_arena arena = MB_ARENA_INIT;
	struct mb_str folded;
	bool is;

	cr_assert(mb_fold_in(&arena, node->text, &folded, NULL) == MB_OK);
	is = is_bare(node) && stopwords_have(folded);
	mb_arena_release(&arena);
	return is;
}

static bool is_operand(const struct node *node)
{
	return node->kind == NODE_TEXT || node->kind == NODE_NEAR;
}

/* Whether anything is asked for besides stop words. */
static bool asks(const struct node *node, bool is_positive)
{
	if (is_operand(node))
		return is_positive && !is_stop(node);
	for (size_t i = 0; i < node->n_children; i++)
		if (asks(node->children[i],
			 node->kind == NODE_NOT ? !is_positive : is_positive))
			return true;
	return false;
}

/* Words that a text consists of. */
static size_t count_words(struct oracle *o, const struct node *text)
{
	struct spots typed = { .n = 0 };
	char *words = oracle_copy(text->text);
	size_t n;

	oracle_cut(o, words, &typed);
	n = typed.n;
	oracle_forget(&typed);
	free(words);
	return n;
}

/* "" and the like: nothing is asked for. */
static bool is_empty(struct oracle *o, const struct node *node)
{
	return node->kind == NODE_TEXT && count_words(o, node) == 0;
}

struct question {
	struct oracle *oracle;
	int paragraph;
	bool drops_stop_words;
	bool is_in_text;    /* only there, not in the title */
	bool has_text_leaf; /* found out by has_word() */
};

static bool stands_in(const struct question *q, const struct node *node,
		      const struct node *looked_for)
{
	const struct archive_paragraph *p = &archive_paragraphs[q->paragraph];
	enum field_kind kind =
	    node->field ? node->field->kind : FIELD_PLAIN /* no text field */;

	if (kind == FIELD_DECIDED && p->kind != MB_PARAGRAPH_DECISION)
		return false;
	if (kind != FIELD_TITLE &&
	    oracle_stands(q->oracle, looked_for,
			  &q->oracle->texts[q->paragraph]))
		return true;
	return kind != FIELD_TEXT && kind != FIELD_DECIDED && !q->is_in_text &&
	       oracle_stands(q->oracle, looked_for,
			     &q->oracle->titles[p->item]);
}

/* A word beside its neighbour is also there in what both make together. */
static bool stands_joined(const struct question *q, const struct node *first,
			  const struct node *second)
{
	static const char *const between[] = { "", " " }; /* 1.2 million */
	struct node node = *first;
	char both[200];

	for (size_t i = 0; i < 2; i++) {
		if (!is_bare(first) || !is_bare(second))
			return false;
		snprintf(both, sizeof(both), "%.*s%s%.*s",
			 MB_STR_ARG(first->text), between[i],
			 MB_STR_ARG(second->text));
		node.text = mb_str_of(both);
		if ((i == 0 || count_words(q->oracle, &node) == 1) &&
		    stands_in(q, first, &node))
			return true;
	}
	return false;
}

static bool fits(const struct question *q, const struct node *node,
		 const struct node *parent, size_t i);

static bool fits_and(const struct question *q, const struct node *node)
{
	for (size_t i = 0; i < node->n_children; i++)
		if (!fits(q, node->children[i], node, i))
			return false;
	return true;
}

/* A stop word is no alternative to a word that says something. */
static bool fits_or(const struct question *q, const struct node *node)
{
	for (size_t i = 0; i < node->n_children; i++)
		if (!(q->drops_stop_words && is_stop(node->children[i])) &&
		    fits(q, node->children[i], node, i))
			return true;
	return false;
}

/* Any of a topic's words; of a phrase the last may be inflected. */
static bool fits_topic(const struct question *q, const struct node *node)
{
	for (size_t i = 0; i < node->topic->n; i++) {
		struct mb_str member = node->topic->members[i];
		const struct node text = {
			.kind = NODE_TEXT,
			.text = member,
			.is_phrase =
			    mb_str_find_char(member, ' ') != MB_STR_NONE,
			.distance = -1,
		};

		if (stands_in(q, node, &text))
			return true;
	}
	return false;
}

static bool fits_operand(const struct question *q, const struct node *node,
			 const struct node *parent, size_t i)
{
	if (node->topic)
		return fits_topic(q, node);
	if (stands_in(q, node, node))
		return true;
	if (!parent || parent->kind != NODE_AND)
		return false;
	return (i > 0 && stands_joined(q, parent->children[i - 1], node)) ||
	       (i + 1 < parent->n_children &&
		stands_joined(q, node, parent->children[i + 1]));
}

static bool fits(const struct question *q, const struct node *node,
		 const struct node *parent, size_t i)
{
	switch (node->kind) {
	case NODE_AND:
		return fits_and(q, node);
	case NODE_OR:
		return fits_or(q, node);
	case NODE_NOT:
		return !fits(q, node->children[0], node, 0);
	case NODE_FILTER:
		return oracle_fits(node->filter,
				   &archive_paragraphs[q->paragraph]);
	default:
		return is_empty(q->oracle, node) ||
		       (q->drops_stop_words && is_stop(node) &&
			(!parent || parent->kind != NODE_NOT)) ||
		       fits_operand(q, node, parent, i);
	}
}

/* Whether a word that is asked for stands in the paragraph itself. */
static bool has_word(struct question *q, const struct node *node,
		     const struct node *parent, size_t i, bool is_positive)
{
	bool has = false;

	if (!is_operand(node)) {
		for (size_t k = 0; k < node->n_children; k++)
			has |=
			    has_word(q, node->children[k], node, k,
				     (node->kind == NODE_NOT) != is_positive);
		return has;
	}
	if (!is_positive || is_empty(q->oracle, node) ||
	    (q->drops_stop_words && is_stop(node)) ||
	    (node->field && node->field->kind == FIELD_TITLE))
		return false;
	q->has_text_leaf = true;
	q->is_in_text = true;
	/* kind:decision is a condition, not a word */
	has = fits_operand(q, node, parent, i);
	q->is_in_text = false;
	return has;
}

/* --- the whole --------------------------------------------------------- */

struct oracle *oracle_new(void)
{
	struct oracle *o = calloc(1, sizeof(*o));

	cr_assert(o != NULL);
	o->splitter = mb_splitter_new();
	o->stemmer = mb_stemmer_new();
	o->texts = calloc((size_t)archive_n_paragraphs, sizeof(*o->texts));
	o->titles = calloc((size_t)archive_n_items, sizeof(*o->titles));
	cr_assert(o->splitter && o->stemmer && o->texts && o->titles);
	for (int i = 0; i < archive_n_paragraphs; i++)
		oracle_cut(o, archive_paragraphs[i].text, &o->texts[i]);
	for (int i = 0; i < archive_n_items; i++)
		oracle_cut(o, archive_items[i].title, &o->titles[i]);
	return o;
}

void oracle_free(struct oracle *o)
{
	for (int i = 0; i < archive_n_paragraphs; i++)
		oracle_forget(&o->texts[i]);
	for (int i = 0; i < archive_n_items; i++)
		oracle_forget(&o->titles[i]);
	free(o->texts);
	free(o->titles);
	mb_splitter_free(o->splitter);
	mb_stemmer_free(o->stemmer);
	free(o);
}

static bool passes(const struct query *query, int paragraph)
{
	for (size_t i = 0; i < query->n_filters; i++)
		if (!oracle_fits(query->filters[i],
				 &archive_paragraphs[paragraph]))
			return false;
	return true;
}

/* An item that fits by its title alone is one hit: its first paragraph. */
static void add_titles(const bool *by_title, bool *found)
{
	for (int item = 0; item < archive_n_items; item++) {
		int first = -1;
		bool has_any = false;

		for (int i = 0; i < archive_n_paragraphs; i++) {
			if (archive_paragraphs[i].item != item)
				continue;
			has_any |= found[i];
			if (by_title[i] && first < 0)
				first = i;
		}
		if (!has_any && first >= 0)
			found[first] = true;
	}
}

void oracle_ask(struct oracle *oracle, const struct query *query, bool *found)
{
	bool by_title[100] = { false };

	cr_assert(archive_n_paragraphs <= 100);
	for (int i = 0; i < archive_n_paragraphs; i++) {
		struct question q = { .oracle = oracle, .paragraph = i };
		bool has;

		found[i] = false;
		if (!passes(query, i))
			continue;
		if (!query->tree) {
			found[i] = true;
			continue;
		}
		q.drops_stop_words = asks(query->tree, true);
		if (!fits(&q, query->tree, NULL, 0))
			continue;
		has = has_word(&q, query->tree, NULL, 0, true);
		found[i] = has || !q.has_text_leaf;
		by_title[i] = !found[i];
	}
	add_titles(by_title, found);
}
