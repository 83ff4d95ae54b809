/*
 * marker_code.h - the references that some clerks number their minutes by
 *
 *	C/23/045	PC.123.23	FC24/031	01/25/03	A1
 *	2023-117	Cou/285/07-08
 *
 * Letters that name the body, the year, and the number of the minute, in any
 * order.  Which of the numbers rises is for chain.c to find out.
 */
#ifndef INDEXER_MARKER_CODE_H
#define INDEXER_MARKER_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "minutebook/str.h"

struct marker_code {
	uint32_t part[3]; /* its numbers, in their order */
	uint32_t
	    letter; /* 1 of "A3", where one letter stands before a number */
	size_t len; /* bytes, without the sign behind it */
};

/* Reads the code at the front of @text; false when there is none. */
bool marker_code_read(struct mb_str text, struct marker_code *out);

#endif
