/*
 * verbs.h - where a text says that somebody spoke
 *
 *	... Finally, Mr Brand {thanked} ...
 *	... the Clerk {subsequently advised} that ...
 *	... Cllr Ames {was concerned} about ...
 *	... Jane Smith, Head of Policy, {told} ...    behind an apposition
 *
 * No verb of a speaker: a passive ("was proposed by"), a clause of its own
 * ("which said").  All functions take words of one paragraph.
 */
#ifndef INDEXER_VERBS_H
#define INDEXER_VERBS_H

#include "names.h"

/*
 * Whether adverbs and then a reporting verb stand from word @i on; with
 * @allow_present also one in the present tense.
 */
bool verb_is_at(const struct phrase *p, size_t i, bool allow_present);

/*
 * What may stand between a speaker and the verb: "of Larkhythe CVS",
 * "(Chair)", ", Leader of the Council,".  The word behind it, or @i.
 */
size_t verb_skip_appositions(const struct phrase *p, size_t i);

/* "in response to": does not belong to the name before it. */
bool verb_begins_response(const struct phrase *p, size_t i);

#endif
