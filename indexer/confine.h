/*
 * confine.h - what a process may no longer do
 *
 * Called in a child between fork and exec.  Limits that every kernel knows
 * come first: processor time, memory, no files written, no core dumped.  Then
 * whatever the kernel offers, each for itself, and none of them needed: a
 * network of its own without devices, Landlock against every change to the
 * file system, a filter of system calls against sockets, new processes and
 * leaving the group.  A kernel or a container that refuses one of these is no
 * reason to read no PDF files.
 */
#ifndef INDEXER_CONFINE_H
#define INDEXER_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

struct confinement {
	unsigned cpu_seconds;
	size_t memory_bytes; /* of address space */
};

/*
 * Confines the calling process for good.  Async-signal-safe.  False when not
 * even the plain limits could be set.
 */
bool confine(const struct confinement *limits);

#endif
