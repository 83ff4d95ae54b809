/*
 * names.h - where a person or an office is named
 *
 * Recognises the name that begins at a word:
 *
 *	Councillor R. Toms		Deputy Mayor Pinnock
 *	Cllr Mrs Iqbal-Rowe		Councillor Reeve (M)
 *	Audrey Pinnock			The Director of Public Health
 *
 * by its shape: titles, capitals, particles, nouns that name offices or
 * bodies (vocabulary.h).  Nothing is looked up in lists of people.
 */
#ifndef INDEXER_NAMES_H
#define INDEXER_NAMES_H

#include <stddef.h>

#include "minutebook/doc.h"
#include "words.h"

struct name {
	size_t n_words;           /* from the word it begins at */
	struct mb_str as_written; /* "Councillor R. Toms" */
	struct mb_str honorific;  /* "Councillor" */
	struct mb_str name;       /* "O. Williams" */
	struct mb_str office;     /* "Director of Public Health" */
	bool is_possessive;       /* "Councillor Williams's" */
};

/* A text with its words, as the functions below take it. */
struct phrase {
	struct mb_str text;
	const struct word *words;
	size_t n;
};

/* A person with a title at word @i. */
bool name_titled(const struct phrase *p, size_t i, struct name *out);

/* A person without one: two to four capitalised words, no body or place. */
bool name_bare(const struct phrase *p, size_t i, struct name *out);

/* Only the name, behind titles: the words from @i that look like one. */
size_t name_words(const struct phrase *p, size_t i);

/* Whether a title stands at word @i ("Deputy Mayor", "Cllr"); its length. */
size_t name_title(const struct phrase *p, size_t i);

/* "Councillors": the title is shared by the names that follow. */
bool name_is_plural_title(struct mb_str word);

/* "Councillor" for "Councillors", "Cllr" for "Cllrs"; else the same. */
struct mb_str name_singular_title(struct mb_str title);

/* Cuts "'s" off; true when there was one. */
bool name_cut_possessive(struct mb_str *s);

/* Whether @letters are what the words of @name begin with: "DN". */
bool name_has_initials(struct mb_str name, struct mb_str letters);

/* Whether word @i is @word, blind to case; false behind the end. */
bool phrase_has(const struct phrase *p, size_t i, const char *word);

/* The bytes of the words from @first to before @end, without outer signs. */
struct mb_str phrase_text(const struct phrase *p, size_t first, size_t end);

#endif
