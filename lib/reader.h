/*
 * reader.h - the inside of a struct mb_reader, for the files that read
 */
#ifndef LIB_READER_H
#define LIB_READER_H

#include "minutebook/buf.h"
#include "minutebook/store_read.h"
#include "sql.h"

struct mb_reader {
	struct sql sql;
	struct mb_buf name; /* of a folder; for store_facts.c */
	int64_t deadline;   /* of a statement that a person wrote; 0: none */
};

#endif
