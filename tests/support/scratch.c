#include "support/scratch.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "minutebook/arena.h"

#define MAX_PATHS 64

/* Arrays: paths are asked for while allocations are counted. */
static char folder[64];
static char paths[MAX_PATHS][256];
static struct mb_arena contents; /* what scratch_read() gave */

void scratch_make(void)
{
	snprintf(folder, sizeof(folder), "/tmp/minutebook-test-XXXXXX");
	cr_assert(mkdtemp(folder) != NULL);
}

static int remove_entry(const char *path, const struct stat *status, int type,
			struct FTW *place)
{
	(void)status;
	(void)type;
	(void)place;
	return remove(path);
}

void scratch_remove(void)
{
	cr_assert(folder[0] != '\0');
	nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	folder[0] = '\0';
	mb_arena_release(&contents);
}

const char *scratch_path(const char *name)
{
	char path[sizeof(paths[0])];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	for (size_t i = 0; i < MAX_PATHS; i++) {
		if (paths[i][0] == '\0')
			memcpy(paths[i], path, sizeof(path));
		if (!strcmp(paths[i], path))
			return paths[i];
	}
	cr_assert_fail("too many paths");
	return NULL;
}

bool scratch_has(const char *name)
{
	return access(scratch_path(name), F_OK) == 0;
}

void scratch_write(const char *name, struct mb_str bytes)
{
	FILE *file = fopen(scratch_path(name), "wb");

	cr_assert(file != NULL);
	cr_assert(bytes.len == 0 ||
		  fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len);
	cr_assert(fclose(file) == 0);
}

struct mb_str scratch_read(const char *name)
{
	FILE *file = fopen(scratch_path(name), "rb");
	struct stat status;
	char *bytes;
	size_t len;

	cr_assert(file != NULL);
	cr_assert(fstat(fileno(file), &status) == 0);
	bytes = MB_NEW(&contents, char, (size_t)status.st_size + 1);
	cr_assert(bytes != NULL);
	len = fread(bytes, 1, (size_t)status.st_size, file);
	cr_assert(fclose(file) == 0);
	return (struct mb_str){ bytes, len };
}
