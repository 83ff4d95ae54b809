/*
 * outline_people.h - which blocks of a text are lists of people
 *
 *	Present: Councillors A and B      a label and its list
 *	Mr C, Clerk                       goes on under it
 *	Bailie D, Convener, presiding     by itself
 *
 * What stands in a block, attendance.h and roll.h read.
 */
#ifndef INDEXER_OUTLINE_PEOPLE_H
#define INDEXER_OUTLINE_PEOPLE_H

#include "blocks.h"
#include "minutebook/doc.h"
#include "starred.h"

/* As many lists of people stand beside each other. */
#define PEOPLE_MAX_COLUMNS 4

struct people {
	struct blocks *blocks;
	struct mb_doc *doc;
	bool is_open; /* a list goes on */
	enum mb_presence presence;
	enum mb_presence columns[PEOPLE_MAX_COLUMNS]; /* labels beside others */
	size_t n_columns; /* 0: one list over the whole width */
	struct mb_str
	    title; /* "COUNCILLORS" over names without one, or empty */
	struct starred starred;
};

/* Begins a list at @b, of which @rest stands behind its label. */
void people_begin(struct people *people, const struct block *b,
		  enum mb_presence presence, struct mb_str rest);

/*
 * Takes a block of the attendance: a label with its list, or what goes on
 * under one.  False when the block is something else.
 */
bool people_take(struct people *people, const struct block *b);

/*
 * The same for a block behind the first title, where only a roll that is
 * called as business is attendance; @is_under_roll says that it is titled so.
 */
bool people_take_roll(struct people *people, const struct block *b,
		      bool is_under_roll);

#endif
