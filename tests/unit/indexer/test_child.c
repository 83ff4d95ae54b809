#include "child.h"

#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "minutebook/buf.h"
#include "support/text.h"

static struct mb_arena arena;

static void release(void)
{
	mb_arena_release(&arena);
}

TestSuite(child, .fini = release, .timeout = 30);

#define MIB ((size_t)1024 * 1024)

static const struct child_command usual = {
	.package = "some-package",
	.limits = { .cpu_seconds = 1, .memory_bytes = 256 * MIB },
	.wall_seconds = 10,
	.output_bytes = MIB,
};

struct outcome {
	int rc, exit_status;
	struct mb_err err;
	struct mb_str out; /* in the arena */
	char complaint[CHILD_COMPLAINT_BYTES];
};

static void take_piece(void *user, struct mb_str piece)
{
	mb_buf_add(user, piece);
}

/* Runs @command with @input to its end. */
static struct outcome run(const struct child_command *command,
			  const char *input)
{
	struct outcome o = { .rc = MB_OK };
	struct mb_buf out = MB_BUF_INIT;
	struct child child;
	pid_t group;

	o.rc = child_start(&child, command, mb_str_of(input), &o.err);
	if (o.rc != MB_OK)
		return o;
	group = child.pid;
	o.rc = child_take(&child, take_piece, &out, &o.err);
	o.exit_status = child.exit_status;
	cr_assert(eq(int, mb_buf_move(&out, &arena, &o.out, NULL), MB_OK));
	mb_buf_release(&out);
	snprintf(o.complaint, sizeof(o.complaint), "%s", child.complaint);
	cr_expect(kill(-group, 0) != 0 && errno == ESRCH,
		  "nothing of the group is left");
	return o;
}

static struct outcome run_shell(const struct child_command *limits,
				const char *script, const char *input)
{
	const char *const arguments[] = { "sh", "-c", script, NULL };
	struct child_command command = *limits;

	command.program = "sh";
	command.arguments = arguments;
	return run(&command, input);
}

Test(child, reads_its_input_and_is_read)
{
	struct outcome o = run_shell(&usual, "exec cat", "the document\n");

	cr_assert(eq(int, o.rc, MB_OK), "%s", o.err.msg);
	text_expect(o.out, "the document\n", "its output");
	cr_expect(eq(int, o.exit_status, 0));
}

Test(child, gives_its_exit_status_and_its_complaint)
{
	struct outcome o =
	    run_shell(&usual, "echo 'it is broken' >&2; exit 7", "");

	cr_assert(eq(int, o.rc, MB_OK), "%s", o.err.msg);
	cr_expect(eq(int, o.exit_status, 7));
	cr_expect(eq(str, o.complaint, "it is broken\n"));
}

Test(child, that_is_not_installed_names_its_package)
{
	struct child_command command = usual;
	struct outcome o;

	command.program = "no-such-program";
	o = run(&command, "");
	cr_expect(eq(int, o.rc, MB_EUNREAD));
	cr_expect(eq(str, o.err.msg,
		     "to read it needs 'no-such-program', which " CHILD_MISSING
		     ": it is in the package some-package"));
}

Test(child, that_hangs_is_killed)
{
	struct child_command command = usual;
	struct outcome o;

	command.wall_seconds = 1;
	o = run_shell(&command, "exec sleep 60", "");
	cr_expect(eq(int, o.rc, MB_ELIMIT));
	cr_expect(eq(str, o.err.msg, "'sh' took longer than 1 seconds"));
}

Test(child, that_closes_its_output_and_hangs_is_killed)
{
	struct child_command command = usual;
	struct outcome o;

	command.wall_seconds = 1;
	o = run_shell(&command, "exec sleep 60 >&- 2>&-", "");
	cr_expect(eq(int, o.rc, MB_ELIMIT));
}

Test(child, that_never_stops_counting_is_stopped)
{
	struct outcome o = run_shell(&usual, "while :; do :; done", "");

	cr_expect(eq(int, o.rc, MB_ELIMIT));
	cr_expect(eq(str, o.err.msg,
		     "'sh' needed more than 1 seconds of processor time"));
}

Test(child, that_prints_for_ever_is_stopped)
{
	struct outcome o = run_shell(&usual, "while :; do echo yes; done", "");

	cr_expect(eq(int, o.rc, MB_ELIMIT));
	cr_expect(o.out.len <= usual.output_bytes);
}

Test(child, prints_as_much_as_it_may)
{
	struct child_command command = usual;
	struct outcome o;

	command.output_bytes = 5;
	o = run_shell(&command, "echo 1234", "");
	cr_expect(eq(int, o.rc, MB_OK), "%s", o.err.msg);
	o = run_shell(&command, "echo 12345", "");
	cr_expect(eq(int, o.rc, MB_ELIMIT));
}

Test(child, starts_no_other_processes)
{
	struct outcome o =
	    run_shell(&usual, "(sleep 50; echo late) & echo on; wait", "");

	cr_expect(o.rc == MB_OK || o.rc == MB_ELIMIT);
	cr_expect(mb_str_find(o.out, MB_STR("late")) == MB_STR_NONE);
}

Test(child, writes_no_files)
{
	char path[64], script[128];
	struct outcome o;
	struct stat st;

	snprintf(path, sizeof(path), "/tmp/minutebook-test-%d", (int)getpid());
	snprintf(script, sizeof(script), "echo secret > %s", path);
	o = run_shell(&usual, script, "");
	cr_expect(o.rc != MB_OK || o.exit_status != 0);
	cr_expect(stat(path, &st) != 0 || st.st_size == 0);
	unlink(path);
}

Test(child, has_no_environment_and_three_files)
{
	struct outcome o =
	    run_shell(&usual,
		      "echo $HOME $USER; for f in /proc/self/fd/*; do echo "
		      "${f##*/}; done",
		      "");

	cr_assert(eq(int, o.rc, MB_OK), "%s", o.err.msg);
	/* the fourth is the folder that is being listed */
	text_expect(o.out, "\n0\n1\n2\n3\n", "what it has");
}

Test(child, that_crashes_is_a_broken_document)
{
	struct child_command command = usual;
	struct outcome o;

	command.limits.memory_bytes = 1 * MIB; /* not even its libraries fit */
	o = run_shell(&command, "echo never", "");
	cr_expect(o.rc == MB_EFORMAT || o.rc == MB_EIO ||
		      (o.rc == MB_OK && o.exit_status != 0),
		  "%d", o.rc);
	cr_expect(eq(sz, o.out.len, 0));
}

/* Whether a confined process can reach another one over the network. */
static int reach_network(void)
{
	struct sockaddr_in place = { .sin_family = AF_INET,
				     .sin_port = htons(9) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return fd >= 0 &&
	       (connect(fd, (struct sockaddr *)&place, sizeof(place)) == 0 ||
		errno == ECONNREFUSED);
}

static int allocate_more(void)
{
	return mmap(NULL, 512 * MIB, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

Test(child, has_neither_network_nor_memory_beyond_its_limit)
{
	int (*const deeds[])(void) = { reach_network, allocate_more };

	for (size_t i = 0; i < sizeof(deeds) / sizeof(*deeds); i++) {
		bool was_refused;
		int status;
		pid_t pid = fork();

		if (pid == 0)
			_exit(confine(&usual.limits) ? deeds[i]() : 2);
		pid = waitpid(pid, &status, 0) == pid ? pid : -1;
		cr_assert(pid > 0);
		was_refused = WIFEXITED(status) && WEXITSTATUS(status) == 0;
		cr_expect(was_refused, "deed %zu: status %d", i, status);
	}
}
