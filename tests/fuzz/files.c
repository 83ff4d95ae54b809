#include "fuzz/files.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/must.h"

int file_make(struct mb_str bytes, char path[FILE_PATH_BYTES])
{
	int fd = memfd_create("fuzz", MFD_CLOEXEC);

	must(fd >= 0, "there is a file");
	while (bytes.len > 0) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		must(n > 0, "the file takes its bytes");
		bytes = mb_str_drop(bytes, (size_t)n);
	}
	snprintf(path, FILE_PATH_BYTES, "/proc/self/fd/%d", fd);
	return fd;
}
