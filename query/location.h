/*
 * location.h - where a hit stands, as a person would look it up
 */
#ifndef QUERY_LOCATION_H
#define QUERY_LOCATION_H

#include "minutebook/buf.h"
#include "minutebook/store_read.h"

/* Appends the path from where the indexer was run: "minutes/2019/a.txt". */
void location_path(struct mb_buf *out, const struct mb_hit *hit);

/* The same with ":12", or ", page 3". */
void location_full(struct mb_buf *out, const struct mb_hit *hit);

/* "4 March 2021" */
void location_date(struct mb_buf *out, struct mb_date date);

/* "January", of 1. */
const char *location_month(int month);

#endif
