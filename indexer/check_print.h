/*
 * check_print.h - what was understood, in words
 *
 *	minutes/2019-03-12.txt: understood
 *	  what     a meeting, from text
 *	  council  not named
 *	  body     Library Committee
 *	  date     12 March 2019, from the document
 *	  people   9, of whom 2 sent apologies
 *	  items    7, numbered 1 to 7
 *	  text     41 paragraphs: 23 with a speaker, 5 decisions, 1 vote
 *	  outside  3% of the text is in no item
 *	  problem  line 14: two paragraphs are numbered 13.6
 *
 * and a table of all at the end.  Nothing of it moves a terminal, whatever
 * stands in names of files.
 */
#ifndef INDEXER_CHECK_PRINT_H
#define INDEXER_CHECK_PRINT_H

#include "check.h"
#include "minutebook/buf.h"

void check_print(struct mb_buf *out, const struct check *check);

/* A document of which there is nothing but the reason why. */
void check_print_unread(struct mb_buf *out, struct mb_str path,
			struct mb_str reason);

/* The table, and what it comes to in a sentence. */
void check_print_totals(struct mb_buf *out, const struct check_totals *totals);

#endif
