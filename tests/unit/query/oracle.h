/*
 * oracle.h - which paragraphs a query finds, by looking at each of them
 *
 * The same answer as search.h, MATCH_ALL, by other means: no index, no SQL, no
 * lists of spellings.  Words are cut and stemmed as everywhere (terms.h), and
 * spellings of one word are told by their letters: what is the same when run
 * together is the same.  The archive is written so that nothing is the same
 * by chance.
 */
#ifndef QUERY_ORACLE_H
#define QUERY_ORACLE_H

#include "archive.h"
#include "parse.h"

struct oracle;

struct oracle *oracle_new(void);
void oracle_free(struct oracle *oracle);

/* Sets found[i] for each paragraph of the archive that @query finds. */
void oracle_ask(struct oracle *oracle, const struct query *query, bool *found);

#endif
