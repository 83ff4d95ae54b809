#include "plan_synonyms.h"

#include "minutebook/text.h"
#include "plan_leaves.h"
#include "synonyms.h"
#include "variants.h"

/* Bare words side by side, cut into the tokenizer's. */
struct run {
	struct mb_str words[SYNONYMS_MAX_WORDS];
	size_t text_of[SYNONYMS_MAX_WORDS]; /* which text a word is of */
	size_t n;
	bool has_capitals; /* the first text has no small letter */
};

static bool is_capitals(struct mb_str text)
{
	size_t n_upper = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (mb_is_lower(text.ptr[i]))
			return false;
		n_upper += mb_is_upper(text.ptr[i]);
	}
	return n_upper > 1;
}

/* Adds the words of text @i; false when it is no bare word, or too long. */
static bool add_text(struct planner *p, struct run *run,
		     const struct node *text, size_t i)
{
	struct mb_terms terms = { NULL, 0 };

	if (!plan_is_bare_word(text))
		return false;
	if (p->rc == MB_OK)
		p->rc =
		    mb_split(p->expander.splitter, text->text, &terms, p->err);
	for (size_t k = 0; p->rc == MB_OK && k < terms.n; k++) {
		if (terms.items[k].flags & MB_TERM_ALSO)
			continue;
		if (run->n == SYNONYMS_MAX_WORDS)
			return false;
		run->text_of[run->n] = i;
		p->rc = mb_arena_copy(p->arena, terms.items[k].word,
				      &run->words[run->n++], p->err);
	}
	return p->rc == MB_OK;
}

/* A member's words as one phrase; the last may be inflected. */
static void add_member(struct building *b, struct mb_str member)
{
	struct variant variant = {
		.places = variants_alloc(b, mb_str_count(member, ' ') + 1,
					 sizeof(*variant.places)),
	};

	while (variant.places && member.len > 0) {
		struct mb_cut cut = mb_str_cut(member, ' ');

		member = cut.tail;
		variant.places[variant.n++] = member.len > 0
						  ? variants_word(b, cut.head)
						  : variants_forms(b, cut.head);
	}
	variants_add(b, &variant);
}

/* "ltn = low traffic neighbourhood", for --explain. */
static void note_group(struct planner *p, const struct run *run, size_t n_words,
		       const struct synonym_group *group)
{
	struct mb_buf note = MB_BUF_INIT;

	for (size_t i = 0; i < n_words; i++) {
		if (i > 0)
			mb_buf_add_char(&note, ' ');
		mb_buf_add(&note, run->words[i]);
	}
	for (size_t i = 0; i < group->n; i++) {
		if (synonyms_is(group->members[i], run->words, n_words) ||
		    (i == 0 && group->needs_capitals))
			continue;
		mb_buf_add(&note, MB_STR(" = "));
		mb_buf_add(&note, group->members[i]);
	}
	planner_note(p, &note);
	mb_buf_release(&note);
}

/* The members of @group but those typed, for the leaves of all the texts. */
static void add_group(struct planner *p, struct node *const *texts,
		      const struct run *run, size_t n_words, size_t n_texts,
		      const struct synonym_group *group)
{
	struct building b = { .expander = &p->expander, .err = p->err };

	for (size_t i = 0; i < group->n; i++) {
		if (synonyms_is(group->members[i], run->words, n_words) ||
		    (i == 0 && group->needs_capitals))
			continue;
		add_member(&b, group->members[i]);
	}
	if (p->rc == MB_OK)
		p->rc = b.rc;
	for (size_t i = 0; p->rc == MB_OK && i < n_texts; i++)
		plan_add_ways(p, &p->plan->leaves[texts[i]->leaf], &b.list);
	note_group(p, run, n_words, group);
}

/* Groups whose member is the first @n_words of the run, all of whole texts. */
static size_t add_groups(struct planner *p, struct node *const *texts,
			 const struct run *run, size_t n_words)
{
	size_t n_texts = run->text_of[n_words - 1] + 1, at = 0, n = 0;
	const struct synonym_group *group;

	if (n_words < run->n && run->text_of[n_words] < n_texts)
		return 0; /* in the middle of a text */
	while (p->rc == MB_OK &&
	       (group = synonyms_find(p->options->synonyms, run->words, n_words,
				      run->has_capitals, at, &at))) {
		add_group(p, texts, run, n_words, n_texts, group);
		n++;
	}
	return n;
}

/* Whether the text was typed before: its leaf has its synonyms already. */
static bool is_again(struct node *const *texts, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (texts[k]->leaf == texts[i]->leaf)
			return true;
	return false;
}

void plan_synonyms(struct planner *p, struct node *const *texts, size_t n)
{
	if (!p->options->synonyms)
		return;
	for (size_t start = 0; start < n; start++) {
		struct run run = { .n = 0 };

		if (is_again(texts, start))
			continue;
		for (size_t i = start; i < n; i++)
			if (!add_text(p, &run, texts[i], i - start))
				break;
		run.has_capitals = is_capitals(texts[start]->text);
		/* the longest member is what was meant */
		for (size_t n_words = run.n; p->rc == MB_OK && n_words > 0;
		     n_words--)
			if (add_groups(p, texts + start, &run, n_words) > 0)
				break;
		if (p->rc != MB_OK)
			return;
	}
}
