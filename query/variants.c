#include "variants.h"

void *variants_alloc(struct building *b, size_t n, size_t size)
{
	void *memory = NULL;

	if (b->rc == MB_OK)
		memory = mb_arena_alloc(b->expander->arena, n, size);
	if (!memory && b->rc == MB_OK)
		b->rc = mb_fail_nomem(b->err);
	return memory;
}

struct mb_str variants_copy(struct building *b, struct mb_str s)
{
	struct mb_str out = { NULL, 0 };

	if (b->rc == MB_OK)
		b->rc = mb_arena_copy(b->expander->arena, s, &out, b->err);
	return out;
}

static bool is_same(const struct variant *a, const struct variant *b)
{
	if (a->n != b->n || a->is_prefix != b->is_prefix)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!mb_str_equal(a->places[i].words[0], b->places[i].words[0]))
			return false;
	return true;
}

void variants_add(struct building *b, const struct variant *variant)
{
	if (b->rc != MB_OK || variant->n == 0 || b->list.n == PLAN_MAX_VARIANTS)
		return;
	for (size_t i = 0; i < b->list.n; i++)
		if (is_same(&b->list.items[i], variant))
			return;
	if (!b->list.items)
		b->list.items = variants_alloc(b, PLAN_MAX_VARIANTS,
					       sizeof(*b->list.items));
	if (b->list.items)
		b->list.items[b->list.n++] = *variant;
}

struct place variants_word(struct building *b, struct mb_str word)
{
	struct place place = { variants_alloc(b, 1, sizeof(*place.words)), 1 };

	if (place.words)
		place.words[0] = variants_copy(b, word);
	else
		place.n = 0;
	return place;
}

struct place variants_forms(struct building *b, struct mb_str word)
{
	struct mb_words forms = { NULL, 0 };
	struct place place = variants_word(b, word);
	struct mb_str *words;
	struct mb_str stem;

	if (!place.words)
		return place;
	if (b->rc == MB_OK)
		b->rc = mb_stem(b->expander->stemmer, place.words[0], &stem,
				b->err);
	if (b->rc == MB_OK)
		b->rc = mb_reader_words_of_stem(
		    b->expander->reader, stem, PLAN_MAX_FORMS,
		    b->expander->arena, &forms, b->err);
	words = variants_alloc(b, forms.n + 1, sizeof(*words));
	if (!words)
		return place;
	words[0] = place.words[0];
	place.n = 1;
	for (size_t i = 0; i < forms.n; i++)
		if (!mb_str_equal(forms.items[i], words[0]))
			words[place.n++] = forms.items[i];
	place.words = words;
	return place;
}
