/*
 * vote_names.h - the names of those who voted, as lists and sentences print
 * them
 *
 *	Councillors A Finch, Ames and Mrs Penn
 *	Finch, Ames, Penn		surnames, where the attendance has them
 *	AF and DA			initials, where the attendance has them
 *	the Mayor
 */
#ifndef INDEXER_VOTE_NAMES_H
#define INDEXER_VOTE_NAMES_H

#include "blocks.h"
#include "minutebook/doc.h"
#include "names.h"

/* Whose names go where. */
struct voters {
	struct blocks *blocks;
	const struct mb_doc *doc; /* its attendance tells who is meant */
	struct mb_vote *vote;
};

/* More names than a sentence has. */
#define VOTE_NAMES_MAX 40

/* Names that follow one another in a sentence. */
struct vote_names {
	struct mb_str names[VOTE_NAMES_MAX];  /* without a title for all */
	struct mb_str titles[VOTE_NAMES_MAX]; /* that title, or empty */
	size_t n;
	size_t end;         /* the word behind the last */
	bool is_possessive; /* "Cllr Finch's" */
};

/* The names that begin at word @i; false when there are none. */
bool vote_names_at(const struct mb_doc *doc, const struct phrase *p, size_t i,
		   struct vote_names *out);

/* One name at word @i that need not be a person's; its words, or 0. */
size_t vote_name_at(const struct mb_doc *doc, const struct phrase *p, size_t i);

/* Adds names to a side, each once.  Failure sticks to the blocks. */
void vote_names_put(const struct voters *voters, enum mb_vote_side side,
		    const struct vote_names *names);
void vote_name_put(const struct voters *voters, enum mb_vote_side side,
		   struct mb_str name);

/* Adds all that a list names: "Councillors A and B", "Finch, Ames". */
void vote_names_read(const struct voters *voters, enum mb_vote_side side,
		     struct mb_str list);

#endif
