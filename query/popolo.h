/*
 * popolo.h - the people of an index as Popolo (popoloproject.com)
 */
#ifndef QUERY_POPOLO_H
#define QUERY_POPOLO_H

#include "minutebook/buf.h"
#include "minutebook/people_read.h"

/*
 * Appends one JSON object: persons with their other names, the bodies as
 * organizations, roles in them as memberships with the days on which they
 * were first and last seen.
 */
int popolo_write(struct mb_reader *reader, struct mb_arena *arena,
		 struct mb_buf *out, struct mb_err *err);

#endif
