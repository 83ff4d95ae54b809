/*
 * scratch.h - a folder of a test's own, removed when the test ends
 *
 *	TestSuite(lock, .init = scratch_make, .fini = scratch_remove);
 */
#ifndef SUPPORT_SCRATCH_H
#define SUPPORT_SCRATCH_H

#include <stdbool.h>

#include "minutebook/str.h"

void scratch_make(void);
void scratch_remove(void); /* with everything in it */

/* The path of @name in it; valid until the test ends. */
const char *scratch_path(const char *name);

bool scratch_has(const char *name);

void scratch_write(const char *name, struct mb_str bytes);

/* The bytes of a file; valid until the test ends. */
struct mb_str scratch_read(const char *name);

#endif
