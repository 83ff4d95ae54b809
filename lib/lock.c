#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static char *path_beside(const char *index)
{
	static const char suffix[] = "-lock";
	size_t len = strlen(index) + sizeof(suffix);
	char *path = malloc(len);

	if (path)
		snprintf(path, len, "%s%s", index, suffix);
	return path;
}

/* Whether the file that is locked is still the one at @path. */
static int is_same_file(int fd, const char *path)
{
	struct stat ours, theirs;

	return fstat(fd, &ours) == 0 && stat(path, &theirs) == 0 &&
	       ours.st_ino == theirs.st_ino && ours.st_dev == theirs.st_dev;
}

static int fail_busy(int fd, const char *index, struct mb_err *err)
{
	char holder[24] = "";
	ssize_t n = pread(fd, holder, sizeof(holder) - 1, 0);

	holder[n > 0 ? n : 0] = '\0';
	holder[strcspn(holder, "\n")] = '\0';
	return mb_fail(err, MB_EBUSY, "'%s': process %s is indexing into it",
		       index, holder[0] ? holder : "(unknown)");
}

static int write_holder(int fd)
{
	char text[24];
	int n = snprintf(text, sizeof(text), "%ld\n", (long)getpid());

	return ftruncate(fd, 0) == 0 && pwrite(fd, text, (size_t)n, 0) == n;
}

int mb_lock_take(const char *index, struct lock *out, struct mb_err *err)
{
	struct lock lock = { -1, path_beside(index) };

	if (!lock.path)
		return mb_fail_nomem(err);
	for (;;) {
		lock.fd = open(lock.path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
		if (lock.fd < 0) {
			int rc = mb_fail(err, MB_ESTORE,
					 "'%s' cannot be written: %s", index,
					 strerror(errno));
			free(lock.path);
			return rc;
		}
		if (flock(lock.fd, LOCK_EX | LOCK_NB) != 0) {
			int rc = fail_busy(lock.fd, index, err);

			close(lock.fd);
			free(lock.path);
			return rc;
		}
		/* the last holder may have removed the file meanwhile */
		if (is_same_file(lock.fd, lock.path))
			break;
		close(lock.fd);
	}
	(void)write_holder(lock.fd); /* only for the message */
	*out = lock;
	return MB_OK;
}

void mb_lock_release(struct lock *lock)
{
	if (lock->fd < 0)
		return;
	unlink(lock->path);
	close(lock->fd);
	free(lock->path);
	*lock = LOCK_NONE;
}
