/*
 * lead_in.h - a clause that stands before who speaks
 *
 *	In response to Mr Brand's points {the Leader} said ...
 *	Having looked at the plans, {Councillor Ames} asked ...
 *	Before the vote {Councillor Ames} stated ...
 *
 * Where it begins and may end; who stands there, speakers.h reads.
 */
#ifndef INDEXER_LEAD_IN_H
#define INDEXER_LEAD_IN_H

#include "names.h"

/* Whether @p begins with a word that opens one. */
bool lead_in_begins(const struct phrase *p);

/* The word, from 1, where the first sentence of @p ends: no speaker is there */
size_t lead_in_sentence(const struct phrase *p);

/* Whether it may end before word @i, from 2, without a comma. */
bool lead_in_ends(const struct phrase *p, size_t i);

#endif
