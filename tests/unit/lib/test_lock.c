#include "lock.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "minutebook/buf.h"
#include "support/fault.h"
#include "support/scratch.h"
#include "support/text.h"

TestSuite(lock, .init = scratch_make, .fini = scratch_remove);

Test(lock, lets_one_holder_in_and_says_who_it_is)
{
	struct lock first = LOCK_NONE, second = LOCK_NONE;
	struct mb_err err = { 0 };
	const char *index = scratch_path("minutes.db");
	struct mb_buf want = MB_BUF_INIT;

	cr_assert(eq(int, mb_lock_take(index, &first, &err), MB_OK), "%s",
		  err.msg);
	cr_expect(eq(int, mb_lock_take(index, &second, &err), MB_EBUSY));
	cr_expect(eq(int, second.fd, -1), "the output is untouched");
	mb_buf_add_format(&want, "'%s': process %ld is indexing into it", index,
			  (long)getpid());
	cr_expect(eq(str, err.msg, text_of(mb_buf_str(&want))));
	mb_buf_release(&want);
	mb_lock_release(&first);
}

Test(lock, can_be_taken_again_once_released)
{
	struct lock lock = LOCK_NONE;
	const char *index = scratch_path("minutes.db");

	for (int i = 0; i < 3; i++) {
		cr_assert(mb_lock_take(index, &lock, NULL) == MB_OK);
		mb_lock_release(&lock);
		cr_expect(eq(int, lock.fd, -1));
		cr_expect(not(scratch_has("minutes.db-lock")),
			  "nothing stays behind");
	}
	mb_lock_release(&lock); /* twice is once */
}

Test(lock, is_no_lock_for_another_index)
{
	struct lock first = LOCK_NONE, second = LOCK_NONE;

	cr_assert(mb_lock_take(scratch_path("a.db"), &first, NULL) == MB_OK);
	cr_expect(mb_lock_take(scratch_path("b.db"), &second, NULL) == MB_OK);
	mb_lock_release(&first);
	mb_lock_release(&second);
}

Test(lock, is_let_go_of_by_a_process_that_dies)
{
	struct lock lock = LOCK_NONE;
	const char *index = scratch_path("minutes.db");
	pid_t child = fork();
	int status;

	if (child == 0) /* ends without releasing it */
		_exit(mb_lock_take(index, &lock, NULL) == MB_OK ? 0 : 1);
	cr_assert(waitpid(child, &status, 0) == child);
	cr_assert(zero(int, status));
	cr_assert(scratch_has("minutes.db-lock"), "its file is still there");
	cr_expect(eq(int, mb_lock_take(index, &lock, NULL), MB_OK));
	mb_lock_release(&lock);
}

Test(lock, needs_a_folder_to_lie_in)
{
	struct lock lock = LOCK_NONE;
	struct mb_err err = { 0 };

	cr_expect(eq(
	    int, mb_lock_take(scratch_path("nowhere/minutes.db"), &lock, &err),
	    MB_ESTORE));
	cr_expect(mb_str_find(mb_str_of(err.msg),
			      MB_STR("cannot be written")) != MB_STR_NONE,
		  "%s", err.msg);
}

static int take_once(void)
{
	struct lock lock = LOCK_NONE;
	int rc = mb_lock_take(scratch_path("minutes.db"), &lock, NULL);

	mb_lock_release(&lock);
	return rc;
}

Test(lock, survives_running_out_of_memory_anywhere)
{
	fault_each_allocation(take_once);
}
