/*
 * name_value.h - a name as somebody types it to find a person
 */
#ifndef QUERY_NAME_VALUE_H
#define QUERY_NAME_VALUE_H

#include "minutebook/arena.h"
#include "minutebook/err.h"
#include "minutebook/str.h"

/*
 * The name without the titles that every councillor has: "Cllr Smith" is
 * looked for as "Smith", but "Mrs Smith" stays.  A view into @typed, or
 * @typed itself; @arena is for scratch.
 */
int name_value(struct mb_str typed, struct mb_arena *arena, struct mb_str *out,
	       struct mb_err *err);

#endif
