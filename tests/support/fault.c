#include "support/fault.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>

#include "minutebook/err.h"

/* What the linker leaves of the real ones. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *block);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *block);

/*
 * The blocks that we allocated and have not freed.  A set and not a count,
 * because free() also gets what a library allocated for us (utf8proc,
 * realpath), which malloc() here never saw.
 */
#define LIVE_SLOTS ((size_t)1 << 17)

static struct {
	bool is_counting;
	long countdown; /* allocations until one fails; 0: none will */
	bool has_failed;
	long n_live;
	void *live[LIVE_SLOTS]; /* open addressing */
} fault;

static size_t slot_of(const void *block)
{
	return (size_t)(((uintptr_t)block >> 4) * 0x9e3779b97f4a7c15u >> 40) %
	       LIVE_SLOTS;
}

static void *note(void *block)
{
	size_t i;

	if (!fault.is_counting || !block)
		return block;
	for (i = slot_of(block); fault.live[i]; i = (i + 1) % LIVE_SLOTS)
		;
	fault.live[i] = block;
	fault.n_live++;
	cr_assert(fault.n_live < (long)LIVE_SLOTS / 2, "too many blocks");
	return block;
}

/* Takes @block out and moves up those behind it that would be lost. */
static void forget(const void *block)
{
	size_t i, next;

	if (!fault.is_counting || !block)
		return;
	for (i = slot_of(block); fault.live[i] != block;
	     i = (i + 1) % LIVE_SLOTS)
		if (!fault.live[i])
			return; /* a library's */
	fault.n_live--;
	fault.live[i] = NULL;
	for (next = (i + 1) % LIVE_SLOTS; fault.live[next];
	     next = (next + 1) % LIVE_SLOTS) {
		void *moved = fault.live[next];
		size_t home = slot_of(moved);

		if ((next - home) % LIVE_SLOTS < (next - i) % LIVE_SLOTS)
			continue;
		fault.live[i] = moved;
		fault.live[next] = NULL;
		i = next;
	}
}

static bool must_fail(void)
{
	if (fault.countdown == 0 || --fault.countdown > 0)
		return false;
	fault.has_failed = true;
	return true;
}

void *__wrap_malloc(size_t size)
{
	return must_fail() ? NULL : note(__real_malloc(size));
}

void *__wrap_calloc(size_t n, size_t size)
{
	return must_fail() ? NULL : note(__real_calloc(n, size));
}

void *__wrap_realloc(void *old, size_t size)
{
	void *moved;

	if (must_fail())
		return NULL;
	forget(old);
	moved = __real_realloc(old, size);
	note(moved ? moved : old);
	return moved;
}

void __wrap_free(void *block)
{
	forget(block);
	__real_free(block);
}

void fault_each_allocation(int (*scenario)(void))
{
	for (long n = 1;; n++) {
		int rc;

		memset(fault.live, 0, sizeof(fault.live));
		fault.n_live = 0;
		fault.has_failed = false;
		fault.countdown = n;
		fault.is_counting = true;
		rc = scenario();
		fault.is_counting = false;
		fault.countdown = 0;
		cr_expect(eq(long, fault.n_live, 0), "allocation %ld: a leak",
			  n);
		if (!fault.has_failed) {
			cr_assert(eq(int, rc, MB_OK));
			cr_assert(gt(long, n, 1),
				  "the scenario allocates nothing");
			return;
		}
		cr_expect(eq(int, rc, MB_ENOMEM), "allocation %ld failed", n);
	}
}

/* --- SQLite's ---------------------------------------------------------- */

static sqlite3_mem_methods sqlite_own;

static void *sqlite_malloc(int size)
{
	return must_fail() ? NULL : sqlite_own.xMalloc(size);
}

static void *sqlite_realloc(void *old, int size)
{
	return must_fail() ? NULL : sqlite_own.xRealloc(old, size);
}

void fault_each_sqlite(int (*scenario)(void))
{
	sqlite3_mem_methods ours;

	cr_assert(eq(int, sqlite3_shutdown(), SQLITE_OK));
	cr_assert(eq(int, sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlite_own),
		     SQLITE_OK));
	ours = sqlite_own;
	ours.xMalloc = sqlite_malloc;
	ours.xRealloc = sqlite_realloc;
	cr_assert(
	    eq(int, sqlite3_config(SQLITE_CONFIG_MALLOC, &ours), SQLITE_OK));
	for (long n = 1;; n++) {
		int rc;

		fault.has_failed = false;
		fault.countdown = n;
		rc = scenario();
		fault.countdown = 0;
		if (!fault.has_failed) {
			cr_assert(eq(int, rc, MB_OK));
			cr_assert(gt(long, n, 1), "SQLite allocates nothing");
			return;
		}
		cr_expect(rc == MB_OK || rc == MB_ENOMEM || rc == MB_ESTORE,
			  "allocation %ld failed: %d", n, rc);
	}
}
