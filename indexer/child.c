#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How the child says that it never became the program. */
#define EXIT_NO_PROGRAM 127

/* Where programs are when nobody says. */
#define USUAL_PLACES "/usr/local/bin:/usr/bin:/bin"

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* --- what it is given -------------------------------------------------- */

/* The program's path, from the folders of PATH that begin at the root. */
static bool find_program(const char *name, char path[PATH_MAX])
{
	const char *places = getenv("PATH");
	struct mb_str rest = mb_str_of(places ? places : USUAL_PLACES);

	while (rest.len > 0) {
		struct mb_cut cut = mb_str_cut(rest, ':');
		int n = snprintf(path, PATH_MAX, "%.*s/%s",
				 MB_STR_ARG(cut.head), name);

		rest = cut.tail;
		if (n > 0 && n < PATH_MAX && path[0] == '/' &&
		    access(path, X_OK) == 0)
			return true;
	}
	return false;
}

static bool write_all(int fd, struct mb_str bytes)
{
	while (bytes.len > 0) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = mb_str_drop(bytes, (size_t)n);
	}
	return true;
}

/* @input as a file that nobody can change; -1 with errno set. */
static int seal(struct mb_str input)
{
	int fd = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		return -1;
	if (!write_all(fd, input) || lseek(fd, 0, SEEK_SET) != 0 ||
	    fcntl(fd, F_ADD_SEALS,
		  F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL)) {
		close(fd);
		return -1;
	}
	return fd;
}

/* --- starting ---------------------------------------------------------- */

struct ends {
	int input;     /* sealed */
	int out[2];    /* read, write */
	int errors[2]; /* the same */
};

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_ends(struct ends *ends)
{
	close_end(&ends->input);
	for (int i = 0; i < 2; i++) {
		close_end(&ends->out[i]);
		close_end(&ends->errors[i]);
	}
}

/*
 * The three standard files and none else.  The ends are moved out of the way
 * first, since the parent may have had one of the three closed.
 */
static bool take_files(const struct ends *ends)
{
	int input = fcntl(ends->input, F_DUPFD, 3);
	int out = fcntl(ends->out[1], F_DUPFD, 3);
	int errors = fcntl(ends->errors[1], F_DUPFD, 3);

	if (input < 0 || out < 0 || errors < 0 || dup2(input, 0) < 0 ||
	    dup2(out, 1) < 0 || dup2(errors, 2) < 0)
		return false;
	if (syscall(SYS_close_range, 3u, ~0u, 0u) == 0)
		return true;
	for (long fd = sysconf(_SC_OPEN_MAX) - 1; fd > 2; fd--)
		close((int)fd);
	return true;
}

/* The child's side: becomes the program, or ends. */
static void become(const struct child_command *command, const char *path,
		   const struct ends *ends)
{
	const char *const none_at_all[] = { NULL };
	const char *const *environment =
	    command->environment ? command->environment : none_at_all;
	sigset_t none;

	sigemptyset(&none);
	if (setpgid(0, 0) == 0 && sigprocmask(SIG_SETMASK, &none, NULL) == 0 &&
	    take_files(ends) && chdir("/") == 0 && confine(&command->limits) &&
	    /* after confine(): a namespace of users makes it be forgotten */
	    prctl(PR_SET_PDEATHSIG, SIGKILL) == 0)
		/* execve() takes what it does not change as if it did */
		execve(path, (char *const *)(uintptr_t)command->arguments,
		       (char *const *)(uintptr_t)environment);
	_exit(EXIT_NO_PROGRAM);
}

static bool open_ends(struct ends *ends, struct mb_str input)
{
	*ends = (struct ends){ -1, { -1, -1 }, { -1, -1 } };
	ends->input = seal(input);
	return ends->input >= 0 && pipe2(ends->out, O_CLOEXEC) == 0 &&
	       pipe2(ends->errors, O_CLOEXEC) == 0;
}

int child_start(struct child *child, const struct child_command *command,
		struct mb_str input, struct mb_err *err)
{
	char path[PATH_MAX];
	struct ends ends;

	*child = (struct child){ .command = command, .out = -1, .errors = -1 };
	if (!find_program(command->program, path))
		return mb_fail(err, MB_EUNREAD,
			       "to read it needs '%s', which " CHILD_MISSING
			       ": it is in the package %s",
			       command->program, command->package);
	if (!open_ends(&ends, input) || (child->pid = fork()) < 0) {
		mb_fail(err, MB_EIO, "'%s' cannot be started: %s",
			command->program, strerror(errno));
		child->pid = 0;
		close_ends(&ends);
		return MB_EIO;
	}
	if (child->pid == 0)
		become(command, path, &ends);
	setpgid(child->pid, child->pid); /* whoever of the two is first */
	child->deadline_ns =
	    now_ns() + (int64_t)command->wall_seconds * 1000000000;
	child->out = ends.out[0];
	child->errors = ends.errors[0];
	ends.out[0] = ends.errors[0] = -1;
	close_ends(&ends);
	return MB_OK;
}

/* --- reading ----------------------------------------------------------- */

static int fail_late(const struct child *child, struct mb_err *err)
{
	return mb_fail(err, MB_ELIMIT, "'%s' took longer than %u seconds",
		       child->command->program, child->command->wall_seconds);
}

static int left_ms(const struct child *child)
{
	int64_t left = (child->deadline_ns - now_ns()) / 1000000;

	return left > 0 ? (int)left + 1 : 0;
}

/* Keeps the beginning of what the child complains about. */
static void take_complaint(struct child *child)
{
	char bytes[CHILD_COMPLAINT_BYTES];
	ssize_t n = read(child->errors, bytes, sizeof(bytes));
	size_t room = sizeof(child->complaint) - 1 - child->n_complaint;

	if (n == 0 || (n < 0 && errno != EINTR)) {
		close_end(&child->errors);
		return;
	}
	if (n > 0 && room > 0) {
		size_t n_kept = (size_t)n < room ? (size_t)n : room;

		memcpy(child->complaint + child->n_complaint, bytes, n_kept);
		child->n_complaint += n_kept;
	}
}

/* Waits until there is output, or its end; MB_ELIMIT when it is too late. */
static int wait_for_output(struct child *child, struct mb_err *err)
{
	for (;;) {
		struct pollfd ends[2] = {
			{ .fd = child->out, .events = POLLIN },
			{ .fd = child->errors, .events = POLLIN },
		};
		int n = poll(ends, 2, left_ms(child));

		if (n < 0 && errno != EINTR)
			return mb_fail(err, MB_EIO, "'%s': %s",
				       child->command->program,
				       strerror(errno));
		if (n == 0)
			return fail_late(child, err);
		if (n > 0 && ends[1].revents != 0)
			take_complaint(child);
		if (n > 0 && ends[0].revents != 0)
			return MB_OK;
	}
}

/* Some of what the child prints: *@n is 0 at its end. */
static int read_some(struct child *child, char *buffer, size_t size, size_t *n,
		     struct mb_err *err)
{
	size_t room = child->command->output_bytes - child->n_out;
	ssize_t got;
	int rc;

	do {
		rc = wait_for_output(child, err);
		if (rc != MB_OK)
			return rc;
		got = read(child->out, buffer, size);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		return mb_fail(err, MB_EIO, "'%s': %s", child->command->program,
			       strerror(errno));
	if ((size_t)got > room)
		return mb_fail(
		    err, MB_ELIMIT, "'%s' printed more than %zu bytes",
		    child->command->program, child->command->output_bytes);
	child->n_out += (size_t)got;
	*n = (size_t)got;
	return MB_OK;
}

/* --- ending ------------------------------------------------------------ */

/* Waits for the end without taking it; false when it is too late. */
static bool wait_for_end(const struct child *child)
{
	const struct timespec pause = { .tv_nsec = 1000000 };

	for (;;) {
		siginfo_t info = { .si_pid = 0 };
		int rc = waitid(P_PID, (id_t)child->pid, &info,
				WEXITED | WNOHANG | WNOWAIT);

		if (rc == 0 && info.si_pid == child->pid)
			return true;
		if ((rc != 0 && errno != EINTR) || left_ms(child) == 0)
			return false;
		nanosleep(&pause, NULL);
	}
}

static int judge(struct child *child, int status, struct mb_err *err)
{
	const char *program = child->command->program;

	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_PROGRAM)
		return mb_fail(err, MB_EIO, "'%s' cannot be started", program);
	if (WIFEXITED(status)) {
		child->exit_status = WEXITSTATUS(status);
		return MB_OK;
	}
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return mb_fail(err, MB_ELIMIT,
			       "'%s' needed more than %u seconds of "
			       "processor time",
			       program, child->command->limits.cpu_seconds);
	return mb_fail(err, MB_EFORMAT, "'%s' crashed on it (signal %d)",
		       program, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

/* @rc is what reading came to: a child that failed in it is only killed. */
static int end(struct child *child, int rc, struct mb_err *err)
{
	bool has_ended = false;
	int status = 0;

	if (rc == MB_OK) {
		while (child->errors >= 0 && child->out >= 0) {
			struct pollfd end = { .fd = child->errors,
					      .events = POLLIN };

			if (poll(&end, 1, left_ms(child)) <= 0)
				break;
			take_complaint(child);
		}
		has_ended = wait_for_end(child);
	}
	/* the group's number is taken until its leader has been waited for */
	kill(-child->pid, SIGKILL);
	kill(child->pid, SIGKILL);
	while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
		;
	close_end(&child->out);
	close_end(&child->errors);
	child->pid = 0;
	if (rc != MB_OK)
		return rc;
	return has_ended ? judge(child, status, err) : fail_late(child, err);
}

int child_take(struct child *child,
	       void (*take)(void *user, struct mb_str piece), void *user,
	       struct mb_err *err)
{
	char bytes[16384];
	size_t n = 0;
	int rc;

	while ((rc = read_some(child, bytes, sizeof(bytes), &n, err)) ==
		   MB_OK &&
	       n > 0)
		take(user, (struct mb_str){ bytes, n });
	return end(child, rc, err);
}
