/*
 * words.h - a clean text as words with the punctuation around them
 *
 *	Councillor O'Brien (Chair), told
 *	{Councillor} {O'Brien} {Chair, opens='(', after=')', then ','} {told}
 *
 * Hyphens, apostrophes and dots inside a word belong to it; a dot behind it
 * is punctuation, even that of "Mr.".
 */
#ifndef INDEXER_WORDS_H
#define INDEXER_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "minutebook/str.h"

struct word {
	struct mb_str text;
	size_t start, end; /* bytes of the whole text, without punctuation */
	char opens;        /* '(' or '"' before it, or 0 */
	char closes;       /* ')' or '"' behind it, or 0 */
	char after;        /* the sign behind it that weighs most: one of
			      . , ; : ? ! - or 0 */
	bool ends_line;    /* the next word stands on another line */
	bool is_capital;   /* begins with a capital letter */
	bool is_caps;      /* has no small letter, and two capitals */
};

/* Fills @out with the first words of @text, at most @max; how many. */
size_t words_of(struct mb_str text, struct word *out, size_t max);

/* Whether a word is one of a sorted list of folded words; blind to case. */
bool words_has(const char *const *sorted, size_t n, struct mb_str word);

#define WORDS_HAS(list, word) \
	words_has(list, sizeof(list) / sizeof(*(list)), word)

/* A line or the beginning of a sentence, in words. */
#define WORDS_LINE_MAX 64
struct line_words {
	struct word at[WORDS_LINE_MAX];
	size_t n;
};

struct line_words line_words_of(struct mb_str text);

/* Whether word @i is @word, blind to case; false behind the end. */
bool line_has(const struct line_words *line, size_t i, const char *word);

bool word_begins_in_digit(struct mb_str word);

#endif
