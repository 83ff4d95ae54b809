/*
 * number_behind.h - numbers of items that stand behind their titles
 *
 *	DECLARATIONS OF INTEREST                       12/22
 *	MINUTES                                        13/22
 *
 * Some clerks set the number in a column to the right.  Titles without other
 * numbers that end in one are such if the numbers rise by one.
 */
#ifndef INDEXER_NUMBER_BEHIND_H
#define INDEXER_NUMBER_BEHIND_H

#include "blocks.h"

/* Whether most items end in a number, and the numbers rise. */
bool number_behind_titles(const struct blocks *blocks, const bool *begins_item);

/* Cuts the number off the end of @title; false when none is there. */
bool number_behind_cut(struct mb_str *title, struct mb_str *number);

#endif
