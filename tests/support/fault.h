/*
 * fault.h - running out of memory at every place where that can happen
 *
 * The linker sends our own calls of malloc, calloc, realloc and free through
 * here (--wrap); the code under test has no hook and knows nothing of it.
 * SQLite's and libxml2's memory is theirs: see fault_each_sqlite().
 */
#ifndef SUPPORT_FAULT_H
#define SUPPORT_FAULT_H

/*
 * Runs @scenario with the first allocation failing, then the second, until it
 * needs no more; then it must return MB_OK, and before that MB_ENOMEM each
 * time.  After each run as many blocks must be live as before it.
 */
void fault_each_allocation(int (*scenario)(void));

/*
 * The same with SQLite's allocations.  SQLite gets over some failures by
 * itself, so the scenario may also succeed; else it must return MB_ENOMEM or
 * MB_ESTORE.  Call it before anything else has used SQLite in this process.
 */
void fault_each_sqlite(int (*scenario)(void));

#endif
