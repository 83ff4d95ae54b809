/*
 * index.h - a tiny index for fuzz targets of queries
 */
#ifndef FUZZ_INDEX_H
#define FUZZ_INDEX_H

#include "minutebook/store_read.h"

/* The reader keeps the file; nobody else finds it any more. */
struct mb_reader *index_open(void);

#endif
