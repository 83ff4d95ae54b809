#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_all(int fd, size_t size, struct mb_arena *arena,
		    struct mb_str *out, struct mb_err *err)
{
	char *bytes = MB_NEW(arena, char, size + 1);
	size_t n = 0;

	if (!bytes)
		return mb_fail_nomem(err);
	while (n < size) {
		ssize_t got = read(fd, bytes + n, size - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return mb_fail(err, MB_EIO, "cannot be read: %s",
				       strerror(errno));
		if (got == 0)
			break; /* it has become shorter */
		n += (size_t)got;
	}
	*out = (struct mb_str){ bytes, n };
	return MB_OK;
}

static int read_open(int fd, struct mb_arena *arena, struct mb_str *out,
		     struct mb_err *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return mb_fail(err, MB_EIO, "cannot be read: %s",
			       strerror(errno));
	if (!S_ISREG(st.st_mode))
		return mb_fail(err, MB_EIO, "no longer a regular file");
	if ((uintmax_t)st.st_size > FILE_MAX_BYTES)
		return mb_fail(err, MB_ELIMIT,
			       "%jd bytes, more than the %zu MiB that are read",
			       (intmax_t)st.st_size,
			       FILE_MAX_BYTES / ((size_t)1024 * 1024));
	return read_all(fd, (size_t)st.st_size, arena, out, err);
}

int file_read(int dir, const char *name, struct mb_arena *arena,
	      struct mb_str *out, struct mb_err *err)
{
	/* O_NONBLOCK: a FIFO that has taken the file's place must not hang */
	int fd = openat(dir, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	int rc;

	if (fd < 0)
		return mb_fail(err, MB_EIO, "cannot be opened: %s",
			       strerror(errno));
	rc = read_open(fd, arena, out, err);
	close(fd);
	return rc;
}
