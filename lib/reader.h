/*
 * reader.h - the reading half's inside, shared by its modules
 */
#ifndef LIB_READER_H
#define LIB_READER_H

#include "minutebook/store_read.h"
#include "sql.h"

struct mb_reader {
	struct sql sql;
};

#endif
