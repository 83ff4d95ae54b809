/*
 * hit_json.h - a hit as a JSON object: docs/json.md describes it
 */
#ifndef QUERY_HIT_JSON_H
#define QUERY_HIT_JSON_H

#include "minutebook/json.h"
#include "render.h"

#define HIT_JSON_VERSION 1

/* Keys that were asked for come behind the usual ones. */
void hit_json(struct mb_json *json, const struct render *render,
	      const struct render_hit *hit);

/* A row as an object, with the names of its columns as keys. */
void row_json(struct mb_json *json, const struct table *table, size_t row);

#endif
