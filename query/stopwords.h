/*
 * stopwords.h - the common words that a bare query does without
 */
#ifndef QUERY_STOPWORDS_H
#define QUERY_STOPWORDS_H

#include <stdbool.h>

#include "minutebook/str.h"

/* Whether the folded word is as common as "the". */
bool stopwords_have(struct mb_str folded);

#endif
