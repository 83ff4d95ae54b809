/*
 * lock.h - one writer at a time, and a name for who it is
 *
 * A file beside the index, locked with flock(2) and holding the number of the
 * process that has it.  The kernel lets go of it when the process ends, in
 * whatever way.
 */
#ifndef LIB_LOCK_H
#define LIB_LOCK_H

#include "minutebook/err.h"

struct lock {
	int fd;     /* -1: not held */
	char *path; /* owned */
};

#define LOCK_NONE ((struct lock){ -1, NULL })

/* Takes the lock for the index at @index, or fails with MB_EBUSY. */
int mb_lock_take(const char *index, struct lock *out, struct mb_err *err);

void mb_lock_release(struct lock *lock);

#endif
