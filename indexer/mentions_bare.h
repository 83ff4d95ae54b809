/*
 * mentions_bare.h - whether capitals without a title are somebody's name
 *
 * "Ngozi Tremlett had asked" names a person, "Withy Green had flooded" does
 * not.  What stands around the words decides: what they do, what happens to
 * them, the office beside them.
 */
#ifndef INDEXER_MENTIONS_BARE_H
#define INDEXER_MENTIONS_BARE_H

#include "names.h"

/* @name is what name_bare() found at word @i. */
bool bare_is_person(const struct phrase *p, size_t i, const struct name *name);

#endif
