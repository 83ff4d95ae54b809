#include "correct.h"

#include "correct_names.h"
#include "minutebook/buf.h"
#include "minutebook/stem.h"
#include "minutebook/terms.h"
#include "minutebook/text.h"
#include "plan_match.h"
#include "slip.h"

struct correcting {
	const struct search_source *sources;
	int n_sources;
	struct mb_splitter *splitter;
	struct mb_stemmer *stemmer;
	struct mb_arena *arena;
	struct corrections *out;
	struct mb_err *err;
	bool is_shouted; /* capitals are no acronyms */
	int rc;          /* sticks */
};

/* Whether any index has the word, or another word of its stem. */
static bool is_known(struct correcting *c, struct mb_str word)
{
	struct mb_words forms = { NULL, 0 };
	struct mb_str stem;
	int64_t n = 0;

	if (c->rc == MB_OK)
		c->rc = mb_stem(c->stemmer, word, &stem, c->err);
	for (int i = 0; i < c->n_sources && c->rc == MB_OK; i++) {
		struct mb_reader *reader = c->sources[i].reader;

		c->rc = mb_reader_word_count(reader, word, &n, c->err);
		if (c->rc == MB_OK && n == 0)
			c->rc = mb_reader_words_of_stem(
			    reader, stem, 1, c->arena, &forms, c->err);
		if (n > 0 || forms.n > 0)
			return true;
	}
	return c->rc != MB_OK;
}

/*
 * Whether a text stands somewhere, in any of its spellings.  That the archive
 * has its parts is not enough: "processirs" is not "process irs".
 */
static bool text_is_known(struct correcting *c, const struct node *text)
{
	struct mb_buf expression = MB_BUF_INIT;
	bool has_match = false;

	for (int i = 0; i < c->n_sources && c->rc == MB_OK && !has_match; i++) {
		const struct plan *plan = c->sources[i].plan;

		if (text->leaf < 0 || plan->leaves[text->leaf].n_ways == 0)
			return true; /* nothing is looked for */
		mb_buf_truncate(&expression, 0);
		plan_match_leaf(&expression, &plan->leaves[text->leaf]);
		c->rc = expression.has_failed
			    ? mb_fail_nomem(c->err)
			    : mb_reader_has_match(c->sources[i].reader,
						  mb_buf_str(&expression),
						  &has_match, c->err);
	}
	mb_buf_release(&expression);
	return has_match || c->rc != MB_OK;
}

/* The likeliest word of the first index that has any. */
static struct mb_str meant_by(struct correcting *c, struct mb_str word)
{
	struct mb_words found = { NULL, 0 };

	for (int i = 0; i < c->n_sources && c->rc == MB_OK; i++) {
		c->rc = slip_find(c->sources[i].reader, word, 1, c->arena,
				  &found, c->err);
		if (c->rc == MB_OK && found.n > 0 &&
		    slip_is_likely(word, found.items[0]))
			return found.items[0];
	}
	return (struct mb_str){ NULL, 0 };
}

/* The text with each unknown word replaced; false when none could be. */
static bool replace_words(struct correcting *c, struct mb_str text,
			  struct mb_buf *out)
{
	struct mb_terms terms = { NULL, 0 };
	size_t done = 0;
	bool has_changed = false;

	if (c->rc == MB_OK)
		c->rc = mb_split(c->splitter, text, &terms, c->err);
	for (size_t i = 0; i < terms.n && c->rc == MB_OK; i++) {
		const struct mb_term *term = &terms.items[i];
		struct mb_str meant;

		if ((term->flags & MB_TERM_ALSO) || is_known(c, term->word))
			continue;
		meant = meant_by(c, term->word);
		if (meant.len == 0)
			return false;
		mb_buf_add(out, mb_str_slice(text, done, term->start));
		mb_buf_add(out, meant);
		done = term->end;
		has_changed = true;
	}
	mb_buf_add(out, mb_str_drop(text, done));
	return has_changed && c->rc == MB_OK;
}

#define MAX_ACRONYM 6 /* letters */

/* Whether a query is all in capitals: then they say nothing of its words. */
static bool is_shouted(const struct node *node)
{
	if (node->kind == NODE_TEXT)
		for (size_t i = 0; i < node->text.len; i++)
			if (mb_is_lower(node->text.ptr[i]))
				return false;
	for (size_t i = 0; i < node->n_children; i++)
		if (!is_shouted(node->children[i]))
			return false;
	return true;
}

/* "RLIN" was meant, whatever it is. */
static bool is_acronym(struct mb_str text)
{
	if (text.len > MAX_ACRONYM)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!mb_is_upper(text.ptr[i]))
			return false;
	return true;
}

static void correct_text(struct correcting *c, struct node *text)
{
	struct mb_buf meant = MB_BUF_INIT;
	struct correction *correction;

	if (c->out->n == CORRECT_MAX_WORDS || text->topic || text->is_exact ||
	    text->is_prefix || text->distance >= 0 ||
	    (!c->is_shouted && is_acronym(text->text)) ||
	    text_is_known(c, text))
		return;
	correction = &c->out->items[c->out->n];
	*correction = (struct correction){ .field = NULL };
	if (c->rc == MB_OK && replace_words(c, text->text, &meant)) {
		correction->typed = text->text;
		c->rc =
		    mb_buf_move(&meant, c->arena, &correction->meant, c->err);
		if (c->rc == MB_OK) {
			text->text = correction->meant;
			correction->field = text->field;
			c->out->has_changed = true;
			c->out->n++;
		}
	}
	mb_buf_release(&meant);
}

/* What is excluded is left alone: it is not there, as was wished. */
static void correct_node(struct correcting *c, struct node *node)
{
	if (c->rc != MB_OK || node->kind == NODE_NOT || node->kind == NODE_NEAR)
		return;
	if (node->kind == NODE_TEXT)
		correct_text(c, node);
	for (size_t i = 0; i < node->n_children; i++)
		correct_node(c, node->children[i]);
}

int correct_query(struct query *query, const struct search_source *sources,
		  int n_sources, struct mb_arena *arena,
		  struct corrections *out, struct mb_err *err)
{
	struct correcting c = {
		.sources = sources,
		.n_sources = n_sources,
		.splitter = mb_splitter_new(),
		.stemmer = mb_stemmer_new(),
		.arena = arena,
		.out = out,
		.err = err,
	};

	*out = (struct corrections){ .n = 0 };
	if (!c.splitter || !c.stemmer)
		c.rc = mb_fail_nomem(err);
	if (c.rc == MB_OK && query->tree) {
		c.is_shouted =
		    query->tree->kind != NODE_TEXT && is_shouted(query->tree);
		correct_node(&c, query->tree);
	}
	if (c.rc == MB_OK)
		c.rc =
		    correct_names(query, sources, n_sources, arena, out, err);
	mb_splitter_free(c.splitter);
	mb_stemmer_free(c.stemmer);
	return c.rc;
}
