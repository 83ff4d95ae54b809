/*
 * synonym_list.h - the curated synonyms and topics, in the format of a person's own file
 */
#ifndef QUERY_SYNONYM_LIST_H
#define QUERY_SYNONYM_LIST_H

#include <stddef.h>

extern const char *const synonym_list[];
extern const size_t synonym_list_n;

extern const char *const topic_list[];
extern const size_t topic_list_n;

#endif
