/*
 * popolo.h - the people of indexes as Popolo (popoloproject.com)
 */
#ifndef QUERY_POPOLO_H
#define QUERY_POPOLO_H

#include "minutebook/buf.h"
#include "people_tables.h"

/*
 * Appends one JSON object: persons with their other names, the bodies as
 * organizations, roles in them as memberships with the days on which they
 * were first and last seen.
 */
int popolo_write(const struct sources *sources, struct mb_arena *arena,
		 struct mb_buf *out, struct mb_err *err);

#endif
