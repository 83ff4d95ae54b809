/*
 * reads_json.h - is this JSON?
 */
#ifndef QUERY_READS_JSON_H
#define QUERY_READS_JSON_H

#include <stdbool.h>

#include "minutebook/str.h"

/* Whether @s is one value of RFC 8259 and nothing else. */
bool reads_json(struct mb_str s);

#endif
