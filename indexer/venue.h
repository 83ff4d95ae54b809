/*
 * venue.h - where a meeting was held
 */
#ifndef INDEXER_VENUE_H
#define INDEXER_VENUE_H

#include "minutebook/str.h"

/* "... held in the Town Hall on Thursday": Town Hall; empty when untold. */
struct mb_str venue_of_sentence(struct mb_str text);

/* "Committee Room 1, Town Hall. The meeting began at": Committee Room 1, ... */
struct mb_str venue_of_line(struct mb_str line);

/* Without "the" and signs at its ends: "the Parish Room." is Parish Room. */
struct mb_str venue_trim(struct mb_str venue);

#endif
