#include "confine.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>

/* --- limits of resources ----------------------------------------------- */

static bool limit(int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit limits = { .rlim_cur = soft, .rlim_max = hard };

	return setrlimit((__rlimit_resource_t)resource, &limits) == 0;
}

/* Beyond the soft limit of time SIGXCPU says why; the hard one kills. */
static bool limit_resources(const struct confinement *limits)
{
	return limit(RLIMIT_CPU, limits->cpu_seconds,
		     limits->cpu_seconds + 1) &&
	       limit(RLIMIT_AS, limits->memory_bytes, limits->memory_bytes) &&
	       limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_CORE, 0, 0) &&
	       limit(RLIMIT_NOFILE, 32, 32);
}

/* --- Landlock ---------------------------------------------------------- */

/* Every right to change something, as of Landlock's first version. */
#define WRITING                                                          \
	(LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | \
	 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | \
	 LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |     \
	 LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |   \
	 LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM)

/* Rights that are handled and granted for no path are gone. */
static void forbid_writing(void)
{
	uint64_t handled = WRITING;
	long ruleset =
	    syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0);

	if (ruleset < 0)
		return;
	syscall(SYS_landlock_restrict_self, ruleset, 0);
	close((int)ruleset);
}

/* --- system calls ------------------------------------------------------ */

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#else
#define NATIVE_ARCH 0 /* no filter */
#endif

/* Calls of x86-64's second numbering, x32, begin here. */
#define FIRST_FOREIGN_CALL 0x40000000u

/* A reader of documents has no business with these. */
static const uint32_t forbidden[] = {
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_clone,
	SYS_clone3,
#ifdef SYS_fork
	SYS_fork,
	SYS_vfork,
#endif
	SYS_setsid,
	SYS_setpgid,
	SYS_kill,
	SYS_tkill,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_unshare,
	SYS_setns,
	SYS_mount,
	SYS_bpf,
	SYS_keyctl,
	SYS_io_uring_setup,
};

#define N_FORBIDDEN (sizeof(forbidden) / sizeof(*forbidden))

/*
 * Forbidden calls fail with EPERM, and so does every call in the manner of
 * another architecture, whose numbers mean something else.
 */
static void forbid_calls(void)
{
	const struct sock_filter refuse = BPF_STMT(
	    BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA));
	struct sock_filter code[N_FORBIDDEN * 2 + 8] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
			 offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0),
		refuse,
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
			 offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FIRST_FOREIGN_CALL, 0, 1),
		refuse,
	};
	struct sock_fprog program = { .filter = code, .len = 6 };

	if (NATIVE_ARCH == 0)
		return;
	for (size_t i = 0; i < N_FORBIDDEN; i++) {
		code[program.len++] = (struct sock_filter)BPF_JUMP(
		    BPF_JMP | BPF_JEQ | BPF_K, forbidden[i], 0, 1);
		code[program.len++] = refuse;
	}
	code[program.len++] =
	    (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

bool confine(const struct confinement *limits)
{
	/* a namespace of users is what lets us have the other two */
	if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0)
		unshare(CLONE_NEWNET); /* as root without namespaces of users */
	if (!limit_resources(limits) ||
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return false;
	forbid_writing();
	forbid_calls();
	return true;
}
