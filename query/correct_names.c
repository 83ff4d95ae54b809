#include "correct_names.h"

#include <assert.h>
#include <string.h>

#include "minutebook/buf.h"
#include "minutebook/namematch.h"
#include "minutebook/nearest.h"
#include "minutebook/text.h"
#include "name_value.h"
#include "set.h"
#include "slip.h"

#define N_KINDS 4
#define MAX_NEAR 4 /* names that are told of */

/* The names of one kind in all indexes, and the words in them. */
struct names {
	struct mb_words *lists; /* of each index; NULL: not yet read */
	struct set words;
};

struct naming {
	const struct search_source *sources;
	int n_sources;
	struct mb_arena *arena;
	struct corrections *out;
	struct names names[N_KINDS];
	struct mb_err *err;
};

/* Which names a field looks into; false for a field without names. */
static bool kind_of(const struct field *field, enum mb_names *kind)
{
	static const struct {
		const char *field;
		enum mb_names kind;
	} kinds[] = {
		{ "role", MB_NAMES_OFFICES },
		{ "council", MB_NAMES_COUNCILS },
		{ "committee", MB_NAMES_BODIES },
	};

	*kind = MB_NAMES_PEOPLE;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (!strcmp(field->name, kinds[i].field)) {
			*kind = kinds[i].kind;
			return true;
		}
	return field->kind == FIELD_NAME;
}

static int add_words(struct naming *n, struct set *words, struct mb_str name)
{
	int rc = MB_OK;

	while (rc == MB_OK && name.len > 0) {
		struct mb_cut cut = mb_str_cut(name, ' ');
		size_t number;
		bool is_new;

		rc = set_add(words, cut.head, &number, &is_new, n->err);
		name = cut.tail;
	}
	return rc;
}

/* Reads the names of a kind when they are first needed. */
static int read_names(struct naming *n, enum mb_names kind, struct names **out)
{
	struct names *names = &n->names[kind];
	struct mb_words *lists;
	int rc = MB_OK;

	*out = names;
	if (names->lists)
		return MB_OK;
	lists = MB_NEW(n->arena, struct mb_words, (size_t)n->n_sources);
	if (!lists)
		return mb_fail_nomem(n->err);
	names->words.arena = n->arena;
	for (int i = 0; rc == MB_OK && i < n->n_sources; i++) {
		rc = mb_reader_names(n->sources[i].reader, kind, n->arena,
				     &lists[i], n->err);
		for (size_t k = 0; rc == MB_OK && k < lists[i].n; k++)
			rc = add_words(n, &names->words, lists[i].items[k]);
	}
	if (rc == MB_OK)
		names->lists = lists;
	return rc;
}

static bool fits_any(const struct naming *n, const struct names *names,
		     struct mb_str value)
{
	assert(names->lists);
	for (int i = 0; i < n->n_sources; i++)
		for (size_t k = 0; k < names->lists[i].n; k++)
			if (mb_name_matches(names->lists[i].items[k], value,
					    false))
				return true;
	return false;
}

static bool has_word(const struct names *names, struct mb_str word)
{
	for (size_t i = 0; i < names->words.n; i++)
		if (mb_str_equal(names->words.items[i], word))
			return true;
	return false;
}

/* How many of the likeliest words are as near as the first. */
static size_t count_equals(const struct mb_words *near, struct mb_str word)
{
	size_t n = 0;

	while (n < near->n && mb_edit_distance(word, near->items[n]) <=
				  mb_edit_distance(word, near->items[0]))
		n++;
	return n;
}

/* The value with its unknown words replaced, or what they may be. */
struct guess {
	struct mb_buf value, near;
	bool is_unsure;
};

static int guess_word(struct naming *n, const struct names *names,
		      struct mb_str word, struct guess *guess)
{
	const struct mb_words all = { names->words.items, names->words.n };
	struct mb_words near = { NULL, 0 };
	size_t n_equal = 0;
	int rc = MB_OK;

	if (!has_word(names, word))
		rc = slip_find_among(&all, word, MAX_NEAR, n->arena, &near,
				     n->err);
	if (rc != MB_OK)
		return rc;
	if (near.n > 0 && near.items && slip_is_likely(word, near.items[0]))
		n_equal = count_equals(&near, word);
	for (size_t i = 0; n_equal > 1 && i < n_equal; i++)
		mb_buf_add_format(&guess->near, "%s%.*s",
				  guess->near.len > 0 ? ", " : "",
				  MB_STR_ARG(near.items[i]));
	guess->is_unsure = guess->is_unsure || n_equal > 1;
	if (guess->value.len > 0)
		mb_buf_add_char(&guess->value, ' ');
	mb_buf_add(&guess->value, n_equal == 1 ? near.items[0] : word);
	return MB_OK;
}

static int take_guess(struct naming *n, const struct names *names,
		      const struct field *field, struct filter_value *value,
		      struct guess *guess)
{
	struct correction correction = { .typed = value->text, .field = field };
	int rc = MB_OK;

	if (guess->value.has_failed || guess->near.has_failed)
		return mb_fail_nomem(n->err);
	if (guess->is_unsure)
		rc = mb_buf_move(&guess->near, n->arena, &correction.near,
				 n->err);
	else if (fits_any(n, names, mb_buf_str(&guess->value)))
		rc = mb_buf_move(&guess->value, n->arena, &correction.meant,
				 n->err);
	else
		return MB_OK;
	if (rc != MB_OK)
		return rc;
	n->out->items[n->out->n++] = correction;
	if (correction.meant.len > 0) {
		value->text = correction.meant;
		n->out->has_changed = true;
	}
	return MB_OK;
}

static int correct_value(struct naming *n, const struct field *field,
			 struct filter_value *value)
{
	struct guess guess = { MB_BUF_INIT, MB_BUF_INIT, false };
	struct names *names = NULL;
	struct mb_str text = value->text, rest;
	enum mb_names kind;
	int rc = MB_OK;

	if (!kind_of(field, &kind) || value->is_prefix ||
	    n->out->n == CORRECT_MAX_WORDS)
		return MB_OK;
	if (kind == MB_NAMES_PEOPLE)
		rc = name_value(text, n->arena, &text, n->err);
	if (rc == MB_OK)
		rc = mb_fold_in(n->arena, text, &rest, n->err);
	if (rc == MB_OK)
		rc = read_names(n, kind, &names);
	if (rc != MB_OK)
		return rc;
	assert(names);
	if (fits_any(n, names, rest))
		return MB_OK;
	while (rc == MB_OK && rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ' ');

		rc = guess_word(n, names, cut.head, &guess);
		rest = cut.tail;
	}
	if (rc == MB_OK)
		rc = take_guess(n, names, field, value, &guess);
	mb_buf_release(&guess.value);
	mb_buf_release(&guess.near);
	return rc;
}

static int correct_filter(struct naming *n, struct filter *filter)
{
	int rc = MB_OK;

	for (size_t i = 0;
	     !filter->is_negated && rc == MB_OK && i < filter->n_values; i++)
		rc = correct_value(n, filter->field, &filter->values[i]);
	return rc;
}

/* What is excluded is left alone, as with words. */
static int correct_node(struct naming *n, struct node *node)
{
	int rc = MB_OK;

	if (node->kind == NODE_NOT)
		return MB_OK;
	if (node->kind == NODE_FILTER)
		return correct_filter(n, node->filter);
	for (size_t i = 0; rc == MB_OK && i < node->n_children; i++)
		rc = correct_node(n, node->children[i]);
	return rc;
}

int correct_names(struct query *query, const struct search_source *sources,
		  int n_sources, struct mb_arena *arena,
		  struct corrections *out, struct mb_err *err)
{
	struct naming n = { .sources = sources,
			    .n_sources = n_sources,
			    .arena = arena,
			    .out = out,
			    .err = err };
	int rc = MB_OK;

	for (size_t i = 0; rc == MB_OK && i < query->n_filters; i++)
		rc = correct_filter(&n, query->filters[i]);
	if (rc == MB_OK && query->tree)
		rc = correct_node(&n, query->tree);
	return rc;
}
