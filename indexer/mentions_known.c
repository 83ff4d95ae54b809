#include "mentions_known.h"

#include <stdlib.h>

#include "minutebook/person_name.h"
#include "names.h"
#include "vocabulary.h"
#include "words.h"

struct known_name {
	struct mb_str text; /* "Frances Haste", "FH" */
	bool is_initials;
};

struct known {
	struct blocks *blocks;
	struct known_name *items; /* sorted */
	size_t n, capacity;
};

static int compare_names(const void *a, const void *b)
{
	const struct known_name *x = a, *y = b;

	return mb_str_compare(x->text, y->text);
}

static void know(struct known *known, struct mb_str text, bool is_initials)
{
	struct known_name *moved =
	    mb_arena_grow(known->blocks->arena, known->items, known->n,
			  &known->capacity, sizeof(*moved));

	if (!moved) {
		known->blocks->has_failed = true;
		return;
	}
	known->items = moved;
	known->items[known->n++] = (struct known_name){ text, is_initials };
}

/* A given name and a surname, whatever stands before them. */
static void know_full(struct known *known, struct mb_str as_written)
{
	struct mb_person_name name;
	const struct mb_given *first = &name.given[0];
	struct mb_str full;

	if (known->blocks->has_failed)
		return;
	if (mb_person_name_parse(as_written, known->blocks->arena, &name,
				 NULL) != MB_OK) {
		known->blocks->has_failed = true;
		return;
	}
	if (name.kind != MB_NAME_PERSON || name.n_given == 0 ||
	    first->is_initial || first->text.ptr > name.surname.ptr)
		return;
	full = (struct mb_str){ first->text.ptr,
				(size_t)(name.surname.ptr + name.surname.len -
					 first->text.ptr) };
	know(known, full, false);
}

static void know_paragraph(struct known *known, const struct mb_paragraph *p)
{
	if (p->speaker.office.len == 0)
		know_full(known, p->speaker.as_written);
	know_full(known, p->mover);
	know_full(known, p->seconder);
	for (size_t i = 0; i < p->n_mentions; i++)
		know_full(known, p->mentions[i].as_written);
}

static void know_document(struct known *known, const struct mb_doc *doc)
{
	for (size_t i = 0; i < doc->n_attendance; i++) {
		know_full(known, doc->attendance[i].name);
		if (doc->attendance[i].initials.len >= 2)
			know(known, doc->attendance[i].initials, true);
	}
	for (size_t i = 0; i < doc->n_items; i++)
		for (size_t k = 0; k < doc->items[i].n_leads; k++)
			know_full(known, doc->items[i].leads[k]);
	for (size_t i = 0; i < doc->n_items; i++)
		for (size_t k = 0; k < doc->items[i].n_paragraphs; k++)
			know_paragraph(known, &doc->items[i].paragraphs[k]);
	if (known->n > 1)
		qsort(known->items, known->n, sizeof(*known->items),
		      compare_names);
}

/* Whether the bytes from @start to @end are spoken for. */
static bool is_taken(const struct mb_paragraph *p, size_t start, size_t end)
{
	const char *at = p->text.ptr + start;
	const struct mb_str people[] = { p->speaker.as_written, p->mover,
					 p->seconder };

	for (size_t i = 0; i < sizeof(people) / sizeof(*people); i++)
		if (people[i].len > 0 && at >= people[i].ptr &&
		    at < people[i].ptr + people[i].len)
			return true;
	for (size_t i = 0; i < p->n_mentions; i++)
		if (start <
			p->mentions[i].start + p->mentions[i].as_written.len &&
		    end > p->mentions[i].start)
			return true;
	return false;
}

static bool is_same_name(struct mb_str a, struct mb_str known)
{
	return mb_str_equal(a, known) ||
	       (a.len > known.len && mb_str_ends(a, known) &&
		a.ptr[a.len - known.len - 1] == ' ');
}

/* The speaker, the mover and the seconder are not mentioned as well. */
static bool is_of_paragraph(const struct mb_paragraph *p, struct mb_str name)
{
	return is_same_name(p->speaker.as_written, name) ||
	       is_same_name(p->mover, name) || is_same_name(p->seconder, name);
}

static const struct known_name *find_known(const struct known *known,
					   struct mb_str text)
{
	const struct known_name key = { .text = text };

	return known->n > 0 ? bsearch(&key, known->items, known->n,
				      sizeof(*known->items), compare_names)
			    : NULL;
}

/* The known name at word @i: the longest; its words, or 0. */
static size_t match(const struct known *known, const struct phrase *p, size_t i,
		    struct mb_str *out)
{
	if (!p->words[i].is_capital)
		return 0;
	for (size_t n = 5; n > 0; n--) {
		struct mb_str text;
		const struct known_name *name;

		if (i + n > p->n)
			continue;
		text = phrase_text(p, i, i + n);
		name_cut_possessive(&text);
		name = find_known(known, text);
		if (name && name->is_initials == (n == 1)) {
			*out = text;
			return n;
		}
	}
	return 0;
}

static void add(struct known *known, struct mb_paragraph *p, struct mb_str name)
{
	struct mb_mention *moved =
	    MB_NEW(known->blocks->arena, struct mb_mention, p->n_mentions + 1);
	size_t start = (size_t)(name.ptr - p->text.ptr);
	size_t at = 0;

	if (!moved) {
		known->blocks->has_failed = true;
		return;
	}
	while (at < p->n_mentions && p->mentions[at].start < start) {
		moved[at] = p->mentions[at];
		at++;
	}
	moved[at] = (struct mb_mention){ .as_written = name, .start = start };
	for (; at < p->n_mentions; at++)
		moved[at + 1] = p->mentions[at];
	p->mentions = moved;
	p->n_mentions++;
}

static void read_paragraph(struct known *known, struct mb_paragraph *p)
{
	size_t max_words =
	    mb_str_count(p->text, ' ') + mb_str_count(p->text, '\n') + 1;
	struct word *words =
	    MB_NEW(known->blocks->arena, struct word, max_words);
	struct phrase phrase;

	if (!words) {
		known->blocks->has_failed = true;
		return;
	}
	phrase = (struct phrase){ p->text, words,
				  words_of(p->text, words, max_words) };
	for (size_t i = 0; i < phrase.n && !known->blocks->has_failed; i++) {
		struct mb_str name;
		size_t n = match(known, &phrase, i, &name);

		if (n == 0 || is_of_paragraph(p, name) ||
		    is_taken(p, words[i].start, words[i + n - 1].end))
			continue;
		add(known, p, name);
		i += n - 1;
	}
}

void mentions_add_known(struct blocks *blocks, struct mb_doc *doc)
{
	struct known known = { .blocks = blocks };

	know_document(&known, doc);
	for (size_t i = 0; i < doc->n_items && known.n > 0; i++)
		for (size_t k = 0; k < doc->items[i].n_paragraphs; k++)
			if (!blocks->has_failed)
				read_paragraph(&known,
					       &doc->items[i].paragraphs[k]);
}
