/*
 * place.h - how a paragraph's id tells its day: see schema.sql
 */
#ifndef LIB_PLACE_H
#define LIB_PLACE_H

#include <stdint.h>

#define PLACE_DAY_BITS 20
#define PLACE_DATED ((int64_t)1 << 40)

#endif
