#include "mentions.h"

#include "mentions_bare.h"
#include "names.h"
#include "words.h"

/* So many names in a row are no places. */
#define MIN_LIST 3

struct finder {
	struct blocks *blocks;
	const struct mb_doc *doc;
	struct mb_paragraph *paragraph;
	struct phrase p;
	size_t capacity;
};

static void add(struct finder *f, struct mb_str as_written)
{
	struct mb_paragraph *p = f->paragraph;
	struct mb_mention *moved =
	    mb_arena_grow(f->blocks->arena, p->mentions, p->n_mentions,
			  &f->capacity, sizeof(*moved));

	if (!moved) {
		f->blocks->has_failed = true;
		return;
	}
	p->mentions = moved;
	p->mentions[p->n_mentions++] = (struct mb_mention){
		.as_written = as_written,
		.start = (size_t)(as_written.ptr - f->p.text.ptr),
	};
}

/* "A (on holiday) and B": the word behind the bracket, or @i. */
static size_t skip_bracket(const struct phrase *p, size_t i)
{
	size_t end = i;

	if (i >= p->n || p->words[i].opens != '(')
		return i;
	while (end < p->n && p->words[end].closes != ')')
		end++;
	return end < p->n ? end + 1 : i;
}

/* "Councillors A, B and C": each of them; the word behind the last. */
static size_t take_list(struct finder *f, size_t i)
{
	size_t at = i + 1;

	while (at < f->p.n) {
		size_t n = name_words(&f->p, at);
		size_t end = at + n;

		if (n == 0)
			break;
		add(f, phrase_text(&f->p, at, end));
		end = skip_bracket(&f->p, end);
		if (f->p.words[end - 1].after == ',' && end < f->p.n &&
		    f->p.words[end].is_capital) {
			at = end;
			continue;
		}
		if (end + 1 < f->p.n &&
		    (mb_str_equal_nocase(f->p.words[end].text, MB_STR("and")) ||
		     mb_str_equal(f->p.words[end].text, MB_STR("a")))) {
			at = end + 1;
			continue;
		}
		return end;
	}
	return at;
}

/* A full name that the attendance has: "Audrey Pinnock". */
static size_t match_attendee(const struct finder *f, size_t i)
{
	struct mb_str rest = mb_str_drop(f->p.text, f->p.words[i].start);

	for (size_t k = 0; k < f->doc->n_attendance; k++) {
		struct mb_str name = f->doc->attendance[k].name;
		size_t n = 0;

		if (!mb_str_starts(rest, name) || mb_str_count(name, ' ') == 0)
			continue;
		while (i + n < f->p.n &&
		       f->p.words[i + n].end <= f->p.words[i].start + name.len)
			n++;
		if (n > 0 &&
		    f->p.words[i + n - 1].end == f->p.words[i].start + name.len)
			return n;
	}
	return 0;
}

/* "A B, C D and E F": that many names together are people. */
static size_t list_of_names(const struct finder *f, size_t i)
{
	size_t at = i, n_names = 0;
	struct name name;

	while (at < f->p.n && name_bare(&f->p, at, &name) &&
	       name.n_words <= 4 && !name.is_possessive) {
		const struct word *last = &f->p.words[at + name.n_words - 1];

		n_names++;
		at += name.n_words;
		if (at < f->p.n && phrase_has(&f->p, at, "and"))
			at++;
		else if (last->after != ',')
			break;
	}
	return n_names >= MIN_LIST ? at : 0;
}

static size_t take_names(struct finder *f, size_t i, size_t end)
{
	struct name name;

	while (i < end && name_bare(&f->p, i, &name)) {
		add(f, name.as_written);
		i += name.n_words;
		i += i < end && phrase_has(&f->p, i, "and");
	}
	return i;
}

/* How many words the name at word @i takes; 0 when there is none. */
static size_t take_name(struct finder *f, size_t i)
{
	struct name name;
	size_t n;

	if (name_is_plural_title(f->p.words[i].text) && !f->p.words[i].after)
		return take_list(f, i) - i;
	if (name_titled(&f->p, i, &name)) {
		add(f, name.as_written);
		return name.n_words;
	}
	n = match_attendee(f, i);
	if (n > 0) {
		add(f, phrase_text(&f->p, i, i + n));
		return n;
	}
	if (name_bare(&f->p, i, &name) && bare_is_person(&f->p, i, &name)) {
		add(f, name.as_written);
		return name.n_words;
	}
	n = list_of_names(f, i);
	return n > 0 ? take_names(f, i, n) - i : 0;
}

void mentions_find(struct blocks *blocks, const struct mb_doc *doc,
		   struct mb_paragraph *paragraph)
{
	size_t max_words = mb_str_count(paragraph->text, ' ') +
			   mb_str_count(paragraph->text, '\n') + 1;
	struct word *words = MB_NEW(blocks->arena, struct word, max_words);
	struct finder f = { .blocks = blocks,
			    .doc = doc,
			    .paragraph = paragraph };
	struct mb_str opening = paragraph->speaker.as_written;
	size_t i = 0;

	if (!words) {
		blocks->has_failed = true;
		return;
	}
	f.p = (struct phrase){ paragraph->text, words,
			       words_of(paragraph->text, words, max_words) };
	while (i < f.p.n && !blocks->has_failed) {
		const char *at = paragraph->text.ptr + words[i].start;
		size_t n;

		if (opening.len > 0 && at >= opening.ptr &&
		    at < opening.ptr + opening.len) {
			i++; /* the speaker's own name */
			continue;
		}
		n = take_name(&f, i);
		i += n > 0 ? n : 1;
	}
}
