/*
 * oracle_parts.h - the oracle's inside
 *
 *	oracle.c         the tree, and items that fit by their titles
 *	oracle_text.c    where words stand
 *	oracle_filter.c  who said it, when and where
 */
#ifndef QUERY_ORACLE_PARTS_H
#define QUERY_ORACLE_PARTS_H

#include "minutebook/terms.h"
#include "oracle.h"

#define MAX_PLACES 80
#define MAX_WORDS 5

/* The words that stand at one place of a text. */
struct spot {
	char *words[MAX_WORDS];
	size_t n;
	bool has_hyphen; /* behind it */
};

struct spots {
	struct spot items[MAX_PLACES];
	size_t n;
};

struct oracle {
	struct mb_splitter *splitter;
	struct mb_stemmer *stemmer;
	struct spots *texts;  /* by paragraph */
	struct spots *titles; /* by item */
};

/* Cuts a text into places; oracle_forget() frees them. */
void oracle_cut(struct oracle *oracle, const char *text, struct spots *out);
void oracle_forget(struct spots *spots);

/* A copy to free(): there are very many of them. */
char *oracle_copy(struct mb_str text);

/* Whether a text or NEAR stands anywhere in those places. */
bool oracle_stands(struct oracle *oracle, const struct node *node,
		   const struct spots *in);

bool oracle_fits(const struct filter *filter,
		 const struct archive_paragraph *paragraph);

#endif
